"""A packet as one page for a browser: it brings everything along, asks nobody for anything, runs nothing."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from coach.core.safe_text import safe_lines, safe_text
from coach.core.texts import filled, folder, words
from coach.packet.charts import svg
from coach.packet.markdown import MARK, about

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.packet.document import Document, Line


def page(document: Document) -> str:
    """All of it."""
    style = _style()
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'"
    title = escape(filled(words.packet.to, to=safe_text(document.to)))
    ask, how = (escape(words.packet[*each,]) for each in (("ask",), ("answer", "how")))
    return "\n".join([
        "<!doctype html>",
        f'<html lang="{words.dates.code}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f"<header><h1>{title}</h1>",
        f'<p class="about">{escape(about(document))}</p>',
        f'<p class="ask"><span>{ask}</span> {_paragraphs(document.ask)}</p></header>',
        *_sections(document),
        f"<footer><p>{how}</p>",
        f"<p><code>{MARK} {escape(document.id)}</code></p></footer>",
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def _style() -> str:
    with open(os.path.join(folder(), "templates", "packet.css"), encoding="utf-8") as file:
        return file.read()


def _sections(document: Document) -> Iterator[str]:
    for section in document.sections:
        kind = ' class="page"' if section.is_page else ""
        yield f"<section{kind}><h2>{escape(section.title)}</h2><dl>"
        for line in section.lines:
            yield _line(line)
        yield "</dl></section>"


def _line(line: Line) -> str:
    kind = ' class="under"' if line.is_under else ""
    label = escape(safe_text(line.label))
    drawing = f"<figure>{svg(line.chart)}</figure>" if line.chart else ""
    return f"<div{kind}><dt>{label}</dt><dd>{_paragraphs(line.text)}{drawing}</dd></div>"


def _paragraphs(said: str) -> str:
    return "<br>".join(escape(line) for line in safe_lines(said))
