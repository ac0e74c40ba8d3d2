"""The register: every practice there is, a line each. Whatever holds for all of them is asked here."""

from coach.practice import loaded

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.practice import Practice

PRACTICES = (
    "coach.journal",
    "coach.checkin",
    "coach.signals",
    "coach.commitments",
    "coach.frame",
    "coach.cycle",
    "coach.pauses",
    "coach.reflection",
    "coach.assessment",
    "coach.diagnosis",
    "coach.ladders",
    "coach.feedback",
    "coach.packet",
)
"""The ones needed most often come first: a practice is loaded when nothing before it answers."""


def practices() -> "Iterator[Practice]":
    """One after the other, each loaded when it is its turn."""
    for room in PRACTICES:
        yield loaded(f"{room}:PRACTICE")


def keeping(kind: str) -> "Practice | None":
    """The practice that keeps records of this kind."""
    return next((practice for practice in practices() if kind in practice.kinds), None)
