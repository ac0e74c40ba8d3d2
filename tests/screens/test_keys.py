"""No key that stands in the bar does nothing: each one shown is pressed, in every place, in a lived-in year."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.demo.demo import live_a_year
from coach.today.today import gather
from screens.app import CoachApp
from screens.widgets.bars import shown_keys
from tests.helpers import NOW, ZONE
from tests.screens.person import opened, press, row, screen_text, settled

PLACES: dict[str, list[str]] = {
    "today": [],
    "today on a commitment": [row("Walk before mail")],
    "today on what was noticed": [row("On 7")],
    "journal": ["2"],
    "a day of it": ["2", "down", "down"],
    "an entry": ["2", "enter"],
    "commitments": ["3"],
    "commitments at the end": ["3", "end"],
    "a commitment": ["3", row("Send the brief"), "enter"],
    "reflect": ["4"],
    "reflect on an earlier one": ["4", row("Weekly reflection")],
    "reading": ["4", row("Monthly reflection"), "enter"],
    "insights": ["5"],
    "all that was looked at": ["5", "a"],
    "decide": ["6"],
    "a decision": ["6", "down"],
    "who decides what": ["6", "r"],
    "assess": ["7"],
    "an assessment": ["7", row("Thu 15 Oct"), "enter"],
    "feedback": ["7", "b"],
    "ladders": ["7", "l"],
    "trend": ["7", "h"],
    "mentor": ["8"],
    "names": ["8", "m"],
    "exchange": ["8", "o"],
    "frame": ["f"],
    "settings": ["comma"],
    "vitality": ["4", "v"],
    "month": ["4", "m"],
}


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("keys") / "home"
    live_a_year(Paths(str(folder)), Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE)))
    return folder


def state(app: Any) -> tuple[Any, ...]:
    """What a person would notice: the page, what stands on it, where the cursor is, what was said."""
    return (
        [type(screen) for screen in app.screen_stack],
        app.current_mode,
        screen_text(app),
        app.return_code,
        len(app._notifications),
        app.is_running,
        app.focused,
    )


OFTEN = ("today", "today on a commitment", "journal", "commitments", "reflect", "assess", "mentor", "month")


@pytest.mark.parametrize(
    "place", [pytest.param(each, marks=() if each in OFTEN else pytest.mark.long) for each in PLACES]
)
async def test_each_key_in_the_bar_does_something(place, year, tmp_path, clock):
    coach = build(Paths(str(shutil.copytree(year, tmp_path / "home"))), clock)
    dead: list[str] = []
    done: set[str] = set()
    while await press_all(CoachApp(coach, gather(coach)), PLACES[place], done, dead):
        pass
    assert not dead


async def press_all(app: CoachApp, way: list[str], done: set[str], dead: list[str]) -> bool:
    """Key after key, as long as escape leads back; gives whether one is left."""
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, *way)
        while True:
            app.clear_notifications()
            await settled(pilot)
            left = [(key, label) for key, label, _ in shown_keys(app, app.screen) if label not in done]
            if not left:
                return False
            key, label = left[0]
            done.add(label)
            before = state(app)
            await press(pilot, NAMES.get(key, key))
            if state(app) == before:
                dead.append(f"{key} {label}")
                continue
            if key == "esc" or not app.is_running or app.return_code is not None:
                return True
            await press(pilot, "escape")
            app.clear_notifications()
            await settled(pilot)
            if state(app) != before:
                return True


NAMES = {"?": "question_mark", "/": "slash", ",": "comma", "esc": "escape", "pgup": "pageup", "pgdn": "pagedown",
         "[": "left_square_bracket", "]": "right_square_bracket", "↑": "up", "↓": "down"}  # fmt: skip
