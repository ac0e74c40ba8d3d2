"""A graph of Logseq: the days in its folder `journals`, each an outline, as an entry a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.exchange.incoming import Entries, tags_of
from coach.exchange.notes import day_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.app import Coach
    from coach.exchange.incoming import Incoming

_DAY = re.compile(r"(?:^|/)journals/\d{4}_\d\d_\d\d\.(?:md|org)$")
_PROPERTY = re.compile(r"\s*(?:- )?([A-Za-z][\w-]*):: ?(.*)")
_TAG = re.compile(r"(?<![\w#/])#(?:\[\[([^\]\n]+)\]\]|([^\W\d][\w/-]*))")
_DRAWER = re.compile(r"\s*:(?:LOGBOOK|PROPERTIES):\s*$")


def is_graph(names: Iterable[str]) -> bool:
    """Whether a folder of notes is one, by the names of its days."""
    return any(map(_DAY.search, names))


def read_graph(coach: Coach, texts: list[tuple[str, str]]) -> Incoming:
    """An entry a day; pages have no day, and are left."""
    found = Entries(coach, "logseq")
    for name, text in texts:
        tags = [tag for line in text.splitlines() for tag in _tags(line)]
        body = outline(text)
        found.add(name, body, day_named(name), key=f"{name} {body}", tags=tags_of(tags))
    return found.incoming("logseq")


def outline(text: str) -> str:
    """What was written, without what Logseq keeps of it; a day of one block is a text and no list."""
    lines = list(_written(text.replace("\r\n", "\n").split("\n")))
    is_one = sum(line.startswith("- ") for line in lines) == 1 and lines[0].startswith("- ")
    if is_one:
        lines = [re.sub(r"^(?:- |  |\t)", "", line) for line in lines]
    return "\n".join(lines).strip("\n")


def _written(lines: Iterable[str]) -> Iterator[str]:
    is_kept_of = False
    for line in lines:
        if _DRAWER.match(line):
            is_kept_of = True
        if not is_kept_of and not _PROPERTY.fullmatch(line) and line.strip() != "-":
            yield line.rstrip()
        if is_kept_of and line.strip() == ":END:":
            is_kept_of = False


def _tags(line: str) -> Iterator[str]:
    yield from (first or second for first, second in _TAG.findall(line))
    if (named := _PROPERTY.fullmatch(line)) and named[1].lower() == "tags":
        yield from (tag.strip().strip("[]#") for tag in named[2].split(","))
