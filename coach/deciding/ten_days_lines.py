"""The ten days in lines: which day it is, what is done of each step, and what is to be seen at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.deciding.ten_days import LASTS, STEPS
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.deciding.telemetry import Span
    from coach.deciding.ten_days import Standing

_WHOLE = 100
_SIGNS = {True: "●", False: "○"}


def day_line(now: Standing) -> str:
    """Which day it is, and what it asks for."""
    said = words.ten_days
    if now.is_over:
        return said.over
    asked = now.next
    return filled(said.day, day=now.day, of=LASTS, what=said.step[asked.name] if asked else said.all_done)


def ten_days_lines(coach: Coach) -> Iterator[Told]:
    """The page; in the shell, too."""
    said, latest = words.ten_days, coach.ten_days.latest()
    yield Told(said.title, "strong")
    yield Told(said.about, "quiet")
    yield Told()
    if latest is None:
        yield from (Told(f"{_SIGNS[False]} {said.step[name]}") for name in STEPS)
        return
    now = coach.ten_days.standing(latest, latest.ended)
    if latest.ended:
        yield Told(filled(said.was, day=coach.days.say(latest.ended)), "strong")
    elif latest.paused:
        yield Told(filled(said.paused_since, day=coach.days.say(latest.paused)), "strong")
    else:
        yield Told(day_line(now), "strong")
    yield Told()
    for each in now.steps:
        done = filled(said.done, done=each.done, of=each.of)
        yield Told(f"{_SIGNS[each.is_done]} {said.step[each.name]}   {done}")
        yield Told(said.how[each.name], "quiet", indent=2)
    yield Told()
    yield Told(said.seen, "strong")
    yield from seen_lines(coach, *coach.ten_days.seen(latest))


def seen_lines(coach: Coach, now: Span, before: Span) -> Iterator[Told]:
    """L12: decisions clearer, less done twice, delivery that tells the truth, beside as many days before."""
    said = words.ten_days.result
    made = [each for each in coach.decisions.since(now.first) if coach.days.of(each.at) <= now.last]
    clear = sum(bool(each.reversal) for each in made)
    hours = {name: _hours(span) for name, span in (("now", now), ("before", before))}
    numbers = {"count": counted(len(made), "decision"), "clear": clear, **hours}
    yield Told(filled(said.clear, **numbers) if made else said.no_clear)
    yield Told(filled(said.twice, back=now.back, back_before=before.back, changes=now.changes,
                      changes_before=before.changes))  # fmt: skip
    told = [each for each in coach.forecasts.all() if each.came and now.first <= each.due <= now.last]
    came, expected = sum(each.came == "yes" for each in told), sum(each.odds for each in told) / _WHOLE
    parts = [filled(said.kept, moved=now.moved, due=now.due)] if now.due else []
    parts += [filled(said.forecasts, came=came, of=len(told), expected=f"{expected:.1f}")] if told else []
    yield Told(filled(said.truth, said=", ".join(parts) or said.nothing))


def _hours(span: Span) -> str:
    said = words.ten_days.result
    return said.nothing if span.latency is None else filled(said.hours, hours=f"{span.latency:.0f}")
