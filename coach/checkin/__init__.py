"""The check-in: how a day was, in half a minute."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="checkin",
    kinds={"checkins": "Checkin"},
    services={"checkins": "checkins:Checkins"},
    commands={"Every day": {"checkin": "command"}},
    removable=("checkins",),
    drafts={"checkins": "drafted:is_sound"},
    findings="findings",
)
