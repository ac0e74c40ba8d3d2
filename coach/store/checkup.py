"""Looks at everything on the disk and says what is well and what is not. Changes nothing."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.core.counting import counted
from coach.core.errors import BusyError, CoachError
from coach.core.kinds import class_of, is_known
from coach.store import files, repair, underway
from coach.store.data_file import load
from coach.store.format import FORMAT
from coach.store.plain_copies import plain_copies
from coach.store.seals import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.format import Content
    from coach.store.store import Store

State = Literal["well", "note", "damaged"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    state: State
    what: str
    do: str = ""


def check(store: Store) -> Iterator[Finding]:
    """Every finding, the data first."""
    if not os.path.isdir(store.paths.home):
        yield Finding(
            "note", f"there is nothing at {store.paths.home}", "`coach paths` shows where coach looks"
        )
        return
    yield from _data(store)
    yield from _copies(store)
    yield from _history(store)
    yield from _inbox(store)
    yield from _outside(store)
    yield from _rights(store)
    yield from _protection(store)
    yield _lock(store)


def damaged(store: Store) -> list[str]:
    """The data files that are damaged, missing or behind the history."""
    found = store.data_files.missing() | repair.behind(store).keys()
    for name in store.data_files.names():
        try:
            _read(store, name)
        except CoachError:
            found.add(name)
    return sorted(found)


def _read(store: Store, name: str) -> Content:
    with files.disk_trouble(kept=""):
        return load(store.data_files.path_of(name), name, store.sealing)


def _data(store: Store) -> Iterator[Finding]:
    names = store.data_files.names()
    records = 0
    for name in names:
        try:
            content = _read(store, name)
        except CoachError as error:
            by_hand = f"; or --accept {name}, if you changed it yourself" if "checksum" in error.what else ""
            yield Finding("damaged", error.what, f"coach doctor --repair {name}{by_hand}")
            continue
        for kind, table in content.tables.items():
            for record_id, fields in table.items() if is_known(kind) else ():
                try:
                    class_of(kind).read(record_id, fields)
                except CoachError as error:
                    yield Finding(
                        "damaged", error.what, f"correct it in {name}, then coach doctor --accept {name}"
                    )
        if content.format > FORMAT:
            yield Finding("note", f"{name} was written by a newer coach and is read only", "update coach")
        records += sum(len(table) for table in content.tables.values())
    behind = repair.behind(store)
    for name, missed in behind.items():
        if name not in names:
            continue
        what = f"{name} is older than the history: {missed} changes are not in it"
        yield Finding("damaged", what, f"coach doctor --repair {name}")
    for name in sorted(store.data_files.missing() | behind.keys() - set(names)):
        yield Finding("damaged", f"{name} is missing", f"coach doctor --repair {name}")
    yield Finding(
        "well", f"{counted(len(names), 'data-file')} with {counted(records, 'record')} read and checked"
    )


def _copies(store: Store) -> Iterator[Finding]:
    count = unreadable = 0
    for name in store.copies.names():
        for copy in store.copies.of(name):
            count += 1
            try:
                load(copy.path, name, store.sealing)
            except (CoachError, OSError):
                unreadable += 1
    if unreadable:
        yield Finding("note", f"{unreadable} of {count} copies cannot be read; the others are whole")
    else:
        yield Finding("well", f"{counted(count, 'copy')} read and checked")


def _history(store: Store) -> Iterator[Finding]:
    changes = list(store.history.backwards())
    gaps = sum(change is None for change in changes)
    count = sum(bool(change and change.edits) for change in changes)
    if repair.is_cut_off(store):
        yield Finding("damaged", "the history lacks its latest changes", "coach doctor --repair history")
    if gaps:
        what = f"{counted(gaps, 'gap')} in the history: undo stops there, and a repair may miss changes"
        yield Finding("note", what, "coach backup keeps what is there now")
    yield Finding("well", f"{counted(count, 'change')} in the history")


def _inbox(store: Store) -> Iterator[Finding]:
    for path in store.damage.captures:
        yield Finding(
            "damaged", f"a capture cannot be read: {os.path.basename(path)}", "coach doctor --repair inbox"
        )
    if left := files.leftovers(store.paths.inbox):
        what = f"{len(left)} captures were cut off while being written and never confirmed"
        yield Finding("note", what, "coach doctor --repair inbox")


def _outside(store: Store) -> Iterator[Finding]:
    if underway.is_unreadable(store):
        what = "what was being written elsewhere is noted in a file that cannot be read"
        do = f"look for *{files.TEMPORARY} where you export to, then remove {store.paths.underway}"
        yield Finding("note", what, do)
    for path in underway.left(store):
        yield Finding(
            "note", f"{path} was cut off while being written, and nobody needs it", "remove it by hand"
        )


def _protection(store: Store) -> Iterator[Finding]:
    keys = keys_of(store.sealing)
    if keys is None:
        return
    yield Finding("well", "everything here is sealed with a passphrase")
    if "recovery" not in keys.locks:
        yield Finding("note", "there is no recovery sheet", "coach protect --sheet")
    if found := plain_copies(store):
        what = f"{counted(len(found), 'file')} can be read without the passphrase"
        yield Finding("note", what, "coach protect")


def _rights(store: Store) -> Iterator[Finding]:
    open_to_others = [path for path in _all_paths(store.paths.home) if _open_to_others(path)]
    if open_to_others:
        first = os.path.relpath(open_to_others[0], store.paths.home)
        yield Finding(
            "note", f"{len(open_to_others)} files or folders can be read by others, first: {first}",
            "coach doctor --repair rights",
        )  # fmt: skip
    else:
        yield Finding("well", "only you can read the files")


def close_to_others(store: Store) -> int:
    """Takes the rights of others away; gives how many files and folders it changed."""
    wrong = [path for path in _all_paths(store.paths.home) if _open_to_others(path)]
    for path in wrong:
        os.chmod(path, files.FOLDER_MODE if os.path.isdir(path) else files.FILE_MODE)
    return len(wrong)


def _lock(store: Store) -> Finding:
    try:
        with store.repairing():
            return Finding("well", "the lock can be taken")
    except BusyError:
        return Finding("note", "another coach is writing right now")
    except CoachError as error:
        return Finding("note", f"nothing can be written here: {error.what}", error.do)


def _all_paths(home: str) -> Iterator[str]:
    yield home
    for folder, folders, names in os.walk(home):
        yield from (os.path.join(folder, name) for name in (*folders, *names))


def _open_to_others(path: str) -> bool:
    try:
        return bool(stat.S_IMODE(os.lstat(path).st_mode) & 0o077) and not os.path.islink(path)
    except OSError:
        return False
