"""Journals of jrnl: its text files and its JSON."""

from __future__ import annotations

import re
from datetime import datetime, time
from itertools import chain
from typing import TYPE_CHECKING, Any

from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError, Entries, Left, tags_of

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.exchange.incoming import Incoming

_HEAD = re.compile(
    r"\[?(\d{4})-(\d\d)-(\d\d)[ T](\d\d?):(\d\d)(?::(\d\d))?(?: ?([AaPp])\.?[Mm]\.?)?\]?(?:[ \t]|$)"
)
_TAG = re.compile(r"(?<![\w@])@(\w[\w-]*)")
_NOON = 12


def read_text(coach: Coach, text: str, name: str) -> Incoming:
    """A journal file: each entry begins with its moment at the beginning of a line."""
    found = Entries(coach, "jrnl")
    at: datetime | None = None
    lines: list[str] = []
    first_line, is_bracketed = 0, False
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        head = _HEAD.match(line)
        if head and at is not None and is_bracketed != line.startswith("["):
            head = None  # a date in somebody's words
        moment = _moment(head) if head else None
        if head and moment is None:
            raise BadFileError(
                filled(words.exchange.bad.no_moment, said=head[0].strip()),
                filled(words.exchange.says.line_of, name=name, number=number),
            )
        if moment is None:
            if at is None and line.strip():
                raise BadFileError(
                    words.exchange.bad.before_first,
                    filled(words.exchange.says.line_of, name=name, number=number),
                )
            lines.append(line)
            continue
        if at is not None:
            _add(found, filled(words.exchange.says.line, number=first_line), "\n".join(lines), at)
        if at is None:
            is_bracketed = line.startswith("[")
        at, lines, first_line = moment, [line[head.end() :] if head else line], number
    if at is not None:
        _add(found, filled(words.exchange.says.line, number=first_line), "\n".join(lines), at)
    return found.incoming("jrnl")


def read_json(coach: Coach, entries: list[Any]) -> Incoming:
    """What `jrnl --format json` writes."""
    found = Entries(coach, "jrnl")
    for place, each in enumerate(entries, 1):
        where = filled(words.exchange.says.entry, place=place)
        if not isinstance(each, dict):
            raise BadFileError(words.exchange.bad.no_entry, where)
        title, body = (str(each.get(part) or "") for part in ("title", "body"))
        text = f"{title}\n{body}" if body.strip() else title
        head = _HEAD.match(f"{each.get('date')} {each.get('time') or '12:00'} ")
        at = _moment(head) if head else None
        tags = each.get("tags")
        _add(
            found,
            where,
            text,
            at,
            [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [],
        )
        if each.get("photo") or each.get("attachments"):
            found.left.append(Left(where, words.exchange.left.photos))
    return found.incoming("jrnl")


def _add(found: Entries, where: str, text: str, at: datetime | None, tags: list[str] | None = None) -> None:
    named = chain(tags or (), (tag[1] for tag in _TAG.finditer(text)))
    found.add(where, text.strip("\n"), at, tags=tags_of(named))


def _moment(head: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute = map(int, head.groups()[:5])
    if head[7]:
        hour = hour % _NOON + (_NOON if head[7].lower() == "p" else 0)
    try:
        return datetime.combine(datetime(year, month, day).date(), time(hour, minute, int(head[6] or 0)))  # noqa: DTZ001
    except ValueError:
        return None
