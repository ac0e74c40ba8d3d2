"""Decisions, triage, rights and forecasts in words; how likely a thing was, once its outcome is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.texts import filled, words
from coach.deciding.clock import is_late
from coach.deciding.domains import PARTS
from coach.deciding.handovers import is_steady, told_looks
from coach.deciding.records import (
    Agenda,
    Decision,
    Domain,
    Forecast,
    Handover,
    Tallied,
    TallyRound,
    TenDays,
    Triage,
    Uncertainty,
)
from coach.deciding.sessions import decision_facts, due_said, reviewed_line
from coach.deciding.tally import count_line
from coach.deciding.ten_days_lines import day_line
from coach.deciding.triage import way
from coach.deciding.uncertainty import score_line
from coach.describe import commitment_called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def state_of(decision: Decision) -> str:
    """Where it stands, in a word or two."""
    if decision.reversed:
        return words.deciding.state.reversed
    if decision.came:
        return words.deciding.state[f"came_{decision.came}"]
    if decision.closed:
        return words.deciding.state.closed
    if decision.decided:
        return filled(words.deciding.state.decided, chosen=decision.chosen)
    return words.deciding.state.open


def _decision(record: Decision, coach: Coach) -> str:
    del coach
    return f"{record.text}: {state_of(record)}"


def state_line(record: Decision, coach: Coach) -> str:
    """Where it stands, who decides, and by when."""
    parts = [state_of(record)]
    if record.is_open:
        parts.append(filled(words.deciding.fact.decides, decider=record.decider))
        if due := due_said(record, coach):
            parts.append(filled(words.deciding.fact.by, day=due))
    return ", ".join(parts)


def _decision_lines(record: Decision, coach: Coach) -> Iterator[str]:
    yield record.text
    yield state_line(record, coach)
    yield ""
    for place, option in enumerate(record.options, 1):
        yield f"  {place}  {option}"
    yield ""
    yield from decision_facts(coach, record)
    if record.decided:
        yield filled(words.deciding.fact.decided, day=coach.days.said(record.decided))
    if is_late(record, coach.days) and record.made:
        yield filled(words.deciding.fact.late, day=coach.days.say(record.made))
    if record.due:
        yield filled(words.deciding.fact.due, day=coach.days.say(record.due))
    if record.came:
        yield reviewed_line(record)
        if record.process:
            yield f"{words.deciding.fact.process}: {words.deciding.process[f'{record.process:g}']}"
    elif record.odds is not None and not record.reversed:
        yield words.deciding.fact.hidden
    if record.reversed:
        yield filled(words.deciding.fact.reversed, day=coach.days.said(record.reversed), what=record.evidence)


def triage_line(triage: Triage) -> str:
    """What it asks for."""
    return words.deciding.way[way(triage.ambiguity, triage.coupling, triage.reversible), "name"]


def _triage(record: Triage, coach: Coach) -> str:
    told = f"{record.text}: {triage_line(record)}"
    if not record.parts:
        return told
    names = ", ".join(f"“{commitment_called(each, coach)}”" for each in record.parts)
    return f"{told}. {filled(words.deciding.fact.split, names=names, handoff=record.handoff)}"


def _domain(record: Domain, coach: Coach) -> str:
    del coach
    return filled(words.deciding.rights_line, name=record.name, decides=record.decides)


def domain_lines(record: Domain) -> Iterator[str]:
    """The page."""
    for name in PARTS:
        if text := getattr(record, name):
            yield f"{words.deciding.rights.label[name]}: {text}"


def _forecast(record: Forecast, coach: Coach) -> str:
    said = {"text": record.text, "odds": f"{record.odds:g}", "day": coach.days.say(record.due)}
    came = f", {words.deciding.came[record.came]}" if record.came else ""
    told = filled(words.deciding.forecast_line, name=said["text"], odds=said["odds"], day=said["day"])
    return f"{told}{came}"


def _round(record: TallyRound, coach: Coach) -> str:
    return count_line(coach.tallies.count(record))


def _agenda(record: Agenda, coach: Coach) -> str:
    found = coach.decisions.on_agenda(record)
    return _decision(found, coach) if found else words.evidence.gone


def _tallied(record: Tallied, coach: Coach) -> str:
    del coach
    said = words.deciding.tally["me" if record.needed_me else "other"]
    return f"{said}: {record.text}" if record.text else said


def handover_line(record: Handover) -> str:
    """Which kind, who decides it, up to where, and whether it is steady."""
    told = filled(words.handover.line, what=record.text, to=record.to, boundary=record.boundary)
    state = words.handover.taken_back if record.ended else words.handover.steady if is_steady(record) else ""
    return f"{told} ({state})" if state else told


def looks_line(record: Handover) -> str:
    """What was seen of it so far."""
    said = ", ".join(words.handover.outcome[each] for each in told_looks(record))
    return filled(words.handover.looks, said=said or words.handover.outcome.none)


def _programme(record: TenDays, coach: Coach) -> str:
    return day_line(coach.ten_days.standing(record, record.ended))


def is_held_now(coach: Coach) -> bool:
    """Whether the frame is held today: then what touches it is shown in the window."""
    now = coach.seasons.now()
    return bool(now and now.is_held)


def hidden(each: Decision) -> dict[str, Any]:
    """For a program; how likely it was is not among it before its outcome is in."""
    return each.as_json() | ({} if each.came else {"odds": None})


LINES: dict[str, Callable[[Any, Coach], str]] = {
    Decision.kind: _decision,
    Triage.kind: _triage,
    Domain.kind: _domain,
    Forecast.kind: _forecast,
    TallyRound.kind: _round,
    Agenda.kind: _agenda,
    Tallied.kind: _tallied,
    Handover.kind: lambda record, _: handover_line(record),
    TenDays.kind: _programme,
    Uncertainty.kind: lambda record, _: score_line(record.text, record.scores),
}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {
    Decision.kind: _decision_lines,
    Domain.kind: lambda record, _: domain_lines(record),
}
TITLES: dict[str, Callable[[Any], str]] = {}
