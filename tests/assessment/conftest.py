"""A person on some day, with answers to give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.assessment.assessments import Taken
from coach.assessment.instrument import diagnostics, signs

if TYPE_CHECKING:
    pass


def given(steps: str, said: str = "", wording: Any = "team", **more: Any) -> Taken:
    """Twelve steps in the order of the instrument, `.` for none; eight answers by their first letter."""
    names = [each.id for each in signs()]
    answers = {name: float(step) for name, step in zip(names, steps, strict=True) if step != "."}
    letters = {"y": "yes", "p": "partly", "n": "no", "x": "unsure"}
    asked = [each.id for each in diagnostics()]
    told: Any = {name: letters[each] for name, each in zip(asked, said, strict=False) if each in letters}
    return Taken(wording, tuple(names), answers, diagnostics=told, **more)
