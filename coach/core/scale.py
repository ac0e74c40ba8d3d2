"""The one scale by which levels are drawn, wherever they are: energy, entries a day, rungs of a ladder."""

from __future__ import annotations

SIGNS = "·▁▂▄▆█"
"""By level; the first stands for nothing."""
