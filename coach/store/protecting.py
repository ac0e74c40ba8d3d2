"""Turning protection on and off. While it turns, the data lies half in one form and half in the other, and
both are read; whoever opens it next finishes what was begun. So a kill anywhere leaves everything readable.
"""

from __future__ import annotations

import os
import time
from binascii import a2b_base64
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from coach.core.errors import CoachError, DamagedError, UsageError
from coach.core.texts import filled, words
from coach.store import files, kept, noted_files, repair, short_unlock, underway
from coach.store.data_files import is_name, revision_of
from coach.store.history import sealed_anew
from coach.store.memory import leave_no_image
from coach.store.recovery import bytes_of, is_code, secret_of
from coach.store.sealing import INBOX, sealed_aside_as, with_sum, without_sum
from coach.store.seals import Seals, drafts_in, is_sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.store.keys import Cost, Keys
    from coach.store.seals import Opened
    from coach.store.sodium import Key
    from coach.store.store import Store

SHORTEST = 8
_LEAST_SECONDS, _AIM = 0.5, 0.75


def seals_of(store: Store) -> Seals:
    """The store's sealing, when it can be turned on and off."""
    return cast("Seals", store.sealing)


def check_possible() -> None:
    """Refuses where the library is missing, before anybody thinks of a passphrase."""
    from coach.store import sodium  # noqa: F401 - it says itself what is missing


def calibrated() -> Cost:
    """What makes a guess take half a second to a second on this machine."""
    from coach.store import sodium
    from coach.store.keys import LEAST, MOST, USUAL_KIB, Cost

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
    if len(secret) < SHORTEST or is_code(secret):
        what = (
            words.store.says.that_looks_like_a_recovery_code
            if is_code(secret)
            else filled(words.store.says.it_has_fewer_than_characters, SHORTEST=SHORTEST)
        )
        raise UsageError(what, do=words.store.error.take_four_or_five_words_that)


def protect(store: Store, secret: str, cost: Cost | None = None) -> None:
    """Everything on the disk is sealed when this returns; the passphrase opens it."""
    from coach.store.keys import new_keys, write_keys
    from coach.store.sodium import random_key

    check_new(secret)
    leave_no_image()
    cost = cost or calibrated()
    seals = seals_of(store)
    with files.disk_trouble(), store.writing():
        if seals.is_on:
            raise UsageError(
                words.store.error.the_data_is_protected_already,
                do=words.store.error.coach_protect_change_changes_the_passphrase,
            )
        master = random_key()
        keys = new_keys(master).with_lock(master, "passphrase", bytes_of(secret), cost)
        write_keys(store.paths, keys)
        seals.take(keys, master)
        with _unfinished("sealing"):
            finish(store)


def unprotect(store: Store) -> None:
    """Everything lies open when this returns. Refused when something could not be opened."""
    from coach.store.keys import write_keys

    seals = seals_of(store)
    with files.disk_trouble(), store.writing():
        if seals.keys is None:
            raise UsageError(words.store.error.the_data_is_not_protected)
        if locked_in := next(_unopenable(store), None):
            raise DamagedError(
                filled(
                    words.store.error.cannot_be_opened, relpath=os.path.relpath(locked_in, store.paths.home)
                ),
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.coach_doctor_shows_what_can_be,
            )
        short_unlock.forget(seals, os.environ)
        keys = seals.keys.in_state(seals.master(), "opening")
        write_keys(store.paths, keys)
        seals.take(keys)
        with _unfinished("opening"):
            finish(store)


def change(store: Store, secret: str, cost: Cost | None = None) -> None:
    """Another passphrase opens the data from now on. Nothing but the file `keys` is written."""
    check_new(secret)
    short_unlock.forget(seals_of(store), os.environ)
    _with_lock(store, lambda keys, master: keys.with_lock(
        master, "passphrase", bytes_of(secret), cost or keys.locks["passphrase"].cost
    ))  # fmt: skip


def take_recovery(store: Store, code: str) -> None:
    """The code opens the data too, instead of an earlier one. Whoever needs it holds it before this."""
    _with_lock(store, lambda keys, master: keys.with_lock(
        master, "recovery", secret_of(code), keys.locks["passphrase"].cost
    ))  # fmt: skip


def _with_lock(store: Store, make: Callable[[Keys, Key], Keys]) -> None:
    from coach.store.keys import keep_own, write_keys

    seals = seals_of(store)
    with files.disk_trouble(), store.writing():
        if seals.keys is None:
            raise UsageError(
                words.store.error.the_data_is_not_protected, do=words.store.error.coach_protect_does_it
            )
        keys = make(seals.keys, seals.master())
        write_keys(store.paths, keys)
        if seals.is_own:
            keep_own(store.paths, keys)
        seals.take(keys)


def finish(store: Store) -> None:
    """Brings everything into the form that is in force. Inside the lock."""
    from coach.store.keys import keep_own, remove_keys, write_keys

    seals = seals_of(store)
    if seals.keys is None:
        return
    repair.set_all_captures_aside(store)
    is_sealing = seals.keys.state != "opening"
    if is_sealing and not seals.is_own:
        _put_apart(store)
    turning = _Turning(store, is_sealing=is_sealing)
    turning.everything()
    store.history.forget()
    if is_sealing:
        keys = seals.keys.in_state(seals.master(), "on") if seals.keys.state == "sealing" else seals.keys
        if keys != seals.keys:
            write_keys(store.paths, keys)
        keep_own(store.paths, keys)
        seals.take(keys)
        return
    store.fold()
    held = seals.held()
    _open_the_rest(store, held)
    remove_keys(store.paths)
    seals.take(None)
    # Whoever wrote with the keys just before they went looks again after it, as we do: nothing stays sealed.
    _open_the_rest(store, held)
    held.wipe()


def _put_apart(store: Store) -> None:
    """What this machine sealed with keys of another time cannot be opened with these: it is kept, with what
    opens it."""
    paths = store.paths
    if not os.path.exists(paths.own_keys):
        return
    place = os.path.join(paths.machine, f"before-{os.urandom(4).hex()}")
    files.make_folder(place)
    for path in (paths.history, paths.copies):
        if os.path.exists(path):
            os.rename(path, os.path.join(place, os.path.basename(path)))
    os.sync()
    os.rename(paths.own_keys, os.path.join(place, os.path.basename(paths.own_keys)))
    store.history.forget()


def _open_the_rest(store: Store, held: Opened) -> None:
    for path, name in drafts_in(store.paths):
        raw = files.read(path)
        if is_sealed(raw):
            with suppress(ValueError):  # one that nobody can open stops nothing
                files.write_atomically(path, held.open(name, raw))
    for each in files.names_in(store.paths.inbox):
        path = os.path.join(store.paths.inbox, each)
        with suppress(ValueError):
            line = without_sum(files.read(path).rstrip(b"\n"))
            if not line.startswith(b"{"):
                files.write_atomically(path, with_sum(held.open(INBOX, a2b_base64(line))))


class _Turning:
    """Every file of the data, written anew in the other form, one by one."""

    def __init__(self, store: Store, *, is_sealing: bool) -> None:
        self._store = store
        self._seals = seals_of(store)
        self._is_sealing = is_sealing

    def everything(self) -> None:
        """All of it; what is only kept beside is made anew."""
        kept.forget(self._store.paths)
        paths, copies = self._store.paths, self._store.copies
        places = [paths.home, paths.machine, paths.drafts, paths.quarantine, paths.history, paths.inbox]
        for folder in (
            *places,
            *self._store.data_files.folders(),
            *map(copies.folder, filter(is_name, copies.names())),
        ):
            for path in files.leftovers(folder):
                files.discard(path)
        for path, name in _whole_files(self._store):
            if not self._is_of_another(path):
                self._turn(path, name)
        for path in self._store.history.segments():
            self._turn_lines(path)

    def _is_of_another(self, path: str) -> bool:
        """Whether another machine left it open, though there were keys: nobody vouches for it."""
        if (
            self._seals.keys is None
            or self._seals.keys.state != "on"
            or not path.startswith(self._store.paths.data)
        ):
            return False
        return not is_sealed(raw := files.read(path)) and self._store.machine.is_of_another(raw)

    def _turn(self, path: str, name: str) -> None:
        raw = files.read(path)
        if is_sealed(raw) == self._is_sealing:
            return
        try:
            turned = self._turned(name, raw)
        except ValueError:
            return  # a copy that cannot be opened is no loss: `unprotect` looked at all else before
        files.write_atomically(path, turned)

    def _turned(self, name: str, raw: bytes) -> bytes | bytearray:
        if self._is_sealing:
            return self._seals.seal(name, raw, revision_of(raw[:256]) or 0)
        return self._seals.open(name, raw)

    def _turn_lines(self, path: str) -> None:
        raw = files.read(path)
        turned, is_whole = sealed_anew(raw, self._seals, self._seals)
        if not is_whole:
            repair.set_aside(self._store, path)
        if turned != raw:
            files.write_atomically(path, turned)


def _whole_files(store: Store) -> Iterator[tuple[str, str]]:
    """Every file that is sealed as one, with the name it is sealed under. Data before its copies."""
    paths = store.paths
    for name in store.data_files.names():
        yield store.data_files.path_of(name), name
    for name in filter(is_name, store.copies.names()):
        yield from ((copy.path, name) for copy in store.copies.of(name) if os.path.isfile(copy.path))
    yield from drafts_in(store.paths)
    for each in files.names_in(paths.quarantine):
        path = os.path.join(paths.quarantine, each)
        if os.path.isfile(path):
            yield path, sealed_aside_as(path)
    for path, name in ((paths.written, noted_files.NAME), (paths.underway, underway.NAME)):
        if os.path.isfile(path):
            yield path, name


def _unopenable(store: Store) -> Iterator[str]:
    """Data that is sealed and could not be opened: a repair can bring it back, as long as there are keys.
    Nothing brings back a draft."""
    for name in store.data_files.names():
        path = store.data_files.path_of(name)
        raw = files.read(path)
        if is_sealed(raw):
            try:
                store.sealing.open(name, raw)
            except (ValueError, CoachError):
                yield path


class _unfinished:  # noqa: N801 - used as a word: `with _unfinished("sealing"):`
    """What stops it half way is no loss, and is said so."""

    def __init__(self, way: str) -> None:
        self._way = way

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            told = files.explain(error, words.store.says.everything_can_be_read_as_before)
            do = words.store.says.the_next_opening_goes_on_where
            raise type(told)(told.what, kept=told.kept, do=do) from error
