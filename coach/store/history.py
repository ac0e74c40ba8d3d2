"""Every change ever made, one line each, written and synced before the data files follow.

It is three things at once: the record that a change of several files is decided (what is not marked
done is finished at the next opening), the way back for undo, and the last resort of a repair.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
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
SEGMENT_BYTES = 1 << 20
_TAIL_BYTES = 1 << 12
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
    """Something a person did, with everything it touched. `number` is 0 until the history gives it one."""

    at: str
    what: str
    edits: tuple[Edit, ...]
    number: int = 0
    turn: Turn | None = None
    of: int = 0
    """The change an undo or redo turns."""


@dataclass(frozen=True, slots=True)
class Tail:
    """How the history ends."""

    segment: str
    size: int
    """Where the last whole line ends; what lies behind was never finished."""
    last: int
    pending: tuple[Change, ...]


def place_of(fields: Fields) -> str:
    """The file a record lies in: what happened in time in the month of its wall time, the rest in one."""
    at = fields.get("at")
    return at[:7] if isinstance(at, str) else STANDING


class History:
    """The lines, in segments of about a megabyte.

    Writers hold the lock and begin with `tail`; until they let go, what it said is known.
    """

    def __init__(self, folder: str, sealing: Sealing) -> None:
        self._folder = folder
        self._sealing = sealing
        self._known: Tail | None = None

    def tail(self) -> Tail:
        """How the history ends now."""
        segments = self._segments()
        newest = segments[-1] if segments else self._segment(1)
        known = self._known
        if known is None or known.segment != newest or known.size != _size(newest):
            self._known = known = self._read_tail(segments, newest)
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
        files.make_folder(self._folder)
        try:
            self._write_at(segment, start, content, synced=True)
        except BaseException:
            self._known = None
            raise
        self._known = Tail(segment, start + len(content), numbered[-1].number, tuple(numbered))

    def done(self, number: int) -> None:
        """Says that the data files hold everything up to this change. Lost, it only costs a second look."""
        tail = self._known or self.tail()
        line = self._line({"done": number})
        try:
            self._write_at(tail.segment, tail.size, line, synced=False)
        except OSError:
            self._known = None
        else:
            self._known = Tail(tail.segment, tail.size + len(line), tail.last, ())

    def _write_at(self, segment: str, start: int, content: bytes, *, synced: bool) -> None:
        """Writes behind the last whole line, over whatever was never finished there."""
        is_new = not os.path.exists(segment)
        file = files.create(segment) if is_new else os.open(segment, os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.ftruncate(file, start)
            os.lseek(file, start, os.SEEK_SET)
            files.write(file, content)
            if synced:
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
            for line in reversed(files.read(segment).split(b"\n")):
                if line:
                    kept = self._read(line)
                    if kept is None or "done" not in kept:
                        yield None if kept is None else _from_json(kept)

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

    def _read_tail(self, segments: list[str], newest: str) -> Tail:
        raw = _last_bytes(newest, _TAIL_BYTES)
        lines = raw.split(b"\n")
        size = _size(newest) - len(lines[-1])
        closing = self._read(lines[-2]) if len(lines) > 2 else None  # noqa: PLR2004 - whole, with one before it
        if closing and "done" in closing:
            return Tail(newest, size, int(closing["done"]), ())
        pending: list[Change] = []
        for segment in reversed(segments):
            content = files.read(segment)
            whole = content.rfind(b"\n") + 1
            size = whole if segment == newest else size
            for line in reversed(content[:whole].split(b"\n")):
                kept = self._read(line) if line else None
                if kept and "done" in kept:
                    last = pending[0].number if pending else int(kept["done"])
                    return Tail(newest, size, last, tuple(reversed(pending)))
                if kept:
                    pending.append(_from_json(kept))
        return Tail(newest, size, pending[0].number if pending else 0, tuple(reversed(pending)))

    def _segments(self) -> list[str]:
        return [os.path.join(self._folder, name) for name in files.names_in(self._folder) if name[0] != "."]

    def _segment(self, number: int) -> str:
        return os.path.join(self._folder, f"{number:010d}.jsonl")

    def _line(self, kept: dict[str, Any]) -> bytes:
        return with_sum(seal_line(self._sealing, _NAME, one_line(kept).encode()))

    def _read(self, line: bytes) -> dict[str, Any] | None:
        try:
            kept = json.loads(open_line(self._sealing, _NAME, without_sum(line)))
        except ValueError:
            return None
        return kept if isinstance(kept, dict) else None


def _to_json(change: Change) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "number": change.number,
        "at": change.at,
        "what": change.what,
        "edits": [[each.kind, each.id, each.before, each.after] for each in change.edits],
    }
    return kept | ({change.turn: change.of} if change.turn else {})


def _from_json(kept: dict[str, Any]) -> Change:
    turns: tuple[Turn, ...] = ("undo", "redo")
    turn = next((each for each in turns if each in kept), None)
    return Change(
        kept["at"],
        kept["what"],
        tuple(Edit(*each) for each in kept["edits"]),
        kept["number"],
        turn,
        kept[turn] if turn else 0,
    )


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def _last_bytes(path: str, count: int) -> bytes:
    try:
        with open(path, "rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - count))
            return file.read()
    except FileNotFoundError:
        return b""
