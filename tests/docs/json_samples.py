"""Every way to ask for JSON, each typed once over the sample year. `@kind` is the newest reference of that kind."""

from __future__ import annotations

from typing import NamedTuple


class Sample(NamedTuple):
    """A command, and what comes."""

    typed: str
    gives: str
    """A kind of records, or a name that stands for the same object wherever it is given."""
    of: str = "one"
    """`one`, or `array`."""


SAMPLES = (
    Sample("add Walked before mail", "written entry"),
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
    Sample("library handover", "card", "array"),
    Sample("commit Read --every friday --over-until +2w --over-because spring", "commitments"),
    Sample("commit --practices", "practice", "array"),
    Sample("renegotiate @commitments --every monday --because less", "commitments"),
    Sample("renegotiate @commitments --pause +1w", "exceptions"),
    Sample("gate @commitments", "gate"),
    Sample("end @commitments dropped --because enough", "commitments"),
    Sample("reflect --list", "reflections", "array"),
    Sample("reflect weekly --facts", "look back"),
    Sample("reflect monthly --facts", "look back"),
    Sample("reflect --open", "period", "array"),
    Sample("reflect weekly --truth late --plan 'If mail opens early, I walk'", "reflections"),
    Sample("season", "season"),
    Sample("season rhythms", "rhythm", "array"),
    Sample("season --calendar coach.ics", "calendar file"),
    Sample("frame", "frames"),
    Sample("frame --history", "frames", "array"),
    Sample("reassess", "reassessment as it stands"),
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
    Sample("others", "views", "array"),
    Sample("calendar meetings.ics", "calendar"),
    Sample("decide 'Which price' --option yearly --option monthly --decider I", "decisions"),
    Sample("decide", "decisions", "array"),
    Sample("decided @decisions --choose yearly --because simple", "decisions"),
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
    Sample("merge other --dry-run", "merge"),
    Sample("number flow 4", "reviewed number"),
    Sample("remind", "timer", "array"),
    Sample("paths", "paths"),
    Sample("config", "settings"),
    Sample("version", "version"),
    Sample("edit @entries --tag walk", "entries"),
    Sample("undo --list", "change", "array"),
    Sample("restore", "state", "array"),
    Sample("doctor", "check", "array"),
    Sample("protect", "protection"),
)
