"""Every way to ask for JSON, each typed once over the sample year. `@kind` is the newest reference of that kind."""

from __future__ import annotations

from typing import NamedTuple

from coach.practices import practices


class Sample(NamedTuple):
    """A command, and what comes."""

    typed: str
    gives: str
    """A kind of records, or a name that stands for the same object wherever it is given."""
    of: str = "one"
    """`one`, or `array`."""
    when: str = ""
    """On another day of the sample year, where its own has none of it."""


FILES = {
    "meetings.ics": """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:1@x
DTSTAMP:20261118T090000Z
DTSTART:20261118T090000Z
DTEND:20261118T093000Z
SUMMARY:Standup
END:VEVENT
END:VCALENDAR
""",
}
"""What some of them read."""
EMPTY = {"timer": {"by": {"text"}, "at": {"text"}, "place": {"text"}}}
"""What the sample year has none of: nothing reminds it."""
MORE = {
    "assessed.changes.leading.change": "text",
    "assessed.balance_moved_by": "number",
    "assessed.named": "array of text",
    "card.yours": "array of text",
    "deciding.chance": "number",
    "deciding.calibration.brier": "number",
    "forecasting.brier": "number",
    "insights.all": "array of objects",
    "insights.trials[].before.numbers": "array of number",
    "insights.trials[].during.numbers": "array of number",
    "import.new": "array of array of text",
    "import.changed": "array of array of text",
    "import.beside": "array of array of text",
    "import.deleted": "array of array of text",
    "import.left": "array of objects with where and why",
    "protection.open": "array of objects with sort and path",
    "reassessment as it stands.reassessment": "all of [reassessments](#reassessments)",
    "season.resting_until": "day",
    "season.notices": "array of text",
    "today.season.resting_until": "day",
    "today.season.notices": "array of text",
    "today.gates[].today": "text",
    "today.looks_back": "text",
    "today.reassessment": "text",
    "today.away": "array of day",
    "today.plans": "array of text",
    "vitality.pitfall": "text",
    "vitality.replant": "text",
    "written signal.updated": "moment",
    "written signal.about": "text",
    "written signal.checkin": "id",
    **{f"today.{name}": "null" for name in ("season", "frame", "checkin", "noticed", "noticed.against")},
    "today.commitments[].today": "null",
    "today.commitments[].next_due": "null",
    "today.gates[].next_due": "null",
    "finding.against": "null",
    "insights.findings[].against": "null",
    "ladder.rated": "null",
    **{f"today.{name}": "text or null" for each in practices() for name in each.today},
}
"""What stands there at other times: the sample year has nothing but null."""
SAMPLES = (
    Sample("add Walked before mail", "entries"),
    Sample("prompt", "question"),
    Sample("prompt --own", "question", "array"),
    Sample("prompt --kinds", "text", "array"),
    Sample("checkin -e 4 --mostly delivery A fine day", "checkins"),
    Sample("signal Customers keep a list", "written signal"),
    Sample("mark all kept", "marks", "array"),
    Sample("prepare --cards", "card of a situation", "array"),
    Sample("status --format json", "status"),
    Sample("today", "today"),
    Sample("list entries -n 3", "entries", "array"),
    Sample("show @commitments", "commitments"),
    Sample("search walk", "any record", "array"),
    Sample("random", "entries"),
    Sample("week", "digest"),
    Sample("year", "digest"),
    Sample("insights", "insights"),
    Sample("noticed", "finding"),
    Sample("learned", "lesson", "array"),
    Sample("library", "card", "array"),
    Sample("library before", "card", "array"),
    Sample("commit Read --every friday --over-until +2w --over-because spring", "commitments"),
    Sample("commit --practices", "practice", "array"),
    Sample("renegotiate @commitments --every monday --because less", "commitments"),
    Sample("renegotiate @commitments --pause +1w", "exceptions"),
    Sample("gate @commitments", "gate"),
    Sample("end @commitments dropped --because enough", "commitments"),
    Sample("reflect --list", "reflections", "array"),
    Sample("reflect weekly --facts", "facts of a week"),
    Sample("reflect monthly --facts", "fact", "array"),
    Sample("reflect --open", "period", "array"),
    Sample("reflect weekly --truth late --plan 'If mail opens early, I walk'", "reflections"),
    Sample("season", "season"),
    Sample("season rhythms", "rhythm", "array"),
    Sample("season --calendar coach.ics", "calendar file"),
    Sample("frame", "frames"),
    Sample("frame --history", "frames", "array"),
    Sample("vitality", "vitality"),
    Sample("assess", "assessed"),
    Sample(
        "diagnose A price --path no --right uncertain --motivated yes --processes yes --challenge both",
        "diagnoses",
    ),
    Sample("ladders", "ladder", "array"),
    Sample("feedback", "feedback", "array"),
    Sample("feedback --questions", "question to ask", "array"),
    Sample("feedback add 'What would you change?' --role peer", "feedback"),
    Sample("others read form.md", "views"),
    Sample("others", "views", "array"),
    Sample("calendar meetings.ics --tag Standup=delivery", "meetings"),
    Sample("decide 'Which price' --option yearly --option monthly --decider I", "decisions"),
    Sample("decide", "decisions", "array"),
    Sample("decided @decisions --choose yearly --because simple --reversal 'half leave'", "decisions"),
    Sample("triage 'The importer' --ambiguity high --coupling low --reversible yes", "triage"),
    Sample("rights", "domains", "array"),
    Sample("forecast 'Send the brief' 7", "forecasts"),
    Sample("forecast", "forecasting"),
    Sample("tally", "tally"),
    Sample("handover", "handovers", "array"),
    Sample("tendays", "ten days"),
    Sample("uncertainty", "uncertainties", "array"),
    Sample("deciding", "deciding"),
    Sample("talk", "talks", "array"),
    Sample("talk --with Robin --on +3d", "talks"),
    Sample("packet --to Robin", "packet"),
    Sample("packet --log", "packets", "array"),
    Sample("people", "people", "array"),
    Sample("people add Sam --as S", "people"),
    Sample("import archive.json --dry-run", "import"),
    Sample("merge", "two versions", "array"),
    Sample("merge other.zip --dry-run", "merge"),
    Sample("number flow 4", "readings"),
    Sample("number", "what is counted", "array"),
    Sample("remind", "timer", "array"),
    Sample("paths", "paths"),
    Sample("config", "settings"),
    Sample("version", "version"),
    Sample("edit @entries --tag walk", "entries"),
    Sample("undo --list", "change", "array"),
    Sample("restore", "state", "array"),
    Sample("doctor", "check", "array"),
    Sample("protect", "protection"),
    Sample("season redesign", "season", when="2027-01-14T20:00"),
    Sample("reassess", "reassessment as it stands", when="2027-01-14T20:00"),
)
