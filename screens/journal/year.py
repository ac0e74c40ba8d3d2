"""A year at a glance: a sign a day, by what was written or by energy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.core.counting import counted
from coach.core.said_days import month_short, weekday_short
from coach.core.scale import SIGNS
from coach.core.texts import filled, words
from coach.journal.year import NOTHING, DayLook, first_year, look_over
from screens.base.place import Looking
from screens.widgets.energy import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.events import Click
    from textual.widget import Widget

_LEFT = 5
_WEEKS = 54
_NAMED = (0, 2, 4, 6)
"""The days of the week whose names stand at the side."""
_TOP = 1


class YearScreen(Looking):
    """Gives the day that was chosen."""

    PLACE = "year"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-7)", words.keys.week_before, show=False),
        Binding("right,l", "move(7)", words.keys.week_after, show=False),
        Binding("up,k", "move(-1)", words.keys.day_before, show=False),
        Binding("down,j", "move(1)", words.keys.day_after, show=False),
        Binding("enter", "choose", words.keys.go_there, id="go-there"),
        Binding("e", "turn", words.keys.entries_or_energy, id="turn"),
        Binding("left_square_bracket,pageup", "year(-1)", words.keys.year_before, id="year-before"),
        Binding("right_square_bracket,pagedown", "year(1)", words.keys.year_after, id="year-after"),
        Binding("escape", "away", words.keys.back, id="back"),
    ]

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self._days: dict[date, DayLook] = {}
        self._by_energy = False
        self._is_known = False
        self._first = day.year

    def inside(self) -> Iterator[Widget]:
        """What is shown, the year, the day in words."""
        yield Static(id="heading", markup=False)
        yield Static(id="map", markup=False)
        yield Static(id="day-in-words", markup=False)
        yield Static(id="legend", markup=False)

    async def load(self) -> None:
        """Everything kept in the year."""
        store, year, ends = self.coach.store, self._day.year, self.coach.settings.day_ends

        def work() -> tuple[dict[date, DayLook], int]:
            return look_over(store, year, ends), first_year(store) or year

        self._days, self._first = await self.home.background.do(work)
        self._is_known = True
        self._show()

    def on_resize(self) -> None:
        """Two cells a week where there is room."""
        self._show()

    def action_move(self, days: int) -> None:
        """Another day; at the end of the year, the next one."""
        try:
            other = self._day + timedelta(days=days)
        except OverflowError:
            return
        self._to(other)

    def action_year(self, step: int) -> None:
        """This day in another year."""
        day = min(self._day.day, 28) if (self._day.month, self._day.day) == (2, 29) else self._day.day
        self._to(self._day.replace(year=self._day.year + step, day=day))

    def action_turn(self) -> None:
        """By entries, or by energy."""
        self._by_energy = not self._by_energy
        self._show()

    def action_choose(self) -> None:
        """There."""
        self.close(self._day)

    def on_click(self, event: Click) -> None:
        """A click on a day; on the one marked, there."""
        if event.widget is None or event.widget.id != "map":
            return
        week = (event.x - _LEFT) // self._cell + self._weeks.start
        start = date(self._day.year, 1, 1)
        day = start + timedelta(days=week * 7 + (event.y - _TOP) - start.weekday())
        if event.x >= _LEFT and event.y >= _TOP and day.year == self._day.year:
            if day == self._day:
                self.action_choose()
            else:
                self._to(day)

    def _to(self, day: date) -> None:
        today = self.coach.today()
        day = min(max(day, date(self._first, 1, 1)), date(today.year, 12, 31))
        is_other_year = day.year != self._day.year
        self._day = day
        if is_other_year:
            self.attempt(self.load, "load")
        else:
            self._show()

    @property
    def _cell(self) -> int:
        """How many cells of the terminal a week takes."""
        return 2 if self.size.width >= _LEFT + 53 * 2 + 4 else 1

    @property
    def _weeks(self) -> range:
        """The weeks there is room for: the whole year, or the half the day lies in."""
        if self.size.width >= _LEFT + _WEEKS + 4:
            return range(_WEEKS)
        return range(_WEEKS // 2) if self._day.month <= 6 else range(_WEEKS // 2, _WEEKS)  # noqa: PLR2004

    def _show(self) -> None:
        if not self.size.width or not self._is_known:
            return
        what = words.journal.by_energy if self._by_energy else words.journal.by_entries
        total = sum(look.entries for look in self._days.values())
        said = sum(look.energy is not None for look in self._days.values())
        count = counted(said, "check-in") if self._by_energy else counted(total, "entry")
        self.query_one("#heading", Static).update(
            Content.assemble(
                (filled(words.journal.says.year_by, year=self._day.year, what=what), "bold"),
                (f"   {count}", "$quiet"),
            )
        )
        self.query_one("#map", Static).update(self._map())
        self.query_one("#day-in-words", Static).update(self._in_words())
        legend = words.year["legend_energy" if self._by_energy else "legend_entries"]
        self.query_one("#legend", Static).update(Content.styled(legend, "$quiet"))

    def _map(self) -> Content:
        start = date(self._day.year, 1, 1)
        offset = start.weekday()
        lines: list[list[Content | str]] = [[" " * _LEFT, (self._months(start, offset))]]
        for weekday in range(7):
            name = weekday_short(weekday) if weekday in _NAMED else ""
            line: list[Content | str] = [Content.styled(f"{name:<{_LEFT}}", "$quiet")]
            for week in self._weeks:
                day = start + timedelta(days=week * 7 + weekday - offset)
                gap = " " * (self._cell - 1)
                line.append(self._sign(day) if day.year == self._day.year else Content(" "))
                line.append(gap)
            lines.append(line)
        return Content("\n").join(Content.assemble(*line) for line in lines)

    def _months(self, start: date, offset: int) -> Content:
        names = [" "] * (_WEEKS * self._cell)
        for month in range(1, 13):
            first = date(start.year, month, 1)
            place = (offset + (first - start).days) // 7 * self._cell
            names[place : place + 3] = month_short(month)[:3]
        shown = names[self._weeks.start * self._cell : self._weeks.stop * self._cell]
        return Content.styled("".join(shown), "$quiet")

    def _sign(self, day: date) -> Content:
        look = self._days.get(day, NOTHING)
        level = (look.energy or 0) if self._by_energy else min(look.entries, 5)
        seen = f"${role_of(level)}" if self._by_energy or not level else "$primary"
        style = "reverse bold" if day == self._day else seen
        future = day > self.coach.today()
        return Content.styled(" " if future and day != self._day else SIGNS[level], style)

    def _in_words(self) -> Content:
        look = self._days.get(self._day, NOTHING)
        entries = counted(look.entries, "entry") if look.entries else words.journal.says.no_entry
        energy = (
            filled(words.journal.says.and_energy, energy=words.checkin.energy[str(look.energy)])
            if look.energy
            else ""
        )
        unusual = words.journal.says.an_unusual_day if look.unusual else ""
        day = self.coach.days.say(self._day)
        return Content.assemble((f"{day}  ", "bold"), f"{entries}{energy}{unusual}")
