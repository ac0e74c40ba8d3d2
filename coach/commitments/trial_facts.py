"""What trials showed in some days, as facts: those decided on, and those that run or wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.records import Turn
from coach.commitments.trial import SHOWED, is_trial
from coach.commitments.trial_card import card
from coach.facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coach.app import Coach


def trial_facts(coach: Coach, first: date, last: date, only: str = "") -> Iterator[Fact]:
    """Each with its card in a sentence; of one commitment, if one is named."""
    yield from decided(coach, first, last, only)
    for each in coach.commitments.all():
        began = each.agreed or each.starts
        if (
            is_trial(each)
            and only in {"", each.id}
            and began <= last
            and each.gate >= first
            and not each.ended
        ):
            told = card(coach, each, min(last, coach.today()))
            yield Fact("trial", told.says, told.during.of + told.during.n, (each.id,))


def trials_that_showed(coach: Coach, first: date, last: date) -> Iterator[Fact]:
    """Those that are over and have enough on both sides to say what they moved."""
    yield from decided(coach, first, last)
    for each in coach.commitments.all():
        if is_trial(each) and not each.ended and first <= each.gate <= last and each.gate < coach.today():
            told = card(coach, each, coach.today())
            if told.shows:
                yield Fact("trial", told.says, told.during.of + told.during.n, (each.id,))


def decided(coach: Coach, first: date, last: date, only: str = "") -> Iterator[Fact]:
    """Those on which something was decided."""
    days = coach.days
    for turn in sorted(coach.store.read_since(first, Turn), key=lambda each: each.id):
        said = turn.answers.get(SHOWED)
        if said and only in {"", turn.commitment} and first <= days.of(turn.at) <= last:
            yield Fact("trial", said, 1, (turn.id, turn.commitment))
