"""Looks at everything on the disk and says what is well and what is not. Changes nothing."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from coach.core.counting import counted
from coach.core.errors import BusyError, CoachError, DamagedError
from coach.core.kinds import class_of, is_known
from coach.core.texts import filled, words
from coach.store import files, repair, underway
from coach.store.data_file import load
from coach.store.format import FORMAT, kinds_in
from coach.store.marking import check_marks
from coach.store.plain_copies import plain_copies
from coach.store.seals import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.paths import Paths
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
            "note",
            filled(words.store.says.there_is_nothing_at, home=store.paths.home),
            words.store.says.coach_paths_shows_where_coach_looks,
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
        content = load(store.data_files.path_of(name), name, store.sealing)
    check_marks(content.tables)
    return content


def _is_half(store: Store, name: str) -> bool:
    """Whether another machine's file is on its way here."""
    try:
        _ = store.data_files.file(name).staging.content
    except DamagedError as error:
        return error.do == words.store.error.look_again_in_a_moment
    except CoachError:
        return False
    return False


def _unread(store: Store, name: str, error: CoachError) -> Finding:
    if _is_half(store, name):
        return Finding("note", filled(words.store.error.has_not_arrived_in_full, name=name))
    is_changed = "checksum" in error.what
    by_hand = filled(words.store.says.or_accept_if_you_changed_it, name=name) if is_changed else ""
    return Finding("damaged", error.what, f"coach doctor --repair {name}{by_hand}")


def _data(store: Store) -> Iterator[Finding]:
    names = store.data_files.names()
    records = 0
    for name in names:
        try:
            content = _read(store, name)
        except CoachError as error:
            yield _unread(store, name, error)
            continue
        for kind, table in content.tables.items():
            for record_id, fields in table.items() if is_known(kind) else ():
                try:
                    class_of(kind).read(record_id, fields)
                except CoachError as error:
                    yield Finding(
                        "damaged",
                        error.what,
                        filled(words.store.says.correct_it_in_then_coach_doctor, name=name, name_2=name),
                    )
        if content.format > FORMAT:
            yield Finding(
                "note",
                filled(words.store.says.was_written_by_a_newer_coach, name=name),
                words.store.says.update_coach,
            )
        records += sum(len(content.tables[kind]) for kind in kinds_in(content.tables))
    behind = repair.behind(store)
    for name, missed in behind.items():
        if name not in names:
            continue
        what = filled(words.store.says.is_older_than_the_history_changes, name=name, missed=missed)
        yield Finding("damaged", what, f"coach doctor --repair {name}")
    for name in sorted(store.data_files.missing() | behind.keys() - set(names)):
        yield Finding(
            "damaged", filled(words.store.says.is_missing, name=name), f"coach doctor --repair {name}"
        )
    yield Finding(
        "well",
        filled(
            words.store.says.with_read_and_checked,
            count=counted(len(names), "data-file"),
            count_2=counted(records, "record"),
        ),
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
        yield Finding(
            "note", filled(words.store.says.of_copies_cannot_be_read_the, unreadable=unreadable, count=count)
        )
    else:
        yield Finding("well", filled(words.store.says.read_and_checked, count=counted(count, "copy")))


def _history(store: Store) -> Iterator[Finding]:
    changes = list(store.history.backwards())
    gaps = sum(change is None for change in changes)
    count = sum(bool(change and change.edits) for change in changes)
    if repair.is_cut_off(store):
        yield Finding(
            "damaged", words.store.says.the_history_lacks_its_latest_changes, "coach doctor --repair history"
        )
    if gaps:
        what = filled(words.store.says.in_the_history_undo_stops_there, count=counted(gaps, "gap"))
        yield Finding("note", what, words.store.says.coach_backup_keeps_what_is_there)
    yield Finding("well", filled(words.store.says.in_the_history, count=counted(count, "change")))


def _inbox(store: Store) -> Iterator[Finding]:
    for path in store.damage.captures:
        yield Finding(
            "damaged",
            filled(words.store.says.a_capture_cannot_be_read, path=os.path.basename(path)),
            "coach doctor --repair inbox",
        )
    texts = [name for name in files.names_in(store.paths.inbox) if not name.startswith(".")]
    if odd := [name for name in texts if not name.endswith(".json")]:
        what = filled(
            words.store.says.in_the_inbox_is_no_entry, count=counted(len(odd), "file"), first=odd[0]
        )
        yield Finding("note", what, words.store.says.what_becomes_an_entry)
    if left := files.leftovers(store.paths.inbox):
        what = filled(words.store.says.captures_were_cut_off_while_being, count=len(left))
        yield Finding("note", what, "coach doctor --repair inbox")


def _outside(store: Store) -> Iterator[Finding]:
    if underway.is_unreadable(store):
        what = words.store.says.what_was_being_written_elsewhere_is
        do = filled(
            words.store.says.look_for_where_you_export_to,
            TEMPORARY=files.TEMPORARY,
            underway=store.paths.underway,
        )
        yield Finding("note", what, do)
    for path in underway.left(store):
        yield Finding(
            "note",
            filled(words.store.says.was_cut_off_while_being_written, path=path),
            words.store.says.remove_it_by_hand,
        )


def _protection(store: Store) -> Iterator[Finding]:
    keys = keys_of(store.sealing)
    if keys is None:
        return
    yield Finding("well", words.store.says.everything_here_is_sealed_with_a)
    if "recovery" not in keys.locks:
        yield Finding("note", words.store.says.there_is_no_recovery_sheet, "coach protect --sheet")
    if found := plain_copies(store):
        what = filled(words.store.says.can_be_read_without_the_passphrase, count=counted(len(found), "file"))
        yield Finding("note", what, "coach protect")


def _rights(store: Store) -> Iterator[Finding]:
    open_to_others = [path for path in _all_paths(store.paths) if _open_to_others(path)]
    if open_to_others:
        first = os.path.relpath(open_to_others[0], store.paths.home)
        count = counted(len(open_to_others), "place")
        what = filled(words.store.says.files_or_folders_can_be_read, count=count, first=first)
        yield Finding("note", what, "coach doctor --repair rights")
    else:
        yield Finding("well", words.store.says.only_you_can_read_the_files)


def close_to_others(store: Store) -> int:
    """Takes the rights of others away; gives how many files and folders it changed."""
    wrong = [path for path in _all_paths(store.paths) if _open_to_others(path)]
    for path in wrong:
        os.chmod(path, files.FOLDER_MODE if os.path.isdir(path) else files.FILE_MODE)
    return len(wrong)


def _lock(store: Store) -> Finding:
    try:
        with store.repairing():
            return Finding("well", words.store.says.the_lock_can_be_taken)
    except BusyError:
        return Finding("note", words.store.says.another_coach_is_writing_right_now)
    except CoachError as error:
        return Finding(
            "note", filled(words.store.says.nothing_can_be_written_here, what=error.what), error.do
        )


def _all_paths(paths: Paths) -> Iterator[str]:
    apart = [] if paths.machine.startswith(paths.home + os.sep) else [paths.machine]
    for place in (paths.home, *apart):
        yield place
        for folder, folders, names in os.walk(place):
            yield from (os.path.join(folder, name) for name in (*folders, *names))


def _open_to_others(path: str) -> bool:
    try:
        return bool(stat.S_IMODE(os.lstat(path).st_mode) & 0o077) and not os.path.islink(path)
    except OSError:
        return False
