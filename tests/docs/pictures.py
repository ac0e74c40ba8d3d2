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

from coach.app import Coach  # noqa: E402
from coach.core.days import Clock  # noqa: E402
from coach.core.paths import Paths  # noqa: E402
from coach.demo.demo import live_a_year  # noqa: E402
from coach.today.today import gather  # noqa: E402
from screens.app import CoachApp  # noqa: E402
from tests.screens.person import opened, press  # noqa: E402

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


async def draw(coach: Coach, name: str, keys: list[str]) -> None:
    app = CoachApp(coach, gather(coach))
    async with opened(app, (116, 30)) as pilot:
        await press(pilot, *keys)
        picture = re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="coach"), flags=re.DOTALL)
        (ROOT / "docs" / f"{name}.svg").write_text(picture, "utf-8")  # and nothing is fetched to look at it


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        lived = live_a_year(Paths(home), NOW)
        for each, pressed in PICTURES.items():
            asyncio.run(draw(lived, each, pressed))
