"""What is said of documents that programs of others convert: .doc, .wps, .rtf, .odt, .pdf."""

from __future__ import annotations

from edition.messages.texts import Fault, Kind, Severity, Text

_DOC = "reading#converted-documents"
_SAVE = Text(
    "请用办公软件打开它，另存为 .docx 再交来", "請用辦公軟體打開它，另存為 .docx 再交來",
    "Open it in an office program and save it as .docx",
)

KINDS: dict[str, Kind] = {
    "converted_by": Kind(
        Severity.INFO,
        Text(
            "这个文件由 {program} {version} 转换后读出；行号按转换后的稿件数。",
            "這個檔案由 {program} {version} 轉換後讀出；行號按轉換後的稿件數。",
            "The file was converted by {program} {version}; lines count in the converted copy.",
        ),
        doc=_DOC,
    ),
    "converter_left_out": Kind(
        Severity.WARNING,
        Text(
            "{file} 没有读：读它要用 {program}，这里没有装。{how}；或另存为 .docx。",
            "{file} 沒有讀：讀它要用 {program}，這裡沒有裝。{how}；或另存為 .docx。",
            "{file} was not read: that takes {program}, which is not installed. {how}; or save "
            "it as .docx.",
        ),
        doc=_DOC,
    ),
    "same_name_left_out": Kind(
        Severity.WARNING,
        Text(
            "{file} 没有读：{other} 与它同名，当作同一份稿件。",
            "{file} 沒有讀：{other} 與它同名，當作同一份稿件。",
            "{file} was not read: {other} has the same name and was taken for the same copy.",
        ),
        todo=Text(
            "不是同一份的话，请改一个文件名", "不是同一份的話，請改一個檔名",
            "If it is another, give it another name",
        ),
        doc=_DOC,
    ),
    "pages_without_text": Kind(
        Severity.WARNING,
        Text(
            "这份 PDF 有 {count} 页没有文字（第 {pages} 页），上面有字的话没有读到。",
            "這份 PDF 有 {count} 頁沒有文字（第 {pages} 頁），上面有字的話沒有讀到。",
            "{count} pages of the PDF hold no text ({pages}); words in their pictures were not "
            "read.",
        ),
        todo=Text(
            "是扫描页的话，请先做文字识别", "是掃描頁的話，請先做文字辨識",
            "If they are scans, run text recognition (OCR) first",
        ),
        doc=_DOC,
    ),
}

FAULTS: dict[str, Fault] = {
    "converter_missing": Fault(
        Text(
            "读这种文件要用 {program}，这里没有装", "讀這種檔案要用 {program}，這裡沒有裝",
            "files of this kind are read with {program}, which is not installed",
        ),
        todo=Text("{how}；或另存为 .docx", "{how}；或另存為 .docx", "{how}; or save it as .docx"),
    ),
    "document_of_no_kind": Fault(
        Text(
            "文件名以“{suffix}”结尾，内容却不是 Word、WPS、RTF、ODT 或 PDF",
            "檔名以「{suffix}」結尾，內容卻不是 Word、WPS、RTF、ODT 或 PDF",
            "the name ends in “{suffix}”, but what it holds is no Word, WPS, RTF, ODT or PDF file",
        ),
        todo=_SAVE,
    ),
    "document_locked": Fault(
        Text(
            "文件有密码，或不许复制文字", "檔案有密碼，或不許複製文字",
            "the file is protected by a password, or forbids its text to be copied",
        ),
        todo=Text(
            "请去掉密码或限制再交来", "請去掉密碼或限制再交來",
            "Save it without the password or the restriction",
        ),
    ),
    "document_broken": Fault(
        Text(
            "{program} 打不开它，文件可能坏了", "{program} 打不開它，檔案可能壞了",
            "{program} could not open it; it may be damaged",
        ),
        todo=_SAVE,
    ),
    "pdf_without_text": Fault(
        Text(
            "这份 PDF 有 {count} 页，没有一个字，像是扫描件",
            "這份 PDF 有 {count} 頁，沒有一個字，像是掃描檔",
            "the PDF has {count} pages and no text, as a scan has none",
        ),
        todo=Text(
            "请先做文字识别（OCR，如 ocrmypdf -l chi_sim），再交来结果",
            "請先做文字辨識（OCR，如 ocrmypdf -l chi_tra），再交來結果",
            "Run text recognition (OCR) first, with ocrmypdf -l chi_sim or the like",
        ),
    ),
    "pdf_tables_missing": Fault(
        Text(
            "pdftotext 缺中文字体的对照表（poppler-data），这份 PDF 的文字取不全",
            "pdftotext 缺中文字型的對照表（poppler-data），這份 PDF 的文字取不全",
            "pdftotext lacks the tables of Chinese fonts (poppler-data), and cannot take out all "
            "words of the PDF",
        ),
        todo=Text("请安装软件包 poppler-data", "請安裝套件 poppler-data",
                  "Install the package poppler-data"),
    ),
    "conversion_too_long": Fault(
        Text(
            "{program} 转换它超过了 {seconds} 秒，已停下",
            "{program} 轉換它超過了 {seconds} 秒，已停下",
            "{program} took more than {seconds} seconds over it and was stopped",
        ),
        todo=_SAVE,
    ),
    "converted_too_large": Fault(
        Text(
            "转换出的稿件有 {bytes} 字节，上限是 {limit}",
            "轉換出的稿件有 {bytes} 位元組，上限是 {limit}",
            "the converted copy has {bytes} bytes; the limit is {limit}",
        ),
        todo=Text(
            "请把稿件分成几个文件", "請把稿件分成幾個檔案", "Divide the copy into several files",
        ),
    ),
    "converter_failed": Fault(
        Text(
            "{program} 转换它时出了故障（{said}）", "{program} 轉換它時出了故障（{said}）",
            "{program} failed over it ({said})",
        ),
        todo=Text(
            "请再试一次；在沙盒里可以多给内存；还不行，就用办公软件另存为 .docx",
            "請再試一次；在沙盒裡可以多給記憶體；還不行，就用辦公軟體另存為 .docx",
            "Try again, in a sandbox with more memory; else open it in an office program and save "
            "it as .docx",
        ),
    ),
}

PHRASES: dict[str, Text] = {
    "get_program": Text(
        "安装：Debian、Ubuntu“{debian}”，Fedora“{fedora}”，macOS“{macos}”，Windows“{windows}”",
        "安裝：Debian、Ubuntu「{debian}」，Fedora「{fedora}」，macOS「{macos}」，Windows「{windows}」",
        "To get it: “{debian}” on Debian and Ubuntu, “{fedora}” on Fedora, “{macos}” on macOS, "
        "“{windows}” on Windows",
    ),
    "doctor_programs": Text(
        "转换 .doc、.wps、.rtf、.odt、.pdf 的程序（可有可无）：{found}",
        "轉換 .doc、.wps、.rtf、.odt、.pdf 的程式（可有可無）：{found}",
        "programs for .doc, .wps, .rtf, .odt and .pdf (not needed otherwise): {found}",
    ),
}
