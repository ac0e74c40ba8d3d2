"""A lived-in year of a believable person, dated back from today: to look around in, apart from real data. It
is lived through the services, act by act, with a clock that is set to each."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from coach.app import Coach, build
from coach.core.errors import UsageError
from coach.core.texts import demo_table, filled, words
from coach.demo import decided, every_day, held, laptop, looks, mentor, windows
from coach.demo.life import Act, Life
from coach.demo.lived_clock import LivedClock
from coach.store.in_memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coach.core.days import Clock
    from coach.core.paths import Paths

_STRANDS = (
    held.cycles, windows.signals, windows.windows, held.commitments, held.reviews, held.quotes,
    every_day.entries, every_day.checkins, looks.reflections, looks.assessments, looks.diagnoses,
    looks.ladders, looks.preparations, looks.talks, looks.feedback, looks.recalls,
    decided.domains, decided.decisions, decided.forecasts, decided.uncertain, decided.handovers,
    decided.tally, decided.ten_days, decided.meetings, mentor.people, mentor.packets, held.readings,
)  # fmt: skip


def live_a_year(paths: Paths, clock: Clock) -> Coach:
    """The coach over an empty home, after a year. A home that holds anything is refused."""
    coach = build(paths, clock)
    if not coach.store.is_new():
        raise UsageError(
            filled(words.cli.error.there_is_data_in, home=paths.home),
            kept=words.cli.error.nothing_was_changed,
            do=words.cli.error.the_demo_wants_an_empty_folder,
        )
    plan = demo_table("year")
    lived_clock = LivedClock(clock, random.Random(plan["seed"]))  # noqa: S311 - a story, no secret
    store = MemoryStore(paths, lived_clock)
    lived = Coach(paths, lived_clock, store=store)
    for act in sorted(_acts(lived, plan), key=lambda each: each.at):
        if act.at <= clock.now():  # today has not come further
            lived_clock.set_to(act.at)
            act.do()
    coach.store.replay(store.done)
    laptop.came_home(coach, plan)
    return coach


def _acts(coach: Coach, plan: Mapping[str, Any]) -> Iterator[Act]:
    for strand in _STRANDS:
        yield from strand(Life(coach, plan, strand.__name__))
