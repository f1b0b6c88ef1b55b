"""Where plain copy comes from, found and undone before it is read.

Each step looks at the whole copy for the signs of one origin: a web page, a typesetting program,
a mail, a spreadsheet, text recognition, a PDF. What it saw is said once; the sidecar's
`copied_from` names the origins that are looked for and makes them certain, `"none"` turns all off.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from edition.copy.clean import clean_text, one_line_end
from edition.copy.invisible import INVISIBLE
from edition.copy.origin.broken_lines import undo_breaks
from edition.copy.origin.copyrows import Row, Rows, Undone, rows_of, shown, text_of
from edition.copy.origin.escapes import undo_markup
from edition.copy.origin.mail import undo_mail
from edition.copy.origin.printed_page import undo_pages
from edition.copy.origin.ruled_rows import undo_rules
from edition.copy.origin.spaced import undo_spaces
from edition.copy.origin.tabbed import undo_tabs
from edition.copy.origin.tagged import undo_tags
from edition.copy.private_use import PRIVATE, private_table, settle_private
from edition.copy.radicals import RADICAL, fold_radicals
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase

_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Mn", "Zs", "Zl", "Zp")


@dataclass
class Settled:
    """Plain copy whose origin is undone. `rows` grow fewer as steps are taken."""

    name: str
    raw: str
    """as decoded"""
    lines: tuple[str, ...]
    """the source's own lines, clean, to be shown beside what was read"""
    rows: Rows
    wanted: Collection[str] | None = None
    """the origins to look for; None is all, each only where it shows"""
    aside: list[Row] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    taken: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)

    def looks_for(self, origin: str) -> bool:
        return self.wanted is None or origin in self.wanted

    def named(self, origin: str) -> bool:
        """True where the editor says that the copy comes from there."""
        return self.wanted is not None and origin in self.wanted

    def take(self, undone: Undone | None, kept: Collection[int] = ()) -> bool:
        """Go on with what a step has made; rows in `kept` are copy whatever it says."""
        if undone is None:
            return False
        back = [row for row in undone.aside if any(n in kept for n in row.numbers)]
        rows = undone.rows
        if back:
            rows = tuple(sorted((*rows, *back), key=lambda row: row.numbers[0]))
        self.rows = rows or (Row("", (1,)),)
        self.aside += (row for row in undone.aside if row not in back)
        self.taken.update(undone.taken)
        self.given.update(undone.given)
        self.remarks += undone.remarks
        return True

    @property
    def text(self) -> str:
        return text_of(self.rows)

    def by_line(self) -> str:
        """The copy, each row in the line where it begins; lines set aside are blank."""
        lines = [""] * len(self.lines)
        for row in self.rows:
            at = row.numbers[0] - 1
            lines[at] = f"{lines[at]} {row.text}" if lines[at] else row.text
        return "\n".join(lines)

    @property
    def parted(self) -> bool:
        """True when some line of the source is several rows."""
        first = [row.numbers[0] for row in self.rows if not row.blank]
        return len(set(first)) < len(first)

    def answerable(self) -> tuple[str, ...]:
        """For each line of the source its own words and those of its row as settled."""
        found = list(self.lines)
        for row in (*self.rows, *self.aside):
            for number in row.numbers:
                found[number - 1] += f"\n{row.text}"
        return tuple(found)


def settle_copy(
    raw: str, name: str, wanted: Collection[str] | None, kept: Collection[int] = ()
) -> Settled:
    """The copy with what its origin added undone, but for its broken lines.

    `kept` are lines the editor calls copy. Raises UnreadableInput for tagged copy whose codes
    cannot be taken out.
    """
    lines = tuple(clean_text(raw)[0].split("\n"))
    copy = Settled(name, raw, lines, rows_of(one_line_end(raw)), wanted)
    if copy.looks_for("tags"):
        copy.take(undo_tags(copy.rows, name))
    if copy.looks_for("web"):
        copy.take(undo_markup(copy.rows, name))
    _clean(copy)
    _settle_forms(copy)
    if copy.looks_for("mail"):
        copy.take(undo_mail(copy.rows, name, copy.named("mail")), kept)
    if copy.looks_for("sheet"):
        copy.take(undo_tabs(copy.rows, name))
        copy.take(undo_rules(copy.rows, name))
    else:
        copy.rows = tuple(Row(row.text.replace("\t", " "), row.numbers) for row in copy.rows)
    if copy.looks_for("scan"):
        copy.take(undo_spaces(copy.rows, name, copy.named("scan")))
    if copy.looks_for("pdf"):
        copy.take(undo_pages(copy.rows, name), kept)
    return copy


def settle_breaks(copy: Settled, starts: Collection[int]) -> None:
    """Join the lines that a machine broke; rows whose line is in `starts` begin paragraphs."""
    if copy.wanted is not None and not set(copy.wanted) & {"mail", "pdf", "scan"}:
        return
    broken = {"copied_from_mail", "copied_from_pdf", "han_spaces_removed"}
    sure = copy.wanted is not None or any(r.kind in broken for r in copy.remarks)
    copy.take(undo_breaks(copy.rows, copy.name, starts, sure))


def proof(copy: Settled) -> tuple[Diagnostic, ...]:
    """An error when the visible characters as decoded are not those left, set aside or told."""
    before = _visible(copy.raw)
    after = _visible(text_of((*copy.rows, *copy.aside)))
    lost = before + _count(copy.given) - after - _count(copy.taken)
    more = after + _count(copy.taken) - before - _count(copy.given)
    if not lost and not more:
        return ()
    words = "".join((lost or more).elements())
    loss = Phrase("loss_of_origin", {"count": (lost or more).total()})
    return (Diagnostic("not_conserved", {"loss": loss}, 1, text=shown(words), source=copy.name),)


def _visible(text: str) -> Counter[str]:
    return _count(Counter(text))


def _count(signs: Counter[str]) -> Counter[str]:
    """How often each visible character stands there, composed or not."""
    found: Counter[str] = Counter()
    for sign, count in signs.items():
        for part in unicodedata.normalize("NFD", sign):
            if unicodedata.category(part) not in _UNSEEN and not INVISIBLE.match(part):
                found[part] += count
    return found


def _clean(copy: Settled) -> None:
    """What no page can carry goes; the remarks name lines of the source."""
    text, remarks = clean_text(copy.text, copy.name, tabs=True)
    rows = copy.rows
    copy.rows = tuple(
        Row(line, row.numbers) for line, row in zip(text.split("\n"), rows, strict=True)
    )
    for remark in remarks:
        line = rows[(remark.line or 1) - 1].numbers[0]
        copy.remarks.append(replace(remark, line=line, values={**remark.values, "line": line}))


def _settle_forms(copy: Settled) -> None:
    """Radicals and private-use characters in their right form, each recorded once."""
    text = copy.text
    for kind, pattern, settle in (
        ("private_use_decoded", PRIVATE, lambda t: settle_private(t, private_table(text))),
        ("radicals_folded", RADICAL, fold_radicals),
    ):
        before = copy.text
        if not pattern.search(before):
            continue
        after = settle(before)
        changed = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
        if not changed:
            continue
        line = copy.rows[before.count("\n", 0, changed[0])].numbers[0]
        copy.remarks.append(told_forms(
            kind, [(before[n], after[n]) for n in changed], line, copy.name
        ))
        copy.taken.update(before[n] for n in changed)
        copy.given.update(after[n] for n in changed)
        copy.rows = tuple(
            Row(part, row.numbers) for part, row in zip(after.split("\n"), copy.rows, strict=True)
        )


def told_forms(
    kind: str, changes: list[tuple[str, str]], line: int | None, name: str | None,
    story: int | None = None,
) -> Diagnostic:
    """One remark for all characters of a kind that were put in their right form."""
    forms = tuple(dict.fromkeys(f"U+{ord(old):04X} {new}" for old, new in changes))
    return Diagnostic(
        kind, {"count": len(changes), "forms": forms[:24]}, line, story,
        "".join(dict.fromkeys(new for _, new in changes))[:40], confidence=Confidence.CERTAIN,
        source=name,
    )
