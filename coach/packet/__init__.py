"""The mentor packet: what goes in, whose names stay out, what a person agreed to, and how it is written."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="packet",
    kinds={"packets": "Packet", "people": "Person"},
    commands={"Mentor": {"packet": "command", "people": "command"}},
    drafts={"packets": ""},
    palette={"begin": "mentor:begin('begin')", "names": "mentor:begin('names')"},
    offers={
        "packet add": "offered:parts",
        "packet without": "offered:parts",
        "packet format": "offered:formats",
        "people name": "offered:names",
    },
)
