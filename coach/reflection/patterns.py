"""What the one engine finds in the weeks up to a day, as facts beside a look back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.facts import ENOUGH, Fact, fact
from coach.insights.looking import look

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.findings import Finding
    from coach.reflection.lived import Lived

MOST = 3
"""So many at a time, and no more."""
_TAGS = 4


def findings(coach: Coach, lived: Lived) -> list[Fact]:
    """The strongest, at most three; that there is none, or too little to go on, is said."""
    if len(lived.felt) < ENOUGH:
        return [fact("patterns_little", lived.felt, count=counted(len(lived.felt), "day"))]
    return [_fact(each) for each in found(coach, lived)[:MOST]] or [fact("patterns_none", lived.felt)]


def found(coach: Coach, lived: Lived) -> tuple[Finding, ...]:
    """What holds in the weeks up to the last of these days."""
    return look(coach, lived.last).found


def tags(lived: Lived, role: str, holds: tuple[Finding, ...]) -> list[Fact]:
    """What gave or took energy, and how often; what is beyond chance comes with its effect."""
    usual = lived.usual
    effects = {each.about.casefold(): each for each in holds if each.kind == "goes_with"}
    count = Counter(tag for each in usual if (tag := getattr(each, role)))
    told = []
    for tag, times in count.most_common(_TAGS):
        records = [each for each in usual if getattr(each, role) == tag]
        effect = effects.get(tag.casefold())
        if effect and (effect.effect > 0) == (role == "gave"):
            said = effect.numbers
            numbers = {
                "mean": said["inside"],
                "others": said["outside"],
                "n": said["n"],
                "rest": said["rest"],
            }
            told.append(fact(f"{role}_effect", records, tag=tag, count=counted(times, "day"), **numbers))
        else:
            told.append(fact(role, records, tag=tag, count=counted(times, "day")))
    return told


def _fact(each: Finding) -> Fact:
    return Fact(f"pattern_{each.kind}", each.says, each.n, each.ids, each.against)
