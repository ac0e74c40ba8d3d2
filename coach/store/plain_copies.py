"""What can still be read without the passphrase: backups from before, packets, exports, others' files."""

from __future__ import annotations

import os
import shutil
import zipfile
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.store import files, snapshots, written
from coach.store.sealing import LETTER, SEALED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.store.format import Fields
    from coach.store.store import Store

Sort = Literal["backups", "packets", "exports", "others"]
SORTS: tuple[Sort, ...] = ("backups", "packets", "exports", "others")
_OWN = {"keys", "keys.copy", "lock", "damage.json", "config.toml"}
_HEAD = 32


class PlainCopy(NamedTuple):
    """A file, or a folder, that holds the person's words as they are."""

    sort: Sort
    path: str


def plain_copies(store: Store) -> list[PlainCopy]:
    """All that coach knows of. What was printed to a pipe or copied by others, nobody knows."""
    found = {each.path: each for each in _found(store)}
    return sorted(found.values(), key=lambda each: (SORTS.index(each.sort), each.path))


def remove(copy: PlainCopy) -> None:
    """Gone, as far as a disk lets go."""
    with files.disk_trouble():
        if os.path.isdir(copy.path) and not os.path.islink(copy.path):
            shutil.rmtree(copy.path)
        else:
            os.unlink(copy.path)


def encrypt(store: Store, copy: PlainCopy) -> None:
    """The same backup, sealed."""
    snapshots.seal_backup(store, copy.path)


def _found(store: Store) -> Iterator[PlainCopy]:
    paths = store.paths
    for path in _inside(paths.backups):
        if is_plain_backup(path):
            yield PlainCopy("backups", path)
    yield from (PlainCopy("packets", path) for path in _inside(paths.packets))
    for fields in _logged(store):
        for path in fields.get("files") or ():
            if os.path.isfile(path):
                yield PlainCopy("packets", path)
    for path in written.paths(store):
        if not zipfile.is_zipfile(path) or is_plain_backup(path):
            yield PlainCopy("backups" if zipfile.is_zipfile(path) else "exports", path)
    yield from (PlainCopy("others", path) for path in _strays(store))


def _logged(store: Store) -> Iterator[Fields]:
    for name in store.months():
        yield from store.records(name, "packets").values()


def _strays(store: Store) -> Iterator[str]:
    """Files in the folder of the data that are not ours: what a sync tool or an editor left there."""
    home = store.paths.home
    apart = {store.paths.backups, store.paths.packets}
    for folder, folders, names in os.walk(home):
        folders[:] = [each for each in folders if os.path.join(folder, each) not in apart]
        for name in names:
            path = os.path.join(folder, name)
            if (
                not (folder == home and name in _OWN)
                and not name.endswith(".alive")
                and _is_plain(store, path)
            ):
                yield path


def _is_plain(store: Store, path: str) -> bool:
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    if os.path.dirname(path) in {store.paths.history, store.paths.inbox} and b'{"' not in head:
        return False
    return bool(head) and not head.startswith((SEALED, LETTER))


def _inside(folder: str) -> list[str]:
    return [os.path.join(folder, each) for each in files.names_in(folder)]


def is_plain_backup(path: str) -> bool:
    """Whether a backup can be read by anybody."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "keys" not in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
