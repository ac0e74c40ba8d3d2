"""What the person of the demo handed to a mentor, what came back, and whose names stay out of it."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from coach.demo.life import Act, Life
from coach.packet import names
from coach.packet.packets import OWN, Plan, all_packets, prepare, write

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVENING = time(20, 40)


def people(life: Life) -> Iterator[Act]:
    """Marked once."""
    for told in life.plan["person"]:
        yield Act(life.at(told["ago"]), partial(names.mark, life.coach, told["name"], told["said"]))


def packets(life: Life) -> Iterator[Act]:
    """Made of the days as they lay there, and the answer."""
    for told in life.plan["packet"]:
        yield Act(life.at(told["ago"], _EVENING), partial(_hand_over, life, told))
        yield Act(life.at(told["answered"], _EVENING), partial(_hear, life, told))


def _hand_over(life: Life, told: dict[str, Any]) -> None:
    last = life.coach.today()
    own = {name: told[name] for name in OWN if name in told}
    chosen = dict.fromkeys(told["with"], True)
    plan = Plan(told["to"], told["ask"], last - timedelta(days=told["days"]), last, own, chosen, {})
    write(life.coach, prepare(life.coach, plan), ())


def _hear(life: Life, told: dict[str, Any]) -> None:
    said = {"role": "mentor", "name": told["to"], "asked": told["ask"], "answer": told["answer"]}
    of = all_packets(life.coach)[0].id
    life.coach.feedback.keep(said | {"will": told["will"], "of": of}, source="import")
