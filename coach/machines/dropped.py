"""Texts that any tool drops into the inbox, a phone's too: each becomes an entry, once."""

from __future__ import annotations

import codecs
import os
import stat
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coach.core.days import instant
from coach.core.errors import CoachError
from coach.core.ids import new_id
from coach.core.texts import filled, words
from coach.exchange.incoming import Entries
from coach.exchange.notes import read_note, unknown_in
from coach.store import files, repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.store.format import Fields

ENDINGS = (".txt", ".md", ".markdown")
MOST_BYTES, MOST_FILES = 1 << 20, 500
_STILL = 2.0
"""Seconds a file has not been written to before it is taken for whole."""


class Dropped(NamedTuple):
    """One of them."""

    path: str
    raw: bytes
    changed: float

    @property
    def name(self) -> str:
        """What it is called."""
        return os.path.basename(self.path)


def names(inbox: str) -> list[str]:
    """What is called as a text is. Costs a look at the folder."""
    return [each for each in files.names_in(inbox) if each.lower().endswith(ENDINGS) and each[0] != "."]


def take_in(coach: Coach) -> int:
    """All that have arrived in full, in one change; gives how many. What cannot be taken stays."""
    dropped = list(islice(_understood(coach), MOST_FILES))
    if not dropped:
        return 0
    new, taken = [], []
    with coach.store.change("") as change:
        for path, records in dropped:
            taken.append(path)
            for record_id, fields in records:
                if not coach.store.was_ever_here("entries", record_id):
                    change.add("entries", record_id, fields)
                    new.append(record_id)
        change.what = filled(words.machines.undo.dropped, count=len(new))
    for path in taken:
        with coach.store.repairing():
            repair.set_aside(coach.store, path)
            files.discard(path)
    return len(new)


def is_any_fresh(inbox: str) -> bool:
    """Whether one was written to just now."""
    return any(
        (there := files.identity(os.path.join(inbox, name))) is not None and not _is_still(there[2] / 1e9)
        for name in names(inbox)
    )


def _is_still(changed: float) -> bool:
    return abs(instant() / 1e9 - changed) >= _STILL


def _understood(coach: Coach) -> Iterator[tuple[str, list[tuple[str, Fields]]]]:
    """The path of each that can be taken, and what it becomes: however many others lie there."""
    for name in names(coach.paths.inbox):
        dropped = _read(coach, name)
        if dropped and (records := _records(coach, dropped)):
            yield dropped.path, records


def _read(coach: Coach, name: str) -> Dropped | None:
    """A plain file of a size somebody may have written, that nobody writes to just now."""
    path = os.path.join(coach.paths.inbox, name)
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        found = os.fstat(file)
        is_whole = found.st_size <= MOST_BYTES and _is_still(found.st_mtime)
        if not (stat.S_ISREG(found.st_mode) and is_whole):
            return None
        raw = os.read(file, MOST_BYTES + 1)
    except OSError:
        return None
    finally:
        os.close(file)
    return Dropped(path, raw, found.st_mtime) if raw.strip() and len(raw) <= MOST_BYTES else None


def _records(coach: Coach, dropped: Dropped) -> list[tuple[str, Fields]]:
    """What it becomes; nothing where its day is none anybody lives in."""
    try:
        return _entry(coach, dropped)
    except (ValueError, OverflowError, OSError):
        return []


def _entry(coach: Coach, dropped: Dropped) -> list[tuple[str, Fields]]:
    """Its day stands in its front matter or its name; else it is when it was written. Its id follows from
    its name and what it says, so that two machines make the same entry of it."""
    text = text_of(dropped.raw)
    if text is None:
        return []
    written = coach.clock.at(datetime.fromtimestamp(dropped.changed, UTC).replace(microsecond=0))
    named = dropped.name.encode("utf-8", "surrogateescape") + b"\0"
    own_id = new_id(0, sha256(named + dropped.raw).digest()[:8])
    found = Entries(coach, "inbox")
    if rest := unknown_in(text):
        text = f"{text.rstrip()}\n\n{rest}"
    read_note(found, dropped.name, text, at=written, record_id=own_id)
    return [(record_id, fields) for _, record_id, fields in found.records]


def text_of(raw: bytes) -> str | None:
    """A text as whatever wrote it meant it; nothing where it is none."""
    for mark, form in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(form)
    if b"\0" in raw:
        return None
    for form in ("utf-8-sig", "cp1252", "latin-1"):
        with suppress(UnicodeDecodeError):
            return raw.decode(form)
    return None


def told(coach: Coach) -> str:
    """Takes in what was dropped, and says so in a line; nothing where nothing was."""
    if not names(coach.paths.inbox):
        return ""
    try:
        count = take_in(coach)
    except CoachError:
        return ""  # busy, full, damaged: it waits where it lies
    return filled(words.machines.dropped.taken, count=count) if count else ""
