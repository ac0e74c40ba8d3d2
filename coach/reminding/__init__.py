"""Reminding: what coach says outside of itself, in a prompt, from a timer, in a calendar."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="reminding",
    commands={"Every day": {"status": "status"}, "About coach": {"remind": "command"}},
    palette={"remind": "remind_daily"},
)
