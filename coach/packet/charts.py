"""Charts in signs and as drawings, both readable without colour: kept is full, partly half, missed empty."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from coach.core.record import HIGHEST_ENERGY, LOWEST_ENERGY
from coach.core.safe_text import safe_text
from coach.core.scale import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coach.packet.document import Chart, TableRow

_BARS = "▁▂▃▄▅▆▇█"
_ENERGIES = (LOWEST_ENERGY, HIGHEST_ENERGY)
_SIGNS = ("█", "▒", "░")
_CELLS = 40
_WIDTH, _HEIGHT, _BELOW, _LEFT = 480.0, 72.0, 16.0, 96.0
_INKS = ("#1c1c1c", "#a8a8a8", "#ffffff")
_BAND = 18.0
_LABELS = 9
"""More than so many words below would run into one another."""


def in_signs(chart: Chart) -> list[str]:
    """The chart in lines of signs of one width."""
    chart = chart._replace(rows=tuple(row._replace(label=safe_text(row.label)) for row in chart.rows))
    if chart.kind == "weeks":
        return [*_weeks_in_signs(chart)]
    if chart.kind == "bands":
        return [*_bands_in_signs(chart)]
    span = (chart.highest - chart.lowest) or 1
    bars = SIGNS[1:] if (chart.lowest, chart.highest) == _ENERGIES else _BARS
    heights = (round((row.values[0] - chart.lowest) / span * (len(bars) - 1)) for row in chart.rows)
    first, last = chart.rows[0], chart.rows[-1]
    line = " ".join(bars[max(min(each, len(bars) - 1), 0)] for each in heights)
    return [f"{first.label} {first.values[0]:.3g}  {line}  {last.values[0]:.3g} {last.label}"]


def _weeks_in_signs(chart: Chart) -> Iterator[str]:
    scale = min(1.0, _CELLS / chart.highest)
    for row in chart.rows:
        bar = "".join(sign * round(value * scale) for sign, value in zip(_SIGNS, row.values, strict=True))
        yield f"{row.label:>6}  {bar}"


def _bands_in_signs(chart: Chart) -> Iterator[str]:
    wide = max(len(row.label) for row in chart.rows)
    for row in chart.rows:
        cells = ["·"] * (_CELLS + 1)
        low, value, high = (_cell(each, chart) for each in row.values)
        cells[low : high + 1] = "░" * (high + 1 - low)
        cells[value] = "█"
        yield f"{row.label:<{wide}}  {chart.lowest:g} {''.join(cells)} {chart.highest:g}"


def _cell(value: float, chart: Chart) -> int:
    place = (value - chart.lowest) / (chart.highest - chart.lowest) * _CELLS
    return round(min(max(place, 0), _CELLS))


def svg(chart: Chart) -> str:
    """The chart as a drawing that brings everything along."""
    height, parts = _drawn(chart)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {height:g}" '
        f'width="{_WIDTH:g}" height="{height:g}" role="img" font-family="sans-serif" font-size="9">'
    )
    return f"{head}{''.join(parts)}</svg>"


def _drawn(chart: Chart) -> tuple[float, list[str]]:
    if chart.kind == "weeks":
        return _HEIGHT + _BELOW, [*_weeks_drawn(chart)]
    if chart.kind == "bands":
        return _BAND * len(chart.rows) + _BELOW, [*_bands_drawn(chart)]
    return _HEIGHT + _BELOW, [*_numbers_drawn(chart)]


def _weeks_drawn(chart: Chart) -> Iterator[str]:
    step = _WIDTH / len(chart.rows)
    for place, row in enumerate(chart.rows):
        top = _HEIGHT
        for ink, value in zip(_INKS, row.values, strict=True):
            tall = value / chart.highest * (_HEIGHT - 4)
            top -= tall
            if value:
                yield _box(place * step + step * 0.15, top, step * 0.7, tall, ink)
    yield _line(0, _HEIGHT, _WIDTH, _HEIGHT)
    yield from _below(chart.rows, [place * step + step / 2 for place in range(len(chart.rows))])


def _numbers_drawn(chart: Chart) -> Iterator[str]:
    span = (chart.highest - chart.lowest) or 1
    step = (_WIDTH - 48) / max(len(chart.rows) - 1, 1)
    points = [
        (24 + place * step, _HEIGHT - 6 - (row.values[0] - chart.lowest) / span * (_HEIGHT - 22))
        for place, row in enumerate(chart.rows)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield _line(0, _HEIGHT, _WIDTH, _HEIGHT)
    yield f'<polyline points="{path}" fill="none" stroke="{_INKS[0]}" stroke-width="1.2"/>'
    yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{_INKS[0]}"/>' for x, y in points)
    for place in dict.fromkeys((0, len(points) - 1)):
        x, y = points[place]
        yield _text(x, y - 6, f"{chart.rows[place].values[0]:.3g}")
    yield from _below(chart.rows, [x for x, _ in points])


def _bands_drawn(chart: Chart) -> Iterator[str]:
    room = _WIDTH - _LEFT - 12
    bottom = _BAND * len(chart.rows)

    def at(value: float) -> float:
        share = (value - chart.lowest) / (chart.highest - chart.lowest)
        return _LEFT + min(max(share, 0), 1) * room

    for number in range(int(chart.lowest), int(chart.highest) + 1):
        yield _line(at(number), 0, at(number), bottom, "#d0d0d0")
        yield _text(at(number), bottom + 11, f"{number:g}")
    for place, row in enumerate(chart.rows):
        low, value, high = row.values
        middle = place * _BAND + _BAND / 2
        yield _text(0, middle + 3, row.label, "start")
        yield _box(at(low), middle - 4, at(high) - at(low), 8, _INKS[1])
        yield _box(at(value) - 1.5, middle - 6.5, 3, 13, _INKS[0])


def _below(rows: Sequence[TableRow], places: Sequence[float]) -> Iterator[str]:
    every = max(-(-len(rows) // _LABELS), 1)
    last = len(rows) - 1
    for place, row in enumerate(rows):
        if place % every == 0:
            anchor = "start" if place == 0 else "end" if place == last else "middle"
            yield _text(places[place], _HEIGHT + 11, row.label, anchor)


def _box(x: float, y: float, width: float, height: float, ink: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{ink}" '
        f'stroke="{_INKS[0]}" stroke-width=".6"/>'
    )


def _line(x: float, y: float, to_x: float, to_y: float, ink: str = _INKS[0]) -> str:
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{ink}" stroke-width=".6"/>'
    )


def _text(x: float, y: float, said: str, anchor: str = "middle") -> str:
    words = escape(safe_text(said))
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{_INKS[0]}">{words}</text>'
