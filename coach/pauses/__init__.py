"""Pauses: days on which nothing is due, of one commitment or of everything; and exceptions to the limit."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="commitments",
    kinds={"exceptions": "Rest"},
    today={"exceptions": "due:waiting"},
    belongs={"exceptions": ("commitments", "commitment")},
)
