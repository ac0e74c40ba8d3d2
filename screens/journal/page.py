"""The journal: everything written, day by day."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content

from coach.checkin.checkins import in_words
from coach.core.days import month_ends
from coach.core.errors import CoachError
from coach.core.record import day_about
from coach.core.safe_text import cells, first_line, safe_text
from coach.core.said_days import say_day
from coach.core.scale import SIGNS
from coach.core.texts import filled, words
from coach.journal.pages import DayPage, DayRow, after, day_page, month_rows
from coach.journal.records import Entry
from coach.journal.year import NOTHING, DayLook
from screens.base.place import Looking
from screens.base.text_page import delete
from screens.journal.another_day import another_day
from screens.journal.day import day_card
from screens.journal.entry import EntryScreen
from screens.journal.month import month_card
from screens.routes import way
from screens.sheets.ask import AskSheet
from screens.widgets.board import Board
from screens.widgets.cards import alone, inside
from screens.widgets.energy import role_of
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from screens.widgets.drawn import Piece

_FIRST_ROWS = 200
_RESTS = 0.06
"""Seconds: who turns pages waits for no day."""
_NARROWEST = 12


Row = DayRow | Entry


class JournalScreen(Looking):
    """The month, the days below it, and beside them the day the cursor is in."""

    PLACE = "journal"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "change", words.keys.change, id="change"),
        Binding("d", "delete", words.keys.delete, id="delete", show=False),
        Binding("g", "jump", words.keys.go_to_date, id="jump"),
        Binding("left_square_bracket", "month(-1)", words.keys.month_before, id="month-before", show=False),
        Binding("right_square_bracket", "month(1)", words.keys.month_after, id="month-after", show=False),
        Binding("t", "another_day", words.keys.another_day, id="another-day"),
        Binding("y", "year", words.keys.year, id="year"),
        Binding("o", "this_day", words.keys.earlier_years, id="this-day"),
        Binding("w", "prompt", words.keys.write_to_a_question, id="question", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._months: list[str] = []
        self._is_loading = False
        self._looks: dict[date, DayLook] = {}
        """What the rows say of each day: the margin and the month are drawn by it."""
        self._page: DayPage | None = None

    def inside(self) -> Iterator[Widget]:
        """The month and its days on one side, the day on the other."""
        with Container(id="journal"):
            with Vertical(id="days-of"):
                yield Board(id="month")
                yield Rows[Row](self._draw, is_heading=_is_heading, id="days")
            yield Board(id="day", is_filled=True)

    def on_mount(self) -> None:
        """The cursor is in the list."""
        rows = self.query_one(Rows)
        rows.add_class("card")
        rows.border_title = Content(words.journal.days)
        rows.empty = words.journal.empty
        rows.focus()

    async def load(self) -> None:
        """The newest months, and as far down as was looked at."""
        rows = self.query_one(Rows)
        wanted = max(len(rows.items), _FIRST_ROWS)
        coach, ends = self.coach, self.coach.settings.day_ends

        def newest() -> tuple[list[Row], list[str]]:
            months, found = coach.store.months(), list[Row]()
            while months and len(found) < wanted:
                found += after(found, month_rows(coach.store, months.pop(0), ends))
            return found, months

        found, self._months = await self.home.background.do(newest)
        self._looks, self._page = {}, None
        self._learn(found)
        kept = _key(rows.current)
        rows.show(found, keep=lambda row: kept is not None and _key(row) == kept)

    async def _more(self, until: str = "") -> None:
        """The next month that holds something; with `until`, all down to that one."""
        rows, coach, ends = self.query_one(Rows), self.coach, self.coach.settings.day_ends
        while self._months and (not until or self._months[0] >= until):
            month = self._months[0]
            further = await self.home.background.do(partial(month_rows, coach.store, month, ends))
            if not self._months or self._months[0] != month:
                return  # somebody else brought it meanwhile
            del self._months[0]
            self._learn(further)
            rows.more(after(rows.items, further))
            if further and not until:
                return

    def on_rows_ran_short(self) -> None:
        """Brings what comes next before it is needed."""
        if self._months and not self._is_loading:
            self._is_loading = True
            self.home.attempt(self._bring_more)

    async def _bring_more(self) -> None:
        try:
            await self._more()
        finally:
            self._is_loading = False

    def _learn(self, rows: list[Row]) -> None:
        """How much was written on each day, and its energy."""
        for row in rows:
            day = self._day_of(row)
            entries, energy, _ = self._looks.get(day, NOTHING)
            if isinstance(row, DayRow):
                self._looks[day] = DayLook(entries, row.checkin.energy if row.checkin else energy)
            else:
                self._looks[day] = DayLook(entries + 1, energy)

    def on_rows_highlighted(self) -> None:
        """The month and the day follow, and the keys that work here."""
        self.attempt(self._follow, "day")
        self.refresh_bindings()

    def on_board_highlighted(self) -> None:
        """A day of the month was gone to: the list follows."""
        board = self.query_one("#month", Board)
        if board.has_focus and board.value and board.value != self._day:
            self.attempt(partial(self._to_day, board.value), "day")

    def on_board_chosen(self) -> None:
        """From the month into the list."""
        self.query_one(Rows).focus()

    async def _to_day(self, day: date) -> None:
        place = await self._place_of(day)
        if place is not None:
            self.query_one(Rows).go(place)

    async def _follow(self) -> None:
        """The month and the day the cursor is in, once it rests there."""
        await asyncio.sleep(_RESTS)
        month, board = self.query_one("#month", Board), self.query_one("#day", Board)
        if not (month.display or board.display):
            return
        day, coach = self._day, self.coach
        if self._page is None or self._page.day != day:
            entries = self._entries_of(day)
            self._page = await self.home.background.do(lambda: day_page(coach, day, entries))
        page, looks, first, today = self._page, self._looks, day.replace(day=1), coach.today()
        here = self._current.id if self._current else ""
        week = day - timedelta(days=day.weekday())
        kept = month.target if month.has_focus else week
        month.show(lambda *_: alone(month_card(first, looks, today)), lambda target: target == kept, day)
        board.show(lambda width, _: alone(day_card(page, here, inside(width))))

    def _entries_of(self, day: date) -> list[Entry]:
        """Those of the day the cursor is in, which stand together in the list, in their order."""
        items, last = self.query_one(Rows).items, self.query_one(Rows).cursor
        while last + 1 < len(items) and self._day_of(items[last + 1]) == day:
            last += 1
        own = takewhile(
            lambda row: self._day_of(row) == day,
            (items[at] for at in range(min(last, len(items) - 1), -1, -1)),
        )
        return [row for row in own if isinstance(row, Entry)]

    def on_rows_chosen(self) -> None:
        """Reads the entry, or opens the day's check-in."""
        if entry := self._current:
            self.home.push_screen(EntryScreen(entry))
        elif isinstance(row := self.query_one(Rows).current, DayRow):
            self.home.attempt(partial(way("look_at_day"), self.home, row.day))

    @property
    def _current(self) -> Entry | None:
        current = self.query_one(Rows).current
        return current if isinstance(current, Entry) else None

    @property
    def _day(self) -> date:
        """The day the cursor is in."""
        current = self.query_one(Rows).current
        return self._day_of(current) if current else self.coach.today()

    def _day_of(self, row: Row) -> date:
        return row.day if isinstance(row, DayRow) else day_about(row, self.coach.settings.day_ends)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Where nothing is, nothing can be changed."""
        del parameters
        has_row = bool((rows := self.query(Rows)) and rows.first().current)
        return has_row or action not in {"change", "delete"}

    def action_change(self) -> None:
        """Opens the entry on the page."""
        from screens.journal.editor import change

        if entry := self._current:
            change(self.home, entry)
        else:
            self.on_rows_chosen()

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        row = self.query_one(Rows).current
        if record := row.checkin if isinstance(row, DayRow) else row:
            self.home.attempt(partial(delete, self.home, record))

    def action_month(self, step: int) -> None:
        """To the end of the month before, or of the one after."""
        first = self._day.replace(day=1)
        other = first - timedelta(days=1) if step < 0 else month_ends(month_ends(first) + timedelta(days=1))
        self.attempt(partial(self._to_day, min(other, self.coach.today())), "day")

    def action_prompt(self) -> None:
        """A question to write to."""
        from screens.journal.editor import write

        async def ask() -> None:
            coach = self.coach
            write(self.home, await self.home.background.do(lambda: coach.prompts.of(coach.today())))

        self.home.attempt(ask)

    def action_another_day(self) -> None:
        """Writes, checks in or marks for a day that was: the one the cursor is in, or one that is typed."""
        self.home.attempt(partial(another_day, self.home, self._day))

    def action_jump(self) -> None:
        """To a date typed."""
        self.home.attempt(self._jump)

    async def _jump(self) -> None:
        title, hint = words.journal.go_to, words.journal.go_to_hint
        sheet = AskSheet(title, hint=hint, read=self._understood, check=self.coach.reader().span)
        typed = await self.home.push_screen_wait(sheet)
        if typed:
            await self.go_to(self.coach.reader().span(typed)[1])

    def _understood(self, typed: str) -> str:
        if not typed.strip():
            return ""
        try:
            reader = self.coach.reader()
            return say_day(reader.span(typed)[1], reader.today)
        except CoachError:
            return words.journal.no_date

    async def go_to(self, day: date) -> None:
        """The cursor to the latest thing of a day, or of the latest day before it."""
        place, rows = await self._place_of(day), self.query_one(Rows)
        if place is None:
            oldest = self.coach.days.say(self._last_day())
            self.home.tell(filled(words.journal.earlier, day=oldest))
        rows.go(len(rows.items) - 1 if place is None else place)
        rows.focus()

    async def _place_of(self, day: date) -> int | None:
        """Where the latest thing of a day lies in the list, or of the latest day before it."""
        await self._more(f"{day:%Y-%m}")
        rows = self.query_one(Rows)

        def find() -> int | None:
            return next(
                (
                    place
                    for place, row in enumerate(rows.items)
                    if not _is_heading(row) and self._day_of(row) <= day
                ),
                None,
            )

        place = find()
        while place is None and self._months:
            await self._more()
            place = find()
        return place

    def _last_day(self) -> date:
        days = [row.day for row in self.query_one(Rows).items if isinstance(row, DayRow)]
        return days[-1] if days else self.coach.today()

    def action_year(self) -> None:
        """The year at a glance."""
        self.home.attempt(self._year)

    async def _year(self) -> None:
        from screens.journal.year import YearScreen

        chosen = await self.home.push_screen_wait(YearScreen(self._day))
        if chosen is not None:
            await self.go_to(chosen)

    def action_this_day(self) -> None:
        """What was written on this day in other years."""
        from screens.journal.this_day import this_day

        self.home.attempt(partial(this_day, self.home, self._day))

    def _draw(self, row: Row, width: int) -> tuple[Piece, ...]:
        day = self._day_of(row)
        level = self._looks.get(day, NOTHING).energy
        margin = (f"{SIGNS[level or 0]} ", role_of(level))
        if isinstance(row, DayRow):
            said = say_day(day, self.coach.today())
            room = max(width - len(said) - 5, _NARROWEST)
            felt = first_line(in_words(row.checkin), room) if row.checkin else ""
            return margin, (said, "strong"), (f"   {felt}", "quiet")
        tags = safe_text(" ".join(f"#{tag}" for tag in row.tags))
        tags = f"  {first_line(tags, width // 4)}" if tags else ""
        text = first_line(row.text, max(width - 9 - cells(tags), _NARROWEST))
        return margin, (f"{row.at:%H:%M}  ", "quiet"), (text, "text"), (tags, "accent")


def _is_heading(row: Row) -> bool:
    """A day of which nothing was said is only a heading."""
    return isinstance(row, DayRow) and row.checkin is None


def _key(row: Row | None) -> object:
    """What a row is known by, from one look to the next."""
    return row.day if isinstance(row, DayRow) else row.id if row else None
