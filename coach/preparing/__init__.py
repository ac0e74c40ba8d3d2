"""Preparing: two minutes before an act that takes both modes, and a question or two in the evening."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="preparing",
    kinds={"preparations": "Preparation"},
    removable=("preparations",),
    services={"preparations": "preparations:Preparations"},
    drafts={"preparations": ""},
    today={"prepared": "due:waiting"},
    palette={"prepare": "prepare_something"},
    commands={"Every day": {"prepare": "command"}},
    offers={"prepare card": "offered:cards"},
)
