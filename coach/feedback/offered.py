"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.feedback.feedback import questions as ready

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def questions(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """Those that are ready to be asked."""
    return [(each.id, each.wordings[coach.wording]) for each in ready()]
