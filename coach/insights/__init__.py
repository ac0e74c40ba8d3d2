"""Insights: what the records say of a person's weeks, how far to trust it, and what was told of it."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="insights",
    kinds={"findings": "Found", "looks": "Look"},
    services={"insights": "telling:Insights"},
    commands={"Looking back": {"insights": "command", "noticed": "noticed_command"}},
    quiet=("findings", "looks"),
)
