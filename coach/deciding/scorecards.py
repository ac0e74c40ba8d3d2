"""L14: two scorecards of some weeks, from the person's own records. They are never summed: no one number says
how somebody leads and manages."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.deciding.telemetry import span_of
from coach.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Record
    from coach.deciding.records import Decision

_NAME = 40
_WEEK = timedelta(days=8)
"""The review of a week counts from the day on which it ends."""
_WHOLE = 100


def scorecards(coach: Coach, first: date, last: date) -> list[Fact]:
    """Leading, then managing."""
    return [*leading(coach, first, last), *managing(coach, first, last)]


def leading(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """Tradeoffs said, dependencies agreed, the outcome moved."""
    said, made = words.deciding.scorecard, _decided(coach, first, last)
    reviews = [each for each in coach.reviews.lately(last + _WEEK) if first <= each.last <= last]
    named = sum(len(each.answers.get("tradeoff", "").strip()) > 1 for each in reviews)
    gives = sum(bool(each.gives_up) for each in made)
    decided = counted(len(made), "decision")
    parts = [filled(said.part, count=gives, of=decided)] if made else []
    parts += [filled(said.part, count=named, of=counted(len(reviews), "week"))] if reviews else []
    text = filled(said.tradeoffs, parts=", ".join(parts)) if parts else said.no_tradeoffs
    yield _fact("tradeoffs", text, [*made, *reviews])
    agreed = sum(bool((page := coach.domains.get(each.domain)) and page.agrees) for each in made)
    splits = [each for each in coach.triages.since(first) if each.parts and coach.days.of(each.at) <= last]
    handed = [each for each in coach.handovers.since(first) if each.day <= last]
    times = counted(len(splits) + len(handed), "time")
    numbers = {"agreed": agreed, "decisions": decided, "times": times}
    text = filled(said.agreed, **numbers) if made or splits or handed else said.no_agreed
    yield _fact("agreed", text, [*splits, *handed])
    frame, series = coach.frames.on(last), coach.reviews.numbers("outcome", first, last)
    if frame and frame.outcome and len(series) > 1:
        moved = {
            "name": first_line(frame.outcome, _NAME),
            "began": f"{series[0]:g}",
            "ends": f"{series[-1]:g}",
        }
        yield Fact(
            "outcome", filled(said.outcome, **moved, count=counted(len(series), "review")), len(series)
        )
    else:
        yield Fact("outcome", said.no_outcome, 0)


def managing(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """Forecasts met, quality, health."""
    said = words.deciding.scorecard
    told = [each for each in coach.forecasts.all() if each.came and first <= each.due <= last]
    came, expected = sum(each.came == "yes" for each in told), sum(each.odds for each in told) / _WHOLE
    numbers = {"came": came, "of": len(told), "expected": f"{expected:.1f}"}
    yield _fact("forecasts", filled(said.forecasts, **numbers) if told else said.no_forecasts, told)
    span = span_of(coach, first, last)
    flow = f"{span.flow:.0%}" if span.flow is not None else "–"
    numbers = {"moved": flow, "due": span.due, "back": span.back, "troubles": span.troubles}
    yield Fact("quality", filled(said.quality, **numbers) if span.due else said.no_quality, span.due)
    felt = [
        each
        for _, each in sorted(coach.checkins.between(first, last).items())
        if each.energy and not each.unusual
    ]
    if len(felt) > 1:
        half = len(felt) // 2
        means = [f"{fmean(each.mean or 0 for each in part):.1f}" for part in (felt[:half], felt[half:])]
        yield _fact("health", filled(said.health, before=means[0], after=means[1], count=len(felt)), felt)


def _decided(coach: Coach, first: date, last: date) -> list[Decision]:
    return [
        each
        for each in coach.decisions.all()
        if each.decided and first <= coach.days.of(each.decided) <= last
    ]


def _fact(name: str, text: str, records: Sequence[Record]) -> Fact:
    return Fact(f"scorecard_{name}", text, len(records), tuple(each.id for each in records))
