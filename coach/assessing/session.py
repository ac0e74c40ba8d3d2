"""Taking the instrument: what is asked, and what was answered, the same on the screen and in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.answers import CITES, OWN, SPENT
from coach.assessing.assessments import Given
from coach.assessing.instrument import diagnostics, shuffled, sign, signs
from coach.content import words
from coach.records import GIVEN, WORDINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.records import Given as Answer
    from coach.records import Wording

ORDER = f"{OWN}order"
WORDING = "wording"
UNSURE = "unsure"
KEYS = (("0", "0"), ("1", "1"), ("23", "2"), ("456", "3"), ("789", "4"), ("x", UNSURE))
"""How often: the numbers a person types, and the step they mean."""
SAID_KEYS = (("y", "yes"), ("p", "partly"), ("n", "no"), ("x", UNSURE))


class Item(NamedTuple):
    """One question."""

    name: str
    part: Literal["signs", "diagnostics"]
    text: str


def items(wording: Wording, order: Sequence[str], *, is_full: bool) -> list[Item]:
    """The signs in their order; in a full one, then the eight questions."""
    asked = [Item(found.id, "signs", found.text(wording)) for name in order if (found := sign(name))]
    if is_full:
        asked += [Item(each.id, "diagnostics", each.text(wording)) for each in diagnostics()]
    return asked


def new_order(seed: str, only: Sequence[str] = ()) -> tuple[str, ...]:
    """All twelve, or those that are asked again, shuffled."""
    return shuffled(only or [each.id for each in signs()], seed)


def options(part: str) -> list[tuple[str, str, str]]:
    """What can be answered: the keys that take it, words, value."""
    if part == "signs":
        return [(keys, words("assess", "often", value), value) for keys, value in KEYS]
    return [(keys, words("assess", "answer", value), value) for keys, value in SAID_KEYS]


def given_in(said: Mapping[str, str], wording: Wording, order: Sequence[str]) -> Given:
    """What stands in the lines of a session."""
    steps = {value for _, value in KEYS} - {UNSURE}
    told: dict[str, Answer] = {
        each.id: answer for each in diagnostics() for answer in GIVEN if said.get(each.id) == answer
    }
    asked = {*order, *told}
    return Given(
        wording,
        tuple(order),
        {name: float(said[name]) for name in order if said.get(name) in steps},
        tuple(name for name in order if said.get(name) == UNSURE),
        told,
        {name: ids for name in asked if (ids := tuple(said.get(f"{CITES}{name}", "").split()))},
        {name: float(took) for name in asked if (took := said.get(f"{SPENT}{name}"))},
    )


def wording_in(said: Mapping[str, str], usual: Wording | None) -> Wording:
    """The wording that was chosen."""
    return next((each for each in WORDINGS if said.get(WORDING) == each), usual or "team")
