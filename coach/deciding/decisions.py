"""L3: the decision log, with exactly its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.days import day_of
from coach.core.errors import UsageError
from coach.core.safe_text import first_line, quoted
from coach.core.said_days import say_day
from coach.core.service import CoachService
from coach.core.stamp import happened, made
from coach.core.texts import filled, words
from coach.cycle.season import at
from coach.deciding.clock import until, until_in_short, within
from coach.deciding.records import Agenda, Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime, time

    from coach.app import Coach
    from coach.core.record import Source
    from coach.cycle.records import Season
    from coach.deciding.domains import Domains
    from coach.deciding.records import Came
    from coach.facts import Fact
    from coach.store.store import Store
    from coach.store.transaction import Transaction

MOST = 12
"""So many are active at once."""
LEAST_OPTIONS, MOST_OPTIONS, MOST_FAILURES = 2, 9, 2
LOWEST, HIGHEST = 50, 95
PROCESS = range(1, 6)
_WORDS, _LETTERS = 2, 8
"""New evidence has at least so many words, or so many letters where none are apart."""
_NAME, _SHOWN = 40, 3
_LINES = ("text", "decider", "gives_up", "reversal", "outcome")


class Decisions(CoachService):
    """What is to be decided, what was, and what came of it."""

    def __init__(self, store: Store, ends: time, coach: Coach) -> None:
        super().__init__(store, ends, coach)
        self._domains: Domains = coach.domains

    def all(self) -> list[Decision]:
        """Every one, the latest first."""
        return sorted(
            self._store.read_since(None, Decision), key=lambda each: (each.at, each.id), reverse=True
        )

    def since(self, day: date) -> list[Decision]:
        """Those raised since a day, the earliest first."""
        found = self._store.read_since(day, Decision)
        own = [each for each in found if day_of(each.at, self._ends) >= day]
        return sorted(own, key=lambda each: (each.at, each.id))

    def active(self) -> list[Decision]:
        """Those of which something is still to come: the open ones first, the earliest raised first."""
        found = [self.on_agenda(short) for short in self.agenda()]
        own = [each for each in found if each and each.is_active]
        return sorted(own, key=lambda each: (not each.is_open, each.at, each.id))

    def until(self, decision: Decision) -> datetime | None:
        """By when it is to be decided."""
        return until(decision, self._store.clock, self._ends)

    def first_open(self) -> tuple[datetime, Decision] | None:
        """The open one whose time runs out first, and when."""
        clock = self._store.clock
        own = [(due, each) for each in self.agenda() if (due := until_in_short(each, clock, self._ends))]
        ranked = sorted(own, key=lambda found: (found[0], found[1].of))
        found = ((due, self.on_agenda(short)) for due, short in ranked)
        return next(((due, each) for due, each in found if each and each.is_open), None)

    def first_due(self, day: date) -> Decision | None:
        """The one whose outcome could be seen first, by a day."""
        own = sorted((each for each in self.agenda() if each.due and each.due <= day), key=_seen_at)
        return next((each for short in own if (each := self.on_agenda(short)) and each.is_active), None)

    def agenda(self) -> list[Agenda]:
        """The active ones in short."""
        return list(self._store.read_standing(Agenda))

    def on_agenda(self, short: Agenda) -> Decision | None:
        """The decision itself; nothing where it is gone."""
        found = self._store.records(short.month, Decision.kind).get(short.of)
        return Decision.read(short.of, found) if found else None

    def evidence(self, first: date, last: date) -> list[Fact]:
        """What was decided in some days, and what came of it, for those who look back."""
        from coach.deciding.evidence import decision_evidence  # only where somebody looks back

        return list(decision_evidence(self._coach, first, last))

    def scorecards(self, first: date, last: date) -> list[Fact]:
        """L14, for those who look back on a quarter."""
        from coach.deciding.scorecards import scorecards  # only where somebody looks back

        return scorecards(self._coach, first, last)

    def around(self, since: date) -> list[Decision]:
        """Those that touched the frame and were made while it was held."""
        seasons, ends = self._coach.seasons.all(), self._ends
        own = [each for each in self.all() if each.frame and each.decided and not each.reversed]
        days = [(day_of(each.decided, ends), each) for each in own if each.decided]
        return [each for day, each in days if day >= since and _is_held(seasons, day)]

    def criteria(self) -> list[str]:
        """L9: what would change those that were made, so that delivery need not open them again."""
        made = [each for each in self.active() if each.decided and each.reversal]
        return [
            filled(words.deciding.criterion, name=first_line(each.text, _NAME), evidence=each.reversal)
            for each in sorted(made, key=lambda each: each.id, reverse=True)[:_SHOWN]
        ]

    def log(self, source: Source = "app", *, made: date | None = None, **parts: Any) -> Decision:
        """A new one. Its domain says who decides, unless the person does."""
        now, today = self._store.clock.now(), self._today()
        said = _cleaned({name: value for name, value in parts.items() if value is not None})
        if domain := self._domains.get(said.get("domain")):
            said["decider"] = said.get("decider") or domain.decides
        _check(said, today)
        with self._store.change(filled(words.deciding.undo.logged, what=quoted(said["text"]))) as change:
            if len(change.standing(Agenda)) >= MOST:
                raise UsageError(
                    filled(words.deciding.error.full, most=MOST), do=words.deciding.error.full_do
                )
            chosen = said.pop("chosen", "")
            if made and not chosen:
                raise UsageError(words.deciding.error.made_first, do=words.deciding.error.made_first_do)
            decision = Decision(**happened(self._store.clock), source=source, **said)
            if chosen:
                decision = self._choosing(decision, chosen, now, made=made)
            change.keep(decision)
            self._remember(change, decision)
        return decision

    def change(self, decision: Decision, **parts: Any) -> Decision:
        """Other words for it, as long as it is open. What was decided is reversed, not rewritten."""
        said = _cleaned(parts)
        with self._store.change(filled(words.deciding.undo.changed, what=quoted(decision.text))) as change:
            kept = self._as_it_is(change, decision)
            if not kept.is_open:
                raise UsageError(words.deciding.error.is_decided, do=words.deciding.error.is_decided_do)
            now = kept.but(**said)
            if not now.decider and (domain := self._domains.get(now.domain)):
                now = now.but(decider=domain.decides)
            names = (*_LINES, "options", "failures", "due", "odds", *(["by"] if "by" in said else []))
            _check({name: getattr(now, name) for name in names}, self._today(), had=kept.due)
            return self._put(change, now)

    def choose(
        self,
        decision: Decision,
        chosen: str,
        *,
        because: str = "",
        dissent: str = "",
        reversal: str = "",
        made: date | None = None,
        expects: Mapping[str, Any] | None = None,
        along: Callable[[Transaction], object] | None = None,
    ) -> Decision:
        """One of its options. What was said against it stands with it."""
        what = filled(words.deciding.undo.decided, what=quoted(decision.text))
        with self._store.change(what) as change:
            kept = self._as_it_is(change, decision)
            if not kept.is_open:
                raise UsageError(words.deciding.error.is_decided, do=words.deciding.error.is_decided_do)
            kept = kept.but(reversal=_line(reversal) or kept.reversal)
            if expects:
                kept = kept.but(**_cleaned(dict(expects)))
                names = (*_LINES, "options", "due", "odds")
                _check({name: getattr(kept, name) for name in names}, self._today(), had=None)
            now = self._choosing(kept, chosen, self._store.clock.now(), made=made)
            now = now.but(because=because.strip() or kept.because, dissent=_line(dissent) or kept.dissent)
            if along:
                along(change)
            return self._put(change, now)

    def reverse(self, decision: Decision, evidence: str) -> Decision:
        """L3: only new evidence reverses it, whatever came of it; it stays in the log, and a new one can be
        raised."""
        line = _line(evidence)
        if len(line.split()) < _WORDS and len(line) < _LETTERS:
            raise UsageError(words.deciding.error.no_evidence, do=words.deciding.error.no_evidence_do)
        what = filled(words.deciding.undo.reversed, what=quoted(decision.text))
        with self._store.change(what) as change:
            kept = self._as_it_is(change, decision)
            if kept.decided is None or kept.reversed:
                raise UsageError(words.deciding.error.not_decided)
            known = (kept.because, kept.dissent, kept.reversal, kept.text)
            if line.casefold() in {_line(each).casefold() for each in known}:
                raise UsageError(words.deciding.error.old_evidence, do=words.deciding.error.no_evidence_do)
            return self._put(change, kept.but(evidence=line, reversed=self._store.clock.now()))

    def review(self, decision: Decision, came: Came, process: int | None = None) -> Decision:
        """Whether the outcome was seen; how it was decided is rated apart from that."""
        if process is not None and process not in PROCESS:
            raise UsageError(words.deciding.error.process)
        what = filled(words.deciding.undo.reviewed, what=quoted(decision.text))
        with self._store.change(what) as change:
            kept = self._as_it_is(change, decision)
            if kept.decided is None or not kept.is_active:
                raise UsageError(words.deciding.error.not_decided)
            if not kept.outcome:
                raise UsageError(words.deciding.error.no_outcome, do=words.deciding.error.no_outcome_do)
            now = kept.but(came=came, process=process or kept.process, reviewed=self._store.clock.now())
            return self._put(change, now)

    def close(self, decision: Decision) -> Decision:
        """Nothing more is expected of it: it was left open, or nothing is to be seen."""
        with self._store.change(filled(words.deciding.undo.closed, what=quoted(decision.text))) as change:
            kept = self._as_it_is(change, decision)
            if not kept.is_active:
                raise UsageError(words.deciding.error.is_over)
            return self._put(change, kept.but(closed=self._store.clock.now()))

    def _choosing(self, kept: Decision, chosen: str, now: datetime, made: date | None) -> Decision:
        option = option_of(kept, chosen)
        if not kept.reversal:
            raise UsageError(words.deciding.error.no_reversal, do=words.deciding.error.no_reversal_do)
        if made and made > self._today():
            raise UsageError(words.deciding.error.made_later)
        return kept.but(chosen=option, decided=now, made=made)

    def _put(self, change: Transaction, decision: Decision) -> Decision:
        now = self._changed(change, decision)
        self._remember(change, now)
        return now

    def _remember(self, change: Transaction, decision: Decision) -> None:
        """The agenda with this one as it is now, and without those that are gone."""
        known = {decision.id: decision}
        for short in change.standing(Agenda):
            if short.of != decision.id and (fields := change.get(Decision.kind, short.of)):
                known |= {each.id: each for each in self._store.understood({short.of: fields}, Decision)}
        self._put_agenda(change, known)

    def mend(self, change: Transaction) -> None:
        """The agenda, as all decisions are once this is done: those that came from elsewhere brought none."""
        known = {each.id: each for each in self._store.read_since(None, Decision)}
        for edit in change.edits():
            if edit.kind == Decision.kind:
                known.pop(edit.id, None)
                now = {edit.id: edit.after} if edit.after is not None else {}
                known |= {each.id: each for each in self._store.understood(now, Decision)}
        self._put_agenda(change, known)

    def _put_agenda(self, change: Transaction, known: Mapping[str, Decision]) -> None:
        clock = self._store.clock
        wanted = {name: each for name, each in known.items() if each.is_active}
        for short in change.standing(Agenda):
            decision = wanted.pop(short.of, None)
            if decision is None:
                change.remove(Agenda.kind, short.id)
                continue
            now = short.but(**_in_short(decision))
            if now != short:
                change.put(now.kind, now.id, now.but(updated=clock.now()).fields())
        for each in wanted.values():
            change.keep(Agenda(**made(clock), of=each.id, month=f"{each.at:%Y-%m}", **_in_short(each)))


def mend(coach: Coach, change: Transaction) -> None:
    """After records came in."""
    coach.decisions.mend(change)


def _is_held(seasons: list[Season], day: date) -> bool:
    season = at(seasons, day)
    return season is not None and season.name != "redesign"


def _in_short(decision: Decision) -> dict[str, Any]:
    if decision.is_open:
        return {"by": decision.by, "until": within(decision), "due": None}
    return {"by": None, "until": None, "due": decision.due}


def _seen_at(short: Agenda) -> tuple[date, str]:
    return short.due or short.created.date(), short.of


def option_of(decision: Decision, typed: str) -> str:
    """As it was written; else by its number, or by how it begins."""
    line, options = _line(typed).casefold(), decision.options
    exact = [each for each in options if each.casefold() == line]
    by_number = [each for place, each in enumerate(options, 1) if line == str(place)]
    begin = [each for each in options if line and each.casefold().startswith(line)]
    found = exact or by_number or begin
    if len(found) != 1:
        told = ", ".join(f"{place} {each}" for place, each in enumerate(options, 1))
        raise UsageError(filled(words.deciding.error.no_option, typed=first_line(typed, _NAME)), do=told)
    return found[0]


def _cleaned(parts: dict[str, Any]) -> dict[str, Any]:
    """One line each; options once each."""
    said = dict(parts)
    said |= {name: _line(str(said[name] or "")) for name in (*_LINES, "dissent") if name in said}
    if "because" in said:
        said["because"] = str(said["because"] or "").strip()
    for name in ("options", "failures"):
        if name in said:
            lines = [_line(each) for each in said[name] or ()]
            said[name] = tuple(dict.fromkeys(each for each in lines if each))
    return said


def _check(said: dict[str, Any], today: date, had: date | None = None) -> None:
    """L3, and what a probability needs: an outcome that can be seen, by a day to come."""
    error, options = words.deciding.error, said.get("options") or ()
    if not said.get("text"):
        raise UsageError(error.no_text)
    if len({each.casefold() for each in options}) < LEAST_OPTIONS:
        raise UsageError(error.one_option, do=error.one_option_do)
    if len(options) > MOST_OPTIONS or len(said.get("failures") or ()) > MOST_FAILURES:
        most = {"options": MOST_OPTIONS, "failures": MOST_FAILURES}
        raise UsageError(filled(error.too_many, **most))
    if not said.get("decider"):
        raise UsageError(error.no_decider, do=error.no_decider_do)
    due, odds = said.get("due"), said.get("odds")
    if due and due <= today and due != had:
        raise UsageError(filled(error.past, day=say_day(due, today)), do=error.past_do)
    if (by := said.get("by")) and by < today:
        raise UsageError(filled(error.past, day=say_day(by, today)), do=error.by_do)
    if odds is not None and not LOWEST <= odds <= HIGHEST:
        raise UsageError(filled(error.odds, lowest=LOWEST, highest=HIGHEST))
    if (due or odds is not None) and not said.get("outcome"):
        raise UsageError(error.outcome_first, do=error.outcome_first_do)
    if odds is not None and not due:
        raise UsageError(error.due_first, do=error.due_first_do)


def _line(text: str) -> str:
    return " ".join(text.split())
