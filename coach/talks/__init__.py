"""Talks with a mentor: what they are to be about, what was agreed, and when the next one is."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="talks",
    kinds={"talks": "Talk"},
    removable=("talks",),
    services={"talks": "talks:Talks"},
    drafts={"talks": ""},
    today={"talk": "due:waiting"},
    palette={"talks": "talks_page"},
    commands={"Mentor": {"talk": "command"}},
)
