"""Every change ever made, one line each, written and synced before the data files follow.

It is three things at once: the word that a change of several files is decided (what did not reach its
files is finished at the next opening), the way back for undo, and the last resort of a repair.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coach.core.json_text import one_line
from coach.store import files
from coach.store.format import VERSIONS
from coach.store.sealing import HISTORY, open_line, seal_line, with_sum, without_sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.format import Fields
    from coach.store.sealing import Opens, Sealing

STANDING = "standing"
SEGMENT_BYTES = 1 << 18
_ENDING = ".jsonl"
_SEGMENT = re.compile(r"\d{10,}_*\.jsonl")
_START = b'{"number": '

Turn = Literal["undo", "redo", "withdraw"]
"""`withdraw`: a program that failed took back what it had done itself. Nobody's word, so nothing to redo."""


class Edit(NamedTuple):
    """One record before and after; None where it was not there."""

    kind: str
    id: str
    before: Fields | None
    after: Fields | None

    def changes(self) -> Iterator[tuple[str, Fields | None]]:
        """The files the record leaves and enters, with what each then holds."""
        if self.before is not None and (self.after is None or place_of(self.before) != place_of(self.after)):
            yield place_of(self.before), None
        if self.after is not None:
            yield place_of(self.after), self.after


class Mark(NamedTuple):
    """What is to be remembered beside a record, before and after; None for nothing."""

    place: str
    id: str
    before: Fields | None
    after: Fields | None


class Change(NamedTuple):
    """Something a person did, with everything it touched."""

    at: str
    what: str
    edits: tuple[Edit, ...]
    turn: Turn | None = None
    of: int = 0
    """The change that is turned."""
    number: int = 0
    """Given by the history when it is decided."""
    first: int = 0
    """The first of the changes decided together with this one."""
    marks: tuple[Mark, ...] = ()
    """What is to be remembered of the records."""
    is_merge: bool = False
    """Whether it brought in what another machine did, or took that back."""
    is_arrival: bool = False
    """Whether it only follows what another machine did."""

    def files(self) -> set[str]:
        """The data files it touches."""
        return {name for edit in self.edits for name, _ in edit.changes()} | {
            mark.place for mark in self.marks
        }

    def tables(self) -> Iterator[tuple[str, str, str, Fields | None]]:
        """What it does, row by row: file, table, id, and what then stands there."""
        for edit in self.edits:
            for name, fields in edit.changes():
                yield name, edit.kind, edit.id, fields
        for mark in self.marks:
            yield mark.place, VERSIONS, mark.id, mark.after


class Tail(NamedTuple):
    """How the history ends."""

    segment: str
    size: int
    is_open: bool
    """Whether the next change goes into this segment. One that is full, or ends in something unreadable,
    is left as it is."""
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
    """The lines, in segments of about a quarter of a megabyte. What was written is never written over.

    Writers hold the lock and begin with `tail`; until they let go, what it said is known.
    """

    def __init__(self, folder: str, sealing: Sealing) -> None:
        self._folder = folder
        self._sealing = sealing
        self._known: Tail | None = None
        self._is_synced = False

    def tail(self) -> Tail:
        """How the history ends now."""
        known = self._known
        if known is None or known.size != _size(known.segment) or not self._is_last(known):
            self._known = known = self._read_tail()
        return known

    def _is_last(self, known: Tail) -> bool:
        """A segment grows until it is full, so while the one we know has not, it is the last."""
        return known.is_open or self.segments()[-1:] in ([], [known.segment])

    def next_number(self, above: int) -> int:
        """The number the next change gets: above all here, and above what the data files have seen."""
        return max((self._known or self.tail()).last, above) + 1

    def append(self, numbered: list[Change]) -> None:
        """Decided: on the disk when this returns, or not there at all."""
        tail = self._known or self.tail()
        segment, start = tail.segment, tail.size
        if not tail.is_open:
            segment, start = self._new_segment(numbered[0].number), 0
        content = b"".join(self._line(_to_json(each)) for each in numbered)
        try:
            self._write_at(segment, start, content)
        except BaseException:
            self._known = None
            raise
        size = start + len(content)
        self._known = Tail(segment, size, size <= SEGMENT_BYTES, numbered[-1].number, tuple(numbered))

    def turn_page(self, at: str) -> None:
        """Closes a full segment with an empty line in a new one: nobody has to read it to see the end."""
        tail = self.tail()
        if tail.last and not tail.is_open:
            self.append([Change(at, "a new page", (), number=tail.last + 1, first=tail.last + 1)])

    def settle(self) -> None:
        """All that is decided has reached its files; the next opening would find out by itself."""
        self._known = (self._known or self.tail())._replace(settled=True)

    def _write_at(self, segment: str, start: int, content: bytes) -> None:
        if start == 0:
            files.make_folder(self._folder)
        file = files.create(segment) if start == 0 else os.open(segment, os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.lseek(file, start, os.SEEK_SET)
            files.write(file, content)
            files.sync(file)
            if start == 0 or not self._is_synced:
                # A segment we found may be the work of a process killed before it could sync the folder.
                files.sync_folder(self._folder)
                self._is_synced = True
        except BaseException:
            with suppress(OSError):
                os.ftruncate(file, start)
            raise
        finally:
            os.close(file)

    def backwards(self) -> Iterator[Change | None]:
        """All changes, the latest first; None stands for changes that are missing or cannot be read."""
        for line in self._lines_backwards():
            yield None if line is None else _from_json(json.loads(line[1]))

    def after(self, number: int, touching: str | None = None) -> tuple[list[Change], bool]:
        """The changes behind this one in order, all or those of one file; and whether none is missing."""
        mark = b"" if touching in {None, STANDING} else b'"%s' % str(touching).encode()
        later: list[Change] = []
        whole = True
        oldest = None
        for line in self._lines_backwards():
            if line is None:
                whole = False
                continue
            oldest = line[0]
            if oldest <= number:
                break
            if not mark or mark in line[1]:
                change = _from_json(json.loads(line[1]))
                if touching is None or touching in change.files():
                    later.append(change)
        reaches = oldest is not None and oldest <= number + 1
        return later[::-1], whole and reaches

    def _lines_backwards(self) -> Iterator[tuple[int, bytes] | None]:
        """The number and text of every readable line, the latest first; None where numbers are missing.

        A line that was never decided (a write cut off) leaves no gap in the numbers, and is passed over.
        """
        newer = 0
        for segment in reversed(self.segments()):
            for raw in reversed(files.read(segment).split(b"\n")):
                try:
                    line = self._opened(raw)
                    number = _number(line)
                except ValueError:
                    continue
                if newer and number != newer - 1:
                    yield None
                newer = number
                yield number, line

    def _read_tail(self) -> Tail:
        latest: list[Change] = []
        for change in self.backwards():
            if change is None:
                break
            latest.append(change)
            if change.number == latest[0].first:
                break
        segment = (self.segments() or [self._new_segment(1)])[-1]
        ending = files.read(segment).rpartition(b"\n") if os.path.exists(segment) else (b"", b"", b"")
        size = _size(segment)
        return Tail(
            segment,
            size,
            0 < size <= SEGMENT_BYTES and not ending[2] and self._is_readable(ending[0]),
            latest[0].number if latest else 0,
            tuple(reversed(latest)),
            settled=not latest,
        )

    def _is_readable(self, lines: bytes) -> bool:
        """Whether the last of the lines is."""
        try:
            _number(self._opened(lines[lines.rfind(b"\n") + 1 :]))
        except ValueError:
            return False
        return True

    def segments(self) -> list[str]:
        """The files, oldest first. What else lies there is not ours."""
        return [os.path.join(self._folder, name) for name in files.names_in(self._folder) if is_segment(name)]

    def _new_segment(self, number: int) -> str:
        """The name of a segment that is not there yet and sorts behind all others."""
        name = f"{number:010d}"
        while os.path.exists(path := os.path.join(self._folder, name + _ENDING)):
            name += "_"
        return path

    def _line(self, kept: dict[str, Any]) -> bytes:
        return with_sum(seal_line(self._sealing, HISTORY, one_line(kept).encode()))

    def _opened(self, raw: bytes) -> bytes:
        """The line, as it was before it was sealed; ValueError when it is none of ours."""
        return open_line(self._sealing, HISTORY, without_sum(raw))

    def forget(self) -> None:
        """The segments were written anew."""
        self._known = None


def sealed_anew(raw: bytes, opens: Opens, sealing: Sealing) -> tuple[bytes, bool]:
    """A segment in another form; and whether no line was left out because it was cut off."""
    turned, is_whole = [], True
    for line in raw.split(b"\n"):
        try:
            plain = open_line(opens, HISTORY, without_sum(line))
            turned.append(with_sum(seal_line(sealing, HISTORY, plain)))
        except ValueError:
            is_whole = is_whole and not line
    return b"".join(turned), is_whole


def is_segment(name: str) -> bool:
    """Whether a file of the history is called so. What a sync tool left beside one is none."""
    return _SEGMENT.fullmatch(name) is not None


def decided_in(raw: bytes, sealing: Sealing) -> Iterator[Change]:
    """The changes in the bytes of a segment, in order; what cannot be read is passed over."""
    for line in raw.split(b"\n"):
        with suppress(ValueError, KeyError, TypeError):
            yield _from_json(json.loads(open_line(sealing, HISTORY, without_sum(line))))


def _number(line: bytes) -> int:
    """The number of a change, without parsing all of it."""
    if not line.startswith(_START):
        raise ValueError("this is no change")
    return int(line[len(_START) : line.index(b",")])


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
    if change.marks:
        kept["marks"] = [[each.place, each.id, each.before, each.after] for each in change.marks]
    if change.is_merge:
        kept["merged"] = True
    if change.is_arrival:
        kept["arrived"] = True
    return kept


def _from_json(kept: dict[str, Any]) -> Change:
    turns: tuple[Turn, ...] = ("undo", "redo", "withdraw")
    turn = next((each for each in turns if each in kept), None)
    return Change(
        at=kept["at"],
        what=kept["what"],
        edits=tuple(Edit(*each) for each in kept["edits"]),
        turn=turn,
        of=kept[turn] if turn else 0,
        number=kept["number"],
        first=kept.get("first", kept["number"]),
        marks=tuple(Mark(*each) for each in kept.get("marks", ())),
        is_merge=kept.get("merged", False),
        is_arrival=kept.get("arrived", False),
    )


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0
