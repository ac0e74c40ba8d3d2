"""A practice held as a trial of two weeks: a rung's, a correction, or what a card of the library suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.trial import OWN, ends
from coach.core.safe_text import quoted
from coach.core.texts import filled, words
from coach.ladders.ladders import levels
from coach.ladders.records import LADDERS

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.ladders.ladders import Practice
    from coach.pauses.over import Over


def practise(coach: Coach, practice: Practice, over: Over | None = None) -> Commitment:
    """M6: a practice of a ladder, as a trial with its own question."""
    known = (level for each in LADDERS for level in levels(each))
    title = next(level.title for level in known if any(own.id == practice.id for own in level.practices))
    asks = filled(words.ladders.moves, title=title)
    return hold(coach, practice, why=title, moves=OWN + asks, over=over)


def held_as(coach: Coach, practice: str, trial_of: str | None = None) -> Commitment | None:
    """The commitment it is held as already."""
    own = (each for each in coach.commitments.active() if each.practice == practice)
    return next((each for each in own if trial_of is None or each.trial_of == trial_of), None)


def hold(coach: Coach, practice: Practice, **parts: Any) -> Commitment:
    """Looked for and made in one change, so that two windows hold it once."""
    with coach.store.change(f"{words.ladders.undo_trial} {quoted(practice.text)}") as change:
        if kept := held_as(coach, practice.id, parts.get("trial_of")):
            return kept
        return coach.commitments.put(
            change,
            practice.text,
            rhythm=practice.rhythm,
            practice=practice.id,
            gate=ends(coach.today()),
            cue=practice.cue,
            act=practice.act,
            **parts,
        )
