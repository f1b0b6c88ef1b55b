"""The wishes of sidecars applied: pictures into their stories, ranks onto them, the rest beside.

Nothing is guessed. An entry that fits no story and a picture whose file is missing are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from edition.answering import Answer, Do
from edition.copy.clean import unspaced
from edition.copy.making import joined_planning
from edition.copy.numbering import number_beside
from edition.copy.pictures import picture
from edition.copy.profiles import profile_name
from edition.errors import Diagnostic, UnreadableInput, reason_of
from edition.messages.texts import Phrase, Value
from edition.model import (
    Advertisement,
    Block,
    Edition,
    Figure,
    HouseItem,
    Picture,
    Run,
    Section,
    Story,
    copied_text,
    plain,
)
from edition.sidecar.captionwishes import is_captioned, is_said, with_credit
from edition.sidecar.nearnames import is_near
from edition.sidecar.wishes import GroupWish, PictureWish, StoryWish, Wishes, head_breaks


@dataclass(frozen=True, slots=True)
class Request:
    """The wishes of one sidecar and what they may reach."""

    sidecar: str
    """name of its file"""
    wishes: Wishes
    stories: tuple[int, ...]
    """places, from 0 over the whole edition, of the stories it stands beside"""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """the picture files that are there"""
    folder: str = ""
    """name of the folder they lie in"""
    lenient: bool = False
    """a picture that cannot be used is named and left out"""


@dataclass(frozen=True, slots=True)
class Applied:
    edition: Edition
    diagnostics: tuple[Diagnostic, ...]
    supplied: frozenset[str]
    """captions of the copy that have their picture now"""


def apply_wishes(edition: Edition, requests: Sequence[Request]) -> Applied:
    """Carry out `requests`; the blocks of the result are to be numbered anew.

    Raises UnreadableInput for a picture that is damaged, too large or of another kind.
    """
    work = _Applying(edition)
    for request in requests:
        work.carry_out(request)
    stories = iter(work.stories)
    sections = tuple(
        Section(s.title, tuple(next(stories) for _ in s.stories), s.line, s.id)
        for s in edition.sections
    )
    done = replace(
        edition,
        sections=sections,
        pictures=tuple(work.pictures.values()),
        advertisements=tuple(work.advertisements), house_copy=tuple(dict.fromkeys(work.house)),
        ears=next((r.wishes.ears for r in requests if r.wishes.ears), edition.ears),
        planning=joined_planning(*(r.wishes.planning for r in requests), edition.planning),
    )
    return Applied(number_beside(done), tuple(work.remarks), frozenset(work.supplied))


class _Applying:
    """The stories while pictures and wishes come to them. State lives here and nowhere else."""

    def __init__(self, edition: Edition) -> None:
        self.stories = list(edition.stories)
        self.sections = [at for at, one in enumerate(edition.sections) for _ in one.stories]
        """number of the section of each story"""
        self.pictures: dict[str, Picture] = {shown.name: shown for shown in edition.pictures}
        self.own = frozenset(replace(ad, id="") for ad in edition.advertisements)
        """advertisements the copy brings itself: a sidecar that asks for one again adds none"""
        self.advertisements: list[Advertisement] = list(edition.advertisements)
        self.house: list[HouseItem] = [replace(item, id="") for item in edition.house_copy]
        self.remarks: list[Diagnostic] = []
        self.supplied: set[str] = set()
        self._heads = [_reworded(one, edition.answers) for one in edition.stories]
        """their headlines with the words that answers of the editor put in"""
        self._raw: dict[str, bytes] = {shown.name: shown.data for shown in edition.pictures}

    def carry_out(self, request: Request) -> None:
        # The one that comes first in the sidecar is to stand first in its story.
        firsts = [w for w in request.wishes.pictures if w.place != "last"]
        lasts = [w for w in request.wishes.pictures if w.place == "last"]
        for wish in (*reversed(firsts), *lasts):
            self._place(request, wish)
        for wanted in request.wishes.stories:
            self._grant(request, wanted)
        for group in request.wishes.groups:
            self._group(request, group)
        for ad in request.wishes.advertisements:
            shown = self._picture(request, ad.picture, ad.text) if ad.picture else None
            asked = replace(ad, picture=shown.name if shown else None)
            if replace(asked, id="") not in self.own:
                self.advertisements.append(asked)
        self.house += request.wishes.house

    def _place(self, request: Request, wish: PictureWish) -> None:
        at = self._find(request, wish.name, wish.story, wish.caption or wish.file)
        if at is None:
            return
        if wish.file not in request.files:
            # A picture of a Word file is no file of its own: it is where the copy shows it.
            there = (at, *request.stories)
            at = next((one for one in there if _shows(self.stories[one], wish.file)), at)
        story = self.stories[at]
        body = list(story.body)
        if src := self._shown_as(request, story, wish.file):
            return self._reshow(request, at, wish, src)
        if wish.leave_out:
            return self._say(
                request, "leave_out_unmet", at, wish.file, name=wish.name, src=wish.file
            )
        shown = self._picture(request, wish.file, wish.caption, at)
        own = next((i for i, block in enumerate(body) if is_captioned(block, wish)), None)
        if own is None:
            new = Figure(None, (Run(wish.caption),) if wish.caption else (), wish.credit)
            if shown is None and not (wish.caption or wish.credit):
                return
            own = len(body) if wish.place == "last" else 0
            body.insert(own, new)
        else:
            own = with_credit(body, own)
        old = body[own]
        assert isinstance(old, Figure)
        body[own] = self._shown(request, at, old, shown, wish)
        self.stories[at] = replace(story, body=tuple(body))

    def _shown_as(self, request: Request, story: Story, file: str) -> str | None:
        """What a story that shows a picture file itself calls it."""
        data = request.files.get(file)
        beside = (name for name, raw in self._raw.items()
                  if raw == data and name.endswith(f"/{file}"))
        return next((name for name in (file, *beside) if _shows(story, name)), None)

    def _reshow(self, request: Request, at: int, wish: PictureWish, src: str) -> None:
        """A picture that the copy shows itself, as it is wished; words of the copy stand."""
        body: list[Block] = []
        moved: list[Block] = []
        for block in self.stories[at].body:
            if not isinstance(block, Figure) or block.src != src:
                body.append(block)
            elif not wish.leave_out:
                figure = self._captioned(request, at, block, wish)
                (moved if wish.place else body).append(
                    self._shown(request, at, figure, None, wish))
            elif block.caption or block.credit:
                body.append(replace(block, src=None, pixels=None))
        whole = (*body, *moved) if wish.place == "last" else (*moved, *body)
        self.stories[at] = replace(self.stories[at], body=whole)

    def _captioned(
        self, request: Request, at: int, figure: Figure, wish: PictureWish
    ) -> Figure:
        """The figure with the caption that the copy does not give itself."""
        if not wish.caption or is_said(figure, wish):
            return figure
        if not figure.caption:
            return replace(figure, caption=(Run(wish.caption),))
        self._say(
            request, "caption_at_odds", at, wish.caption, name=wish.name, asked=wish.caption,
            given=plain(figure.caption),
        )
        return figure

    def _shown(
        self, request: Request, at: int, figure: Figure, shown: Picture | None, wish: PictureWish
    ) -> Figure:
        """The figure with its picture, and the credit the copy does not give itself."""
        credit = figure.credit
        if wish.credit and unspaced(wish.credit) not in unspaced(copied_text(figure)):
            if credit:
                self._say(
                    request, "credit_at_odds", at, wish.credit, name=wish.name, asked=wish.credit,
                    given=credit,
                )
            credit = credit or wish.credit
        figure = replace(
            figure, credit=credit, alt=wish.alt or figure.alt, focus=wish.focus or figure.focus,
            optional=wish.optional or figure.optional, width=wish.width or figure.width,
        )
        if shown is None:
            return figure
        if figure.lines:
            self.supplied.add(plain(figure.caption))
        return replace(figure, src=shown.name, pixels=(shown.width, shown.height))

    def _grant(self, request: Request, wish: StoryWish) -> None:
        at = self._find(request, wish.name, wish.headline, str(wish.headline))
        if at is None:
            return
        story = self.stories[at]
        self.stories[at] = replace(
            story,
            rank=wish.rank or story.rank,
            brief=wish.brief or story.brief,
            jump=wish.jump or story.jump,
            page=wish.page or story.page,
            columns=wish.columns or story.columns,
            manner=wish.manner or story.manner,
            own_id=wish.own_id or story.own_id,
            box=story.box if wish.box is None else wish.box,
            headline_breaks=self._breaks(request, wish, at),
        )

    def _breaks(self, request: Request, wish: StoryWish, at: int) -> tuple[int, ...] | None:
        """Where the headline is to break; lines that are not its words are said."""
        story = self.stories[at]
        if not wish.lines:
            return story.headline_breaks
        headline = self._heads[at]
        found = head_breaks(headline, wish.lines)
        if found is None:
            self._say(
                request, "headline_lines_wrong", at, headline, name=wish.name,
                lines=" | ".join(wish.lines), headline=headline,
            )
        return found

    def _group(self, request: Request, wish: GroupWish) -> None:
        """One head for the stories it names; those of another section than the first's are not."""
        found = [
            at for one in wish.stories
            if (at := self._find(request, wish.name, one, str(one))) is not None
        ]
        for at in found:
            if self.sections[at] != self.sections[found[0]]:
                self._say(
                    request, "group_parted", at, self.stories[at].headline, name=wish.name,
                    head=wish.head,
                )
            else:
                self.stories[at] = replace(self.stories[at], group=wish.head)

    def _find(self, request: Request, name: str, wanted: str | int, text: str) -> int | None:
        """The place of the story an entry names; what fits none or several is said."""
        if isinstance(wanted, int):
            if wanted <= len(request.stories):
                return request.stories[wanted - 1]
            called = Phrase("called_number", {"number": wanted})
            why = Phrase("only_so_many", {"count": len(request.stories)})
        else:
            fits = [
                at for at in request.stories
                if _names(self.stories[at].headline, wanted) or _names(self._heads[at], wanted)
            ]
            if len(fits) > 1:
                self._say(
                    request, "story_ambiguous", fits[0], wanted, name=name, headline=wanted,
                    count=len(fits),
                )
            if fits or (fits := self._renamed(request, name, wanted)):
                return fits[0]
            called = Phrase("called_headline", {"headline": wanted})
            why = Phrase("no_headline_so")
        self._say(request, "no_such_story", None, text, name=name, called=called, why=why)
        return None

    def _renamed(self, request: Request, name: str, wanted: str) -> list[int]:
        """The one story whose headline was mended since the entry named it, where one alone can be.
        """
        named = request.wishes.named
        near = [
            at for at in request.stories
            if is_near(wanted, self._heads[at]) and self._heads[at].strip() not in named
        ]
        if len(near) != 1:
            return []
        self._say(
            request, "story_renamed", near[0], wanted, name=name, old=wanted,
            headline=self._heads[near[0]],
        )
        return near

    def _picture(
        self, request: Request, file: str, text: str, at: int | None = None
    ) -> Picture | None:
        """The picture under a name of its own; the same bytes are kept once."""
        data = request.files.get(file)
        if data is None:
            sidecar = PurePath(request.sidecar).name
            place = Phrase("in_sidecar", {"sidecar": sidecar})
            self._say(request, "picture_missing", at, text or file, place=place, src=file)
            return None
        try:
            return self._kept(request, file, data)
        except UnreadableInput as fault:
            if not request.lenient:
                raise
            self.remarks.append(picture_left_out(file, fault))
            return None

    def _kept(self, request: Request, file: str, data: bytes) -> Picture:
        for name in _names_for(file, request.folder):
            if name not in self.pictures:
                self.pictures[name] = replace(picture(file, data), name=name)
                self._raw[name] = data
                self.remarks += picture_recoloured(file, data)
            if self._raw[name] == data:
                return self.pictures[name]
        raise AssertionError("names never end")

    def _say(
        self, request: Request, kind: str, at: int | None, text: str, **values: Value
    ) -> None:
        sidecar = PurePath(request.sidecar).name
        self.remarks.append(Diagnostic(
            kind, {"sidecar": sidecar, **values}, story=None if at is None else at + 1, text=text
        ))


STOPS = frozenset({"link_outside", "pictures_too_large"})
"""faults that stop a run however lenient: what leads out of the folder, and what is far too much"""


def picture_left_out(file: str, fault: UnreadableInput) -> Diagnostic:
    """The remark that a picture cannot be used, and why."""
    return Diagnostic("picture_left_out", {"file": file, "why": reason_of(fault)}, text=file)


def picture_recoloured(file: str, data: bytes) -> Iterator[Diagnostic]:
    """A remark where the colours of a picture's own profile were changed into those of sRGB."""
    if profile := profile_name(data):
        yield Diagnostic("picture_recoloured", {"file": file, "profile": profile}, text=file)


def _names_for(file: str, folder: str) -> Iterator[str]:
    yield file
    number = 1
    while True:
        yield f"{folder or 'copy'}{f'-{number}' if number > 1 else ''}/{file}"
        number += 1


def _names(headline: str, wanted: str) -> bool:
    return bool(wanted) and wanted in (headline, headline.strip())


def _reworded(story: Story, answers: Sequence[Answer]) -> str:
    """The headline as the answers of its line have it, which are carried out later."""
    headline = story.headline
    for one in answers:
        if one.do is Do.REPLACE and one.line == story.headline_line and (
            headline.count(one.text) == 1
        ):
            headline = headline.replace(one.text, one.words)
    return headline


def _shows(story: Story, src: str) -> bool:
    return any(isinstance(block, Figure) and block.src == src for block in story.body)
