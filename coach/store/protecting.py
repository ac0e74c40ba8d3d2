"""Turning protection on and off. While it turns, the data lies half in one form and half in the other, and
both are read; whoever opens it next finishes what was begun. So a kill anywhere leaves everything readable.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, cast

from coach.errors import CoachError, DamagedError, UsageError
from coach.store import files, repair
from coach.store.history import NAME as HISTORY
from coach.store.inbox import with_sum, without_sum
from coach.store.recovery import bytes_of, new_code, secret_of
from coach.store.sealing import open_line, seal_line
from coach.store.seals import Seals, is_sealed
from coach.store.shelf import revision_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.store.keys import Cost, Keys
    from coach.store.sodium import Key
    from coach.store.store import Store

SHORTEST = 8
_LEAST_SECONDS, _AIM = 0.5, 0.75
_DRAFTS, _QUARANTINE, _WRITTEN = "drafts", "quarantine", "written"


def seals_of(store: Store) -> Seals:
    """The store's sealing, when it can be turned on and off."""
    return cast("Seals", store.sealing)


def calibrated() -> Cost:
    """What makes a guess take half a second to a second on this machine."""
    from coach.store import sodium  # noqa: PLC0415 - only with protection
    from coach.store.keys import LEAST, MOST, USUAL_KIB, Cost  # noqa: PLC0415

    def takes(passes: int) -> float:
        return _seconds(lambda: sodium.stretched(b"", bytes(sodium.SALT), USUAL_KIB, passes))

    passes = max(round(_AIM / min(takes(1), takes(1))), 1)
    if (took := takes(passes)) < _LEAST_SECONDS:  # the machine was busy when the first were timed
        passes = round(passes * _AIM / took)
    return LEAST if passes < LEAST.passes else Cost(USUAL_KIB, min(passes, MOST.passes))


def _seconds(work: Callable[[], object]) -> float:
    since = time.perf_counter()
    work()
    return time.perf_counter() - since


def check_new(secret: str) -> None:
    """Refuses what is no passphrase worth the name."""
    if len(secret) < SHORTEST:
        raise UsageError(
            f"a passphrase has at least {SHORTEST} characters",
            do="Four or five words that nobody says together",
        )


def protect(store: Store, secret: str, cost: Cost | None = None) -> None:
    """Everything on the disk is sealed when this returns; the passphrase opens it."""
    from coach.store.keys import new_keys, write_keys  # noqa: PLC0415 - only with protection
    from coach.store.sodium import random_key  # noqa: PLC0415

    check_new(secret)
    cost = cost or calibrated()
    seals = seals_of(store)
    with files.disk_trouble(), store.writing():
        if seals.is_on:
            raise UsageError(
                "the data is protected already", do="`coach protect --change` changes the passphrase"
            )
        master = random_key()
        keys = new_keys(master).with_lock(master, "passphrase", bytes_of(secret), cost)
        write_keys(store.paths, keys)
        seals.take(keys, master)
        with _unfinished("sealing"):
            finish(store)


def unprotect(store: Store) -> None:
    """Everything lies open when this returns. Refused when something could not be opened."""
    from coach.store.keys import write_keys  # noqa: PLC0415 - only with protection

    seals = seals_of(store)
    with files.disk_trouble(), store.writing():
        if seals.keys is None:
            raise UsageError("the data is not protected")
        if locked_in := next(_unopenable(store), None):
            raise DamagedError(
                f"{os.path.relpath(locked_in, store.paths.home)} cannot be opened",
                kept="Nothing was changed",
                do="`coach doctor` shows what can be done",
            )
        keys = seals.keys.in_state(seals.master(), "opening")
        write_keys(store.paths, keys)
        seals.take(keys)
        with _unfinished("opening"):
            finish(store)


def change(store: Store, secret: str, cost: Cost | None = None) -> None:
    """Another passphrase opens the data from now on. Nothing but the file `keys` is written."""
    check_new(secret)
    _with_lock(store, lambda keys, master: keys.with_lock(
        master, "passphrase", bytes_of(secret), cost or keys.locks["passphrase"].cost
    ))  # fmt: skip


def new_recovery(store: Store) -> str:
    """A code that opens the data too, made by chance; an earlier one opens nothing any more."""
    code = new_code()
    _with_lock(store, lambda keys, master: keys.with_lock(
        master, "recovery", secret_of(code), keys.locks["passphrase"].cost
    ))  # fmt: skip
    return code


def _with_lock(store: Store, make: Callable[[Keys, Key], Keys]) -> None:
    from coach.store.keys import write_keys  # noqa: PLC0415 - only with protection

    seals = seals_of(store)
    with files.disk_trouble(), store.writing():
        if seals.keys is None:
            raise UsageError("the data is not protected", do="`coach protect` does it")
        keys = make(seals.keys, seals.master())
        write_keys(store.paths, keys)
        seals.take(keys)


def finish(store: Store) -> None:
    """Brings everything into the form that is in force. Inside the lock."""
    from coach.store.keys import remove_keys, write_keys  # noqa: PLC0415 - only with protection

    seals = seals_of(store)
    if seals.keys is None:
        return
    is_sealing = seals.keys.state == "sealing"
    repair.set_all_captures_aside(store)
    _Turning(store, is_sealing=is_sealing).everything()
    store.history.forget()
    if is_sealing:
        keys = seals.keys.in_state(seals.master(), "on")
        write_keys(store.paths, keys)
        seals.take(keys)
    else:
        remove_keys(store.paths)
        seals.take(None)


class _Turning:
    """Every file of the data, written anew in the other form, one by one."""

    def __init__(self, store: Store, *, is_sealing: bool) -> None:
        self._store = store
        self._seals = seals_of(store)
        self._is_sealing = is_sealing
        self._done: dict[tuple[int, int], str] = {}
        """Where a file with two names was written anew, by what it was: its other name becomes a link too."""

    def everything(self) -> None:
        """All of it."""
        paths = self._store.paths
        for folder in (paths.home, paths.drafts, paths.quarantine, paths.history, paths.inbox):
            _sweep(folder)
        for path, name in _whole_files(self._store):
            self._turn(path, name)
        for path in _histories(self._store):
            self._turn_lines(path)

    def _turn(self, path: str, name: str) -> None:
        raw = files.read(path)
        if is_sealed(raw) == self._is_sealing:
            return
        found = os.stat(path)
        seen = (found.st_dev, found.st_ino)
        if (other := self._done.get(seen)) and other != path:
            self._link(other, path)
            return
        try:
            turned = self._turned(name, raw)
        except ValueError:
            return  # a copy that cannot be opened is no loss: `unprotect` looked at all else before
        files.write_atomically(path, turned)
        self._done[seen] = path

    def _turned(self, name: str, raw: bytes) -> bytes | bytearray:
        if self._is_sealing:
            return self._seals.seal(name, raw, revision_of(raw[:256]) or 0)
        return self._seals.open(name, raw)

    def _link(self, other: str, path: str) -> None:
        temporary = (
            f"{os.path.dirname(path)}/.{os.path.basename(path)}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
        )
        files.link_or_copy(other, temporary)
        files.place(temporary, path)
        files.sync_folder(os.path.dirname(path))

    def _turn_lines(self, path: str) -> None:
        raw = files.read(path)
        lines = [self._turned_line(line) for line in raw.split(b"\n") if line]
        turned = b"".join(line for line in lines if line is not None)
        if None in lines:
            repair.set_aside(self._store, path)
            self._turn_quarantine()
        if turned != raw:
            files.write_atomically(path, turned)

    def _turned_line(self, line: bytes) -> bytes | None:
        """The line in the other form; nothing for one that was cut off or cannot be read."""
        try:
            plain = open_line(self._seals, HISTORY, without_sum(line))
        except ValueError:
            return None
        return with_sum(seal_line(self._seals, HISTORY, plain))

    def _turn_quarantine(self) -> None:
        for path, name in _in_folder(self._store.paths.quarantine, _QUARANTINE):
            self._turn(path, name)


def _whole_files(store: Store) -> Iterator[tuple[str, str]]:
    """Every file that is sealed as one, with the name it is sealed under. Data before its copies."""
    paths = store.paths
    for name in store.shelf.names():
        yield store.shelf.path_of(name), name
    for name in store.copies.names():
        for each in files.names_in(store.copies.folder(name)):
            if each[0] != ".":
                yield os.path.join(store.copies.folder(name), each), name
    yield from (
        (path, name) for path, name in _in_folder(paths.drafts, _DRAFTS) if not path.endswith(".alive")
    )
    yield from _in_folder(paths.quarantine, _QUARANTINE)
    if os.path.exists(paths.written):
        yield paths.written, _WRITTEN


def _in_folder(folder: str, place: str) -> Iterator[tuple[str, str]]:
    for each in files.names_in(folder):
        path = os.path.join(folder, each)
        if each[0] != "." and os.path.isfile(path):
            yield path, f"{place}/{each}"


def _histories(store: Store) -> list[str]:
    folder = store.paths.history
    return [os.path.join(folder, each) for each in files.names_in(folder) if each[0] != "."]


def _unopenable(store: Store) -> Iterator[str]:
    """What could not be opened if it had to be. Copies and what was set aside do not count."""
    copies, aside = store.paths.copies + os.sep, store.paths.quarantine + os.sep
    for path, name in _whole_files(store):
        if not path.startswith((copies, aside)):
            try:
                store.sealing.open(name, files.read(path))
            except (ValueError, CoachError):
                yield path


def _sweep(folder: str) -> None:
    for path in files.leftovers(folder):
        files.discard(path)


class _unfinished:  # noqa: N801 - used as a word: `with _unfinished("sealing"):`
    """What stops it half way is no loss, and is said so."""

    def __init__(self, way: str) -> None:
        self._way = way

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            told = files.explain(error, "Everything can be read as before")
            do = "The next opening goes on where it stopped, once the disk lets it"
            raise type(told)(told.what, kept=told.kept, do=do) from error
