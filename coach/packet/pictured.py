"""The pictures of Insights for a packet: each with its numbers and sentence, each consented to by itself.

Nothing of other days goes along: what rests on more than the days of the packet stays at home.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from coach.checkin.records import MOSTLY
from coach.commitments.glance import SIGNS
from coach.core.days import WEEKDAYS
from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.said_days import say_in_short, weekday_short
from coach.core.texts import filled, words
from coach.insights.looking import look
from coach.insights.pictures import Period, trial_cards
from coach.packet.document import Chart, Line, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Result
    from coach.commitments.trial_card import Side, TrialCard
    from coach.findings import Finding
    from coach.insights.looking import Looked
    from coach.reflection.lived import Lived

_WIDEST = 1.0
_RESULTS: tuple[Result, ...] = ("kept", "partly", "missed")


def insights(coach: Coach, lived: Lived, _: Mapping[str, str]) -> Iterator[Line]:
    """Days of the week, what goes with energy, what was kept, where the days went, trials."""
    last = min(lived.last, coach.today())
    looked = look(coach, last)
    yield from _weekdays(lived, looked)
    yield from _goes_with(lived, looked)
    yield from _kept(lived)
    yield from _mostly(lived)
    for each in trial_cards(coach, Period("", lived.first, last)):
        if each.before.first >= lived.first and each.shows:
            yield _trial(each)


def _inside(found: Sequence[Finding], kind: str, lived: Lived) -> list[Finding]:
    return [each for each in found if each.kind == kind and each.first >= lived.first]


def _weekdays(lived: Lived, looked: Looked) -> Iterator[Line]:
    felt = {
        weekday_short(place): [each.energy or 0 for each in lived.felt if each.day.weekday() == place]
        for place in range(len(WEEKDAYS))
    }
    rows = tuple(
        TableRow(f"{name} ({len(own)}) {fmean(own):.1f}", (LOWEST_ENERGY, fmean(own), fmean(own)))
        for name, own in felt.items()
        if own
    )
    if not rows:
        return
    told = [each.says for each in _inside(looked.found, "weekday_energy", lived)]
    text = " ".join(told) or words.packet.picture.weekday
    chart = Chart("bands", rows, LOWEST_ENERGY, HIGHEST_ENERGY)
    yield Line("insights.weekday", text, words.insights.picture.weekday, chart)


def _goes_with(lived: Lived, looked: Looked) -> Iterator[Line]:
    """What is not beyond chance is said to be so, line by line."""
    found = sorted(_inside(looked.all, "goes_with", lived), key=lambda each: -each.effect)
    if not found:
        return
    most = max(_WIDEST, *(abs(each.effect) for each in found))
    holds = {each.name for each in _inside(looked.found, "goes_with", lived)}
    rows = tuple(
        TableRow(each.subject, (min(each.effect, 0.0), each.effect, max(each.effect, 0.0))) for each in found
    )
    chart = Chart("bands", rows, -most, most)
    yield Line("insights.goes_with", words.packet.picture.goes_with, words.insights.picture.goes_with, chart)
    for each in found:
        sure = words.packet.picture.sure if each.name in holds else words.packet.picture.unsure
        yield Line(f"insights.goes_with.{each.about}", f"{each.says} {sure}", is_under=True)


def _kept(lived: Lived) -> Iterator[Line]:
    """Week by week, from the Monday of each."""
    weeks: dict[date, Counter[str]] = {}
    for name in lived.marks:
        for mark in lived.told_marks(name):
            monday = mark.day - timedelta(days=mark.day.weekday())
            weeks.setdefault(monday, Counter())[mark.result] += 1
    if not weeks:
        return
    rows = tuple(
        TableRow(say_in_short(monday), tuple(float(count[each]) for each in _RESULTS))
        for monday, count in sorted(weeks.items())
    )
    whole = Counter[str]()
    for count in weeks.values():
        whole.update(count)
    text = filled(
        words.packet.picture.kept_by_week, kept=whole["kept"], of=sum(whole[each] for each in _RESULTS)
    )
    chart = Chart("weeks", rows, 0, max(sum(row.values) for row in rows) or 1)
    yield Line("insights.kept", text, words.insights.kept_a_week, chart)


def _mostly(lived: Lived) -> Iterator[Line]:
    count = Counter(each.mostly for each in lived.named)
    if whole := count.total():
        parts = [f"{count[each] / whole:.0%} {words.checkin.mostly[each]}" for each in MOSTLY if count[each]]
        text = filled(words.packet.picture.mostly, said=", ".join(parts), count=whole)
        yield Line("insights.mostly", text, words.insights.days)


def _trial(card: TrialCard) -> Line:
    sides = (words.trials.before, card.before), (words.trials.during, card.during)
    rows = tuple(TableRow(label, _marks(side)) for label, side in sides)
    chart = Chart("weeks", rows, 0, max(card.before.of, card.during.of)) if card.is_of_keeping else None
    return Line(f"insights.trial.{card.commitment.id}", card.says, words.packet.label.trial, chart)


def _marks(side: Side) -> tuple[float, ...]:
    return tuple(float(side.dots.count(SIGNS[each])) for each in _RESULTS)
