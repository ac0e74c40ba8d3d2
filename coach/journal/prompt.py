"""A question to write to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coach.core.record import Mode

OWN = "own: "
"""How the id of a person's own question begins; its words follow."""
PLACES = ("journal", "monthly", "quarterly", "yearly")
"""Where a question of one's own can appear."""


class Prompt(NamedTuple):
    """A question to write to."""

    id: str
    system: str
    """The practice it belongs to, by its id in the inventory of systems (`S4`, `M11`)."""
    mode: Mode
    text: str
    fits: tuple[str, ...] = ()
    """What it is offered for: low days, a signal, a sign that stood out."""
    asks_frame: bool = False
    """Whether it questions the frame, which rests while a season is held."""
    kind: str = ""
    """What it is about, in a word."""
    place: str = "journal"
    """Where it appears."""
    why: str = ""
    """What it was chosen for, in words; by its turn, where nothing is said."""
