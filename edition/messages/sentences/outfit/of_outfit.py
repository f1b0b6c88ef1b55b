"""What is said of an installation: `edition setup` and `edition doctor`."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Text

KINDS: dict[str, Kind] = {}
FAULTS: dict[str, Fault] = {
    "fonts_no_folder": Fault(
        Text("没有这个文件夹", "沒有這個資料夾", "there is no such folder"),
        todo=Text(
            "--fonts 后面写放字体文件的文件夹", "--fonts 後面寫放字型檔案的資料夾",
            "Name the folder that holds the font files after --fonts",
        ),
    ),
    "cache_unwritable": Fault(
        Text("字体写不进缓存", "字型寫不進快取", "the font cannot be kept in the cache"),
        Text("{reason}", "{reason}", "{reason}"),
        Text(
            "用环境变量 XDG_CACHE_HOME 换个地方", "用環境變數 XDG_CACHE_HOME 換個地方",
            "Choose another place with the variable XDG_CACHE_HOME",
        ),
    ),
}
PHRASES: dict[str, Text] = {
    "no_npm": Text(
        "没有 npm，pip 也取不来它", "沒有 npm，pip 也取不來它",
        "there is no npm, and pip could not bring it",
    ),
    "no_tool": Text("没有 {tool}", "沒有 {tool}", "there is no {tool}"),
    "fetch_failed": Text(
        "没有取到（{said}）", "沒有取到（{said}）", "it was not to be had ({said})"
    ),
    "face_not_in_package": Text(
        "软件包里没有 {file}", "套件裡沒有 {file}", "{file} is not in the package"
    ),
    "face_other_digest": Text(
        "它的校验码与 fonts.toml 不符", "它的校驗碼與 fonts.toml 不符",
        "its digest is not the one in fonts.toml",
    ),
    "setup_fetching": Text(
        "取 {package} {version}", "取 {package} {version}", "fetching {package} {version}"
    ),
    "setup_missing": Text(
        "字体 {face}（{id}，来自 {package}）没有取到：{why}。",
        "字型 {face}（{id}，來自 {package}）沒有取到：{why}。",
        "{id}: the face {face} from {package} was not to be had: {why}.",
    ),
    "setup_stands_in": Text(
        "字体 {face}（{id}，来自 {package}）没有取到：{why}。用到的地方由 {instead} 代替；"
        "手头有它的文件，就用 edition setup --fonts 文件夹。",
        "字型 {face}（{id}，來自 {package}）沒有取到：{why}。用到的地方由 {instead} 代替；"
        "手邊有它的檔案，就用 edition setup --fonts 資料夾。",
        "{id}: the face {face} from {package} was not to be had: {why}; {instead} stands in for "
        "it. If you have its file, use “edition setup --fonts DIR”.",
    ),
    "setup_other_version": Text(
        "字体 {face} 是另一个版本：字的位置不变，字形可能略有出入。",
        "字型 {face} 是另一個版本：字的位置不變，字形可能略有出入。",
        "the face {face} is of another version: characters stand where they do with ours, their "
        "drawing may differ a little.",
    ),
    "setup_faces": Text(
        "字体 {here} 种，共 {count} 种，在 {folder}", "字型 {here} 種，共 {count} 種，在 {folder}",
        "{here} of {count} faces are in {folder}",
    ),
    "setup_libraries": Text(
        "缺系统库：{names}。{commands}装上后再运行 edition setup。",
        "缺系統程式庫：{names}。{commands}裝上後再執行 edition setup。",
        "missing system libraries: {names}. {commands}Then run “edition setup” again.",
    ),
    "setup_command": Text(
        "{system} 上运行“{command}”；", "{system} 上執行「{command}」；",
        "On {system} run “{command}”. ",
    ),
    "setup_windows": Text(
        "Windows 上先装 MSYS2，再把它的 mingw64\\bin 写进 WEASYPRINT_DLL_DIRECTORIES；",
        "Windows 上先裝 MSYS2，再把它的 mingw64\\bin 寫進 WEASYPRINT_DLL_DIRECTORIES；",
        "On Windows install MSYS2 first, and name its mingw64\\bin in WEASYPRINT_DLL_DIRECTORIES. ",
    ),
    "setup_ready": Text("可以出报纸和电子书了。", "可以出報紙和電子書了。",
                        "newspapers and books can be made."),
    "setup_book_only": Text(
        "可以读稿、出电子书；装上系统库才能出报纸。",
        "可以讀稿、出電子書；裝上系統程式庫才能出報紙。",
        "copy can be read and books can be made; newspapers need the system libraries.",
    ),
    "setup_not_ready": Text(
        "可以读稿；缺字体，还不能出报纸和电子书。", "可以讀稿；缺字型，還不能出報紙和電子書。",
        "copy can be read; without the faces neither newspapers nor books can be made.",
    ),
    "doctor_head": Text(
        "edition {version}，Python {python}，{system}",
        "edition {version}，Python {python}，{system}",
        "edition {version}, Python {python}, {system}",
    ),
    "doctor_libraries": Text("系统库：{found}", "系統程式庫：{found}", "system libraries: {found}"),
    "doctor_library": Text("{name} {version}", "{name} {version}", "{name} {version}"),
    "doctor_missing": Text("{name} 缺", "{name} 缺", "{name} MISSING"),
    "doctor_packages": Text("软件包：{found}", "套件：{found}", "packages: {found}"),
    "doctor_faces": Text(
        "字体：{count} 种中有 {here} 种", "字型：{count} 種中有 {here} 種",
        "faces: {here} of {count} are here",
    ),
    "doctor_face": Text(
        "  缺 {name} {weight}（{roles}；来自 {source}）",
        "  缺 {name} {weight}（{roles}；來自 {source}）",
        "  missing: {name} {weight} ({roles}; from {source})",
    ),
    "doctor_face_optional": Text(
        "  缺 {name} {weight}（{roles}；来自 {source}），由 {instead} 代替",
        "  缺 {name} {weight}（{roles}；來自 {source}），由 {instead} 代替",
        "  missing: {name} {weight} ({roles}; from {source}); {instead} stands in",
    ),
    "doctor_faces_more": Text(
        "  另缺 {count} 种，见 edition doctor --json",
        "  另缺 {count} 種，見 edition doctor --json",
        "  and {count} more; “edition doctor --json” has them all",
    ),
    "doctor_face_other": Text(
        "  {name} {weight} 是另一个版本", "  {name} {weight} 是另一個版本",
        "  another version: {name} {weight}",
    ),
    "doctor_cache": Text("缓存 {name}：{place}", "快取 {name}：{place}", "cache {name}: {place}"),
    "doctor_cache_locked": Text(
        "缓存 {name}：{place}（写不进去）", "快取 {name}：{place}（寫不進去）",
        "cache {name}: {place} (cannot be written)",
    ),
    "doctor_variables": Text("环境变量：{found}", "環境變數：{found}", "environment: {found}"),
    "doctor_none": Text("无", "無", "none"),
    "doctor_locale": Text(
        "语言：消息用 {lang}，终端编码 {encoding}", "語言：訊息用 {lang}，終端編碼 {encoding}",
        "locale: messages in {lang}, output encoded in {encoding}",
    ),
    "doctor_layouts": Text("版式：{names}", "版式：{names}", "layouts: {names}"),
}
