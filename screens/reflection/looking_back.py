"""M7, S7, L17: looking back, guided. The answer comes first, then one's own records beside it, then a chance
to see it differently; both versions are kept."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.answers import FIRST, SEEN
from coach.commitments.terms import understood, when_of
from coach.core.errors import NotFoundError, UsageError
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.reflection.looking_back import (
    answered_in,
    became_question,
    evidence,
    keep,
    lines_of,
    trial_ends,
)
from coach.reflection.looking_back import begin as session_of
from coach.reflection.question_facts import trial_of
from coach.reflection.reflections import Answered
from screens.base.draft_page import begin, offer_away
from screens.base.guided import GuidedScreen, Step
from screens.commitments.acts import with_room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from coach.drafts import Draft
    from coach.facts import Fact
    from coach.reflection.looking_back import Session
    from coach.reflection.records import ReflectionName
    from screens.app import CoachApp
    from screens.base.draft_page import Begun

_SHORT, _TRIAL = "~short", "~trial"
_LINES = ("experiment", "cue", "act", "rhythm")
_DRAFT = re.compile(r"(monthly|quarterly|action|replant)-(\d{4}-\d{2}-\d{2})?")


async def look_back(
    app: CoachApp, name: ReflectionName, draft: Draft | None = None, of: str | None = None
) -> None:
    """The session of now; one that was left is that of its own days."""
    coach = app.coach
    of = of or (str(draft.fields.get("of") or "") or None if draft else None)
    day = min(_day_of(draft) or coach.today(), coach.today())

    def ready() -> tuple[Session, Callable[[str], list[Fact]] | None, bool]:
        session = session_of(coach, name, day, of)
        beside = evidence(coach, session) if session.is_guided else None
        return session, beside, bool(session.kept and trial_of(coach, session.kept))

    try:
        session, beside, has_trial = await app.background.do(ready)
    except NotFoundError:
        if draft is None:
            raise
        await offer_away(app, draft)  # what it looks back on is gone
        return
    begun = await begin(app, session.draft, "reflections", of or "", draft)
    await app.push_screen_wait(ReflectionScreen(session, beside, begun, has_trial=has_trial))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """A session that was left."""
    found = _DRAFT.match(draft.name)
    if found:
        name: Any = found[1]
        await look_back(app, name, draft)
    else:
        await offer_away(app, draft)


def _day_of(draft: Draft | None) -> date | None:
    """A day of the period a draft is about."""
    found = _DRAFT.match(draft.name) if draft else None
    return date.fromisoformat(found[2]) if found and found[2] else None


class ReflectionScreen(GuidedScreen):
    """The session."""

    PLACE = "reflection"
    CITES = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "trial", "hold as a trial", id="trial"),
        Binding("ctrl+l", "short", "two or all questions", id="short-form"),
    ]

    def __init__(
        self,
        session: Session,
        beside: Callable[[str], list[Fact]] | None,
        begun: Begun,
        *,
        has_trial: bool,
    ) -> None:
        self._session = session
        self._beside = beside
        self._has_trial = has_trial
        self._found: dict[str, list[Fact]] = {}
        said = lines_of(Answered.of(session.kept))
        super().__init__(session.title, _steps(session), begun, said)
        self._cut()

    @property
    def _looked_at(self) -> list[str]:
        """The questions beside which the records lie already."""
        return self.said.get(SEEN, "").split()

    async def taken(self, step: Step) -> bool:
        """The first answer is only the first: then the records lie beside it."""
        if self._beside is None or step.kind != "text" or step.name in self._looked_at:
            return True
        await self._look(step.name)
        self.said.setdefault(f"{FIRST}{step.name}", self.said.get(step.name, ""))
        self.said[SEEN] = " ".join([*self._looked_at, step.name])
        return False

    async def on_mount(self) -> None:
        """What lay beside a question lies there again."""
        for name in self._looked_at:
            await self._look(name)

    def facts(self, step: Step) -> Sequence[Fact]:
        """Nothing before the first answer."""
        return self._found.get(step.name, ()) if step.name in self._looked_at else ()

    def told(self, step: Step) -> str:
        """What comes next."""
        if step.name == "experiment":
            return f"{step.about} {self._told_trial()}"
        if self._beside is None:
            return step.about
        if step.name in self._looked_at:
            return words("monthly", "now_look")
        short = words("monthly", "short_on") if self.said.get(_SHORT) else ""
        return "\n".join(each for each in (f"{step.about} {words('monthly', 'first_then')}", short) if each)

    def cites_here(self) -> str:
        """Only what is answered in words rests on records."""
        return self.step.name if self.step.kind == "text" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A trial is made of an experiment, and a short form of a month."""
        if action == "trial":
            return self.step.name == "experiment" and not self._has_trial
        if action == "short":
            return self._session.name == "monthly" and self._place == 0
        return super().check_action(action, parameters)

    def check(self, step: Step) -> None:
        """A rhythm is one."""
        if step.name == "experiment":
            when_of(self.said.get("rhythm", ""), self.coach.reader())

    def action_trial(self) -> None:
        """The experiment is held as a commitment, or only remembered."""
        self._take()
        if not self.said.get("experiment", "").strip():
            self._tell_about(words("monthly", "trial_nothing"))
            return
        self.said[_TRIAL] = "" if self.said.get(_TRIAL) else "yes"
        self._touched()
        self._tell_about()

    def action_short(self) -> None:
        """Two questions in a hard month, or all of them."""
        self._take()
        self.said[_SHORT] = "" if self.said.get(_SHORT) else "yes"
        self._cut()
        self.home.attempt(self._ask)

    async def finish(self) -> bool:
        """Kept, with the trial if one was wanted."""
        session, coach = self._session, self.coach
        said, began = (answered_in(session, each) for each in (self.said, self.was))
        trial = self._terms() if self.said.get(_TRIAL) and said.experiment else None
        work = partial(keep, coach, session, said, trial=trial, began=began)
        kept = await with_room(self.home, lambda over: work(over_until=over))
        if kept is None:
            return False
        _, held = kept
        today = coach.today()
        if held:
            self.home.tell(filled(words("monthly", "trial_told"), day=say_day(held.gate, today)))
        else:
            self.home.tell(filled(words(session.name, "done"), month=session.title))
        return True

    async def _look(self, name: str) -> None:
        if self._beside and name not in self._found:
            beside = self._beside
            self._found[name] = await self.home.background.do(lambda: beside(name))

    def _terms(self) -> dict[str, Any]:
        rhythm, due = when_of(self.said.get("rhythm", ""), self.coach.reader())
        return {
            "rhythm": rhythm,
            "due": due,
            "cue": self.said.get("cue", ""),
            "act": self.said.get("act", ""),
        }

    def _told_trial(self) -> str:
        if self._has_trial:
            return words("monthly", "trial_already")
        day = say_day(trial_ends(self.coach.today()), self.coach.today())
        try:
            when_of(self.said.get("rhythm", ""), self.coach.reader())
            read = understood(self.said.get("rhythm", ""), self.coach.reader())
        except UsageError:
            read = ""  # it is said when one goes on
        told = filled(words("monthly", "trial_on" if self.said.get(_TRIAL) else "trial_off"), day=day)
        return f"{told} {read}".strip()

    def _cut(self) -> None:
        """The questions that are asked: all, or the two of a hard month."""
        short = {each.name for each in self._session.questions if each.is_short}
        is_short = bool(self.said.get(_SHORT))
        self._steps = [each for each in _steps(self._session) if not is_short or each.name in short]
        self._place = min(self._place, len(self._steps) - 1)


def _steps(session: Session) -> list[Step]:
    """A step a question; then what became of the last experiment, and the next one."""
    event = tuple(session.event)
    steps = [Step(each.name, each.title, each.ask, each.about, evidence=event) for each in session.questions]
    if session.name != "monthly":
        return steps
    if session.experiment:
        ask = became_question(session.experiment)
        title, about = words("monthly", "became", "title"), words("monthly", "became", "about")
        steps.append(Step("became", title, ask, about))
    title, ask, about = (words("monthly", "experiment", part) for part in ("title", "question", "about"))
    labels = {"experiment": "label", "cue": "cue", "act": "act", "rhythm": "rhythm"}
    lines = tuple((name, words("monthly", "experiment", labels[name])) for name in _LINES)
    return [*steps, Step("experiment", title, ask, about, "lines", lines=lines)]
