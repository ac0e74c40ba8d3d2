"""`keys`: what a passphrase opens. A random key seals all data; the file holds it, wrapped once for each
secret that may open it, with what a guess costs. docs/security.md has the bytes.
"""

from __future__ import annotations

import json
import os
from binascii import a2b_base64, b2a_base64
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coach.core.errors import CoachError, DamagedError, ReadOnlyError, WrongPassphraseError
from coach.core.texts import filled, words
from coach.store import files, recovery, sodium
from coach.store.sealing import with_sum, without_sum

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.core.paths import Paths
    from coach.store.sodium import Key

FORMAT = 1
LETTERS = "coach letters 1"
_MAC = "coach keys 1"
_ID = 8

State = Literal["sealing", "on", "opening"]
Which = Literal["passphrase", "recovery"]


class Cost(NamedTuple):
    """What trying one passphrase takes."""

    kib: int
    passes: int


LEAST = Cost(19 * 1024, 2)
USUAL_KIB = 64 * 1024
MOST = Cost(1024 * 1024, 64)
"""A file that asks for more is not ours: it would only keep the machine busy."""


class Lock(NamedTuple):
    """The key of the data, wrapped for one secret."""

    cost: Cost
    salt: bytes
    wrapped: bytes


class Keys(NamedTuple):
    """The whole file. Whatever is changed in it is noticed."""

    id: str
    state: State
    public: bytes
    locks: Mapping[Which, Lock]
    mac: bytes
    serial: int = 0
    """How often a secret was given or changed: of two of one id, the later counts."""

    def opened_by(self, secret: bytes, which: Which) -> Key:
        """The key of the data."""
        lock = self.locks[which]
        stretched = sodium.stretched(secret, lock.salt, *lock.cost)
        try:
            master = sodium.unwrapped(stretched, lock.wrapped, self._named(which, lock))
        except ValueError:
            raise WrongPassphraseError from None
        finally:
            stretched.wipe()
        self.check(master)
        return master

    def opened_by_any(self, typed: str) -> tuple[Key, Which]:
        """The key of the data and what opened it. What looks like a recovery code may be a passphrase."""
        if recovery.is_code(typed) and "recovery" in self.locks:
            try:
                return self.opened_by(recovery.secret_of(typed), "recovery"), "recovery"
            except WrongPassphraseError:
                pass
        return self.opened_by(recovery.bytes_of(typed), "passphrase"), "passphrase"

    def check(self, master: Key) -> None:
        """Whether everything in the file was written by who holds the key."""
        letters = sodium.derived(master, LETTERS)
        is_ours = sodium.are_equal(self.mac, self._mac(master))
        is_ours = is_ours and sodium.are_equal(self.public, sodium.public_of(letters))
        letters.wipe()
        if not is_ours:
            raise _damaged(words.store.error.somebody_changed_it)

    def with_lock(self, master: Key, which: Which, secret: bytes, cost: Cost) -> Keys:
        """Opened by this secret too, or instead of the one before. The data stays as it lies."""
        salt = os.urandom(sodium.SALT)
        lock = Lock(cost, salt, b"")
        stretched = sodium.stretched(secret, salt, *cost)
        wrapped = sodium.wrapped(stretched, master, self._named(which, lock))
        stretched.wipe()
        locks = {**self.locks, which: lock._replace(wrapped=wrapped)}
        return self._replace(locks=locks, serial=self.serial + 1).signed(master)

    def in_state(self, master: Key, state: State) -> Keys:
        """These keys, with the data on another way."""
        return self._replace(state=state).signed(master)

    def line(self) -> bytes:
        """The file."""
        kept = {**self._fields_kept(), "mac": _text(self.mac)}
        return with_sum(json.dumps(kept, sort_keys=True).encode())

    def signed(self, master: Key) -> Keys:
        """Said by who holds the key."""
        return self._replace(mac=self._mac(master))

    def _mac(self, master: Key) -> bytes:
        content = json.dumps(self._fields_kept(), sort_keys=True, separators=(",", ":"))
        return sodium.tag(master, _MAC, content.encode())

    def _fields_kept(self) -> dict[str, Any]:
        return {
            **({"serial": self.serial} if self.serial else {}),
            "format": FORMAT,
            "id": self.id,
            "state": self.state,
            "public": _text(self.public),
            "locks": {
                which: {
                    "kib": lock.cost.kib,
                    "passes": lock.cost.passes,
                    "salt": _text(lock.salt),
                    "wrapped": _text(lock.wrapped),
                }
                for which, lock in self.locks.items()
            },
        }

    def _named(self, which: Which, lock: Lock) -> bytes:
        """What a wrapped key is bound to: where it stands and what it costs."""
        parts = (_MAC, self.id, which, *lock.cost, _text(lock.salt))
        return " ".join(map(str, parts)).encode()


def new_keys(master: Key) -> Keys:
    """Keys that nothing opens yet."""
    letters = sodium.derived(master, LETTERS)
    public = sodium.public_of(letters)
    letters.wipe()
    return Keys(os.urandom(_ID).hex(), "sealing", public, {}, b"")


def read_keys(paths: Paths) -> Keys | None:
    """The file, or one of its copies where it is gone, damaged or of an earlier passphrase; nothing where
    there is none."""
    worst: CoachError | None = None
    found: list[Keys] = []
    for path in (paths.keys, paths.keys_copy, paths.own_keys):
        try:
            found.append(parsed(files.read(path)))
        except FileNotFoundError:
            continue
        except OSError as error:
            worst = files.explain(error, words.store.says.nothing_was_changed)
        except (DamagedError, ReadOnlyError) as error:
            worst = worst or error
    if worst and not found:
        raise worst
    return max((each for each in found if each.id == found[0].id), key=_serial, default=None)


def _serial(keys: Keys) -> int:
    return keys.serial


def write_keys(paths: Paths, keys: Keys) -> None:
    """On the disk, then its copy. Wherever this is cut off, one of them opens the data; a copy that could not
    be written is mended later."""
    files.write_atomically(paths.keys, keys.line())
    with suppress(OSError):
        files.write_atomically(paths.keys_copy, keys.line())


def fitting(paths: Paths, typed: str, fits: Callable[[Paths, Key], bool]) -> tuple[Keys, Key, Which]:
    """The keys this secret opens, and that open the data. A sync may have brought those of another time; of
    the same time the later secret counts, and an earlier one only where somebody harmed it."""
    places = (paths.keys, paths.keys_copy, paths.own_keys)
    found = [each for each in map(_read_or_none, places) if each]
    times = {each.id: [other for other in found if other.id == each.id] for each in found}
    wrong: CoachError = WrongPassphraseError()
    for of_time in times.values():
        for each in sorted(of_time, key=_serial, reverse=True):
            try:
                master, which = each.opened_by_any(typed)
            except WrongPassphraseError as error:
                wrong = wrong if isinstance(wrong, DamagedError) else error
                break
            except CoachError as error:
                wrong = error
                continue
            if len(times) == 1 or fits(paths, master):
                return each, master, which
            wrong = _damaged(words.store.error.it_is_of_another_time_than)
            break
    raise wrong


def _read_or_none(path: str) -> Keys | None:
    try:
        return parsed(files.read(path))
    except (OSError, CoachError):
        return None


def is_own(paths: Paths, keys: Keys) -> bool:
    """Whether what lies on this machine is sealed with these."""
    own = _read_or_none(paths.own_keys)
    return own is not None and own.id == keys.id


def are_of_one_time(paths: Paths) -> bool:
    """Whether the home and this machine are protected with keys of one time."""
    here, own = _read_or_none(paths.keys), _read_or_none(paths.own_keys)
    return here is not None and own is not None and here.id == own.id


def are_everywhere(paths: Paths, keys: Keys) -> bool:
    """Whether every place holds these, with every secret."""
    places = (paths.own_keys, paths.keys, paths.keys_copy)
    return all(_read_or_none(path) == keys for path in places)


def keep_own(paths: Paths, keys: Keys) -> None:
    """What lies on this machine is sealed with these, whatever a sync does to the others."""
    if _read_or_none(paths.own_keys) != keys:
        files.write_atomically(paths.own_keys, keys.line())


def mended(paths: Paths, keys: Keys) -> None:
    """Both files say this. Keys of another time are set aside, not thrown away."""
    for path in (paths.keys, paths.keys_copy):
        other = _read_or_none(path)
        if other and other.id != keys.id:
            files.make_folder(paths.quarantine)
            files.write_atomically(os.path.join(paths.quarantine, f"keys-{other.id}"), other.line())
        if other != keys:
            files.write_atomically(path, keys.line())


def remove_keys(paths: Paths) -> None:
    """Nothing is sealed any more. This machine's own go first: alone they would protect everything again."""
    for places in ((paths.own_keys,), (paths.keys_copy, paths.keys)):
        for path in places:
            if os.path.lexists(path):
                os.unlink(path)
        files.sync_folder(os.path.dirname(places[0]))


def parsed(raw: bytes) -> Keys:
    """The file as it was written; anything else is refused."""
    try:
        kept = json.loads(without_sum(raw.removesuffix(b"\n")))
        if kept["format"] > FORMAT:
            raise ReadOnlyError(
                words.store.error.the_data_was_protected_by_a, do=words.store.error.update_coach
            )
        locks = {which: _lock(lock) for which, lock in kept["locks"].items()}
        locks["passphrase"]
        serial = int(kept.get("serial", 0))
        return Keys(kept["id"], kept["state"], _raw(kept["public"]), locks, _raw(kept["mac"]), serial)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(words.store.error.it_is_not_as_coach_wrote) from None


def _lock(kept: dict[str, Any]) -> Lock:
    cost = Cost(int(kept["kib"]), int(kept["passes"]))
    lock = Lock(cost, _raw(kept["salt"]), _raw(kept["wrapped"]))
    if not all(least <= here <= most for least, here, most in zip(LEAST, cost, MOST, strict=True)):
        raise _damaged(words.store.error.it_asks_for_more_or_less)
    if len(lock.salt) != sodium.SALT:
        raise ValueError("a salt of another length")
    return lock


def _damaged(why: str) -> DamagedError:
    return DamagedError(
        filled(words.store.error.the_file_keys_is_damaged, why=why),
        kept=words.store.error.nothing_was_changed,
        do=words.store.error.a_backup_holds_it_unzip_p,
    )


def _text(raw: bytes) -> str:
    return b2a_base64(raw, newline=False).decode()


def _raw(text: str) -> bytes:
    return a2b_base64(text, strict_mode=True)
