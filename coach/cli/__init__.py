"""The shell: arguments in, one service called, lines or JSON out."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    commands={
        "Every day": {"list": "reading", "show": "reading", "search": "reading"},
        "Changing": {"edit": "changing", "delete": "changing", "undo": "changing", "redo": "changing"},
        "Keeping safe": {
            "backup": "keeping",
            "restore": "keeping",
            "doctor": "keeping",
            "protect": "protect",
            "unprotect": "protect",
            "lock": "protect",
        },
        "About coach": {
            "paths": "about",
            "config": "about",
            "completions": "about",
            "help": "about",
            "version": "about",
        },
    },
    offers={"config name": "offered:settings", "config value": "offered:values"},
)
