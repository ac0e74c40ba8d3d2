"""Every change ever made, one line each, written and synced before the data files follow.

It is three things at once: the word that a change of several files is decided (what did not reach its
files is finished at the next opening), the way back for undo, and the last resort of a repair.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from coach.json_text import one_line
from coach.store import files
from coach.store.inbox import with_sum, without_sum
from coach.store.sealing import open_line, seal_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.format import Fields
    from coach.store.sealing import Sealing

STANDING = "standing"
SEGMENT_BYTES = 1 << 18
_NAME = "history"

Turn = Literal["undo", "redo"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None where it was not there."""

    kind: str
    id: str
    before: Fields | None
    after: Fields | None

    def reversed(self) -> Edit:
        """The way back."""
        return Edit(self.kind, self.id, self.after, self.before)

    def changes(self) -> Iterator[tuple[str, Fields | None]]:
        """The files the record leaves and enters, with what each then holds."""
        if self.before is not None and (self.after is None or place_of(self.before) != place_of(self.after)):
            yield place_of(self.before), None
        if self.after is not None:
            yield place_of(self.after), self.after


@dataclass(frozen=True, slots=True)
class Change:
    """Something a person did, with everything it touched."""

    at: str
    what: str
    edits: tuple[Edit, ...]
    turn: Turn | None = None
    of: int = 0
    """The change an undo or redo turns."""
    number: int = 0
    """Given by the history when it is decided."""
    first: int = 0
    """The first of the changes decided together with this one."""


@dataclass(frozen=True, slots=True)
class Tail:
    """How the history ends."""

    segment: str
    size: int
    """Where the last whole line ends; what lies behind was never finished."""
    last: int
    latest: tuple[Change, ...]
    """The changes decided last, together. All before them have reached their files."""
    settled: bool = False
    """Whether these are known to have reached them too."""


def place_of(fields: Fields) -> str:
    """The file a record lies in: what happened in time in the month of its wall time, the rest in one."""
    at = fields.get("at")
    return at[:7] if isinstance(at, str) else STANDING


class History:
    """The lines, in segments of about a quarter of a megabyte.

    Writers hold the lock and begin with `tail`; until they let go, what it said is known.
    """

    def __init__(self, folder: str, sealing: Sealing) -> None:
        self._folder = folder
        self._sealing = sealing
        self._known: Tail | None = None

    def tail(self) -> Tail:
        """How the history ends now."""
        known = self._known
        # A segment grows until it is full, so while the one we know has not, it is the last.
        if known is None or known.size > SEGMENT_BYTES or known.size != _size(known.segment):
            self._known = known = self._read_tail()
        return known

    def next_number(self, above: int) -> int:
        """The number the next change gets: above all here, and above what the data files have seen."""
        return max((self._known or self.tail()).last, above) + 1

    def append(self, numbered: list[Change]) -> None:
        """Decided: on the disk when this returns, or not there at all."""
        tail = self._known or self.tail()
        segment = self._segment(numbered[0].number) if tail.size > SEGMENT_BYTES else tail.segment
        content = b"".join(self._line(_to_json(each)) for each in numbered)
        start = 0 if segment != tail.segment else tail.size
        if tail.size == 0:
            files.make_folder(self._folder)
        try:
            self._write_at(segment, start, content)
        except BaseException:
            self._known = None
            raise
        self._known = Tail(segment, start + len(content), numbered[-1].number, tuple(numbered))

    def settle(self) -> None:
        """All that is decided has reached its files; the next opening would find out by itself."""
        self._known = replace(self._known or self.tail(), settled=True)

    def _write_at(self, segment: str, start: int, content: bytes) -> None:
        """Writes behind the last whole line, over whatever was never finished there."""
        is_new = start == 0 and not os.path.exists(segment)
        file = files.create(segment) if is_new else os.open(segment, os.O_WRONLY | os.O_CLOEXEC)
        try:
            if os.fstat(file).st_size != start:
                os.ftruncate(file, start)
            os.lseek(file, start, os.SEEK_SET)
            files.write(file, content)
            files.sync(file)
            if is_new:
                files.sync_folder(self._folder)
        except BaseException:
            with suppress(OSError):
                os.ftruncate(file, start)
            raise
        finally:
            os.close(file)

    def backwards(self) -> Iterator[Change | None]:
        """All changes, the latest first; None stands for a line that cannot be read."""
        for segment in reversed(self._segments()):
            for line in reversed(_whole_lines(segment).split(b"\n")):
                if line:
                    yield self._read(line)

    def after(self, number: int) -> tuple[list[Change], bool]:
        """The changes behind this one in order, and whether none between is missing."""
        later: list[Change] = []
        whole = True
        oldest = None
        for change in self.backwards():
            if change is None:
                whole = False
                continue
            oldest = change.number
            if change.number <= number:
                break
            later.append(change)
        reaches = oldest is not None and oldest <= number + 1
        return later[::-1], whole and reaches

    def _read_tail(self) -> Tail:
        newest = (self._segments() or [self._segment(1)])[-1]
        latest: list[Change] = []
        for change in self.backwards():
            if change is None:
                continue
            if latest and change.number < latest[0].first:
                break
            latest.append(change)
        last = latest[0].number if latest else 0
        return Tail(newest, len(_whole_lines(newest)), last, tuple(reversed(latest)), settled=not latest)

    def _segments(self) -> list[str]:
        return [os.path.join(self._folder, name) for name in files.names_in(self._folder) if name[0] != "."]

    def _segment(self, number: int) -> str:
        return os.path.join(self._folder, f"{number:010d}.jsonl")

    def _line(self, kept: dict[str, Any]) -> bytes:
        return with_sum(seal_line(self._sealing, _NAME, one_line(kept).encode()))

    def _read(self, line: bytes) -> Change | None:
        try:
            return _from_json(json.loads(open_line(self._sealing, _NAME, without_sum(line))))
        except (ValueError, KeyError, TypeError):
            return None


def _to_json(change: Change) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "number": change.number,
        "at": change.at,
        "what": change.what,
        "edits": [[each.kind, each.id, each.before, each.after] for each in change.edits],
    }
    if change.turn:
        kept[change.turn] = change.of
    if change.first != change.number:
        kept["first"] = change.first
    return kept


def _from_json(kept: dict[str, Any]) -> Change:
    turns: tuple[Turn, ...] = ("undo", "redo")
    turn = next((each for each in turns if each in kept), None)
    return Change(
        at=kept["at"],
        what=kept["what"],
        edits=tuple(Edit(*each) for each in kept["edits"]),
        turn=turn,
        of=kept[turn] if turn else 0,
        number=kept["number"],
        first=kept.get("first", kept["number"]),
    )


def _whole_lines(path: str) -> bytes:
    """The file up to its last line end: what lies behind was never finished."""
    try:
        content = files.read(path)
    except FileNotFoundError:
        return b""
    return content[: content.rfind(b"\n") + 1]


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0
