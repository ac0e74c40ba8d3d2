"""The result of an assessment: two bands and the balance, what stood out, one thing to try, whom to ask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.assessment.in_context import assessed, try_correction
from coach.assessment.lines import Offer, result_lines
from coach.assessment.records import Assessment
from coach.assessment.result import Spoken
from coach.commitments.records import Commitment
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.facts import Fact
from coach.feedback.feedback import LATELY, Question
from coach.lines import Told
from coach.outside.lines import given_up_then, outside_lines
from screens.base.lines_page import LinesPage
from screens.commitments.acts import with_room
from screens.routes import open_fact, open_record, way

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.assessment.in_context import Assessed
    from coach.outside.records import View
    from screens.app import CoachApp


def show(app: CoachApp, assessment: Assessment) -> None:
    """Opens it."""
    app.push_screen(AssessmentScreen(assessment))


class AssessmentScreen(LinesPage):
    """The page. Nothing on it is a grade."""

    PLACE = "assessment"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "other", words.keys.another_to_try, id="other-correction"),
        Binding("y", "copy", words.keys.copy_the_question, id="copy-question"),
        Binding("t", "again", words.keys.again_in_ten_days, id="again"),
        Binding("h", "trend", words.keys.over_time, id="trend-of-it"),
        Binding("d", "delete", words.keys.delete, id="delete", show=False),
        Binding("escape", "away", words.keys.back, id="back-from-assessment"),
    ]

    def __init__(self, record: Assessment) -> None:
        super().__init__()
        self.record = record
        self._known: Assessed | None = None
        self._turned = 0
        self._outside: list[View] = []
        self._given_up: dict[str, str] = {}
        """What others saw in these weeks."""

    async def load(self) -> None:
        """As it is now, with what is tried because of it; away when it is gone."""
        coach, record = self.coach, self.record

        def known() -> Assessed | None:
            fields = coach.store.find(Assessment.kind, record.id)
            return assessed(coach, Assessment.read(record.id, fields)) if fields else None

        self._known = await self.home.background.do(known)
        day = coach.days.of(record.at)

        def outside() -> tuple[list[View], dict[str, str]]:
            found = coach.views.since(day - LATELY)
            return found, given_up_then(coach, found)

        self._outside, self._given_up = await self.home.background.do(outside)
        if self._known is None:
            if self.is_current:
                self.close()
            return
        self.record = self._known.result.assessment
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the cursor is on decides."""
        del parameters
        target = self.told.target if self.is_mounted else None
        if action == "other":
            return isinstance(target, Offer)
        if action == "again":
            return self.record.name == "full"
        if action == "copy":
            return isinstance(target, Question)
        return True

    def on_rows_highlighted(self) -> None:
        """Another line, other keys."""
        self.refresh_bindings()

    def on_rows_chosen(self) -> None:
        """Holds a correction, writes down a question, opens a record."""
        target, home = self.told.target, self.home
        if isinstance(target, Offer):
            home.attempt(partial(self._try, target))
        elif isinstance(target, Question):
            home.attempt(partial(way("ask_somebody"), home, target))
        elif isinstance(target, Spoken):
            fact = Fact("cited", target.question.title, len(target.cites), target.cites)
            home.attempt(partial(open_fact, home, fact))
        elif isinstance(target, Commitment):
            open_record(home, target)

    def action_other(self) -> None:
        """Other things to try for the same signs."""
        self._turned += 1
        self._show()

    def action_copy(self) -> None:
        """The question goes to the clipboard, where the terminal has one."""
        target = self.told.target
        if isinstance(target, Question):
            way("copy_question")(self.home, target.text(self.record.wording))

    def action_again(self) -> None:
        """Once more in ten days, or no longer."""
        self.home.attempt(self._again)

    async def _again(self) -> None:
        found, record = self.coach.assessments, self.record
        wanted = not found.is_wanted_again(record)
        kept = await self.home.change(lambda: found.again(record, wanted=wanted))
        today = self.coach.today()
        said = filled(words.assess.asked_again, day=say_day(kept.again, today)) if kept.again else ""
        self.home.tell(said or words.assess.asked_no_more)

    def action_trend(self) -> None:
        """Both scales and each sign over time."""
        from screens.assessment.trend import TrendScreen

        self.home.push_screen(TrendScreen())

    def action_delete(self) -> None:
        """Away with it; undo brings it back."""
        from screens.base.text_page import delete

        self.home.attempt(partial(delete, self.home, self.record))

    async def _try(self, offer: Offer) -> None:
        """M17: one key, and it is held for fourteen days."""
        coach, record, each = self.coach, self.record, offer.correction
        known = self._known
        if known and each.id in known.held:
            self.home.tell(words.assess.trial_there)
            return
        made = await with_room(self.home, lambda over: try_correction(coach, record, each, over))
        if made:
            day = coach.days.say(made.gate)
            self.home.tell(filled(words.assess.trial_told, day=day, name=made.text))

    def _show(self) -> None:
        if self._known and self.size.width:
            told = [*result_lines(self._known, self.coach.days, self._turned)]
            if self._outside:
                told += [Told(), *outside_lines(self._outside, self.record, self._given_up)]
            self.tell(told)
            self.refresh_bindings()

    def is_same(self, one: object, other: object) -> bool:
        """Also the other correction for the same sign."""
        if isinstance(one, Offer) and isinstance(other, Offer):
            return one.others == other.others
        return super().is_same(one, other)
