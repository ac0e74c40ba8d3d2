"""Notes in Markdown: a folder of them, as Obsidian keeps it and as we write it ourselves, or a single one."""

from __future__ import annotations

import os
import re
from datetime import date, datetime, time
from itertools import chain
from typing import TYPE_CHECKING, Any

from coach.core.ids import is_id
from coach.core.record import MODES
from coach.exchange.front_matter import split
from coach.exchange.incoming import Entries, tags_of

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.exchange.incoming import Incoming

_DATED = re.compile(
    r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)(?:[T _-]+([01]\d|2[0-3])[:.-]?([0-5]\d)(?!\d))?"
)
_FOLDERS = re.compile(r"(?:^|/)(\d{4})/(\d\d)/(\d\d)(?=[./]|$)")
_TAG = re.compile(r"(?<![\w#/])#([^\W\d][\w/-]*)")
_DATES = ("date", "at", "created", "day")
_KNOWN = {*_DATES, "mode", "id", "zone", "title", "tags", "tag", "share"}
_NOON = time(12)


def read_folder(coach: Coach, texts: list[tuple[str, str]]) -> Incoming:
    """A note a file. Its day stands in its front matter or in its name; a note without one is left."""
    found = Entries(coach, "note")
    for name, text in texts:
        read_note(found, name, text)
    return found.incoming("markdown")


def read_note(
    found: Entries, name: str, text: str, *, at: datetime | None = None, record_id: str = ""
) -> None:
    """One note; `at` is its moment where it names none."""
    front, body = split(text)
    if "id" not in front:
        front, body = split(text.replace("\r\n", "\n"))
    moment = (
        next((each for key in _DATES if (each := _moment(front.get(key)))), None) or day_named(name) or at
    )
    mode, own_id, zone, title = (front.get(key) for key in ("mode", "id", "zone", "title"))
    has_title = isinstance(title, str) and title and title.casefold() not in body[:200].casefold()
    found.add(
        name,
        f"# {title}\n\n{body}" if has_title else body,
        moment,
        key=f"{name} {body}",
        zone=zone if isinstance(zone, str) and zone.isprintable() and "id" in front else "",
        record_id=str(own_id) if is_id(own_id) else record_id,
        tags=_tags(front, body, is_ours=bool(own_id)),
        mode=mode if mode in MODES else None,
        share=front.get("share") == "true",
    )


def unknown_in(text: str) -> str:
    """What stands in the front matter and becomes nothing of the entry, line by line."""
    front, _ = split(text.replace("\r\n", "\n"))
    return "\n".join(
        f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for key, value in front.items()
        if value and (key not in _KNOWN or (key in _DATES and _moment(value) is None))
    )


def _tags(front: dict[str, Any], body: str, *, is_ours: bool) -> list[str]:
    named = front.get("tags") or front.get("tag") or []
    listed = named if isinstance(named, list) else re.split(r"[,\s]+", str(named))
    within = iter(()) if is_ours else (tag[1] for tag in _TAG.finditer(body))
    return tags_of(chain(listed, within))


def _moment(said: Any) -> datetime | None:
    if not isinstance(said, str):
        return None
    try:
        return datetime.fromisoformat(said) if len(said) > len("2026-11-20") else _noon_of(said)
    except ValueError:
        return None


def _noon_of(said: str) -> datetime:
    return datetime.combine(date.fromisoformat(said), _NOON)


def day_named(name: str) -> datetime | None:
    """The day in a file's name, or in the names of its folders: 2026/11/20.md."""
    found = _DATED.search(os.path.splitext(os.path.basename(name))[0]) or _FOLDERS.search(name)
    if found is None:
        return None
    year, month, day, *clock = found.groups()
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    hour, minute = clock or (None, None)
    return datetime.combine(on, time(int(hour), int(minute)) if hour and minute else _NOON)
