"""Every place and sheet as it is drawn: at two sizes, in the dark, in the light and without colour.

The pictures lie beside this file as text: what stands there, below it a letter for the look of each cell that
is not blank, and what the letters mean in the three looks. The two bars have scenes of their own and are left
out of all others. `make pictures` draws them anew; look at the difference before you keep it.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from textual.widgets import Input

from coach.app import Coach, build
from coach.core.days import Clock
from coach.core.paths import Paths
from coach.demo.demo import live_a_year
from coach.store import protecting
from coach.store.keys import LEAST
from coach.today.today import Today, gather
from screens.app import CoachApp
from tests.helpers import NOW, ZONE
from tests.safety.test_ground import resigned
from tests.screens.person import opened, press, row, settled, strips_of

if TYPE_CHECKING:
    from rich.style import Style
    from textual.pilot import Pilot

PICTURES = Path(__file__).parent / "pictures"
SIZES = [(120, 40), (80, 24)]
LOOKS = ("dark", "light", "no colour")
_SEASON = 1
"""The line of the top bar that says the season."""
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

WINDOW = ["f", "o", *"Gone", "ctrl+s", "r"]
UNSEALED = [*WINDOW, "enter", *"Small", "ctrl+s", "ctrl+s", "ctrl+s", "enter", "o", "enter"]
DECIDED = [
    *UNSEALED, row("The parked signals"), "enter", "c", "c", row("Every commitment"), "enter",
    *["enter", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "e"] * 5,
    "escape", row("The new frame"), "enter", "2", "ctrl+u", *"West", "tab", *"Calls", *["ctrl+s"] * 6,
]  # fmt: skip

SCENES: dict[str, list[str]] = {
    "bars": [],
    "season-bar-leading": WINDOW,
    "season-bar-resting": ["f", "p", *"+3d", "ctrl+s", "1"],
    "today": [],
    "today-checked-in": ["c", "4", "2", "1", "3", "enter", "enter"],
    "checkin": ["c", "4", "2", "1"],
    "checkin-marks": ["c", "4", "2", "enter", "enter", "k", "m"],
    "checkin-recalled": ["c", *["pageup"] * 6],
    "frame": ["f"],
    "frame-held": ["f", "e"],
    "season-call": ["f", "o"],
    "pause": ["f", "p"],
    "quote": ["f", "t"],
    "quote-more": ["f", "t", *"talks", "enter"],
    "commitments": ["3", row("Walk before mail")],
    "commitment": ["3", row("Send the brief"), "enter"],
    "commit": ["3", "a", *"Write"],
    "renegotiate": ["3", "e"],
    "mark-reason": ["3", row("Send the brief"), "m", "m"],
    "practices": ["3", "r"],
    "end-commitment": ["3", "x"],
    "gate": ["3", row("One real question"), "g"],
    "gate-outcome": ["3", row("One real question"), "g", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s"],
    "signal": ["s", *"They", "down", "right"],
    "insights": ["5"],
    "insights-year": ["5", "y"],
    "looked": ["5", "a"],
    "decide": ["6"],
    "decide-new": ["6", "a"],
    "decide-choosing": ["6", "enter"],
    "decide-review": ["6", "down", "enter"],
    "rights": ["6", "r"],
    "trial-new": ["t"],
    "trial-over": ["5", row("Write the brief"), "enter"],
    "reflect": ["4", row("This month")],
    "weekly-facts": ["4", "w"],
    "weekly-commitments": ["4", "w", "ctrl+s"],
    "weekly-truth": ["4", "w", "ctrl+s", "enter"],
    "weekly-plans": ["4", "w", "ctrl+s", "enter", "ctrl+s"],
    "weekly-direction": ["4", "w", "ctrl+s", "enter", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s", "ctrl+s"],
    "reading": ["4", row("Weekly reflection      Fri 13 Nov"), "enter"],
    "month": ["4", "m", *"Walks"],
    "month-records": ["4", "m", *"Walks", "ctrl+s"],
    "month-short": ["4", "m", "ctrl+l"],
    "month-experiment": ["4", "m", *["ctrl+s"] * 12, *"Ask", "ctrl+t"],
    "quarter-records": ["4", "t", "ctrl+s"],
    "fact-records": ["4", "m", "ctrl+s", "tab", "enter"],
    "after-action": ["4", "a"],
    "month-read": ["4", row("Monthly reflection"), "enter"],
    "beside": ["4", row("Monthly reflection"), "enter", "y"],
    "thread": ["4", row("Monthly reflection"), "enter", "t", "1"],
    "assess": ["7"],
    "instrument-first": ["7", "a", "2"],
    "instrument-for-and-against": ["7", "a", *["1"] * 13],
    "assessment": ["7", row("Thu 15 Oct"), "enter"],
    "assessment-to-try": ["7", row("Fri 24 Jul"), "enter", "pagedown", "pagedown"],
    "assessment-trials": ["7", row("Thu 15 Oct"), "enter", *["pagedown"] * 2],
    "trend": ["7", "h"],
    "trend-sign": ["7", "h", row("Every decision")],
    "five-questions": ["7", "i", *"Price", "enter"],
    "five-questions-read": ["7", row("The first month of a new team"), "enter"],
    "feedback": ["7", "b"],
    "feedback-pick": ["7", "b", "a"],
    "feedback-page": ["7", "b", row("Onboarding, yes."), "enter"],
    "ladders": ["7", "l"],
    "level": ["7", "l", row("Improving how it runs"), "enter"],
    "rate": ["7", "l", "m", "4"],
    "round": ["3", row("Walk before mail"), "enter", "o"],
    "mentor": ["8"],
    "packet-words": ["8", "a", *"Kim"],
    "packet": ["8", "a", "enter", *"What now", "ctrl+s"],
    "packet-exact": ["8", "a", "enter", *"What now", "ctrl+s", "v"],
    "packet-agree": ["8", "a", "enter", *"What now", "ctrl+s", "w", "enter"],
    "packet-read": ["8", row("Fri 2 Oct"), "enter"],
    "talks": ["8", "t"],
    "talk-after": ["8", "t", "enter"],
    "library": ["ctrl+p", *"library", "enter"],
    "card": ["3", row("Walk before mail"), "?", "?"],
    "prepare": ["ctrl+p", *"prepare", "enter"],
    "prepare-card": ["ctrl+p", *"prepare", "enter", "enter"],
    "names": ["8", "m"],
    "exchange": ["8", "o", row("The journal, as one page")],
    "vitality": ["4", "v"],
    "emergency": ["f", "x"],
    "reassess": WINDOW,
    "questions": [*WINDOW, "enter", *"Small"],
    "seal": [*WINDOW, "enter", *"Small", "ctrl+s", "ctrl+s", "ctrl+s"],
    "sealed": [*WINDOW, "enter", *"Small", "ctrl+s", "ctrl+s", "ctrl+s", "enter"],
    "signals": [*UNSEALED, row("The parked signals"), "enter"],
    "gates": [*UNSEALED, row("Every commitment"), "enter"],
    "frame-step": [*UNSEALED, row("The new frame"), "enter", "3"],
    "close-window": [*DECIDED, row("Close the window"), "enter"],
    "noticed-answer": [row("On 7"), "x"],
    "undo": ["u"],
    "help": ["question_mark"],
    "palette": ["ctrl+p"],
    "search": ["slash", *"offsite"],
    "journal": ["2", row("Thu 19 Nov")],
    "journal-markdown": ["2", row("Thu 19 Nov"), "m"],
    "jump": ["2", "g", *"march"],
    "year": ["2", "y"],
    "year-energy": ["2", "y", "e"],
    "this-day": ["2", "o"],
    "entry": ["2", "enter"],
    "editor": ["2", "e"],
    "editor-new": ["p"],
    "tags": ["n", "ctrl+t"],
    "settings": ["comma"],
    "protect": ["comma", row("protection"), "enter"],
    "protection": ["comma", row("protection"), "enter"],
    "passphrase": ["comma", row("protection"), "enter", "enter", *"secret"],
    "locked": [*"secret"],
    "welcome": [],
    "damaged": [],
    "newer": [],
}


AT_ONCE = (
    "bars", "today", "today-checked-in", "checkin", "checkin-marks", "journal", "editor", "commitments", "gate",
    "gate-outcome", "frame-step", "feedback-page", "assessment-to-try", "assessment-trials", "packet-agree",
)  # fmt: skip
"""Scenes that are opened at each size: where one scrolls or fills in, it depends on the way there, and the first
page has to be right from its first frame. All others are opened large and made small."""
MUST_SHOW = {
    "checkin-recalled": "kept as recalled",
    "gate": "The gate of",
    "gate-outcome": "The gate of",
    "renegotiate": "Other terms",
}
"""What a scene is for, where another page could be taken for it."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    """A lived-in year, to copy."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    gather(live_a_year(Paths(str(folder)), Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE))))
    return folder


WAYS = [
    *((scene, [SIZES[0]]) for scene in AT_ONCE),
    *((scene, [SIZES[1]]) for scene in AT_ONCE),
    *((scene, SIZES) for scene in SCENES if scene not in AT_ONCE),
]
"""Which sizes one opening is drawn at, one after the other."""


@pytest.mark.parametrize(("scene", "sizes"), WAYS, ids=lambda each: each if isinstance(each, str) else "")
async def test_it_looks_as_it_was_approved(scene, sizes, demo, tmp_path, clock, monkeypatch, request):
    monkeypatch.chdir(tmp_path)  # so that no path of this machine is in a picture
    if scene != "welcome":
        shutil.copytree(demo, "home")
    if scene in {"damaged", "newer"}:
        harm(Path("home"), scene)
    coach = build(Paths("home"), clock)
    first: Today | None = gather(coach)
    if scene in {"protection", "locked"}:
        protecting.protect(coach.store, "correct horse", LEAST)
    if scene == "locked":
        coach, first = Coach(coach.paths, clock), None
    app = CoachApp(coach, first)
    async with opened(app, sizes[0], notifications=False) as pilot:
        await press(pilot, *SCENES[scene])
        app.clear_notifications()
        for line in app.screen.query(Input):
            line.cursor_blink = False  # the palette's own
        is_drawn = request.config.getoption("--draw")
        for size in sizes:
            await pilot.resize_terminal(*size)
            await compared(pilot, scene, size, is_drawn=is_drawn)


async def compared(pilot: Pilot[Any], scene: str, size: tuple[int, int], *, is_drawn: bool) -> None:
    """The screen in its three looks, beside its picture."""
    app: Any = pilot.app
    drawn = []
    for look in (in_the_dark, in_the_light, without_colour):
        look(app)
        drawn.append(await at_rest(pilot))
    left_out = bars(app)
    drawn = [
        [line for at, line in enumerate(each) if at in shown(scene, left_out, len(each))] for each in drawn
    ]
    picture = as_text(drawn)
    assert MUST_SHOW.get(scene, "") in " ".join(picture.split()), f"{scene} is another page"
    file = PICTURES / f"{scene}-{size[0]}x{size[1]}.txt"
    if is_drawn:
        PICTURES.mkdir(exist_ok=True)
        file.write_text(picture, "utf-8")
    approved = file.read_text("utf-8")
    assert approved == picture, f"{scene}: as approved, and as it is now\n{beside(approved, picture)}"


def shown(scene: str, bars: set[int], height: int) -> set[int]:
    """The lines that are in the picture of a scene."""
    if scene == "bars":
        return bars
    return {_SEASON} if scene.startswith("season-bar") else set(range(height)) - bars


def bars(app: CoachApp) -> set[int]:
    """The lines on which the two bars and the rules beside them stand."""
    found: set[int] = set()
    for screen in reversed(app.screen_stack):
        for bar in screen.query("TopBar, KeyBar"):
            found |= set(range(bar.region.y, bar.region.bottom))
        if not screen.is_modal:
            break
    return found


def beside(approved: str, picture: str) -> str:
    """Each line that became another one, as two rows."""
    pairs = zip_longest(approved.split("\n"), picture.split("\n"), fillvalue="")
    return "\n".join(f"{at:>3} - {a}\n    + {b}" for at, (a, b) in enumerate(pairs, 1) if a != b)


async def at_rest(pilot: Pilot[Any]) -> list[Any]:
    """The screen once it is drawn the same twice: a bar at the edge may follow the lines beside it."""
    await settled(pilot)
    before, now = None, cells(pilot.app)
    while now != before:
        await pilot.pause(0.02)
        await settled(pilot)
        before, now = now, cells(pilot.app)
    return now


def in_the_dark(app: CoachApp) -> None:
    """As it opened."""
    if app.ground:
        app.ground = None
        app.no_color = False
        app.refresh_css()


def in_the_light(app: CoachApp) -> None:
    app.theme = "coach-light"


def without_colour(app: CoachApp) -> None:
    """As with NO_COLOR, which an app reads when it is made."""
    app.theme = "coach-dark"
    app.on_own_ground(has_colours=False)
    app.refresh_css()


def harm(home: Path, scene: str) -> None:
    path = home / "data" / "2026" / "2026-11.json"
    raw = path.read_bytes()
    path.write_bytes(b"{" if scene == "damaged" else resigned(raw.replace(b'"format": 2', b'"format": 9')))


def cells(app: Any) -> list[Any]:
    """The screen, cell by cell: a character and its style."""
    return [[(each, segment.style) for segment in strip for each in segment.text] for strip in strips_of(app)]


def as_text(drawn: list[list[Any]]) -> str:
    """The three as one: they hold the same characters."""
    names: dict[tuple[str, ...], str] = {}
    letters = iter(LETTERS + "".join(chr(0x100 + each) for each in range(100)))
    texts, looks = [], []
    for lines in zip(*drawn, strict=True):
        texts.append("".join(cell for cell, _ in lines[0]).rstrip())
        row = ""
        for here in zip(*lines, strict=True):
            if all(cell == " " and not is_seen(style) for cell, style in here):
                row += " "
                continue
            key = tuple(in_words(style) for _, style in here)
            if key not in names:
                names[key] = next(letters)
            row += names[key]
        looks.append(row.rstrip())
    meanings = [f"{letter}  " + "  |  ".join(key) for key, letter in names.items()]
    return "\n".join([*texts, "", *looks, "", f"   {'  |  '.join(LOOKS)}", *meanings, ""])


def is_seen(style: Style | None) -> bool:
    """Whether a look shows on a blank cell. A background alone carries no weight: words on it show it."""
    return style is not None and bool(style.underline or style.reverse)


def in_words(style: Style | None) -> str:
    """A look in words."""
    if style is None:
        return "plain"
    on = f" on {style.bgcolor.get_truecolor().hex}" if style.bgcolor else ""
    marks = [
        name for name in ("bold", "dim", "italic", "underline", "reverse", "strike") if getattr(style, name)
    ]
    return " ".join([f"{style.color.get_truecolor().hex if style.color else 'plain'}{on}", *marks])
