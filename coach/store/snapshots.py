"""Everything as it was at an earlier moment, or in a backup: looked at first, then brought back by one
change that undo takes back like any other."""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, DamagedError, LockedError
from coach.core.texts import filled, words
from coach.store import files, noted_files, underway
from coach.store.copies import worth_keeping
from coach.store.data_file import opened
from coach.store.data_files import is_name, revision_of
from coach.store.format import FORMAT, decode, kinds_in, newer
from coach.store.history import Edit, sealed_anew
from coach.store.repair import newest_copy, replay
from coach.store.sealing import PLAIN, is_protected
from coach.store.seals import Opened, keys_of
from coach.store.strays import strays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.format import Fields, Tables
    from coach.store.history import Change
    from coach.store.sealing import Opens
    from coach.store.store import Store

SAVES = 10
_LARGEST = 1 << 30
_DATA = "data/"
_KEYS = "keys"
_OURS = re.compile(r"config\.toml|history/[^/]+\.jsonl|data/[^/]+\.json|beside/.+\.jsonl?")
_HEAD = 256


@dataclass(frozen=True, slots=True)
class Moment:
    """A state everything can be brought back to."""

    number: int
    made: datetime
    what: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What bringing a state back would change, by kind and id."""

    back: tuple[tuple[str, str, Fields], ...]
    """Records that are gone now and would be back."""
    away: tuple[tuple[str, str, Fields], ...]
    """Records that are new since and would be gone."""
    changed: tuple[tuple[str, str, Fields], ...]
    """Records that would be as they were."""

    def __bool__(self) -> bool:
        return bool(self.back or self.away or self.changed)


def moments(store: Store) -> list[Moment]:
    """The states on offer, newest first: the last saves, and those the copies hold."""
    changes = [change for change in store.history.backwards() if change and change.edits]
    done = {change.number: change for change in changes}
    found = {change.number: _after(change) for change in changes[:SAVES]}
    for name in store.copies.names():
        for copy in worth_keeping(store.copies.of(name)):
            what = done[copy.number].what if copy.number in done else ""
            found.setdefault(copy.number, Moment(copy.number, copy.made, what))
    return [found[number] for number in sorted(found, reverse=True)]


def moment(store: Store, number: int) -> Moment | None:
    """The state after any change the history or a copy holds."""
    return next((each for each in _all_moments(store) if each.number == number), None)


def moment_before(store: Store, when: datetime) -> Moment | None:
    """The state at a time: after the last change that was made by then."""
    newest_first = sorted(_all_moments(store), key=lambda each: each.number, reverse=True)
    return next((each for each in newest_first if each.made <= when), None)


def _all_moments(store: Store) -> list[Moment]:
    return moments(store) + [_after(change) for change in store.history.backwards() if change]


def _after(change: Change) -> Moment:
    return Moment(change.number, datetime.fromisoformat(change.at), change.what)


def at_moment(store: Store, number: int) -> list[Tables]:
    """The data files as they were after a change: of each the newest copy before it and the history since."""
    bases = {name: newest_copy(store, name, up_to=number)[0] for name in store.data_files.names()}
    later, whole = store.history.after(min((base.revision for base in bases.values()), default=0))
    if not whole and any(base.revision < number for base in bases.values()):
        raise DamagedError(
            filled(words.store.error.the_history_does_not_reach_back, number=number),
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.coach_restore_lists_other_moments_backups,
        )
    until = [change for change in later if change.number <= number]
    return [replay(base, name, until)[0].tables for name, base in bases.items()]


def in_backup(store: Store, path: str, secret: str | None = None) -> list[Tables]:
    """The data files in a backup; all of them whole, or none."""
    return list(files_in_backup(store, path, secret).values())


def files_in_backup(store: Store, path: str, secret: str | None = None) -> dict[str, Tables]:
    """The data files in a backup by name; all of them whole, or none. One sealed with other keys than the
    data needs its own passphrase."""
    try:
        with zipfile.ZipFile(path) as archive:
            sealing = _sealing_of(archive, store, secret)
            found = {}
            for info in archive.infolist():
                name = os.path.basename(info.filename).removesuffix(".json")
                if info.filename.startswith(_DATA) and is_name(name):
                    if info.file_size > _LARGEST:
                        raise CoachError(
                            filled(words.store.error.in_is_too_large_to_be, filename=info.filename, path=path)
                        )
                    content = decode(opened(sealing, name, archive.read(info)), name)
                    if content.format > FORMAT:
                        raise newer(name)
                    found[name] = content.tables
            if not found:
                raise DamagedError(
                    filled(words.store.error.is_no_backup_of_coach, path=path),
                    kept=words.store.error.nothing_was_changed,
                )
            return found
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DamagedError(
            filled(words.store.error.is_not_a_whole_backup, path=path),
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.choose_another_one,
        ) from error


def is_sealed_backup(path: str) -> bool:
    """Whether a file is a backup that wants a passphrase."""
    return _KEYS in names_in(path)


def is_plain_backup(path: str) -> bool:
    """Whether a file is a backup of ours that anybody can read, and nothing else."""
    names = names_in(path)
    return any(name.startswith(_DATA) for name in names) and all(map(_OURS.fullmatch, names))


def names_in(path: str) -> list[str]:
    """What is in a zip; nothing where it is none."""
    if not os.path.isfile(path):
        return []
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return []


def _sealing_of(archive: zipfile.ZipFile, store: Store, secret: str | None) -> Opens:
    """What opens the files in a backup."""
    if _KEYS not in archive.namelist():
        return PLAIN
    from coach.store.keys import parsed

    keys, own = parsed(archive.read(_KEYS)), keys_of(store.sealing)
    if own and own.id == keys.id:
        return store.sealing
    if secret is None:
        raise LockedError(
            words.store.error.this_backup_is_protected,
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.its_passphrase_opens_it,
        )
    return Opened(keys.opened_by_any(secret)[0])


def difference(store: Store, wanted: list[Tables]) -> Difference:
    """What would change if the data were as wanted."""
    then = dict(_records(wanted))
    now = dict(_records([store.tables(name) for name in store.data_files.names()]))
    return Difference(
        tuple((*key, fields) for key, fields in then.items() if key not in now),
        tuple((*key, fields) for key, fields in now.items() if key not in then),
        tuple((*key, fields) for key, fields in then.items() if key in now and now[key] != fields),
    )


def bring_back(store: Store, wanted: list[Tables], what: str, shown: Difference | None = None) -> Difference:
    """The data as wanted, by one change; refused when it would be another one than was shown."""
    with store.change(what) as change:
        found = difference(store, wanted)
        if shown is not None and found != shown:
            raise CoachError(
                words.store.error.the_data_was_changed_since_you,
                kept=words.store.error.nothing_was_brought_back,
                do=words.store.error.look_again,
            )
        for kind, record_id, fields in found.back:
            change.edit(Edit(kind, record_id, None, fields))
        for kind, record_id, fields in found.away:
            change.edit(Edit(kind, record_id, fields, None))
        now = dict(_records([store.tables(name) for name in store.data_files.names()]))
        for kind, record_id, fields in found.changed:
            change.edit(Edit(kind, record_id, now[kind, record_id], fields))
    return found


def back_up(store: Store, path: str) -> int:
    """One file with all data, the history and the settings; gives its size."""
    with files.disk_trouble(kept=words.store.says.no_backup_was_written), store.writing():
        folder = os.path.dirname(path)
        if folder == store.paths.backups:
            files.make_folder(folder)
        if not os.path.isdir(folder):
            raise CoachError(
                filled(words.store.error.there_is_no_folder, folder=folder),
                kept=words.store.error.no_backup_was_written,
            )
        if os.path.exists(path):
            raise CoachError(
                filled(words.store.error.is_there_already, path=path),
                do=words.store.error.choose_another_name,
            )
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            for source, name in _sources(store):
                archive.writestr(_entry(store, name), files.read(source))
            _add_keys(store, archive)
        temporary = files.beside(path)
        with underway.noted(store, [temporary]):
            files.write_atomically(path, content.getvalue(), temporary)
    if folder != store.paths.backups and not is_protected(store.paths):
        noted_files.note(store, path)
    return len(content.getvalue())


def seal_backup(store: Store, path: str) -> None:
    """A backup from before there was protection, sealed as the data is now."""
    content = io.BytesIO()
    with files.disk_trouble(), zipfile.ZipFile(path) as old:
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                raw = old.read(info)
                name = os.path.basename(info.filename).removesuffix(".json")
                if info.filename.startswith(_DATA):
                    raw = bytes(store.sealing.seal(name, raw, revision_of(raw[:_HEAD]) or 0))
                elif info.filename.startswith("history/"):
                    raw, _ = sealed_anew(raw, PLAIN, store.sealing)
                new.writestr(info, raw)
            _add_keys(store, new)
        files.write_atomically(path, content.getvalue())


def _add_keys(store: Store, archive: zipfile.ZipFile) -> None:
    """With protection, what the passphrase opens: as it is in force, not as a file may have been harmed."""
    if keys := keys_of(store.sealing):
        archive.writestr(_entry(store, _KEYS), keys.line())


def _records(tables: list[Tables]) -> Iterator[tuple[tuple[str, str], Fields]]:
    for each in tables:
        for kind in kinds_in(each):
            for record_id, fields in each[kind].items():
                yield (kind, record_id), fields


def _sources(store: Store) -> Iterator[tuple[str, str]]:
    for name in store.data_files.names():
        yield store.data_files.path_of(name), f"{_DATA}{name}.json"
    for path in store.history.segments():
        yield path, f"history/{os.path.basename(path)}"
    for path in strays(store):
        yield path, f"beside/{os.path.relpath(path, store.paths.home)}"
    if os.path.exists(store.paths.config):
        yield store.paths.config, "config.toml"


def _entry(store: Store, name: str) -> zipfile.ZipInfo:
    now = store.clock.now()
    entry = zipfile.ZipInfo(name, (max(now.year, 1980), now.month, now.day, now.hour, now.minute, now.second))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = files.FILE_MODE << 16
    return entry
