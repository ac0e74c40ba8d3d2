"""What people do, as steps that can be cut off anywhere, and what must then be true.

Each story brings a home into a state, then makes one change. Afterwards the data holds the state before
or the state after it, whole; once the change was acknowledged, the state after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from coach.days import Clock
from coach.paths import Paths
from coach.store import inbox, repair, snapshots
from coach.store.store import Store
from tests.helpers import NOW, ZONE, entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.store.format import Fields

Records = dict[tuple[str, str], "Fields"]


@dataclass(frozen=True)
class Story:
    name: str
    prepare: Callable[[Store], Any]
    act: Callable[[Store], Any]


def open_store(home: str, patience: float = 5.0) -> Store:
    return Store(Paths(home), Clock(datetime.fromisoformat(NOW), ZoneInfo(ZONE)), patience=patience)


def everything(store: Store) -> Records:
    """All records, as whoever opens the store next sees them."""
    store.refresh()
    found: Records = {}
    for name in ("standing", *store.months()):
        for kind in ("entries", "plans"):
            found |= {(kind, each): fields for each, fields in store.records(name, kind).items()}
    return found


def record_id(number: int) -> str:
    return f"01a1fd78-0000-7000-8000-{number:012x}"


def add(store: Store, number: int, month: int = 11, year: int = 2026) -> None:
    with store.change(f"added {number}") as change:
        at = f"{year}-{month:02}-20T09:00:00.000+01:00"
        change.add("entries", record_id(number), entry(f"text {number}", at))


def capture(store: Store, number: int) -> None:
    inbox.capture(store.paths.inbox, f"added {number}", "entries", record_id(number), entry(f"text {number}"))


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


STORIES = (
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
