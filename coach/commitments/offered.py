"""What the completions offer here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.commitments.overview import commitments_on
from coach.commitments.ready import EVERY_ONE, all_ready
from coach.commitments.records import REASONS, RESULTS
from coach.core.ids import short
from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer


def held(coach: Coach, _: Sequence[str]) -> Iterable[Offer]:
    """The commitments that go on, those that ask for a mark first."""
    going = [each for each in commitments_on(coach, coach.today()) if each.commitment.ended is None]
    for each in sorted(going, key=lambda each: not each.is_due):
        yield short(each.commitment.id), each.commitment.text


def marks(coach: Coach, before: Sequence[str]) -> Iterable[Offer]:
    """Which, and how it went, in turn; what got in the way behind a colon."""
    if len(before) % 2 == 0:
        yield from held(coach, before)
        yield "all", ""
        return
    yield from ((each, words.marks.result[each]) for each in RESULTS)
    yield from ((f"missed:{each}", words.marks.reason[each]) for each in REASONS)


def reasons(*_: object) -> Iterable[Offer]:
    """What got in the way."""
    return [(each, words.marks.reason[each]) for each in REASONS]


def practices(*_: object) -> Iterable[Offer]:
    """Those that are ready, and the whole week."""
    return [*((each["id"], each["text"]) for each in all_ready()), (EVERY_ONE, "")]


def rhythms(*_: object) -> Iterable[Offer]:
    """Some of what is understood."""
    return [(each, "") for each in words.commitments.offered_rhythms]
