"""A finding in lines: its sentence, its two bars, how far to trust it, what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.counting import counted
from coach.core.safe_text import padded
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.findings import Finding
    from coach.insights.looking import Looked
    from coach.insights.records import Found

WIDTH = 20
_SELDOM, _FEW, _PLAIN, _ROUND = 0.001, 0.5, 0.3, 50


def bar(part: float, width: int = WIDTH) -> str:
    """Full and empty, so that it says its part without colour."""
    full = round(min(max(part, 0.0), 1.0) * width)
    return "█" * full + "░" * (width - full)


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
        yield f"{padded(label, room)} {bar(part, width)}  {said}"


def chance_said(chance: float | None) -> str:
    """How often chance gives as much, in words a person counts in."""
    if chance is None:
        return words.insights.chance_counted
    if chance > _PLAIN:
        return words.insights.chance_plain
    if chance < _SELDOM:
        return words.insights.chance_seldom
    return filled(words.insights.chance, times=times(chance))


def times(chance: float) -> str:
    """One time in so many, as exact as it is known."""
    often = round(1 / chance)
    return f"{round(often, -1) if often >= _ROUND else often:,}"


def trust_line(looked: Looked) -> str:
    """How much was looked at, and how much of it chance would give."""
    chance = looked.by_chance
    weeks = (looked.known.last - looked.known.first).days // 7 + 1
    return filled(
        words.insights.trust,
        weeks=counted(weeks, "week"),
        looked=len({each.name for each in looked.all}),
        found=len(looked.found),
        chance=filled(words.insights.by_chance, count=f"{chance:.0f}")
        if chance >= _FEW
        else words.insights.by_chance_few,
    )


def finding_json(each: Finding) -> dict[str, Any]:
    """For a program."""
    return {
        "kind": each.kind,
        "about": each.about,
        "subject": each.subject,
        "says": each.says,
        "asks": each.asks,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "n": each.n,
        "effect": round(each.effect, 3),
        "chance": each.chance,
        "bars": [{"label": bar.label, "part": round(bar.part, 3), "said": bar.said} for bar in each.bars],
        "against": each.against.text if each.against else None,
        "records": list(each.ids),
    }


def found_json(each: Found) -> dict[str, Any]:
    """What was noticed, for a program."""
    return {
        "kind": each.what,
        "about": each.about,
        "says": each.text,
        "asks": each.asks,
        "first": each.first.isoformat(),
        "last": each.last.isoformat(),
        "n": each.n,
        "effect": each.effect,
        "chance": each.chance,
        "bars": [{"label": label, "part": part, "said": said} for label, part, said in bars_of(each)],
        "against": each.against or None,
        "records": list(each.ids),
    }
