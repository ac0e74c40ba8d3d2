"""L13: the two pages that come first. Direction, then delivery, and nothing of one on the other."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from math import isfinite
from typing import TYPE_CHECKING

from coach.commitments.glance import results
from coach.commitments.progress import state
from coach.core.counting import counted
from coach.core.said_days import month_short, say_in_short
from coach.core.texts import filled, words
from coach.describe import on_one_line
from coach.packet.document import Chart, Line, Section, TableRow
from coach.reflection.lived import mostly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment, Mark
    from coach.reflection.lived import Lived

_LONGEST = timedelta(weeks=52)
"""So long ago a window may have been opened that is closed now."""
_WEEKS = 27
"""More columns than that, and they are months."""
_IN_THE_WAY = 3


def direction(coach: Coach, lived: Lived, own: Mapping[str, str]) -> Section:
    """The bet, for whom, what is given up, what would prove it, what was questioned."""
    frame = coach.frames.on(lived.last)
    lines = [
        _said("direction.bet", "bet", frame.direction if frame else ""),
        _said("direction.whom", "whom", own.get("whom", "")),
        _said("direction.tradeoff", "tradeoff", frame.giving_up if frame else ""),
        _measure("direction.outcome", "outcome", frame.outcome if frame else "", lived),
    ]
    questioned = [*_questioned(coach, lived)]
    nothing = Line("direction.questioned", words.packet.questioned_none, words.packet.label.questioned)
    return Section("direction", (*lines, *(questioned or [nothing])), is_page=True)


def delivery(coach: Coach, lived: Lived, own: Mapping[str, str]) -> Section:
    """Three measures, what stood in the way, what was held."""
    frame = coach.frames.on(lived.last)
    lines = [
        _measure("delivery.flow", "flow", frame.flow if frame else "", lived),
        _quality(lived, own.get("quality", "")),
        _cost(lived, own.get("cost", "")),
        *_in_the_way(lived, own.get("constraint", "")),
        *_commitments(coach, lived),
    ]
    return Section("delivery", tuple(lines), is_page=True)


def _said(name: str, label: str, text: str) -> Line:
    """One part, or that nothing is written down."""
    return Line(name, text or words.packet.nothing_said, words.packet.label[label])


def _measure(name: str, label: str, text: str, lived: Lived) -> Line:
    """A number of the frame, with where it began and where it stands."""
    which = name.partition(".")[2]
    told = [(each.last, getattr(each, which)) for each in lived.told_numbers(which)]
    if not text or not told:
        return _said(name, label, text)
    first, last = f"{told[0][1]:g}", f"{told[-1][1]:g}"
    said = filled(words.packet.number, said=text, first=first, last=last, count=counted(len(told), "review"))
    rows = tuple(TableRow(say_in_short(day), (value,)) for day, value in told)
    values = [value for _, value in told]
    is_drawn = len(told) > 1 and isfinite(max(values) - min(0, *values))
    chart = Chart("numbers", rows, min(0, *values), max(values) or 1) if is_drawn else None
    return Line(name, said, words.packet.label[label], chart)


def _quality(lived: Lived, own: str) -> Line:
    marks = [each for one in lived.commitments for each in lived.told_marks(one)]
    marks = [each for each in marks if each.result != "pass"]
    good = sum(each.result == "kept" for each in marks)
    partly = sum(each.result == "partly" for each in marks)
    counts = {"kept": good, "partly": partly, "count": len(marks)}
    told = filled(words.packet.kept_of, **counts) if marks else words.packet.no_marks
    key = words.packet.chart_key if marks else ""
    text = "\n".join(each for each in (own, f"{told} {key}".rstrip()) if each)
    return Line("delivery.quality", text, words.packet.label.quality, weeks(marks, lived) if marks else None)


def weeks(marks: Sequence[Mark], lived: Lived) -> Chart:
    """How it went week by week; month by month, when it was long."""
    by_month = (lived.last - lived.first).days > _WEEKS * 7

    def begins(day: date) -> date:
        return day.replace(day=1) if by_month else day - timedelta(days=day.weekday())

    columns: dict[date, Counter[str]] = {}
    day = lived.first
    while day <= lived.last:
        columns.setdefault(begins(day), Counter())
        day += timedelta(days=1)
    for each in marks:
        columns[begins(each.day)][each.result] += 1
    rows = tuple(
        TableRow(
            month_short(day.month) if by_month else say_in_short(day),
            (count["kept"], count["partly"], count["missed"]),
        )
        for day, count in sorted(columns.items())
    )
    return Chart("weeks", rows, 0, max((sum(row.values) for row in rows), default=0) or 1)


def _cost(lived: Lived, own: str) -> Line:
    days = mostly(lived)
    told = filled(words.packet.days_went, said=days.text) if days else words.packet.no_days
    text = "\n".join(each for each in (own, told) if each)
    return Line("delivery.cost", text, words.packet.label.cost)


def _in_the_way(lived: Lived, own: str) -> Iterator[Line]:
    label = words.packet.label.constraint
    if own:
        yield Line("delivery.constraint", own, label)
    told = [each for one in lived.commitments for each in lived.told_marks(one) if each.reason]
    for reason, count in Counter(each.reason for each in told).most_common(_IN_THE_WAY):
        said = words.marks.reason[str(reason)]
        text = filled(words.packet.in_the_way, reason=said, count=count, of=counted(len(told), "time"))
        yield Line(f"delivery.constraint.{reason}", text, label)


def _commitments(coach: Coach, lived: Lived) -> Iterator[Line]:
    """What was held in these days, how it went, and what it is for."""
    rests = coach.commitments.rests()
    for each in lived.commitments.values():
        marks = lived.told_marks(each.id)
        held = state(each, rests, min(lived.last, lived.days.today)) in {"held", "paused"}
        if not (marks or held) or each.starts > lived.last:
            continue
        name = f"delivery.commitment.{each.id}"
        yield Line(name, _commitment_line(each, marks, coach), words.packet.label.commitment)
        if each.why:
            yield Line(f"{name}.why", each.why, words.packet.label.why, is_under=True)


def _commitment_line(each: Commitment, marks: Sequence[Mark], coach: Coach) -> str:
    reasons = Counter(mark.reason for mark in marks if mark.reason).most_common(_IN_THE_WAY)
    why = ", ".join(f"{count} × {words.marks.reason[str(reason)]}" for reason, count in reasons)
    said = results(marks) or words.packet.unmarked
    return f"{on_one_line(each, coach)}: {said}{f' ({why})' if why else ''}"


def _questioned(coach: Coach, lived: Lived) -> Iterator[Line]:
    """Each time the direction itself was on the table, and what became other."""
    label = words.packet.label.questioned
    spans: list[tuple[date, date]] = []
    for each in coach.reassessments.since(lived.first - _LONGEST):
        over = each.closed
        if over is None or not lived.first <= lived.days.of(over) <= lived.last:
            continue
        spans.append((lived.days.of(each.at), lived.days.of(over)))
        day = lived.days.said(over)
        kind = words.packet.questioned[each.name]
        parts = ", ".join(words.season.page[name].lower() for name in each.changed)
        became = filled(words.packet.changed, parts=parts) if parts else words.packet.stayed
        yield Line(f"direction.questioned.{each.id}", f"{day}, {kind}: {became}", label)
        for number, text in enumerate(dict.fromkeys([*each.conditions.values(), each.keeps])):
            if text:
                name = f"direction.questioned.{each.id}.{number}"
                yield Line(name, text, words.packet.label.because, is_under=True)
    for frame in lived.changed:
        on = lived.days.of(frame.at)
        if any(first <= on <= last for first, last in spans):
            continue
        name = f"direction.questioned.{frame.id}"
        kind = words.packet.questioned.frame
        yield Line(name, f"{lived.days.say(on)}, {kind}: {frame.direction}", label)
        for text in dict.fromkeys([*frame.conditions.values(), frame.because]):
            if text:
                yield Line(f"{name}.why", text, words.packet.label.because, is_under=True)
                break
