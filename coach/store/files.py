"""Bytes on disk. Every promise about what survives a kill or a power cut rests on these few lines."""

from __future__ import annotations

import errno
import os
import sys

from coach.core.errors import CoachError, DiskError, ReadOnlyError
from coach.core.texts import filled, words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from types import TracebackType

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMPORARY = ".tmp"

_made: set[str] = set()
"""Folders known to be on the disk: one found may be the work of a process killed before it could say so."""


def read(path: str) -> bytes:
    """The whole file."""
    with open(path, "rb") as file:
        return file.read()


def write_atomically(path: str, content: bytes | bytearray, temporary: str = "") -> None:
    """The file holds the old bytes or the new ones, at every moment, and the new ones once this returns."""
    place(prepare(path, content, temporary), path)
    sync_folder(os.path.dirname(path))


def prepare(path: str, content: bytes | bytearray, temporary: str = "") -> str:
    """The content on disk in full beside its place, ready to be put there. Leaves nothing when it fails."""
    temporary = temporary or beside(path)
    file = create(temporary)
    try:
        write(file, content)
        sync(file)
    except BaseException:
        discard(temporary)
        raise
    finally:
        os.close(file)
    return temporary


def put(path: str, content: bytes) -> None:
    """As `write_atomically`, for what can be found out again: whoever loses it to a power cut looks again."""
    temporary = beside(path)
    file = create(temporary)
    try:
        try:
            write(file, content)
        finally:
            os.close(file)
        place(temporary, path)
    except BaseException:
        discard(temporary)
        raise


def beside(path: str) -> str:
    """Where something is prepared that is to take this place."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{os.getpid()}-{os.urandom(4).hex()}{TEMPORARY}")


def place(temporary: str, path: str) -> None:
    """The prepared file takes its place in one step."""
    os.replace(temporary, path)


def create(path: str) -> int:
    """A new file only its owner can read, whatever the umask, open for writing."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
    try:
        os.fchmod(file, FILE_MODE)
    except BaseException:
        os.close(file)
        discard(path)
        raise
    return file


def write(file: int, content: bytes | bytearray) -> None:
    """All of the content, however little the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


def sync(file: int) -> None:
    """Not back before the file's bytes are on the disk."""
    if sys.platform == "darwin":
        from fcntl import F_FULLFSYNC, fcntl

        fcntl(file, F_FULLFSYNC)
    else:
        os.fsync(file)


def sync_folder(path: str) -> None:
    """Not back before the folder's names are on the disk."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def make_folder(path: str) -> None:
    """A folder only its owner can enter, with the folders above it, on the disk when this returns."""
    is_there = os.path.isdir(path)
    if is_there and path in _made:
        return
    above = os.path.dirname(path)
    if not is_there:
        make_folder(above)
        try:
            os.mkdir(path, FOLDER_MODE)
            os.chmod(path, FOLDER_MODE)
        except FileExistsError:
            if not os.path.isdir(path):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path) from None
    if os.access(above, os.R_OK):
        sync_folder(above)
    _made.add(path)


def discard(path: str) -> None:
    """Away with a file of our own that nobody needs; one that will not go does no harm."""
    try:
        os.unlink(path)
    except OSError:
        return


def leftovers(folder: str) -> list[str]:
    """Files half prepared by processes that are gone."""
    return [os.path.join(folder, name) for name in names_in(folder) if is_leftover(name)]


def is_leftover(name: str) -> bool:
    """Whether a name is that of something half prepared, by a process that is gone."""
    if not (name.startswith(".") and name.endswith(TEMPORARY)):
        return False
    process = name.removesuffix(TEMPORARY).rpartition(".")[2].partition("-")[0]
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (ValueError, OverflowError, PermissionError):
        pass  # not one of ours, or somebody else's process: let it be
    return False


def identity(path: str) -> tuple[int, ...] | None:
    """Another one whenever the file was replaced; nothing where there is none."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def trace(path: str) -> tuple[int, ...] | None:
    """Another one whenever anything was done to a file or a folder, whatever was done to its times; nothing
    where it cannot be looked at."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def names_in(folder: str) -> list[str]:
    """The names in a folder, sorted; none when there is no folder."""
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        return []


class disk_trouble:  # noqa: N801 - used as a word: `with disk_trouble():`
    """Turns what the disk refuses into one line a person can act on.

    A class, because importing contextlib costs a capture 4 ms.
    """

    def __init__(self, kept: str | None = None) -> None:
        self._kept = kept

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None
    ) -> None:
        if isinstance(error, OSError):
            kept = words.store.says.nothing_was_changed if self._kept is None else self._kept
            raise explain(error, kept) from error


def explain(error: OSError, kept: str) -> CoachError:
    """An error of the disk in words."""
    place = f" ({error.filename})" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DiskError(
                filled(words.store.error.the_disk_is_full, place=place),
                kept=kept,
                do=words.store.error.free_some_space_and_try_again,
            )
        case errno.EROFS:
            return ReadOnlyError(
                filled(words.store.error.the_disk_is_read_only, place=place),
                kept=kept,
                do=words.store.error.make_it_writable_try_again,
            )
        case errno.EACCES | errno.EPERM:
            return DiskError(
                filled(words.store.error.no_permission, place=place),
                kept=kept,
                do=words.store.error.look_at_the_owner_and_the,
            )
        case errno.ENOTDIR:
            return DiskError(
                filled(words.store.error.a_file_stands_where_a_folder, place=place),
                kept=kept,
                do=words.store.error.move_it_away_or_choose_another,
            )
        case _:
            return DiskError(
                filled(words.store.error.the_disk_refused, value=error.strerror or error, place=place),
                kept=kept,
                do=words.store.error.try_again_if_it_stays_coach,
            )
