"""Where in a session one is: its heading, and its steps as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from screens.widgets.cards import Card, CardLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.session import Step


def heading(steps: Sequence[Step], place: int, minutes: int) -> Content:
    """The place, the title, the part and how long it has taken."""
    step = steps[place]
    said = f"   {step.part}" if step.part else ""
    if step.minutes:
        said += filled(words.leaving.minutes_of, minutes=minutes, most=step.minutes)
    elif minutes:
        said += filled(words.leaving.minutes, minutes=minutes)
    at = filled(words.leaving.step_of, place=place + 1, count=len(steps))
    return Content.assemble((f"{at}   ", "$quiet"), (safe_text(step.title), "bold"), (said, "$quiet"))


def steps_card(steps: Sequence[Step], here: int, said: Mapping[str, str], width: int, height: int) -> Card:
    """Those answered, this one, and those that are not, as many as there is room for."""
    room = max(height - 2, 1)
    first = min(max(here - room // 2, 0), max(len(steps) - room, 0))
    lines = []
    for place, step in enumerate(steps[first : first + room], first):
        is_read = place < here and not step.fields
        is_answered = is_read or any(said.get(each.name) for each in step.fields)
        sign = "◉" if place == here else "●" if is_answered else "○"
        role = "strong" if place == here else "quiet"
        title = first_line(step.title, max(width - 2, 8))
        lines.append(
            CardLine(((f"{sign} ", "warm" if place == here or is_answered else "quiet"), (title, role)))
        )
    at = filled(words.leaving.step_of, place=here + 1, count=len(steps))
    return Card(words.leaving.steps, tuple(lines), at)
