"""The library: every idea the coach works with, a card each, beside the person's own numbers."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="library",
    palette={"library": "library_page"},
    commands={"Looking back": {"library": "command"}},
)
