"""An audit in lines: its shares, what each is, what there is to talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.calendar.shares import SHOWN, conversation, hours, shares_of
from coach.core.bar import bar
from coach.core.counting import counted
from coach.core.safe_text import padded
from coach.core.texts import filled, words
from coach.diagnosis.context import context_on
from coach.lines import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from coach.app import Coach
    from coach.calendar.records import Audit, Tag
    from coach.calendar.ten_days import Imported

_LABEL, _WIDE = 10, 20
_MOST_LEFT = 0.25
"""As long as more than this is not tagged, nothing is said of the shares."""
KEYS: dict[str, Tag] = {"i": "direction", "l": "delivery", "a": "admin", "x": "none"}
"""What tags a title, in the app and in lines."""


def audit_lines(
    coach: Coach,
    meetings: Mapping[str, Iterable[str]],
    tags: Mapping[str, str],
    left: float = 0,
    day: date | None = None,
) -> Iterator[Told]:
    """Three bars; what the numbers may mean where the person is, once most of the time is tagged."""
    found = shares_of(meetings, tags)
    if not found.whole:
        return
    for each in SHOWN:
        name = padded(words.calendar.tag[each], _LABEL)
        share, said = found.of(each), f"{hours(found.minutes[each])} h"
        yield Told(f"{name} {''.join(bar(share, _WIDE))}  {share:4.0%}  {said}", "picture")
    if left:
        yield Told(filled(words.calendar.not_tagged, hours=hours(left)), "quiet")
    if left > found.whole * _MOST_LEFT:
        yield Told(words.calendar.tag_first)
        return
    for line in conversation(found, context_on(coach, day or coach.today())[0]):
        yield Told(line)
    yield Told(words.calendar.plain, "quiet")


def about_line(coach: Coach, audit: Audit) -> str:
    """Which days it is of."""
    return filled(words.calendar.about, first=coach.days.say(audit.first), last=coach.days.say(audit.last))


def read_lines(coach: Coach, found: Imported) -> Iterator[str]:
    """What was read, and what of it does not count."""
    said, days = words.calendar, coach.days
    span = {"first": days.say(found.first), "last": days.say(found.last)}
    count = sum(len(each) for each in found.meetings.values())
    told = {"events": counted(found.events, "event"), "count": counted(count, "meeting")}
    told["titles"] = counted(len(found.meetings), "title")
    if count:
        yield filled(said.read, **told, **span)
    else:
        yield filled(said.nothing_there, **span)
    if found.left_out:
        parts = [filled(said.left_out[why], count=each) for why, each in sorted(found.left_out.items())]
        yield f"{said.told}: {', '.join(parts)}."
    if found.unknown:
        yield filled(said.unknown, zones=", ".join(found.unknown[:3]))


def title_line(title: str, minutes: int, count: int) -> str:
    """One title, how long and how often."""
    return f"{title or words.calendar.no_title}  {hours(minutes)} h, {counted(count, 'time')}"
