"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.journal.own import own_templates
from coach.journal.prompts import kind_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def prompt_kinds(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """What a question can be about."""
    return [(each, kind_said(each)) for each in coach.prompts.kinds()]


def templates(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """The person's own."""
    return [(each.name, "") for each in own_templates(coach.paths)]
