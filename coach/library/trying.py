"""What a card suggests, held for two weeks as a trial with its own question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.trial import OWN
from coach.core.texts import filled, words
from coach.ladders.practising import held_as, hold
from coach.library.acts import practice_of

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.ladders.ladders import Practice
    from coach.library.cards import Card
    from coach.pauses.over import Over


def suggested(coach: Coach, card: Card) -> Practice | None:
    """What it suggests to try, where it suggests something."""
    return practice_of(card.tries, coach.wording)


def running(coach: Coach, card: Card) -> Commitment | None:
    """The commitment it is held as already."""
    return held_as(coach, card.tries)


def try_out(coach: Coach, card: Card, practice: Practice, over: Over | None = None) -> Commitment:
    """From today on, for two weeks; again, it is the same one."""
    asks = filled(words.library.moves, title=card.title)
    return hold(coach, practice, why=card.title, moves=OWN + asks, over=over)
