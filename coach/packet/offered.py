"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.packet.chosen import PARTS
from coach.packet.formats import FORMATS
from coach.packet.records import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def parts(*_: object) -> Iterable[Offer]:
    """What a packet is made of."""
    return [(each, "") for each in PARTS]


def formats(*_: object) -> Iterable[Offer]:
    """How it is written."""
    return [(each, "") for each in FORMATS]


def names(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """Those that stay out of packets."""
    return [(each.name, "") for each in coach.store.read_standing(Person)]
