"""What lies beside each question of a look back: the facts that belong to it, or that there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content import words
from coach.days import day_of
from coach.emphasis import beside, fitting
from coach.evidence import (
    Fact,
    Lived,
    energy,
    extreme_days,
    fact,
    frame_changes,
    kept_and_missed,
    modes,
    mostly,
    numbers,
    open_questions,
    outcomes,
    quotes,
    reasons,
    reviewed,
    signals,
)
from coach.managing.glance import results
from coach.patterns import findings, tags
from coach.when import say_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.app import Coach
    from coach.records import Commitment, Mark, Reflection


def facts_beside(coach: Coach, lived: Lived, tried: Reflection | None, question: str) -> list[Fact]:
    """The facts that belong to a question, and to what was tried since the last time."""
    found = _BESIDE[question](lived, coach, tried) if question in _BESIDE else []
    return found or ([Fact("none", words("evidence", "none"), 0)] if question in _BESIDE else [])


def trial_of(coach: Coach, reflection: Reflection) -> Commitment | None:
    """The commitment its experiment was held as."""
    return next((each for each in coach.commitments.all() if each.trial_of == reflection.id), None)


def _energised(lived: Lived, *_: object) -> list[Fact]:
    return [
        energy(lived),
        *extreme_days(lived, high=True),
        *tags(lived, "gave"),
        *quotes(lived, high=True),
    ]


def _drained(lived: Lived, *_: object) -> list[Fact]:
    return [
        energy(lived),
        *extreme_days(lived, high=False),
        *tags(lived, "took"),
        *quotes(lived, high=False),
    ]


def _shown(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    return [*kept_and_missed(lived), *outcomes(lived, coach), reviewed(lived)]


def _patterns(lived: Lived, *_: object) -> list[Fact]:
    return findings(lived)


def _develop(lived: Lived, coach: Coach, tried: Reflection | None) -> list[Fact]:
    practised = [each for each in lived.commitments.values() if each.practice and lived.told_marks(each.id)]
    found = [*_became(lived, coach, tried)]
    found += [
        fact("practice", marks, name=each.text, said=results(marks))
        for each in practised
        if (marks := lived.told_marks(each.id))
    ]
    return found + [each for each in (modes(lived),) if each]


def _became(lived: Lived, coach: Coach, tried: Reflection | None) -> list[Fact]:
    """What became of the last experiment, as far as it was marked."""
    if tried is None:
        return []
    found = [fact("experiment", [tried], day=say_day(tried.last, lived.today), said=tried.experiment)]
    trial = trial_of(coach, tried)
    if trial is None:
        return [*found, fact("experiment_free", [tried])]
    since = coach.marks.between(trial.starts, lived.last).get(trial.id, {})
    marks = [mark for _, mark in sorted(since.items()) if mark.reason != "unusual"]
    said = results(marks) or words("commitments", "life", "no_marks")
    return [*found, fact("experiment_marks", [trial, *marks], len(marks), said=said)]


def _battles(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    frame = coach.frames.on(lived.last, lived.ends)
    since = say_day(day_of(frame.at, lived.ends), lived.today) if frame else ""
    said = fact("direction_since", [frame], day=since, said=frame.direction) if frame else None
    return [
        said or fact("no_frame", []),
        *numbers(lived),
        *outcomes(lived, coach),
        *signals(lived, "value", "contradicts"),
    ]


def _alliances(lived: Lived, *_: object) -> list[Fact]:
    return [*signals(lived, "people"), *tags(lived, "gave"), *tags(lived, "took")]


def _missing(lived: Lived, *_: object) -> list[Fact]:
    return [*reasons(lived), *signals(lived, "workaround"), *open_questions(lived)]


def _emphasis(lived: Lived, coach: Coach, _: object) -> list[Fact]:
    return [
        *beside(lived, coach.frames.on(lived.last, lived.ends)),
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
    return fitting(lived, coach.frames.on(lived.last, lived.ends))


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
