"""S2: seasons opened, moved, paused. None begins by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.core.days import day_of
from coach.core.errors import CoachError, UsageError
from coach.core.said_days import say_day
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.cycle.records import Season
from coach.cycle.rhythms import DEFAULT, OTHER, find, first_season, planned_end
from coach.cycle.season import Standing, in_order, standing
from coach.frame.records import Frame
from coach.pauses.pauses import LONGEST, covers, end_now, new_rest, shifted, unshifted
from coach.pauses.records import Rest

if TYPE_CHECKING:
    from coach.cycle.records import SeasonName
    from coach.store.transaction import Transaction

_BACK = timedelta(days=3)
"""Further back, a season would be opened and questioned in one minute, and nobody would know."""
_FREE = timedelta(days=7)
"""COACHING.md, "First weeks": what was typed in the welcome is tried on first."""


class Seasons(Service):
    """The cycle: what is open, what is held, what comes next."""

    def all(self) -> list[Season]:
        """Every season there was, in order."""
        return in_order(list(self._store.read_standing(Season)))

    def rests(self) -> list[Rest]:
        """Every exception."""
        return list(self._store.read_standing(Rest))

    def now(self, day: date | None = None) -> Standing | None:
        """Where today, or another day, lies in the cycle."""
        found = standing(self.all(), self.rests(), day or self._today())
        return found and found._replace(free_until=self._free_until(found))

    def _free_until(self, now: Standing) -> date | None:
        """S1: a first frame can be changed for seven days, whatever is held."""
        kept = list(self._store.read_standing(Frame)) if now.is_held else []
        if not kept:
            return None
        first = min(kept, key=lambda frame: frame.id)
        last = day_of(first.created, self._ends) + _FREE - timedelta(days=1)
        return last if now.day <= last else None

    def open(
        self,
        name: SeasonName,
        *,
        rhythm: str = "",
        on: date | None = None,
        until: date | None = None,
        because: str = "",
    ) -> Season:
        """The season begins. The one before ends the day before; a window before its day needs a reason."""
        on = on or self._today()
        with self._store.change(
            filled(
                words.season.says.undo_opened, season=words.season.said[name], day=say_day(on, self._today())
            )
        ) as change:
            return self.put(change, name, rhythm=rhythm, on=on, until=until, because=because)

    def put(
        self,
        change: Transaction,
        name: SeasonName,
        *,
        rhythm: str = "",
        on: date | None = None,
        until: date | None = None,
        because: str = "",
        is_gone_through: bool = False,
        is_left: bool = False,
    ) -> Season:
        """Opens it inside another change. A window gone through to its end was as long as it was; one that is
        left says so."""
        on, now = on or self._today(), self._store.clock.now()
        all_of_them = in_order(change.standing(Season))
        last = all_of_them[-1] if all_of_them else None
        kept = rhythm or (last.rhythm if last else DEFAULT)
        name = name if last else first_season(find(kept), name, on)
        ends = until or planned_end(find(kept), name, on)
        self._check_start(name, on, last, because)
        if ends < on:
            raise UsageError(words.season.error.a_season_cannot_end_before_it)
        if ends - on > LONGEST * 2:
            raise UsageError(words.season.error.a_season_lasts_a_year_at)
        due = None
        if last and last.closed is None:
            due = shifted(last.planned or last.ends, last.starts, self.rests()) + timedelta(days=1)
            if is_gone_through:
                last = last.but(ends=max(last.starts, min(last.ends, on - timedelta(days=1))), planned=None)
            change.put(Season.kind, last.id, last.but(closed=on, left=is_left, updated=now).fields())
        season = Season(
            **made(self._store.clock),
            name=name,
            rhythm=find(kept).id,
            starts=on,
            ends=ends,
            due=due if last and last.name != name else None,
            because=" ".join(because.split()),
        )
        change.keep(season)
        return season

    def move(self, until: date, because: str = "") -> Season:
        """The open season is planned to end on another day. Bringing the window nearer takes a word, as
        calling it does."""
        now = self._store.clock.now()
        with self._store.change(
            filled(words.season.says.undo_moved, day=say_day(until, now.date()))
        ) as change:
            season = self._open()
            if until < max(season.starts, self._today()):
                raise UsageError(
                    words.season.error.a_season_cannot_end_before_today,
                    do=words.season.error.to_begin_the_next_one_open,
                )
            if until - season.starts > LONGEST * 2:
                raise UsageError(words.season.error.a_season_lasts_a_year_at)
            rests, why = self.rests(), " ".join(because.split())
            if season.name == "execution" and until < shifted(season.ends, season.starts, rests) and not why:
                raise UsageError(
                    words.season.error.to_bring_the_window_nearer_takes,
                    kept=words.season.error.nothing_was_changed,
                    do=words.season.error.coach_season_move_until_because,
                )
            ends = unshifted(until, season.starts, rests)
            first = season.planned or season.ends
            planned = first if first != ends else None
            moved = season.but(ends=ends, planned=planned, because=why or season.because, updated=now)
            change.put(Season.kind, season.id, moved.fields())
        return moved

    def pause(self, until: date, *, first: date | None = None, because: str = "") -> Rest:
        """Everything rests: nothing is due, and what would end ends later. During a pause, that one lasts
        until then instead."""
        today = self._today()
        rest = new_rest(self._store.clock, "pause", first or today, until, because=because)
        with self._store.change(filled(words.season.says.undo_paused, day=say_day(until, today))) as change:
            running = [each for each in self.rests() if covers(each, today) and each.commitment is None]
            if running and first is None:
                kept = running[-1]
                rest = kept.but(
                    until=until, because=rest.because or kept.because, updated=self._store.clock.now()
                )
            change.keep(rest)
        return rest

    def resume(self) -> None:
        """The pause ends with yesterday."""
        with self._store.change(words.season.says.undo_resumed) as change:
            end_now(change, self.rests(), self._today(), self._store.clock.now())

    def _open(self) -> Season:
        found = [each for each in self.all() if each.closed is None]
        if not found:
            raise CoachError(
                words.season.error.no_season_is_open_yet,
                do=words.season.error.coach_season_execution_opens_one,
            )
        return found[-1]

    def _check_start(self, name: SeasonName, on: date, last: Season | None, because: str) -> None:
        today = self._today()
        if on > today:
            raise UsageError(
                filled(words.season.error.is_yet_to_come_a_season, day=say_day(on, today)),
                do=words.season.error.its_planned_day_stands_in_coach,
            )
        if last is None:
            return
        if on < today - _BACK:
            raise UsageError(
                filled(words.season.error.is_too_long_ago_a_season, day=say_day(on, today)),
                kept=words.season.error.nothing_was_changed,
                do=filled(words.season.error.at_most_days_back, days=_BACK.days),
            )
        if on < last.starts or (last.closed and on < last.closed):
            said = filled(
                words.season.says.that_began,
                season=words.season.said[last.name],
                day=say_day(last.starts, today),
            )
            raise UsageError(
                filled(words.season.error.would_overlap_the, day=say_day(on, today), said=said),
                kept=words.season.error.nothing_was_changed,
            )
        ends = shifted(last.ends, last.starts, self.rests())
        if name == last.name and on <= ends:
            other = words.season.said[OTHER[name]]
            raise UsageError(
                filled(
                    words.season.error.this_lasts_until,
                    value=words.season.said[name],
                    day=say_day(ends, today),
                ),
                kept=words.season.error.nothing_was_changed,
                do=filled(words.season.error.what_can_be_opened_now_is, other=other),
            )
        if name == "redesign" and on <= ends and not because.strip():
            raise UsageError(
                filled(
                    words.season.error.the_window_is_planned_for_before,
                    day=say_day(ends + timedelta(days=1), today),
                ),
                kept=words.season.error.nothing_was_changed,
                do=words.season.error.coach_season_redesign_because_or_park,
            )
