"""What is taken out of months that rest and kept together, for whoever looks at all of them.

A note of this machine, never the truth: a part holds only as long as its file is the very one it was taken
from, the note only as long as every byte of it is as it was written. Without it everything is read from the
files. With protection it is sealed; without, its checksum guards against accidents: whoever can forge it
can forge a month.
"""

from __future__ import annotations

import json
import os
from binascii import crc32
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from coach.core.errors import CoachError
from coach.store import files
from coach.store.data_file import opened
from coach.store.format import FORMAT, decode
from coach.store.history import STANDING
from coach.store.machine import sum_of
from coach.store.sealing import SEALED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coach.core.paths import Paths
    from coach.store.format import Tables
    from coach.store.store import Store

    Parts = Mapping[str, bytes | None]
    """By their names; nothing where a part is too large to be kept."""

_SUM = len("00000000\n")
_MANY = 3
"""Months that rest and are not here: when so many are asked for, all are taken in."""
_TOO_LARGE = -1


class _Source(NamedTuple):
    """The file parts were taken from, as it was then."""

    path: str
    identity: tuple[int, ...]
    number: int
    places: Mapping[str, Sequence[int]]
    """Where each part begins, and how long it is."""


class Kept:
    """Parts of all months that rest, in one file."""

    def __init__(
        self, store: Store, name: str, form: Callable[[], str], make: Callable[[Tables], Parts]
    ) -> None:
        self._store = store
        self._name = name
        self._form = form
        """What the parts are made like: others are made anew."""
        self._make = make
        self._seen: tuple[int, ...] | None = None
        self._sources: dict[str, _Source] = {}
        self._body = memoryview(b"")
        self._missed: set[str] = set()

    @property
    def path(self) -> str:
        """Where it lies."""
        return os.path.join(self._store.paths.kept, self._name)

    def part(self, month: str, name: str) -> memoryview | None:
        """One part of a month: empty where there is none, nothing where the file has to be looked into."""
        parts = self.parts(month)
        return parts and parts(name)

    def parts(self, month: str) -> Callable[[str], memoryview | None] | None:
        """Gives the parts of a month, which is looked at now; nothing where it has to be looked into."""
        source = self._held([month]).get(month) or self._missing([month]).get(month)
        return partial(self._cut, source.places) if source else None

    def _cut(self, places: Mapping[str, Sequence[int]], name: str) -> memoryview | None:
        start, length = places.get(name, (0, 0))
        return None if start == _TOO_LARGE else self._body[start : start + length]

    def holding(self, months: Sequence[str], name: str) -> list[str]:
        """These months, without those of which it is known that there is no such part in them."""
        held = self._held(months)
        if len(held) < len(months):
            held = held | self._missing([month for month in months if month not in held])
        return [month for month in months if month not in held or name in held[month].places]

    def take_in(self) -> None:
        """All that rest and are not here yet, as far as that is possible now."""
        names = [name for name in self._store.data_files.names() if self._rests(name)]
        held = self._held(names)
        made = {name: found for name in names if name not in held and (found := self._taken(name))}
        if made:
            with suppress(CoachError, OSError), self._store.repairing(0):
                self._store.sealing.ready()
                self._write(held, made)

    def _missing(self, months: Iterable[str]) -> dict[str, _Source]:
        """Once many were asked for that are not here, they come in."""
        before = len(self._missed)
        self._missed |= {month for month in months if self._rests(month)}
        if not before < _MANY <= len(self._missed):
            return {}
        self.take_in()
        found = self._held(self._missed)
        if found:
            self._missed.clear()  # others may come to rest, or change
        return found

    def _rests(self, month: str) -> bool:
        return month != STANDING and month < f"{self._store.clock.now():%Y-%m}"

    def _held(self, months: Iterable[str]) -> dict[str, _Source]:
        """Of these months, those that are the files they were and have seen all this machine did to them."""
        sources, latest = self._read(), self._store.neighbours.latest_changes()
        return {
            month: source
            for month in months
            if (source := sources.get(month))
            and files.trace(source.path) == source.identity
            and latest.get(month, 0) <= source.number
        }

    def _read(self) -> dict[str, _Source]:
        found = files.trace(self.path)
        if found != self._seen:
            self._seen, self._sources, self._body = found, {}, memoryview(b"")
            if found is not None:
                try:
                    self._understand(files.read(self.path))
                except (OSError, ValueError, TypeError, KeyError, AttributeError, CoachError):
                    self._sources = {}
                    if self._store.sealing.refuses_open:
                        files.discard(self.path)  # it lay open, from before there was protection
        return self._sources

    def _understand(self, raw: bytes) -> None:
        content = self._store.sealing.open(self._name, raw)
        if int(content[:_SUM], 16) != crc32(memoryview(content)[_SUM:]):
            return
        ends = content.index(b"\n", _SUM) + 1
        head = json.loads(content[_SUM:ends])
        if head["of"] == self._of():
            path_of = self._store.data_files.path_of
            self._sources = {
                name: _Source(path_of(name), tuple(identity), number, places)
                for name, (identity, number, places) in head["months"].items()
            }
            self._body = memoryview(content)[ends:]

    def _of(self) -> list[object]:
        return [self._store.machine.name, self._form(), FORMAT]

    def _taken(self, name: str) -> tuple[tuple[int, ...], int, Parts] | None:
        """A month's parts, where it is whole, of one time, and all its changes are in it."""
        store, path = self._store, self._store.data_files.path_of(name)
        try:
            identity, raw = files.trace(path), files.read(path)
            content = decode(opened(store.sealing, name, raw), name)
            number = store.machine.number(name, content, sum_of(raw))
            if identity is None or identity != files.trace(path) or number is None or content.format > FORMAT:
                return None
            is_behind = store.neighbours.latest_changes().get(name, 0) > number
            return None if is_behind else (identity, number, self._make(content.tables))
        except (CoachError, OSError, ValueError):
            return None

    def _write(self, held: dict[str, _Source], made: dict[str, tuple[tuple[int, ...], int, Parts]]) -> None:
        body = bytearray()
        months: dict[str, tuple[tuple[int, ...], int, dict[str, tuple[int, int]]]] = {}

        def put(part: bytes | memoryview | None) -> tuple[int, int]:
            if part is None:
                return _TOO_LARGE, 0
            body.extend(part)
            return len(body) - len(part), len(part)

        for name, source in held.items():
            places = {each: put(self._cut(source.places, each)) for each in source.places}
            months[name] = source.identity, source.number, places
        for name, (identity, number, parts) in made.items():
            months[name] = identity, number, {each: put(part) for each, part in parts.items()}
        head = json.dumps({"of": self._of(), "months": months}, separators=(",", ":")).encode()
        content = b"%s\n%s" % (head, body)
        signed = b"%08x\n%s" % (crc32(content), content)
        files.make_folder(self._store.paths.kept)
        files.put(self.path, bytes(self._store.sealing.seal(self._name, signed)))


def forget(paths: Paths) -> None:
    """Away with all that is kept."""
    for name in files.names_in(paths.kept):
        files.discard(os.path.join(paths.kept, name))


def forget_open(paths: Paths) -> None:
    """Away with what lies open, where everything is to be sealed."""
    for name in files.names_in(paths.kept):
        path = os.path.join(paths.kept, name)
        with suppress(OSError):
            if not files.read(path).startswith(SEALED):
                files.discard(path)
