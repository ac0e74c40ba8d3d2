"""The formats a packet can be written in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coach.core.safe_text import safe_lines, safe_text
from coach.core.texts import filled, words
from coach.core.typeset import pdf as typeset_pdf
from coach.packet.charts import svg
from coach.packet.markdown import MARK, about, markdown, text
from coach.packet.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.packet.document import Document, Line


def data(document: Document) -> dict[str, Any]:
    """All of it for a program, and for the typesetter."""
    return {
        "format": "coach-packet",
        "version": 1,
        "id": document.id,
        "to": document.to,
        "ask": document.ask,
        "first": document.first.isoformat(),
        "last": document.last.isoformat(),
        "made": document.made.isoformat(),
        "sections": [
            {
                "title": section.title,
                "page": section.is_page,
                "lines": [_line_data(line) for line in section.lines],
            }
            for section in document.sections
        ],
    }


def _line_data(line: Line) -> dict[str, Any]:
    chart = line.chart
    rows = [{"label": row.label, "values": list(row.values)} for row in chart.rows] if chart else []
    drawn = (
        {"kind": chart.kind, "lowest": chart.lowest, "highest": chart.highest, "rows": rows}
        if chart
        else None
    )
    return {"label": line.label, "text": line.text, "under": line.is_under, "chart": drawn}


def pdf(document: Document) -> bytes:
    """Typeset. The typesetter gets lines that are fit to be seen, and drawings."""
    given = {
        "title": filled(words.packet.to, to=safe_text(document.to)),
        "about": about(document),
        "ask_label": words.packet.ask,
        "ask": safe_text(document.ask),
        "how": words.packet.answer.how,
        "mark": f"{MARK} {document.id}",
        "sections": [
            {"title": each.title, "page": each.is_page, "lines": [_typeset_line(line) for line in each.lines]}
            for each in document.sections
        ],
    }
    return typeset_pdf("packet", given)


def _typeset_line(line: Line) -> dict[str, Any]:
    return {
        "label": safe_text(line.label),
        "lines": safe_lines(line.text),
        "under": line.is_under,
        "svg": svg(line.chart) if line.chart else None,
    }


FORMATS: dict[str, Callable[[Document], bytes]] = {
    "md": lambda document: markdown(document).encode(),
    "html": lambda document: page(document).encode(),
    "pdf": pdf,
    "txt": lambda document: text(document).encode(),
    "json": lambda document: (json.dumps(data(document), ensure_ascii=True, indent=1) + "\n").encode(),
}
"""Bytes by the ending of the file."""
