"""Commitments: made, renegotiated, paused, ended, and brought through their gates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coach.days import day_of, instant
from coach.errors import CoachError, NoDataError, NotFoundError, UsageError
from coach.managing.progress import GATE_OPENS, gate_of, is_gate_open, state
from coach.managing.recurrence import first_on, in_28_days, read, say
from coach.records import Commitment, Rest, Turn
from coach.references import resolve
from coach.rests import end_now, new_rest
from coach.safe_text import first_line
from coach.stamp import happened, made
from coach.when import say_day

if TYPE_CHECKING:
    from datetime import time

    from coach.records import Ending, TurnResult
    from coach.store.store import Store, Transaction

LIMIT = 5
GATE_WEEKS = 12
QUESTIONS = ("solves", "unintended", "different", "again")
"""S6: what a gate asks, by the names of assets/content/commitments.toml."""
WORDS = ("text", "why", "problem", "obstacle", "cue", "act", "drop_if", "avoids")
_WHAT_WIDTH = 40
_MORE = 0.5
"""In four weeks: less is rounding."""
_ENDINGS: dict[Ending, TurnResult] = {"finished": "finish", "dropped": "drop", "ended": "end"}


class OverLimitError(CoachError):
    """L16: one more than fits. An exception with an expiry makes room (L15)."""


class ExpansionError(CoachError):
    """S6: more of it, or for longer, goes through the gate."""


class Commitments:
    """What the person holds."""

    def __init__(self, store: Store, ends: time, limit: int = LIMIT) -> None:
        self._store = store
        self._ends = ends
        self.limit = limit

    def all(self) -> list[Commitment]:
        """Every commitment there was, in the order in which they were made."""
        return sorted(self._store.read_standing(Commitment), key=lambda each: each.id)

    def rests(self) -> list[Rest]:
        """Every exception."""
        return list(self._store.read_standing(Rest))

    def active(self, day: date | None = None) -> list[Commitment]:
        """Those that take room on a day."""
        rests, day = self.rests(), day or self._today()
        return [each for each in self.all() if state(each, rests, day) in {"held", "coming"}]

    def find(self, reference: str) -> Commitment:
        """The one commitment a reference means. Only they are looked at: marking must not open years."""
        known = {each.id: each for each in self._store.read_standing(Commitment)}
        if not known:
            raise NoDataError("there is no commitment yet", do="`coach commit` makes one")
        found = known.get(resolve(self._store, reference, known))
        if found is None:
            raise NotFoundError(
                f"no commitment is called “{reference}”", do="`coach list commitments` shows them"
            )
        return found

    def get(self, record_id: str) -> Commitment:
        """The commitment with this id."""
        return self.find(record_id)

    def make(self, text: str, *, over_until: date | None = None, **parts: Any) -> Commitment:
        """A new commitment. Beyond the limit only with a day until which that may be so."""
        with self._store.change(self._what("committed to", text)) as change:
            starts = parts.pop("starts", None) or self._today()
            commitment = Commitment(
                **made(self._store.clock),
                text=_line(text),
                starts=starts,
                gate=parts.pop("gate", None) or starts + timedelta(weeks=GATE_WEEKS),
                **_cleaned(parts),
            )
            self._check(commitment)
            self._make_room(change, over_until)
            change.put(Commitment.kind, commitment.id, commitment.fields())
        return commitment

    def renegotiate(self, commitment: Commitment, because: str = "", **parts: Any) -> Commitment:
        """The same commitment on other terms: a good outcome. More of it, or for longer, is for its gate."""
        with self._store.change(self._what("renegotiated", commitment.text)) as change:
            kept = self._same(change, commitment)
            changed = kept.but(**_cleaned(parts))
            if changed == kept:
                return kept
            self._refuse_more(kept, changed)
            changed = self._kept_changed(change, kept, changed)
            if _terms(changed) != _terms(kept):
                self._turn(change, kept, "renegotiate", because)
        return changed

    def end(self, commitment: Commitment, ending: Ending, because: str = "") -> Commitment:
        """It is over, for the good reason or another."""
        with self._store.change(self._what(ending, commitment.text)) as change:
            kept = self._same(change, commitment)
            if kept.ended:
                raise UsageError(f"it ended on {say_day(kept.ended, self._today())} already")
            self._turn(change, kept, _ENDINGS[ending], because)
            return self._kept_changed(change, kept, kept.but(ended=self._today(), ended_as=ending))

    def pass_gate(
        self,
        commitment: Commitment,
        result: TurnResult,
        answers: dict[str, str],
        *,
        because: str = "",
        is_window: bool = False,
        over_until: date | None = None,
        **parts: Any,
    ) -> Commitment:
        """S6: renewed, changed, expanded or ended. Going on takes an answer to each question."""
        today, rests = self._today(), self.rests()
        with self._store.change(self._what(f"{result} at the gate:", commitment.text)) as change:
            kept = self._same(change, commitment)
            if not is_window and not is_gate_open(kept, rests, today):
                opens = say_day(gate_of(kept, rests) - GATE_OPENS, today)
                raise UsageError(f"its gate opens on {opens}", do="Renegotiating is possible at any time")
            said = {name: " ".join(answers.get(name, "").split()) for name in QUESTIONS}
            if result != "end" and not all(said.values()):
                raise UsageError(
                    "a gate is passed with an answer to each of its questions",
                    kept="Nothing was changed",
                    do="Ending it needs none",
                )
            self._turn(change, kept, result, because, {name: text for name, text in said.items() if text})
            if result == "end":
                return self._kept_changed(change, kept, kept.but(ended=today, ended_as="ended"))
            if state(kept, rests, today) == "lapsed":
                self._make_room(change, over_until)
            gate = parts.pop("gate", None) or today + timedelta(weeks=GATE_WEEKS)
            changed = kept.but(**_cleaned(parts), gate=gate, agreed=today)
            if result == "renew" and _terms(changed) != _terms(kept):
                raise UsageError("to renew keeps it as it is", do="“change” and “expand” take other terms")
            if result == "change":
                self._refuse_more(kept, changed.but(gate=kept.gate))
            return self._kept_changed(change, kept, changed)

    def pause(self, commitment: Commitment, until: date, because: str = "") -> Rest:
        """It rests until a day."""
        clock, today = self._store.clock, self._today()
        rest = new_rest(clock, instant(), "pause", today, until, commitment=commitment.id, because=because)
        with self._store.change(self._what("paused", commitment.text)) as change:
            change.put(Rest.kind, rest.id, rest.fields())
        return rest

    def resume(self, commitment: Commitment) -> None:
        """Its pause ends with yesterday."""
        with self._store.change(self._what("took up again", commitment.text)) as change:
            end_now(change, self.rests(), self._today(), self._store.clock.now(), commitment.id)

    def exception(self, day: date | None = None) -> Rest | None:
        """L15: what lets more be held than the limit says."""
        day = day or self._today()
        found = [each for each in self.rests() if each.what == "limit" and each.first <= day <= each.until]
        return max(found, key=lambda each: each.until, default=None)

    def _make_room(self, change: Transaction, over_until: date | None) -> None:
        held = len(self.active())
        if held < self.limit or self.exception():
            return
        if over_until is None:
            raise OverLimitError(
                f"you hold {held} commitments, and {self.limit} is your limit",
                kept="Nothing was changed",
                do="End or pause one, or give a day until which one more is right: --over-until DATE",
            )
        rest = new_rest(self._store.clock, instant(), "limit", self._today(), over_until)
        change.put(Rest.kind, rest.id, rest.fields())

    def _refuse_more(self, kept: Commitment, changed: Commitment) -> None:
        """S6: more often, or a later gate, needs the gate's answers."""
        more = "more often than now" if _often(changed) > _often(kept) + _MORE else ""
        longer = "a later gate" if changed.gate > kept.gate else ""
        if more or longer:
            raise ExpansionError(
                f"{more or longer} goes through its gate, with an answer to each of its questions",
                kept="Nothing was changed",
                do="Less, or something else, can be agreed on at any time",
            )

    def _kept_changed(self, change: Transaction, kept: Commitment, changed: Commitment) -> Commitment:
        today = self._today()
        if (changed.rhythm, changed.due) != (kept.rhythm, kept.due):
            changed = changed.but(since=max(today, kept.starts))
        changed = changed.but(updated=self._store.clock.now())
        self._check(changed)
        change.put(Commitment.kind, changed.id, changed.fields())
        return changed

    def _turn(
        self,
        change: Transaction,
        kept: Commitment,
        result: TurnResult,
        because: str,
        answers: dict[str, str] | None = None,
    ) -> None:
        turn = Turn(
            **happened(self._store.clock),
            commitment=kept.id,
            result=result,
            answers=answers or {},
            because=_line(because),
            was=in_words(kept),
        )
        change.put(Turn.kind, turn.id, turn.fields())

    def _same(self, change: Transaction, commitment: Commitment) -> Commitment:
        """The commitment as it lies there; refused when somebody changed it since it was read."""
        fields = change.get(Commitment.kind, commitment.id)
        if fields is None or Commitment.read(commitment.id, fields) != commitment:
            raise CoachError("the commitment was changed elsewhere meanwhile", kept="Nothing was lost")
        return commitment

    def _check(self, commitment: Commitment) -> None:
        """Refuses terms that cannot be kept."""
        today = self._today()
        agreed = commitment.agreed or commitment.starts
        if not commitment.text:
            raise UsageError("a commitment needs an outcome in a few words")
        if commitment.rhythm and commitment.due:
            raise UsageError("a commitment has a rhythm or a day it is due, not both")
        if commitment.gate < commitment.starts:
            gate, starts = say_day(commitment.gate, today), say_day(commitment.starts, today)
            raise UsageError(f"its gate on {gate} lies before its start on {starts}")
        latest = agreed + timedelta(weeks=GATE_WEEKS)
        if commitment.gate > latest:
            raise UsageError(
                f"a gate is at most {GATE_WEEKS} weeks out; this one by {say_day(latest, today)}",
                do="It can be renewed there as often as it is worth it",
            )
        if commitment.due and commitment.due < commitment.starts:
            raise UsageError(f"it would be due on {say_day(commitment.due, today)}, before it begins")
        if commitment.rhythm and not commitment.ended:
            self._check_rhythm(commitment)

    def _check_rhythm(self, commitment: Commitment) -> None:
        rule = read(commitment.rhythm)
        first = None if rule.times else first_on(rule, commitment.since or commitment.starts)
        if first and first > commitment.gate:
            today = self._today()
            raise UsageError(
                f"“{commitment.rhythm}” comes first on {say_day(first, today)}, after its gate on "
                f"{say_day(commitment.gate, today)}",
                do="Give the day itself as the day it is due",
            )

    def _what(self, done: str, text: str) -> str:
        return f"{done} “{first_line(_line(text), _WHAT_WIDTH)}”"

    def _today(self) -> date:
        return day_of(self._store.clock.now(), self._ends)


def in_words(commitment: Commitment) -> str:
    """When it is due, in words."""
    if commitment.due:
        return f"{commitment.text}, due {say_day(commitment.due, commitment.starts)}"
    return f"{commitment.text}, {commitment.rhythm}" if commitment.rhythm else commitment.text


def _often(commitment: Commitment) -> float:
    return in_28_days(read(commitment.rhythm)) if commitment.rhythm else 0.0


def _terms(commitment: Commitment) -> tuple[Any, ...]:
    """What is agreed on: changing it is to renegotiate, filling in the rest is not."""
    return commitment.text, commitment.rhythm, commitment.due


def _cleaned(parts: dict[str, Any]) -> dict[str, Any]:
    """Texts on one line, rhythms in their own words."""
    given = {name: value for name, value in parts.items() if value is not None}
    cleaned = {name: _line(value) if name in WORDS else value for name, value in given.items()}
    if cleaned.get("rhythm"):
        cleaned["rhythm"] = say(read(cleaned["rhythm"]))
        cleaned.setdefault("due", None)
    elif cleaned.get("due"):
        cleaned["rhythm"] = ""
    return cleaned


def _line(text: str) -> str:
    return " ".join(text.split())
