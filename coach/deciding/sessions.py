"""Deciding and reviewing as sessions: the probability stays hidden until the outcome is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from coach.core.errors import UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.clock import within
from coach.deciding.decisions import PROCESS
from coach.deciding.domains import ROLES
from coach.deciding.fields import is_day, odds_of
from coach.deciding.records import CAME
from coach.fields import Field, after, needed, page
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Source
    from coach.deciding.records import Decision

_NAME = 40


class DecideSession(Session):
    """One of the options, why, and what was said against it."""

    KIND = "decisions"
    NAMED: ClassVar[str] = "decide"

    def __init__(self, coach: Coach, decision: Decision, made: date | None = None) -> None:
        self._made = made
        """The day it was really made, if that was earlier."""
        if not decision.is_open:
            raise UsageError(words.deciding.error.is_decided, do=words.deciding.error.is_decided_do)
        self.decision = decision
        self.command = f"coach decided {short(decision.id)} --plain"
        title = filled(words.deciding.decide_title, name=first_line(decision.text, _NAME))
        was = {"because": decision.because, "dissent": decision.dissent}
        super().__init__(coach, title, f"{self.NAMED}-{decision.id}", was, decision.id)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """What would change it is asked where nobody said so."""
        del said
        each, ask, label = self.decision, words.deciding.ask, words.deciding.field.label
        lines = tuple(decision_facts(self.coach, each))
        options = tuple((str(place), option, option) for place, option in enumerate(each.options, 1))
        chosen = Field("chosen", kind="column", choices=options, check=needed(words.deciding.error.choose))
        steps = [Step("chosen", label.chosen, ask.chosen, words.deciding.about_chosen, (chosen,), lines)]
        if not each.reversal:
            check = needed(words.deciding.error.no_reversal)
            field = Field("reversal", check=check)
            steps.append(
                Step("reversal", label.reversal, ask.reversal, words.deciding.about_reversal, (field,), lines)
            )
        steps.append(
            Step(
                "because", label.because, ask.because, words.deciding.about_because, (page("because"),), lines
            )
        )
        if not each.outcome:
            steps.append(self._expected(lines))
        dissent = Field("dissent")
        steps.append(
            Step("dissent", label.dissent, ask.dissent, words.deciding.about_dissent, (dissent,), lines)
        )
        return steps

    def _expected(self, lines: tuple[str, ...]) -> Step:
        """What will be seen, by when, and how likely: without it nothing can be said of it later."""
        ask, label = words.deciding.ask, words.deciding.field.label
        reader = self.coach.reader()
        fields = (
            Field("outcome", label.outcome),
            Field("due", label.due, wanted=after("outcome"), check=lambda typed: is_day(reader, typed)),
            Field("odds", label.odds, wanted=after("due"), check=odds_of),
        )
        return Step("outcome", label.outcome, ask.outcome, words.deciding.about_outcome, fields, lines)

    def read(self, field: Field, typed: str) -> str | None:
        """A number is the place it stands at; else its words."""
        place, options = typed.strip(), self.decision.options
        if field.name == "chosen" and place in {str(each) for each in range(1, len(options) + 1)}:
            return options[int(place) - 1]
        return super().read(field, typed)

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Decided, as long as the option is still one of them."""
        del source
        if not said.get("chosen"):
            raise UsageError(words.deciding.error.choose)
        parts: dict[str, Any] = {name: said.get(name, "") for name in ("because", "dissent", "reversal")}
        expects: dict[str, Any] = {}
        if said.get("outcome", "").strip():
            due = said.get("due", "").strip()
            day = self.coach.reader().day(due, ahead=True) if due else None
            expects = {"outcome": said["outcome"], "due": day, "odds": odds_of(said.get("odds", ""))}
        kept = self.coach.decisions.choose(
            self.decision, said["chosen"], made=self._made, expects=expects, **parts
        )
        return Kept(filled(words.deciding.told.decided, chosen=kept.chosen), kept)


class ReviewSession(Session):
    """Whether the outcome was seen, then how it was decided; then what was expected."""

    KIND = "decisions"
    NAMED: ClassVar[str] = "review"

    def __init__(self, coach: Coach, decision: Decision) -> None:
        if decision.decided is None or not decision.is_active:
            raise UsageError(words.deciding.error.not_decided)
        if not decision.outcome:
            raise UsageError(words.deciding.error.no_outcome, do=words.deciding.error.no_outcome_do)
        self.decision = decision
        self.command = f"coach decided outcome {short(decision.id)} --plain"
        title = filled(words.deciding.review_title, name=first_line(decision.text, _NAME))
        super().__init__(coach, title, f"{self.NAMED}-{decision.id}", {}, decision.id)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """The outcome before the process: a good outcome makes no good decision."""
        del said
        each, ask = self.decision, words.deciding.ask
        lines = tuple(decision_facts(self.coach, each))
        either = tuple((name[0], words.deciding.came[name], name) for name in CAME)
        came = Field("came", kind="choice", choices=either, check=needed(words.deciding.error.choose))
        rated = tuple((str(step), words.deciding.process[str(step)], str(step)) for step in PROCESS)
        process = Field("process", kind="column", choices=rated)
        return [
            Step(
                "came",
                each.text,
                filled(ask.came, outcome=each.outcome),
                words.deciding.about_came,
                (came,),
                lines,
            ),
            Step(
                "process",
                words.deciding.fact.process,
                ask.process,
                words.deciding.about_process,
                (process,),
                lines,
            ),
        ]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept; now the probability is shown."""
        del source
        came = next((each for each in CAME if said.get("came") == each), None)
        if came is None:
            raise UsageError(words.deciding.error.choose)
        process = int(said["process"]) if said.get("process") else None
        kept = self.coach.decisions.review(self.decision, came, process)
        return Kept(reviewed_line(kept), kept)


def reviewed_line(decision: Decision) -> str:
    """What was expected, beside what came."""
    if decision.odds is None:
        return words.deciding.told.reviewed
    came = words.deciding.came[decision.came or "no"]
    return filled(words.deciding.told.odds, odds=f"{decision.odds:g}", came=came)


def due_said(record: Decision, coach: Coach) -> str:
    """By when it is to be decided, as it was said: a day, or the moment others wait for."""
    due, days, moment = coach.decisions.until(record), coach.days, within(record)
    if due is None:
        return ""
    if record.by and (moment is None or record.by < days.of(moment)):
        return days.say(record.by)
    return f"{days.said(due)} {due:%H:%M}"


def decision_facts(coach: Coach, each: Decision) -> Iterator[str]:
    """What there is to know of it while it is decided or looked at; how likely it was is not among it."""
    said, days = words.deciding.fact, coach.days
    yield filled(said.raised, day=days.said(each.at), decider=each.decider)
    domain = coach.domains.get(each.domain)
    if domain:
        roles = ((name, getattr(domain, name)) for name in ROLES[:-1])
        told = [f"{words.deciding.rights.label[name].lower()} {who}" for name, who in roles if who]
        yield filled(said.domain, name=domain.name, roles=", ".join(told))
    if each.is_open and (due := due_said(each, coach)):
        yield filled(said.until, day=due)
    for name in ("gives_up", "reversal", "outcome", "chosen", "because", "dissent"):
        if text := getattr(each, name):
            yield f"{words.deciding.field.label[name]}: {text}"
    for text in each.failures:
        yield filled(said.failure, what=text)
