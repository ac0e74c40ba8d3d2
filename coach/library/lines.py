"""A card in words, line by line: the app draws the lines, and the shell prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.library.cards import card as card_of
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.assessment.records import Wording
    from coach.library.cards import Card


def card_lines(card: Card, wording: Wording, yours: Sequence[str]) -> Iterator[Told]:
    """All of it, as it is with a team or alone; the person's own numbers below the line. What it leads to is
    for whoever shows it."""
    yield Told(card.title, "strong")
    yield Told(card.line)
    yield Told()
    told = {"why": card.why, wording: getattr(card, wording), "looks": " ".join(card.looks)}
    told |= {"not_this": card.not_this, "ask": card.ask, "figures": card.figures}
    width = max(len(words.library.heading[name]) for name in told) + 2
    for name, text in told.items():
        if text:
            yield Told(f"{words.library.heading[name]:<{width}}{text}", hang=width)
    yield Told()
    for place, line in enumerate(yours or [words.library.nothing_yours]):
        yield Told(f"{'' if place else words.library.heading.yours:<{width}}{line}", hang=width)


def beside(card: Card) -> Iterator[Card]:
    """The cards next to it."""
    yield from filter(None, (card_of(name) for name in card.see))
