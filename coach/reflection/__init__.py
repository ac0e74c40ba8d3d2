"""Looking back: the week, the month, the quarter, one event; and the signs of life in the practice."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="reflect",
    kinds={"reflections": "Reflection", "readings": "Reading"},
    services={
        "reflections": "reflections:Reflections",
        "reviews": "reviews:Reviews",
        "readings": "readings:Readings",
    },
    commands={
        "Managing": {"reflect": "command", "number": "number_command"},
        "Looking back": {"week": "digest_command", "year": "digest_command"},
        "Leading": {"vitality": "vitality_command"},
    },
    removable=("reflections", "readings"),
    drafts={"reflections": ""},
    palette={
        "weekly": "reflect:begin('weekly')",
        "monthly": "reflect:begin('monthly')",
        "quarterly": "reflect:begin('quarterly')",
        "yearly": "reflect:begin('yearly')",
        "action": "reflect:begin('action')",
        "vitality": "reflect:begin('vitality')",
    },
    today={"plan": "due:waiting", "replant": "due:replant"},
    findings="findings",
    offers={"number name": "offered:numbers"},
)
