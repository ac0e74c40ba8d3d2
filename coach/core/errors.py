"""What can go wrong, said once: what happened, what was kept, what to do."""

DONE = 0
FAILED = 1
NOTHING_DUE = 1
"""What `coach status` says to a prompt."""
USAGE = 2
NOT_FOUND = 3
NO_DATA = 10
BUSY = 11
WRONG_PASSPHRASE = 12
DAMAGED = 13
INTERRUPTED = 130


class CoachError(Exception):
    """An error a person can act on. Raised early, shown once, as one line."""

    code = FAILED

    def __init__(self, what: str, *, kept: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.kept = kept
        self.do = do

    def __str__(self) -> str:
        return " ".join(_sentence(part) for part in (self.what, self.kept, self.do) if part)


def _sentence(part: str) -> str:
    return part if part[-1] in ".?…" else f"{part}."


class UsageError(CoachError):
    """The words of a command do not fit together."""

    code = USAGE


class NotFoundError(CoachError):
    """A reference fits nothing, or too much."""

    code = NOT_FOUND


class NoDataError(CoachError):
    """There is nothing to show yet."""

    code = NO_DATA


class BusyError(CoachError):
    """Another process holds the data."""

    code = BUSY


class LockedError(CoachError):
    """The data is sealed, and nobody has said the passphrase."""

    code = WRONG_PASSPHRASE


class WrongPassphraseError(LockedError):
    """What was said opens nothing."""

    def __init__(self) -> None:
        from coach.core.texts import words

        super().__init__(words.protect.wrong, kept=words.protect.untouched)


class DamagedError(CoachError):
    """A file is not what coach wrote."""

    code = DAMAGED


class DiskError(CoachError):
    """The disk refused."""


class ReadOnlyError(CoachError):
    """The data can be read and not written, by this version or on this disk."""
