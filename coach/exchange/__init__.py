"""Formats in and out, one file each."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    commands={"In and out": {"export": "export_command", "import": "import_command"}},
    palette={"exchange": "mentor:begin('exchange')"},
    content="exchange",
    offers={"export format": "offered:formats_out", "import format": "offered:formats_in"},
)
