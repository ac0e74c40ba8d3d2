"""The texts of months that rest, folded once and kept: searching reads them, not the records."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from coach.core.kinds import written
from coach.query import anchors, fitting
from coach.store.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coach.core.record import Written
    from coach.store.format import Tables
    from coach.store.kept import Parts
    from coach.store.store import Store

FOLDED = "folded"
_FORM = 2
"""Another one whenever texts are folded otherwise, or other words of a record are searched."""
_CODED = ("utf-8", "surrogatepass")
"""Half a pair is stored as it came, and found again."""
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"


def fold(text: str) -> str:
    """The text as it is compared: no case, no accents, every white space one space."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text.casefold()))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())


def stays(cls: type[Written]) -> bool:
    """Whether a kind is kept with what has no moment of its own."""
    return "at" not in cls.types


class Folded:
    """Of each month and kind the ids and texts, a line each."""

    def __init__(self, store: Store) -> None:
        self._kept = Kept(store, FOLDED, _form, _folded)

    def of(self, month: str) -> FoldedMonth | None:
        """Those of a month; nothing where the month has to be looked into."""
        parts = self._kept.parts(month)
        return FoldedMonth(parts) if parts else None


class FoldedMonth:
    """The texts of one month, as it is now."""

    def __init__(self, parts: Callable[[str], memoryview | None]) -> None:
        self._parts = parts

    def fitting(self, kind: str, terms: Sequence[str]) -> list[str]:
        """The ids of what is meant."""
        lines = bytes(self._parts(kind) or b"")
        if not lines:
            return []
        fits = fitting(terms)
        return [record_id for record_id, text in _lines_with(lines, anchors(terms)) if fits(text)]

    def texts(self, kind: str) -> Iterator[str]:
        """All of them, without their ids."""
        return (text for _, text in _lines(bytes(self._parts(kind) or b"")))


def _form() -> str:
    """What is folded, and how: what was made otherwise, by another coach or another Python, is made anew."""
    return f"{_FORM} {unicodedata.unidata_version} {' '.join(cls.kind for cls in written())}"


def _lines(lines: bytes) -> Iterator[tuple[str, str]]:
    for line in lines.decode(*_CODED).split("\n")[1:]:
        record_id, _, text = line.partition(" ")
        yield record_id, text


def _lines_with(lines: bytes, parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines in which one of these stands; all, where there are none."""
    if not parts:
        yield from _lines(lines)
        return
    starts: dict[int, int] = {}
    for part in parts:
        sought, at = part.encode(*_CODED), -1
        while (at := lines.find(sought, at + 1)) >= 0:
            start = lines.rfind(b"\n", 0, at) + 1
            ends = lines.find(b"\n", at)
            starts[start] = at = len(lines) if ends < 0 else ends
    for start in sorted(starts):
        record_id, _, text = lines[start : starts[start]].decode(*_CODED).partition(" ")
        yield record_id, text


def _folded(tables: Tables) -> Parts:
    return {
        cls.kind: "".join(
            f"\n{record_id} {fold(cls.words_in(fields))}" for record_id, fields in tables[cls.kind].items()
        ).encode(*_CODED)
        for cls in written()
        if not stays(cls) and cls.kind in tables
    }
