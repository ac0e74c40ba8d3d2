"""L9, L18: the weekly review as a session of five steps: facts, delivery, and the direction, parked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from coach.answers import OWN
from coach.asking_on import ask_on, with_more
from coach.core.safe_text import first_line
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.fields import Field, after
from coach.reflection.lateness import late_lines
from coach.reflection.parting import parted
from coach.reflection.plans import CAME, plans_of, put_came
from coach.reflection.reviews import PLANS, SPRINT, Said, draft_name
from coach.reflection.second import of_halves, of_plans, short
from coach.reflection.sure import STEPS, step_of
from coach.reflection.typed import number_of
from coach.reflection.week import facts, last_numbers, week_of_review
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Source
    from coach.reflection.plans import Plan
    from coach.reflection.records import Reflection
    from coach.store.transaction import Transaction

Part = Literal["delivery", "direction"]
_MINUTES = {"delivery": 10, "direction": 5}
"""Together a quarter of an hour."""
_A_WEEK = timedelta(weeks=1)
PART = f"{OWN}part"
"""Which of the two parts is held alone."""
PARTS: tuple[Part, Part] = ("delivery", "direction")
_NUMBERS, _LABEL = ("flow", "outcome"), 44


class WeeklySession(Session):
    """Two parts, each with its time."""

    command = "coach reflect weekly"

    def __init__(self, coach: Coach, day: date) -> None:
        self.week = week_of_review(coach, day)
        self._frame = coach.frames.on(min(self.week.last, coach.today()))
        self._is_long_past = self.week.last + _A_WEEK <= coach.today()
        """Then what is held today is no matter of it."""
        self._day, self._criteria = day, coach.decisions.criteria()
        season = coach.seasons.now(self.week.last)
        self._ends_sprint = season is not None and season.ends_sprint(self.week.last)
        self._plans = [each for each in plans_of(coach.store, self.week.last) if not each.came]
        last = self.week.last
        title = filled(words.weekly.title, day=say_day(last, last))
        self._scoring = coach.uncertainty.asking(last)
        read_off = coach.readings.lines(self.week.first, last)
        was = read_off | Said.of(coach.reviews.of(day)).lines() | self._scoring.lines()
        super().__init__(coach, title, draft_name(last), was)
        self._late = self._lateness()

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """Five at most, and what is uncertain for those who score it."""
        week, frame = self.week, self._frame
        known, planned = facts(week), [filled(words.weekly.planned, plan=plan) for plan in week.plans]
        metrics = [(each, metric) for each in _NUMBERS if (metric := getattr(frame, each, ""))]
        numbers = [Field(name, metric, check=number_of, asked=metric) for name, metric in metrics]
        last = [last_numbers(week.before)] if week.before and metrics else []
        given_up = [frame.giving_up] if frame and frame.giving_up else []
        title, begins = words.weekly.step, "came" if self._plans else "facts"
        first = _step("facts", "delivery", [*known, *planned, *last], *map(_came, self._plans), *numbers)
        apart = [each for each in (parted(self.coach, week.last),) if each]
        truth = _step("truth", "delivery", [*apart, *known, *given_up], _line("truth"), _line("tradeoff"))
        sure = [_sure()] if self.coach.settings.confidence else []
        led = _step("moments", "direction", self._criteria, _line("moments"), _line("doubt"))
        steps = [
            first._replace(name=begins),
            *([] if self._is_long_past else [_step("commitments", "delivery")]),
            truth._replace(title=title.both),
            _step("plans", "delivery", [*planned, *self._late], *map(_plan, PLANS), *sure),
            *(_in(each, "delivery") for each in self._scoring.steps(said)),
            *([self._sprint()] if self._ends_sprint else []),
            led._replace(title=title.led),
        ]
        part = words.weekly.part[said[PART]] if said.get(PART) in PARTS else ""
        return with_more([each for each in steps if not part or each.part == part], said)

    def _sprint(self) -> Step:
        """S8: whether what ships is still what is needed."""
        direction = [self._frame.direction] if self._frame else []
        asked = words.weekly.asked
        fields = (Field(name, words.weekly.label[name], asked=asked[name]) for name in SPRINT)
        return _step("sprint", "direction", direction, *fields)

    def check(self, step: Step, said: Mapping[str, str]) -> None:
        """Of something uncertain all three are said, or none."""
        super().check(step, said)
        self._scoring.check(step, said)

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """Last week's lines, and moments told in a few words, may be asked on."""
        if step.name == "came":
            came = {each.place: said.get(f"came{each.place}", "") for each in self._plans}
            ask_on(said, step.name, of_plans(self._plans, came))
        if step.name == "truth":
            ask_on(said, step.name, of_halves(said))
        if step.name == "moments":
            ask_on(said, step.name, short(said.get("moments", "")))
        return True

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept as a reflection; a doubt is parked as a signal with it."""
        coach, week, today = self.coach, self.week, self.coach.today()
        day = min(week.last, today)
        now, began = Said.read(as_asked_now(said)), Said.read(self.was)
        came = {each.place: said.get(f"came{each.place}", "") for each in self._plans}
        kept_before = coach.reviews.of(day)
        own = {name: text for name, text in said.items() if name != PART}
        if kept_before and own == self.was and not said.get("doubt", "").strip():
            return Kept(words.checkin.unchanged, kept_before, is_same=True)

        def along(change: Transaction) -> None:
            self._scoring.keep(change, said, source)
            if self._plans:
                put_came(change, coach, self._plans[0].review, came)

        kept = coach.reviews.keep(now, day, source, said.get("doubt", ""), began, along)
        return Kept(self._told(kept, today), kept)

    def look_again(self) -> None:
        """Commitments were ended or changed meanwhile."""
        self.week, self._criteria = week_of_review(self.coach, self._day), self.coach.decisions.criteria()
        self._scoring = self.coach.uncertainty.asking(self.week.last)
        self._late = self._lateness()

    def _lateness(self) -> list[str]:
        lately = self.coach.reviews.lately(self._day)
        return [] if self._is_long_past else [*late_lines(self.coach, self.week.last, lately)]

    def _told(self, kept: Reflection, today: date) -> str:
        if kept.parted:
            return kept.parted
        following = self.coach.reviews.next_day(max(today, self.week.last) + timedelta(days=1))
        return filled(words.weekly.done, day=say_day(following, today))


def _came(plan: Plan) -> Field:
    """What came of a line of last week."""
    choices = tuple((key, words.plans.came[name], name) for key, name in CAME)
    label = first_line(plan.line, _LABEL)
    return Field(f"came{plan.place}", label, kind="choice", choices=choices, asked=plan.line)


def _plan(name: str) -> Field:
    """One if-then line; the next is asked for when this one is there."""
    place = PLANS.index(name)
    return Field(name, str(place + 1), wanted=after(PLANS[place - 1]) if place else None)


def as_asked_now(said: Mapping[str, str]) -> Mapping[str, str]:
    """A draft of a version that asked for a share of a hundred says a step."""
    share = number_of(said.get("confidence", ""))
    return {**said, "confidence": str(step_of(share))} if share and share > STEPS else said


def _sure() -> Field:
    """L16: how sure one is of the week to come."""
    said = words.weekly.confidence
    steps = tuple((each, said.step[each], each) for each in map(str, range(1, STEPS + 1)))
    return Field("confidence", said.label, kind="choice", choices=steps, asked=said.asked)


def _line(name: str) -> Field:
    """One line; a letter is no answer (L18), and nothing is one."""
    return Field(name, words.weekly.label[name], asked=words.weekly.asked[name])


def _step(name: str, part: Part, evidence: Sequence[str] = (), *fields: Field) -> Step:
    about, title = words.weekly.about[name], words.weekly.step[name]
    step = Step(name, title, words.weekly.question[name], about, fields, tuple(evidence))
    return _in(step, part)


def _in(step: Step, part: Part) -> Step:
    return step._replace(part=words.weekly.part[part], minutes=_MINUTES[part])
