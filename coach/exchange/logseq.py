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
_OWN = re.compile(
    r"(?:id|title|tags|collapsed|heading|icon|public|filters|created-at|updated-at|logseq\.[\w.-]+):: ?(.*)"
)
"""What Logseq keeps of a block or a page. Other names before `::` are words of the person."""
_TAG = re.compile(r"(?<![\w#/])#(?:\[\[([^\[\]\n]{1,200})\]\]|([^\W\d][\w/-]{0,200}))")
_DRAWER = re.compile(r":(?:LOGBOOK|PROPERTIES):")


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


def _written(lines: list[str]) -> Iterator[str]:
    """All but what Logseq itself keeps in a block; within a fence everything was written."""
    ends = [place for place, line in enumerate(lines) if line.strip() == ":END:"]
    is_fenced, until = False, -1
    for place, line in enumerate(lines):
        bare = line.strip().removeprefix("- ")
        if bare.startswith("```"):
            is_fenced = not is_fenced
        if not is_fenced and _DRAWER.fullmatch(bare):
            until = next((end for end in ends if end > place), -1)
        is_kept_of = place <= until or (not is_fenced and _OWN.fullmatch(bare))
        if not is_kept_of and line.strip() != "-":
            yield line.rstrip()


def _tags(line: str) -> Iterator[str]:
    yield from (first or second for first, second in _TAG.findall(line))
    if line.strip().startswith("tags:: "):
        yield from (tag.strip().strip("[]#") for tag in line.partition(":: ")[2].split(","))
