"""Draws what years of a life cost, from the last run that was kept: `make bench BENCH="--lives --keep"`, then this."""

from __future__ import annotations

import csv
import math
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
FIGURES, PICTURE = ROOT / "docs" / "figures.tsv", ROOT / "docs" / "years.svg"
YEARS = (1, 10, 30)
BAR = 1.3
_WIDTH, _HEIGHT, _LEFT, _TOP = 760, 420, 60, 50
_RIGHT, _BOTTOM = 220, 50
_MOST = 2.2
_NAMED = 1.3
"""From so much growth on, a line has its name beside it."""
_LINE = 14
_ROW = re.compile(r"P9 coach (.+), (ten|thirty) years / one$")


class Curve(NamedTuple):
    """A command: what it cost after each number of years, against its first."""

    name: str
    growth: tuple[float, ...]


def curves() -> list[Curve]:
    """Those of the last run."""
    with FIGURES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    grown: dict[str, dict[str, float]] = {}
    for each in rows:
        if found := _ROW.match(each["promise"]):
            grown.setdefault(found[1], {})[found[2]] = float(each["measured"])
    return [Curve(name, (1.0, of["ten"], of["thirty"])) for name, of in grown.items()]


def x(year: int) -> float:
    """Years lie as far apart as they multiply."""
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * math.log(year) / math.log(YEARS[-1])


def y(growth: float) -> float:
    """From the first year up."""
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * (min(growth, _MOST) - 0.9) / (_MOST - 0.9)


def drawn(found: list[Curve]) -> str:
    """The picture."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#faf8f3"/>',
        '<text x="20" y="26" font-size="15" fill="#1f2630">What a command costs after years of a full life, its first year as 1</text>',
        f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(BAR):.1f}" y2="{y(BAR):.1f}" stroke="#a52f2f" stroke-dasharray="4 4"/>',
        f'<text x="{_LEFT + 6}" y="{y(BAR) - 6:.1f}" fill="#a52f2f">the bar, {BAR}</text>',
    ]
    parts += [
        f'<text x="{_LEFT - 34}" y="{y(growth) + 4:.1f}" fill="#56606d">{growth:.1f}</text>'
        for growth in (1.0, 1.5, 2.0)
    ]
    for year in YEARS:
        said = f"{year} year{'s' * (year > 1)}"
        parts.append(f'<text x="{x(year) - 14:.1f}" y="{_HEIGHT - 20}" fill="#56606d">{said}</text>')
    lowest = float(_HEIGHT)
    for curve in sorted(found, key=lambda each: each.growth[-1]):
        is_high = curve.growth[-1] > _NAMED
        points = " ".join(
            f"{x(year):.1f},{y(growth):.1f}" for year, growth in zip(YEARS, curve.growth, strict=True)
        )
        colour = "#12509e" if is_high else "#8a97a8"
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.6"/>')
        if is_high:
            lowest = min(y(curve.growth[-1]) + 4, lowest - _LINE)
            label = f"{curve.name} {curve.growth[-1]:.2f}"
            parts.append(f'<text x="{_WIDTH - _RIGHT + 8}" y="{lowest:.1f}" fill="{colour}">{label}</text>')
    rest = sum(each.growth[-1] <= _NAMED for each in found)
    parts.append(
        f'<text x="{_WIDTH - _RIGHT + 8}" y="{y(1.0) + 4:.1f}" fill="#56606d">{rest} commands within {_NAMED}</text>'
    )
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    PICTURE.write_text(drawn(curves()), "utf-8")
