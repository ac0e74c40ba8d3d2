"""The calendar audit: what ten business days of meetings were for. Only what the person tagged is kept."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="calendar",
    kinds={"audits": "Audit", "titles": "Title"},
    services={"calendar": "audits:Audits"},
    commands={"Deciding": {"calendar": "command"}},
    removable=("audits", "titles"),
    palette={"calendar": "calendar_page"},
)
