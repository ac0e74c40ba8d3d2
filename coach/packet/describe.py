"""A packet and a person in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.packet.records import Packet, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from coach.app import Coach


def _packet(record: Packet, coach: Coach) -> str:
    del coach
    return filled(words.packet.row, to=record.to, ask=record.ask)


LINES: dict[str, Callable[[Any, Coach], str]] = {
    Packet.kind: _packet,
    Person.kind: lambda record, _: f"{record.name} = {record.said}",
}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {
    Packet.kind: lambda record, coach: [_packet(record, coach), record.document, *record.files],
}
