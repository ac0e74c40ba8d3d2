"""An assessment in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.assessment.instrument import SCALES, diagnostics, of_scale, sign
from coach.assessment.records import Assessment
from coach.assessment.scoring import band, score
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach


def _scores(record: Assessment, coach: Coach) -> str:
    del coach
    if record.name == "flagged":
        return filled(words.assess.line_flagged, count=len(record.answers))
    scores = ((each, score(record.answers, of_scale(each))) for each in SCALES)
    told = [
        f"{words.assess.scale[each]} {value:.1f}, {words.assess.band[band(value)]}"
        for each, value in scores
        if value is not None
    ]
    return "; ".join(told) or words.assess.result.open


def _assessment_lines(record: Assessment, coach: Coach) -> Iterator[str]:
    """Every answer, in the order in which it was asked."""
    yield from (_scores(record, coach), "")
    for name in record.order:
        step = record.answers.get(name)
        open_word = "unsure" if name in record.unsure else "none" if name in record.no_occasion else "open"
        found, said = sign(name), open_word if step is None else str(int(step))
        yield f"{found.title if found else name}: {words.assess.often[said]}"
    titles = {each.id: each.title for each in diagnostics()}
    for name, answer in record.diagnostics.items():
        yield f"{titles.get(name, name)}: {words.assess.answer[answer]}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Assessment.kind: _scores}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Assessment.kind: _assessment_lines}
