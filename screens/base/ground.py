"""Terminals without many colours: on their own ground, with hierarchy by bold, dim and reverse."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color as TextualColor

_FAINT, _STRIKING = 7.0, 3.0
"""Contrasts: text below the one is dim, a ground above the other is reversed."""
_COLOURED = 60
"""So far apart are the parts of a colour that is no grey."""
_PLAIN_SIGNS = str.maketrans(
    {
        **dict(zip("╭╮╰╯", "┌┐└┘", strict=True)),
        **dict(zip("▁▂▃▅▆▇", "_-▄▄▓█", strict=True)),
        **dict(zip("●◐◌◉◷◆▲▣■□", "•+x@o*^▓█░", strict=True)),
        **dict(zip("▰▱┊▸›✎…“”−–✓", '█░│>>*.""--*', strict=True)),
    }
)
"""What the font of a console has instead; every sign of a scale still differs from the others."""


class OwnGround(LineFilter):
    """Takes the colours away, or leaves the sixteen a terminal has."""

    def __init__(self, *, has_colours: bool, has_few_signs: bool) -> None:
        super().__init__()
        self._has_colours = has_colours
        self._has_few_signs = has_few_signs

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:
        """Line by line, before it is written."""
        ground = background.rgb
        return [
            Segment(
                text.translate(_PLAIN_SIGNS) if self._has_few_signs else text,
                style and _plain(style, ground, has_colours=self._has_colours),
                control,
            )
            for text, style, control in segments
        ]


@lru_cache(4096)
def _plain(style: Style, ground: tuple[int, int, int], *, has_colours: bool) -> Style:
    text, behind = _rgb(style.color), _rgb(style.bgcolor) or ground
    is_faint = text is not None and _contrast(text, behind) < _FAINT
    is_striking = _contrast(behind, ground) > _STRIKING
    colour = None
    if has_colours and text and max(text) - min(text) > _COLOURED:
        colour = Color.from_rgb(*text).downgrade(ColorSystem.STANDARD)
    return Style(
        color=colour or Color.default(),
        bgcolor=Color.default(),
        bold=style.bold,
        dim=(is_faint and not style.bold and colour is None) or None,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=style.reverse or is_striking or None,
        meta=style.meta or None,
    )


def _rgb(colour: Color | None) -> tuple[int, int, int] | None:
    if colour is None or colour.is_default:
        return None
    triplet = colour.get_truecolor()
    return triplet.red, triplet.green, triplet.blue


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(rgb: tuple[int, int, int]) -> float:
    """As WCAG counts it."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in (each / 255 for each in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
