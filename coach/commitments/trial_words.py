"""What a trial is to move, in words, and what its coin says of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.glance import NAME_WIDTH
from coach.commitments.trial import ENERGY, FLOW, KEPT, OUTCOME, OWN, SIGN, is_with
from coach.core.safe_text import first_line
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.commitments.records import Commitment


def words_of(moves: str, known: Mapping[str, Commitment], subject: str = "") -> str:
    """What it is to move; another commitment by its name, where that is known."""
    if moves.startswith(OWN):
        return moves.removeprefix(OWN)
    if moves.startswith(SIGN):
        return words.trials.moves.sign
    if moves in {FLOW, OUTCOME, ENERGY}:
        return words.trials.moves[moves]
    found = known.get(moves.removeprefix(KEPT)) or known.get(subject)
    if found:
        return f"“{first_line(found.text, NAME_WIDTH)}”"
    return words.trials.moves.other if moves.startswith(KEPT) else words.trials.moves.nothing


def moves_line(commitment: Commitment, known: Mapping[str, Commitment], day: date) -> str:
    """What it is to move, and what its coin says: with it today, or without."""
    subject = words_of(commitment.moves, known)
    if not commitment.coin:
        return subject
    said = words.trials.is_with if is_with(commitment, day) else words.trials.is_without
    return filled(words.trials.with_coin, subject=subject, said=said)
