"""What an argument can be, for the completions: by what its room says, by its choices, else by its name in
the help, which is the same everywhere for the same thing."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.practice import loaded
from coach.practices import place_of_offers

if TYPE_CHECKING:
    from argparse import Action
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coach.app import Coach
    from coach.shell.command import Offer
    from coach.shell.shell import Shell

_SHOWN, _LOOKED_AT = 30, 2000
"""So many references are offered at once, of so many of the newest records."""
_WIDTH = 50


def of_argument(
    action: Action, command: str, current: str, given: Sequence[str], shell: Shell
) -> tuple[str, Iterable[Offer]]:
    """Of which sort it is, and what it can be."""
    if on_disk := getattr(action, "completes", ""):
        return on_disk, []
    place = place_of_offers(command, action.dest)
    if action.choices and not place:
        return "values", [(str(each), "") for each in action.choices]
    name = str(action.metavar).partition(" ")[0]
    if not place and name in _FIXED:
        return "values", _FIXED[name]()
    return "values", _of_the_person(place, name, current, given, shell)


def _of_the_person(
    place: str | None, name: str, current: str, given: Sequence[str], shell: Shell
) -> Iterable[Offer]:
    """What has to be looked up. Nobody is asked for a passphrase by a tab."""
    if not place and name not in _OWN:
        return []
    coach = shell.coach_for_app()
    if coach.sealing.is_locked:
        return []
    offered: Iterable[Offer] = loaded(place)(coach, given) if place else _OWN[name](coach, current)
    return offered


def _references(coach: Coach, current: str) -> Iterator[Offer]:
    """Of everything written, the newest first."""
    from coach.core.ids import short
    from coach.core.kinds import written
    from coach.core.safe_text import first_line
    from coach.describe import on_one_line
    from coach.find import EVERYTHING

    newest = islice(coach.search.everything(EVERYTHING, written()), _LOOKED_AT)
    fitting = (each for each in newest if short(each.id).startswith(current))
    for each in islice(fitting, _SHOWN):
        yield short(each.id), first_line(on_one_line(each, coach), _WIDTH)


def _kinds() -> Iterable[Offer]:
    from coach.core.kinds import kinds

    return [(each, "") for each in kinds()]


def _tags(coach: Coach, _: str) -> Iterable[Offer]:
    return [(each, "") for each in coach.tags.suggested(coach.today())]


def _days(coach: Coach, _: str) -> Iterable[Offer]:
    """Some of what is understood, each with the day it means."""
    from coach.core.said_days import say_date

    reader = coach.reader()
    return [(each, say_date(reader.day(each))) for each in words.cli.offered_days]


def of_commands() -> list[Offer]:
    from coach.practices import commands
    from coach.shell.command import summary_of

    return [(name, summary_of(name)) for named in commands().values() for name in named]


_FIXED: dict[str, Callable[[], Iterable[Offer]]] = {"KIND": _kinds, "COMMAND": of_commands}
_OWN: dict[str, Callable[[Coach, str], Iterable[Offer]]] = {
    "REF": _references,
    "TAG": _tags,
    "DATE": _days,
    "DAY": _days,
    "WHEN": _days,
}
"""By what an argument is called in the help: what is the same for everybody, and what is the person's own."""
