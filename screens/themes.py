"""Our two themes: calm, one cool accent for managing, one warm for leading."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    dark=True,
    primary="#86b7d4",
    secondary="#6f9fb8",
    accent="#e0ad74",
    warning="#e0ad74",
    error="#dc8f8f",
    success="#9dbf9e",
    foreground="#d9dde3",
    background="#15181d",
    surface="#1b1f25",
    panel="#242a32",
    variables={
        "quiet": "#8a93a0",
        "line": "#39414c",
        "cursor-row": "#273340",
        "input-cursor-background": "#d9dde3",
        "input-selection-background": "#3b5468",
        "block-cursor-background": "#d9dde3",
        "block-cursor-foreground": "#15181d",
    },
)

LIGHT = Theme(
    name="coach-light",
    dark=False,
    primary="#1f6387",
    secondary="#3d7896",
    accent="#93560f",
    warning="#93560f",
    error="#a33a3a",
    success="#3d6f43",
    foreground="#262b33",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    variables={
        "quiet": "#666e7a",
        "line": "#cfccc4",
        "cursor-row": "#dde8ee",
        "input-cursor-background": "#262b33",
        "input-selection-background": "#bcd5e3",
        "block-cursor-background": "#262b33",
        "block-cursor-foreground": "#fbfaf7",
    },
)

FALLBACKS = {"quiet": "#808a96", "line": "#667080", "cursor-row": "#4a6076"}
"""What our styles ask of Textual's own themes, which do not have it."""
