"""What an assessment shows: two scales, what stood out, what speaks for and against, one thing to try."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.assessment.instrument import SCALES, diagnostics, of_scale, signs
from coach.assessment.scoring import (
    OFTEN,
    SELDOM,
    balance,
    has_balance_moved,
    has_sign_changed,
    reading,
    says_little,
    scale_change,
    score,
    standing_out,
)
from coach.core.texts import table, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.assessment.instrument import Correction, Diagnostic, Scale, Sign
    from coach.assessment.records import Assessment
    from coach.assessment.scoring import Change, Reading

_TOLD, _CORRECTIONS = 3, 2
_MOST = 3
"""Of the four signs of balance of a scale: then that half is there."""


class Measured(NamedTuple):
    """A scale."""

    scale: Scale
    score: float | None
    answered: int
    before: float | None
    change: Change | None


class Spoken(NamedTuple):
    """A question of the second part, and what its answer speaks for."""

    question: Diagnostic
    answer: str
    cites: tuple[str, ...]


class Moved(NamedTuple):
    """A sign now and before."""

    sign: Sign
    now: int
    before: int | None

    @property
    def is_change(self) -> bool:
        """Whether it differs by more than the uncertainty."""
        return has_sign_changed(self.before, self.now)


class Named(NamedTuple):
    """A pattern with a name."""

    id: str
    name: str
    sign: str
    """Which answers carry it."""


class Result(NamedTuple):
    """All of it."""

    assessment: Assessment
    before: Assessment | None
    scales: tuple[Measured, ...]
    balance: float | None
    moved_by: float | None
    """By how much the balance moved, where that is more than the uncertainty."""
    reading: Reading
    says_little: bool
    stood_out: tuple[Moved, ...]
    asked: tuple[Moved, ...]
    """Every sign that was answered, in the order of the instrument."""
    spoken: tuple[Spoken, ...]
    balanced: tuple[str, ...]
    """M18: what is in balance, by its id."""
    is_whole: bool
    """M18: both halves are there."""
    named: tuple[Named, ...]
    """S14, M20: what it may be called."""
    offered: tuple[tuple[Correction, ...], ...]
    """M17: for each sign that is worth one, its corrections."""


def result(assessment: Assessment, before: Assessment | None) -> Result:
    """What an assessment shows, beside the one before."""
    answers, is_little = assessment.answers, says_little(assessment.answers, assessment.spent)
    before = None if is_little else before
    was = before.answers if before else {}
    scales = tuple(_measured(scale, answers, was) for scale in SCALES)
    managing, leading = scales
    now = balance(managing.score, leading.score)
    then = balance(managing.before, leading.before)
    read = reading(managing.score, leading.score)
    asked = tuple(
        Moved(each, int(answers[each.id]), _step(was, each.id)) for each in signs() if each.id in answers
    )
    by_id = {each.sign.id: each for each in asked}
    stood = tuple(by_id[name] for name in _stood_out(assessment, read))
    balanced = _balanced(assessment, {each.sign.id for each in stood})
    return Result(
        assessment=assessment,
        before=before,
        scales=scales,
        balance=now,
        moved_by=now - then
        if has_balance_moved(then, now) and now is not None and then is not None
        else None,
        reading=read,
        says_little=is_little,
        stood_out=stood,
        asked=asked,
        spoken=_spoken(assessment, read),
        balanced=tuple(each["id"] for each in balanced),
        is_whole=read == "even"
        and all(sum(each["scale"] == scale for each in balanced) >= _MOST for scale in SCALES),
        named=() if is_little else tuple(_named(assessment)),
        offered=() if is_little else tuple(each.sign.corrections for each in stood[:_CORRECTIONS]),
    )


def _measured(scale: Scale, answers: Mapping[str, float], was: Mapping[str, float]) -> Measured:
    own = of_scale(scale)
    now, then = score(answers, own), score(was, own)
    return Measured(scale, now, sum(each in answers for each in own), then, scale_change(then, now))


def _stood_out(assessment: Assessment, read: Reading) -> list[str]:
    """At most three. In strain both scales have their say; else the one that leans goes first."""
    names = {scale: standing_out(assessment.answers, of_scale(scale)) for scale in SCALES}
    both = standing_out(assessment.answers, [each.id for each in signs()])
    if read == "strain" and all(names.values()):
        first = [names[scale][0] for scale in SCALES]
        both = [*first, *(each for each in both if each not in first)]
    elif read in SCALES:
        both.sort(key=lambda each: (-assessment.answers[each], each not in names[read]))
    return both[:_TOLD]


def _spoken(assessment: Assessment, read: Reading) -> tuple[Spoken, ...]:
    """All four of a scale that leans, and of both in strain; else only what speaks for one."""
    told = []
    for each in diagnostics():
        answer = assessment.diagnostics.get(each.id)
        if answer and (read in {each.scale, "strain"} or answer == "no"):
            told.append(Spoken(each, answer, assessment.cites.get(each.id, ())))
    return tuple(told)


def _balanced(assessment: Assessment, stood: set[str]) -> list[dict[str, Any]]:
    """M18: told only where the answers say so, and never of what stood out."""
    return [
        each
        for each in table("signs")["balance"]
        if stood.isdisjoint(each["against"])
        and (
            assessment.diagnostics.get(each.get("yes", "")) == "yes"
            or (
                "seldom" in each
                and all(assessment.answers.get(name, OFTEN) <= SELDOM for name in each["seldom"])
            )
        )
    ]


def _named(assessment: Assessment) -> list[Named]:
    """Only where every one of its answers is there."""
    answers, told = assessment.answers, assessment.diagnostics
    return [
        Named(each["id"], words.emphasis[each["id"], "name"], each[assessment.wording])
        for each in table("signs")["named"]
        if all(answers.get(name, 0) >= OFTEN for name in each.get("often", ()))
        and all(told.get(name) == said for said in ("yes", "no") for name in each.get(said, ()))
    ]


def _step(answers: Mapping[str, float], name: str) -> int | None:
    return int(answers[name]) if name in answers else None
