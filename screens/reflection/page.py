"""Reflect: what can be looked back on now, and past reflections to read again."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.record import day_about
from coach.core.safe_text import first_line, safe_lines
from coach.core.texts import words
from coach.core.when import say_day
from coach.cycle.words import stands_line
from coach.describe import in_full, name_of
from coach.reflection.records import Reflection
from screens.base.place import WIDE, Listing
from screens.routes import way
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.cycle.records import Reassessment
    from coach.reflection.records import ReflectionName
    from screens.widgets.rows import Piece

_MOST = 500
_LABEL, _DAYS = 23, 19

Now = Literal["weekly", "monthly", "quarterly", "reassessment", "action", "vitality"]
_NOW: tuple[Now, ...] = ("weekly", "monthly", "quarterly", "reassessment", "action", "vitality")


class ReflectRow(NamedTuple):
    """A heading, something for now, or a past one."""

    heading: str = ""
    now: Now | None = None
    past: Reflection | Reassessment | None = None


class Standing(NamedTuple):
    """How it stands with one of them."""

    about: str = ""
    said: str = ""
    is_done: bool = False


class Known(NamedTuple):
    """What the place shows."""

    day: date
    now: dict[Now, Standing]
    past: list[Reflection | Reassessment]


class ReflectScreen(Listing):
    """The place."""

    PLACE = "reflect"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "begin('weekly')", "week", id="weekly"),
        Binding("m", "begin('monthly')", "month", id="monthly"),
        Binding("t", "begin('quarterly')", "quarter", id="quarterly"),
        Binding("r", "begin('reassessment')", "reassess", id="reassess"),
        Binding("a", "begin('action')", "after-action", id="after-action"),
        Binding("v", "begin('vitality')", "vitality", id="vitality"),
        Binding("x", "emergency", "emergency", id="emergency-reassessment", show=False),
        Binding("d", "delete", "delete", id="delete-reflection", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None

    def inside(self) -> Iterator[Widget]:
        """The list, and beside it what was said."""
        with Container(id="reflect"):
            yield Rows[ReflectRow](self._draw, is_heading=lambda row: not (row.past or row.now), id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="details", markup=False)

    async def load(self) -> None:
        """What is there to look back on, and what was."""
        coach = self.coach
        self._known = await self.home.background.do(lambda: _gather(coach))
        self.show_list()

    def on_rows_highlighted(self) -> None:
        """Another one beside the list."""
        if self.size.width >= WIDE:
            self.attempt(self._tell, "details")

    async def _tell(self) -> None:
        row, coach = self.query_one(Rows).current, self.coach
        text = words("reflect", "about", row.now) if row and row.now else ""
        if row and (past := row.past):
            text = await self.home.background.do(lambda: in_full(past, coach))
        self.query_one("#details", Static).update(Content("\n".join(safe_lines(text))))

    def on_rows_chosen(self) -> None:
        """Begins it, or reads it."""
        row = self.query_one(Rows).current
        if row and row.past:
            from screens.base.record_page import RecordPage

            self.home.push_screen(RecordPage(row.past))
        elif row and row.now:
            self.action_begin(row.now)

    def action_begin(self, name: Now) -> None:
        """One of them."""
        home = self.home
        if name == "weekly":
            from screens.reflection.weekly import review

            home.attempt(partial(review, home))
        elif name == "reassessment":
            home.attempt(partial(way("reassess"), home))
        elif name == "vitality":
            from screens.reflection.vitality import VitalityScreen

            home.push_screen(VitalityScreen())
        else:
            from screens.reflection.looking_back import look_back

            kind: ReflectionName = name
            home.attempt(partial(look_back, home, kind))

    def action_emergency(self) -> None:
        """S10: the frame cracked, and the window is too far."""
        self.home.attempt(partial(way("emergency"), self.home))

    def action_delete(self) -> None:
        """Away with a past one; undo brings it back."""
        from screens.base.text_page import delete

        row = self.query_one(Rows).current
        if row and row.past:
            self.home.attempt(partial(delete, self.home, row.past))

    def show_list(self) -> None:
        """As it is known now."""
        known = self._known
        if known is None or not self.size.width:
            return
        rows: list[ReflectRow] = [
            ReflectRow(words("reflect", "now")),
            *(ReflectRow(now=name) for name in _NOW),
            ReflectRow(" "),
        ]
        rows.append(ReflectRow(words("reflect", "past" if known.past else "none")))
        rows += [ReflectRow(past=each) for each in known.past]
        kept: Any = self.query_one(Rows).current
        self.query_one(Rows).show(rows, keep=lambda row: bool(kept and _key(row) == _key(kept)))

    def _draw(self, row: ReflectRow, width: int) -> list[Piece]:
        known = self._known
        assert known  # noqa: S101 - rows are drawn of what is known
        if row.now:
            now = known.now[row.now]
            return [
                ("● " if now.is_done else "○ ", "accent"),
                (f"{words('reflect', 'row', row.now):<{_LABEL}}", "text"),
                (f"{now.about:<{_DAYS}}", "quiet"),
                (now.said, "quiet"),
            ]
        if row.past is None:
            return [(row.heading, "strong" if row.heading.strip() else "text")]
        past, ends = row.past, self.coach.settings.day_ends
        title = name_of(past)
        day = say_day(past.last if isinstance(past, Reflection) else day_about(past, ends), known.day)
        room = max(width - _LABEL - _DAYS - 2, 12)
        text = first_line("  ·  ".join(past.words.split("\n")), room)
        return [(f"  {title:<{_LABEL}}", "text"), (f"{day:<{_DAYS}}", "quiet"), (text, "quiet")]


def _gather(coach: Coach) -> Known:
    day, season = coach.today(), coach.seasons.now()
    is_tactical = season is None or season.is_held
    begun = [draft.name for draft in coach.drafts.left()]
    week, kept = coach.reviews.week(day)[1], coach.reviews.of(day)
    is_due = is_tactical and coach.reviews.is_due(day, day.min)
    now: dict[Now, Standing] = {"weekly": _standing(week, day, is_kept=kept is not None, is_due=is_due)}
    names: tuple[Literal["monthly"], Literal["quarterly"]] = ("monthly", "quarterly")
    for name in names:
        last = coach.reflections.period(name, day)[1]
        is_kept = coach.reflections.of(name, last) is not None
        stands = _standing(last, day, is_kept=is_kept, is_due=coach.reflections.is_due(name, day))
        is_begun = any(each.startswith(f"{name}-{last}") for each in begun)
        now[name] = stands._replace(said=words("reflect", "begun")) if is_begun else stands
    is_due = season is not None and season.is_held and season.days_over > 0
    now["reassessment"] = Standing(said=words("reflect", "window_due" if is_due else "no_window"))
    if season and not season.is_held:
        from coach.cycle.window import window

        now["reassessment"] = Standing(said=stands_line(window(coach).stands))
    now["action"] = Standing(said=words("reflect", "any_time"))
    now["vitality"] = Standing(said=words("reflect", "any_time"))
    past: list[Reflection | Reassessment] = [*islice(coach.reflections.past(), _MOST)]
    past += _reassessments(coach)
    return Known(day, now, sorted(past, key=lambda each: (each.at, each.id), reverse=True))


def _reassessments(coach: Coach) -> list[Reassessment]:
    """Those that are over."""
    seasons = coach.seasons.all()
    begun = coach.reassessments.since(seasons[0].starts) if seasons else []
    return [each for each in begun if each.closed or each.left]


def _standing(last: date, day: date, *, is_kept: bool, is_due: bool) -> Standing:
    said = "kept" if is_kept else "due" if is_due else "any_time"
    return Standing(f"to {say_day(last, day)}", words("reflect", said), is_kept)


def _key(row: ReflectRow) -> str:
    return row.past.id if row.past else row.now or ""
