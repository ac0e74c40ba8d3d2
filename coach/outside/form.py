"""M9: the form, as a text and as a page for a browser; and what was filled in."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.errors import UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, folder, table, words
from coach.feedback.records import ROLES
from coach.store import noted_files, outfile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.frame.records import Frame

TRADEOFF = "tradeoff"
"""L6: others say it in their own words."""
_MARK = "coach-view:"
_STEPS = {"signs": "01234", "diagnostics": ("yes", "partly", "no")}
_ANSWERED = re.compile(r"^[>\s*`]*([A-Za-z]{2,20}[0-9]?)\s*=[ \t]*(.*)$")
_MOST = 200_000


class Filled(NamedTuple):
    """What somebody answered."""

    role: str
    signs: dict[str, float]
    diagnostics: dict[str, str]
    answers: dict[str, str]
    left: tuple[str, ...] = ()
    """What was no answer its question knows."""


def parts() -> dict[str, dict[str, str]]:
    """The questions by their part, each by its name."""
    return {part: dict(table("outside")[part]) for part in ("signs", "diagnostics", "hard")}


def markdown(role: str, frame: Frame | None) -> str:
    """To be filled in behind the equal signs."""
    lines = [f"# {words.outside.title}", "", words.outside.how, "", f"{_MARK} {role}", *_frame(frame), ""]
    for part, questions in parts().items():
        lines += [f"## {_asked(part)}", ""]
        for name, text in questions.items():
            lines += [text, f"{name} = ", ""]
    return "\n".join(lines)


def page(role: str, frame: Frame | None) -> str:
    """For a browser: it asks nobody for anything, and runs only what saves the answers as a file."""
    style, script = _template("packet.css"), _template("outside.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return "\n".join([
        "<!doctype html>", f'<html lang="{words.dates.code}">', "<head>", '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(words.outside.title)}</title>", f"<style>{style}</style>", "</head>",
        f'<body data-mark="{_MARK} {role}">', f"<header><h1>{escape(words.outside.title)}</h1>",
        f"<p>{escape(words.outside.how)}</p>",
        *(f"<p>{escape(safe_text(line))}</p>" for line in _frame(frame) if line), "</header>",
        *_sections(),
        f"<p>{escape(words.outside.how_html)}</p>",
        f'<p><button id="save" type="button">{escape(words.outside.save)}</button></p>',
        f"<script>{script}</script>", "</body>", "</html>", "",
    ])  # fmt: skip


def write_form(coach: Coach, role: str, frame: Frame | None, path: str, *, over: bool = False) -> None:
    """Beside the data, never over a file of somebody else's."""
    made = (page if path.endswith((".html", ".htm")) else markdown)(role, frame)
    place = outfile.place_for(coach.store, path, over=over)
    outfile.write(coach.store, place, [made.encode()])
    noted_files.note(coach.store, place)


def read(text: str, name: str) -> Filled:
    """What was filled in. What is no answer of the form's is left out."""
    marked = re.search(rf"^[>\s*`]*{_MARK}\s*`?(\w+)", text, re.MULTILINE)
    if marked is None or marked[1] not in ROLES or len(text) > _MOST:
        raise UsageError(filled(words.outside.unreadable, name=name))
    said = {known: " ".join(given.split()) for known, given in _answers(text).items()}
    known = parts()
    signs = {each: float(said[each]) for each in known["signs"] if said.get(each, "") in {*"01234"}}
    judged = {
        each: said[each].lower()
        for each in known["diagnostics"]
        if said.get(each, "").lower() in _STEPS["diagnostics"]
    }
    answers = {each: given for each in known["hard"] if (given := said.get(each, ""))}
    if not (signs or judged or answers):
        raise UsageError(filled(words.outside.nothing_in, name=name))
    asked = [each for part in ("signs", "diagnostics") for each in known[part]]
    left = tuple(each for each in asked if said.get(each) and each not in {*signs, *judged})
    return Filled(marked[1], signs, judged, answers, left)


def _answers(text: str) -> dict[str, str]:
    """What stands behind each equal sign, until the next question."""
    questions = {text for part in parts().values() for text in part.values()}
    found: dict[str, str] = {}
    at = ""
    for line in text.splitlines():
        bare = re.sub(r"^(?:> ?)+", "", line)
        if answered := _ANSWERED.match(line):
            at = answered[1]
            found[at] = answered[2]
        elif bare.startswith("#") or bare.strip() in questions:
            at = ""
        elif at:
            found[at] += f" {bare}"
    return found


def _asked(part: str) -> str:
    names = {
        "signs": words.outside.often,
        "diagnostics": words.outside.judge,
        "hard": words.outside.own_words,
    }
    return names[part]


def _frame(frame: Frame | None) -> list[str]:
    """The direction alone: what is given up for it is asked (L6)."""
    if frame is None:
        return []
    return ["", filled(words.outside.frame, direction=frame.direction)]


def _sections() -> Iterator[str]:
    for part, questions in parts().items():
        yield f"<section><h2>{escape(_asked(part))}</h2>"
        for name, text in questions.items():
            yield f"<fieldset><legend>{escape(text)}</legend>{_field(part, name)}</fieldset>"
        yield "</section>"


def _field(part: str, name: str) -> str:
    steps: Any = _STEPS.get(part)
    if steps is None:
        return f'<textarea name="{name}" rows="4" cols="60"></textarea>'
    return " ".join(
        f'<label><input type="radio" name="{name}" value="{each}"> {each}</label>' for each in steps
    )


def _template(name: str) -> str:
    with open(os.path.join(folder(), "templates", name), encoding="utf-8") as file:
        return file.read()


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
