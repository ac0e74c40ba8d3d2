"""What a check-in is asked with: what was said of the day so far, what is due, what a draft says beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.checkin.checkins import Answers
from coach.checkin.drafted import draft_name
from coach.commitments.overview import commitments_on
from coach.commitments.records import RESULTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.app import Coach
    from coach.commitments.marks import Given
    from coach.commitments.progress import Progress
    from coach.commitments.records import Mark

Marks = dict[str, list[str]]
"""By the commitment's id: how it went, and perhaps why."""


class Asked(NamedTuple):
    """A day, ready to be asked about."""

    day: date
    kept: Answers
    begun: Answers
    """What was kept, with what a draft says."""
    other: Answers
    """What the draft says otherwise than what was kept since."""
    tags: list[str]
    due: list[Progress]
    marks: Marks
    """As they are kept."""
    marked: Marks
    """With what the draft says."""
    is_taken_up: bool
    scale: str
    """What the person's own scale is called."""


def asked_on(coach: Coach, day: date) -> Asked:
    """A day with what is known of it."""
    held = [each for each in commitments_on(coach, day) if each.state == "held"]
    due = [each for each in held if each.today or each.is_due]
    draft = coach.drafts.read_fields(draft_name(day))
    checkin = coach.checkins.of(day)
    kept = begun = coach.checkins.begun(day)
    other = Answers()
    marks = marked = {each.commitment.id: as_said(each.today) for each in due if each.today}
    if draft:
        begun, other = Answers.taken_up(draft.fields, checkin, kept, draft.written)
        marked = _laid_over(draft.fields, marks)
    tags = coach.tags.offered(coach.today())
    return Asked(day, kept, begun, other, tags, due, marks, marked, draft is not None, coach.checkins.scale)


def as_said(mark: Given | Mark) -> list[str]:
    """A mark, given or kept: how it went, and perhaps why."""
    return [each for each in (mark.result, mark.reason) if each]


def _laid_over(fields: Mapping[str, Any], marks: Marks) -> Marks:
    """The marks of a draft over those there are; one that was given since stays as it was given."""
    were = _marks_in(fields, "marks_were")
    given = {name: said for name, said in _marks_in(fields).items() if marks.get(name) == were.get(name)}
    cleared = [name for name in fields.get("cleared") or () if marks.get(name) == were.get(name)]
    return {name: said for name, said in (marks | given).items() if name not in cleared}


def _marks_in(fields: Mapping[str, Any], name: str = "marks") -> Marks:
    """The marks in a draft; what is none is left out."""
    kept = fields.get(name)
    found = kept.items() if isinstance(kept, dict) else ()
    return {
        name: [str(each) for each in said]
        for name, said in found
        if isinstance(said, list) and said[:1] and said[0] in RESULTS
    }
