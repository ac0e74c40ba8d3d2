"""A trial: a commitment of two weeks that says what it is to move."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from coach.commitments.records import Commitment

LASTS = timedelta(days=13)
"""The first day counts."""
MOST = 2
"""So many at once: more would hide what each of them moves."""
KEPT, SIGN, OWN = "kept ", "sign ", "? "
"""What it is to move: how a commitment is kept, a sign of the instrument, or a question of one's own."""
ENERGY, FLOW, OUTCOME = "energy", "flow", "outcome"
SHOWED, POSSIBLE = "showed", "possible"
"""What is kept of its end, by its name in the answers of a turn."""
RESULTS = ("keep", "drop", "again", "coin")
_SHORT = timedelta(days=30)


def is_trial(commitment: Commitment) -> bool:
    """Whether it is to show something at its end."""
    lasts = commitment.gate - (commitment.agreed or commitment.starts)
    return bool(commitment.moves) or (bool(commitment.trial_of) and lasts <= _SHORT)


def ends(first: date) -> date:
    """The last day of one that begins on a day."""
    return first + LASTS


def is_with(commitment: Commitment, day: date) -> bool:
    """What the coin says of a day: of every two days one is with it, and nobody knows which before."""
    first = commitment.agreed or commitment.starts
    if not commitment.coin or day < first:
        return True
    from hashlib import sha256  # only where a coin is tossed

    pair, second = divmod((day - first).days, 2)
    return sha256(f"{commitment.id} {first} {pair}".encode()).digest()[0] % 2 == second
