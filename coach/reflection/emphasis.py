"""M3, M5, M20, S14: where the emphasis lay, beside what such a season usually asks for. Named only where the
records carry it, each with a way out."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.core.texts import filled, words
from coach.diagnosis.mix import actual
from coach.facts import ENOUGH, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.checkin.records import Checkin
    from coach.commitments.records import Mark
    from coach.core.record import Record
    from coach.diagnosis.diagnosis import Usual
    from coach.frame.records import Frame
    from coach.reflection.lived import Lived
    from coach.signals.records import Signal

WELL, _BADLY = 0.8, 0.5
_FALL = 0.5
_A_HALF = 4
_FAR = 20
_OFTEN = 3
_TWICE = 2
_HARDLY, _ALMOST = 10, 70
"""Most of every day is 80."""
_HALF = 50


class Share(NamedTuple):
    """So many of so many."""

    part: int
    of: int

    @property
    def percent(self) -> int:
        """Of a hundred."""
        return round(100 * self.part / self.of)


def kept(lived: Lived) -> tuple[Share, list[Mark]] | None:
    """How many of the marks of usual days were kept."""
    marks = [mark for each in lived.marks for mark in lived.told_marks(each) if mark.result != "pass"]
    if len(marks) < ENOUGH:
        return None
    return Share(sum(mark.result == "kept" for mark in marks), len(marks)), marks


def energy_fell(lived: Lived) -> tuple[float, float, list[Checkin]] | None:
    """Energy in the first half and in the second, when it fell."""
    first, second = lived.halves
    if min(len(first), len(second)) < _A_HALF:
        return None
    before, after = (fmean(each.energy or 0 for each in half) for half in (first, second))
    return (before, after, [*first, *second]) if before - after >= _FALL else None


def fitting(lived: Lived, frame: Frame | None, known: Usual | None) -> list[Fact]:
    """What the records of a quarter may be called. Often nothing."""
    return [*_fractures(lived), *_mistakes(lived, frame, known), *_confusions(lived)]


def _efficient(lived: Lived) -> Fact | None:
    """Much is kept while energy falls."""
    share, fell = kept(lived), energy_fell(lived)
    if share is None or fell is None or share[0].percent < WELL * 100:
        return None
    numbers = {"kept": share[0].percent, "before": f"{fell[0]:.1f}", "after": f"{fell[1]:.1f}"}
    return named("efficient", [*share[1], *fell[2]], **numbers)


def _fractures(lived: Lived) -> Iterator[Fact]:
    if efficient := _efficient(lived):
        yield efficient
    share = kept(lived)
    if share and share[0].percent < _BADLY * 100 and len(lived.changed) >= _TWICE:
        yield named("chaotic", [*lived.changed, *share[1]], kept=share[0].percent, changes=len(lived.changed))
    doubts = _passed_over(lived)
    if len(doubts) >= _OFTEN and len(lived.signals) >= ENOUGH and not lived.changed:
        yield named("torn", doubts, count=len(doubts))


def _passed_over(lived: Lived) -> list[Signal]:
    """Doubts of which the person said that they change something, in a window that changed nothing."""
    ends = [each.closed for each in lived.windows if each.closed and not each.changed]
    doubts = [each for each in lived.signals if each.about == "contradicts" and each.settled == "change"]
    return [each for each in doubts if each.settled_at and any(each.settled_at <= end for end in ends)]


def _mistakes(lived: Lived, frame: Frame | None, known: Usual | None) -> Iterator[Fact]:
    blend = actual(lived.usual)
    if blend is None or known is None or frame is None:
        return
    share, days = blend.percent, blend.days
    numbers = {"share": share, "of": len(days), "usual": known.leading}
    if frame.context == "crisis" and share <= known.leading - _FAR:
        yield named("through_crisis", days, **numbers)
    marks = kept(lived)
    if marks and marks[0].percent < _BADLY * 100 and share >= min(known.leading + _FAR, _ALMOST):
        yield named("no_base", [*days, *marks[1]], **numbers, kept=marks[0].percent)
    has_stage = frame.stage or str(frame.context).endswith("-years")
    if has_stage and not known.is_crisis and abs(share - known.leading) >= _FAR:
        yield named("stage", days, **numbers)


def _confusions(lived: Lived) -> Iterator[Fact]:
    blend = actual(lived.usual)
    if blend is None:
        return
    share, days = blend.percent, blend.days
    numbers = {"share": share, "of": len(days)}
    told = [each for each in lived.entries if each.mode]
    leads = Share(sum(each.mode == "leading" for each in told), len(told))
    marks = kept(lived)
    if leads.of >= ENOUGH and leads.percent >= _HALF and share <= _FAR:
        yield named("lost_in_operations", [*told, *days], **numbers, leads=leads.percent)
    people = [each for each in lived.signals if each.about == "people"]
    if share >= _HALF and len(people) >= _TWICE and len(lived.signals) >= ENOUGH:
        yield named("without_authority", [*people, *days], **numbers, count=len(people))
    if marks and (
        (share <= _HARDLY and marks[0].percent >= WELL * 100)
        or (share >= _ALMOST and marks[0].percent < _BADLY * 100)
    ):
        yield named("one_half", days, **numbers, kept=marks[0].percent)


def named(name: str, records: Sequence[Record], **numbers: object) -> Fact:
    """What it is called, what shows it, and a way out."""
    said = {part: filled(words.emphasis[name, part], **numbers) for part in ("name", "sign", "way")}
    ids = tuple(each.id for each in records)
    return Fact(name, f"{said['name']}. {said['sign']} {said['way']}", len(ids), ids)
