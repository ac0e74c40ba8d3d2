"""Making a damaged file whole again: the newest copy that can be read, and the history since.

The damaged bytes go to the quarantine folder; nothing is thrown away.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from coach.core.errors import CoachError, DamagedError
from coach.core.kinds import class_of, is_known
from coach.core.texts import filled, words
from coach.store import files, inbox
from coach.store.data_file import load, opened
from coach.store.format import (
    FORMAT,
    META,
    VERSIONS,
    Content,
    Fields,
    Tables,
    encode,
    kinds_in,
    newer,
    put_row,
)
from coach.store.history import Change, Edit, place_of
from coach.store.sealing import sealed_aside_as
from coach.store.seals import is_sealed
from coach.store.strays import tables_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from coach.store.store import Store


@dataclass(frozen=True, slots=True)
class Offer:
    """What a repair of one file would bring."""

    name: str
    made: datetime | None
    """When the copy was made; None when there is none and the history alone has to do."""
    replayed: int
    """Changes taken from the history on top of the copy."""
    whole: bool
    """Whether nothing is missing."""
    records: int
    content: Content
    left_out: int = 0
    """Records that can still be read in the file as it lies, and are not in what is offered, or not so."""

    @property
    def is_hopeless(self) -> bool:
        """Whether there is nothing to make the file of."""
        return self.made is None and not self.replayed and not self.whole


def offer(store: Store, name: str) -> Offer:
    """The best that can be made of a damaged or missing file."""
    base, made = newest_copy(store, name)
    later, whole = store.history.after(base.revision)
    content, replayed = replay(base, name, later)
    count = sum(len(content.tables[kind]) for kind in kinds_in(content.tables))
    return Offer(name, made, replayed, whole, count, content, _left_out(store, name, content))


def _left_out(store: Store, name: str, content: Content) -> int:
    try:
        found = tables_in(store, store.data_files.path_of(name))
    except (OSError, DamagedError):
        return 0
    return sum(
        content.tables.get(kind, {}).get(record_id) != fields
        for kind in kinds_in(found)
        for record_id, fields in found[kind].items()
    )


def replay(base: Content, name: str, changes: Iterable[Change]) -> tuple[Content, int]:
    """A file as it was after the changes, from an earlier state of it; and how many touched it."""
    tables = {table: dict(records) for table, records in base.tables.items()}
    revision, count = base.revision, 0
    for change in changes:
        if change.number <= base.revision:
            continue
        for place, table, record_id, fields in change.tables():
            if place == name:
                revision, count = change.number, count + (table != VERSIONS)
                put_row(tables, table, record_id, fields)
    return Content(tables, base.format, revision), count


def newest_copy(store: Store, name: str, up_to: int | None = None) -> tuple[Content, datetime | None]:
    """The newest readable copy of a file, at most `up_to` a change; an empty file where there is none."""
    for copy in reversed(store.copies.of(name)):
        if up_to is None or copy.number <= up_to:
            try:
                content = load(copy.path, name, store.sealing)
                is_ours = content.by in {"", store.machine.name} and content.revision == copy.number
                if not is_ours and os.path.samefile(copy.path, store.data_files.path_of(name)):
                    continue  # a link of an earlier coach, and somebody wrote into both
            except (OSError, CoachError):
                continue
            if content.format <= FORMAT:
                return content._replace(revision=copy.number), copy.made
    return Content({}, FORMAT, 0), None


def behind(store: Store) -> dict[str, int]:
    """Files that lack changes the history has, as when a sync tool brought an old one back."""
    decided: dict[str, list[int]] = {}
    for change in store.history.backwards():
        for name in change.files() if change else ():
            decided.setdefault(name, []).append(change.number if change else 0)
    found = {}
    for name in sorted(decided):
        try:
            seen = store.data_files.file(name).staging.number
        except CoachError:
            continue
        if seen is not None and (missed := sum(number > seen for number in decided[name])):
            found[name] = missed
    return found


def is_cut_off(store: Store) -> bool:
    """Whether the history ends before changes that data files have seen."""
    last = store.history.tail().last
    return store.data_files.latest_number(last) > last


def begin_history_anew(store: Store) -> None:
    """A history that was lost begins anew, above everything the data files have seen."""
    with store.repairing():
        number = store.history.next_number(above=store.data_files.latest_number(0))
        store.history.append(
            [Change(store.stamp(), words.store.says.undo_began, (), number=number, first=number)]
        )
        store.history.settle()


def apply(store: Store, chosen: Offer) -> str | None:
    """Puts the file as offered in its place; gives the path of the damaged bytes, if there were any."""
    with store.repairing():
        if offer(store, chosen.name).content != chosen.content:
            raise CoachError(
                filled(words.store.error.was_changed_meanwhile, name=chosen.name),
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.look_at_the_offer_again,
            )
        return _put(store, chosen.name, chosen.content)


def give_up(store: Store, name: str) -> str | None:
    """Goes on without a file that nothing can make whole; gives the path of its bytes."""
    with store.repairing():
        return _put(store, name, Content({}, FORMAT, store.history.tail().last))


def accept(store: Store, name: str) -> int:
    """Takes a file that was changed outside coach as it stands, as one change; gives its records' number."""
    others = [each for each in store.damage.names() if each != name]
    if others:
        raise DamagedError(
            filled(words.store.error.is_damaged_too, value=others[0]),
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.repair_that_first,
        )
    now = _as_it_stands(store, name)
    with store.repairing():
        _put(store, name, offer(store, name).content)
    with store.change(filled(words.store.says.undo_accepted, name=name)) as change:
        before = store.tables(name)
        for kind in kinds_in({*before, *now}):
            was, becomes = before.get(kind, {}), now.get(kind, {})
            for record_id in {*was, *becomes}:
                change.edit(Edit(kind, record_id, was.get(record_id), becomes.get(record_id)))
    return sum(len(now[kind]) for kind in kinds_in(now))


def _as_it_stands(store: Store, name: str) -> Tables:
    """The records of a file whose checksum does not matter; one that is not made of records is refused."""
    try:
        raw = opened(store.sealing, name, files.read(store.data_files.path_of(name)))
        kept: dict[str, Any] = json.loads(raw, parse_constant=_refuse_constant)
        form = kept.pop(META, {}).get("file", {}).get("format", FORMAT)
        for kind in kinds_in(kept):
            for record_id, fields in kept[kind].items():
                _check_record(name, kind, record_id, fields)
    except (OSError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise DamagedError(
            filled(words.store.error.does_not_hold_records_as_docs, name=name, error=error),
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.correct_the_file_or_see_what,
        ) from error
    if form > FORMAT:
        raise newer(name)
    return kept


def _check_record(name: str, kind: str, record_id: str, fields: Fields) -> None:
    if place_of(fields) != name:
        raise ValueError(f"{record_id} belongs to {place_of(fields)}")
    if is_known(kind):
        class_of(kind).read(record_id, fields)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def set_aside(store: Store, path: str, name: str = "") -> str:
    """Keeps the bytes of a file that cannot be read; gives their path. What was sealed as `name` is opened,
    if it can be: here it gets another name."""
    files.make_folder(store.paths.quarantine)
    stamp = store.clock.now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    place = os.path.join(store.paths.quarantine, f"{stamp}-{os.path.basename(path)}")
    raw = files.read(path)
    with suppress(ValueError):
        raw = store.sealing.open(name, raw)
    files.write_atomically(place, raw if is_sealed(raw) else store.sealing.seal(sealed_aside_as(place), raw))
    return place


def set_captures_aside(store: Store) -> list[str]:
    """Moves captures that cannot be read or were cut off out of the inbox; gives where they are now."""
    with store.repairing():
        places = set_all_captures_aside(store)
    store.refresh()
    return places


def set_all_captures_aside(store: Store) -> list[str]:
    """Sets every capture aside, inside the lock."""
    places = []
    _, unreadable = inbox.captured(store.paths.inbox, store.sealing)
    for path in (*unreadable, *files.leftovers(store.paths.inbox)):
        places.append(set_aside(store, path))
        files.discard(path)
    return places


def _put(store: Store, name: str, content: Content) -> str | None:
    """Puts the content in the place of a file whose bytes go to the quarantine. Inside the lock."""
    if content.format > FORMAT:
        raise newer(name)
    path = store.data_files.path_of(name)
    files.make_folder(os.path.dirname(path))
    aside = set_aside(store, path, name) if os.path.exists(path) else None
    sealed = store.sealing.seal(
        name, encode(name, content.tables, content.revision, by=store.machine.name), content.revision
    )
    files.write_atomically(path, sealed)
    store.copies.add(name, content.revision, store.clock.now(), path, always=True)
    store.look_for_damage()
    return aside
