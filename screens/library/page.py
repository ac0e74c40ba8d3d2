"""The library: the cards while one types, and one of them as a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.counting import counted
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.library.acts import ACTS
from coach.library.cards import GROUPS, Card, card, searched
from coach.library.lines import beside, card_lines
from coach.library.trying import running, suggested, try_out
from coach.library.yours import yours
from coach.lines import Told
from screens.base.lines_page import LinesPage
from screens.commitments.acts import with_room
from screens.routes import open_way
from screens.sheets.sheet import Sheet
from screens.widgets.rows import Rows
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.assessment.records import Wording
    from coach.ladders.ladders import Practice
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_TITLE = 34


class LibraryScreen(Sheet[None]):
    """All cards by their groups; what is typed leaves those that say it."""

    TITLE_TEXT = words.library.title
    KEYS = (("↑↓", words.keys.choose), ("enter", words.keys.read), ("esc", words.keys.back))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def inside(self) -> Iterator[Widget]:
        """The line, how many, which."""
        yield Line(placeholder=words.library.wanted, id="wanted")
        yield Static(id="count", markup=False)
        rows = Rows["Card | str"](_draw, is_heading=lambda each: isinstance(each, str), id="found")
        rows.can_focus = False
        yield rows

    def on_mount(self) -> None:
        """All of them, before anything is typed."""
        super().on_mount()
        self.on_input_changed()

    def on_input_changed(self) -> None:
        """Those that say it."""
        typed = self.query_one(Line).written
        found = searched(typed)
        count = counted(len(found), "card")
        said = filled(words.library.found, count=count, typed=typed) if typed else words.library.about
        self.query_one("#count", Static).update(Content(safe_text(said if found else words.library.nothing)))
        self.query_one(Rows).show([*(found if typed else _grouped(found))])

    def on_input_submitted(self) -> None:
        """Reads the card the cursor is on."""
        self.query_one(Rows).action_choose()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Reads it; the list stays where it was."""
        if found := event.rows.current:
            self.home.push_screen(CardScreen(found))

    def action_move(self, step: int) -> None:
        """The list moves."""
        self.query_one(Rows).action_move(step)

    def action_page(self, step: int) -> None:
        """The list turns a page."""
        self.query_one(Rows).action_page(step)


class _Known(NamedTuple):
    wording: Wording
    yours: list[str]
    practice: Practice | None
    until: str
    """Until when it runs as a trial already."""


class CardScreen(LinesPage):
    """One idea on one screen."""

    PLACE = "card"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-card"),
    ]

    def __init__(self, one: Card) -> None:
        super().__init__()
        self._card = one

    async def load(self) -> None:
        """With the person's own numbers of now."""
        known = await self.home.background.do(self._gather)
        self.tell([*card_lines(self._card, known.wording, known.yours), *self._leads(known)])

    def on_rows_chosen(self) -> None:
        """Tries it, goes where it is done, or opens the card beside it."""
        target = self.told.target
        if isinstance(target, Card):
            self.home.push_screen(CardScreen(target))
        elif isinstance(target, str):
            lead_to(self.home, target)
        elif target is not None:
            self.home.attempt(partial(self._try, target))

    def _gather(self) -> _Known:
        coach = self.coach
        held = running(coach, self._card)
        until = coach.days.say(held.gate) if held else ""
        mine, wording = yours(coach, self._card), coach.wording
        return _Known(wording, mine, suggested(coach, self._card), until)

    def _leads(self, known: _Known) -> Iterator[Told]:
        if known.until:
            yield Told(filled(words.library.held_already, day=known.until), "quiet")
        elif known.practice:
            said = f"{known.practice.text}, {known.practice.rhythm}"
            yield Told(filled(words.library.tries, practice=said), target=known.practice)
        elif self._card.tries:
            said = words.library.act[self._card.tries]
            yield Told(filled(words.library.leads, says=said), target=self._card.tries)
        for each in beside(self._card):
            yield Told(f"{words.library.heading.see}: {each.title}", "quiet", each)

    async def _try(self, practice: Practice) -> None:
        coach, one = self.coach, self._card
        made = await with_room(self.home, lambda over: try_out(coach, one, practice, over))
        if made:
            self.home.tell(filled(words.library.tried, day=coach.days.say(made.gate)))


async def open_card(app: CoachApp, name: str) -> None:
    """One by its id."""
    if found := card(name):
        app.push_screen(CardScreen(found))


def lead_to(app: CoachApp, act: str) -> None:
    """Where a card says it is done."""
    target = ACTS[act].way
    if target.startswith("app."):
        app.attempt(partial(_act, app, target))
        return
    place, _, action = target.rpartition(":")
    if place:
        app.attempt(partial(_act, app, f"app.place('{place}')", f"screen.{action}"))
    else:
        open_way(app, action)


async def _act(app: CoachApp, first: str, then: str = "") -> None:
    await app.run_action(first)
    if then:
        app.call_after_refresh(app.run_action, then)


def _grouped(found: list[Card]) -> Iterator[Any]:
    for group in GROUPS:
        yield words.library.group[group]
        yield from (each for each in found if each.group == group)


def _draw(each: Card | str, width: int) -> list[Piece]:
    if isinstance(each, str):
        return [(each, "strong")]
    title = safe_text(each.title)
    return [(f"{title:<{min(_TITLE, width // 2) - 2}}  ", "text"), (safe_text(each.line), "quiet")]
