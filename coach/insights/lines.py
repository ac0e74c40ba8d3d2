"""A finding in lines: its sentence, its two bars, how far to trust it, what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.chance import PLAIN, SELDOM, one_in
from coach.core.bar import bar
from coach.core.counting import counted
from coach.core.safe_text import padded
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.findings import Finding
    from coach.insights.looking import Looked
    from coach.insights.records import Found

WIDTH = 20
HOLDS = "●"
"""Before what is beyond chance: colour alone says nothing."""
_FEW = 0.5


def bars_of(found: Found) -> list[tuple[str, float, str]]:
    """Its picture: a label, how much of the whole, and the number."""
    return [bar for each in found.bars if (bar := _bar_in(each))]


def _bar_in(kept: str) -> tuple[str, float, str] | None:
    """What another program wrote may be none."""
    try:
        label, part, said = kept.rsplit("|", 2)
        return label, float(part), said
    except ValueError:
        return None


def bar_lines(bars: Sequence[tuple[str, float, str]], width: int = WIDTH) -> Iterator[str]:
    """One below the other, in one grid."""
    room = min(max((len(label) for label, _, _ in bars), default=0) + 1, 2 * WIDTH)
    for label, part, said in bars:
        yield f"{padded(label, room)} {''.join(bar(part, width))}  {said}"


def chance_said(chance: float | None) -> str:
    """How often chance gives as much, in words a person counts in."""
    if chance is None:
        return words.insights.chance_counted
    if chance > PLAIN:
        return words.insights.chance_plain
    if chance < SELDOM:
        return words.insights.chance_seldom
    return filled(words.insights.chance, times=f"{one_in(chance):,}")


def trust_line(looked: Looked) -> str:
    """How much was looked at, and how much of it chance would give."""
    chance = looked.by_chance
    weeks = (looked.known.last - looked.known.first).days // 7 + 1
    return filled(
        words.insights.trust,
        weeks=counted(weeks, "week"),
        day=looked.known.days.say(looked.known.last),
        looked=len({each.name for each in looked.all}),
        found=len(looked.found),
        chance=filled(words.insights.by_chance, count=f"{chance:.0f}")
        if chance >= _FEW
        else words.insights.by_chance_few,
    )


def finding_json(each: Finding) -> dict[str, Any]:
    """For a program."""
    against = each.against.text if each.against else None
    said = _json(each, each.kind, each.says, each.bars, against)
    return {**said, "subject": each.subject, "effect": round(each.effect, 3)}


def found_json(each: Found) -> dict[str, Any]:
    """What was noticed, for a program."""
    return {**_json(each, each.what, each.text, bars_of(each), each.against or None), "effect": each.effect}


def _json(
    each: Finding | Found, kind: str, says: str, bars: Sequence[tuple[str, float, str]], against: str | None
) -> dict[str, Any]:
    return {
        "kind": kind,
        "about": each.about,
        "says": says,
        "asks": each.asks,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "n": each.n,
        "chance": each.chance,
        "bars": [{"label": label, "part": round(part, 3), "said": said} for label, part, said in bars],
        "against": against,
        "records": list(each.ids),
    }
