"""D3: closing the redesign window changes the frame, the commitments and the season. Whatever happens at
whichever write-side call, the old state is there or the new one, never a mix."""

from __future__ import annotations

import errno
import shutil
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from coach.app import build
from coach.commitments.agreement import QUESTIONS
from coach.core.days import Clock
from coach.core.errors import CoachError
from coach.core.paths import Paths
from coach.cycle.window import close, plan_gate, window
from tests.helpers import ZONE
from tests.safety.shim import KILLED, Shim, cut_off, refusing

if TYPE_CHECKING:
    from pathlib import Path

    from coach.app import Coach

ANSWERS = dict.fromkeys(QUESTIONS, "yes")
OLD = ("North", [None, None], "redesign", False)
NEW = ("West", [None, "ended"], "execution", True)


def at(home: Path, day: str) -> Coach:
    return build(Paths(str(home)), Clock(datetime.fromisoformat(f"{day}T09:00"), ZoneInfo(ZONE)))


def prepare(home: Path) -> None:
    """Everything is decided; the window only has to be closed."""
    coach = at(home, "2026-09-07")
    coach.frames.point("North")
    coach.seasons.open("execution")
    walk, write = (coach.commitments.make(text, rhythm="every day") for text in ("Walk", "Write"))
    coach = at(home, "2026-11-16")
    coach.seasons.open("redesign")
    coach.reassessments.answer({"contradicts": "small teams"}, {}, {"contradicts": 60.0})
    coach.reassessments.seal()
    coach = at(home, "2026-11-17")
    plan_gate(coach, walk, "renew", ANSWERS)
    plan_gate(coach, write, "end", {})
    kept = coach.reassessments.begin()
    coach.reassessments.keep(kept, "frame", frame={"direction": "West"}, conditions={"direction": "calls"})


def end_it(home: Path) -> None:
    close(at(home, "2026-11-17"))


def found(home: Path) -> tuple[object, ...]:
    """What a person would see next: frame, commitments, season, reassessment."""
    coach = at(home, "2026-11-17")
    frame, now = coach.frames.current(), coach.seasons.now()
    assert frame
    assert now
    ended = [each.ended_as for each in coach.commitments.all()]
    gates = {each.gate for each in coach.commitments.all()}
    kept = coach.reassessments.since(date(2026, 11, 1))[-1]
    assert (date(2027, 2, 9) in gates) == now.is_held  # the one renewed is renewed with the rest
    assert len([each for each in coach.seasons.all() if each.closed is None]) == 1
    return frame.direction, ended, now.season.name, kept.closed is not None


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> tuple[Path, int]:
    """A window about to be closed, and how many calls closing it makes."""
    folder = tmp_path_factory.mktemp("closing")
    prepare(folder / "base" / "home")
    shutil.copytree(folder / "base", folder / "once")
    shim = Shim(str(folder / "once" / "home"))
    with shim.active():
        end_it(folder / "once" / "home")
    assert found(folder / "base" / "home") == OLD
    assert found(folder / "once" / "home") == NEW
    return folder / "base", shim.count


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_kill_at_any_call_of_closing_leaves_the_old_frame_or_the_new(when, base, tmp_path):
    folder, calls = base
    seen = set()
    for last in range(1, calls + 1):
        shutil.copytree(folder, tmp_path / "try")
        home = tmp_path / "try" / "home"
        ended = cut_off(str(home), last, when, partial(end_it, home))
        assert ended in (KILLED, 0)
        state = found(home)
        assert state in ((OLD, NEW) if ended == KILLED else (NEW,))
        seen.add(str(state))
        shutil.rmtree(tmp_path / "try")
    assert seen == {str(OLD), str(NEW)}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def test_a_refused_call_of_closing_leaves_the_old_frame_or_the_new_and_one_line(code, base, tmp_path):
    folder, calls = base
    for failing in range(1, calls + 1):
        shutil.copytree(folder, tmp_path / "try")
        home = tmp_path / "try" / "home"
        said = ""
        with refusing(str(home), failing, code).active():
            try:
                end_it(home)
            except CoachError as error:
                said = str(error)
        state = found(home)
        assert "\n" not in said
        assert state in ((OLD, NEW) if said else (NEW,))
        if "Nothing was changed" in said:
            assert state == OLD
            end_it(home)
            assert found(home) == NEW
        shutil.rmtree(tmp_path / "try")


def test_a_window_is_closed_once_whoever_comes_second(base, tmp_path):
    folder, _ = base
    shutil.copytree(folder, tmp_path / "try")
    home = tmp_path / "try" / "home"
    one, other = at(home, "2026-11-17"), at(home, "2026-11-17")
    assert window(other).stands.is_open
    close(one)
    with pytest.raises(CoachError, match="no open window"):
        close(other)
    assert found(home) == NEW
