"""What a commitment asks for on Today beside its marks: a trial that is over, a promise not kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.commitments.glance import NAME_WIDTH
from coach.commitments.progress import gate_of
from coach.commitments.promised import untold
from coach.commitments.trial import is_trial
from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.cycle.season import Standing

_LONG_AGO = timedelta(days=56)
"""So long it waits."""


def trials_over(coach: Coach, day: date) -> list[Commitment]:
    """Those whose two weeks are over and that nothing was decided of, the longest over first."""
    rests = coach.commitments.rests()
    over = [
        (gate, each)
        for each in coach.commitments.all()
        if each.ended is None and is_trial(each) and each.starts <= day
        if (gate := gate_of(each, rests)) < day <= gate + _LONG_AGO
    ]
    return [each for _, each in sorted(over, key=lambda found: (found[0], found[1].id))]


def trial_over(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """No trial comes to its end unsaid."""
    if now and (now.rest or not now.is_held):
        return None
    over = trials_over(coach, day)
    if not over:
        return None
    about = filled(words.trials.over_about, name=first_line(over[0].text, NAME_WIDTH))
    begun = f"trial-{over[0].id}"
    return Waiting("trial_over", words.trials.over, about, "end_trial", over[0], begun=begun)


def promise_untold(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """The promise whose other side has waited longest to hear that it will not be kept."""
    if now and now.rest:
        return None
    found = untold(coach, day)
    if not found:
        return None
    commitment, since = found[0]
    said = words.commitments.promised
    about = filled(said.about, name=first_line(commitment.text, NAME_WIDTH), day=coach.days.say(since))
    label = filled(said.row, to=commitment.to)
    command = f"coach renegotiate {short(commitment.id)} --told"
    return Waiting("promise", label, about, "promise_told", commitment, command)
