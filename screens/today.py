"""Today: what the day asks, what was written, and how the last weeks were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach.content import words
from coach.daily.checkins import Answers, drafted_day, in_words
from coach.daily.drafts import Draft
from coach.records import Checkin, Entry, written_on
from coach.safe_text import first_line, wrapped
from coach.today import Today, gather
from coach.when import say_day
from screens.place import WIDE, Looking
from screens.widgets.energy import energy_in_words, energy_line
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.content import Prompt
    from screens.widgets.rows import Piece

_INDENT = "   "
_PANEL = 34
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A line of Today, and what it opens."""

    pieces: tuple[Piece, ...]
    target: Any = None


class TodayScreen(Looking):
    """Where a day begins."""

    PLACE = "today"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "direction", "direction", id="direction"),
        Binding("p", "prompt", "write to the question", id="question", show=False),
        Binding("x", "skip", "other question", id="skip"),
        Binding("y", "yesterday", "check in yesterday", id="yesterday", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._skips = 0

    def inside(self) -> Iterator[Widget]:
        """The day on one side, what lies around it on the other."""
        with Container(id="today"):
            yield Rows[Row](lambda row, _: row.pieces, is_heading=lambda row: row.target is None, id="day")
            yield Static(id="around", markup=False)

    def on_mount(self) -> None:
        """Shows what was gathered before the screen was there."""
        self._today, self.home.first = self.home.first, None
        self._seen = self.home.version if self._today else -1
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Lines are cut for the width there is."""
        super().on_resize()
        self._show()

    async def load(self) -> None:
        """Gathers the day."""
        coach = self.coach
        if self._today and coach.reader().today != self._today.day:
            self._skips = 0
        skips = self._skips
        self._today = await self.home.background.do(lambda: gather(coach, skips))
        self._show()

    def action_prompt(self) -> None:
        """Writes to the question of the day."""
        if self._today:
            self._open(self._today.prompt)

    def action_skip(self) -> None:
        """Another question, please."""
        self._skips += 1
        self.attempt(self.load, "load")

    def action_yesterday(self) -> None:
        """Yesterday's check-in, while it is still a record."""
        if self._today:
            self.home.action_checkin(self._today.day - timedelta(days=1))

    def action_direction(self) -> None:
        """Writes down where things go."""
        from screens.sheets.ask import ask_direction  # noqa: PLC0415

        self.home.attempt(partial(ask_direction, self.home))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """A row was opened."""
        row = event.rows.current
        if row is not None:
            self._open(row.target)

    def _open(self, target: Any) -> None:
        from screens.editor import resume, write  # noqa: PLC0415 - not before something is opened
        from screens.entry import EntryScreen  # noqa: PLC0415

        if isinstance(target, Entry):
            self.home.push_screen(EntryScreen(target))
        elif isinstance(target, Draft):
            resume(self.home, target)
        elif isinstance(target, date):
            self.home.action_checkin(target)
        else:
            write(self.home, target)

    def _show(self) -> None:
        if self._today is None or not self.size.width:
            return
        rows = self.query_one(Rows)
        kept = _key(rows.current.target) if rows.current else None
        is_wide = self.size.width >= WIDE
        width = self.size.width - (_PANEL + 11 if is_wide else 5)
        rows.show(
            [*_rows(self._today, width, self.coach.settings.day_ends)],
            keep=lambda row: kept is not None and _key(row.target) == kept,
        )
        around = _panel(self._today) if is_wide else _strip(self._today, self.size.width - 6)
        self.query_one("#around", Static).update(around)


def _key(target: Any) -> Any:
    """What a target is known by, from one look to the next."""
    return getattr(target, "id", None) or getattr(target, "name", None) or target


def _rows(today: Today, width: int, ends: Any) -> Iterator[Row]:
    day = today.day
    yield Row(((f"{day:%A} {day.day} {day:%B}", "strong"),))
    yield Row(())
    if today.trouble:
        yield from (Row(((line, "accent"),)) for line in wrapped(str(today.trouble), width))
        yield Row(())
    if today.is_after_a_gap:
        yield from (Row(((line, "text"),)) for line in wrapped(words("checkin", "gap"), width))
        yield Row(())
    yield _checkin_row(today, width)
    if today.is_yesterday_open:
        yield Row(
            (("○ ", "accent"), (f"{'Yesterday':<17}", "text"), ("still open, if you like", "quiet")),
            day - timedelta(days=1),
        )
    for draft in today.drafts:
        yield _draft_row(draft, today, width)
    yield from _prompt_rows(today.prompt, width)
    last_day = None
    for entry in today.recent:
        its_day = written_on(entry, ends)
        if its_day != last_day:
            yield Row(())
            yield Row(((("Today" if its_day == day else say_day(its_day, day)), "strong"),))
            last_day = its_day
        text = first_line(entry.text, width)
        yield Row(((f"{_INDENT}{entry.at:%H:%M}  ", "quiet"), (text, "text")), entry)


def _checkin_row(today: Today, width: int) -> Row:
    if today.checkin is None:
        return Row((("○ ", "accent"), (f"{'Check in':<17}", "text"), ("half a minute", "quiet")), today.day)
    said = first_line(in_words(today.checkin), max(width - 19, _NARROWEST))
    return Row((("● ", "accent"), (f"{'Checked in':<17}", "text"), (said, "quiet")), today.day)


def _draft_row(draft: Draft, today: Today, width: int) -> Row:
    """What it is, of when, and how it begins."""
    written = datetime.fromisoformat(draft.written)
    when = f"{written:%H:%M}" if written.date() == today.day else say_day(written.date(), today.day)
    label, text = f"Draft, {when}", draft.text
    if draft.kind == Checkin.kind:
        day = drafted_day(draft.name)
        label = "Begun, check-in"
        text = f"{say_day(day, today.day)}: {in_words(Answers.of_fields(draft.fields))}"
    said = first_line(text, max(width - 19, _NARROWEST)) if text else "begun, no words yet"
    return Row((("✎ ", "accent"), (f"{label:<17}", "text"), (said, "quiet")), draft)


def _prompt_rows(prompt: Prompt, width: int) -> Iterator[Row]:
    lines = wrapped(prompt.text, max(width - 19, _NARROWEST))
    yield Row((("? ", "accent"), (f"{'A question':<17}", "text"), (lines[0], "quiet")), prompt)
    for line in lines[1:]:
        yield Row(((" " * 19, "text"), (line, "quiet")))


def _panel(today: Today) -> Content:
    """What lies around the day, in a column of its own."""
    parts = [Content.styled("Direction", "bold")]
    direction = wrapped(today.direction or words("today", "no_direction"), _PANEL)
    parts += [Content.styled(line, "" if today.direction else "$quiet") for line in direction]
    parts += [Content(""), Content.styled("Next", "bold")]
    parts += [Content.assemble((f"{when:<12}", "$quiet"), what) for when, what in _ahead(today)]
    parts += [Content(""), Content.styled(f"Energy, {len(today.energy)} days", "bold")]
    parts += [energy_line(today.energy), Content.styled(energy_in_words(today.energy), "$quiet")]
    return Content("\n").join(parts)


def _strip(today: Today, width: int) -> Content:
    """The same in three lines, where there is little room."""
    direction = first_line(today.direction or words("today", "no_direction"), max(width - 14, _NARROWEST))
    when, what = _ahead(today)[0]
    line = Content.assemble(energy_line(today.energy), "  ")
    numbers = energy_in_words(today.energy)
    room = width - 14 - len(today.energy) - 2
    return Content("\n").join([
        Content.assemble((f"{'Direction':<14}", "bold"), (direction, "" if today.direction else "$quiet")),
        Content.assemble((f"{'Next':<14}", "bold"), (f"{when}  ", "$quiet"), what),
        Content.assemble((f"{'Energy':<14}", "bold"), line, (numbers[: max(room, 0)], "$quiet")),
    ])  # fmt: skip


def _ahead(today: Today) -> Sequence[tuple[str, str]]:
    """What comes next."""
    tomorrow = today.day + timedelta(days=1)
    return [(say_day(tomorrow, today.day), words("today", "tomorrow"))]
