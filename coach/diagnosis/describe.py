"""Five questions on a situation, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.days import A_YEAR
from coach.core.texts import filled, words
from coach.diagnosis.diagnosis import blend_line, crisis_step, first_step, given, usual_line
from coach.diagnosis.records import Diagnosis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach

_LABEL, _BAR, _FIVE = 9, 40, 5
"""Characters, and questions."""


def _diagnosis(record: Diagnosis, coach: Coach) -> str:
    del coach
    of = len(record.answers)
    few = "" if of == _FIVE else f", {filled(words.diagnosis.of_five, count=of)}"
    return f"{record.text}: {blend_line(record.leading)}{few}"


def _diagnosis_lines(record: Diagnosis, coach: Coach) -> Iterator[str]:
    """The blend beside the usual one, what comes first, and what each answer leans to."""
    yield from (_diagnosis(record, coach), "")
    managing, leading = (words.diagnosis.lean[each] for each in ("managing", "leading"))
    yield f"{'':<{_LABEL}}{managing}{leading:>{_BAR - len(managing)}}"
    yield _bar(words.diagnosis.here, record.leading)
    if record.usual is not None:
        yield _bar(words.diagnosis.usual, record.usual)
    yield from (usual_line(record), words.diagnosis.not_verdict if record.usual is not None else "", "")
    yield words.diagnosis.first_title
    yield f"  {first_step(record.answers)}"
    if said := crisis_step(record.crisis):
        yield f"  {said}"
    yield from ("", words.diagnosis.leans)
    for each, answer in given(record.answers):
        yield f"  {each.title}: {answer.said}, {words.diagnosis.lean[answer.lean]}. {answer.means}"
    yield from _earlier(record, coach)


def _earlier(record: Diagnosis, coach: Coach) -> Iterator[str]:
    """What was found of it before."""
    alike = coach.diagnoses.of(record.about, record.at.date() - A_YEAR)
    earlier = [each for each in alike if (each.at, each.id) < (record.at, record.id)]
    yield from ["", words.diagnosis.before] if earlier else []
    for each in earlier:
        day = coach.days.say(coach.days.about(each))
        yield f"  {day}: {blend_line(each.leading)}"


def _bar(label: str, leading: float) -> str:
    """Managing from the left, leading from the right."""
    managing = round((100 - leading) * _BAR / 100)
    return f"{label:<{_LABEL}}{'█' * managing}{'░' * (_BAR - managing)}  {100 - leading:.0f} / {leading:.0f}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Diagnosis.kind: _diagnosis}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Diagnosis.kind: _diagnosis_lines}
