"""What the person of the demo decided, who decides what, and what was expected of the week."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from coach.calendar.ten_days import Imported, Meeting, business_days
from coach.deciding.domains import PARTS
from coach.deciding.records import BUCKETS
from coach.demo.life import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.deciding.records import Decision, Outcome
    from coach.demo.life import Life

    Step = Callable[[Life, Decision, dict[str, Any]], object]

_RAISED, _LATER, _FRIDAY = time(10, 40), time(16, 20), time(17, 30)
_LOGGED = ("text", "options", "decider", "reversal", "gives_up", "outcome", "odds", "cross", "frame")


def domains(life: Life) -> Iterator[Act]:
    """A page for two of them."""
    for told in life.plan["domain"]:
        page = {name: told[name] for name in PARTS if name in told}
        yield Act(life.at(told["ago"], _RAISED), partial(life.coach.domains.keep, page))


def decisions(life: Life) -> Iterator[Act]:
    """Each is raised, decided and looked at on a day of its own."""
    for told in life.plan["decision"]:
        yield Act(life.at(told["ago"], _RAISED), partial(_log, life, told))
        for name, act in _ACTS.items():
            if name in told:
                yield Act(life.at(told[name], _LATER), partial(_carry_on, life, told, act))


def forecasts(life: Life) -> Iterator[Act]:
    """Two keys a week, and what became of them on their Friday."""
    for told in life.plan["forecast"]:
        say = partial(life.coach.forecasts.say, told["text"], told["tenths"])
        yield Act(life.at(told["ago"], _RAISED), say)
        if "came" in told:
            day = life.day(told["ago"])
            ago = told["ago"] - (4 - day.weekday()) % 7
            yield Act(life.at(ago, _FRIDAY), partial(_resolve, life, told))


def uncertain(life: Life) -> Iterator[Act]:
    """How uncertain two things were, on some Fridays."""
    for told in life.plan["uncertain"]:
        yield Act(life.at(told["ago"], _FRIDAY), partial(_score, life, told))


def handovers(life: Life) -> Iterator[Act]:
    """One kind of decision a day, and how it went, week by week."""
    for told in life.plan["handover"]:
        parts = (told["text"], told["to"], told["boundary"])
        yield Act(life.at(told["ago"], _RAISED), partial(life.coach.handovers.hand, *parts))
        for ago, went in told["looks"].items():
            yield Act(life.at(int(ago), _LATER), partial(_look, life, told["text"], went))


def tally(life: Life) -> Iterator[Act]:
    """Two weeks in which it was counted which decisions needed the person."""
    told, tallies = life.plan["tally"], life.coach.tallies
    yield Act(life.at(told["ago"], _RAISED), tallies.start)
    count = max(told["not_me"], len(told["needed_me"]))
    for place in range(count):
        at = life.at(told["ago"] - 1 - place * 12 // count, _LATER)
        if place < len(told["needed_me"]):
            text = told["needed_me"][place]
            yield Act(at, partial(tallies.add, needed_me=True, text=text))
        if place < told["not_me"]:
            yield Act(at, partial(tallies.add, needed_me=False))


def ten_days(life: Life) -> Iterator[Act]:
    """The programme, from its first day to its end."""
    told, programmes = life.plan["ten_days"], life.coach.ten_days
    yield Act(life.at(told["from"], _RAISED), programmes.start)
    yield Act(life.at(told["to"], _FRIDAY), programmes.end)


def meetings(life: Life) -> Iterator[Act]:
    """What ten business days of meetings were for."""
    yield Act(life.at(3, _LATER), partial(_audit, life))


def _audit(life: Life) -> None:
    today = life.coach.today()
    first, last = business_days(today)
    days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    found: dict[str, tuple[Meeting, ...]] = {}
    for told in life.plan["meeting"]:
        clock, begins = life.coach.clock, time.fromisoformat(told["at"])
        own = [day for day in days if day.weekday() in told["weekdays"]]
        moments = [clock.at(datetime.combine(day, begins)) for day in own]
        found[told["title"]] = tuple(Meeting(told["title"], at, told["minutes"]) for at in moments)
    imported = Imported(first, last, found, len(found), Counter(), ())
    tags = {told["title"]: told["tag"] for told in life.plan["meeting"]}
    life.coach.calendar.keep(imported, tags)


def _score(life: Life, told: dict[str, Any]) -> None:
    held = {each.text: each.id for each in life.coach.commitments.active()}
    scores = dict(zip(BUCKETS, told["scores"], strict=True))
    life.coach.uncertainty.score(told["text"], scores, held.get(told["text"]))


def _look(life: Life, text: str, went: Outcome) -> None:
    own = next(each for each in life.coach.handovers.all() if each.text == text)
    life.coach.handovers.look(own, went)


def _log(life: Life, told: dict[str, Any]) -> None:
    parts = {name: told[name] for name in _LOGGED if name in told}
    if "due" in told:
        parts["due"] = life.today - timedelta(days=told["due"])
    if "domain" in told:
        parts["domain"] = life.coach.domains.named(told["domain"]).id
    parts["failures"] = tuple(told.get("failures", ()))
    life.coach.decisions.log(**parts)


def _carry_on(
    life: Life, told: dict[str, Any], act: Callable[[Life, Decision, dict[str, Any]], object]
) -> None:
    own = next(each for each in life.coach.decisions.all() if each.text == told["text"])
    act(life, own, told)


def _choose(life: Life, own: Decision, told: dict[str, Any]) -> None:
    life.coach.decisions.choose(
        own, told["chosen"], because=told.get("because", ""), dissent=told.get("dissent", "")
    )


def _review(life: Life, own: Decision, told: dict[str, Any]) -> None:
    life.coach.decisions.review(own, told["came"], told["process"])


def _reverse(life: Life, own: Decision, told: dict[str, Any]) -> None:
    life.coach.decisions.reverse(own, told["evidence"])


def _close(life: Life, own: Decision, _: dict[str, Any]) -> None:
    life.coach.decisions.close(own)


def _resolve(life: Life, told: dict[str, Any]) -> None:
    own = next(each for each in life.coach.forecasts.all() if each.text == told["text"])
    life.coach.forecasts.resolve(own, told["came"])


_ACTS = {"decided": _choose, "reviewed": _review, "reversed": _reverse, "closed": _close}
