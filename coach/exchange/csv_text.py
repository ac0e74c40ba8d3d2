"""A table in a text, row by row, with the line each ends in; what is no table is refused with its place."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from coach.core.days import FIRST_YEAR, LAST_YEAR
from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 10_000_000


def rows(text: str, name: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """All of them, the names of the columns first."""
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        where = filled(words.exchange.says.line_of, name=name, number=reader.line_num)
        raise BadFileError(filled(words.exchange.bad.no_csv, why=error), where) from None


def named(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below their head, by the names of the columns in small letters."""
    told = rows(text, name)
    _, head = next(told, (0, []))
    columns = [each.strip(" \ufeff").casefold() for each in head]
    for line, row in told:
        yield line, dict(zip(columns, row, strict=False))


def day_in(cell: str) -> date | None:
    """The day written in a cell; nothing where there is none, or one no life reaches."""
    try:
        day = date.fromisoformat(cell.strip())
    except ValueError:
        return None
    return day if FIRST_YEAR < day.year < LAST_YEAR else None
