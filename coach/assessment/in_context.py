"""An assessment beside everything it belongs to: the one before, what was tried since, what others said;
and what is tried next, held as a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.asking_on import MORE
from coach.assessment.against import against
from coach.assessment.assessments import before
from coach.assessment.instrument import signs
from coach.assessment.result import Moved, result
from coach.commitments.overview import marks_until, told_marks
from coach.commitments.progress import gate_of
from coach.commitments.trial import SIGN
from coach.core.days import day_of
from coach.feedback.feedback import LATELY, gaps, suggested
from coach.ladders.ladders import Practice
from coach.ladders.practising import hold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coach.app import Coach
    from coach.assessment.instrument import Correction
    from coach.assessment.records import Assessment
    from coach.assessment.result import Result
    from coach.commitments.records import Commitment
    from coach.feedback.feedback import Gap, Question
    from coach.pauses.over import Over


class Became(NamedTuple):
    """What became of something that was tried."""

    commitment: Commitment
    said: str
    """How it went, in words."""
    sign: Moved | None
    """The sign it was for, then and now; none where it was not answered both times."""


class Assessed(NamedTuple):
    """All there is to tell of an assessment."""

    result: Result
    trials: tuple[Became, ...]
    """What was tried since the one before."""
    held: dict[str, date]
    """Until when each correction is tried because of this one."""
    gaps: tuple[Gap, ...]
    asks: tuple[Question, ...]
    """M16: whom to ask."""
    against: tuple[tuple[str, str], ...]
    """What an answer says and the records do not, and what the person said to that."""


def assessed(coach: Coach, assessment: Assessment) -> Assessed:
    """An assessment, put together."""
    known = coach.assessments.all()
    found = result(assessment, before(known, assessment))
    rests = coach.commitments.rests()
    own = [each for each in coach.commitments.active() if each.trial_of == assessment.id]
    ends = coach.settings.day_ends
    day = day_of(assessment.at, ends)
    lately = [each for each in coach.feedback.since(day - LATELY) if day_of(each.at, ends) <= day + LATELY]
    return Assessed(
        found,
        tuple(_trials(coach, found, known)),
        {each.practice: gate_of(each, rests) for each in own if each.practice},
        tuple(gaps(lately)),
        tuple(suggested(found.reading)),
        _against(coach, assessment),
    )


def _against(coach: Coach, assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """What was answered when it was asked about stands with its question, also where the records changed."""
    told = {f"{name}{MORE}": text for name, text in against(coach, assessment)} | dict(assessment.asked)
    return tuple((text, assessment.more.get(name, "")) for name, text in told.items())


def _trials(coach: Coach, found: Result, known: Sequence[Assessment]) -> list[Became]:
    """Of the assessments between the one before and this one, the one before included."""
    if found.before is None:
        return []
    first, last = found.before, found.assessment
    between = {each.id for each in known if first.at <= each.at < last.at}
    until = coach.days.of(last.at)
    tried = [each for each in coach.commitments.all() if each.trial_of in between and each.starts <= until]
    return [
        Became(each, told_marks(marks_until(coach, each, until)), _of_sign(each.practice, first, last))
        for each in tried
    ]


def _of_sign(name: str | None, then: Assessment, now: Assessment) -> Moved | None:
    sign = next((each for each in signs() if any(own.id == name for own in each.corrections)), None)
    if sign is None or sign.id not in now.answers or sign.id not in then.answers:
        return None
    return Moved(sign, int(now.answers[sign.id]), int(then.answers[sign.id]))


def try_correction(
    coach: Coach, assessment: Assessment, correction: Correction, over: Over | None = None
) -> Commitment:
    """M17: held for fourteen days, linked to the assessment, at most two at once. Again, it is the same
    one."""
    cue, act = correction.plan(assessment.wording)
    return hold(
        coach,
        Practice(correction.id, correction.text(assessment.wording), correction.rhythm, cue, act),
        over=over,
        trial_of=assessment.id,
        moves=SIGN + next(each.id for each in signs() if correction in each.corrections),
        why=correction.adds,
    )
