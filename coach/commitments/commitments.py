"""Commitments: made, renegotiated, paused, ended, and brought through their gates."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Self

from coach.commitments.agreement import (
    GATE_WEEKS,
    answered,
    at_gate,
    check,
    cleaned,
    free_day,
    line,
    refuse_more,
    terms,
    turned,
)
from coach.commitments.going import goes_well
from coach.commitments.progress import gate_of, gate_opens, is_gate_open, state
from coach.commitments.ready import the_week
from coach.commitments.records import Commitment
from coach.commitments.rhythm import read
from coach.commitments.trial import MOST, POSSIBLE, SHOWED, ends, is_trial
from coach.core.errors import CoachError, NoDataError, NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.said_days import say_day
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.pauses.over import needs_reason
from coach.pauses.pauses import covers, end_now, new_rest, resting, unshifted
from coach.pauses.records import Rest
from coach.references import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import time

    from coach.app import Coach
    from coach.commitments.records import Ending, TurnResult
    from coach.cycle.seasons import Seasons
    from coach.pauses.over import Over
    from coach.store.store import Store
    from coach.store.transaction import Transaction

_ENDINGS: dict[Ending, TurnResult] = {"finished": "finish", "dropped": "drop", "ended": "end"}


def taking_room(commitments: Iterable[Commitment], rests: Sequence[Rest], day: date) -> list[Commitment]:
    """Those that take room on a day. While everything rests, what rests with it takes room too."""
    everything = resting(rests, day) is not None
    takes_room = {"held", "coming", *(["paused"] if everything else [])}
    return [each for each in commitments if state(each, rests, day) in takes_room]


def _over_limit(rests: Iterable[Rest], day: date) -> list[Rest]:
    return [each for each in rests if each.what == "limit" and each.first <= day <= each.until]


_BECOMES: dict[str, TurnResult] = {"keep": "renew", "drop": "end", "again": "change", "coin": "change"}


class OverLimitError(CoachError):
    """L16: one more than fits. An exception with an expiry makes room (L15)."""


class Commitments(Service):
    """What the person holds."""

    def __init__(
        self, store: Store, ends: time, limit: int, seasons: Seasons, refuse_resting: Callable[[], None]
    ) -> None:
        super().__init__(store, ends)
        self._seasons = seasons
        self.limit = limit
        self._refuse_resting = refuse_resting

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With the limit, the cycle with its windows, and the rest of a reassessment, where nothing ends."""
        limit, seasons = coach.settings.limit, coach.seasons
        return cls(coach.store, coach.settings.day_ends, limit, seasons, coach.refuse_resting)

    def all(self) -> list[Commitment]:
        """Every commitment there was, in the order in which they were made."""
        return sorted(self._store.read_standing(Commitment), key=lambda each: each.id)

    def rests(self) -> list[Rest]:
        """Every exception."""
        return list(self._store.read_standing(Rest))

    def active(self, day: date | None = None) -> list[Commitment]:
        """Those that take room on a day."""
        return taking_room(self.all(), self.rests(), day or self._today())

    def find(self, reference: str) -> Commitment:
        """The one commitment a reference means. Only they are looked at: marking must not open years."""
        known = {each.id: each for each in self._store.read_standing(Commitment)}
        if not known:
            raise NoDataError(
                words.commitments.error.there_is_no_commitment_yet,
                do=words.commitments.error.coach_commit_makes_one,
            )
        found = known.get(resolve(self._store, reference, known))
        if found is None:
            raise NotFoundError(
                filled(words.commitments.error.no_commitment_is_called, reference=reference),
                do=words.commitments.error.coach_list_commitments_shows_them,
            )
        return found

    def make(self, text: str, *, over: Over | None = None, **parts: Any) -> Commitment:
        """A new commitment. Beyond the limit only with a day until which that may be so."""
        with self._store.change(self._what(words.commitments.says.undo_made, text)) as change:
            return self.put(change, text, over=over, **parts)

    def put(self, change: Transaction, text: str, *, over: Over | None = None, **parts: Any) -> Commitment:
        """Makes one inside another change."""
        today = self._today()
        starts = parts.pop("starts", None) or today
        agreed = max(starts, today)
        commitment = Commitment(
            **made(self._store.clock),
            text=line(text),
            starts=starts,
            agreed=agreed if agreed != starts else None,
            gate=parts.pop("gate", None) or self._free_gate(change, agreed, due=parts.get("due")),
            **cleaned({name: value for name, value in parts.items() if value is not None}),
        )
        check(commitment, None, today)
        self._refuse_third(change, commitment)
        self._make_room(change, over)
        change.keep(commitment)
        return commitment

    def try_out(self, text: str, moves: str, *, over: Over | None = None, **parts: Any) -> Commitment:
        """A trial of two weeks."""
        starts = parts.get("starts") or self._today()
        if not parts.get("rhythm") and not parts.get("due"):
            parts["rhythm"] = "every day"
        if parts.get("coin") and parts.get("rhythm") and read(parts["rhythm"]).times:
            raise UsageError(words.trials.no_coin)
        return self.make(text, over=over, moves=moves, gate=ends(starts), **parts)

    def end_trial(
        self,
        commitment: Commitment,
        result: str,
        showed: str,
        possible: str = "",
        over: Over | None = None,
        along: Callable[[Transaction], object] | None = None,
    ) -> Commitment:
        """Kept as a commitment, dropped, or tried again; what it showed stays with it. What comes `along` is
        changed together with it."""
        with self._store.change(self._what(words.trials.result[result], commitment.text)) as change:
            if along:
                along(change)
            kept, today = self._now(change, commitment), self._today()
            if not is_trial(kept):
                raise UsageError(words.trials.no_trial)
            self._refuse_resting()
            answers = {SHOWED: line(showed), POSSIBLE: line(possible)}
            self._turn(
                change, kept, _BECOMES[result], "", {name: said for name, said in answers.items() if said}
            )
            if result == "drop":
                return self._put(change, kept, kept.but(ended=today, ended_as="ended"))
            if result == "coin" and kept.rhythm and read(kept.rhythm).times:
                raise UsageError(words.trials.no_coin)
            is_tossed = result == "coin" or (result == "again" and kept.coin)
            parts: dict[str, Any] = {"agreed": today, "coin": is_tossed}
            if result != "keep":
                self._refuse_third(change, kept)
            if state(kept, self.rests(), today) == "lapsed":
                parts["since"] = today
                self._make_room(change, over)
            if result == "keep":
                later = self._free_gate(change, today, kept.id)
                return self._put(change, kept, kept.but(**parts, gate=later, moves=""))
            return self._put(change, kept, kept.but(**parts, gate=ends(today)))

    def _refuse_third(self, change: Transaction, commitment: Commitment) -> None:
        """At most two trials at once."""
        if not is_trial(commitment):
            return
        today = self._today()
        own = taking_room(change.standing(Commitment), change.standing(Rest), today)
        running = [each for each in own if is_trial(each) and each.id != commitment.id]
        if len(running) >= MOST:
            names = ", ".join(quoted(each.text) for each in running)
            raise UsageError(filled(words.trials.two_run, names=names), do=words.trials.two_run_do)

    def adopt(self, practice: dict[str, str], over: Over | None = None) -> Commitment:
        """M8: one that is ready, from assets/content/commitments/practices.toml."""
        if any(each.practice == practice["id"] for each in self.active()):
            raise UsageError(filled(words.commitments.error.adopted_already, name=practice["text"]))
        ready = {name: practice[name] for name in ("rhythm", "why", "cue", "act")}
        return self.make(practice["text"], over=over, practice=practice["id"], **ready)

    def adopt_all(self, over: Over | None = None) -> list[Commitment]:
        """M8: the whole weekly practice at once, but for what is held already."""
        held = {each.practice for each in self.active()}
        wanted = [each for each in the_week() if each["id"] not in held]
        if not wanted:
            raise UsageError(words.commitments.error.all_adopted)
        with self._store.change(words.commitments.says.undo_adopted) as change:
            return [
                self.put(
                    change, each["text"], over=over, practice=each["id"],
                    **{name: each[name] for name in ("rhythm", "why", "cue", "act")},
                )
                for each in wanted
            ]  # fmt: skip

    def renegotiate(self, commitment: Commitment, because: str = "", **parts: Any) -> Commitment:
        """One commitment on other terms: a good outcome. More of it, or for longer, is for its gate."""
        with self._store.change(self._what("renegotiated", commitment.text)) as change:
            kept = self._held(change, commitment)
            changed = kept.but(**self._planned(kept, cleaned(parts)))
            if changed == kept and not line(because):
                return kept
            refuse_more(kept, changed)
            if kept.amount and changed.amount != kept.amount:
                changed = changed.but(amounts=tuple(dict.fromkeys((*kept.amounts, kept.amount))))
            if line(because) or terms(changed) != terms(kept):
                self._turn(change, kept, "renegotiate", because)
            return self._put(change, kept, changed)

    def end(self, commitment: Commitment, ending: Ending, because: str = "") -> Commitment:
        """It is over, for the good reason or another."""
        with self._store.change(self._what(ending, commitment.text)) as change:
            kept = self._now(change, commitment)
            self._turn(change, kept, _ENDINGS[ending], because)
            return self._put(change, kept, kept.but(ended=self._today(), ended_as=ending))

    def told(self, commitment: Commitment) -> Commitment:
        """Whoever it was promised to knows how it stands today."""
        with self._store.change(self._what(words.commitments.says.undo_told, commitment.text)) as change:
            if not commitment.to:
                raise UsageError(words.commitments.promised.nobody)
            now = self._as_it_is(change, commitment)
            return self._changed(change, now.but(told=self._store.clock.now()))

    def pass_gate(
        self,
        commitment: Commitment,
        result: TurnResult,
        answers: dict[str, str],
        *,
        because: str = "",
        over: Over | None = None,
        **parts: Any,
    ) -> Commitment:
        """S6: renewed, changed, expanded or ended. Going on takes an answer to each question."""
        with self._store.change(
            self._what(filled(words.commitments.says.undo_gate, result=result), commitment.text)
        ) as change:
            kept = self._now(change, commitment)
            self.check_gate(kept)
            return self.put_gate(change, commitment, result, answers, because=because, over=over, **parts)

    def check_gate(self, kept: Commitment) -> None:
        """S6: refuses a gate before its time: it is open in its last 30 days, after it lapsed, and in a
        window once the answers have rested."""
        if kept.ended:
            raise UsageError(words.commitments.gate.ended)
        gate = gate_of(kept, self.rests())
        if not self._is_window() and not is_gate_open(kept, gate, self._today()):
            opens = say_day(gate_opens(kept, gate), self._today())
            what, ways = words.commitments.gate.closed, words.commitments.gate.closed_do
            raise UsageError(filled(what, day=opens), do=ways)
        self._refuse_resting()

    def put_gate(
        self,
        change: Transaction,
        commitment: Commitment,
        result: TurnResult,
        answers: Mapping[str, str],
        *,
        because: str = "",
        over: Over | None = None,
        is_planned: bool = False,
        **parts: Any,
    ) -> Commitment:
        """Through its gate inside another change, whether or not the gate is open. What was planned was
        judged when it was."""
        today = self._today()
        kept = self._now(change, commitment)
        if result == "end":
            self._turn(change, kept, result, because, answered(answers))
            return self._put(change, kept, kept.but(ended=today, ended_as="ended"))
        if state(kept, self.rests(), today) == "lapsed":
            parts.setdefault("since", today)  # the days in between were not held
        due = parts.get("due", kept.due)
        gate = parts.pop("gate", None) or self._free_gate(change, today, kept.id, due)
        is_well = is_planned or goes_well(self._store, kept, today)
        changed = at_gate(kept, result, answers, parts | {"gate": gate}, today, is_well=is_well)
        changed = changed.but(amounts=())
        if is_trial(kept):
            changed = changed.but(moves="", coin=False)
        self._turn(change, kept, result, because, answered(answers))
        if state(kept, self.rests(), today) == "lapsed":
            self._make_room(change, over)
        return self._put(change, kept, changed)

    def pause(self, commitment: Commitment, until: date, because: str = "") -> Rest:
        """It rests until a day."""
        with self._store.change(self._what(words.commitments.says.undo_paused, commitment.text)) as change:
            kept = self._held(change, commitment)
            today = self._today()
            rest = new_rest(self._store.clock, "pause", today, until, commitment=kept.id, because=because)
            own = [each for each in self.rests() if covers(each, today, kept.id) and each.commitment]
            if own:
                because = rest.because or own[-1].because
                rest = own[-1].but(until=until, because=because, updated=self._store.clock.now())
            change.keep(rest)
        return rest

    def resume(self, commitment: Commitment) -> None:
        """Its pause ends with yesterday."""
        with self._store.change(self._what(words.commitments.says.undo_resumed, commitment.text)) as change:
            everything = resting(self.rests(), self._today())
            if everything and everything.commitment is None:
                until = say_day(everything.until, self._today())
                raise UsageError(
                    filled(words.commitments.error.everything_rests_until, until=until),
                    do=words.commitments.error.the_pause_of_everything_can_be,
                )
            end_now(change, self.rests(), self._today(), self._store.clock.now(), commitment.id)

    def exceptions(self, day: date | None = None) -> list[Rest]:
        """L15: what lets more be held than the limit says, one more each."""
        return _over_limit(self.rests(), day or self._today())

    def _make_room(self, change: Transaction, over: Over | None) -> None:
        today, rests = self._today(), change.standing(Rest)
        held = len(taking_room(change.standing(Commitment), rests, today))
        if held < self.limit + len(_over_limit(rests, today)):
            return
        if over is None:
            raise OverLimitError(
                filled(words.commitments.error.you_hold_commitments_and_is_your, held=held, limit=self.limit),
                kept=words.commitments.error.nothing_was_changed,
                do=words.commitments.error.end_or_pause_one_or_give,
            )
        because = needs_reason(over.because)
        change.keep(new_rest(self._store.clock, "limit", today, over.until, because=because))

    def is_over(self, day: date | None = None) -> bool:
        """L15: whether more is held than the limit says, and no exception lets it be so any more. While
        everything rests, nothing is held that would have to be let go."""
        if resting(self.rests(), day or self._today()) is not None:
            return False
        return len(self.active(day)) > self.limit + len(self.exceptions(day))

    def _free_gate(self, change: Transaction, agreed: date, own: str = "", due: date | None = None) -> date:
        """S6: the last day it can be renewed: twelve weeks on, or the nearest day before on which no other
        gate falls, so that one is thought about at a time."""
        others = [each for each in change.standing(Commitment) if each.ended is None and each.id != own]
        rests = change.standing(Rest)
        latest = agreed + timedelta(weeks=GATE_WEEKS)
        return free_day(latest, {gate_of(each, rests) for each in others}, due)

    def _planned(self, kept: Commitment, parts: dict[str, Any]) -> dict[str, Any]:
        """A gate as it is kept: days of rest are added when it is read."""
        if parts.get("gate"):
            since = kept.agreed or kept.starts
            parts["gate"] = unshifted(parts["gate"], since, self.rests(), kept.id)
        return parts

    def _is_window(self) -> bool:
        """In the redesign window every commitment can pass its gate."""
        last = max(self._seasons.all(), key=lambda each: (each.starts, each.id), default=None)
        return last is not None and last.name == "redesign" and last.closed is None

    def _put(self, change: Transaction, kept: Commitment, changed: Commitment) -> Commitment:
        today = self._today()
        if (changed.rhythm, changed.due) != (kept.rhythm, kept.due):
            changed = changed.but(since=max(today, kept.starts))
        changed = changed.but(updated=self._store.clock.now())
        if not changed.ended:
            check(changed, kept, today)
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
        change.keep(turned(self._store.clock, kept, result, because, answers))

    def _now(self, change: Transaction, commitment: Commitment) -> Commitment:
        """The commitment as it lies there; refused when it is over, or gone."""
        fields = change.get(Commitment.kind, commitment.id)
        if fields is None:
            raise NotFoundError(
                words.commitments.error.the_commitment_is_gone,
                do=words.commitments.error.undo_can_bring_it_back,
            )
        kept = Commitment.read(commitment.id, fields)
        if kept.ended:
            raise UsageError(
                filled(words.commitments.error.it_ended_on_already, day=say_day(kept.ended, self._today()))
            )
        return kept

    def _held(self, change: Transaction, commitment: Commitment) -> Commitment:
        """The commitment as it lies there; refused when it has lapsed, too."""
        kept = self._now(change, commitment)
        if state(kept, self.rests(), self._today()) == "lapsed":
            raise UsageError(
                words.commitments.error.it_has_lapsed, do=words.commitments.error.its_gate_can_still_renew_it
            )
        return kept

    def _what(self, done: str, text: str) -> str:
        return f"{done} {quoted(line(text))}"
