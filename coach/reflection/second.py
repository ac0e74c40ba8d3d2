"""What is asked on after an answer of a look back: the rules."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from coach.asking_on import Second
from coach.commitments.trial_facts import trial_facts
from coach.core.counting import words_in
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.cycle.ritual import ALIKE, likeness
from coach.reflection.patterns import found
from coach.reflection.speaking import ROLES, otherwise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.checkin.records import Checkin
    from coach.commitments.records import Mark
    from coach.reflection.lived import Lived
    from coach.reflection.plans import Plan
    from coach.reflection.records import Reflection

_SHORT, _QUOTED = 5, 60
_THRICE = 3


def after_answer(
    coach: Coach, lived: Lived, before: Reflection | None, question: str, answer: str
) -> Iterator[Second]:
    """What an answer of a month or a quarter asks for; silence asks for nothing."""
    if not answer.strip():
        return
    role = ROLES.get(question)
    if role:
        yield from _left_at(coach, lived, role, answer)
        yield from _both_ways(lived)
    for rule in _OF.get(question, ()):
        yield from rule(coach, lived)
    yield from _alike(before, question, answer)
    yield from short(answer)


def short(answer: str) -> Iterator[Second]:
    """A few words stand for a moment."""
    if 0 < words_in(answer) < _SHORT:
        yield _second("short", answer=first_line(answer, _QUOTED))


def of_plans(plans: Sequence[Plan], came: Mapping[str, str]) -> Iterator[Second]:
    """Last week's lines: a moment that never came, or that went another way."""
    for kind in ("never", "not"):
        own = (each.line for each in plans if came.get(each.place) == kind)
        if line := next(own, ""):
            yield _second(f"plan_{kind}", line=first_line(line, _QUOTED))


def _second(kind: str, **said: object) -> Second:
    return Second(kind, filled(words.second[kind], **said))


def _left_at(coach: Coach, lived: Lived, role: str, answer: str) -> Iterator[Second]:
    """The answer beside the records still says otherwise than they do."""
    other = otherwise(coach, lived, role, answer)
    if other and other.is_clear:
        yield _second("records", named=other.named, other=other.other, times=other.times, of=other.of)


def _both_ways(lived: Lived) -> Iterator[Second]:
    """One thing gave and took in one week."""
    weeks: dict[tuple[str, int, int], dict[str, Checkin]] = {}
    for day, each in sorted(lived.checkins.items()):
        year, week, _ = day.isocalendar()
        for role in ROLES.values():
            if tag := getattr(each, role):
                weeks.setdefault((tag.casefold(), year, week), {}).setdefault(role, each)
    for roles in reversed(weeks.values()):
        if len(roles) == len(ROLES):
            gave, took = roles["gave"], roles["took"]
            days = {"gave": lived.days.say(gave.day), "took": lived.days.say(took.day)}
            yield _second("both_ways", tag=gave.gave, **days)
            return


def _trial(coach: Coach, lived: Lived) -> Iterator[Second]:
    told = list(trial_facts(coach, lived.first, lived.last))
    if told:
        yield _second("trial", showed=told[0].text)


def _success(coach: Coach, lived: Lived) -> Iterator[Second]:
    for each in found(coach, lived):
        if each.kind == "success":
            yield _second("success", **each.numbers)


def _reason(coach: Coach, lived: Lived) -> Iterator[Second]:
    """What is behind most misses is another reason than before."""
    lasted = lived.last - lived.first + timedelta(days=1)
    before = coach.marks.between(lived.first - lasted, lived.first - timedelta(days=1))
    was = _main(mark for of_one in before.values() for mark in of_one.values())
    now = _main(mark for name in lived.marks for mark in lived.told_marks(name))
    if was and now and was[0] != now[0]:
        reasons = {"was": words.marks.reason[was[0]], "now": words.marks.reason[now[0]]}
        counts = {"count": was[1], "of": was[2], "times": now[1], "all": now[2]}
        yield _second("reason", **reasons, **counts, day=lived.days.say(lived.first))


def _main(marks: Iterable[Mark]) -> tuple[str, int, int] | None:
    """The reason behind at least half of some misses, how often, and of how many."""
    count = Counter(each.reason for each in marks if each.reason and each.reason != "unusual")
    for reason, times in count.most_common(1):
        if times >= _THRICE and 2 * times >= count.total():
            return str(reason), times, count.total()
    return None


def _alike(before: Reflection | None, question: str, answer: str) -> Iterator[Second]:
    then = before.answers.get(question, "") if before else ""
    if before and words_in(then) >= _SHORT and likeness(then, answer) >= ALIKE:
        yield _second("alike", month=f"{before.last:%B}", answer=first_line(then, _QUOTED))


_OF: dict[str, tuple[Callable[[Coach, Lived], Iterator[Second]], ...]] = {
    "shown": (_trial, _success, _reason),
    "missing": (_reason,),
    "develop": (_trial,),
    "battles": (_success,),
}
