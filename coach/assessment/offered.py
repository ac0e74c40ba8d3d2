"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.assessment.instrument import signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def corrections(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """What can be tried against a sign."""
    return [(own.id, own.wordings[coach.wording]) for sign in signs() for own in sign.corrections]
