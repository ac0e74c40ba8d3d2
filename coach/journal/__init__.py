"""The journal: entries, their days and years, and the questions to write to."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="journal",
    kinds={"entries": "Entry"},
    services={"journal": "journal:Journal", "prompts": "prompts:Prompts", "tags": "tags:Tags"},
    commands={
        "Every day": {"add": "command", "prompt": "prompt_command"},
        "Looking back": {"random": "random_command"},
    },
    removable=("entries",),
    drafts={"entries": "drafted:is_sound"},
    palette={
        "year": "journal:year",
        "this_day": "journal:this_day",
        "jump": "journal:jump",
        "old_page": "old_page",
        "question_about": "question_about",
        "from_template": "from_template",
    },
    offers={"prompt kind": "offered:prompt_kinds", "add template": "offered:templates"},
)
