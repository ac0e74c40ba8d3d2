"""Captures: one small file each, written without looking at the data and without waiting for anyone.

Whatever reads next folds them into their month. Because a capture takes no lock and touches nothing
that exists, it costs the same with ten entries and with a hundred thousand, it cannot meet "busy", and
two machines that share a synced folder cannot disagree about it.
"""

from __future__ import annotations

import json
import os

from coach.core.errors import DamagedError
from coach.core.json_text import one_line
from coach.core.texts import filled, words
from coach.store import files
from coach.store.sealing import (
    INBOX,
    PLAIN,
    is_protected,
    keys_missing,
    lies_sealed,
    open_line,
    seal_line,
    with_sum,
    without_sum,
)

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from typing import Any

    from coach.core.paths import Paths
    from coach.store.sealing import Opens, Sealing

ENDING = ".json"


class Captured:
    """One capture as it lies in the inbox."""

    def __init__(self, path: str, what: str, kind: str, record_id: str, fields: dict[str, Any]) -> None:
        self.path = path
        self.what = what
        self.kind = kind
        self.id = record_id
        self.fields = fields


def for_captures(paths: Paths) -> Sealing:
    """What a capture is sealed with: no passphrase is needed to put something down. Where the home went,
    nothing is put down that its disk would hide."""
    if not os.path.isdir(paths.home) and os.path.isdir(paths.copies):
        raise not_there(paths)
    if not is_protected(paths):
        if lies_sealed(paths):
            raise keys_missing()
        return PLAIN
    from coach.store.sealed_captures import SealedCaptures

    return SealedCaptures(paths)


def not_there(paths: Paths) -> DamagedError:
    """What to say where the home was, and is not."""
    return DamagedError(
        filled(words.store.error.folder_is_not_there, home=paths.home),
        kept=words.store.error.nothing_was_changed,
        do=words.store.error.is_the_disk_there,
    )


def capture(
    inbox: str, what: str, kind: str, record_id: str, fields: dict[str, Any], sealing: Sealing
) -> None:
    """On the disk when this returns. `what` is the word undo will have for it."""
    kept = {"what": what, "kind": kind, "id": record_id, "fields": fields}
    plain = one_line(kept).encode()
    line = seal_line(sealing, INBOX, plain)
    with files.disk_trouble(kept=""):
        files.make_folder(inbox)
        path = os.path.join(inbox, record_id + ENDING)
        files.write_atomically(path, with_sum(line))
        if sealing.is_taken_off:  # whoever took protection off looks once more after it, as we do here
            files.write_atomically(path, with_sum(plain))


def is_any(inbox: str) -> bool:
    """Whether something waits. Costs a look at the folder."""
    return any(name.endswith(ENDING) and name[0] != "." for name in files.names_in(inbox))


def captured(inbox: str, sealing: Opens) -> tuple[list[Captured], list[str]]:
    """What waits in the inbox in the order of writing, and the paths of captures that cannot be read."""
    waiting, damaged = [], []
    for name in files.names_in(inbox):
        if not name.endswith(ENDING) or name.startswith("."):
            continue
        path = os.path.join(inbox, name)
        try:
            kept = json.loads(open_line(sealing, INBOX, without_sum(files.read(path).rstrip(b"\n"))))
            waiting.append(Captured(path, kept["what"], kept["kind"], kept["id"], kept["fields"]))
        except FileNotFoundError:
            continue  # folded by another process meanwhile
        except (ValueError, KeyError, TypeError, DamagedError):
            damaged.append(path)
    return waiting, damaged


def clear(inbox: str, folded: list[Captured]) -> None:
    """Gone, also after a power cut: a capture that came back could bring back what was deleted since."""
    for each in folded:
        try:
            os.unlink(each.path)
        except FileNotFoundError:
            continue
    files.sync_folder(inbox)
