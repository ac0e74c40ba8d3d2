"""What another home, a backup or a copy of a file holds, whole or not at all, to be joined with ours."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, DamagedError, LockedError
from coach.core.paths import Paths
from coach.core.texts import filled, words
from coach.store import files, inbox, snapshots
from coach.store.copies import Copies
from coach.store.data_file import opened
from coach.store.data_files import DataFiles
from coach.store.format import FORMAT, decode, newer
from coach.store.history import place_of
from coach.store.machine import Machine
from coach.store.sealing import PLAIN, is_protected
from coach.store.seals import Opened, keys_of
from coach.store.strays import is_ours, parts_in

if TYPE_CHECKING:
    from coach.store.format import Fields, Tables
    from coach.store.sealing import Opens
    from coach.store.store import Store

    Parts = list[tuple[str, Tables]]
    """What it holds, by the files its records lie in."""


def parts(store: Store, path: str, secret: str | None = None) -> Parts | None:
    """What lies there; nothing where it is none of these."""
    if os.path.isdir(path):
        return _of_home(store, path, secret)
    if not os.path.isfile(path):
        return None
    if snapshots.is_sealed_backup(path) or snapshots.is_plain_backup(path):
        return list(snapshots.files_in_backup(store, path, secret).items())
    return parts_in(store, path) if is_ours(path) else None


def is_protected_there(path: str) -> bool:
    """Whether what came from there was sealed."""
    place = os.path.abspath(os.path.expanduser(path))
    return is_protected(Paths(place)) if os.path.isdir(place) else snapshots.is_sealed_backup(place)


def _of_home(store: Store, path: str, secret: str | None) -> Parts:
    paths = Paths(os.path.abspath(path))
    if os.path.realpath(paths.home) == os.path.realpath(store.paths.home):
        raise CoachError(words.store.error.that_is_this_home, kept=words.store.error.nothing_was_changed)
    sealing = _sealing(store, paths, secret)
    there = DataFiles(paths.data, Copies(paths.copies), PLAIN, Machine(paths))
    found: Parts = []
    for name in there.names():
        place = there.path_of(name)
        content = decode(opened(sealing, name, files.read(place) if os.path.isfile(place) else b""), name)
        if content.format > FORMAT:
            raise newer(name)
        found.append((name, content.tables))
    captured: dict[str, dict[str, dict[str, Fields]]] = {}
    waiting, _ = inbox.captured(paths.inbox, sealing)
    for each in waiting:
        captured.setdefault(place_of(each.fields), {}).setdefault(each.kind, {})[each.id] = each.fields
    if not (found or captured):
        near = _home_near(paths.home)
        raise DamagedError(
            filled(words.store.error.is_no_home_of_coach, path=path),
            kept=words.store.error.nothing_was_changed,
            do=filled(words.store.error.that_is_one, path=near) if near else "",
        )
    return [*found, *captured.items()]


def _home_near(path: str) -> str:
    """A home in the folder, or the one the folder belongs to."""
    inside = [os.path.join(path, name) for name in files.names_in(path)]
    around = [os.path.dirname(path), os.path.dirname(os.path.dirname(path))]
    return next((each for each in (*inside, *around) if os.path.isdir(os.path.join(each, "data"))), "")


def _sealing(store: Store, paths: Paths, secret: str | None) -> Opens:
    """What opens a home: our keys where they are of the same data, otherwise its own passphrase."""
    if not is_protected(paths):
        return PLAIN
    from coach.store.keys import read_keys

    keys, own = read_keys(paths), keys_of(store.sealing)
    if keys is None or (own and own.id == keys.id):
        return store.sealing
    if secret is None:
        raise LockedError(
            words.store.error.that_home_is_protected,
            kept=words.store.error.nothing_was_changed,
            do=words.store.error.its_passphrase_opens_it,
        )
    return Opened(keys.opened_by_any(secret)[0])
