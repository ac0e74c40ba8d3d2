"""The promises of speed that concern the app: the first frame, a key in the editor, memory, long lists."""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.today.today import gather
from screens.app import CoachApp
from screens.base.work import Work
from screens.journal.editor import EditorScreen
from screens.widgets.rows import Rows
from screens.widgets.writing import Page
from tests.promises.homes import NOW
from tests.promises.peers import READY, SMALLEST, USUAL
from tests.promises.table import Measured
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = Callable[..., None]

COACH = str(Path(sys.executable).parent / "coach")
RUNS = 15
ROOT = str(Path(__file__).parent.parent.parent)


def first_frames(row: Row, small: str, years: str) -> None:
    """P2 and P6, whole processes in a pty, taken in turn."""
    shown = b"Check in"
    ways = {
        "smallest": (SMALLEST, READY.encode(), ""),
        "usual": (USUAL, READY.encode(), ""),
        "empty": ([COACH], b"to Today", small),  # the welcome, which leads there
        "years": ([COACH], shown, years),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    memory: dict[str, list[int]] = {name: [] for name in ways}
    for _ in range(RUNS + 1):
        for name, (command, wanted, home) in ways.items():
            environment = {
                **os.environ,
                "COACH_HOME": home,
                "PYTHONPATH": ROOT,
                "COACH_NOW": "2026-11-20T09:00",
            }
            terminal = Terminal(command, environment)
            times[name].append(terminal.until(wanted))
            terminal.read(1.2)
            memory[name].append(terminal.kill())
    ratio = {name: Measured.against(times[name][1:], times["smallest"][1:]) for name in ways}
    row("P2 first frame, ten years / smallest Textual app", 1.5, ratio["years"])
    row(
        "P2 first frame, ten years / empty home",
        1.1,
        Measured.against(times["years"][1:], times["empty"][1:]),
    )
    median = statistics.median(times["smallest"][1:]) * 1000
    print(f"   smallest {median:.0f} ms; an app of usual widgets {ratio['usual']:.2f} of it", file=sys.stderr)
    row(
        "P6 peak memory on Today, ten years / empty home",
        1.5,
        Measured.against(memory["years"][1:], memory["empty"][1:]),
    )


def keys(row: Row, home: str) -> None:
    """P5: from a key to its frame, in a text of 100 KB, beside a plain TextArea."""
    ours, plain = asyncio.run(_keys(home))
    row("P5 a key in a text of 100 KB, p95", 16, ours, "ms")
    print(f"   a plain TextArea in the same app: {plain:.1f} ms", file=sys.stderr)


async def _keys(home: str) -> tuple[float, float]:
    from textual.screen import Screen
    from textual.widgets import TextArea

    text = "\n".join("Walked before mail and the order of the day was simply there." for _ in range(1_650))
    found = []
    for kind in (Page, TextArea):
        coach = build(Paths(home), Clock(NOW))
        app = CoachApp(coach, gather(coach))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.5)
            await app.push_screen(EditorScreen(Work("entry-bench", text)))
            await pilot.pause(0.5)
            if kind is TextArea:
                plain = TextArea(text, soft_wrap=True, show_line_numbers=False)
                await app.push_screen(Screen())
                await app.screen.mount(plain)
                plain.focus()
                plain.move_cursor(plain.document.end)
                await pilot.pause(0.5)
            times = []
            for key in "walked before mail and then some more of the same " * 3:
                started = time.perf_counter()
                app.screen.focused.post_message(_key(key))  # type: ignore[union-attr]
                await _drawn(app)
                times.append(time.perf_counter() - started)
            found.append(statistics.quantiles(times, n=20)[-1] * 1000)
    return found[0], found[1]


def _key(character: str) -> Any:
    from textual.events import Key

    return Key("space" if character == " " else character, character)


async def _drawn(app: Any) -> None:
    """The work between a key and its frame; the wait for the next of sixty frames a second is left out."""
    screen = app.screen
    while not (screen._dirty_widgets or screen._layout_required or screen._scroll_required):
        await asyncio.sleep(0)
    screen._on_timer_update()


def lists(row: Row, small: str, large: str) -> None:
    """P8: the journal with 1,000 and with 100,000 entries."""
    few, many = [], []
    pages: list[float] = []
    for _ in range(7):
        few.append(asyncio.run(_journal(small))[0])
        opened, turned = asyncio.run(_journal(large))
        many.append(opened)
        pages += turned
    row("P8 the journal opens, 100,000 / 1,000", 1.3, statistics.median(many) / statistics.median(few))
    row("P8 a page turns, 100,000, p95", 20, statistics.quantiles(pages, n=20)[-1] * 1000, "ms")


async def _journal(home: str) -> tuple[float, list[float]]:
    coach = build(Paths(home), Clock(NOW))
    app = CoachApp(coach, gather(coach))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        started = time.perf_counter()
        await pilot.press("2")
        while not (rows := app.screen.query(Rows)) or not rows.first().items:
            await asyncio.sleep(0)
        app.screen._compositor.render_update()
        opened = time.perf_counter() - started
        turned = []
        await pilot.pause(0.3)
        for _ in range(20):
            began = time.perf_counter()
            rows.first().action_page(1)
            await _drawn(app)
            turned.append(time.perf_counter() - began)
            await pilot.pause(0.02)
    return opened, turned


def never_blocks(row: Row, home: str) -> None:
    """P4: how long the app stands still while 100,000 entries are searched for the first time."""
    row("P4 the longest stand-still during a search of 100,000", 50, asyncio.run(_searching(home)), "ms")


async def _searching(home: str) -> float:
    coach = build(Paths(home), Clock(NOW))
    app = CoachApp(coach, gather(coach))
    gc.collect()  # what the runs before this one left
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("slash")
        await pilot.pause(0.5)
        beats: list[float] = []

        async def beat() -> None:
            while True:
                beats.append(time.perf_counter())
                await asyncio.sleep(0.001)

        task = asyncio.create_task(beat())
        await pilot.press(*"newsletter")
        started = time.monotonic()
        while "…" in str(app.screen.query_one("#count").render()) or time.monotonic() < started + 0.5:
            await asyncio.sleep(0.01)
        task.cancel()
    return max(b - a for a, b in pairwise(beats)) * 1000
