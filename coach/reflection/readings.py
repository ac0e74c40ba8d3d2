"""L10: the two numbers of the frame as they are read off somewhere, on any day; a week takes its last one."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from coach.core.errors import UsageError
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.reflection.records import Number, Reading
from coach.reflection.typed import as_typed
from coach.store.query import where

if TYPE_CHECKING:
    from datetime import date

    from coach.core.record import Source

NUMBERS: tuple[Number, ...] = get_args(Number)


class Readings(Service):
    """What was read off, at most once a day of each."""

    def keep(self, name: Number, value: float, day: date, source: Source = "shell") -> Reading:
        """The number of a day is this, from now on."""
        if day > self._today():
            raise UsageError(words.reflect.error.reading_ahead)
        clock = self._store.clock
        with self._store.change(
            filled(words.reflect.says.undo_reading, name=words.season.page[name].lower())
        ) as change:
            if kept := self._of(name, day):
                return self._changed(change, self._as_it_is(change, kept).but(value=value))
            stamp = made(clock) | {"at": clock.noon(day), "zone": clock.zone}
            reading = Reading(**stamp, name=name, value=value, day=day, source=source)
            change.keep(reading)
        return reading

    def since(self, day: date, name: str) -> list[Reading]:
        """Those of a number since a day, oldest first; of two of one day the later written."""
        found = self._store.read_since(day, Reading, where("name") == name)
        latest: dict[date, Reading] = {}
        for each in found:
            if each.day >= day and each.is_later_than(latest.get(each.day)):
                latest[each.day] = each
        return [latest[day] for day in sorted(latest)]

    def lines(self, first: date, last: date) -> dict[str, str]:
        """What the lines of a week's review say already: the last of each in its days."""
        found = {name: [each for each in self.since(first, name) if each.day <= last] for name in NUMBERS}
        return {name: as_typed(own[-1].value) for name, own in found.items() if own}

    def _of(self, name: str, day: date) -> Reading | None:
        return next((each for each in self.since(day, name) if each.day == day), None)
