"""Deciding: triage, the decision log, who decides what, forecasts, and how well one judges."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="deciding",
    kinds={
        "decisions": "Decision",
        "agenda": "Agenda",
        "triages": "Triage",
        "domains": "Domain",
        "forecasts": "Forecast",
        "tallies": "TallyRound",
        "tallied": "Tallied",
        "uncertainties": "Uncertainty",
    },
    services={
        "decisions": "decisions:Decisions",
        "triages": "triages:Triages",
        "domains": "domains:Domains",
        "forecasts": "forecasts:Forecasts",
        "tallies": "tally:Tallies",
        "uncertainty": "uncertainties:Uncertainties",
    },
    commands={
        "Deciding": {
            "decide": "command",
            "decided": "decided_command",
            "triage": "triage_command",
            "rights": "rights_command",
            "forecast": "forecast_command",
            "tally": "tally_command",
            "uncertainty": "uncertainty_command",
            "deciding": "deciding_command",
        }
    },
    removable=("decisions", "triages", "domains", "forecasts", "tallies", "tallied", "uncertainties"),
    belongs={"tallied": ("tallies", "round"), "agenda": ("decisions", "of")},
    drafts={"decisions": ""},
    findings="findings",
    follows=("agenda",),
    mends="decisions:mend",
    palette={
        "decide": "decide_something",
        "triage": "triage_something",
        "rights": "rights_page",
        "numbers": "deciding_numbers",
        "forecast": "forecast_week",
        "tally": "tally_now",
    },
    today={"decision": "due:open_decision", "outcome": "due:outcome", "rights": "due:limits"},
)
