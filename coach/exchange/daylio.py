"""A table of Daylio: its moods as check-ins, a day's several as their mean, and its notes as entries."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime, time
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from coach.checkin.records import Checkin
from coach.core.days import FIRST_YEAR, LAST_YEAR
from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError, Entries, Left, named_id, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.exchange.incoming import Incoming

COLUMNS = {"full_date", "mood"}
_MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""As Daylio calls them. Who has renamed them has to say what they are worth, and there is no way to ask."""
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
    for row in _rows(text, name, found.left):
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
        felt = {f"{row.at:%H:%M}": float(_MOODS[row.mood]) for row in rows if row.mood in _MOODS}
        unknown = [row for row in rows if row.mood not in _MOODS]
        left += [Left(each.where, filled(words.exchange.left.mood, mood=each.mood)) for each in unknown]
        if not felt:
            continue
        if day in here and here[day].id != own_id:
            left.append(Left(rows[0].where, words.exchange.left.checked_in))
            continue
        activities = ", ".join(dict.fromkeys(each for row in rows for each in row.activities))
        yield Checkin(
            id=own_id, created=at, created_zone=coach.clock.zone, day=day, at=at, zone=coach.clock.zone,
            energy=round(fmean(felt.values())), felt=felt if len(felt) > 1 else {},
            line=activities[:_LONGEST_LINE], recalled=False, source="import",
        )  # fmt: skip


def _rows(text: str, name: str, left: list[Left]) -> Iterator[_Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            cells = {str(key).strip().casefold(): str(value or "").strip() for key, value in row.items()}
            where = filled(words.exchange.says.line, number=reader.line_num)
            at = _moment(cells.get("full_date", ""), cells.get("time", ""))
            if at is None:
                left.append(Left(where, words.exchange.left.no_date))
                continue
            note = re.sub(r"<br\s*/?>|</p>", "\n", cells.get("note", ""))
            parts = (cells.get("note_title", ""), re.sub(r"<[^>]+>", "", note).strip())
            activities = [each.strip() for each in cells.get("activities", "").split("|") if each.strip()]
            yield _Row(
                where, at, cells.get("mood", "").casefold(), activities, "\n\n".join(filter(None, parts))
            )
    except csv.Error as error:
        where = filled(words.exchange.says.line_of, name=name, number=reader.line_num)
        raise BadFileError(filled(words.exchange.bad.no_csv, why=error), where) from None


def _moment(day: str, clock: str) -> datetime | None:
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    if not FIRST_YEAR < on.year < LAST_YEAR:
        return None
    said = _CLOCK.match(clock)
    hour = int(said[1]) if said else _HALF_A_DAY
    if said and said[3]:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if said[3].lower() == "p" else 0)
    try:
        return datetime.combine(on, time(hour, int(said[2]) if said else 0))
    except ValueError:
        return None
