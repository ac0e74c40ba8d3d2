"""Searching: results while typing, newest first, and the screen never waits for them."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.counting import counted
from coach.core.kinds import called
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.find import Filter, asked_for, by_kind
from coach.query import shown as terms_shown
from coach.signals.records import Signal
from coach.signals.sight import in_sight
from screens.routes import open_record
from screens.sheets.sheet import Sheet
from screens.widgets.rows import Rows
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.find import Hit
    from screens.widgets.drawn import Piece

_MOST = 2_000
_MOMENT = 0.1
"""Seconds after which what was found so far is shown."""


class SearchSheet(Sheet[Any]):
    """Words, "phrases" and #tags. The list moves while the line keeps the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]
    TITLE_TEXT = words.keys.search_title
    KEYS = (("↑↓", words.keys.choose), ("enter", words.keys.read), ("esc", words.keys.back))

    _hidden = 0
    """Signals that say it and are out of sight."""

    def inside(self) -> Iterator[Widget]:
        """The line, how many, which."""
        yield Line(placeholder=words.search.hint, id="wanted")
        yield Static(id="count", markup=False)
        rows = Rows["Hit | str"](self._draw, is_heading=lambda each: isinstance(each, str), id="found")
        rows.can_focus = False
        yield rows

    def on_input_changed(self) -> None:
        """Searches for what stands there now; what was searched before is given up."""
        self.home.attempt(self._search, of=self, latest="search")

    async def _search(self) -> None:
        terms, tags = asked_for(self.query_one(Line).written)
        rows, count = self.query_one(Rows), self.query_one("#count", Static)
        if not terms and not tags:
            rows.show([])
            count.update(words.search.about)
            return
        shown, found = await self._show(terms, tags)
        meant: list[str] = []
        if not found and terms:
            meant = await self.home.background.do(lambda: self.coach.search.near(terms))
        if meant:
            shown, found = await self._show(meant, tags)
        if not shown:
            rows.show([])
        elif len(groups := by_kind(found)) > 1:
            here = rows.current
            rows.show(_grouped(groups), keep=lambda each: each is here)
        said = _counted(len(found), "" if len(found) < _MOST else words.search.says.the_newest)
        if self._hidden:
            more = filled(words.signals.found_app, count=counted(self._hidden, "signal"))
            said = Content.assemble(said, ". ", (more, "$quiet"))
        if meant and found:
            said = Content.assemble(filled(words.search.near, meant=" ".join(terms_shown(meant))), "  ", said)
        count.update(said)

    async def _show(self, terms: list[str], tags: list[str]) -> tuple[bool, list[Hit]]:
        """What is found, month by month, while it is found."""
        rows, count = self.query_one(Rows), self.query_one("#count", Static)
        months = self.coach.search.by_month(terms, Filter(tags=tuple(tags)))
        found: list[Hit] = []
        shown = False
        self._hidden = 0
        goes_on = True
        while goes_on and len(found) < _MOST:
            there, hidden, goes_on = await self.home.background.do(partial(_more, months, self.coach))
            self._hidden += hidden
            found += there
            if there and not shown:
                rows.show(found)
                shown = True
            elif there:
                rows.more(())  # the list grew
            if goes_on:
                count.update(_counted(len(found), "…"))
        return shown, found

    def on_screen_resume(self) -> None:
        """What was opened from here may have changed."""
        super().on_screen_resume()
        self.on_input_changed()

    def on_input_submitted(self) -> None:
        """Reads what the cursor is on."""
        self.query_one(Rows).action_choose()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Reads it; the search stays where it was."""
        if hit := event.rows.current:
            self.take(hit)

    def take(self, hit: Hit) -> None:
        """What was found is opened."""
        open_record(self.home, hit.record)

    def action_move(self, step: int) -> None:
        """The list moves."""
        self.query_one(Rows).action_move(step)

    def action_page(self, step: int) -> None:
        """The list turns a page."""
        self.query_one(Rows).action_page(step)

    def _draw(self, hit: Hit | str, width: int) -> list[Piece]:
        if isinstance(hit, str):
            return [(hit, "strong")]
        day = self.coach.days.about(hit.record)
        when = self.coach.days.say(day)
        text, spans, is_cut, goes_on = hit.excerpt(max(width - 19, 12))
        pieces: list[Piece] = [(f"{when:<16}", "quiet"), ("…" if is_cut else " ", "quiet")]
        last = 0
        for first, end in spans:
            pieces += [(_flat(text[last:first]), "text"), (_flat(text[first:end]), "accent")]
            last = end
        return [*pieces, (_flat(text[last:]), "text"), ("…" if goes_on else "", "quiet")]


class CiteSheet(SearchSheet):
    """Searching, to rest an answer on what is found."""

    TITLE_TEXT = words.keys.rest_it_on_a_record
    KEYS = (("↑↓", words.keys.choose), ("enter", words.keys.rest_it_on_this), ("esc", words.keys.back))

    def take(self, hit: Hit) -> None:
        """This one."""
        self.close(hit.record)


def _once(hits: list[Hit]) -> list[Hit]:
    """What was parked in a check-in stands in the check-in already."""
    there = {hit.record.id for hit in hits}
    return [hit for hit in hits if not (isinstance(hit.record, Signal) and hit.record.checkin in there)]


def _more(months: Iterator[list[Hit]], coach: Coach) -> tuple[list[Hit], int, bool]:
    """What is found in a moment: what may be seen now, how many signals wait, whether there are more months.
    Each month by itself would be drawn by itself."""
    found: list[Hit] = []
    waiting = 0
    until = time.monotonic() + _MOMENT
    for hits in months:
        there, hidden = in_sight(_once(hits), coach)
        found += there
        waiting += len(hidden)
        if time.monotonic() > until:
            return found, waiting, True
    return found, waiting, False


def _grouped(groups: list[tuple[str, list[Hit]]]) -> list[Hit | str]:
    """A kind at a time, below its name."""
    rows: list[Hit | str] = []
    for kind, hits in groups:
        rows.append(f"{called(kind).capitalize()}   {len(hits)}")
        rows += hits
    return rows


def _flat(text: str) -> str:
    return safe_text(text.replace("\n", " ").expandtabs(1))


def _counted(count: int, more: str) -> Content:
    return Content.styled(filled(words.search.says.found, count=f"{count:,}", more=more), "$quiet")
