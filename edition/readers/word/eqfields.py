"""EQ fields, in which older Words set ringed numbers, readings and simple formulas as text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from edition.model import Mark, Run, plain
from edition.trade.numberformats import circled

_RINGS = "○〇◯\u20dd"
_RINGED_HAN = (
    "一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜"
)
"""in Unicode's order, from U+3280"""
_DEPTH = 12
_LONGEST = 4_000
"""characters of the longest code that is read; a longer one stands as it is"""
_SWITCHES = ("ac", "al", "ar", "ad", "up", "do", "di", "fo", "ai", "bc", "lc", "rc", "co", "vs",
             "hs", "in", "su", "pr", "fc", "vc", "to", "bo", "le", "ri", "a", "b", "d", "f", "i",
             "l", "o", "r", "s", "x")
"""longest first, so that \\ac is not \\a and a c"""


@dataclass(frozen=True, slots=True)
class Equation:
    """What an EQ field shows."""

    runs: tuple[Run, ...]
    exact: bool
    """False where it is written on one line, which Word does not"""


@dataclass
class _Command:
    """One command with its switches, and its arguments as far as they are read."""

    name: str
    switches: list[str] = field(default_factory=list)
    brackets: dict[str, str] = field(default_factory=dict)
    """signs that \\lc, \\rc and \\bc name"""
    arguments: list[list[_Command | str]] = field(default_factory=list)


def equation(code: str) -> Equation:
    """What the field with this code shows, on one line."""
    code = code.strip()[2:]
    if len(code) > _LONGEST:
        return Equation((Run(code.strip()),), False)
    reader = _Reader(code)
    runs, exact = _joined(reader.sequence(0))
    return Equation(tuple(run for run in runs if run.text), exact)


class _Reader:
    """One pass over the code. Its place is the only state."""

    def __init__(self, code: str) -> None:
        self.code, self.at = _without_options(code), 0

    def sequence(self, depth: int, inside: bool = False) -> list[_Command | str]:
        """Text and commands up to the end of the code or of the argument."""
        parts: list[_Command | str] = []
        while self.at < len(self.code):
            sign = self.code[self.at]
            if inside and sign in ",;)":
                break
            if sign == "\\" and self.at + 1 < len(self.code):
                self._backslash(parts, depth)
            elif sign == "(" and inside and depth < _DEPTH:
                self.at += 1
                parts += ["(", *self.sequence(depth + 1, True)]
                if self.code[self.at : self.at + 1] == ")":
                    parts.append(")")
                    self.at += 1
            else:
                self.at += 1
                parts.append(sign)
        return parts

    def _backslash(self, parts: list[_Command | str], depth: int) -> None:
        rest = self.code[self.at + 1 : self.at + 4].lower()
        name = next((s for s in _SWITCHES if rest.startswith(s)), "")
        if not name or depth > _DEPTH:
            parts.append(self.code[self.at + 1])
            self.at += 2
            return
        parts.append(self._command(name, depth))

    def _command(self, name: str, depth: int) -> _Command:
        made = _Command(name)
        self.at += 1 + len(name)
        while self.at < len(self.code):
            sign = self.code[self.at]
            if sign == "\\":
                rest = self.code[self.at + 1 : self.at + 4].lower()
                found = next((s for s in _SWITCHES if rest.startswith(s)), "")
                if not found or len(found) == 1:
                    break
                made.switches.append(found)
                self.at += 1 + len(found)
                if found.endswith("c") and self.code[self.at : self.at + 1] == "\\":
                    made.brackets[found] = self.code[self.at + 1 : self.at + 2]
                    self.at += 2
            elif sign.isspace() or sign.isdigit() or sign == "-":
                self.at += 1
            else:
                break
        if self.code[self.at : self.at + 1] == "(":
            self._arguments(made, depth)
        return made

    def _arguments(self, made: _Command, depth: int) -> None:
        while True:
            self.at += 1
            made.arguments.append(self.sequence(depth + 1, True))
            if self.code[self.at : self.at + 1] not in (",", ";"):
                break
        self.at += self.code[self.at : self.at + 1] == ")"


def _without_options(code: str) -> str:
    """The code without what Word writes for itself: `\\* jc0 \\* "Font:宋体" \\* hps21`."""
    kept: list[str] = []
    at = 0
    while at < len(code):
        if code.startswith("\\*", at):
            at += 2
            while at < len(code) and code[at].isspace():
                at += 1
            if code[at : at + 1] == '"':
                stop = code.find('"', at + 1)
                at = len(code) if stop < 0 else stop + 1
            else:
                while at < len(code) and not code[at].isspace() and code[at] != "\\":
                    at += 1
        else:
            kept.append(code[at])
            at += 1
    return "".join(kept).strip()


def _joined(parts: list[_Command | str]) -> tuple[list[Run], bool]:
    runs: list[Run] = []
    exact = True
    for part in parts:
        if isinstance(part, str):
            runs.append(Run(part))
            continue
        found, fine = _shown(part)
        runs += found
        exact = exact and fine
    return _one(runs), exact


def _one(runs: list[Run]) -> list[Run]:
    """Neighbours set alike made one."""
    kept: list[Run] = []
    for run in runs:
        if kept and replace(kept[-1], text="") == replace(run, text="") and run.ruby is None:
            kept[-1] = replace(run, text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return kept


def _shown(command: _Command) -> tuple[list[Run], bool]:
    """What one command shows and whether that is how Word shows it."""
    if command.name == "o":
        return _over(command)
    found = [_joined(argument) for argument in command.arguments]
    inner = [runs for runs, _ in found]
    match command.name:
        case "s" if "up" in command.switches or "do" in command.switches:
            mark = Mark.SUPER if "up" in command.switches else Mark.SUB
            return [replace(r, marks=(mark,)) for runs in inner for r in runs], _all(found)
        case "f":
            return _between(inner, "/"), False
        case "r":
            return [*(_set(inner[0]) if len(inner) > 1 else []), Run("√("),
                    *(inner[-1] if inner else []), Run(")")], False
        case "b":
            left, right = _brackets(command.brackets)
            return _one([Run(left), *_between(inner, ""), Run(right)]), _all(found)
        case "i":
            return [Run("∫"), *_between(inner, " ")], False
        case "x":
            return _between(inner, ""), False
        case "l":
            return _between(inner, ","), _all(found)
        case _:
            return _between(inner, " "), not inner


def _all(found: list[tuple[list[Run], bool]]) -> bool:
    return all(exact for _, exact in found)


def _set(runs: list[Run]) -> list[Run]:
    return [replace(run, marks=(Mark.SUPER,)) for run in runs]


def _brackets(named: dict[str, str]) -> tuple[str, str]:
    if not named:
        return "(", ")"
    both = named.get("bc", "")
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(both, both)
    return named.get("lc", both), named.get("rc", closing)


def _between(parts: list[list[Run]], sign: str) -> list[Run]:
    made: list[Run] = []
    for at, runs in enumerate(parts):
        made += ([Run(sign)] if at and sign else []) + runs
    return _one(made)


def _over(command: _Command) -> tuple[list[Run], bool]:
    """Characters set over each other: a ring and a number, or a reading and its word."""
    found = [_joined(argument) for argument in command.arguments]
    texts = [plain(tuple(runs)).strip() for runs, _ in found]
    if len(texts) == 2:
        ring = next((at for at in (0, 1) if texts[at] and texts[at] in _RINGS), None)
        whole = ringed(texts[1 - ring]) if ring is not None else None
        if whole is not None:
            return [Run(whole)], True
        raised = [all(Mark.SUPER in r.marks for r in runs) and bool(text)
                  for (runs, _), text in zip(found, texts, strict=True)]
        if raised[0] != raised[1]:
            base = texts[raised[0]]
            return [Run(base, ruby=texts[1 - raised[0]])] if base else [Run(texts[0])], True
    return _between([runs for runs, _ in found], ""), len(texts) == 1 and _all(found)


def ringed(text: str) -> str | None:
    """The one character that is `text` in a ring: ⑬, ㊣; None where Unicode has none."""
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 3:
        return circled(int(text))
    if len(text) != 1:
        return None
    if text in _RINGED_HAN:
        return chr(0x3280 + _RINGED_HAN.index(text))
    if "A" <= text <= "Z":
        return chr(0x24B6 + ord(text) - ord("A"))
    return chr(0x24D0 + ord(text) - ord("a")) if "a" <= text <= "z" else None
