"""Several machines, one life: what one of them did comes in to another, and what both wrote is looked at."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="machines",
    services={"machines": "machines:Machines"},
    today={"apart": "due:waiting"},
    palette={"both_versions": "both_versions"},
    commands={
        "In and out": {"merge": "merge_command", "sync": "sync_command", "merge-file": "merge_file"},
    },
)
