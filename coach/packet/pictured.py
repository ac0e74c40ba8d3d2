"""The pictures of Insights for a packet: each with its numbers and sentence, each consented to by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.texts import filled, words
from coach.insights.pictures import Period, pictures
from coach.packet.document import Chart, Line, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.app import Coach
    from coach.commitments.trial_card import Side, TrialCard
    from coach.insights.pictures import Pictures
    from coach.reflection.lived import Lived

_WIDEST = 1.0


def insights(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """Days of the week, what goes with energy, what was kept, where the days went, trials."""
    last = min(lived.last, coach.today())
    shown = pictures(coach, Period(words.packet.section.insights, lived.first, last))
    yield from _weekdays(shown)
    yield from _goes_with(shown)
    yield from _kept(shown)
    if shown.mostly:
        said = ", ".join(f"{each.value:.0%} {each.label}" for each in shown.mostly if each.n)
        days = sum(each.n for each in shown.mostly)
        text = filled(words.packet.picture.mostly, said=said, count=days)
        yield Line("insights.mostly", text, words.insights.days)
    for each in shown.trials:
        yield _trial(each)


def _weekdays(shown: Pictures) -> Iterator[Line]:
    known = [each for each in shown.weekdays if each.n]
    if not known:
        return
    rows = tuple(TableRow(f"{each.label} ({each.n})", (each.value,)) for each in known)
    told = [each.says for each in shown.found("weekday_energy")]
    text = " ".join(told) or words.insights.weekday_none
    chart = Chart("numbers", rows, LOWEST_ENERGY, HIGHEST_ENERGY)
    yield Line("insights.weekday", text, words.insights.picture.weekday, chart)


def _goes_with(shown: Pictures) -> Iterator[Line]:
    """What is not beyond chance is said to be so, line by line."""
    if not shown.goes_with:
        return
    most = max(_WIDEST, *(abs(each.effect) for each in shown.goes_with))
    holds = {each.name for each in shown.looked.found}
    rows = tuple(
        TableRow(each.subject, (min(each.effect, 0.0), each.effect, max(each.effect, 0.0)))
        for each in shown.goes_with
    )
    chart = Chart("bands", rows, -most, most)
    yield Line("insights.goes_with", words.packet.picture.goes_with, words.insights.picture.goes_with, chart)
    for each in shown.goes_with:
        sure = words.packet.picture.sure if each.name in holds else words.packet.picture.unsure
        yield Line(f"insights.goes_with.{each.about}", f"{each.says} {sure}", is_under=True)


def _kept(shown: Pictures) -> Iterator[Line]:
    if not any(of for _, of in shown.kept):
        return
    first = shown.known.first
    rows = []
    for place, (kept, of) in enumerate(shown.kept):
        monday = first + timedelta(weeks=place)
        rows.append(TableRow(f"{monday.day} {monday:%b}", (kept, 0, of - kept)))
    chart = Chart("weeks", tuple(rows), 0, max(of for _, of in shown.kept))
    all_kept, of_all = (sum(each) for each in zip(*shown.kept, strict=True))
    text = filled(words.packet.picture.kept_by_week, kept=all_kept, of=of_all)
    yield Line("insights.kept", text, words.insights.kept_a_week, chart)


def _trial(card: TrialCard) -> Line:
    sides = (words.trials.before, card.before), (words.trials.during, card.during)
    rows = tuple(TableRow(label, _marks(side)) for label, side in sides)
    chart = Chart("weeks", rows, 0, max(card.before.of, card.during.of)) if card.is_of_keeping else None
    return Line(f"insights.trial.{card.commitment.id}", card.says, words.packet.label.trial, chart)


def _marks(side: Side) -> tuple[float, ...]:
    return (side.kept, 0, side.of - side.kept)
