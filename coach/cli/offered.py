"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach import settings as own
from coach.core.days import WEEKDAYS
from coach.core.languages import there_are
from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


_YES = ("yes", "no")


def settings(*_: object) -> Iterable[Offer]:
    """All of them."""
    return [(name, words.settings.means[name]) for name in own.NAMES]


def values(coach: Coach, before: Sequence[str]) -> Iterable[Offer]:
    """What the setting can be, where that is one of a few."""
    few = {
        "theme": own.THEMES,
        "review_day": WEEKDAYS,
        "wording": own.WORDINGS,
        "pace": own.PACES[1:],
        "language": there_are(coach.paths.config),
    }
    now = own.shown(coach.settings).get(before[0], "")
    return [(each, "") for each in few.get(before[0], _YES if now in _YES else ())]
