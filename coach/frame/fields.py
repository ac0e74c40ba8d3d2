"""The parts of the frame, declared once: the lines of a page, the options of a command."""

from __future__ import annotations

from coach.core.record import CONTEXTS, STAGES
from coach.core.texts import words
from coach.fields import Field
from coach.frame.records import LESS

_FEW = {"context": tuple(each for each in CONTEXTS if each not in STAGES), "stage": STAGES, "less": LESS}


def field(name: str) -> Field:
    """One of its parts, or why it becomes another."""
    label, asked = words.season.page[name], words.season.ask[name]
    about = f"{asked} {words.season.about[name]}"
    if name in _FEW:
        choices = tuple(
            (str(place), words.season.few[name, each], each) for place, each in enumerate(_FEW[name], 1)
        )
        return Field(name, label, about, kind="choice", choices=choices, asked=asked, metavar="KIND")
    return Field(name, label, about, words.season.hint[name], asked=asked)
