"""Tables: each kind of record as CSV, and entries out of anybody's CSV.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, and loses it on the way back.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from coach.core.errors import UsageError
from coach.core.ids import is_id
from coach.core.json_text import one_line
from coach.core.kinds import class_of
from coach.core.record import MODES
from coach.core.texts import filled, words
from coach.exchange import csv_text
from coach.exchange.incoming import BadFileError, Entries, Left, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coach.app import Coach
    from coach.core.steps import Steps
    from coach.core.when import Reader
    from coach.exchange.incoming import Incoming
    from coach.store.format import Fields

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = {
    "text": ("text", "entry", "body", "content", "note", "notes", "journal", "eintrag", "notiz"),
    "title": ("title", "subject", "headline", "titel"),
    "at": ("at", "datetime", "timestamp", "date", "day", "created", "created_at", "datum"),
    "time": ("time", "hour", "zeit", "uhrzeit"),
    "tags": ("tags", "tag", "labels", "categories", "schlagworte"),
    "mode": ("mode",),
}
_UNCLEAR = re.compile(r"\d\d?/\d\d?/\d{2,4}")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")


def neutral(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith((*_FORMULA, "'")) else value


def restored(cell: str) -> str:
    """What stood in the cell before."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell


def rows(kind: str, listed: list[tuple[str, Fields]], steps: Steps) -> Iterator[bytes]:
    """The records of a kind as a table, its columns named after their fields."""
    names = ["id", *(name for name in class_of(kind).types if name not in {"id", "unknown"})]
    names += sorted({name for _, fields in listed for name in fields} - set(names))
    page = io.StringIO()
    writer = csv.writer(page, quoting=csv.QUOTE_ALL)
    writer.writerow(map(neutral, names))
    for record_id, fields in steps.each(listed, len(listed)):
        writer.writerow([neutral(_cell({"id": record_id, **fields}.get(name))) for name in names])
        if page.tell() > 1 << 16:
            yield page.getvalue().encode("utf-8", "surrogatepass")
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode("utf-8", "surrogatepass")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else one_line(value)


def read_table(coach: Coach, text: str, name: str) -> Incoming:
    """Entries, one a row. The columns are found by their names."""
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count) if any(each in head for each in ",;\t") else ","
    found, when = Entries(coach, "csv"), coach.reader()
    told = csv_text.rows(text, name, delimiter)
    _, first = next(told, (0, []))
    names = [restored(each).strip().casefold() for each in first]
    places = {
        part: next((names.index(each) for each in known if each in names), None)
        for part, known in _COLUMNS.items()
    }
    if (places["text"] is None and places["title"] is None) or places["at"] is None:
        raise BadFileError(words.exchange.bad.columns, f"{name}, line 1")
    own = names.index("id") if "id" in names else None
    for line, row in told:
        if not any(cell.strip() for cell in row):
            continue
        cells = {
            part: restored(row[at]) if at is not None and at < len(row) else "" for part, at in places.items()
        }
        record_id = row[own] if own is not None and own < len(row) else ""
        _add(found, filled(words.exchange.says.line, number=line), cells, record_id, when)
    return found.incoming("csv")


def _add(found: Entries, where: str, cells: dict[str, str], record_id: str, when: Reader) -> None:
    text = (
        f"{cells['title']}\n\n{cells['text']}"
        if cells["title"] and cells["text"]
        else cells["title"] or cells["text"]
    )
    mode = cells["mode"].strip().lower()
    if _UNCLEAR.match(cells["at"].strip()):
        found.left.append(Left(where, filled(words.exchange.left.unclear_date, said=cells["at"].strip())))
        return
    found.add(
        where,
        text,
        _moment(f"{cells['at']} {cells['time']}".strip(), when),
        record_id=record_id if is_id(record_id) else "",
        tags=_tags(cells["tags"]),
        mode=mode if mode in MODES else None,
    )


def _tags(cell: str) -> list[str]:
    try:
        listed = json.loads(cell) if cell.startswith("[") else None
    except ValueError:
        listed = None
    found = listed if isinstance(listed, list) else re.split(r"[,;]", cell)
    return tags_of(tag for tag in found if isinstance(tag, str))


def _moment(said: str, when: Reader) -> datetime | None:
    """Dates as ISO writes them, or with dots, which have their day in front everywhere. Others are not
    guessed: 3/4 is a day in March here and in April there."""
    if dotted := _DOTTED.match(said):
        day, month, year = dotted.groups()
        said = f"{year}-{month:0>2}-{day:0>2}{said[dotted.end() :]}"
    if not re.match(r"\d{4}-\d\d-\d\d", said):
        return None
    try:
        return when.moment(said)
    except UsageError:
        return None
