"""Files for the person: each is there whole or not at all, and only its owner can read it."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, UsageError
from coach.core.texts import filled, words
from coach.store import files, noted_files, underway

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coach.store.store import Store


class ThereError(CoachError):
    """A file that somebody else wrote, or changed, lies there."""

    def __init__(self, path: str) -> None:
        super().__init__(
            filled(words.store.error.is_there_already, path=path),
            kept=words.store.says.nothing_was_written,
            do=words.store.error.choose_another_name_or_add_force,
        )


def place_for(store: Store, path: str, *, over: bool) -> str:
    """The place meant: never one of coach's own, and over a file that coach did not write, or that was
    changed since, only when that is wanted."""
    place = os.path.realpath(os.path.expanduser(path))
    paths = store.paths
    is_own = any(_is_in(place, each) for each in (paths.home, paths.machine, paths.config))
    if is_own and not any(_is_in(place, each) for each in (paths.packets, paths.backups)):
        what = filled(words.store.says.lies_where_coach_keeps_your_data, path=path)
        raise UsageError(
            what, kept=words.store.says.nothing_was_written, do=words.store.error.choose_a_place_outside_it
        )
    is_ours = any(each.path == place and each.is_as_written for each in noted_files.noted(store))
    if os.path.lexists(place) and not (over or is_ours or os.path.isdir(place)):
        raise ThereError(path)
    return place


def write(store: Store, path: str, chunks: Iterable[bytes]) -> int:
    """Writes a file piece by piece, and puts it in its place when all of it is on the disk. Gives its size.
    Whatever stops it leaves nothing."""
    path = os.path.realpath(os.path.expanduser(path))
    if os.path.isdir(path):
        raise UsageError(
            filled(words.store.says.is_a_folder, path=path),
            kept=words.store.says.nothing_was_written,
            do=words.store.error.name_a_file_in_it,
        )
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError(
            filled(words.store.error.is_no_plain_file, path=path),
            kept=words.store.says.nothing_was_written,
            do=words.store.error.without_o_it_goes_to_stdout,
        )
    folder, temporary = os.path.dirname(path), files.beside(path)
    with files.disk_trouble(words.store.says.nothing_was_written), underway.noted(store, [temporary]):
        files.make_folder(folder)
        file = files.create(temporary)
        try:
            size = 0
            for chunk in chunks:
                files.write(file, chunk)
                size += len(chunk)
            files.sync(file)
            files.place(temporary, path)
        except BaseException:
            files.discard(temporary)
            raise
        finally:
            os.close(file)
        files.sync_folder(folder)
    return size


def _is_in(place: str, folder: str) -> bool:
    folder = os.path.realpath(folder)
    return os.path.commonpath((place, folder)) == folder


@contextmanager
def all_or_none(store: Store, contents: Sequence[tuple[str, bytes]]) -> Iterator[None]:
    """Several files, on the disk before what is done inside and in their places after it. What fails inside
    leaves none of them."""
    beside = {path: files.beside(path) for path, _ in contents}
    placed: list[str] = []
    with (
        files.disk_trouble(words.store.says.nothing_was_written),
        underway.noted(store, list(beside.values())),
    ):
        try:
            for path, content in contents:
                files.make_folder(os.path.dirname(path))
                files.prepare(path, content, beside[path])
            yield
            for path, temporary in beside.items():
                files.place(temporary, path)
                placed.append(path)
            for folder in set(map(os.path.dirname, beside)):
                files.sync_folder(folder)
        except BaseException:
            for each in (*beside.values(), *placed):
                files.discard(each)
            raise


@contextmanager
def folder(store: Store, path: str) -> Iterator[str]:
    """A new folder to write into, in its place when all of it is there. What holds something is refused."""
    path = os.path.abspath(os.path.expanduser(path))
    if os.path.lexists(path) and (not os.path.isdir(path) or os.listdir(path)):
        raise UsageError(
            filled(words.store.error.is_there_already, path=path),
            kept=words.store.says.nothing_was_written,
            do=words.store.error.name_a_new_folder_or_an,
        )
    above, begun = os.path.dirname(path), files.beside(path)
    with files.disk_trouble(words.store.says.nothing_was_written), underway.noted(store, [begun]):
        files.make_folder(above)
        os.mkdir(begun, files.FOLDER_MODE)
        try:
            yield begun
            if os.path.isdir(path):
                os.rmdir(path)
            os.rename(begun, path)
        except BaseException:
            shutil.rmtree(begun, ignore_errors=True)
            raise
        files.sync_folder(above)
