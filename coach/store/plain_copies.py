"""What can still be read without the passphrase: backups from before, packets, exports, others' files."""

from __future__ import annotations

import os
import zipfile
import zlib
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.core.errors import CoachError
from coach.store import files, noted_files, snapshots, underway
from coach.store.sealing import LETTER, SEALED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.store.store import Store

Sort = Literal["backups", "packets", "exports", "others"]
Act = Literal["seal", "remove"]
SORTS: tuple[Sort, ...] = ("backups", "packets", "exports", "others")
_OWN = {
    *("keys", "keys.copy", "config.toml", "home.id", ".gitignore", ".gitattributes"),
    *("name", "lock", "damage.json", "arrived", "looked", "lasts", "apart", "sent", "home"),
}
_HEAD = 32


class PlainCopy(NamedTuple):
    """A file, or a folder, that holds the person's words as they are."""

    sort: Sort
    path: str
    act: Act | None
    """What coach may do about it. A backup is sealed, never removed: it may be the only one. Removed is only
    what coach wrote and nobody changed since; all else, and every folder, is the person's to look at."""


def plain_copies(store: Store) -> list[PlainCopy]:
    """All that coach knows of. What was printed to a pipe or copied by others, nobody knows."""
    found: dict[str, PlainCopy] = {}
    for each in _found(store):
        found.setdefault(os.path.realpath(each.path), each)
    return sorted(found.values(), key=lambda each: (SORTS.index(each.sort), each.path))


def act_on(store: Store, copies: Sequence[PlainCopy]) -> list[str]:
    """Does with each what may be done; gives the paths of those that would not."""
    left = []
    for each in copies:
        path = os.path.realpath(each.path)
        try:
            if each.act == "seal":
                snapshots.seal_backup(store, path)
            elif each.act == "remove":
                os.unlink(path)
        except (OSError, CoachError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
            left.append(each.path)
    return left


def _found(store: Store) -> Iterator[PlainCopy]:
    paths = store.paths
    known = {each.path: each for each in noted_files.noted(store)}
    for path in _inside(paths.backups):
        if not snapshots.is_sealed_backup(path):
            yield _as(store, path, "backups", known)
    for path in _inside(paths.packets):
        yield _as(store, path, "packets", known)
    packets = {
        path for fields in _logged(store) for path in fields.get("files") or () if isinstance(path, str)
    }
    yield from (PlainCopy("exports", path, "remove") for path in underway.left(store))
    for path in known:
        if not snapshots.is_sealed_backup(path):
            is_backup = snapshots.is_plain_backup(path)
            yield _as(
                store, path, "backups" if is_backup else "packets" if path in packets else "exports", known
            )
    yield from (PlainCopy("packets", path, None) for path in packets if os.path.isfile(path))
    yield from (PlainCopy("others", path, None) for path in _strays(store))


def _as(store: Store, path: str, sort: Sort, known: dict[str, noted_files.NotedFile]) -> PlainCopy:
    noted = known.get(os.path.realpath(path))
    is_ours = noted is not None and noted.is_as_written
    if sort != "backups":
        return PlainCopy(sort, path, "remove" if is_ours else None)
    is_ours = is_ours or os.path.dirname(path) == store.paths.backups
    is_backup = is_ours and snapshots.is_plain_backup(path)
    return PlainCopy("backups", path, "seal") if is_backup else PlainCopy("others", path, None)


def _inside(folder: str) -> list[str]:
    return [os.path.join(folder, name) for name in files.names_in(folder)]


def _logged(store: Store) -> Iterator[dict[str, list[str]]]:
    for name in store.months():
        yield from store.records(name, "packets").values()


def _strays(store: Store) -> Iterator[str]:
    """Files in the folder of the data that are not ours: what a sync tool or an editor left there."""
    home, machine = store.paths.home, store.paths.machine
    apart = {store.paths.backups, store.paths.packets, machine, os.path.join(home, ".git")}
    for folder, folders, names in chain(os.walk(home), os.walk(machine)):
        folders[:] = [each for each in folders if os.path.join(folder, each) not in apart]
        for name in names:
            path = os.path.join(folder, name)
            is_own = (folder in {home, machine} and name in _OWN) or name.endswith(".alive")
            if not is_own and _is_plain(store, path):
                yield path


def _is_plain(store: Store, path: str) -> bool:
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    if os.path.dirname(path) in {store.paths.history, store.paths.inbox} and b'{"' not in head:
        return False
    return bool(head) and not head.startswith((SEALED, LETTER))
