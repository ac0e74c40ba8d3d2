"""What the person of the demo holds: the first frame, pauses, commitments with their marks, reviews."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time, timedelta
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.assessment.instrument import correction
from coach.commitments.amount import goal_of
from coach.commitments.marks import Given
from coach.commitments.records import TERMS
from coach.commitments.recurrence import on
from coach.commitments.rhythm import read
from coach.commitments.trial import KEPT, LASTS, ends
from coach.demo.life import Act, Life, month_back
from coach.frame.frames import PARTS
from coach.reflection.reviews import Said
from coach.reflection.sure import share_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.commitments.records import Commitment, Reason, Result

_FRIDAY = 4
_NIGHT, _MIDDAY, _EVENING = time(7), time(12), time(21)
_PARTLY, _SAID = 0.3, 0.93
"""How often what was not kept was done in part; how often anything was said at all."""
_LOUD = 3
_FLOW, _OUTCOME = (5, 9), (0, 2)
_SURE = 3


class _Held(NamedTuple):
    """How a commitment was kept, while it was."""

    text: str
    rhythm: str
    first: date
    last: date
    kept: float
    reasons: list[Reason]
    half: str = ""
    """The note on what was done in part."""


class _Marked(NamedTuple):
    """How it went on a day."""

    text: str
    result: Result
    reason: Reason | None
    note: str


def cycles(life: Life) -> Iterator[Act]:
    """The first frame and its season, and when everything rested. Windows carry out all that comes after."""
    first, season = life.plan["frame"][0], life.plan["season"][0]
    parts = {name: first[name] for name in PARTS if name in first}
    yield Act(life.at(first["ago"], _NIGHT), partial(life.coach.frames.change, parts))
    opens = partial(life.coach.seasons.open, until=life.day(season["planned"]))
    yield Act(life.at(season["from"], _NIGHT), partial(opens, "execution", rhythm="ten-two"))
    for told in life.plan["rest"]:
        pause = partial(life.coach.seasons.pause, life.day(told["to"]), because=told["because"])
        yield Act(life.at(told["from"], _NIGHT), pause)


def commitments(life: Life) -> Iterator[Act]:
    """Each from its first day to its last, and the marks of all of them day by day."""
    held = []
    for told in life.plan["commitment"]:
        text, starts = told["text"], life.day(told["ago"])
        held.append(_held(life, told, text, told["rhythm"], told["ago"]))
        parts = {name: told[name] for name in (*TERMS, "practice", "amount") if told.get(name)}
        parts |= {"rhythm": told["rhythm"], "gate": life.day(told["gate"]), "starts": starts}
        parts |= {"fits": not told.get("outside", False)}
        if "moves" in told:
            held[-1] = held[-1]._replace(last=life.day(told["gate"]))
            yield Act(life.at(told["ago"]), partial(_try_out, life, text, told["moves"], parts))
        else:
            yield Act(life.at(told["ago"]), partial(life.coach.commitments.make, text, **parts))
        if "better" in told:
            later = told | told["better"]
            held[-1] = held[-1]._replace(last=life.day(later["ago"] + 1))
            held.append(_held(life, later, text, told["rhythm"], later["ago"]))
        if "renewed" in told:
            yield Act(life.at(told["renewed"]), partial(_renew, life, text))
        if "ended" in told:
            yield _ends(life, text, told["ended"], told)
    for told in life.plan["assessment"]:
        if "tries" in told:
            found = correction(told["tries"])
            assert found  # noqa: S101 - a story of our own
            text, first = found.text("team"), told["ago"] - 1
            last = first - LASTS.days - 1
            held.append(_held(life, told | {"ended": last}, text, found.rhythm, first))
            yield _ends(life, text, last, told | {"ended_as": "finished"})
    for told in life.plan["monthly"]:
        if "trial" in told:
            trial, first = told["trial"], life.ago(month_back(life.today, told["back"])[1])
            kept = _held(life, trial, told["experiment"], trial["rhythm"], first - 1)
            held.append(kept._replace(last=min(kept.last, ends(life.day(first)))))
            yield _ends(life, told["experiment"], trial["ended"], trial)
    yield from _marks(life, held)


def _try_out(life: Life, text: str, moves: str, parts: dict[str, Any]) -> None:
    gone = ("gate", "starts")
    own = {name: value for name, value in parts.items() if name not in gone}
    life.coach.commitments.try_out(text, f"{KEPT}{life.commitment(moves).id}", **own)


def _held(life: Life, told: dict[str, Any], text: str, rhythm: str, ago: int) -> _Held:
    last = life.day(told.get("ended", 0)) - timedelta(days=1)
    return _Held(text, rhythm, life.day(ago), last, told["kept"], told["reasons"], told.get("half", ""))


def _renew(life: Life, text: str) -> None:
    life.coach.commitments.pass_gate(life.commitment(text), "renew", life.plan["gate"])


def _ends(life: Life, text: str, ago: int, told: dict[str, Any]) -> Act:
    def do() -> None:
        life.coach.commitments.end(life.commitment(text), told["ended_as"], told["because"])

    return Act(life.at(ago, _MIDDAY), do)


def _marks(life: Life, held: list[_Held]) -> Iterator[Act]:
    """On most evenings, all that was due; the likeliest reason stands behind most misses."""
    days: dict[date, list[_Marked]] = defaultdict(list)
    chance = life.chance
    for each in held:
        rule = read(each.rhythm)
        counted = read("every saturday") if rule.times else rule
        reasons = each.reasons * _LOUD if len(each.reasons) == 1 else each.reasons
        for day in on(counted, each.first, each.first, each.last):
            if life.is_out(day) or chance.random() > _SAID:
                continue
            is_kept = chance.random() < each.kept
            is_partly = not is_kept and chance.random() < _PARTLY
            reason = None if is_kept else chance.choice(reasons)
            result: Result = "kept" if is_kept else "partly" if is_partly else "missed"
            days[day].append(_Marked(each.text, result, reason, each.half if is_partly else ""))
    for day, said in days.items():
        yield Act(life.at(life.ago(day), _EVENING), partial(_mark, life, day, said))


def _mark(life: Life, day: date, said: list[_Marked]) -> None:
    held = {each.text: each for each in life.coach.commitments.active(day)}
    life.coach.marks.mark([_given(held[each.text], each) for each in said], day)


def _given(commitment: Commitment, said: _Marked) -> Given:
    """What was done in part is half of its amount."""
    goal = goal_of(commitment)
    half = goal.number / 2 if goal and said.result == "partly" else None
    return Given(commitment, said.result, said.reason, half, said.note)


def reviews(life: Life) -> Iterator[Act]:
    """One on the Fridays of execution, the latest left to whoever looks around."""
    told = cycle(life.plan["review"])
    for season in life.plan["season"]:
        for ago in range(season["from"] - 1, max(season["to"], 6), -1):
            day = life.day(ago)
            if season["name"] == "execution" and day.weekday() == _FRIDAY and not life.is_out(day):
                said = next(told)
                review = Said(
                    {name: said[name] for name in ("truth", "moments", "tradeoff") if said[name]},
                    (said["plan"],),
                    life.chance.randint(*_FLOW),
                    life.chance.randint(*_OUTCOME),
                    share_of(_SURE + day.day % 3),
                )
                yield Act(life.at(ago, _MIDDAY), partial(life.coach.reviews.keep, review))


def readings(life: Life) -> Iterator[Act]:
    """A script of theirs has read off how the work flowed in the week before this one."""
    number = float(life.chance.randint(*_FLOW))
    yield Act(life.at(0, time(8, 30)), partial(life.coach.readings.keep, "flow", number, life.day(8)))


def quotes(life: Life) -> Iterator[Act]:
    """The tradeoff, said when it was asked for."""
    for told in life.plan["quote"]:
        yield Act(life.at(told["ago"]), partial(_say_tradeoff, life, told))


def _say_tradeoff(life: Life, told: dict[str, Any]) -> None:
    frame = life.coach.frames.current()
    assert frame  # noqa: S101 - a story of our own
    life.coach.quotes.keep(frame, told["text"], direction=told.get("direction", ""))
