"""A table of Daylio: its moods as check-ins, a day's several as their mean, and its notes as entries."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from html import unescape
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.records import Checkin
from coach.core.texts import filled, words
from coach.exchange import csv_text
from coach.exchange.incoming import Entries, Left, named_id, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.exchange.incoming import Incoming

COLUMNS = {"full_date", "mood"}
_MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""As Daylio calls them. Who has renamed them has to say what they are worth, and there is no way to ask."""
_BREAKS = re.compile(r"<br ?/?>|</p>|</li>|</div>", re.IGNORECASE)
_FORMATS = re.compile(
    r"</?(?:p|b|i|u|s|ul|ol|li|div|span|strong|em|font|h[1-6])(?: [^<>]{0,200})?>", re.IGNORECASE
)
_CLOCK = re.compile(r"(\d\d?):(\d\d)\s*([ap])?\.?m?", re.IGNORECASE)
_HALF_A_DAY = 12
_LONGEST_LINE = 200


class _Row(NamedTuple):
    """One entry of Daylio."""

    where: str
    at: datetime
    mood: str
    activities: list[str]
    text: str


def is_daylio(head: str) -> bool:
    """Whether a table is one of Daylio's, by its first line."""
    return {each.strip(' "\ufeff\r') for each in head.split(",")} >= COLUMNS


def read_moods(coach: Coach, text: str, name: str) -> Incoming:
    """All of it. A day with a check-in here keeps its own."""
    found = Entries(coach, "daylio")
    by_day: dict[date, list[_Row]] = {}
    for row in _rows(coach, text, name, found.left):
        by_day.setdefault(row.at.date(), []).append(row)
        if row.text:
            found.add(row.where, row.text, row.at, tags=tags_of(row.activities))
    checkins = [(Checkin.kind, each.id, each.fields()) for each in _checkins(coach, by_day, found.left)]
    found.records += checkins
    return found.incoming("daylio")


def _checkins(coach: Coach, by_day: dict[date, list[_Row]], left: list[Left]) -> Iterator[Checkin]:
    here = coach.checkins.between(min(by_day), max(by_day)) if by_day else {}
    for day, rows in sorted(by_day.items()):
        at = coach.clock.noon(day)
        own_id = named_id(at, f"daylio {day}")
        unknown = [row for row in rows if row.mood not in _MOODS]
        left += [Left(each.where, filled(words.exchange.left.mood, mood=each.mood)) for each in unknown]
        said = [(f"{row.at:%H:%M}", float(_MOODS[row.mood])) for row in rows if row.mood in _MOODS]
        if not said:
            continue
        if day in here and here[day].id != own_id:
            left.append(Left(rows[0].where, words.exchange.left.checked_in))
            continue
        felt = dict(said)
        activities = ", ".join(dict.fromkeys(each for row in rows for each in row.activities))
        yield Checkin(
            id=own_id, created=at, created_zone=coach.clock.zone, day=day, at=at, zone=coach.clock.zone,
            energy=round(fmean(mood for _, mood in said)), felt=felt if len(felt) == len(said) > 1 else {},
            line=activities[:_LONGEST_LINE], recalled=False, source="import",
        )  # fmt: skip


def _rows(coach: Coach, text: str, name: str, left: list[Left]) -> Iterator[_Row]:
    for line, cells in csv_text.named(text, name):
        where = filled(words.exchange.says.line, number=line)
        at = _moment(cells.get("full_date", "").strip(), cells.get("time", "").strip())
        if at is None or at.date() > coach.today():
            left.append(Left(where, words.exchange.left["no_date" if at is None else "ahead"]))
            continue
        parts = (cells.get("note_title", "").strip(), _note(cells.get("note", "")))
        activities = [each.strip() for each in cells.get("activities", "").split("|") if each.strip()]
        words_of_it = "\n\n".join(filter(None, parts))
        yield _Row(where, at, cells.get("mood", "").strip().casefold(), activities, words_of_it)


def _note(said: str) -> str:
    """The words of a note without the marks Daylio formats it with; a `<3` is words."""
    return unescape(_FORMATS.sub("", _BREAKS.sub("\n", said))).strip()


def _moment(day: str, clock: str) -> datetime | None:
    on = csv_text.day_in(day)
    if on is None:
        return None
    said = _CLOCK.match(clock)
    hour = int(said[1]) if said else _HALF_A_DAY
    if said and said[3]:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if said[3].lower() == "p" else 0)
    try:
        return datetime.combine(on, time(hour, int(said[2]) if said else 0))
    except ValueError:
        return None
