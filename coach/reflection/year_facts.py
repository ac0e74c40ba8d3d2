"""What lies beside the year: each quarter in short, what was decided and learned, the direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.trial_facts import trial_facts
from coach.core.days import month_ends
from coach.core.safe_text import first_line
from coach.core.texts import words
from coach.facts import Fact, fact
from coach.reflection.lived import (
    energy,
    extreme_days,
    frame_changes,
    gather,
    kept_and_missed,
    numbers,
    outcomes,
)
from coach.reflection.reflections import DUE_FOR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coach.app import Coach
    from coach.reflection.lived import Lived
    from coach.reflection.records import Reflection

_QUARTER, _MONTHS = "quarter", 3
_WIDTH = 140


def is_of_year(question: str) -> bool:
    """Whether the year asks it."""
    return question.startswith(_QUARTER) or question in _OF


def facts_of_year(coach: Coach, lived: Lived, question: str) -> list[Fact]:
    """What belongs to a question of the year."""
    if question.startswith(_QUARTER):
        first = lived.first.replace(month=_MONTHS * (int(question.removeprefix(_QUARTER)) - 1) + 1)
        found = list(_quarter(coach, first, month_ends(first.replace(month=first.month + _MONTHS - 1))))
    else:
        found = list(_OF[question](coach, lived)) if question in _OF else []
    return found or [Fact("none", words.evidence.none, 0)]


def _quarter(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """How it was, what was kept, what was said of it then."""
    if first > coach.today():
        return
    lived = gather(coach, first, min(last, coach.today()))
    yield energy(lived)
    yield from extreme_days(lived, high=True)[:1]
    yield from kept_and_missed(lived)[:2]
    yield from numbers(lived)
    yield from frame_changes(lived)
    yield from _said(coach, first, last)


def _said(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """What the quarter's own looks back said."""
    for each in _looks_back(coach, first, last):
        for text in list(each.answers.values())[:1]:
            name = words.reflect.name[each.name]
            said = first_line(text, _WIDTH)
            yield fact("said_then", [each], name=name, day=coach.days.say(each.last), said=said)


def _looks_back(coach: Coach, first: date, last: date) -> list[Reflection]:
    own = (each for each in coach.reflections.since(first) if first <= each.last <= last)
    return sorted((each for each in own if each.name in DUE_FOR), key=lambda each: each.last)


def _decisions(coach: Coach, lived: Lived) -> Iterator[Fact]:
    yield from coach.decisions.evidence(lived.first, lived.last)
    yield from outcomes(lived, coach)


def _learned(coach: Coach, lived: Lived) -> Iterator[Fact]:
    """Lessons of the year, and what trials showed."""
    for each in coach.reflections.since(lived.first):
        if lived.first <= each.last <= lived.last and (rule := each.answers.get("rule", "").strip()):
            name = words.reflect.name[each.name]
            day = coach.days.say(each.last)
            yield fact("said_then", [each], name=name, day=day, said=first_line(rule, _WIDTH))
    yield from trial_facts(coach, lived.first, lived.last)


def _sentences(coach: Coach, lived: Lived) -> Iterator[Fact]:
    """Those of the year before."""
    before = coach.reflections.before("yearly", lived.first)
    if before and (text := before.answers.get("sentences")):
        name, day = words.reflect.name[before.name], coach.days.say(before.last)
        yield fact("said_then", [before], name=name, day=day, said=" ".join(text.split()))


def _believe(coach: Coach, lived: Lived) -> Iterator[Fact]:
    frame = coach.frames.on(lived.last)
    if frame:
        yield fact("direction_since", [frame], day=lived.days.said(frame.at), said=frame.direction)
        yield from frame_changes(lived)
    else:
        yield fact("no_frame", [])


_OF = {"decisions": _decisions, "learned": _learned, "sentences": _sentences, "believe": _believe}
