"""Two keys a week: how likely something is to be done by Friday, and whether it was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import first_line, quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.deciding.records import Forecast

if TYPE_CHECKING:
    from coach.core.record import Record, Source
    from coach.deciding.records import Came
    from coach.store.transaction import Transaction

FRIDAY = 4
ODDS = range(5, 10)
"""The keys: five to nine of ten."""
_BACK = timedelta(weeks=8)
_NAME = 40


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

    def open(self) -> list[Forecast]:
        """Those of which nothing was said yet, however old."""
        return [each for each in self.all() if each.came is None]

    def meant(self, subject: str, record: Record | None) -> Forecast:
        """The open one that is about a commitment, that has this reference, or these words."""
        found = [
            each
            for each in self.open()
            if (record and record.id in {each.id, each.of}) or each.text.casefold() == subject.casefold()
        ]
        if not found:
            raise NotFoundError(filled(words.deciding.error.no_forecast, subject=first_line(subject, _NAME)))
        return found[0]

    def say(self, text: str, tenths: int, of: str | None = None, source: Source = "app") -> Forecast:
        """How likely it is to be done by Friday, five to nine of ten."""
        line, due = " ".join(text.split()), next_friday(self._today())
        if not line:
            raise UsageError(words.deciding.error.no_text)
        if tenths not in ODDS:
            raise UsageError(words.deciding.error.tenths)
        with self._store.change(filled(words.deciding.undo.forecast, what=quoted(line))) as change:
            own = [each for each in self.lately(self._today()) if each.due == due and each.came is None]
            kept = next((each for each in own if (each.of == of if of else each.text == line)), None)
            if kept:
                return self._changed(change, kept.but(odds=tenths * 10.0))
            new = Forecast(
                **happened(self._store.clock), text=line, odds=tenths * 10.0, due=due, of=of, source=source
            )
            change.keep(new)
            return new

    def think_again(self, forecast: Forecast, tenths: int) -> Forecast:
        """Another number for one whose day is to come."""
        if tenths not in ODDS:
            raise UsageError(words.deciding.error.tenths)
        with self._store.change(filled(words.deciding.undo.forecast, what=quoted(forecast.text))) as change:
            return self._changed(change, self._still_open(change, forecast).but(odds=tenths * 10.0))

    def resolve(self, forecast: Forecast, came: Came) -> Forecast:
        """Whether it was done by its day; said once, as the number was seen then."""
        with self._store.change(filled(words.deciding.undo.resolved, what=quoted(forecast.text))) as change:
            kept = self._still_open(change, forecast)
            return self._changed(change, kept.but(came=came, reviewed=self._store.clock.now()))

    def _still_open(self, change: Transaction, forecast: Forecast) -> Forecast:
        kept = self._as_it_is(change, forecast)
        if kept.came:
            raise UsageError(words.deciding.error.is_resolved, do=words.deciding.error.is_resolved_do)
        return kept
