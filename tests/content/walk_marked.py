"""The app and the shell in the made-up language, in a process of its own: what it prints is left of English.

python -m tests.content.walk_marked FOLDER [SCENE...]
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import re
import shutil
import sys
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from coach.core import texts
from tests.content.marked import marked, write

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"(?<![\w/.~`#-])[A-Za-z]{3,}(?![\w/.:-])")
ALLOWED = {
    "coach", "esc", "tab", "enter", "end", "home", "ctrl", "shift", "space", "pgup", "pgdn", "json", "csv", "html", "pdf",
    "txt", "zip", "ics", "vim", "nano", "min", "kim", "auto", "command", "text", "zzzzzz", "languages", "yes", "doctor",
}  # fmt: skip
"""Keys as they stand on a keyboard, formats, and what a person typed."""
_OF_SETTINGS = {"settings", "protect", "passphrase"}
_DAYS = {"nov", "today", "yesterday", "friday", "next", "frida", "every", "tuesday"}
COMMANDS = [
    "help", "today", "today --json", "list", "list signals", "list decisions", "search бриеф", "season", "frame", "frame --history",
    "reflect --list", "reflect monthly --facts", "reflect weekly --facts", "vitality", "week", "year", "insights", "insights --all",
    "assess --last", "ladders", "library", "deciding", "handover", "tally", "uncertainty", "tendays", "packet",
    "feedback", "learned", "noticed", "undo --list", "doctor", "paths", "config", "calendar", "prepare --cards", "commit --practices",
    "list commitments", "list reflections", "list checkins", "checkin --bogus", "show zzzzzz", "commit", "import /nowhere",
]  # fmt: skip


def left(text: str, allowed: set[str]) -> list[str]:
    """The English words in a text. How often something is due stands as the person typed it."""
    text = " ".join(text.split())
    for rhythm in sorted(_rhythms(), key=len, reverse=True):
        text = text.replace(rhythm, "")
    return [each for each in _WORD.findall(text) if each.lower() not in allowed]


async def _walk(scene: str, keys: list[str], demo: Path, home: Path, now: datetime) -> str:
    from coach.app import build
    from coach.core.days import Clock
    from coach.core.paths import Paths
    from coach.today.today import gather
    from screens.app import CoachApp
    from tests.screens.person import opened, press, row, screen_text
    from tests.screens.test_pictures import harm

    shutil.rmtree(home, ignore_errors=True)
    if scene != "welcome":
        shutil.copytree(demo, home)
    if scene in {"damaged", "newer"}:
        harm(home, scene)
    coach = build(Paths(str(home)), Clock(now, ZoneInfo("Europe/Berlin")))
    app = CoachApp(coach, gather(coach))
    told = [row(marked(str(key))) if isinstance(key, row) else key for key in keys]
    async with opened(app, (120, 40), notifications=True) as pilot:
        await press(pilot, *told)
        return screen_text(app)


def main() -> None:
    """Prints a line a scene and a command that says something in English."""
    folder, *wanted = sys.argv[1:]
    base = Path(folder)
    language = base / "languages" / "xx"
    write(language)
    texts.speak(str(language))
    os.environ |= {"COACH_LANGUAGE": "xx", "COACH_NOW": "2026-11-20T09:00"}
    from coach.cli.main import run
    from coach.core.days import Clock
    from coach.core.paths import locate
    from coach.demo.demo import live_a_year
    from tests.helpers import NOW
    from tests.screens.person import row
    from tests.screens.test_pictures import SCENES

    now = datetime.fromisoformat(NOW)
    demo, home = base / "demo", base / "home"
    places = locate(str(demo), os.environ)
    live_a_year(places, Clock(now, ZoneInfo("Europe/Berlin")))
    shutil.copytree(base / "languages", demo / "languages")
    scenes = {name: keys for name, keys in SCENES.items() if name not in {"protection", "locked"}}
    for name, keys in scenes.items():
        if wanted and name not in wanted:
            continue
        letters = "".join(
            key if len(key) == 1 else f" {key if isinstance(key, row) else ''} " for key in keys
        )
        try:
            said = asyncio.run(_walk(name, keys, demo, home, now))
        except Exception as error:  # noqa: BLE001 - a scene that cannot be walked is told like the others
            print(f"{name}: cannot be walked: {type(error).__name__} {str(error)[:200]}")
            continue
        found = left(said, ALLOWED | tags() | (shell_words() if name in _OF_SETTINGS else set()))
        if found := [word for word in found if word not in letters]:
            print(f"{name}: {' '.join(dict.fromkeys(found))}")
    for command in COMMANDS if not wanted or "shell" in wanted else ():
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            run(["--home", str(demo), *command.split()])
        shown = raw.getvalue().decode().replace(places.machine, "")
        if not command.endswith("--json") and (found := left(shown, ALLOWED | tags() | shell_words())):
            print(f"coach {command}: {' '.join(dict.fromkeys(found))}")


@cache
def _rhythms() -> set[str]:
    texts_of = (
        texts.demo_table("year"),
        texts.table("signs"),
        texts.table("practices"),
        texts.table("ladders"),
    )
    return {"every day", "every weekday", *(each for table in texts_of for each in _under(table, "rhythm"))}


def _under(value: Any, wanted: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            is_it = name == wanted
            found = [each] if isinstance(each, str) else each if isinstance(each, list) else []
            yield from (one for one in found if is_it and isinstance(one, str))
            yield from _under(each, wanted)
    elif isinstance(value, list):
        for each in value:
            yield from _under(each, wanted)


def tags() -> set[str]:
    """The words of the person of the demo that stay as they are, and the days one may type."""
    year = texts.demo_table("year")
    own = [
        each for name in ("name", "area", "obstacle", "title", "text", "tags") for each in _under(year, name)
    ]
    return {word.lower() for each in own for word in re.findall(r"[A-Za-z]+", each)} | _DAYS


def shell_words() -> set[str]:
    """What is typed: commands, and the names of things."""
    from coach.commitments.ready import all_ready
    from coach.core.paths import Paths
    from coach.library.cards import cards
    from coach.practices import commands
    from coach.preparing.situations import situations
    from coach.settings import NAMES

    named = [name for named in commands().values() for name in named]
    ids = [
        *(each.id for each in cards()),
        *(each.id for each in situations()),
        *(each["id"] for each in all_ready()),
    ]
    places = [*Paths("").named(), "managing", "leading", "both"]
    return {word for each in (*named, *ids, *places, *NAMES) for word in re.findall(r"[a-z]+", each)}


if __name__ == "__main__":
    main()
