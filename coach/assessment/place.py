"""What the Assess place shows: what waits and how each stands, the last result, everything before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.assessment.assessments import before
from coach.assessment.due import due_line, due_on
from coach.assessment.result import result
from coach.core.days import quarter_of
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.ladders.records import LADDERS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coach.app import Coach
    from coach.assessment.cadence import Due
    from coach.assessment.records import Assessment
    from coach.assessment.result import Result
    from coach.diagnosis.records import Diagnosis
    from coach.feedback.records import Feedback


Now = Literal["full", "flagged", "diagnosis", "feedback", "ladders"]


class State(NamedTuple):
    """How it stands with one of them."""

    said: str
    is_done: bool = False


class AssessNow(NamedTuple):
    """The place."""

    day: date
    due: Due | None
    states: dict[Now, State]
    latest: Result | None
    """The last full one."""
    past: list[Assessment | Diagnosis]
    """The latest first."""


def assess_now(coach: Coach) -> AssessNow:
    """Gathered."""
    day = coach.today()
    due = due_on(coach, day, coach.seasons.now(day))
    known, looked_at = coach.assessments.all(), coach.diagnoses.all()
    full = [each for each in known if each.name == "full"]
    begun = {each.name for each in coach.drafts.left()}
    waits = due_line(due) if due and due.cause != "flagged" else words.assess.state.any_time
    states: dict[Now, State] = {"full": State(words.assess.began if "assessment" in begun else waits)}
    if due and due.cause == "flagged":
        states["flagged"] = State(due_line(due))
    states["diagnosis"] = State(_last(coach, looked_at, day) or words.assess.state.any_time)
    heard = coach.feedback.all()
    states["feedback"] = State(_last(coach, heard, day) or words.assess.state.feedback_none)
    states["ladders"] = _ladders(coach, day)
    past: list[Assessment | Diagnosis] = sorted(
        [*known, *looked_at], key=lambda each: (each.at, each.id), reverse=True
    )
    latest = result(full[-1], before(known, full[-1])) if full else None
    return AssessNow(day, due, states, latest, past)


def _last(coach: Coach, found: Sequence[Diagnosis] | Sequence[Feedback], day: date) -> str:
    """When it was done last."""
    if not found:
        return ""
    last = coach.days.of(max(each.at for each in found))
    return filled(words.assess.state.last, day=say_day(last, day))


def _ladders(coach: Coach, day: date) -> State:
    last = [found[-1].last for each in LADDERS if (found := coach.ratings.of(each))]
    if not last:
        return State(words.assess.state.ladders_none)
    is_rated = len(last) == len(LADDERS) and min(last) == quarter_of(day)[1]
    return State(words.assess.state["ladders_rated" if is_rated else "ladders_due"], is_rated)
