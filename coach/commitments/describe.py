"""What is held in words: a commitment, how it went, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.amount import goal_of
from coach.commitments.glance import mark_said
from coach.commitments.progress import gate_of
from coach.commitments.records import TERMS, Commitment, Mark, Reply, Turn
from coach.commitments.trial import POSSIBLE, SHOWED
from coach.commitments.trial_words import moves_line
from coach.core.texts import filled, words
from coach.describe import asked, commitment_called, parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def _commitment(record: Commitment, coach: Coach) -> str:
    amount = f", {record.amount}" if record.amount else ""
    when = filled(words.commitments.says.and_due, day=coach.days.say(record.due)) if record.due else ""
    when = f", {record.rhythm}" if record.rhythm else when
    ended = f", {words.commitments.ended[record.ended_as]}" if record.ended_as else ""
    return f"{record.text}{amount}{when}{ended}"


def _mark(record: Mark, coach: Coach) -> str:
    known = next((each for each in coach.commitments.all() if each.id == record.commitment), None)
    goal = goal_of(known) if known else None
    return f"{commitment_called(record.commitment, coach)}: {mark_said(record, goal)}"


def _turn(record: Turn, coach: Coach) -> str:
    because = filled(words.commitments.says.and_because, because=record.because) if record.because else ""
    done = words.commitments.turn[record.result]
    if showed := record.answers.get(SHOWED):
        return f"{done}: {showed}"
    return f"{done}: {record.was or commitment_called(record.commitment, coach)}{because}"


def _reply(record: Reply, coach: Coach) -> str:
    del coach
    return f"{record.said}: {record.about}"


def _commitment_lines(record: Commitment, coach: Coach) -> Iterator[str]:
    """Its days and its terms."""
    yield _commitment(record, coach)
    days = [("starts", record.starts), ("gate", gate_of(record, coach.commitments.rests()))]
    for name, day in days:
        yield f"{words.commitments.field[name]:<16}{coach.days.say(day)}"
    if record.moves:
        known = {each.id: each for each in coach.commitments.all()}
        yield f"{words.trials.field.moves}: {moves_line(record, known, coach.today())}"
    yield from parts(TERMS, record, words.commitments.field)


def _turn_lines(record: Turn, coach: Coach) -> Iterator[str]:
    """What its gate asked, and what was answered."""
    yield _turn(record, coach)
    for name, text in record.answers.items():
        if name != SHOWED:
            question = (
                words.trials.possible if name == POSSIBLE else asked(name, words.commitments.gate.question)
            )
            yield f"{question}\n  {text}"


LINES: dict[str, Callable[[Any, Coach], str]] = {
    Commitment.kind: _commitment,
    Mark.kind: _mark,
    Turn.kind: _turn,
    Reply.kind: _reply,
}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {
    Commitment.kind: _commitment_lines,
    Turn.kind: _turn_lines,
}
