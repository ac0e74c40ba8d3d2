"""A rating and a round of practice in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.describe import commitment_called
from coach.ladders.ladders import climbed, levels
from coach.ladders.records import LadderRating, Round
from coach.ladders.rounds import PARTS, is_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def _rating(record: LadderRating, coach: Coach) -> str:
    stand = sum(each.stands for each in climbed(record.ladder, record.skills))
    name, day = words.ladders.ladder[record.ladder], coach.days.say(record.last)
    return filled(words.ladders.line, ladder=name, stand=stand, count=len(record.skills), day=day)


def round_line(each: Round) -> str:
    """A round on one line."""
    if is_open(each):
        return f"{each.plan}  ({words.rounds.open})"
    landed = f" {words.rounds.landed} {each.landed}" if each.landed else ""
    return f"{each.did or each.plan}{landed}"


def _round(record: Round, coach: Coach) -> str:
    return f"{commitment_called(record.commitment, coach)}: {round_line(record)}"


def _rating_lines(record: LadderRating, coach: Coach) -> Iterator[str]:
    """Skill by skill."""
    yield from (_rating(record, coach), "")
    for level in levels(record.ladder, coach.wording):
        for name, text in level.skills.items():
            if name in record.skills:
                step = int(record.skills[name])
                yield f"{text}: {step}, {words.ladders.step[str(step)]}"


def _round_lines(record: Round, coach: Coach) -> Iterator[str]:
    """Part by part."""
    yield from (_round(record, coach), "")
    for name in PARTS:
        if text := getattr(record, name):
            yield f"{words.rounds.field[name]:<16}{text}"


LINES: dict[str, Callable[[Any, Coach], str]] = {LadderRating.kind: _rating, Round.kind: _round}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {
    LadderRating.kind: _rating_lines,
    Round.kind: _round_lines,
}
