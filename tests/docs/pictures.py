"""Draws the pictures of the README from the demo year: `make pictures`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from coach.app import Coach, build  # noqa: E402
from coach.core.days import Clock  # noqa: E402
from coach.core.paths import Paths  # noqa: E402
from coach.demo.demo import live_a_year  # noqa: E402
from coach.today.today import gather  # noqa: E402
from screens.app import CoachApp  # noqa: E402
from tests.screens.person import opened, press, type_in  # noqa: E402

NOW = Clock(datetime(2026, 11, 20, 9, 12), ZoneInfo("Europe/Berlin"))  # noqa: DTZ001
WRITTEN = "The mornings on the onboarding page"
ASK = "What am I not asking"
PICTURES = {
    "today": [],
    "commitments": ["3", "down", "down"],
    "insights": ["5"],
    "assessment": ["7", "down", "down", "down", "down", "down", "enter"],
    "packet": [
        "8",
        "a",
        "enter",
        *(each if each != " " else "space" for each in ASK),
        "ctrl+s",
        *["down"] * 3,
    ],
    "journal": ["2", "down"],
    "month": ["4", "m", *(each if each != " " else "space" for each in WRITTEN), "ctrl+s"],
}


FIRST = [
    ("direction", ["Make onboarding boring by March"]),
    ("why", ["enter"]),
    ("alone", ["enter"]),
    ("rhythm", ["t", "enter"]),
    ("commitment", ["1", "enter", "Walk before mail"]),
    ("today", ["enter"]),
    ("checkin", ["c", "4", "2"]),
    ("today", ["ctrl+s"]),
    ("signal", ["s", "Two customers asked for the opposite"]),
    ("frame", ["ctrl+s", "f"]),
]
"""The first ten minutes: what is pressed or typed before each picture."""


async def draw_first(home: str) -> None:
    """The first ten minutes, step by step, as they are on a small terminal."""
    coach = build(Paths(home), NOW)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        for number, (name, keys) in enumerate(FIRST, 1):
            for key in keys:
                if len(key) > 1 and key not in {"enter", "ctrl+s"}:
                    await type_in(pilot, key)
                else:
                    await press(pilot, key)
            keep(app, f"first/{number:02}-{name}")


def keep(app: CoachApp, name: str) -> None:
    """Without its fonts: nothing is fetched to look at it."""
    picture = re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="coach"), flags=re.DOTALL)
    (ROOT / "docs" / f"{name}.svg").write_text(picture, "utf-8")


async def draw(coach: Coach, name: str, keys: list[str]) -> None:
    app = CoachApp(coach, gather(coach))
    async with opened(app, (116, 30)) as pilot:
        await press(pilot, *keys)
        keep(app, name)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        lived = live_a_year(Paths(home), NOW)
        for each, pressed in PICTURES.items():
            asyncio.run(draw(lived, each, pressed))
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(draw_first(home))
