"""A person of our own: no real home, no real clock, no settings of whoever runs the tests."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from datetime import date, datetime
from functools import cache
from inspect import iscoroutinefunction
from itertools import count
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from coach.app import Coach, build
from coach.core.days import Clock
from coach.core.paths import Paths, locate
from tests.helpers import NOW, ZONE, TypedShell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual._compositor import Compositor
    from textual.css.model import RuleSet

    from screens.app import CoachApp

settings.register_profile(
    "coach",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("coach")
_ROOM = 2 << 30


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the full fault sweeps too")
    parser.addoption("--draw", action="store_true", help="draw the pictures of the screens anew")


def pytest_configure(config: pytest.Config) -> None:
    stay_in_memory()
    if config.getoption("--long"):
        os.environ["COACH_LONG"] = "1"


def stay_in_memory() -> None:
    """Homes of tests lie in memory where there is room: what a disk may do is told to them by tests/safety."""
    room = "/dev/shm"
    if "TMPDIR" not in os.environ and os.access(room, os.W_OK):
        found = os.statvfs(room)
        if found.f_bavail * found.f_frsize > _ROOM and not found.f_flag & os.ST_NOEXEC:
            os.environ["TMPDIR"] = tempfile.tempdir = room


@pytest.fixture(autouse=True)
def nobody(tmp_path, monkeypatch) -> Iterator[None]:
    for name in (
        "COACH_HOME",
        "COACH_LANGUAGE",
        "COACH_NOW",
        "COACH_HOOK",
        "COACH_PAGER",
        "PAGER",
        "LESS",
        "VISUAL",
        "EDITOR",
        "NO_COLOR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def paths(nobody, tmp_path) -> Paths:
    return locate(str(tmp_path / "home"), os.environ)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE))


@pytest.fixture
def at(paths) -> Callable[[date | str], Coach]:
    """The coach on another day, at nine; or at a moment."""

    def on(moment: date | str) -> Coach:
        said = str(moment) if "T" in str(moment) else f"{moment}T09:00"
        return build(paths, Clock(datetime.fromisoformat(said), ZoneInfo(ZONE)))

    return on


@pytest.fixture
def coach(paths, clock) -> Coach:
    return build(paths, clock)


@pytest.fixture
def shell(paths, monkeypatch, capsys) -> TypedShell:
    monkeypatch.setenv("COACH_HOME", paths.home)
    monkeypatch.setenv("COACH_NOW", NOW)
    return TypedShell(capsys, monkeypatch)


_STEP = 0.003


def is_of_screens(request: pytest.FixtureRequest) -> bool:
    """Whether a test presses keys."""
    return iscoroutinefunction(request.function) or request.path.parent.name == "screens"


_TESTS = count(1)
_TIDY_EVERY = 25


@pytest.fixture(autouse=True)
def tidy(request) -> Iterator[None]:
    """What earlier tests left for good is not looked through for garbage again and again: a tenth of the time."""
    yield
    if is_of_screens(request) and next(_TESTS) % _TIDY_EVERY == 0:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True)
def still(request, monkeypatch) -> None:
    """Nothing blinks and nothing looks again by itself, unless a test wants it."""
    if is_of_screens(request):
        # Textual waits in steps of 20 ms until nothing works any more; `settled` knows what has to end.
        monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", _STEP)
        monkeypatch.setattr("textual._wait.SLEEP_IDLE", _STEP / 3)
        monkeypatch.setattr("textual.css.stylesheet.Stylesheet._parse_rules", parse_once())
        if not request.node.get_closest_marker("seen"):
            monkeypatch.setattr("textual._compositor.Compositor.render_update", unseen)
        monkeypatch.setattr("screens.base.live._LOOK_EVERY", 3600.0)
        monkeypatch.setattr("screens.base.live.LiveApp.unforeseen", raising)


def unseen(compositor: Compositor, **more: Any) -> None:
    """Nobody sees the frames of a headless app: what a test reads is drawn when it reads it. A quarter of the time
    of a test; those that are `seen` draw them all."""
    del more
    compositor._dirty_regions.clear()


@cache
def parse_once() -> Callable[..., list[RuleSet]]:
    """Each app would read the same styles again: a fifth of the time of a test."""
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules

    @cache
    def parsed(variables: tuple[tuple[str, str], ...], *told: Any, **more: Any) -> list[RuleSet]:
        return parse(Stylesheet(variables=dict(variables)), *told, **more)

    return lambda sheet, *told, **more: parsed(tuple(sorted(sheet._variables.items())), *told, **more)


def raising(self, error: Exception) -> None:
    """A mistake is a failed test, not a line on the screen."""
    self._handle_exception(error)


@pytest.fixture
def app(coach) -> CoachApp:
    """A person at the keyboard."""
    from coach.today.today import gather
    from screens.app import CoachApp

    return CoachApp(coach, gather(coach))
