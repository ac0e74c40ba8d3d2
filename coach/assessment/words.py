"""What was assessed, looked at, rated, practised and heard, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.assessment.instrument import SCALES, diagnostics, of_scale, sign
from coach.assessment.records import Assessment
from coach.assessment.scoring import band, score
from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.core.when import say_day
from coach.diagnosis.diagnosis import blend_line, first_step, given, usual_line
from coach.diagnosis.records import Diagnosis
from coach.feedback.records import Feedback
from coach.ladders.ladders import climbed, levels
from coach.ladders.records import LadderRating, Round
from coach.ladders.rounds import PARTS, is_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from coach.core.record import Record
    from coach.feedback.feedback import Gap


_LABEL, _BAR, _FIVE = 9, 40, 5
"""Characters."""


def on_one_line(record: Record, today: date) -> str:
    """What a list shows of it."""
    if isinstance(record, Assessment):
        return _scores(record)
    if isinstance(record, Diagnosis):
        of = len(record.answers)
        few = "" if of == _FIVE else f", {filled(words('diagnosis', 'of_five'), count=of)}"
        return f"{record.text}: {blend_line(record.leading)}{few}"
    if isinstance(record, LadderRating):
        stand = sum(each.stands for each in climbed(record.ladder, record.skills))
        name, day = words("ladders", "ladder", record.ladder), say_day(record.last, today)
        return filled(words("ladders", "line"), ladder=name, stand=stand, count=len(record.skills), day=day)
    if isinstance(record, Feedback):
        name = f" ({record.name})" if record.name else ""
        said = record.answer or words("feedback", "row_open")
        return f"{words('feedback', 'role', record.role)}{name}: {record.asked} {said}"
    return ""


def round_line(each: Round) -> str:
    """A round on one line."""
    if is_open(each):
        return f"{each.plan}  ({words('rounds', 'open')})"
    landed = f" {words('rounds', 'landed')} {each.landed}" if each.landed else ""
    return f"{each.did or each.plan}{landed}"


def gap_line(gap: Gap) -> str:
    """What was expected beside what was heard, or only what was heard."""
    side = words("feedback", "side", gap.side)
    if gap.n:
        numbers_of = {"lower": gap.lower, "same": gap.same, "higher": gap.higher}
        n = counted(gap.n, "answer")
        return filled(words("feedback", "gap_line"), side=side, n=n, **numbers_of)
    return filled(words("feedback", "gap_heard"), side=side, n=sum(gap.heard.values()), **gap.heard)


def in_full(record: Record) -> Iterator[str]:
    """Everything in it, below its line; nothing for a kind that is not of this room."""
    if tell := _IN_FULL.get(record.kind):
        yield ""
        yield from tell(record)


def _scores(record: Assessment) -> str:
    if record.name == "flagged":
        return filled(words("assess", "line_flagged"), count=len(record.answers))
    scores = ((each, score(record.answers, of_scale(each))) for each in SCALES)
    told = [
        f"{words('assess', 'scale', each)} {value:.1f}, {words('assess', 'band', band(value))}"
        for each, value in scores
        if value is not None
    ]
    return "; ".join(told) or words("assess", "result", "open")


def _assessment_lines(record: Assessment) -> Iterator[str]:
    """Every answer, in the order in which it was asked."""
    for name in record.order:
        step = record.answers.get(name)
        open_word = "unsure" if name in record.unsure else "open"
        found, said = sign(name), open_word if step is None else str(int(step))
        yield f"{found.title if found else name}: {words('assess', 'often', said)}"
    titles = {each.id: each.title for each in diagnostics()}
    for name, answer in record.diagnostics.items():
        yield f"{titles.get(name, name)}: {words('assess', 'answer', answer)}"


def _diagnosis_lines(record: Diagnosis) -> Iterator[str]:
    """The blend beside the usual one, what comes first, and what each answer leans to."""
    managing, leading = (words("diagnosis", "lean", each) for each in ("managing", "leading"))
    yield f"{'':<{_LABEL}}{managing}{leading:>{_BAR - len(managing)}}"
    yield _bar(words("diagnosis", "here"), record.leading)
    if record.usual is not None:
        yield _bar(words("diagnosis", "usual"), record.usual)
    yield from (usual_line(record), words("diagnosis", "not_verdict") if record.usual is not None else "", "")
    yield words("diagnosis", "first_title")
    yield f"  {first_step(record.answers, record.crisis)}"
    yield from ("", words("diagnosis", "leans"))
    for each, answer in given(record.answers):
        yield f"  {each.title}: {answer.said}, {words('diagnosis', 'lean', answer.lean)}. {answer.means}"


def _bar(label: str, leading: float) -> str:
    """Managing from the left, leading from the right."""
    managing = round((100 - leading) * _BAR / 100)
    return f"{label:<{_LABEL}}{'█' * managing}{'░' * (_BAR - managing)}  {100 - leading:.0f} / {leading:.0f}"


def _ladder_lines(record: LadderRating) -> Iterator[str]:
    """Skill by skill."""
    for level in levels(record.ladder):
        for name, text in level.skills.items():
            if name in record.skills:
                step = int(record.skills[name])
                yield f"{text}: {step}, {words('ladders', 'step', str(step))}"


def _round_lines(record: Round) -> Iterator[str]:
    """Part by part."""
    for name in PARTS:
        if text := getattr(record, name):
            yield f"{words('rounds', 'field', name):<16}{text}"


def _feedback_lines(record: Feedback) -> Iterator[str]:
    """What was expected, what was said, what follows."""
    for name in ("expected", "seen"):
        if step := getattr(record, name):
            yield f"{words('feedback', 'field', name):<18}{words('feedback', 'step', step)}"
    for name in ("answer", "will"):
        if text := getattr(record, name):
            yield f"{words('feedback', 'field', name):<18}{text}"


_IN_FULL: dict[str, Callable[[Any], Iterator[str]]] = {
    Assessment.kind: _assessment_lines,
    Diagnosis.kind: _diagnosis_lines,
    LadderRating.kind: _ladder_lines,
    Round.kind: _round_lines,
    Feedback.kind: _feedback_lines,
}
