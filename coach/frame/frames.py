"""The frame: where it goes, what is given up for it, and the numbers that would prove it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, Self

from coach.core.days import day_of
from coach.core.errors import CoachError, UsageError
from coach.core.record import CONTEXTS, STAGES
from coach.core.safe_text import quoted
from coach.core.said_days import say_day
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.frame.records import LESS, Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, time

    from coach.app import Coach
    from coach.core.record import ReassessmentName
    from coach.cycle.season import Standing
    from coach.cycle.seasons import Seasons
    from coach.store.store import Store
    from coach.store.transaction import Transaction

BOUND = ("direction", "giving_up", "outcome", "flow")
"""What stays as it is while a person executes."""
LOOSE: dict[str, tuple[str, ...]] = {"context": CONTEXTS, "stage": STAGES, "less": LESS}
"""M3, M4: what one stands in may change at any time, and so may how a number is read."""
PARTS = (*BOUND, *LOOSE)
NUMBERS = ("flow", "outcome")
"""The parts that are counted each week."""


class HeldError(CoachError):
    """S1: the frame stays as it is while a person executes."""


class Frames(Service):
    """What the person has decided to hold. Every change is kept beside what stood before."""

    def __init__(
        self, store: Store, ends: time, seasons: Seasons, refuse_resting: Callable[[], None]
    ) -> None:
        super().__init__(store, ends)
        self._seasons = seasons
        self._refuse_resting = refuse_resting

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With the cycle, which says when it can be changed."""
        return cls(coach.store, coach.settings.day_ends, coach.seasons, coach.refuse_resting)

    def current(self) -> Frame | None:
        """The frame that holds now."""
        return max(self._store.read_standing(Frame), key=lambda frame: frame.id, default=None)

    def on(self, day: date) -> Frame | None:
        """The frame that held on a day; before the first one, that one."""
        history = self.history()
        held = (each for each in history if day_of(each.created, self._ends) <= day)
        return next(held, history[-1] if history else None)

    def part_since(self, part: str, day: date) -> date | None:
        """Since when the frame of a day has said this of one of its parts."""
        held = [each for each in self.history() if day_of(each.created, self._ends) <= day]
        own = takewhile(lambda each: getattr(each, part) == getattr(held[0], part), held)
        return min((day_of(each.created, self._ends) for each in own), default=None)

    def history(self) -> list[Frame]:
        """The frame as it was, the latest first."""
        return sorted(self._store.read_standing(Frame), key=lambda frame: frame.id, reverse=True)

    def change(self, parts: dict[str, str], because: str = "") -> Frame:
        """The frame with these parts. Refused while it is held."""
        said = {name: _cleaned(name, text) for name, text in parts.items()}
        with self._store.change(words.season.says.undo_changed) as change:
            kept = self.current()
            before = {name: getattr(kept, name) for name in PARTS} if kept else {}
            why = " ".join(because.split())
            if kept and all(before[name] == text for name, text in said.items()):
                if why in {"", kept.because}:
                    return kept
                if not kept.because:
                    return self._explain(change, kept, why)
                self._refuse_held()
            moved = [name for name, text in said.items() if before.get(name) and before[name] != text]
            moved = [name for name in moved if name not in LOOSE]
            if kept and moved:
                self._refuse_held()
            grounds = self._grounds(moved, why)
            frame = self.put(
                change, parts, because, conditions=grounds, came_of="window" if grounds else None
            )
            done = words.season.says.undo_set if "direction" in said else words.season.says.undo_changed_of
            change.what = f"{done} {quoted(frame.direction)}"
        return frame

    def put(
        self,
        change: Transaction,
        parts: Mapping[str, str],
        because: str = "",
        *,
        conditions: Mapping[str, str] | None = None,
        came_of: ReassessmentName | None = None,
    ) -> Frame:
        """The frame with these parts, inside another change and whether or not it is held."""
        kept = self.current()
        merged: dict[str, Any] = {name: getattr(kept, name) for name in PARTS} if kept else {}
        merged |= {name: _cleaned(name, text) for name, text in parts.items()}
        if not merged.get("direction"):
            raise UsageError(words.season.error.a_direction_needs_a_sentence)
        frame = Frame(
            **made(self._store.clock),
            because=" ".join(because.split()),
            conditions=dict(conditions or {}),
            came_of=came_of,
            **merged,
        )
        change.keep(frame)
        return frame

    def _explain(self, change: Transaction, kept: Frame, why: str) -> Frame:
        """Nothing is different; a word why was not said yet, and is added."""
        explained = kept.but(because=why, updated=self._store.clock.now())
        change.what = filled(words.season.says.undo_why, why=quoted(why))
        change.put(Frame.kind, kept.id, explained.fields())
        return explained

    def point(self, direction: str) -> Frame:
        """The frame with this direction."""
        return self.change({"direction": direction})

    def _grounds(self, moved: list[str], why: str) -> dict[str, str]:
        """S17: in a window, a change has a real condition behind it."""
        now = self._seasons.now()
        if not moved or now is None or now.is_held:
            return {}
        if not why:
            raise UsageError(words.reassessment.open.condition, do=words.season.ask.because)
        return dict.fromkeys(moved, why)

    def open_parts(self) -> tuple[str, ...]:
        """Those that can be said now. What was never said may be at any time: nothing is held there yet."""
        kept = self.current()
        if kept is None:
            return PARTS
        if self.closed():
            return tuple(name for name in PARTS if name in LOOSE or not getattr(kept, name))
        return PARTS

    def closed(self) -> str:
        """Why it cannot become another one now; nothing where it can."""
        try:
            self._refuse_held()
        except CoachError as error:
            return error.what
        return ""

    def free_until(self) -> date | None:
        """The last day on which a frame that is held may still become another one, if that is to come."""
        now = self._seasons.now()
        return now.free_until if now else None

    def _refuse_held(self) -> None:
        """S1, S3."""
        now = self._seasons.now()
        if now is None:
            return
        if not now.is_held:
            self._refuse_resting()
        elif self.free_until() is None:
            raise held(now)


def held(now: Standing) -> HeldError:
    """S1: until when it is held, and the two ways there are."""
    opens = say_day(now.next_starts, now.day)
    until = (
        words.season.says.until_the_window_is_opened
        if now.days_over
        else filled(words.season.says.until_when_the_window_opens, opens=opens)
    )
    kept, ways = words.season.held_kept, words.season.held_ways
    return HeldError(filled(words.season.error.the_frame_is_held, until=until), kept=kept, do=ways)


def changes(frame: Frame, before: Frame | None) -> list[str]:
    """The parts that became different."""
    return [name for name in PARTS if before is None or getattr(frame, name) != getattr(before, name)]


def _cleaned(name: str, text: str) -> str | None:
    said = " ".join(text.split())
    if known := LOOSE.get(name):
        if said and said not in known:
            raise UsageError(
                filled(words.season.error.there_is_no_context, said=said),
                do=filled(words.season.error.there_are, value=", ".join(known)),
            )
        return said or None
    if name == "direction" and not said:
        raise UsageError(words.season.error.a_direction_needs_a_sentence)
    return said
