"""What others said, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.feedback.records import Feedback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from coach.app import Coach
    from coach.feedback.feedback import Gap


def _feedback(record: Feedback, coach: Coach) -> str:
    del coach
    name = f" ({record.name})" if record.name else ""
    said = record.answer or words.feedback.row_open
    return f"{words.feedback.role[record.role]}{name}: {record.asked} {said}"


def _feedback_lines(record: Feedback, coach: Coach) -> Iterator[str]:
    """What was expected, what was said, what follows."""
    yield from (_feedback(record, coach), "")
    for name in ("expected", "seen"):
        if step := getattr(record, name):
            yield f"{words.feedback.field[name]:<18}{words.feedback.step[step]}"
    for name in ("answer", "will"):
        if text := getattr(record, name):
            yield f"{words.feedback.field[name]:<18}{text}"


def gap_line(gap: Gap) -> str:
    """What was expected beside what was heard, or only what was heard."""
    side = words.feedback.side[gap.side]
    if gap.n:
        numbers_of = {"lower": gap.lower, "same": gap.same, "higher": gap.higher}
        n = counted(gap.n, "answer")
        return filled(words.feedback.gap_line, side=side, n=n, **numbers_of)
    return filled(words.feedback.gap_heard, side=side, n=sum(gap.heard.values()), **gap.heard)


LINES: dict[str, Callable[[Any, Coach], str]] = {Feedback.kind: _feedback}
FULL: dict[str, Callable[[Any, Coach], Iterable[str]]] = {Feedback.kind: _feedback_lines}
