"""What is held and how it goes: commitments with their marks, days of rest and unusual days beside them."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from coach.commitments.agreement import WORDS
from coach.commitments.amount import by_period, goal_of
from coach.commitments.calendar import calendar
from coach.commitments.glance import results
from coach.commitments.progress import (
    LOOK_BACK,
    Progress,
    asked_days,
    counting,
    gate_of,
    last_asked,
    progress,
    rested_days,
    rule_of,
    state,
)
from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.commitments.calendar import Calendar
    from coach.commitments.records import Commitment, Mark
    from coach.core.record import Source

_LONG_OVER = timedelta(days=28)
"""What ended or lapsed longer ago is out of sight, and in `coach list commitments --all`."""
_LONGEST = timedelta(weeks=26)
"""So far back is looked for the one mark of what is due once."""
_ORDER = ("held", "coming", "paused", "lapsed", "ended")


def commitments_on(
    coach: Coach, day: date, *, all_of_them: bool = False, only: Collection[str] = ()
) -> list[Progress]:
    """The commitments as they stand on a day: what is held first, then what came to an end lately."""
    commitments, rests = coach.commitments.all(), coach.commitments.rests()
    if only:
        commitments = [each for each in commitments if each.id in only]
    elif not all_of_them:
        commitments = [
            each
            for each in commitments
            if state(each, rests, day) not in {"lapsed", "ended"}
            or max(each.ended or gate_of(each, rests), each.starts) > day - _LONG_OVER
        ]
    if not commitments:
        return []
    once = [each.since or each.starts for each in commitments if each.due and each.ended is None]
    marks = coach.marks.between(max(min([day - LOOK_BACK, *once]), day - _LONGEST), day)
    days = coach.checkins.between(day - LOOK_BACK, day)
    unusual = {each for each, checkin in days.items() if checkin.unusual}
    found = []
    for each in commitments:
        try:
            found.append(progress(each, marks.get(each.id, {}), rests, unusual, day))
        except UsageError as error:  # a rhythm that only a newer version reads
            coach.store.damage.records[each.id] = error.what
    return sorted(found, key=lambda each: _ORDER.index(each.state))


def calendar_since(coach: Coach, each: Progress, first: date, own: Mapping[date, Mark]) -> Calendar:
    """Its days since then, which may be longer ago than it is looked at otherwise."""
    commitment, day = each.commitment, coach.today()
    unusual = {at for at, checkin in coach.checkins.between(first, day).items() if checkin.unusual}
    marks = by_period(counting(own, unusual), goal_of(commitment), rule_of(commitment))
    rests = coach.commitments.rests()
    last = last_asked(commitment, each.gate, day)
    due = asked_days(commitment, rests, unusual, first, last)
    ahead = [at for at, cell in each.calendar.cells.items() if cell == "ahead"]
    return calendar(
        commitment,
        marks,
        [*due, *ahead],
        day,
        last,
        rule=rule_of(commitment),
        is_asking=each.is_due,
        rested=rested_days(commitment, rests, first, day),
    )


def direction_to_fit(coach: Coach, parts: Mapping[str, Any]) -> str:
    """S5: the direction a new commitment is held against before it is made: while it is held, and where no
    clause of it is named and nothing was said yet."""
    if parts.get("why") or parts.get("fits") is not None:
        return ""
    season, frame = coach.seasons.now(), coach.frames.current()
    return frame.direction if frame and season and season.is_held else ""


def park_instead(coach: Coach, text: str, parts: Mapping[str, Any], source: Source) -> str:
    """S5: what does not fit becomes a signal, with every word that was written of it. Gives its id."""
    written = [text, *(str(parts[name]) for name in WORDS if name != "text" and parts.get(name))]
    return coach.signals.park("; ".join(each.strip() for each in written), "contradicts", source)


def life_of(coach: Coach, each: Progress) -> list[str]:
    """What became of a commitment since its gate was agreed on: the facts its gate rests on."""
    from coach.commitments.trial_facts import trial_facts  # marking needs none of its numbers

    commitment, today = each.commitment, coach.today()
    since = commitment.agreed or commitment.starts
    marks = coach.marks.between(since, today).get(commitment.id, {})
    lines = [filled(words.commitments.life.since, day=say_day(since, today))]
    lines.append(told_marks(marks.values()))
    reasons = Counter(mark.reason for mark in marks.values() if mark.reason)
    lines += [f"{count} × {words.marks.reason[reason]}" for reason, count in reasons.most_common()]
    lines += [
        f"{words.trials.shown}  {each.text}"
        for each in trial_facts(coach, commitment.starts, today, commitment.id)
    ]
    for name in ("problem", "why", "drop_if"):
        if text := getattr(commitment, name):
            lines += ["", words.commitments.field[name], f"  {text}"]
    return lines


def marks_until(coach: Coach, commitment: Commitment, day: date) -> list[Mark]:
    """How it went on the usual days from its start to a day, in order."""
    marks = coach.marks.between(commitment.starts, day).get(commitment.id, {})
    return [mark for _, mark in sorted(marks.items()) if mark.reason != "unusual"]


def told_marks(marks: Iterable[Mark]) -> str:
    """How often it went which way, or that nothing was said."""
    return results(marks) or words.commitments.life.no_marks
