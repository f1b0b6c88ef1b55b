"""Why the operating system refuses: the words of its errors, by the names of `errno`."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {}
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
