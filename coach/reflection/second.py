"""What is asked on after an answer of a look back: the rules."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from coach.asking_on import Second
from coach.commitments.trial_facts import trials_that_showed
from coach.core.counting import words_in
from coach.core.safe_text import first_line
from coach.core.said_days import month
from coach.core.texts import filled, words
from coach.cycle.ritual import ALIKE, likeness
from coach.reflection.emphasis import fitting
from coach.reflection.patterns import found
from coach.reflection.reviews import unsaid
from coach.reflection.speaking import ROLES, otherwise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.checkin.records import Checkin
    from coach.reflection.lived import Lived
    from coach.reflection.plans import Plan
    from coach.reflection.records import Reflection

_SHORT, _QUOTED = 5, 60
_OF_MOMENTS = ("energised", "drained", "shown")
"""What is asked of things that happened; a wish has no moment."""
_THRICE = 3


def after_answer(
    coach: Coach, lived: Lived, before: Reflection | None, question: str, answers: tuple[str, str]
) -> Iterator[Second]:
    """What an answer of a month or a quarter asks for, given what was thought first; silence asks for
    nothing."""
    first, answer = answers
    if not answer.strip():
        return
    role = ROLES.get(question)
    if role:
        yield from _left_at(coach, lived, role, first, answer)
        yield from _both_ways(lived)
    for rule in _OF.get(question, ()):
        yield from rule(coach, lived)
    yield from _alike(before, question, answer)
    if question in _OF_MOMENTS:
        yield from short(answer)


def short(answer: str) -> Iterator[Second]:
    """A few words stand for a moment."""
    said = " ".join(re.findall(r"\w+", answer.casefold()))
    if said and words_in(answer) < _SHORT and said not in words.second.says_nothing:
        yield _second("short", answer=first_line(answer, _QUOTED))


def of_plans(plans: Sequence[Plan], came: Mapping[str, str]) -> Iterator[Second]:
    """Last week's lines: a moment that never came, or that went another way."""
    for kind in ("never", "not"):
        own = (each.line for each in plans if came.get(each.place) == kind)
        if line := next(own, ""):
            yield _second(f"plan_{kind}", line=first_line(line, _QUOTED))


def of_halves(answers: Mapping[str, str]) -> Iterator[Second]:
    """L18: of a truth and a tradeoff one was said: then the other is asked for, in one short question."""
    missing = unsaid(answers)
    if len(missing) == 1:
        yield _second(f"missing_{missing[0]}")


def _second(kind: str, **said: object) -> Second:
    return Second(kind, filled(words.second[kind], **said))


def _left_at(coach: Coach, lived: Lived, role: str, first: str, answer: str) -> Iterator[Second]:
    """Both answers, before the records and beside them, name what they do not."""
    was, now = (otherwise(coach, lived, role, each) for each in (first, answer))
    if was and now and now.is_clear and was.named == now.named:
        yield _second("records", named=now.named, other=now.other, times=now.times, of=now.of)


def _both_ways(lived: Lived) -> Iterator[Second]:
    """One thing gave and took in one week."""
    weeks: dict[tuple[str, int, int], dict[str, Checkin]] = {}
    for each in lived.usual:
        year, week, _ = each.day.isocalendar()
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
    told = next(trials_that_showed(coach, lived.first, lived.last), None)
    if told:
        yield _second("trial", showed=told.text)


def _success(coach: Coach, lived: Lived) -> Iterator[Second]:
    for each in found(coach, lived):
        if each.kind == "success":
            yield _second("success", **each.numbers)


def _reason(coach: Coach, lived: Lived) -> Iterator[Second]:
    """What is behind most misses is another reason than before."""
    day = timedelta(days=1)
    was = _main(coach, lived.first - (lived.last - lived.first + day), lived.first - day)
    now = _main(coach, lived.first, lived.last)
    if was and now and was[0] != now[0]:
        reasons = {"was": words.marks.reason[was[0]], "now": words.marks.reason[now[0]]}
        counts = {"count": was[1], "of": was[2], "times": now[1], "all": now[2]}
        yield _second("reason", **reasons, **counts, day=lived.days.say(lived.first))


def _authority(coach: Coach, lived: Lived) -> Iterator[Second]:
    """M20: leading without the power to decide can only be told apart by asking."""
    del coach
    if any(each.name == "without_authority" for each in fitting(lived, None, None)):
        yield _second("authority")


def _main(coach: Coach, first: date, last: date) -> tuple[str, int, int] | None:
    """The reason behind more than half of all that was missed on usual days, how often, and of how many."""
    unusual = {day for day, each in coach.checkins.between(first, last).items() if each.unusual}
    missed = [
        mark
        for of_one in coach.marks.between(first, last).values()
        for day, mark in of_one.items()
        if mark.result == "missed" and mark.reason != "unusual" and day not in unusual
    ]
    count = Counter(each.reason for each in missed if each.reason)
    for reason, times in count.most_common(1):
        if times >= _THRICE and 2 * times > len(missed):
            return str(reason), times, len(missed)
    return None


def _alike(before: Reflection | None, question: str, answer: str) -> Iterator[Second]:
    then = before.answers.get(question, "") if before else ""
    if before and words_in(then) >= _SHORT and likeness(then, answer) >= ALIKE:
        yield _second("alike", month=month(before.last.month), answer=first_line(then, _QUOTED))


_OF: dict[str, tuple[Callable[[Coach, Lived], Iterator[Second]], ...]] = {
    "shown": (_success, _reason),
    "missing": (_reason,),
    "develop": (_trial,),
    "battles": (_success,),
    "emphasis": (_authority,),
}
