"""The journal as one page for a browser: it brings everything along, asks nobody, runs nothing."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from coach.core.days import day_of
from coach.core.safe_text import safe_lines, safe_text
from coach.core.said_days import say_date, say_month
from coach.core.texts import folder, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.core.steps import Steps
    from coach.journal.records import Entry


def page(coach: Coach, found: list[Entry], steps: Steps) -> Iterator[bytes]:
    """A heading a month, one a day, and the entries as they were written."""
    ends = coach.settings.day_ends
    months = list(dict.fromkeys((f"{each.at:%Y-%m}", say_month(each.at)) for each in found))
    yield _head(months).encode()
    last_month = last_day = None
    for each in steps.each(found, len(found)):
        day = day_of(each.at, ends)
        if (month := f"{each.at:%Y-%m}") != last_month:
            yield f'<h2 id="m{month}">{escape(say_month(each.at))}</h2>\n'.encode()
            last_month = month
        if day != last_day:
            yield f"<h3>{escape(say_date(day))} {day.year}</h3>\n".encode()
            last_day = day
        yield _entry(each).encode()
    yield b"</main></body></html>\n"


def _head(months: list[tuple[str, str]]) -> str:
    with open(os.path.join(folder(), "templates", "journal.css"), encoding="utf-8") as file:
        style = file.read()
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'"
    links = "".join(f'<li><a href="#m{name}">{escape(said)}</a></li>' for name, said in months)
    title = escape(words.exchange.journal)
    return "\n".join([
        "<!doctype html>",
        f'<html lang="{words.dates.code}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title><style>{style}</style></head>",
        f"<body><header><h1>{title}</h1></header><nav><ul>{links}</ul></nav><main>",
        "",
    ])  # fmt: skip


def _entry(each: Entry) -> str:
    extras = [*(f"#{tag}" for tag in each.tags), *([words.journal.mode[each.mode]] if each.mode else [])]
    about = escape(safe_text("  ".join([f"{each.at:%H:%M}", *extras])))
    text = escape("\n".join(safe_lines(each.text)))
    return f'<article><p class="about">{about}</p><div class="text">{text}</div></article>\n'
