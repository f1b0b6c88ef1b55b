"""Why the operating system refuses, by the names of `errno`; why a child process was ended."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
_PLAINER = Text(
    "请换用随附的版式、去掉可疑的图片再试；确实需要时，放宽限制",
    "請換用隨附的版式、去掉可疑的圖片再試；確實需要時，放寬限制",
    "Try a shipped layout, and without the pictures in doubt; where the work needs it, "
    "raise the limit",
)
FAULTS: dict[str, Fault] = {
    "child_too_long": Fault(
        Text("稿件处理得太久，已经停下", "稿件處理得太久，已經停下",
             "The work took too long and was stopped"),
        why=Text("隔离进程的时限是 {seconds:g} 秒", "隔離行程的時限是 {seconds:g} 秒",
                 "The sandbox has {seconds:g} seconds"),
        todo=_PLAINER,
    ),
    "child_too_big": Fault(
        Text("稿件占用的内存太多，已经停下", "稿件佔用的記憶體太多，已經停下",
             "The work needed too much memory and was stopped"),
        why=Text("隔离进程的内存上限是 {megabytes} MB", "隔離行程的記憶體上限是 {megabytes} MB",
                 "The sandbox has {megabytes} MB"),
        todo=_PLAINER,
    ),
    "child_killed": Fault(
        Text("隔离进程中途结束了", "隔離行程中途結束了", "The sandbox came to a sudden end"),
        why=Text("它被 {signal} 终止：是稿件、版式或图片使程序崩溃，内存不够，或是有人终止了它",
                 "它被 {signal} 終止：是稿件、版式或圖片使程式當掉，記憶體不足，或是有人終止了它",
                 "{signal} ended it: the copy, the layout or a picture crashed a library, memory "
                 "ran out, or somebody killed it"),
        todo=_PLAINER,
    ),
    "child_failed": Fault(
        Text("隔离进程没有做完", "隔離行程沒有做完", "The sandbox did not finish"),
        why=Text("{said}", "{said}", "{said}"),
        todo=_PLAINER,
    ),
    "child_lied": Fault(
        Text("隔离进程的答复不可信，没有采用", "隔離行程的答覆不可信，沒有採用",
             "The answer of the sandbox is not to be trusted, and nothing of it was used"),
        why=Text("{said}", "{said}", "{said}"),
        todo=_PLAINER,
    ),
    "child_not_started": Fault(
        Text("隔离进程没有启动", "隔離行程沒有啟動", "The sandbox could not be started"),
        why=Text("{said}", "{said}", "{said}"),
        todo=Text("请核对 Python 解释器的位置，或不用隔离进程",
                  "請核對 Python 直譯器的位置，或不用隔離行程",
                  "See that the Python interpreter is where it was, or do without the sandbox"),
    ),
    "sandbox_bound": Fault(
        Text("隔离进程的 {name} 不能是 {value}", "隔離行程的 {name} 不能是 {value}",
             "{value} is no bound for {name} of the sandbox"),
        todo=Text("请给 {least} 到 {most} 之间的数", "請給 {least} 到 {most} 之間的數",
                  "Give a number from {least} to {most}"),
    ),
}
PHRASES: dict[str, Text] = {
    "system_EACCES": Text("没有权限", "沒有權限", "Permission denied"),
    "system_EPERM": Text("系统不许", "系統不許", "Operation not permitted"),
    "system_ENOENT": Text("没有这个文件或文件夹", "沒有這個檔案或資料夾",
                          "No such file or directory"),
    "system_ENOTDIR": Text("路径中有一段不是文件夹", "路徑中有一段不是資料夾", "Not a directory"),
    "system_EISDIR": Text("这是文件夹", "這是資料夾", "Is a directory"),
    "system_EEXIST": Text("已有同名的文件", "已有同名的檔案", "File exists"),
    "system_ENOSPC": Text("磁盘满了", "磁碟滿了", "No space left on device"),
    "system_EDQUOT": Text("磁盘配额用完了", "磁碟配額用完了", "Disk quota exceeded"),
    "system_EFBIG": Text("文件太大", "檔案太大", "File too large"),
    "system_EROFS": Text("磁盘只能读", "磁碟唯讀", "Read-only file system"),
    "system_ENAMETOOLONG": Text("名字太长", "名字太長", "File name too long"),
    "system_EMFILE": Text("打开的文件太多", "開啟的檔案太多", "Too many open files"),
    "system_ELOOP": Text("链接绕成了圈", "連結繞成了圈", "Too many levels of symbolic links"),
    "system_EIO": Text("读写磁盘出错", "讀寫磁碟出錯", "Input/output error"),
    "system_EINVAL": Text("系统不接受这个名字或操作", "系統不接受這個名字或操作",
                          "Invalid argument"),
    "system_ENXIO": Text("没有这个设备", "沒有這個裝置", "No such device or address"),
    "system_EBUSY": Text("正被占用", "正被佔用", "Device or resource busy"),
    "system_other": Text("系统报错 {number}", "系統報錯 {number}", "{said}"),
}
