"""What the person of the demo wrote on a laptop, away from home, and how it came in."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from datetime import time
from typing import TYPE_CHECKING, Any

from coach.app import Coach
from coach.core.paths import Paths
from coach.demo.life import Life
from coach.demo.lived_clock import LivedClock
from coach.machines import merging

if TYPE_CHECKING:
    from collections.abc import Mapping

_ON_THE_TRAIN = time(7, 40)


def came_home(coach: Coach, plan: Mapping[str, Any]) -> None:
    """One entry was carried on here and there before the two met: it waits for a choice."""
    told, life = plan["laptop"], Life(coach, plan, "laptop")
    clock = LivedClock(coach.clock, random.Random(f"{plan['seed']} laptop"))  # noqa: S311 - a story
    folder = tempfile.mkdtemp(prefix="coach-demo-laptop-")
    try:
        home = os.path.join(folder, told["name"])
        shutil.copytree(coach.paths.home, home, ignore=_what_stays(coach.paths))
        laptop, desk = Coach(Paths(home), clock), Coach(coach.paths, clock)
        laptop.store.refresh()
        clock.set_to(life.at(told["ago"], _ON_THE_TRAIN))
        _carry_on(laptop, told["about"], told["there"])
        clock.set_to(coach.clock.now())
        _carry_on(desk, told["about"], told["here"])
        merging.merge(desk, merging.read(desk, home), told["name"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _what_stays(paths: Paths) -> Any:
    """What belongs to one machine does not travel."""
    return lambda folder, names: [each for each in names if os.path.join(folder, each) == paths.machine]


def _carry_on(coach: Coach, begins: str, more: str) -> None:
    entry = next(each for each in coach.journal.entries() if each.text.startswith(begins))
    coach.journal.change(entry, text=f"{entry.text} {more}")
