"""What lies beside each question of a look back: the facts that belong to it, or that there are none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commitments.glance import results
from coach.commitments.overview import marks_until, told_marks
from coach.commitments.trial_facts import trial_facts
from coach.core.texts import words
from coach.diagnosis.context import usual_on
from coach.diagnosis.mix import beside
from coach.facts import Fact, fact
from coach.ladders.ladders import climbed, next_level
from coach.ladders.records import LADDERS
from coach.reflection.emphasis import fitting
from coach.reflection.fresh_start import fresh_start
from coach.reflection.lived import (
    Lived,
    energy,
    extreme_days,
    feedback,
    frame_changes,
    gather,
    kept_and_missed,
    modes,
    mostly,
    numbers,
    open_questions,
    outcomes,
    quotes,
    reasons,
    reviewed,
    rounds,
    signals,
)
from coach.reflection.patterns import findings, found, tags
from coach.reflection.pitfalls import pitfall
from coach.reflection.speaking import speaking
from coach.reflection.year_facts import facts_of_year, is_of_year

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.app import Coach
    from coach.commitments.records import Commitment, Mark
    from coach.reflection.records import Reflection


_TEN_WORKING_DAYS = timedelta(days=13)
_RATED = timedelta(weeks=26)
"""A rating is that of a quarter, and the one before still tells."""


def facts_beside(
    coach: Coach, lived: Lived, tried: Reflection | None, question: str, answer: str = ""
) -> list[Fact]:
    """What belongs to a question, and to what was tried since the last time; what speaks to it first."""
    if is_of_year(question):
        return facts_of_year(coach, lived, question)
    found = _BESIDE[question](lived, coach, tried) if question in _BESIDE else []
    if found:
        told = list(speaking(coach, lived, question, answer))
        first = [each for each in told if each.name == "contradicts"]
        found = [*first, *found[:1], *(each for each in told if each not in first), *found[1:]]
    return found or ([Fact("none", words.evidence.none, 0)] if question in _BESIDE else [])


def trial_of(coach: Coach, reflection: Reflection) -> Commitment | None:
    """The commitment its experiment was held as."""
    return next((each for each in coach.commitments.all() if each.trial_of == reflection.id), None)


def _energised(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    return _of_energy(lived, coach, "gave")


def _drained(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    return _of_energy(lived, coach, "took")


def _of_energy(lived: Lived, coach: Coach, role: str) -> list[Fact]:
    """What is beyond chance first; then the days, what was named in them, what was written."""
    is_high = role == "gave"
    named = tags(lived, role, found(coach, lived))
    sure = [each for each in named if each.name.endswith("_effect")]
    rest = [each for each in named if each not in sure]
    days = extreme_days(lived, high=is_high)
    return [*sure, energy(lived), *days, *rest, *quotes(lived, high=is_high)]


def _shown(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    tried = trial_facts(coach, lived.first, lived.last)
    decided = coach.decisions.evidence(lived.first, lived.last)
    facts = [*kept_and_missed(lived), *tried, *decided, *outcomes(lived, coach)]
    return [*facts, reviewed(lived), *feedback(lived)]


def _patterns(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    return findings(coach, lived)


def _develop(lived: Lived, coach: Coach, tried: Reflection | None) -> list[Fact]:
    practised = [each for each in lived.commitments.values() if each.practice and lived.told_marks(each.id)]
    found = [*_became(lived, coach, tried)]
    found += [
        fact("practice", marks, name=each.text, said=results(marks))
        for each in practised
        if (marks := lived.told_marks(each.id))
    ]
    found += [*rounds(lived), *_ladders(lived, coach)]
    found += filter(None, (fresh_start(coach, lived.last),))
    return found + [each for each in (modes(lived),) if each]


def _ladders(lived: Lived, coach: Coach) -> list[Fact]:
    """M6: how far up each ladder, and what comes next."""
    found = []
    for ladder in LADDERS:
        rated = [
            each
            for each in coach.ratings.of(ladder, lived.first - _RATED)
            if lived.days.of(each.at) <= lived.last
        ]
        if rated:
            levels = climbed(ladder, rated[-1].skills, coach.wording)
            following = next_level(levels)
            stand = sum(each.stands for each in levels)
            title = following.title if following else words.ladders.all_stand
            name = words.ladders.ladder[ladder]
            found.append(fact("ladder", rated[-1:], ladder=name, stand=stand, of=len(levels), next=title))
    return found


def _became(lived: Lived, coach: Coach, tried: Reflection | None) -> list[Fact]:
    """What became of the last experiment, as far as it was marked."""
    if tried is None:
        return []
    found = [fact("experiment", [tried], day=lived.days.say(tried.last), said=tried.experiment)]
    trial = trial_of(coach, tried)
    if trial is None:
        return [*found, fact("experiment_free", [tried])]
    marks = marks_until(coach, trial, lived.last)
    found.append(fact("experiment_marks", [trial, *marks], len(marks), said=told_marks(marks)))
    return [*found, *trial_facts(coach, trial.starts, lived.last, trial.id)]


def _battles(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    frame = coach.frames.on(lived.last)
    since = lived.days.said(frame.at) if frame else ""
    said = fact("direction_since", [frame], day=since, said=frame.direction) if frame else None
    return [
        said or fact("no_frame", []),
        *numbers(lived),
        *trial_facts(coach, lived.first, lived.last),
        *coach.decisions.evidence(lived.first, lived.last),
        *outcomes(lived, coach),
        *signals(lived, "value", "contradicts"),
        *feedback(lived, "mentor"),
    ]


def _alliances(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    holds = found(coach, lived)
    return [*signals(lived, "people"), *tags(lived, "gave", holds), *tags(lived, "took", holds)]


def _missing(lived: Lived, *_: object) -> list[Fact]:
    return [*reasons(lived), *signals(lived, "workaround"), *open_questions(lived)]


def _emphasis(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    return [
        *beside(lived.usual, coach.frames.on(lived.last), usual_on(coach, lived.last)),
        *coach.calendar.evidence(lived.first, lived.last),
        *coach.decisions.scorecards(lived.first, lived.last),
        *(each for each in (mostly(lived), modes(lived)) if each),
    ]


def _whole(lived: Lived, *_: object) -> list[Fact]:
    """M21: the pairs that grow together."""
    lived_in = [each for each in lived.commitments.values() if lived.marks.get(each.id)]
    marks: Sequence[Mark] = [mark for each in lived_in for mark in lived.told_marks(each.id)]
    told = [mark for mark in marks if mark.result in {"kept", "pass"} or mark.reason]
    grown = [each for each in lived_in if each.practice or each.trial_of]
    adapted = [each for each in lived.turns if each.result in {"change", "expand", "renew", "renegotiate"}]
    of = len(lived_in)
    return [
        fact("whys", lived_in, count=sum(bool(each.why) for each in lived_in), of=of),
        fact("specific", lived_in, count=sum(bool(each.rhythm or each.due) for each in lived_in), of=of),
        fact("told", marks, count=len(told), of=len(marks)),
        fact("growth", grown, count=len(grown), of=of),
        *frame_changes(lived),
        fact("adapted", adapted, count=len(adapted)),
    ]


def _reads(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    known = fitting(lived, coach.frames.on(lived.last), usual_on(coach, lived.last))
    return [*known, *filter(None, (fresh_start(coach, lived.last), pitfall(coach, lived)))]


def facts_for(coach: Coach) -> Callable[[str], list[Fact]]:
    """M15: what the records of the last ten working days say to each of the eight questions; read once."""
    today = coach.today()
    lived = gather(coach, today - _TEN_WORKING_DAYS, today)

    def beside_question(question: str) -> list[Fact]:
        found = _FOR[question](lived, coach) if question in _FOR else []
        return found or [Fact("none", words.evidence.none, 0)]

    return beside_question


_FOR: dict[str, Callable[[Lived, Coach], list[Fact]]] = {
    "autonomy": lambda lived, _: signals(lived, "people"),
    "ideas": lambda lived, _: [*open_questions(lived), *signals(lived, "workaround", "automation")],
    "morale": lambda lived, _: [energy(lived), *extreme_days(lived, high=True), *quotes(lived, high=False)],
    "adaptability": lambda lived, coach: [*frame_changes(lived), *outcomes(lived, coach)],
    "delivery": lambda lived, _: kept_and_missed(lived),
    "quality": lambda lived, _: [*numbers(lived), *signals(lived, "value", "workaround")],
    "coordination": lambda lived, _: [*reasons(lived), *signals(lived, "people")],
    "follow": lambda lived, coach: [*outcomes(lived, coach), *kept_and_missed(lived)],
}

_BESIDE: dict[str, Callable[[Lived, Coach, Reflection | None], list[Fact]]] = {
    "energised": _energised,
    "drained": _drained,
    "shown": _shown,
    "patterns": _patterns,
    "develop": _develop,
    "became": _became,
    "battles": _battles,
    "alliances": _alliances,
    "missing": _missing,
    "emphasis": _emphasis,
    "whole": _whole,
    "reads": _reads,
}
