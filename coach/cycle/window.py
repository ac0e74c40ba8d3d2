"""S3: the window from end to end. What was decided step by step is carried out together when it is closed:
the frame, every commitment and the season, whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from coach.commitments.agreement import QUESTIONS, at_gate, check
from coach.commitments.going import goes_well
from coach.commitments.overview import commitments_on
from coach.commitments.records import TERMS, Turn
from coach.commitments.trial import OWN, ends
from coach.core.counting import counted
from coach.core.errors import CoachError, UsageError
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle import ritual
from coach.cycle.reassessment import Stands, answered, changed_parts, is_decided, unfounded
from coach.frame.frames import PARTS
from coach.signals.records import Signal
from coach.signals.signals import waiting_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.progress import Progress
    from coach.commitments.records import Commitment, TurnResult
    from coach.core.own_days import Days
    from coach.cycle.reassessment import Step
    from coach.cycle.records import Reassessment, Season
    from coach.cycle.ritual import Measure
    from coach.cycle.season import Standing
    from coach.frame.records import Frame
    from coach.pauses.over import Over
    from coach.store.transaction import Transaction

_TERMS = ("text", "rhythm", *TERMS)
"""What new terms are made of, besides the day something is due."""
_THROUGH = {"renew", "change", "expand"}
_FRESH = timedelta(weeks=4)
"""A gate passed so shortly before the window is not asked for again."""
_A_CYCLE = timedelta(days=400)
"""A signal is answered in the window after it was parked."""


class Window(NamedTuple):
    """Everything that is on the table."""

    now: Standing
    stands: Stands
    frame: Frame | None
    waiting: list[Signal]
    settled: list[Signal]
    commitments: list[Progress]
    """Those that stand before their gate, the decided ones too."""
    lately: dict[str, Turn]
    """How those passed their gate that did so shortly before: they are looked at and need not pass again."""


class Closed(NamedTuple):
    """What came of it."""

    season: Season
    reassessment: Reassessment
    frame: Frame | None


def window(coach: Coach, held: Sequence[Progress] | None = None) -> Window:
    """The open window, with everything in it; what is held may be known already."""
    now, days = coach.reassessments.open_window(), coach.days
    kept = coach.reassessments.of(now.season)
    signals = coach.signals.for_window()
    waiting = waiting_of(signals)
    settled = [each for each in signals if each.settled and not _is_older(each, now, days)]
    gates = commitments_before(coach, now, held)
    lately = passed_lately(coach, now)
    decided = {*(kept.gates if kept else {}), *lately}
    through = sum(each.commitment.id in decided for each in gates)
    stands = Stands(
        day=now.day,
        reassessment=kept,
        rests_until=coach.reassessments.rests_until(kept),
        signals=len(waiting),
        settled=len(settled),
        commitments=len(gates) - through,
        through=through,
    )
    return Window(now, stands, coach.frames.current(), waiting, settled, gates, lately)


def passed_lately(coach: Coach, now: Standing) -> dict[str, Turn]:
    """The gates passed in the weeks before the window, by the commitment."""
    since, days = now.season.starts, coach.days
    turns = [
        each
        for each in coach.store.read_since(since - _FRESH, Turn)
        if since - _FRESH <= days.of(each.at) < since and each.result in _THROUGH
    ]
    return {each.commitment: each for each in sorted(turns, key=lambda each: each.id)}


def commitments_before(coach: Coach, now: Standing, held: Sequence[Progress] | None = None) -> list[Progress]:
    """What has to pass its gate in this window: all that is held, but what began or passed in it already."""
    since, days = now.season.starts, coach.days
    months = coach.store.months(since)
    turned = {
        each.commitment
        for month in months
        for each in coach.store.read(month, Turn)
        if days.of(each.at) >= since and each.result in _THROUGH
    }
    return [
        each
        for each in (commitments_on(coach, now.day) if held is None else held)
        if each.state in {"held", "paused", "lapsed"}
        and each.commitment.starts < since
        and each.commitment.id not in turned
    ]


def plan_gate(
    coach: Coach,
    commitment: Commitment,
    result: TurnResult,
    answers: Mapping[str, str],
    because: str = "",
    **parts: Any,
) -> None:
    """What is to become of a commitment. It is carried out when the window is closed, and refused now if it
    would be refused then."""
    today = coach.today()
    coach.refuse_resting()
    if result != "end":
        is_well = goes_well(coach.store, commitment, today)
        check(at_gate(commitment, result, answers, parts, today, is_well=is_well), commitment, today)
    said = {name: str(parts[name]) for name in _TERMS if parts.get(name) is not None}
    if parts.get("due"):
        said["due"] = parts["due"].isoformat()
    given = {name: text for name in QUESTIONS if (text := answers.get(name, "").strip())}
    plan = {"result": result, **given, **said}
    plan |= {"because": because} if because.strip() else {}
    reassessments = coach.reassessments
    reassessments.keep(reassessments.begin(), "gate", gates={commitment.id: plan})


def open_points(window: Window) -> list[str]:
    """What stands between here and the end, in words."""
    found, kept = window.stands, window.stands.reassessment
    said = []
    if found.signals:
        said.append(f"{counted(found.signals, 'signal')} {words.reassessment.open.signals}")
    if kept is None or kept.sealed is None:
        return [words.reassessment.open.questions, *said]
    if found.rests_until:
        said.insert(0, words.reassessment.open.rests)
    if found.commitments:
        said.append(f"{counted(found.commitments, 'commitment')} {words.reassessment.open.gates}")
    if not is_decided(kept):
        said.append(words.reassessment.open.frame)
    if unfounded(kept, window.frame):
        said.append(words.reassessment.open.condition)
    if not kept.frame.get("direction", window.frame.direction if window.frame else ""):
        said.append(words.reassessment.open.direction)
    return [*said, *_stale(window, kept)]


def _stale(window: Window, kept: Reassessment) -> Iterator[str]:
    """Gates that cannot be passed as they were decided, because the commitment became another meanwhile."""
    for each in window.commitments:
        plan = kept.gates.get(each.commitment.id)
        if plan is None or plan["result"] == "end":
            continue
        result, parts = _agreed(plan)
        parts.pop("because")
        try:
            changed = at_gate(each.commitment, result, plan, parts, window.now.day, is_well=True)
            check(changed, each.commitment, window.now.day)
        except CoachError as error:
            yield filled(words.reassessment.open.stale, name=each.commitment.text, what=error.what)


def state(found: Window, step: Step) -> str:
    """Where a step stands, in a few words."""
    stands, kept = found.stands, found.stands.reassessment
    name, values = "locked", dict[str, Any]()
    if step == "questions":
        name, values = _questions_state(stands)
    elif not stands.is_open or kept is None:
        pass
    elif step == "signals":
        values = {"settled": stands.settled, "of": stands.settled + stands.signals}
        name = "signals" if values["of"] else "signals_none"
    elif step == "commitments":
        values = {"through": stands.through, "of": stands.through + stands.commitments}
        name = "commitments" if values["of"] else "commitments_none"
    elif step == "frame":
        parts = [words.season.page[each].lower() for each in changed_parts(kept, found.frame)]
        name = "changes" if parts else "keeps" if is_decided(kept) else "frame"
        return filled(words.reassessment.state[name], parts=", ".join(parts))
    else:
        name = "not_ready" if open_points(found) else "ready"
    return filled(words.reassessment.state[name], **values)


def _questions_state(stands: Stands) -> tuple[str, dict[str, Any]]:
    kept = stands.reassessment
    if stands.rests_until:
        return "rests", {"day": say_day(stands.rests_until, stands.day)}
    if kept and kept.sealed:
        return ("unsealed" if kept.unsealed else "sealed"), {}
    return ("begun" if kept and answered(kept) else "questions"), {}


def close(
    coach: Coach,
    *,
    rhythm: str = "",
    until: date | None = None,
    over: Over | None = None,
    surprised: str = "",
) -> Closed:
    """The frame, the commitments and the season are the new ones, together, when this returns."""
    with coach.store.change(words.reassessment.undo.close) as change:
        found = window(coach)
        kept = found.stands.reassessment
        if (still := open_points(found)) or kept is None:
            raise UsageError(
                words.reassessment.not_yet, kept=words.season.error.nothing_was_changed, do="; ".join(still)
            )
        before = {each.commitment.id: each.commitment for each in found.commitments}
        # What ends makes room for what is taken up again.
        for name, plan in sorted(kept.gates.items(), key=lambda each: each[1].get("result") != "end"):
            if commitment := before.get(name):
                result, parts = _agreed(plan)
                coach.commitments.put_gate(
                    change, commitment, result, plan, over=over, is_planned=True, **parts
                )
        changed, frame = changed_parts(kept, found.frame), found.frame
        if changed:
            parts = {name: kept.frame[name] for name in changed}
            grounds = {name: kept.conditions[name] for name in changed}
            frame = coach.frames.put(change, parts, conditions=grounds, came_of=kept.name)
        season = coach.seasons.put(change, "execution", rhythm=rhythm, until=until, is_gone_through=True)
        for signal in found.settled:
            if signal.settled == "test" and signal.tries:
                _try_out(coach, change, signal, season.starts, over)
        moved = _moved(coach, found.now, changed)
        closed, surprised = coach.clock.now(), surprised.strip()
        kept = coach.reassessments.put(change, kept, closed=closed, changed=moved, surprised=surprised)
    return Closed(season, kept, frame)


def _try_out(coach: Coach, change: Transaction, signal: Signal, starts: date, over: Over | None) -> None:
    """What a signal is to be tried by is a trial of the season that begins."""
    tries, last = signal.tries, ends(starts)
    due = date.fromisoformat(tries["due"]) if tries.get("due") else None
    coach.commitments.put(
        change,
        tries["text"],
        rhythm=tries.get("rhythm") or ("" if due else "every day"),
        due=due and min(max(due, starts), last),
        gate=last,
        moves=OWN + (tries.get("seen") or words.reassessment.test.seen_open),
        trial_of=signal.id,
        over=over,
    )


def leave(
    coach: Coach,
    *,
    rhythm: str = "",
    on: date | None = None,
    until: date | None = None,
    because: str = "",
    anyway: bool = False,
) -> Season:
    """The next execution season, without closing the window. What is open is said, and left only on purpose:
    then signals without an answer are let go, and say so."""
    now = coach.seasons.now()
    if now is None or now.is_held:
        return coach.seasons.open("execution", rhythm=rhythm, on=on, until=until, because=because)
    found = window(coach)
    kept = found.stands.reassessment
    if not anyway:
        raise OpenWindowError(open_points(found) or [words.reassessment.open.close])
    with coach.store.change(words.reassessment.undo.leave) as change:
        if found.waiting:
            coach.signals.put(change, found.waiting, "drop", words.reassessment.open.left, in_bulk=True)
        if kept:
            coach.reassessments.put(change, kept, left=coach.clock.now())
        return coach.seasons.put(
            change, "execution", rhythm=rhythm, on=on, until=until, because=because, is_left=True
        )


class OpenWindowError(CoachError):
    """S3, S4: a window with something open in it is closed step by step, or left on purpose."""

    def __init__(self, still: list[str]) -> None:
        ways = words.reassessment.leave_ways
        super().__init__(
            words.reassessment.not_yet,
            kept=words.season.error.nothing_was_changed,
            do=f"{'; '.join(still)}. {ways}",
        )
        self.still = still


def _moved(coach: Coach, now: Standing, changed: Sequence[str]) -> tuple[str, ...]:
    """All parts of the frame that became others in this window."""
    history = coach.frames.history()
    inside = [each for each in history if each.created >= now.season.created and each.came_of != "emergency"]
    return tuple(name for name in PARTS if name in changed or any(name in each.conditions for each in inside))


def measure(coach: Coach, current: Reassessment | None = None) -> Measure | None:
    """S11: the latest window against the first, the open one as far as it is answered."""
    held = coach.reassessments.over()
    if current and not current.closed and current.sealed:
        now = coach.reassessments.open_window()
        held = [
            *held,
            current.but(changed=_moved(coach, now, changed_parts(current, coach.frames.current()))),
        ]
    if len(held) < 2:  # noqa: PLR2004 - the first has nothing to be measured against
        return None
    since = min(each.at for each in held).date() - _A_CYCLE
    signals = [each for each in coach.store.read_since(since, Signal) if each.settled_at]
    return ritual.measure(
        [ritual.window_of(each, ritual.answered_in(each, signals, each.closed or each.left)) for each in held]
    )


def _agreed(plan: Mapping[str, str]) -> tuple[TurnResult, dict[str, Any]]:
    """A plan as the gate takes it."""
    parts: dict[str, Any] = {name: plan[name] for name in _TERMS if name in plan}
    if plan.get("due"):
        parts["due"] = date.fromisoformat(plan["due"])
    return cast("TurnResult", plan["result"]), parts | {"because": plan.get("because", "")}


def _is_older(signal: Signal, now: Standing, days: Days) -> bool:
    """Whether it was answered before this window was opened."""
    return signal.settled_at is not None and days.of(signal.settled_at) < now.season.starts
