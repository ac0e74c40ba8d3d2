"""Files that are not what coach wrote, or gone: noticed, remembered, and never written over unasked."""

from __future__ import annotations

import json
import os
from contextlib import suppress

from coach.core.errors import DamagedError
from coach.core.texts import filled, words
from coach.store import files


class Damage:
    """What is known to be damaged, by the name of the file. Other processes learn it from a small note."""

    def __init__(self, note: str) -> None:
        self._note = note
        self._known: dict[str, DamagedError] = {}
        self.captures: list[str] = []
        """Paths of captures that cannot be read. They block nothing: the rest of the data is whole."""
        self.records: dict[str, str] = {}
        """Single records that make no sense, by id, and why. They block nothing either."""

    def __bool__(self) -> bool:
        return bool(self._known)

    def found(self, name: str, error: DamagedError) -> None:
        """Remembers a damaged file and leaves a note for the next process."""
        if name not in self._known:
            self._known[name] = error
            with suppress(OSError):
                files.write_atomically(self._note, json.dumps(sorted(self._known)).encode() + b"\n")

    def now(self, found: dict[str, DamagedError]) -> None:
        """What is damaged at this moment, after a look at everything that was."""
        if not found and (self._known or os.path.exists(self._note)):
            files.discard(self._note)
        self._known = {name: error for name, error in self._known.items() if name in found}
        for name, error in found.items():
            self.found(name, error)

    def noted(self) -> list[str]:
        """The files another process found damaged."""
        if not os.path.exists(self._note):
            return []
        try:
            names = json.loads(files.read(self._note))
        except (OSError, ValueError):
            return []
        return [name for name in names if isinstance(name, str)]

    def names(self) -> list[str]:
        """The damaged files."""
        return sorted(self._known)

    def error(self) -> DamagedError | None:
        """All that is known to be damaged, as one line."""
        if self._known:
            name, first = next(iter(self._known.items()))
            more = (
                filled(words.store.says.and_more, count=len(self._known) - 1) if len(self._known) > 1 else ""
            )
            what = first.what if not more else filled(words.store.says.is_damaged, name=name, more=more)
            return DamagedError(what, kept=first.kept, do=first.do)
        if self.records:
            reason = next(iter(self.records.values()))
            more = (
                filled(words.store.says.and_more, count=len(self.records) - 1)
                if len(self.records) > 1
                else ""
            )
            return DamagedError(
                f"{reason}{more}",
                kept=words.store.error.everything_else_is_shown,
                do=words.store.error.run_coach_doctor,
            )
        if self.captures:
            return DamagedError(
                filled(words.store.error.in_the_inbox_cannot_be_read, count=len(self.captures)),
                kept=words.store.error.everything_else_is_whole,
                do=words.store.error.run_coach_doctor,
            )
        return None

    def refuse(self) -> None:
        """While a file is damaged, nothing is written."""
        if self._known:
            raise DamagedError(
                filled(words.store.error.damaged_the_data_is_open_for, value=", ".join(self.names())),
                kept=words.store.error.coach_add_still_keeps_what_you,
                do=words.store.error.coach_doctor_shows_what_can_be,
            )


def missing(name: str) -> DamagedError:
    """What to say of a file that was there and is not."""
    return DamagedError(
        filled(words.store.error.is_missing, name=name),
        kept=words.store.error.nothing_was_changed,
        do=words.store.error.run_coach_doctor,
    )
