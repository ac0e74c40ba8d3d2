"""A packet in Markdown and as plain text. What a person wrote stays what it is: no sign in it is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.core.safe_text import safe_lines, safe_text, wrapped
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.packet.charts import in_signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.packet.document import Document, Line

MARK = "coach-packet:"
"""Before the packet's id, so that an answer finds its way back."""
_SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_BEGINNINGS = re.compile(r"^(\s*)([#>+=-]|\d+(?=[.)]))")
_WIDTH, _LABEL = 76, 20


def escaped(text: str) -> list[str]:
    """A text line by line, every sign in it taken for what it is."""
    found = []
    for line in safe_lines(text):
        said = _SIGNS.sub(lambda sign: f"\\{sign[0]}", line)
        begins = _BEGINNINGS.match(said)
        if begins and begins[2].isdigit():
            said = f"{said[: begins.end()]}\\{said[begins.end() :]}"
        elif begins:
            said = f"{begins[1]}\\{said[begins.start(2) :]}"
        found.append(said)
    return found


def about(document: Document) -> str:
    """For which days, and when it was made."""
    made = document.made
    days = {"first": say_day(document.first, made), "last": say_day(document.last, made)}
    return filled(words.packet.about, **days, made=f"{say_day(made, made)} {made.year}")


def markdown(document: Document) -> str:
    """All of it."""
    return "\n".join(_markdown_lines(document)).rstrip() + "\n"


def _markdown_lines(document: Document) -> Iterator[str]:
    to = filled(words.packet.to, to=" ".join(escaped(document.to)))
    yield from (f"# {to}", "", about(document), "")
    yield from (f"**{words.packet.ask}** {' '.join(escaped(document.ask))}", "")
    for section in document.sections:
        yield from (f"## {section.title}", "")
        for line in section.lines:
            yield from line_in_markdown(line)
        yield ""
    yield from (f"## {words.packet.answer.title}", "", words.packet.answer.how, "")
    yield f"{MARK} {document.id}"


def line_in_markdown(line: Line) -> Iterator[str]:
    """One line of it, with its chart in signs."""
    first, *rest = escaped(line.text) or [""]
    margin = "  " if line.is_under else ""
    label = f"**{' '.join(escaped(line.label))}:** " if line.label else ""
    yield f"{margin}- {label}{first}"
    yield from (f"{margin}  {each}".rstrip() for each in rest)
    if line.chart:
        yield from ("", f"{margin}  ```text", *(f"{margin}  {each}" for each in in_signs(line.chart)),
                    f"{margin}  ```", "")  # fmt: skip


def text(document: Document) -> str:
    """The document for a plain page or a mail."""
    return "\n".join(_text_lines(document)).rstrip() + "\n"


def _text_lines(document: Document) -> Iterator[str]:
    yield from _wide(filled(words.packet.to, to=document.to))
    yield from (*_wide(about(document)), "")
    yield from (words.packet.ask, *_wide(document.ask, 2), "")
    for section in document.sections:
        title = section.title.upper()
        yield from (title, "─" * len(title))
        for line in section.lines:
            yield from _text_line(line)
        yield ""
    yield from (*_wide(words.packet.answer.how), f"{MARK} {document.id}")


def _text_line(line: Line) -> Iterator[str]:
    margin = 4 if line.is_under else 2
    label = safe_text(line.label)
    if label and len(label) < _LABEL:
        first, *rest = [*_wide(line.text, margin + _LABEL)] or [""]
        yield f"{' ' * margin}{label:<{_LABEL}}{first.strip()}"
        yield from rest
    else:
        yield from _wide(label, margin) if label else ()
        yield from _wide(line.text, margin + 2 * bool(label))
    if line.chart:
        yield from ("", *(f"{' ' * margin}{each}" for each in in_signs(line.chart)), "")


def _wide(text_of: str, margin: int = 0) -> Iterator[str]:
    """A text broken for a plain page."""
    for line in safe_lines(text_of):
        yield from (f"{' ' * margin}{each}".rstrip() for each in wrapped(line, _WIDTH - margin) or [""])
