"""Commitments: what is held, on which terms, how it goes, and its gates."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="commitments",
    kinds={"commitments": "Commitment", "marks": "Mark", "turns": "Turn", "replies": "Reply"},
    services={
        "commitments": "commitments:Commitments",
        "marks": "marks:Marks",
    },
    commands={
        "Every day": {"mark": "mark_command"},
        "Managing": {"commit": "command", "renegotiate": "command", "end": "command", "gate": "gate_command"},
    },
    removable=("commitments", "marks"),
    belongs={"marks": ("commitments", "commitment"), "turns": ("commitments", "commitment")},
    drafts={"commitments": "", "gates": ""},
    today={"trial": "due:trial_over", "promise": "due:promise_untold"},
    findings="findings",
    offers={
        "mark words": "offered:marks",
        "mark because": "offered:reasons",
        "gate ref": "offered:held",
        "renegotiate ref": "offered:held",
        "end ref": "offered:held",
        "commit practice": "offered:practices",
        "commit every": "offered:rhythms",
        "renegotiate every": "offered:rhythms",
    },
)
