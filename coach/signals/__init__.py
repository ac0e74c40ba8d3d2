"""Signals: what is noticed about the frame, parked until it is on the table."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="signals",
    kinds={"signals": "Signal"},
    services={"signals": "signals:Signals"},
    commands={"Every day": {"signal": "command"}},
    removable=("signals",),
    stays={"signals": "sight:refuse_removal"},
    belongs={"signals": ("checkins", "checkin")},
    drafts={"signals": ""},
    findings="findings",
)
