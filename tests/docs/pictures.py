"""Draws the pictures of the README from the running app: `make pictures`."""

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

from coach.app import build  # noqa: E402
from coach.days import Clock  # noqa: E402
from coach.paths import Paths  # noqa: E402
from screens.app import CoachApp  # noqa: E402

NOW = Clock(datetime(2026, 11, 20, 9, 12), ZoneInfo("Europe/Berlin"))  # noqa: DTZ001
WRITTEN = (
    ("2026-11-20T07:40", "Walked before mail. Forty minutes, no podcast, and the brief sorted itself out."),
    ("2026-11-19T18:05", "Said no to the offsite. Nobody minded as much as I had feared."),
    ("2026-11-19T09:30", "Asked one real question in each 1:1 and then waited. Mara talked for ten minutes."),
    ("2026-11-18T21:15", "Tired. Three meetings that could have been notes."),
    ("2026-11-17T12:00", "Still waiting on the numbers. What could I start without them?"),
    ("2026-11-16T08:20", "New week, one thing: make onboarding boring."),
)


async def draw(folder: str) -> None:
    coach = build(Paths(folder), NOW)
    for at, text in WRITTEN:
        coach.journal.write(text, at=NOW.at(datetime.fromisoformat(at)))
    app = CoachApp(coach)
    async with app.run_test(size=(96, 20)) as pilot:
        await pilot.pause()
        picture = re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="coach"), flags=re.DOTALL)
        (ROOT / "docs" / "today.svg").write_text(picture, "utf-8")  # and nothing is fetched to look at it


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(draw(home))
