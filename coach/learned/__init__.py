"""What was learned comes back: after one week, four and twelve, until it is no longer so."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="learned",
    kinds={"recalls": "Recall"},
    services={"learned": "learned:Learned"},
    today={"learned": "due:waiting"},
    palette={"learned": "learned_page"},
    commands={"Looking back": {"learned": "command"}},
)
