"""Seasons and reassessments in words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.records import Reassessment, Season
from coach.describe import asked, cited, commitment_called, indented, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from coach.app import Coach


def _season(record: Season, coach: Coach) -> str:
    today = coach.today()
    ends = record.closed - timedelta(days=1) if record.closed else record.ends
    because = filled(words.season.says.and_because, because=record.because) if record.because else ""
    name = words.season.name[record.name]
    return filled(
        words.season.says.season_line,
        name=name,
        day=say_day(record.starts, today),
        day_2=say_day(ends, today),
        because=because,
    )


def _reassessment(record: Reassessment, coach: Coach) -> str:
    parts = [name_of(record)]
    if record.sealed:
        day = coach.days.said(record.sealed)
        parts.append(f"{words.reassessment.state.sealed} {day}")
    if record.unsealed:
        parts.append(words.reassessment.state.unsealed)
    if record.changed:
        names = ", ".join(words.season.page[name].lower() for name in record.changed)
        parts.append(filled(words.reassessment.state.changes, parts=names))
    elif record.closed:
        parts.append(words.reassessment.state.keeps)
    return ", ".join(parts)


def _reassessment_lines(record: Reassessment, coach: Coach) -> list[str]:
    """What was answered, when it was sealed, what was decided."""
    found = [_reassessment(record, coach), ""]
    if opens := coach.reassessments.rests_until(record):
        return [*found, filled(words.reassessment.state.rests, day=coach.days.say(opens))]
    for name, text in record.answers.items():
        found += [asked(name, words.reassessment.question), *indented(text)]
        found += [*cited(record.cites.get(name, ()), coach), ""]
    for name in record.frame:
        found += [f"{words.season.page[name]}: {record.frame[name] or '–'}"]
        if ground := record.conditions.get(name):
            found += [f"  {words.season.page.because}: {ground}"]
    if record.keeps:
        found += [f"{words.reassessment.frame.keeps}: {record.keeps}"]
        found += cited(record.cites.get("keeps", ()), coach)
    for commitment, plan in record.gates.items():
        result = words.commitments.turn[plan["result"]]
        found.append(f"{commitment_called(commitment, coach)}: {result}")
    if record.surprised:
        found += [words.reassessment.close.surprise, *indented(record.surprised)]
    return found


def _title(record: Reassessment) -> str:
    return "" if record.name == "window" else words.reassessment[f"title_{record.name}"]


LINES: dict[str, Callable[[Any, Coach], str]] = {Season.kind: _season, Reassessment.kind: _reassessment}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Reassessment.kind: _reassessment_lines}
TITLES: dict[str, Callable[[Any], str]] = {Reassessment.kind: _title}
