"""Vitality: signs of life and of decay in the practice, each with what it rests on. No score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding

from coach.core.safe_text import safe_text, wrapped
from coach.core.texts import words
from coach.reflection.vitality import SIGNS, ritual_line, vitality
from screens.base.place import Listing
from screens.routes import open_fact
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.facts import Fact
    from coach.reflection.vitality import Sign, Vitality
    from screens.widgets.rows import Piece

_WIDEST, _NARROWEST = 100, 30
_INDENT = "    "


class SignRow(NamedTuple):
    """A line, and what it rests on."""

    pieces: tuple[Piece, ...] = ()
    fact: Fact | None = None


class VitalityScreen(Listing):
    """The page."""

    PLACE = "vitality"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "replant", "plant anew", id="replant"),
        Binding("escape", "away", "back", id="back-from-vitality"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Vitality | None = None

    def inside(self) -> Iterator[Widget]:
        """One list."""
        yield Rows[SignRow](
            lambda row, _: row.pieces, is_heading=lambda row: row.fact is None or not row.fact.ids, id="gates"
        )

    async def load(self) -> None:
        """As the records say now."""
        coach = self.coach
        self._known = await self.home.background.do(lambda: vitality(coach))
        self.show_list()
        self.refresh_bindings()

    def on_rows_chosen(self) -> None:
        """What it rests on."""
        row = self.query_one(Rows).current
        if row and row.fact:
            self.home.attempt(partial(open_fact, self.home, row.fact))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offered when the evidence fits."""
        del parameters
        return action != "replant" or bool(self._known and self._known.replant)

    def action_replant(self) -> None:
        """S13: begins again with what the practice is for."""
        from screens.reflection.looking_back import look_back

        self.home.attempt(partial(look_back, self.home, "replant"))

    def show_list(self) -> None:
        """As it is known now."""
        if self._known and self.size.width:
            width = max(min(self.size.width - 8, _WIDEST), _NARROWEST)
            self.query_one(Rows).show([*_rows(self._known, width)], keep=lambda _: False)


def _rows(known: Vitality, width: int) -> Iterator[SignRow]:
    yield SignRow(((words("vitality", "title"), "strong"),))
    yield from _said(words("vitality", "lead"), width, "quiet")
    for heading, is_life in (("life", True), ("decay", False)):
        yield SignRow()
        yield SignRow(((words("vitality", heading), "strong"),))
        for sign in known.signs:
            if sign.is_life == is_life:
                yield from _of(sign, width)
    if known.calls:
        yield SignRow()
        yield SignRow(((words("vitality", "calls"), "strong"),))
        yield from _said(known.calls, width, "text")
    yield SignRow()
    yield SignRow(((words("vitality", "ritual"), "strong"),))
    if known.measure is None:
        yield from _said(words("vitality", "ritual_none"), width, "quiet")
    else:
        for each in known.measure.signs:
            yield SignRow(((f"{SIGNS[each.is_so]} ", "accent"), (ritual_line(each), "text")))
        if known.measure.is_ritual:
            yield from _said(words("vitality", "ritual_asks"), width, "text")
    if known.replant:
        yield SignRow()
        yield SignRow(((words("vitality", "replant"), "strong"),))
        first, *more = wrapped(safe_text(known.replant.text), width)
        yield SignRow((("✎ ", "accent"), (first, "text")), known.replant)
        yield from (SignRow((("  ", "text"), (each, "text"))) for each in more)


def _of(sign: Sign, width: int) -> Iterator[SignRow]:
    """The sign, whether it is there, and the numbers."""
    said = words("vitality", {True: "there", False: "not_there", None: "unknown"}[sign.is_there])
    title = f"{sign.title:<52}"
    yield SignRow(((f"{SIGNS[sign.is_there]} ", "accent"), (title, "text"), (said, "quiet")), sign.fact)
    for each in wrapped(safe_text(sign.fact.text), width - len(_INDENT)):
        yield SignRow(((_INDENT, "text"), (each, "quiet")))


def _said(text: str, width: int, role: str) -> Iterator[SignRow]:
    yield from (SignRow(((each, role),)) for each in wrapped(text, width))
