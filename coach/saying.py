"""Any record in words: on one line for a list, in full to be read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.content import ContentError, table, words
from coach.managing.progress import gate_of
from coach.records import (
    Checkin,
    Commitment,
    Entry,
    Frame,
    Mark,
    Quote,
    Reflection,
    Reply,
    Rest,
    Season,
    Signal,
    Turn,
)
from coach.when import say_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

    from coach.app import Coach
    from coach.record import Record


def on_one_line(record: Record, coach: Coach) -> str:
    """What a list shows of it."""
    said: Callable[[Any, Coach], str] = _LINES[record.kind]
    return said(record, coach)


def in_full(record: Record, coach: Coach) -> str:
    """Everything a person said in it."""
    names: tuple[str, ...]
    if isinstance(record, Frame):
        names = ("direction", "giving_up", "outcome", "flow", "context", "because")
        return _parts(names, record, "season", "page")
    if isinstance(record, Commitment):
        names = ("why", "problem", "obstacle", "cue", "act", "drop_if", "avoids")
        today = _today(coach)
        days = [("starts", record.starts), ("gate", gate_of(record, coach.commitments.rests()))]
        dated = "\n".join(
            f"{words('commitments', 'field', name):<16}{say_day(day, today)}" for name, day in days
        )
        return (
            f"{on_one_line(record, coach)}\n{dated}\n{_parts(names, record, 'commitments', 'field')}".rstrip()
        )
    if isinstance(record, Reflection):
        return "\n".join(review_lines(record))
    if isinstance(record, Turn):
        asked = (_question(name, "commitments", "gate", "question") for name in record.answers)
        answered = (f"{ask}\n  {text}" for ask, text in zip(asked, record.answers.values(), strict=True))
        return "\n".join([on_one_line(record, coach), *answered])
    return on_one_line(record, coach)


def review_lines(review: Reflection) -> list[str]:
    """A weekly review as it is read again."""
    found: list[str] = []
    for name, text in review.answers.items():
        found += [_question(name, "weekly", "question"), *(f"  {line}" for line in text.splitlines()), ""]
    if review.plans:
        found += [words("weekly", "step", "plans"), *(f"  {plan}" for plan in review.plans), ""]
    if review.flow is not None or review.outcome is not None:
        numbers = f"{_number(review.flow)}, {_number(review.outcome)}"
        found.append(f"{words('weekly', 'step', 'numbers')}: {numbers}")
    return found


def _question(name: str, *where: str) -> str:
    """The question in words; one that only a newer version asks is called by its name."""
    try:
        return words(*where, name)
    except ContentError:
        return name


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _checkin(record: Checkin, coach: Coach) -> str:
    del coach
    from coach.daily.checkins import in_words  # noqa: PLC0415 - 5 ms, and entries need none of it

    return in_words(record)


def _signal(record: Signal, coach: Coach) -> str:
    del coach
    about = f"  ({words('signals', 'about_kind', record.about)})" if record.about else ""
    return f"{record.text}{about}"


def _season(record: Season, coach: Coach) -> str:
    today = _today(coach)
    ends = record.closed - timedelta(days=1) if record.closed else record.ends
    because = f", because {record.because}" if record.because else ""
    name = words("season", "name", record.name)
    return f"{name}, {say_day(record.starts, today)} to {say_day(ends, today)}{because}"


def _rest(record: Rest, coach: Coach) -> str:
    today = _today(coach)
    of = f" of “{_name(record.commitment, coach)}”" if record.commitment else ""
    days = f"{say_day(record.first, today)} to {say_day(record.until, today)}"
    because = f", {record.because}" if record.because else ""
    return f"{words('commitments', 'exempt', record.what)}{of}, {days}{because}"


def _commitment(record: Commitment, coach: Coach) -> str:
    when = f", due {say_day(record.due, _today(coach))}" if record.due else ""
    when = f", {record.rhythm}" if record.rhythm else when
    ended = f", {words('commitments', 'ended', record.ended_as)}" if record.ended_as else ""
    return f"{record.text}{when}{ended}"


def _mark(record: Mark, coach: Coach) -> str:
    reason = f", {words('marks', 'reason', record.reason)}" if record.reason else ""
    return f"{_name(record.commitment, coach)}: {words('marks', 'result', record.result)}{reason}"


def _turn(record: Turn, coach: Coach) -> str:
    because = f", because {record.because}" if record.because else ""
    done = words("commitments", "turn", record.result)
    return f"{done}: {record.was or _name(record.commitment, coach)}{because}"


def _reflection(record: Reflection, coach: Coach) -> str:
    said = "  ·  ".join(record.words.split("\n"))
    return f"{record.name}, to {say_day(record.last, _today(coach))}: {said}"


def _reply(record: Reply, coach: Coach) -> str:
    del coach
    return f"{record.said}: {record.about}"


_LINES: dict[str, Callable[[Any, Coach], str]] = {
    Entry.kind: lambda record, _: record.text,
    Frame.kind: lambda record, _: record.direction,
    Quote.kind: lambda record, _: record.text,
    Checkin.kind: _checkin,
    Signal.kind: _signal,
    Season.kind: _season,
    Rest.kind: _rest,
    Commitment.kind: _commitment,
    Mark.kind: _mark,
    Turn.kind: _turn,
    Reflection.kind: _reflection,
    Reply.kind: _reply,
}


def _parts(names: tuple[str, ...], record: Record, *where: str) -> str:
    said = []
    for name in names:
        value = getattr(record, name)
        if value:
            text = table("contexts")[value]["name"] if name == "context" else value
            said.append(f"{words(*where, name):<16}{text}")
    return "\n".join(said)


def _name(commitment: str, coach: Coach) -> str:
    fields = coach.store.find(Commitment.kind, commitment)
    return str(fields.get("text", "")) if fields else "a commitment that is gone"


def _today(coach: Coach) -> date:
    return coach.reader().today
