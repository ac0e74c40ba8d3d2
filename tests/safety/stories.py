"""What people do, as steps that can be cut off anywhere, and what must then be true.

Each story brings a home into a state, then makes one change. Afterwards the data holds the state before
or the state after it, whole; once the change was acknowledged, the state after.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from coach.core.days import Clock
from coach.core.errors import WrongPassphraseError
from coach.core.paths import Paths
from coach.drafts import Drafts
from coach.store import inbox, protecting, repair, snapshots
from coach.store.inbox import for_captures
from coach.store.keys import LEAST
from coach.store.recovery import new_code
from coach.store.seals import Seals
from coach.store.store import Store
from tests.helpers import LONG, NOW, ZONE, entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.store.format import Fields

Records = dict[tuple[str, str], "Fields"]


@dataclass(frozen=True)
class Story:
    name: str
    prepare: Callable[[Store], Any]
    act: Callable[[Store], Any]


_WORDS = (b'"text', b"half a thought", b"{ cut off", b'"direction')
"""What can be seen of the stories where something lies open."""
SECRET, OTHER = "correct horse battery", "staple of another kind"
_known: dict[str, bytes] = {}
"""The keys of data protected here, by their id: deriving one takes 30 ms, and a sweep opens thousands."""


def open_store(home: str | Paths, patience: float = 5.0) -> Store:
    """With a place, what belongs to the machine lies in the home as well; real processes want `located`."""
    paths = Paths(home) if isinstance(home, str) else home
    seals = Seals(paths)
    if seals.is_locked:
        assert seals.keys
        if seals.keys.id not in _known:
            unlock_with_either(seals)
            _known[seals.keys.id] = seals.master().raw()
        seals.unlock_with(_known[seals.keys.id])
    return Store(paths, Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE)), seals, patience)


def unlock_with_either(seals: Seals) -> str:
    """Opens with the old passphrase or with the new one."""
    try:
        seals.unlock(SECRET)
    except WrongPassphraseError:
        seals.unlock(OTHER)
        return OTHER
    return SECRET


def everything(store: Store) -> Records:
    """All records, as whoever opens the store next sees them."""
    store.refresh()
    found: Records = {}
    for name in ("standing", *store.months()):
        for kind in ("entries", "plans"):
            found |= {(kind, each): fields for each, fields in store.records(name, kind).items()}
    if isinstance(store.sealing, Seals) and store.sealing.is_on:
        lies_open = lying_open(store.paths.home)
        assert not lies_open, lies_open
    return found


def lying_open(home: str) -> list[str]:
    """Files in which a stranger could read what the stories wrote."""
    files = [path for path in Path(home).rglob("*") if path.is_file()]
    return [str(path) for path in files if any(word in path.read_bytes() for word in _WORDS)]


def record_id(number: int) -> str:
    return f"01a1fd78-0000-7000-8000-{number:012x}"


def add(store: Store, number: int, month: int = 11, year: int = 2026) -> None:
    with store.change(f"added {number}") as change:
        at = f"{year}-{month:02}-20T09:00:00.000+01:00"
        change.add("entries", record_id(number), entry(f"text {number}", at))


def capture(store: Store, number: int) -> None:
    sealing = for_captures(store.paths)
    fields = entry(f"text {number}")
    inbox.capture(store.paths.inbox, f"added {number}", "entries", record_id(number), fields, sealing)


def move(store: Store, number: int) -> None:
    """From one month to another, with what stays changed beside it: three files."""
    with store.change("moved") as change:
        change.put("entries", record_id(number), entry("moved", "2026-10-02T09:00:00.000+02:00"))
        change.put("plans", record_id(99), {"direction": "new"})


def delete(store: Store, number: int) -> None:
    with store.change("deleted") as change:
        change.remove("entries", record_id(number))


def nothing(_: Store) -> None:
    pass


def two(store: Store) -> None:
    add(store, 1)
    add(store, 2)


def framed(store: Store) -> None:
    two(store)
    with store.change("frame") as change:
        change.add("plans", record_id(99), {"direction": "old"})


def captured_two(store: Store) -> None:
    add(store, 1)
    capture(store, 2)
    capture(store, 3)


def undone(store: Store) -> None:
    two(store)
    store.undo()


def folded(store: Store) -> None:
    capture(store, 1)
    store.refresh()


def restore_first(store: Store) -> None:
    snapshots.bring_back(store, snapshots.at_moment(store, 1), "restored")


def repair_month(store: Store) -> None:
    repair.apply(store, repair.offer(store, "2026-11"))


def lived_in(store: Store) -> None:
    """Something of everything that lies on the disk: data, history, copies, drafts, what was set aside."""
    framed(store)
    Drafts(store.paths.drafts, store.sealing).keep("new-entry", "half a thought")
    os.makedirs(store.paths.quarantine, mode=0o700, exist_ok=True)
    (Path(store.paths.quarantine) / "20260101T000000Z-2026-01.json").write_bytes(b"{ cut off")


def lived_in_and_protected(store: Store) -> None:
    lived_in(store)
    protect(store)


def protect(store: Store) -> None:
    protecting.protect(store, SECRET, LEAST)


def change_passphrase(store: Store) -> None:
    protecting.change(store, OTHER)


def protected(story: Story) -> Story:
    """The same in a home that was protected before anything was kept."""

    def prepare(store: Store) -> None:
        protect(store)
        story.prepare(store)

    return Story(f"{story.name}, protected", prepare, story.act)


PLAIN_STORIES = (
    Story("first entry of all", nothing, lambda store: add(store, 1)),
    Story("one more entry", two, lambda store: add(store, 3)),
    Story("first entry of another year", two, lambda store: add(store, 3, year=2025)),
    Story("a change of three files", framed, lambda store: move(store, 1)),
    Story("delete", two, lambda store: delete(store, 1)),
    Story("undo", framed, lambda store: store.undo()),
    Story("redo", undone, lambda store: store.redo()),
    Story("first capture of all", nothing, lambda store: capture(store, 1)),
    Story("fold", captured_two, lambda store: store.refresh()),
    Story("delete after a fold", folded, lambda store: delete(store, 1)),
    Story("restore", two, restore_first),
    Story("repair of a whole file", two, repair_month),
)
PROTECTION = (
    Story("protect", lived_in, protect),
    Story("unprotect", lived_in_and_protected, protecting.unprotect),
    Story("change of the passphrase", lived_in_and_protected, change_passphrase),
    Story(
        "a recovery code", lived_in_and_protected, lambda store: protecting.take_recovery(store, new_code())
    ),
)
_SHORT = {"one more entry", "a change of three files", "undo", "first capture of all", "fold", "restore"}
_PROTECTED = tuple(protected(each) for each in PLAIN_STORIES if LONG or each.name in _SHORT)
STORIES = (*PLAIN_STORIES, *_PROTECTED, *PROTECTION)
