"""A person on some day, with answers to give."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.assessment.assessments import Taken
from coach.assessment.instrument import diagnostics, signs
from coach.core.days import Clock
from tests.helpers import ZONE

if TYPE_CHECKING:
    from coach.app import Coach


@pytest.fixture
def at(paths):
    """The coach at another moment."""

    def on(moment: str) -> Coach:
        moment = moment if "T" in moment else f"{moment}T09:00"
        return build(paths, Clock(datetime.fromisoformat(moment), ZoneInfo(ZONE)))

    return on


def given(steps: str, said: str = "", wording: Any = "team", **more: Any) -> Taken:
    """Twelve steps in the order of the instrument, `.` for none; eight answers by their first letter."""
    names = [each.id for each in signs()]
    answers = {name: float(step) for name, step in zip(names, steps, strict=True) if step != "."}
    letters = {"y": "yes", "p": "partly", "n": "no", "x": "unsure"}
    asked = [each.id for each in diagnostics()]
    told: Any = {name: letters[each] for name, each in zip(asked, said, strict=False) if each in letters}
    return Taken(wording, tuple(names), answers, diagnostics=told, **more)
