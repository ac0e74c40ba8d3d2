"""Asking for the passphrase: of the terminal, a file descriptor or the system's keyring; of nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach import settings
from coach.core.errors import CoachError, LockedError, UsageError, WrongPassphraseError
from coach.core.installed import command_for
from coach.core.texts import filled, words
from coach.store import short_unlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.shell.shell import Shell
    from coach.store.seals import Seals

TRIES = 3
_LONGEST = 4096
_SERVICE = "coach"


def unlock(seals: Seals, shell: Shell) -> None:
    """Opens the data. Three wrong answers end the command and change nothing."""
    if unlock_silently(seals, shell):
        return
    if not seals.is_own:
        shell.say(words.protect.first_here)
    ask_until(shell, words.protect.ask, seals.unlock)
    if seals.was_recovered:
        shell.say(words.protect.opened_with_code)
    if minutes := _remember(seals, shell):
        shell.say(filled(words.protect.open_for, minutes=minutes))


def unlock_silently(seals: Seals, shell: Shell) -> bool:
    """Whether it opened without asking a person."""
    if shell.passphrase_fd is not None:
        seals.unlock(from_descriptor(shell))
        _remember(seals, shell)
        return True
    chosen, _ = settings.load_or_default(shell.paths.config)
    if chosen.unlock_for and short_unlock.recall(seals, os.environ):
        return True
    return chosen.keyring and _unlocked_by_keyring(seals, shell)


def _unlocked_by_keyring(seals: Seals, shell: Shell) -> bool:
    try:
        kept = from_keyring(seals)
        if kept is None:
            return False
        seals.unlock(kept)
    except WrongPassphraseError:
        shell.say(words.protect.keyring_old)
        return False
    except CoachError as error:
        shell.say(f"coach: {error}")
        return False
    _remember(seals, shell)
    return True


def ask_until(shell: Shell, prompt: str, take: Callable[[str], object]) -> None:
    """Asks on the terminal, at most three times."""
    for left in reversed(range(TRIES)):
        try:
            take(read_secret(prompt))
        except WrongPassphraseError as error:
            if not left:
                error.do = words.protect.forgotten_it
                raise
            shell.say(words.protect.again)
        else:
            return


def new_passphrase(shell: Shell, check: Callable[[str], object]) -> str:
    """A passphrase said twice, or once by a program."""
    if shell.passphrase_fd is not None:
        said = from_descriptor(shell)
        check(said)
        return said
    for left in reversed(range(TRIES)):
        said = read_secret(words.protect.ask_new)
        try:
            check(said)
        except UsageError as error:
            if not left:
                raise
            shell.say(str(error))
            continue
        if read_secret(words.protect.ask_twice) == said:
            return said
        shell.say(words.protect.differ)
    raise UsageError(words.protect.differ, kept=words.shell.error.nothing_was_changed)


def read_secret(prompt: str) -> str:
    """A line from the terminal itself, not shown, whatever stands on stdin."""
    from getpass import getpass

    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC))
    except OSError:
        raise LockedError(
            words.shell.error.there_is_no_terminal_to_ask,
            kept=words.shell.error.nothing_was_touched,
            do=words.shell.error.passphrase_fd_n_reads_it_from,
        ) from None
    try:
        return getpass(f"{prompt} ")
    except EOFError:
        raise LockedError(
            words.shell.error.no_passphrase_was_said, kept=words.shell.error.nothing_was_touched
        ) from None


def the_passphrase(shell: Shell) -> str:
    """As it is now, said once more; a program has said it already."""
    return read_secret(words.protect.ask) if shell.passphrase_fd is None else shell.passphrase


def from_descriptor(shell: Shell) -> str:
    """The next line of an open file descriptor, which no child of ours gets to see."""
    number = shell.passphrase_fd or 0
    raw = b""
    try:
        os.set_inheritable(number, False)
        while not raw.endswith(b"\n") and len(raw) < _LONGEST and (sign := os.read(number, 1)):
            raw += sign
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", "") or words.shell.says.no_such_file
        raise UsageError(
            filled(words.shell.error.passphrase_fd_cannot_be_read, number=number, why=why),
            kept=words.shell.error.nothing_was_touched,
        ) from error
    if not raw:
        raise LockedError(
            filled(words.shell.error.nothing_stands_on_passphrase_fd, number=number),
            kept=words.shell.error.nothing_was_touched,
        )
    shell.passphrase = raw.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "surrogateescape")
    return shell.passphrase


def from_keyring(seals: Seals) -> str | None:
    """What the system's keyring holds for this data."""
    found = _keyring().get_password(_SERVICE, _name(seals))
    return found if isinstance(found, str) else None


def into_keyring(seals: Seals, secret: str) -> None:
    """The system keeps the passphrase from now on."""
    _keyring().set_password(_SERVICE, _name(seals), secret)


def out_of_keyring(name: str) -> None:
    """The system keeps the passphrase of these keys no longer."""
    if _keyring().get_password(_SERVICE, name) is not None:
        _keyring().delete_password(_SERVICE, name)


class _Keyring:
    """The system's keyring, and what goes wrong with it in one line."""

    def __init__(self) -> None:
        try:
            import keyring  # 100 ms, and an extra
        except ImportError as error:
            raise CoachError(
                words.shell.error.the_systems_keyring_needs_its_extra,
                kept=words.shell.error.nothing_was_changed,
                do=filled(words.shell.error.keyring_extra_missing, command=command_for("keyring")),
            ) from error
        self._keyring = keyring

    def get_password(self, service: str, name: str) -> str | None:
        """What is kept there."""
        return self._asked(lambda: self._keyring.get_password(service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keeps it."""
        self._asked(lambda: self._keyring.set_password(service, name, secret))

    def delete_password(self, service: str, name: str) -> None:
        """Keeps it no longer."""
        self._asked(lambda: self._keyring.delete_password(service, name))

    def _asked(self, ask: Callable[[], str | None]) -> str | None:
        try:
            return ask()
        except Exception as error:
            raise CoachError(
                filled(words.shell.error.the_systems_keyring_does_not_answer, name=type(error).__name__),
                kept=words.shell.error.nothing_was_changed,
                do=words.shell.error.coach_config_keyring_no_does_without,
            ) from error


def _keyring() -> _Keyring:
    return _Keyring()


def _name(seals: Seals) -> str:
    return seals.keys.id if seals.keys else ""


def _remember(seals: Seals, shell: Shell) -> int:
    """For how many minutes it stays open."""
    minutes = settings.load_or_default(shell.paths.config)[0].unlock_for
    if minutes:
        try:
            short_unlock.remember(seals, minutes, os.environ)
        except CoachError:
            return 0  # `coach config` has said so
    return minutes
