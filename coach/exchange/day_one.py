"""Journals of Day One: its JSON, alone or in the zip it comes in."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError, Entries, Left, from_utc, tags_of

if TYPE_CHECKING:
    from coach.app import Coach
    from coach.exchange.incoming import Incoming

_ATTACHED = ("photos", "audios", "videos", "pdfAttachments")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PICTURE = re.compile(r"!\[[^\]]*\]\(dayone-moment:[^)]*\)\n*")


def read_journals(coach: Coach, journals: list[tuple[str, Any]]) -> Incoming:
    """Every entry of every journal; pictures and sounds stay where they are."""
    found = Entries(coach, "day one")
    for name, journal in journals:
        entries = journal.get("entries") if isinstance(journal, dict) else None
        if not isinstance(entries, list):
            raise BadFileError(words.exchange.bad.no_entries, name)
        for place, each in enumerate(entries, 1):
            where = filled(words.exchange.says.entry_of, name=name, place=place)
            if not isinstance(each, dict):
                raise BadFileError(words.exchange.bad.no_entry, where)
            _add(found, where, each)
    return found.incoming("day_one")


def _add(found: Entries, where: str, each: dict[str, Any]) -> None:
    zone = each["timeZone"] if isinstance(each.get("timeZone"), str) else ""
    tags = each.get("tags")
    written = each["text"] if isinstance(each.get("text"), str) else ""
    text = _ESCAPED.sub(r"\1", _PICTURE.sub("", written)).strip("\n")
    written_at = _moment(each.get("creationDate"))
    at, zone = from_utc(written_at, zone) if written_at else (None, "")
    found.add(
        where,
        text,
        at,
        key=each["uuid"] if isinstance(each.get("uuid"), str) else "",
        zone=zone,
        tags=tags_of(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else [],
    )
    if any(each.get(name) for name in _ATTACHED):
        found.left.append(Left(where, words.exchange.left.photos))


def _moment(said: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
