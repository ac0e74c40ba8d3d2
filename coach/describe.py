"""Any record in words: on one line for a list, in full to be read. Each room says it of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.kinds import called
from coach.core.safe_text import first_line
from coach.core.texts import ContentError, filled, table, words
from coach.practice import loaded
from coach.practices import keeping
from coach.references import by_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.app import Coach
    from coach.core.record import Record
    from coach.core.texts import Table

_CITED_WIDTH, _CITED_SHOWN = 70, 3


def on_one_line(record: Record, coach: Coach) -> str:
    """What a list shows of it."""
    said: str = _of_room(record.kind, "LINES")(record, coach)
    return said


def in_full(record: Record, coach: Coach) -> str:
    """Everything a person said in it."""
    tell = _of_room(record.kind, "FULL")
    return "\n".join(tell(record, coach)) if tell else on_one_line(record, coach)


def name_of(record: Record) -> str:
    """What it is, in a word or two."""
    title = _of_room(record.kind, "TITLES")
    return (title and title(record)) or called(record.kind).capitalize()


def _of_room(kind: str, table_name: str) -> Any:
    """What the room of a kind says of it; nothing where it has nothing of its own to say."""
    practice = keeping(kind)
    said = loaded(practice.place("describe")) if practice else None
    return getattr(said, table_name, {}).get(kind)


def line_of(record_id: str, coach: Coach) -> str:
    """A record that something rests on, with its day."""
    record = by_id(coach.store, record_id)
    if record is None:
        return words.evidence.gone
    day = coach.days.say(coach.days.about(record))
    return f"{day}, {first_line(on_one_line(record, coach), _CITED_WIDTH)}"


def cited(ids: Sequence[str], coach: Coach) -> list[str]:
    """What an answer rests on, a line each, and how many more."""
    said = [f"  {words.monthly.rests_on}: {line_of(each, coach)}" for each in ids[:_CITED_SHOWN]]
    more = len(ids) - _CITED_SHOWN
    return [*said, f"  {filled(words.monthly.rests_on_more, count=more)}"] if more > 0 else said


def asked(name: str, questions: Table) -> str:
    """A question in words; one that only a newer version asks is called by its name."""
    try:
        return questions[name]
    except ContentError:
        return name


def indented(text: str) -> list[str]:
    """What was answered, below its question."""
    return [f"  {line}" for line in text.splitlines()]


def parts(names: Sequence[str], record: Record, labels: Table) -> Iterator[str]:
    """What was filled in of these fields, each with its label."""
    for name in names:
        if value := getattr(record, name):
            yield f"{labels[name]:<16}{part_said(name, value)}"


def part_said(name: str, value: str) -> str:
    """A part of the frame in words: what one stands in has a name."""
    if name == "less" and value:
        return words.season.few.less[value]
    known = table("contexts").get(value, {}) if name in {"context", "stage"} else {}
    return str(known.get("name", value))


def commitment_called(commitment: str, coach: Coach) -> str:
    """What a commitment is, by its id."""
    fields = coach.store.find("commitments", commitment)
    return str(fields.get("text", "")) if fields else words.core.says.a_commitment_that_is_gone
