"""Pages of the cycle, their lines declared once: a season opened, a window called, an emergency, a rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coach.commitments.terms import day_understood
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.reassessment import SUDDEN, URGENT
from coach.cycle.rhythms import find, planned_end, presets
from coach.fields import Field
from coach.frame import fields as frame_fields

if TYPE_CHECKING:
    from coach.core.when import Reader
    from coach.cycle.records import SeasonName


def opening(name: SeasonName, rhythm: str, reader: Reader) -> list[Field]:
    """Of the next season: its rhythm, where it has one, and its end."""
    planned = say_day(planned_end(find(rhythm), name, reader.today), reader.today)
    about = filled(words.season.open.until_about, day=planned)
    until = Field(
        "until", words.season.open.until, about, read=partial(_day, reader), check=partial(_checked, reader)
    )
    if name == "redesign":
        return [until]
    options = tuple((str(place), each.short, each.id) for place, each in enumerate(presets(), 1))
    label, about = words.season.open.rhythm, words.season.open.rhythm_about
    own, hint = words.season.open.own, words.season.open.own_hint
    chosen = Field("rhythm", label, about, kind="choice", choices=options)
    return [chosen, Field("own", own, about, hint), until]


def calling(told: str) -> list[Field]:
    """Of a window that is called: what shifted, and the four questions."""
    label, about = words.season.open.because, words.season.open.because_about
    return [Field("because", label, about, words.season.hint.because), *sudden(told)]


def sudden(told: str) -> list[Field]:
    """The four questions, a line each; with the first, how often it was asked already."""
    fields = []
    for name in SUDDEN:
        asked = words.reassessment.question[name]
        about = f"{asked} {words.reassessment.sudden[f'about_{name}']}"
        more = f"\n{told}" if name == SUDDEN[0] and told else ""
        label = words.reassessment.sudden[f"label_{name}"]
        fields.append(Field(name, label, f"{about}{more}", asked=asked))
    return fields


def urgent() -> list[Field]:
    """The parts of the frame that have to be others today."""
    return [each._replace(about=words.season.about[each.name]) for each in map(frame_fields.field, URGENT)]


def resting(reader: Reader) -> list[Field]:
    """Until when everything rests, and why."""
    about, hint = words.season.pause.about, words.season.pause.hint
    until = Field(
        "until",
        words.season.pause.ask,
        about,
        hint,
        read=partial(_day, reader),
        check=partial(_checked, reader),
    )
    return [until, Field("because", words.season.pause.because, about)]


def _checked(reader: Reader, typed: str) -> None:
    if typed:
        reader.day(typed, ahead=True)


def _day(reader: Reader, typed: str) -> str:
    return day_understood(typed, reader)
