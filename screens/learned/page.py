"""All that was learned, with what was said of it since and when it comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.references import by_id
from screens.base.list_page import ListPage
from screens.learned.saying import say_learned
from screens.routes import open_record
from screens.widgets.cards import Card, told

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.learned.learned import Lesson
    from screens.widgets.drawn import Piece

_DAY = 12


class Known(NamedTuple):
    """What is shown."""

    lessons: list[Lesson]
    days: dict[str, str]
    """When each was learned, in words."""


class LearnedScreen(ListPage["Known", "Lesson"]):
    """One after the other, the latest first."""

    PLACE = "learned"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "say", words.keys.say_whether_it_holds, id="say-learned"),
        Binding("escape", "away", words.keys.back, id="back-from-learned"),
    ]

    def gather(self, coach: Coach) -> Known:
        """All of it."""
        lessons = coach.learned.all()
        return Known(lessons, {each.of: coach.days.say(each.day) for each in lessons})

    def title_of(self, known: Known) -> tuple[str, str]:
        """How much there is."""
        return words.learned.title, counted(len(known.lessons), "lesson")

    def next(self, known: Known, width: int) -> Card:
        """What this is."""
        said = words.learned.about if known.lessons else words.learned.nothing_do
        return Card(words.learned.title, told(said, width))

    def items(self, known: Known) -> list[Lesson]:
        """The latest first."""
        return known.lessons

    def draw(self, item: Lesson, width: int) -> Sequence[Piece]:
        """The day, and its first line."""
        day = self.known.days[item.of] if self.known else ""
        role = "quiet" if item.is_over else "text"
        return [(f"{day:<{_DAY}} ", "quiet"), (first_line(item.text, max(width - _DAY - 1, 12)), role)]

    def beside(self, item: Lesson, coach: Coach, width: int) -> Card:
        """All of it, what was said of it since, and when it comes back."""
        lines = list(told(item.text, width))
        for each in item.said:
            said = f"{coach.days.said(each.at)}: {words.learned.holds[each.holds]}"
            lines += told(said, width, "quiet")
        comes: date | None = coach.learned.next(item)
        if comes:
            said = filled(words.learned.comes, day=coach.days.say(comes))
            lines += told(said, width, "quiet")
        return Card(filled(words.learned.learned_on, day=coach.days.say(item.day)), tuple(lines))

    def open(self, item: Lesson) -> None:
        """The record it was learned in."""
        record = by_id(self.coach.store, item.of)
        if record:
            open_record(self.home, record)

    def action_say(self) -> None:
        """Whether it still holds."""
        if item := self.current:
            self.home.attempt(partial(say_learned, self.home, item))
