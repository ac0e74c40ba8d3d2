"""What the person of the demo handed to a mentor, what came back, and whose names stay out of it."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from coach.feedback.records import Feedback
from coach.packet import packets
from coach.packet.markdown import markdown
from coach.packet.packets import Plan
from coach.packet.records import Packet, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.core.record import Record
    from coach.demo.told import Stamps

_EVENING = time(20, 40)


def people(plan: Any, stamps: Stamps) -> Iterator[Person]:
    """Marked once."""
    for each in plan["person"]:
        yield Person(**stamps.made(each["ago"]), name=each["name"], said=each["said"])


def talked(coach: Coach, plan: Any, stamps: Stamps) -> Iterator[Record]:
    """A packet, made of the year as it lies there, and the answer to it."""
    for told in plan["packet"]:
        last = stamps.day(told["ago"])
        first = last - timedelta(days=told["days"])
        own = {name: told[name] for name in packets.OWN if name in told}
        wanted = Plan(told["to"], told["ask"], first, last, own, dict.fromkeys(told["with"], True), {})
        stamp = stamps.happened(told["ago"], _EVENING)
        document = packets.prepare(coach, wanted, stamp["id"]).document._replace(made=last)
        packet = Packet(
            **stamp,
            to=told["to"],
            ask=told["ask"],
            first=first,
            last=last,
            words_of_own=own,
            sections=tuple(each.name for each in document.sections),
            lines=tuple(each.name for each in document.lines()),
            document=markdown(document),
        )
        yield packet
        yield Feedback(
            **stamps.happened(told["answered"], _EVENING),
            role="mentor",
            name=told["to"],
            asked=told["ask"],
            answer=" ".join(told["answer"].split()),
            will=told["will"],
            of=packet.id,
            source="import",
        )
