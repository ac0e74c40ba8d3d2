"""How deciding goes, in lines: how fast, how steady, what came back, how uncertain, how well one judges."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.bar import bar
from coach.core.counting import counted
from coach.core.spark import spark
from coach.core.texts import filled, words
from coach.deciding.calibration import ENOUGH, calibration
from coach.deciding.tally import count_line
from coach.deciding.telemetry import telemetry
from coach.deciding.uncertainty import reading, score_line
from coach.facts import Fact
from coach.insights.lines import chance_said
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.app import Coach
    from coach.deciding.calibration import Calibration
    from coach.deciding.telemetry import Span, Telemetry

_WIDE, _INDENT, _WEEKS = 20, 2, 8
_WORST = 15
_QUARTER = timedelta(weeks=13) - timedelta(days=1)
_WHOLE = 100


def deciding_lines(coach: Coach) -> Iterator[Told]:
    """The page; in the shell, too."""
    said = words.deciding.numbers
    day = coach.today()
    yield Told(said.title, "strong")
    yield Told(said.about, "quiet")
    yield Told()
    yield Told(said.speed, "strong")
    yield from telemetry_lines(telemetry(coach, day))
    yield Told()
    yield Told(said.judging, "strong")
    yield from calibration_lines(calibration([*coach.decisions.all(), *coach.forecasts.all()]))
    card = words.deciding.scorecard
    yield Told()
    yield Told(card.title, "strong")
    yield Told(card.about, "quiet")
    for each in coach.decisions.scorecards(day - _QUARTER, day):
        yield _line(each.text, each if each.ids else None)
    if lately := coach.uncertainty.lately(day):
        yield Told()
        yield Told(words.uncertainty.part, "strong")
        for own in lately.values():
            last = own[-1]
            totals = trend_said([each.total for each in own])
            fact = Fact("uncertainty", last.text, len(own), tuple(each.id for each in own))
            yield Told(score_line(last.text, last.scores), target=fact)
            yield Told(f"{totals}  {words.uncertainty.says[reading(last.total)]}", "quiet", indent=_INDENT)
    if tally := coach.tallies.latest():
        yield Told()
        yield Told(words.deciding.tally.title, "strong")
        yield _line(count_line(tally))


def trend_said(totals: Sequence[int]) -> str:
    """Week by week: a line of signs once there are some, and the numbers."""
    numbers = " ".join(map(str, totals[-_WEEKS:]))
    return f"{spark(totals[-_WEEKS:], (0, _WORST))}  {numbers}" if len(totals) > 1 else numbers


def telemetry_lines(found: Telemetry) -> Iterator[Told]:
    """The four numbers beside those before, and the rule's word with them."""
    said, now = words.deciding.numbers, found.now
    numbers = numbers_of(found)
    fact = Fact("deciding", said.speed, len(now.ids), now.ids)
    target = fact if now.ids else None
    for name in ("latency", "changes", "flow", "back"):
        key = name if _has(name, now) else f"no_{name}"
        key = f"{key}_alone" if _is_alone(name, found.before) and key == name else key
        yield _line(filled(said[key], **numbers), target if name in {"latency", "changes"} else None)
    role = "strong" if found.is_clear else "text"
    yield Told(filled(said.verdict[found.verdict], **numbers), role, indent=_INDENT)
    if found.chance is not None:
        yield Told(chance_said(found.chance), "quiet", indent=_INDENT)


def _line(text: str, target: Fact | None = None) -> Told:
    """What opens nothing stands as far in as what does."""
    return Told(text, target=target, indent=0 if target else _INDENT)


def _is_alone(name: str, before: Span) -> bool:
    """Whether there is nothing before to compare it with."""
    return (name == "latency" and not before.hours) or (name == "flow" and not before.due)


def _has(name: str, now: Span) -> bool:
    return {"latency": bool(now.hours), "flow": bool(now.due), "back": bool(now.troubles)}.get(name, True)


def numbers_of(found: Telemetry) -> dict[str, object]:
    """What its sentences say."""
    now, before = found.now, found.before
    return {
        "hours": _hours(now),
        "hours_before": _hours(before),
        "n": len(now.hours),
        "decisions": counted(len(now.hours), "decision"),
        "n_before": len(before.hours),
        "decisions_before": counted(len(before.hours), "decision"),
        "changes": now.changes,
        "changes_before": before.changes,
        "flow": _share(now),
        "flow_before": _share(before),
        "moved": now.moved,
        "due": now.due,
        "due_before": before.due,
        "back": now.back,
        "troubles": now.troubles,
    }


def _hours(span: Span) -> str:
    return "–" if span.latency is None else f"{span.latency:.0f}"


def _share(span: Span) -> str:
    return "–" if span.flow is None else f"{span.flow:.0%}"


def calibration_line(found: Calibration) -> str:
    """What can be said of it; nothing before twenty."""
    numbers = {"n": found.n, "needed": ENOUGH, "came": found.came, "expected": f"{found.expected:.1f}"}
    brier = f"{found.brier:.2f}" if found.brier is not None else ""
    return filled(words.deciding.forecast[found.reading], **numbers, brier=brier)


def calibration_lines(judged: Calibration) -> Iterator[Told]:
    """How well one judges; from twenty on with its picture: what was said, and what came."""
    yield _line(calibration_line(judged))
    if judged.n < ENOUGH:
        return
    said = words.deciding.numbers
    for each in judged.bins:
        full, empty = bar(each.came / each.of, _WIDE)
        place = min(round(each.odds / _WHOLE * _WIDE), _WIDE - 1)
        row = full + empty
        drawn = row[:place] + "┃" + row[place + 1 :]
        told = filled(said.bin, odds=f"{each.odds:.0f}", came=each.came, of=each.of)
        yield Told(f"{drawn}  {told}", "picture", indent=_INDENT)
    yield Told(said.bin_hint, "quiet", indent=_INDENT)
