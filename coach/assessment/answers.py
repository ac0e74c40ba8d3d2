"""Taking the instrument: what is asked, and what was answered, the same on the screen and in the shell."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.answers import CITES, OWN, SPENT
from coach.asking_on import asked_on
from coach.assessment.assessments import Taken
from coach.assessment.instrument import diagnostics, shuffled, sign, signs
from coach.assessment.records import WORDINGS
from coach.core.record import GIVEN
from coach.core.texts import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from coach.assessment.records import Wording
    from coach.core.record import Given

ORDER = f"{OWN}order"
WORDING = f"{OWN}wording"
UNSURE, NO_OCCASION = "unsure", "none"
KEYS = (("0", "0"), ("1", "1"), ("23", "2"), ("456", "3"), ("789", "4"), ("x", UNSURE), ("o", NO_OCCASION))
"""How often: the numbers a person types, and the step they mean."""
_LEAST = (0, 1, 2, 4, 7)
"""The least count of each step."""
_RANGES = {"2-3": "2", "4-6": "3", "7+": "4"}
_FRESH = timedelta(days=3)
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
        return [(keys, words.assess.often[value], value) for keys, value in KEYS]
    return [(keys, words.assess.answer[value], value) for keys, value in SAID_KEYS]


def taken_in(said: Mapping[str, str], wording: Wording, order: Sequence[str]) -> Taken:
    """What stands in the lines of a session."""
    steps = {value for _, value in KEYS} - {UNSURE, NO_OCCASION}
    told: dict[str, Given] = {
        each.id: answer for each in diagnostics() for answer in GIVEN if said.get(each.id) == answer
    }
    asked = {*order, *told}
    return Taken(
        wording,
        tuple(order),
        {name: float(said[name]) for name in order if said.get(name) in steps},
        tuple(name for name in order if said.get(name) == UNSURE),
        tuple(name for name in order if said.get(name) == NO_OCCASION),
        told,
        {name: ids for name in asked if (ids := tuple(said.get(f"{CITES}{name}", "").split()))},
        {name: took for name in asked if (took := _seconds(said.get(f"{SPENT}{name}", "")))},
        more := {name: text for name in asked_on(said) if (text := said.get(name, "").strip())},
        {name: ask for name, ask in asked_on(said).items() if name in more},
    )


def understood(part: str, typed: str) -> str | None:
    """An answer that was typed: a count however large, a step in the words of the question, or a key.
    Nothing is guessed of anything else."""
    line = " ".join(typed.lower().replace("–", "-").split())
    if part == "signs" and line.isdecimal():
        count = int(line[:6])
        return next(str(step) for step, least in reversed([*enumerate(_LEAST)]) if count >= least)
    ready = {key: value for keys, _, value in options(part) for key in keys}
    ready |= {said.lower(): value for _, said, value in options(part)} | (_RANGES if part == "signs" else {})
    return ready.get(line)


def is_answered(said: Mapping[str, str], order: Sequence[str]) -> bool:
    """Whether anything was answered so far."""
    return any(said.get(name) for name in (*order, *(each.id for each in diagnostics())))


def is_stale(written: datetime, now: datetime) -> bool:
    """Whether what was begun is about ten other working days."""
    return now - written > _FRESH


def _seconds(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def wording_in(said: Mapping[str, str], usual: Wording | None) -> Wording:
    """The wording that was chosen."""
    return next((each for each in WORDINGS if said.get(WORDING) == each), usual or "team")
