"""Rhythms in words: read as a person types them, said back the same way.

A fixed grammar, not a guesser: what it does not know is refused.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from coach.commitments.recurrence import Rule, first_on
from coach.core.days import MONTHS, WEEKDAYS, month_ends, month_named, weekday_named
from coach.core.errors import UsageError
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coach.commitments.recurrence import Unit

_LONGEST_MONTH, _A_LEAP_YEAR = 31, 2000
_A_DAY, _AN_HOUR = 24, 60
_PARTS = frozenset(("morning", "afternoon", "evening"))
EXAMPLES = "every day, every weekday, mon wed fri, every second friday, 3 times a week, monthly on the 15th"

_WORKING, _WEEKEND = (0, 1, 2, 3, 4), (5, 6)
_DAY = "(?:(?:week|work)days?|working days?)"
_LETTERS = {"m": 0, "w": 2, "f": 4}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "other": 2, "third": 3, "3rd": 3, "fourth": 4,
             "4th": 4, "last": -1}  # fmt: skip
_COUNTS = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "thrice": 3, "four": 4, "five": 5, "six": 6}
_MOST = {"day": 365, "week": 26, "month": 12}
_MOST_A_DAY = 24
_MOST_TIMES = {"week": 6, "month": 20}
_NAMED = {name.title()[:cut]: place for place, name in enumerate(WEEKDAYS) for cut in (3, 9)}
"""Days as `say` writes them."""
_PLAIN = {
    "every day": Rule("day"),
    "every weekday": Rule("week", weekdays=_WORKING),
    "every weekend": Rule("week", weekdays=_WEEKEND),
    "once a week": Rule("week", times=1),
    "twice a week": Rule("week", times=2),
}


@cache
def read(typed: str) -> Rule:
    """The rhythm typed; one that never comes is refused."""
    if (usual := _usual(typed)) is not None:
        return usual
    line, at = _time_of(" ".join(re.sub(r"[.;]+$", "", typed.lower().replace(",", " , ")).split()))
    line = _plainly(re.sub(r"^(?:every|each|on) (?=.)", "", line))
    if re.fullmatch(r"(?:[0-9]+ |an? )?hour(?:ly|s)?", line):
        raise UsageError(words.commitments.error.a_day_is_the_shortest)
    rule = next((found for reader in _READERS if (found := reader(line)) is not None), None)
    rule = rule._replace(at=at) if rule and at else rule
    if rule is None:
        raise UsageError(
            filled(words.commitments.error.cannot_read_as_a_rhythm, typed=typed),
            do=filled(words.commitments.error.write_it_like_one_of, EXAMPLES=EXAMPLES),
        )
    if not rule.times and first_on(rule, date(2001, 1, 1)) is None:
        raise UsageError(filled(words.commitments.error.never_comes_no_month_of_that, typed=typed))
    return rule


def _usual(typed: str) -> Rule | None:
    """What most commitments say, in the words `say` gives them: without the regular expressions."""
    if typed in _PLAIN:
        return _PLAIN[typed]
    first, *rest = typed.replace(",", "").split(" ")
    if rest == ["times", "a", "week"] and first in {"3", "4", "5", "6"}:
        return Rule("week", times=int(first))
    every = 2 if rest[:1] == ["second"] else 1
    days = [_NAMED.get(each) for each in rest[every - 1 :] if each != "and"]
    if first != "every" or not days or None in days:
        return None
    return Rule("week", every, tuple(sorted({day for day in days if day is not None})))


def say(rule: Rule) -> str:
    """The rhythm in words that `read` understands."""
    said = _said(rule)
    return f"{said}, {rule.at}" if rule.at else said


def _said(rule: Rule) -> str:
    if times := rule.times or rule.a_day:
        often = {1: "once", 2: "twice"}.get(times, f"{times} times")
        return f"{often} a {rule.unit}"
    return {"day": _say_days, "week": _say_weeks, "month": _say_months, "year": _say_year}[rule.unit](rule)


# Reading. Each reader knows one form and gives nothing for the others.


def _time_of(line: str) -> tuple[str, str]:
    """A line without the time of day that stands in it, and that."""
    found = re.fullmatch(r"(.+?)(?: ,)?(?: at ([0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm)?)| in the ([a-z]+))", line)
    if found and (found[2] or found[3] in _PARTS):
        return found[1], f"in the {found[3]}" if found[3] else f"at {_clock(found[2])}"
    if (part := line.removeprefix("every ").removeprefix("each ")) in _PARTS:
        return "every day", f"in the {part}"
    return line, ""


def _clock(typed: str) -> str:
    """A time as the day has it: 9am is 09:00."""
    found = re.fullmatch(r"([0-9]{1,2})(?::([0-9]{2}))? ?(am|pm)?", typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (_A_DAY, 0)
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if hour >= _A_DAY or minute >= _AN_HOUR:
        raise UsageError(filled(words.commitments.error.no_such_time, typed=typed))
    return f"{hour:02}:{minute:02}"


def _plainly(line: str) -> str:
    """The same in the words the readers know."""
    line = line.replace(" & ", " and ")
    line = re.sub(r"^once (?:every|each|in) ", "", re.sub(r"\bfortnight\b", "2 weeks", line))
    line = re.sub(r"^two (weeks|months)$", r"2 \1", line)
    line = re.sub(rf"\b{_DAY}\b", "weekday", line)
    if re.fullmatch(r"mon(?:day)? ?(?:-|to) ?fri(?:day)?", line):
        return "weekday"
    return re.sub(r"^([0-9a-z]+?) ?(?:x|times)? ?(?:/|x )(week|month)$", r"\1 times a \2", line)


def _plain(line: str) -> Rule | None:
    named = {
        "day": Rule("day"),
        "daily": Rule("day"),
        "weekly": Rule("week", times=1),
        "week": Rule("week", times=1),
        "monthly": Rule("month", times=1),
        "month": Rule("month", times=1),
        "quarter": Rule("month", every=3),
        "quarterly": Rule("month", every=3),
        "year": Rule("year"),
        "yearly": Rule("year"),
        "annually": Rule("year"),
        "biweekly": Rule("week", every=2),
    }
    return named.get(line)


def _a_day(line: str) -> Rule | None:
    """`twice a day`, `3x daily`: every day, so many times."""
    found = re.fullmatch(r"(\w+?)(?: ?x| times)? ?(?:(?:a|per|each|every|/) ?day|daily)", line)
    times = _count(found[1]) if found else 0
    return Rule("day", a_day=times) if 1 < times <= _MOST_A_DAY else None


def _count(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdecimal() else _COUNTS.get(typed, 0)


def _times(line: str) -> Rule | None:
    found = re.fullmatch(r"(\w+?)(?: ?x| times)? (?:a|per|each|every) (week|month)", line)
    if not found:
        return None
    times = _count(found[1])
    unit: Unit = "week" if found[2] == "week" else "month"
    if not 1 <= times <= _MOST_TIMES[unit]:
        raise UsageError(
            filled(
                words.commitments.error.times_a_is_not_from_to,
                value=found[1],
                unit=unit,
                value2=_MOST_TIMES[unit],
            ),
            do=words.commitments.error.what_is_due_on_all_days,
        )
    return Rule(unit, times=times)


def _every_n(line: str) -> Rule | None:
    """`second day`, `2 weeks on friday`, `other friday`, `3 months on the 1st`, `fortnight`."""
    line = re.sub(r"^fortnightly\b", "2 weeks", line)
    found = re.fullmatch(r"([0-9]{1,3}|\w+) (days?|weeks?|months?)(?: on (.+))?", line)
    if found:
        every = int(found[1]) if found[1].isascii() and found[1].isdecimal() else _ORDINALS.get(found[1], 0)
        unit: Unit = {"d": "day", "w": "week", "m": "month"}[found[2][0]]  # type: ignore[assignment]
        if every < 1 or (unit == "day" and found[3]):
            return None
        if every > _MOST[unit]:
            raise UsageError(
                filled(
                    words.commitments.error.every_s_is_further_apart_than,
                    every=every,
                    unit=unit,
                    value=_MOST[unit],
                )
            )
        return _with_days(unit, every, found[3] or "")
    which, _, rest = line.partition(" ")
    weekdays = _weekdays(rest)
    if weekdays and which in {"second", "2nd", "other", "third", "3rd", "fourth", "4th"}:
        return Rule("week", _ORDINALS[which], weekdays)
    return None


def _with_days(unit: Unit, every: int, rest: str) -> Rule | None:
    if unit == "day":
        return Rule("day", every)
    if unit == "week":
        weekdays = _weekdays(rest)
        if rest and not weekdays:
            return None
        return Rule("week", every, weekdays if every > 1 or weekdays else (0,))
    if not rest:
        return Rule("month", every) if every > 1 else Rule("month", times=1)
    monthly = _monthly(rest)
    return monthly._replace(every=every) if monthly else None


def _on_weekdays(line: str) -> Rule | None:
    """`friday`, `mon wed fri`, `weekly on tuesday and thursday`."""
    weekdays = _weekdays(re.sub(r"^(?:weekly|week) on (?:every )?", "", line))
    return Rule("week", weekdays=weekdays) if weekdays else None


def _in_month(line: str) -> Rule | None:
    """`monthly on the 15th`, `last friday of the month`, `month on the 1st and 15th`."""
    rest = re.sub(r"^(?:monthly|month) on ", "", line)
    rest = re.sub(r" (?:of|in) (?:(?:the|each|every) )?month$| (?:a|every|each) month$", "", rest)
    return _monthly(rest)


def _monthly(line: str) -> Rule | None:
    line = line.removeprefix("the ")
    if line == "last day":
        return Rule("month", monthdays=(-1,))
    which, _, name = line.partition(" ")
    if which in _ORDINALS and which != "other":
        weekdays = _weekdays(name)
        if weekdays:
            return Rule("month", weekdays=weekdays, nth=_ORDINALS[which])
    parts = re.split(r" and (?:the )?| , | ", line)
    days = [re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", each) for each in parts]
    if days and all(days):
        numbers = tuple(sorted({int(each[1]) for each in days if each}))
        if numbers[0] >= 1 and numbers[-1] <= _LONGEST_MONTH:
            return Rule("month", monthdays=numbers)
    return None


def _in_year(line: str) -> Rule | None:
    """`year on 12 march`, `yearly on march 12`, `12 march every year`."""
    line = re.sub(r"^(?:year|yearly) on |^the | (?:every|each) year$", "", line)
    day_month = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? (?P<m>[a-z]{3,9})"
    month_day = r"(?P<m>[a-z]{3,9}) (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
    found = re.fullmatch(day_month, line) or re.fullmatch(month_day, line)
    if not found:
        return None
    day, name = found["d"], found["m"]
    month = month_named(name)
    if month is None or not 1 <= int(day) <= _LONGEST_MONTH:
        return None
    if int(day) > month_ends(date(_A_LEAP_YEAR, month, 1)).day:
        raise UsageError(
            filled(
                words.commitments.error.never_comes_no_year_has_that,
                int=int(day),
                title=words.dates.months[month - 1],
            )
        )
    return Rule("year", monthdays=(int(day),), month=month)


_READERS = (_plain, _a_day, _times, _every_n, _on_weekdays, _in_month, _in_year)


def _weekdays(line: str) -> tuple[int, ...]:
    """The days of the week named, and nothing when anything else stands there."""
    if line == "weekday":
        return _WORKING
    if line in {"weekend", "weekends"}:
        return _WEEKEND
    names = [each for each in re.split(r" , and | and | , |/| ", line) if each]
    if len(names) > 1 and all(each in _LETTERS for each in names):
        return tuple(sorted({_LETTERS[each] for each in names}))
    found = [weekday_named(each.removesuffix("s")) for each in names]
    if not found or None in found:
        return ()
    return tuple(sorted({each for each in found if each is not None}))


# Saying.


def _say_days(rule: Rule) -> str:
    return "every day" if rule.every == 1 else f"every {rule.every} days"


def _say_weeks(rule: Rule) -> str:
    names = _named(rule.weekdays)
    if rule.every == 1:
        return f"every {names}"
    if rule.every == _ORDINALS["second"]:
        return f"every second {names or 'week'}"
    return f"every {rule.every} weeks on {names}" if names else f"every {rule.every} weeks"


def _say_months(rule: Rule) -> str:
    if rule.nth:
        which = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[rule.nth]
        days = f"the {which} {_named(rule.weekdays)}"
    elif rule.monthdays == (-1,):
        days = "the last day"
    elif rule.monthdays:
        days = "the " + _listed(_ordinal(day) for day in rule.monthdays)
        return f"on {days} of every month" if rule.every == 1 else f"every {rule.every} months on {days}"
    else:
        return f"every {rule.every} months"
    return f"{days} of every month" if rule.every == 1 else f"every {rule.every} months on {days}"


def _say_year(rule: Rule) -> str:
    if not rule.monthdays:
        return "every year"
    return f"every year on {rule.monthdays[0]} {MONTHS[rule.month - 1].title()}"


def _named(weekdays: tuple[int, ...]) -> str:
    if not weekdays:
        return ""
    return "weekday" if weekdays == _WORKING else _listed(WEEKDAYS[day].title() for day in weekdays)


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number % 100 < 14 else endings.get(number % 10, 'th')}"  # noqa: PLR2004 - English
