"""What is being written, as it began: new, changed, or taken up where it was left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from coach.core.json_text import one_line

if TYPE_CHECKING:
    from coach.core.record import Mode
    from coach.journal.records import Entry


@dataclass(frozen=True, slots=True)
class Work:
    """What is being written, as it began."""

    draft: str
    text: str = ""
    tags: tuple[str, ...] = ()
    mode: Mode | None = None
    share: bool = False
    prompt: str | None = None
    entry: Entry | None = None
    """The entry that is changed; none for a new one."""
    is_taken_up: bool = False
    """Whether it was left as a draft before."""
    at: str = ""
    """When it is of, as ISO, where that is not now."""
    why: str = ""
    """What its question was chosen for."""


def version(entry: Entry) -> str:
    """Which state of what stands on the page a draft begins from; its day may be another meanwhile."""
    own = {name: getattr(entry, name) for name in ("text", "tags", "mode", "share")}
    return f"{crc32(one_line(own).encode('utf-8', 'surrogatepass')):08x}"


def changing(entry: Entry, draft: str) -> Work:
    return Work(draft, entry.text, entry.tags, entry.mode, entry.share, entry.prompt, entry)
