"""Two keys a week: how likely something is to be done by Friday, and whether it was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.deciding.records import Forecast

if TYPE_CHECKING:
    from coach.core.record import Source
    from coach.deciding.records import Came

FRIDAY = 4
ODDS = range(5, 10)
"""The keys: five to nine of ten."""
_BACK = timedelta(weeks=8)


def next_friday(day: date) -> date:
    """The Friday of this week, or of the next from Friday on."""
    return day + timedelta(days=(FRIDAY - day.weekday() - 1) % 7 + 1)


class Forecasts(Service):
    """What was expected of the week."""

    def all(self) -> list[Forecast]:
        """Every one, the latest first."""
        return sorted(
            self._store.read_since(None, Forecast), key=lambda each: (each.at, each.id), reverse=True
        )

    def lately(self, day: date) -> list[Forecast]:
        """Those of the last weeks, the earliest first."""
        return sorted(self._store.read_since(day - _BACK, Forecast), key=lambda each: each.id)

    def waiting(self, day: date) -> list[Forecast]:
        """Those whose day has come, and of which nothing was said."""
        return [each for each in self.lately(day) if each.came is None and each.due <= day]

    def say(self, text: str, tenths: int, of: str | None = None, source: Source = "app") -> Forecast:
        """How likely it is to be done by Friday, five to nine of ten."""
        line, due = " ".join(text.split()), next_friday(self._today())
        if not line:
            raise UsageError(words.deciding.error.no_text)
        if tenths not in ODDS:
            raise UsageError(words.deciding.error.tenths)
        own = [each for each in self.lately(self._today()) if each.due == due and each.came is None]
        kept = next((each for each in own if (each.of == of if of else each.text == line)), None)
        with self._store.change(filled(words.deciding.undo.forecast, what=quoted(line))) as change:
            if kept:
                now = kept.but(odds=tenths * 10.0, updated=self._store.clock.now())
                change.put(now.kind, now.id, now.fields())
                return now
            new = Forecast(
                **happened(self._store.clock), text=line, odds=tenths * 10.0, due=due, of=of, source=source
            )
            change.keep(new)
            return new

    def resolve(self, forecast: Forecast, came: Came) -> Forecast:
        """Whether it was done by its day."""
        with self._store.change(filled(words.deciding.undo.resolved, what=quoted(forecast.text))) as change:
            fields = change.get(Forecast.kind, forecast.id)
            if fields is None:
                raise NotFoundError(words.evidence.gone)
            clock = self._store.clock
            now = Forecast.read(forecast.id, fields).but(came=came, reviewed=clock.now(), updated=clock.now())
            change.put(now.kind, now.id, now.fields())
        return now
