"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.ids import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def decisions(coach: Coach, before: Sequence[str]) -> Iterable[Offer]:
    """What can be done with one, and those that are active."""
    if not before:
        yield from ((each, "") for each in ("reverse", "outcome", "close"))
    yield from ((short(each.id), each.text) for each in coach.decisions.active())


def domains(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """The pages of who decides what."""
    return [(each.name, "") for each in coach.domains.all()]
