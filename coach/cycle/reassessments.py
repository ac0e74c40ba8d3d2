"""S3, S9, S10: reassessments begun, answered, sealed, called. Each step is on the disk when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from coach.core.days import day_of
from coach.core.errors import CoachError, UsageError
from coach.core.safe_text import quoted
from coach.core.said_days import say_day
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.cycle.reassessment import SUDDEN, answered, is_opened, is_other, rests_until
from coach.cycle.records import Reassessment
from coach.cycle.season import is_early
from coach.signals.parking import new_signal
from coach.signals.records import Signal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from coach.app import Coach
    from coach.core.record import Source
    from coach.cycle.records import Season
    from coach.cycle.season import Standing
    from coach.cycle.seasons import Seasons
    from coach.frame.frames import Frames
    from coach.store.store import Store
    from coach.store.transaction import Transaction

_GROWS = ("answers", "cites", "spent", "ratings", "gates")
"""Parts of which each step keeps its own, and leaves those of the others."""


class RestingError(CoachError):
    """S3: nothing is decided before the answers have rested."""

    def __init__(self, what: str) -> None:
        super().__init__(what, kept=words.reassessment.locked_kept, do=words.reassessment.locked_ways)


class NoFrameError(UsageError):
    """S10: where nothing is written down nothing can crack."""

    def __init__(self) -> None:
        super().__init__(words.reassessment.no_frame, do=words.reassessment.no_frame_do)


class Reassessments(Service):
    """The direction on the table."""

    def __init__(self, store: Store, ends: time, seasons: Seasons, frames: Frames, nights: int = 1) -> None:
        super().__init__(store, ends)
        self._seasons = seasons
        self._frames = frames
        self._nights = nights

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With what it carries out when it is closed."""
        nights = coach.settings.rest_days
        return cls(coach.store, coach.settings.day_ends, coach.seasons, coach.frames, nights)

    def of(self, season: Season) -> Reassessment | None:
        """The one of a window."""
        own = [each for each in self.since(season.starts) if each.season == season.id]
        return max((each for each in own if each.name != "emergency"), key=lambda each: each.id, default=None)

    def since(self, day: date) -> list[Reassessment]:
        """Those begun since a day, in order."""
        found = self._store.read_since(day, Reassessment)
        own = (each for each in found if day_of(each.at, self._ends) >= day)
        return sorted(own, key=lambda each: each.id)

    def over(self) -> list[Reassessment]:
        """Those of windows that are over, in order: brought to their end, or left."""
        windows = [each.starts for each in self._seasons.all() if each.name == "redesign"]
        found = self.since(min(windows)) if windows else []
        return [each for each in found if (each.closed or each.left) and each.name != "emergency"]

    def held(self) -> list[Reassessment]:
        """Those of windows that were brought to their end, in order."""
        return [each for each in self.over() if each.closed]

    def begin(self) -> Reassessment:
        """The one of the open window, begun if it was not yet."""
        now = self.open_window()
        if kept := self.of(now.season):
            return kept
        with self._store.change(words.reassessment.undo.begin) as change:
            return self.begin_in(change)

    def begin_in(self, change: Transaction) -> Reassessment:
        """Begins it inside another change: two windows begin it once."""
        now = self.open_window()
        if kept := self.of(now.season):
            return kept
        new = Reassessment(
            **happened(self._store.clock),
            name="called" if is_early(now.season) else "window",
            season=now.season.id,
        )
        change.keep(new)
        return new

    def open_window(self) -> Standing:
        """The window that is open; that there is none is said."""
        now = self._seasons.now()
        if now is None:
            raise CoachError(words.reassessment.no_season, do=words.reassessment.no_season_do)
        if now.is_held:
            raise CoachError(words.reassessment.no_window, do=words.reassessment.no_window_do)
        return now

    def keep(self, kept: Reassessment, what: str, **parts: Any) -> Reassessment:
        """It says this too from now on."""
        with self._store.change(words.reassessment.undo[what]) as change:
            return self.put(change, kept, **parts)

    def put(self, change: Transaction, kept: Reassessment, **parts: Any) -> Reassessment:
        """Keeps parts of it inside another change, over what lies there now."""
        fields = change.get(Reassessment.kind, kept.id)
        if fields is None:
            raise CoachError(
                words.season.error.the_reassessment_is_gone, do=words.season.error.undo_can_bring_it_back
            )
        now = Reassessment.read(kept.id, fields)
        if now.closed:
            raise UsageError(words.reassessment.closed_already)
        if now.sealed and "answers" in parts:
            raise UsageError(words.reassessment.sealed_already)
        grown = {name: {**getattr(now, name), **parts[name]} for name in _GROWS if name in parts}
        changed = now.but(**(parts | grown), updated=self._store.clock.now())
        change.put(Reassessment.kind, changed.id, changed.fields())
        return changed

    def answer(
        self,
        answers: Mapping[str, str],
        cites: Mapping[str, Any],
        spent: Mapping[str, float],
        began: Mapping[str, str] | None = None,
    ) -> Reassessment:
        """The hard questions are answered. What is sealed already stays as it is; what was written to the
        same question meanwhile, in another window, stands before it."""
        began = began or {}
        with self._store.change(words.reassessment.undo.answer) as change:
            kept = self.begin_in(change)
            now = {}
            for name, text in answers.items():
                there, was = kept.answers.get(name, "").strip(), began.get(name, "").strip()
                if text.strip() != was:
                    now[name] = f"{there}\n\n{text}" if there not in {was, "", text.strip()} else text
            return self.put(change, kept, answers=now, cites=dict(cites), spent=dict(spent))

    def seal(self) -> Reassessment:
        """From now on the answers rest until the next day."""
        kept = self.begin()
        if not answered(kept):
            raise UsageError(words.reassessment.seal_empty)
        if kept.sealed:
            return kept
        return self.keep(kept, "seal", sealed=self._store.clock.now())

    def unseal(self) -> Reassessment:
        """The deciding steps are open although the answers did not rest; that is recorded."""
        kept = self.begin()
        if is_opened(kept) and self.rests_until(kept) is None:
            return kept
        return self.keep(kept, "unseal", unsealed=self._store.clock.now())

    def refuse_resting(self) -> None:
        """S3: in a window the frame and the gates are closed until the hard questions are answered and have
        rested, or were opened on purpose."""
        now = self._seasons.now()
        if now is None or now.is_held:
            return
        kept = self.of(now.season)
        if not is_opened(kept):
            raise RestingError(words.reassessment.unanswered_locked)
        if opens := self.rests_until(kept):
            raise RestingError(filled(words.reassessment.resting_locked, day=say_day(opens, now.day)))

    def rests_until(self, kept: Reassessment | None) -> date | None:
        """Until when the answers rest; in a window of one day they do not."""
        if kept is None or kept.sealed is None:
            return None
        season = next((each for each in self._seasons.all() if each.id == kept.season), None)
        is_short = season is not None and season.ends == season.starts
        return rests_until(kept, self._days(), 0 if is_short else self._nights)

    def call(
        self,
        because: str,
        answers: Mapping[str, str],
        until: date | None = None,
        on: date | None = None,
        source: Source = "app",
        *,
        rhythm: str = "",
    ) -> Reassessment:
        """S9: the window is opened before its day, with what shifted, and its reassessment begins."""
        said = _said(answers)
        if not because.strip() and not said.get("premise"):
            raise UsageError(words.reassessment.premise_missing)
        with self._store.change(words.reassessment.undo.call) as change:
            why = because or said["premise"]
            season = self._seasons.put(change, "redesign", rhythm=rhythm, until=until, on=on, because=why)
            stamp = happened(self._store.clock)
            new = Reassessment(**stamp, name="called", season=season.id, answers=said, source=source)
            change.keep(new)
            self._park(change, said.get("waits", ""), source)
        return new

    def emergency(
        self,
        answers: Mapping[str, str],
        parts: Mapping[str, str],
        conditions: Mapping[str, str] | None = None,
        source: Source = "app",
    ) -> Reassessment:
        """S10: the frame cracked, and the scheduled cycle is too slow. It may change inside an execution
        season, and the history says so. What waits is parked as a signal for the window."""
        said, now = _said(answers), self._seasons.now()
        if not said.get("premise"):
            raise UsageError(words.reassessment.premise_missing)
        if now is None or not now.is_held:
            raise UsageError(words.reassessment["emergency_open" if now else "emergency_free"])
        if self._frames.current() is None:
            raise NoFrameError
        what = f"{words.reassessment.undo.emergency} {quoted(said['premise'])}"
        with self._store.change(what) as change:
            kept = self._frames.current()
            changed = {name: text for name, text in parts.items() if is_other(kept, name, text)}
            if changed:
                grounds = {name: (conditions or {}).get(name) or said["premise"] for name in changed}
                because = said.get("decided") or said["premise"]
                self._frames.put(change, changed, because, conditions=grounds, came_of="emergency")
            stamp = happened(self._store.clock)
            new = Reassessment(
                **stamp,
                name="emergency",
                season=now.season.id,
                answers=said,
                frame=changed,
                closed=stamp["created"],
                changed=tuple(changed),
                source=source,
            )
            change.keep(new)
            self._park(change, said.get("waits", ""), source)
        return new

    def _park(self, change: Transaction, waits: str, source: Source) -> None:
        if waits.strip():
            change.add(Signal.kind, *new_signal(self._store.clock, waits, "contradicts", source))


def _said(answers: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name in SUDDEN if (text := answers.get(name, "").strip())}
