"""Assess: the instrument and what it showed last, five questions, ladders, what others said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.binding import Binding

from coach.assessment.lines import picture_lines
from coach.assessment.place import AssessNow, Now, assess_now
from coach.assessment.records import Assessment
from coach.core.safe_text import first_line
from coach.core.said_days import say_day
from coach.core.texts import words
from coach.describe import on_one_line
from screens.base.begin_page import BeginPage
from screens.base.list_page import Heading
from screens.routes import way
from screens.widgets.cards import Card, CardLine, told
from screens.widgets.telling import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.diagnosis.records import Diagnosis
    from screens.widgets.drawn import Piece

    Past: TypeAlias = Assessment | Diagnosis

_LABEL, _DAY, _TALL = 20, 16, 30
_KEYS: dict[Now, str] = {"full": "a", "flagged": "a", "diagnosis": "i", "feedback": "b", "ladders": "l"}


class AssessScreen(BeginPage[AssessNow, "Now | Past"]):
    """The place."""

    PLACE = "assess"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "begin('full')", words.keys.to_assess, id="assess-now"),
        Binding("i", "begin('diagnosis')", words.keys.five_questions, id="five-questions"),
        Binding("b", "begin('feedback')", words.keys.feedback, id="feedback"),
        Binding("l", "begin('ladders')", words.keys.ladders, id="ladders"),
        Binding("h", "trend", words.keys.over_time, id="trend"),
    ]

    def gather(self, coach: Coach) -> AssessNow:
        """What waits, what the last one showed, and everything before."""
        return assess_now(coach)

    def title_of(self, known: AssessNow) -> tuple[str, str]:
        """The place, and the way to all of it over time."""
        return words.assess.now, words.assess.over_time if self._has_trend(known) else ""

    def next(self, known: AssessNow, width: int) -> Card:
        """What is due, or what can be done any time; and what the last one showed."""
        name: Now = "flagged" if "flagged" in known.states else "full"
        title = CardLine(
            (
                (words.assess.row[name], "strong"),
                (f"   {known.states[name].said}", "quiet"),
                (f"   {_KEYS[name]}", "key"),
                (f" {words.assess.begins}", "quiet"),
            )
        )
        about = told(words.assess.about[name], width, "quiet")
        return Card(words.assess.next, (title, *about, *self._picture(known, is_tall=True)))

    def items(self, known: AssessNow) -> Iterator[Now | Past | Heading]:
        """What can be done, the last picture, and what was."""
        yield from known.states
        yield Heading()
        for line in self._picture(known, is_tall=False):
            yield Heading(*line.pieces[0]) if line.pieces else Heading()
        yield Heading(words.assess["history" if known.past else "none"], "title" if known.past else "quiet")
        yield from known.past

    def draw(self, item: Now | Past, width: int) -> Sequence[Piece]:
        """One that can begin, or one to read."""
        assert self.known  # noqa: S101 - rows are drawn of what is known
        if isinstance(item, str):
            state = self.known.states[item]
            return [
                ("● " if state.is_done else "○ ", "warm" if state.is_done else "quiet"),
                (f"{words.assess.row[item]:<{_LABEL}}", "text"),
                (state.said, "quiet"),
            ]
        day = say_day(self.coach.days.of(item.at), self.known.day)
        text = first_line(on_one_line(item, self.coach), max(width - _DAY - 2, 12))
        return [(f"  {day:<{_DAY}}", "quiet"), (text, "text")]

    def called(self, name: Now) -> str:
        """As its row is."""
        return words.assess.row[name]

    def about(self, name: Now) -> str:
        """What it is for."""
        return words.assess.about[name]

    def action_begin(self, name: Now) -> None:
        """One of them. Each is loaded when it is begun."""
        home = self.home
        if name == "diagnosis":
            home.attempt(partial(way("look_at"), home))
        elif name == "feedback":
            home.push_screen(way("feedback_page")())
        elif name == "ladders":
            home.push_screen(way("ladders_page")())
        else:
            due = self.known.due if self.known and name == "flagged" else None
            home.attempt(partial(way("assess"), home, due))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Over time, once there is something."""
        if action == "trend":
            return self.known is not None and self._has_trend(self.known)
        return super().check_action(action, parameters)

    def action_trend(self) -> None:
        """Both scales and each sign over time."""
        self.home.push_screen(way("trend_page")())

    def _picture(self, known: AssessNow, *, is_tall: bool) -> Iterator[CardLine]:
        """What the last one showed: with what is next where there is room, else in the list."""
        if known.latest and (self.size.height >= _TALL) == is_tall:
            if is_tall:
                yield CardLine()
            yield CardLine(((words.assess.last, "title"),))
            yield from (CardLine(((line.text, role_of(line)),)) for line in picture_lines(known.latest))
            if not is_tall:
                yield CardLine()

    def _has_trend(self, known: AssessNow) -> bool:
        return any(isinstance(each, Assessment) for each in known.past)
