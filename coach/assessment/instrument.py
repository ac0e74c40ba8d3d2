"""The instrument: twelve signs and eight questions, asked in a shuffled order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coach.core.texts import table, wordings_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.assessment.records import Wording

Scale = Literal["managing", "leading"]
"""Too much of which."""
SCALES: tuple[Scale, ...] = ("managing", "leading")


class Correction(NamedTuple):
    """M17: something to try for fourteen days."""

    id: str
    adds: str
    wordings: dict[str, str]
    rhythm: str
    plans: dict[Wording, tuple[str, str]]
    """When, and what then: with a team and alone."""

    def plan(self, wording: Wording) -> tuple[str, str]:
        """The moment, and the act."""
        return self.plans[wording]

    def text(self, wording: Wording) -> str:
        """What is tried."""
        return self.wordings[wording]


class Sign(NamedTuple):
    """M13, M14: one observable act."""

    id: str
    scale: Scale
    title: str
    wordings: dict[str, str]
    said: dict[Wording, dict[str, str]]
    """What it looks like, what it leads to, where it may come from."""
    corrections: tuple[Correction, ...]

    def about(self, wording: Wording) -> dict[str, str]:
        """The three of them."""
        return self.said[wording]

    def text(self, wording: Wording) -> str:
        """As it is asked."""
        return self.wordings[wording]


class Diagnostic(NamedTuple):
    """M15: a question that speaks for a scale when it is answered with no, and against it with yes."""

    id: str
    scale: Scale
    title: str
    wordings: dict[str, str]

    def text(self, wording: Wording) -> str:
        """As it is asked."""
        return self.wordings[wording]


@cache
def signs() -> tuple[Sign, ...]:
    """All twelve."""
    return tuple(
        Sign(
            each["id"],
            each["scale"],
            each["title"],
            wordings_of(each),
            {"team": _about(each), "alone": _about(each | each["alone_about"])},
            tuple(map(_correction, each["correction"])),
        )
        for each in table("signs")["sign"]
    )


@cache
def diagnostics() -> tuple[Diagnostic, ...]:
    """All eight."""
    return tuple(
        Diagnostic(each["id"], each["scale"], each["title"], wordings_of(each))
        for each in table("signs")["diagnostic"]
    )


def sign(name: str) -> Sign | None:
    """One by its id; none for one that only another version asks."""
    return next((each for each in signs() if each.id == name), None)


def of_scale(scale: Scale) -> list[str]:
    """The ids of its six signs."""
    return [each.id for each in signs() if each.scale == scale]


def correction(name: str) -> Correction | None:
    """One by its id."""
    return next((own for each in signs() for own in each.corrections if own.id == name), None)


def shuffled(names: Iterable[str], seed: str) -> tuple[str, ...]:
    """In an order that a seed decides: the seed is kept with the answers."""
    import random  # 3 ms, and Today needs none of it

    order = list(names)
    random.Random(seed).shuffle(order)  # noqa: S311 - an order, no secret
    return tuple(order)


def _about(each: dict[str, Any]) -> dict[str, str]:
    return {part: each[part] for part in ("looks", "effect", "root")}


def _correction(each: dict[str, Any]) -> Correction:
    plans = {"team": (each["cue"], each["act"]), "alone": (each["alone_cue"], each["alone_act"])}
    return Correction(each["id"], each["adds"], wordings_of(each), each["rhythm"], plans)  # type: ignore[arg-type]
