"""Our two themes of equal care, and the light of the room: cool while managing, warm while leading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

_DARK_COOL, _DARK_WARM = "#7fb4ff", "#f0b35e"
_LIGHT_COOL, _LIGHT_WARM = "#12509e", "#7f4700"

DARK = Theme(
    name="coach-dark",
    dark=True,
    primary=_DARK_COOL,
    secondary="#33a08f",
    accent=_DARK_WARM,
    warning="#e27878",
    error="#e27878",
    success="#86c166",
    foreground="#d8dee9",
    background="#11141a",
    surface="#161a21",
    panel="#1e242d",
    variables={
        "cool": _DARK_COOL,
        "warm": _DARK_WARM,
        "quiet": "#8a97a8",
        "hint": "#8390a2",
        "line": "#2a3442",
        "cool-cursor-row": "#1c2733",
        "warm-cursor-row": "#2b241b",
        "e1": "#55597a",
        "e2": "#3f7397",
        "e3": "#33a08f",
        "e4": "#86c166",
        "e5": "#efd65b",
        "input-cursor-background": "#d8dee9",
        "input-selection-background": "#3b5468",
        "block-cursor-background": "#d8dee9",
        "block-cursor-foreground": "#11141a",
    },
)

LIGHT = Theme(
    name="coach-light",
    dark=False,
    primary=_LIGHT_COOL,
    secondary="#2c8c7d",
    accent=_LIGHT_WARM,
    warning="#a52f2f",
    error="#a52f2f",
    success="#3f7226",
    foreground="#1f2630",
    background="#faf8f3",
    surface="#f4f1ea",
    panel="#ebe7dd",
    variables={
        "cool": _LIGHT_COOL,
        "warm": _LIGHT_WARM,
        "quiet": "#56606d",
        "hint": "#5c6570",
        "line": "#d3cfc6",
        "cool-cursor-row": "#e1e9f2",
        "warm-cursor-row": "#f0e6d2",
        "e1": "#a7abc6",
        "e2": "#6a9cc0",
        "e3": "#2c8c7d",
        "e4": "#3f7226",
        "e5": "#5b4a00",
        "input-cursor-background": "#1f2630",
        "input-selection-background": "#bcd5e3",
        "block-cursor-background": "#1f2630",
        "block-cursor-foreground": "#faf8f3",
    },
)

_ASKED = ("quiet", "hint", "line", "cool-cursor-row", "warm-cursor-row", "e1", "e2", "e3", "e4", "e5")
"""What our styles ask of Textual's own themes, which do not have it."""


def lit(theme: Theme, *, is_leading: bool) -> Theme:
    """A theme in the light of the mode: its accent, everywhere, is the cool or the warm colour."""
    ours = (DARK if theme.dark else LIGHT).variables
    of: Mapping[str, str] = {
        **{name: ours[name] for name in _ASKED},
        "cool": theme.primary,
        "warm": theme.accent or theme.primary,
        **theme.variables,
    }
    light = "warm" if is_leading else "cool"
    return replace(theme, primary=of[light], variables={**of, "cursor-row": of[f"{light}-cursor-row"]})
