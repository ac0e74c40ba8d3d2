"""What the person of the demo parked, and the windows in which the frame was on the table."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

from coach.cycle.reassessment import HARD, RATED
from coach.cycle.window import close, commitments_before, plan_gate
from coach.demo.life import Act, Life

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAWN, _OPENS, _LATE, _EVENING = time(6, 30), time(7), time(8, 30), time(20, 15)
_CLOSES = time(9)


def signals(life: Life) -> Iterator[Act]:
    """Parked while the frame was held, and answered in the window after."""
    for told in life.plan["signal"]:
        yield Act(life.at(told["ago"]), partial(life.coach.signals.park, told["text"], told["about"]))
        if "settled" in told:
            yield Act(life.at(told["settled_ago"], _EVENING), partial(_settle, life, told))


def windows(life: Life) -> Iterator[Act]:
    """From opening them to what came of them."""
    coach, seasons = life.coach, life.plan["season"]
    for place, told in enumerate(life.plan["reassessment"]):
        opened, after = seasons[2 * place + 1], seasons[2 * place + 2]
        until = life.day(opened["planned"])
        yield Act(life.at(opened["from"], _OPENS), partial(coach.seasons.open, "redesign", until=until))
        yield Act(life.at(told["ago"]), partial(_answer, life, told))
        yield Act(life.at(told["sealed"], _EVENING), coach.reassessments.seal)
        if told.get("unsealed"):
            yield Act(life.at(told["sealed"], time(22)), coach.reassessments.unseal)
        yield Act(life.at(after["from"], _LATE), partial(_decide, life, told))
        closes = partial(close, coach, rhythm="ten-two", until=life.day(after["planned"]))
        yield Act(life.at(after["from"], _CLOSES), closes)


def _settle(life: Life, told: dict[str, Any]) -> None:
    own = [each for each in life.coach.signals.waiting() if each.text == told["text"]]
    tries = {"text": told["try"], "rhythm": "once a week"} if "try" in told else {}
    life.coach.signals.settle(own, told["settled"], told.get("because", ""), tries)


def _answer(life: Life, told: dict[str, Any]) -> None:
    answered = [each["text"] for each in life.plan["signal"] if "settled" in each]
    texts = [answered[place] for place in told.get("cites", ())]
    cited = tuple(each.id for each in life.coach.signals.for_window() if each.text in texts)
    answers = {name: told[name] for name in HARD}
    spent = {name: float(each) for name, each in zip(HARD, told["seconds"], strict=True)}
    life.coach.reassessments.answer(answers, {HARD[0]: cited} if cited else {}, spent)


def _decide(life: Life, told: dict[str, Any]) -> None:
    """What was parked in check-ins goes, what is held goes on, and the frame is this from now on."""
    coach, moves, keeps = life.coach, told.get("moves", ()), told.get("keeps", "")
    if left := coach.signals.waiting():
        coach.signals.settle(left, "drop", life.plan["parked_because"])
    now = coach.reassessments.open_window()
    for each in commitments_before(coach, now):
        plan_gate(coach, each.commitment, "renew", life.plan["gate"])
    kept = coach.reassessments.begin()
    frame: dict[str, Any] = next(
        (each for each in life.plan["frame"] if each["ago"] == life.ago(now.day)), {}
    )
    coach.reassessments.keep(
        kept,
        "frame",
        ratings={name: float(each) for name, each in zip(RATED, told["ratings"], strict=True)},
        frame={name: frame[name] for name in moves},
        conditions=dict.fromkeys(moves, told.get("condition", "")),
        keeps=keeps,
        cites={**kept.cites, "keeps": kept.cites.get(HARD[0], ())} if keeps else kept.cites,
    )
