"""What the person of the demo decided, who decides what, and what was expected of the week."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from coach.deciding.domains import PARTS
from coach.demo.life import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coach.deciding.records import Decision
    from coach.demo.life import Life

    Step = Callable[[Life, Decision, dict[str, Any]], object]

_RAISED, _LATER, _FRIDAY = time(10, 40), time(16, 20), time(17, 30)
_LOGGED = ("text", "options", "decider", "reversal", "gives_up", "outcome", "odds", "cross")


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
