"""The journal: everything written, day by day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.checkin.checkins import in_words
from coach.core.errors import CoachError
from coach.core.safe_text import first_line, safe_text
from coach.core.when import say_day
from coach.journal.pages import DayRow, after, month_rows
from coach.journal.records import Entry
from screens.base.place import Looking
from screens.base.text_page import delete
from screens.journal.entry import EntryScreen, describe
from screens.routes import way
from screens.sheets.ask import AskSheet
from screens.widgets.rows import Rows
from screens.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget

    from screens.widgets.rows import Piece

_PREVIEWED = 4_000
_FIRST_ROWS = 200
_NARROWEST = 12


Row = DayRow | Entry


class JournalScreen(Looking):
    """The list, and beside it what the cursor stands on."""

    PLACE = "journal"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "change", "change", id="change"),
        Binding("d", "delete", "delete", id="delete"),
        Binding("g", "jump", "go to date", id="jump"),
        Binding("y", "year", "year", id="year"),
        Binding("o", "this_day", "on this day", id="this-day"),
        Binding("m", "markdown", "Markdown", id="markdown", show=False),
        Binding("w", "prompt", "write to a question", id="question", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._months: list[str] = []
        self._is_loading = False
        self._is_markdown = False

    def inside(self) -> Iterator[Widget]:
        """The days on one side, the entry on the other."""
        with Container(id="journal"):
            yield Rows[Row](self._draw, is_heading=_is_heading, id="days")
            with Vertical(id="preview"):
                yield Static(id="heading", markup=False)
                yield TextView(id="text")

    def on_mount(self) -> None:
        """The cursor is in the list."""
        rows = self.query_one(Rows)
        rows.empty = "Nothing here yet. n writes the first entry."
        rows.focus()

    def on_resize(self) -> None:
        """The preview is laid out for the width."""
        super().on_resize()
        self._preview()

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

    def on_rows_highlighted(self) -> None:
        """The preview follows, and the keys that work here."""
        self._preview()
        self.refresh_bindings()

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
        return row.day if isinstance(row, DayRow) else self.coach.days.about(row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Where nothing is, nothing can be changed."""
        del parameters
        has_row = bool((rows := self.query(Rows)) and rows.first().current)
        return has_row or action not in {"change", "delete", "markdown"}

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

    def action_markdown(self) -> None:
        """The preview as Markdown, or as it was written."""
        self._is_markdown = not self._is_markdown
        self._preview()

    def action_prompt(self) -> None:
        """A question to write to."""
        from screens.journal.editor import write

        async def ask() -> None:
            coach = self.coach
            write(self.home, await self.home.background.do(lambda: coach.prompts.of(coach.today())))

        self.home.attempt(ask)

    def action_jump(self) -> None:
        """To a date typed."""
        self.home.attempt(self._jump)

    async def _jump(self) -> None:
        hint = "yesterday, 12 march, -3m, 2025-06"
        sheet = AskSheet("Go to a date", hint=hint, read=self._understood, check=self.coach.reader().span)
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
            return "not a date yet"

    async def go_to(self, day: date) -> None:
        """The cursor to the latest thing of a day, or of the latest day before it."""
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
        if place is None:
            self.home.tell(f"Nothing is older than {self.coach.days.say(self._last_day())}.")
        rows.go(len(rows.items) - 1 if place is None else place)
        rows.focus()

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

    def _preview(self) -> None:
        row = self.query_one(Rows).current
        if self.has_class("-wide") and row:
            self.attempt(partial(self._lay_out, row), "preview")

    async def _lay_out(self, row: Row) -> None:
        today = self.coach.today()
        if isinstance(row, Entry):
            heading, text = describe(row, today), row.text[:_PREVIEWED]
        else:
            heading = Content.styled(say_day(row.day, today), "bold")
            text = in_words(row.checkin) if row.checkin else ""
        self.query_one("#heading", Static).update(heading)
        view = self.query_one(TextView)
        work = view.prepare(text, is_markdown=self._is_markdown and isinstance(row, Entry))
        view.show(await self.home.background.do(work))

    def _draw(self, row: Row, width: int) -> tuple[Piece, ...]:
        today = self.coach.today()
        if isinstance(row, DayRow):
            day = say_day(row.day, today)
            said = (
                first_line(in_words(row.checkin), max(width - len(day) - 4, _NARROWEST))
                if row.checkin
                else ""
            )
            return (day, "strong"), (f"   {said}" if said else "", "quiet")
        tags = safe_text(" ".join(f"#{tag}" for tag in row.tags))
        tags = f"  {first_line(tags, width // 4)}" if tags else ""
        text = first_line(row.text, max(width - 9 - len(tags), _NARROWEST))
        return (f"  {row.at:%H:%M}  ", "quiet"), (text, "text"), (tags, "accent")


def _is_heading(row: Row) -> bool:
    """A day of which nothing was said is only a heading."""
    return isinstance(row, DayRow) and row.checkin is None


def _key(row: Row | None) -> object:
    """What a row is known by, from one look to the next."""
    return row.day if isinstance(row, DayRow) else row.id if row else None
