"""Days and moments as people say them, in the words that the grammar of `when` reads.

`in 3 days`, `two weeks ago`, `tonight`, `5pm yesterday`, `20.11.2026`, `end of month`. What could be two
things is refused with what to type instead.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from coach.core.days import month_ends, weekday_named
from coach.core.errors import UsageError
from coach.core.texts import filled, words

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
            "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_COUNT = rf"([0-9]{{1,4}}|{'|'.join(_NUMBERS)})"
_UNITS = {"day": "d", "week": "w", "month": "m", "year": "y"}
_UNIT = r"(day|week|month|year)s?"
_PARTS = {"morning": "8:00", "noon": "12:00", "afternoon": "15:00", "evening": "21:00", "night": "21:00"}
_WHOLE = {"noon": "today 12:00", "tonight": "today 21:00"}
_SLASHED = r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?"
_HOURS = rf"(?:in {_COUNT} ?h(?:ours?|rs?)?|([+-])([0-9]{{1,3}})h|{_COUNT} ?h(?:ours?|rs?)? ago)"
_SPAN = r"(?:last|this) (?:week|month|year|quarter)|q[1-4](?: [0-9]{4})?|weekend"


def plainly(typed: str, today: date) -> str:
    """The same in plainer words, where there are such."""
    line = _WHOLE.get(typed, typed)
    _refuse_two_meanings(typed, line)
    found = _shifted(line) or _in_numbers(line) or _with_time(line, today)
    return found or _of_the_calendar(line, today)


def _shifted(line: str) -> str:
    """So far from today."""
    if found := re.fullmatch(rf"in {_COUNT} {_UNIT}", line):
        return f"+{_number(found[1])}{_UNITS[found[2]]}"
    if found := re.fullmatch(rf"{_COUNT} {_UNIT} ago", line):
        return f"-{_number(found[1])}{_UNITS[found[2]]}"
    return ""


def _in_numbers(line: str) -> str:
    """The day first with dots or dashes, the year first with slashes."""
    if found := re.fullmatch(r"([0-9]{1,2})[.-]([0-9]{1,2})[.-]([0-9]{4})(.*)", line):
        return f"{int(found[3]):04}-{int(found[2]):02}-{int(found[1]):02}{found[4]}"
    if found := re.fullmatch(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})(.*)", line):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}{found[4]}"
    return ""


def _with_time(line: str, today: date) -> str:
    """A part of a day, or a time before its day."""
    if found := re.fullmatch(rf"this ({'|'.join(_PARTS)})|(.+) ({'|'.join(_PARTS)})", line):
        return f"{plainly(found[2] or 'today', today)} {_PARTS[found[1] or found[3]]}"
    found = re.fullmatch(r"((?:at )?[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm)?) (?:on )?([a-z].*)", line)
    if found and (":" in found[1] or found[1].endswith("m")):
        return f"{plainly(found[2], today)} {found[1].removeprefix('at ')}"
    return ""


def hours_of(line: str) -> timedelta | None:
    """So many hours ago, or ahead: `1h ago`, `-2h`, `in an hour`."""
    found = re.fullmatch(_HOURS, line)
    if found is None:
        return None
    ahead, sign, count, back = found.groups()
    number = int(count) if count else _number(ahead or back)
    return timedelta(hours=-number if back or sign == "-" else number)


def day_of_month(line: str) -> int | None:
    """`1st`, `15th`: a day of some month."""
    found = re.fullmatch(r"(?:the |on the )?([0-9]{1,2})(?:st|nd|rd|th)", line)
    return int(found[1]) if found else None


def _of_the_calendar(line: str, today: date) -> str:
    """What lies at a place in the week, or the month."""
    monday = today - timedelta(days=today.weekday())
    named = {
        "day before yesterday": "-2d",
        "the day before yesterday": "-2d",
        "day after tomorrow": "+2d",
        "the day after tomorrow": "+2d",
        "next week": (monday + timedelta(days=7)).isoformat(),
        "next month": (month_ends(today) + timedelta(days=1)).isoformat(),
        "next year": f"{today.year + 1:04}-01-01",
        "end of month": month_ends(today).isoformat(),
        "end of the month": month_ends(today).isoformat(),
        "end of year": f"{today.year:04}-12-31",
        "end of the year": f"{today.year:04}-12-31",
    }
    if line in named:
        return named[line]
    if found := re.fullmatch(r"this ([a-z]+)|([a-z]+) (next|last) week", line):
        weekday = weekday_named(found[1] or found[2])
        if weekday is not None:
            weeks = {"next": 7, "last": -7}.get(found[3] or "", 0)
            return (monday + timedelta(days=weekday + weeks)).isoformat()
    return line


def _refuse_two_meanings(typed: str, line: str) -> None:
    said = words.core.when
    if re.fullmatch(_SPAN, line):
        raise UsageError(filled(said.no_day, typed=typed), do=said.no_day_do)
    if re.fullmatch(_SLASHED, line):
        raise UsageError(filled(said.which_month, typed=typed), do=said.which_month_do)
    if re.fullmatch(rf"{_COUNT} {_UNIT}", line):
        raise UsageError(filled(said.which_way, typed=typed), do=filled(said.which_way_do, typed=line))


def _number(said: str) -> int:
    return _NUMBERS.get(said) or int(said)
