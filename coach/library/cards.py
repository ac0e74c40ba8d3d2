"""M1: the cards. Most are written down as such; those of the signs are made of what is asked about them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.assessment.instrument import signs
from coach.core.texts import filled, table, words
from coach.folded import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.assessment.instrument import Sign

GROUPS = ("modes", "cycle", "choosing", "doing", "growing", "too_much", "evidence")
"""Each a file of its own, `cards_modes.toml`, in the order of the list."""
_LONG = 4
"""Shorter words occur everywhere."""
_SIGN = "sign-"


class Card(NamedTuple):
    """One idea on one screen."""

    id: str
    group: str
    source: str
    """Where it comes from, by its id in the inventory of systems."""
    title: str
    line: str
    """All of it in one sentence."""
    why: str
    team: str
    alone: str
    looks: tuple[str, ...] = ()
    not_this: str = ""
    ask: str = ""
    figures: str = ""
    tries: str = ""
    """What one key does with it: a practice, or one of `acts.py`."""
    also: tuple[str, ...] = ()
    """Other words it is looked for by."""
    see: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """What of the person's own records stands below it, by its name in `yours.py`."""

    @property
    def words(self) -> str:
        """All that can be looked for."""
        said = (self.line, self.why, self.team, self.alone, self.not_this, self.ask, self.figures)
        return " ".join((self.title, *self.also, *said, *self.looks))


@cache
def cards() -> tuple[Card, ...]:
    """All of them, in the order of the groups."""
    return tuple(card for group in GROUPS for card in (*_of_group(group), *_of_signs(group)))


def card(name: str) -> Card | None:
    """One by its id."""
    return next((each for each in cards() if each.id == name), None)


def searched(typed: str) -> list[Card]:
    """Those in which every word occurs, the ones that are called so first."""
    wanted = [fold(each) for each in re.findall(r"\w+", typed)]
    found = [each for each in cards() if _holds(each.words, wanted)] or _most_of(wanted)
    return sorted(found, key=lambda each: (not _holds(each.title, wanted), not _holds(_called(each), wanted)))


def _most_of(wanted: list[str]) -> list[Card]:
    """Those that say most of the words, where none says all of them."""
    long = [each for each in wanted if len(each) >= _LONG]
    said = {each.id: sum(word in fold(each.words) for word in long) for each in cards()}
    most = max(said.values(), default=0)
    return [each for each in cards() if most and said[each.id] == most]


def _holds(text: str, wanted: Iterable[str]) -> bool:
    there = fold(text)
    return all(each in there for each in wanted)


def _called(each: Card) -> str:
    return " ".join((each.title, *each.also))


def _of_group(group: str) -> Iterable[Card]:
    return (_card(group, each) for each in table(f"cards_{group}")["card"])


def _card(group: str, each: dict[str, Any]) -> Card:
    own: dict[str, Any] = {}
    for name, value in each.items():
        own[name] = tuple(value) if isinstance(value, list) else value
    own["tries"] = own.pop("try", "")
    if named := str(own.pop("named", "")):  # one pattern has one name in all places
        own["title"] = words.emphasis[named, "name"]
    return Card(group=group, **own)


def _of_signs(group: str) -> Iterable[Card]:
    return (_of_sign(each) for each in signs()) if group == "too_much" else ()


def _of_sign(sign: Sign) -> Card:
    about = sign.about("team")
    return Card(
        id=f"{_SIGN}{sign.id}",
        group="too_much",
        source="M13" if sign.scale == "managing" else "M14",
        title=sign.title,
        line=about["looks"],
        why=filled(words.library.sign_why, effect=about["effect"], root=about["root"]),
        team=filled(words.library.sign_asked, sign=sign.text("team")),
        alone=filled(words.library.sign_asked, sign=sign.text("alone")),
        ask=words.library.sign_ask,
        tries=sign.corrections[0].id,
        also=(sign.id, words.library.scale[sign.scale]),
        see=(f"over-{sign.scale}",),
        facts=("balance",),
    )
