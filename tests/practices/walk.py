"""Through the app of a house with one practice more: the palette, its page, its help, Today. Prints what is seen."""

from __future__ import annotations

import asyncio
import sys

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from screens.app import CoachApp
from tests.screens.person import press, read, row, screen_text, settled, type_in, until


async def walk(home: str) -> None:
    app = CoachApp(build(Paths(home), Clock()))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await press(pilot, row("Play"))
        print("TODAY", read(app))
        await press(pilot, "ctrl+p")
        await type_in(pilot, "shelf of toys")
        await until(pilot, lambda: "The shelf of toys" in screen_text(app))
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: getattr(app.screen, "PLACE", "") == "toys")
        await settled(pilot)
        print("PAGE", screen_text(app))
        await press(pilot, "question_mark")
        print("HELP", screen_text(app))
        await press(pilot, "escape", "escape", "1", row("Play"), "enter")
        await until(pilot, lambda: getattr(app.screen, "PLACE", "") == "toys")
        print("OPENED toys")


asyncio.run(walk(sys.argv[1]))
