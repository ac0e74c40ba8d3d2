"""What was begun and not kept: each can be gone on with, thrown away, or left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.safe_text import first_line, padded
from coach.core.texts import filled, words
from coach.describe import in_full
from coach.today.begun import begun_said, kept_since, when_said, words_of
from screens.base.list_page import ListPage
from screens.routes import as_it_lies
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.drafts import Draft
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_LABEL, _SHOWN, _LINES = 26, 40, 10


class Known(NamedTuple):
    """What is shown."""

    drafts: list[Draft]
    day: date


class DraftsScreen(ListPage["Known", "Draft"]):
    """The latest first."""

    PLACE = "drafts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,d", "throw", words.keys.throw_away, id="throw-draft"),
        Binding("escape", "away", words.keys.back, id="back-from-drafts"),
    ]

    def gather(self, coach: Coach) -> Known:
        """All of them, however old."""
        return Known(list(coach.drafts.left()), coach.today())

    def title_of(self, known: Known) -> tuple[str, str]:
        """How many there are."""
        return words.today.drafts, counted(len(known.drafts), "draft") if known.drafts else ""

    def next(self, known: Known, width: int) -> Card:
        """What can be done with them."""
        said = words.today.drafts_about if known.drafts else words.today.drafts_none
        return Card(words.today.drafts, told(said, width))

    def items(self, known: Known) -> list[Draft]:
        """The latest first."""
        return known.drafts

    def key(self, item: Draft) -> str:
        """By its name."""
        return item.name

    def draw(self, item: Draft, width: int) -> Sequence[Piece]:
        """What it is, and how it begins."""
        label, text = begun_said(item, self.coach.days)
        return [
            (f"{padded(label, _LABEL)} ", "text"),
            (first_line(text, max(width - _LABEL - 1, 8)), "quiet"),
        ]

    def beside(self, item: Draft, coach: Coach, width: int) -> Card:
        """Its words; and what was kept since, where that is newer."""
        lines = [line for each in words_of(item, coach.days)[:_SHOWN] for line in told(each, width)]
        if since := kept_since(coach, item):
            lines += told(words.today.kept_since, width, "asked")
            lines += [
                line for each in in_full(since, coach).splitlines() for line in told(each, width, "quiet")
            ]
        when = filled(words.today.written_on, when=when_said(item, coach.days))
        return Card(when, tuple(lines) or told(words.today.draft_empty, width, "quiet"))

    def open(self, item: Draft) -> None:
        """It is gone on with."""
        self.home.attempt(partial(as_it_lies, self.home, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there goes."""
        if action == "throw":
            return self.known is not None and self.current is not None
        return action != "delete" and super().check_action(action, parameters)

    def action_throw(self) -> None:
        """Away with it; that is asked, for nothing brings it back."""
        if here := self.current:
            self.home.attempt(partial(self._throw, here))

    async def _throw(self, draft: Draft) -> None:
        if await throw(self.home, draft):
            await self.load()


async def throw(app: CoachApp, draft: Draft) -> bool:
    """Its words are shown once more, and then it is gone; gives whether it is."""
    said, drafts = words.today, app.coach.drafts
    text = [line for each in words_of(draft, app.coach.days) for line in each.splitlines() if line.strip()]
    more = [filled(said.throw_more, count=len(text) - _LINES)] if len(text) > _LINES else []
    lines = [said.throw_about, "", *(first_line(each, 200) for each in text[:_LINES]), *more]
    if not await app.push_screen_wait(ConfirmSheet(said.throw, lines)):
        return False
    if not await app.background.do(lambda: drafts.throw(draft)):
        app.tell(said.throw_moved)
        return True
    app.version += 1
    app.tell(said.thrown)
    return True
