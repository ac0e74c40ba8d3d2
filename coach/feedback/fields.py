"""What is written down of feedback, declared once: the lines of its page, the options of its command."""

from __future__ import annotations

from coach.core.texts import words
from coach.feedback.records import ROLES
from coach.fields import Field

GRADED = ("expected", "seen")
FIELDS = ("role", "name", "asked", "expected", "answer", "seen", "will")
OPTIONS = tuple(name for name in FIELDS if name != "asked")
_STEPS = ("yes", "partly", "no")


def field(name: str) -> Field:
    """One of them."""
    label, about = words.feedback.field[name], words.feedback.ask[name]
    if name == "role":
        roles = tuple((str(place), words.feedback.role[each], each) for place, each in enumerate(ROLES, 1))
        return Field(name, label, about, kind="choice", choices=roles)
    if name in GRADED:
        steps = tuple((each[0], words.feedback.step[each], each) for each in _STEPS)
        return Field(name, label, about, kind="choice", choices=steps)
    return Field(name, label, about)
