"""What two machines wrote of one record, until the person has said which holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coach.core.kinds import called
from coach.core.service import CoachService
from coach.core.texts import filled, words
from coach.store import lives
from coach.store.format import VERSIONS
from coach.store.joining import parted_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.store.format import Fields

_WORDS = {
    "text", "line", "note", "because", "answer", "answers", "agenda", "agreed", "giving_up", "why", "after",
}  # fmt: skip
"""Fields in which a second text may follow the first."""
Choice = Literal["stands", "other", "both"]


class Version(NamedTuple):
    """What one machine wrote, where another wrote something else."""

    written: datetime
    is_here: bool
    stamps: tuple[str, ...]
    """Of its writes."""
    fields: Mapping[str, Any]


class TwoVersions(NamedTuple):
    """A record both wrote, what stands, and what is beside it."""

    kind: str
    id: str
    place: str
    record: Fields
    stands: Mapping[str, Any]
    other: Version
    more: int
    """How many other versions there are besides this one."""

    @property
    def can_be_both(self) -> bool:
        """Whether there are words in it that can stand one below the other."""
        return any(
            _both(path, self.stands[path], value) is not None for path, value in self.other.fields.items()
        )


class Machines(CoachService):
    """Reads and settles them."""

    def apart(self) -> list[TwoVersions]:
        """All that wait, of each record the earliest."""
        found = []
        for place in sorted(self._store.apart.places(), reverse=True):
            if not self._store.records(place, VERSIONS):  # nothing in it, or it cannot be read just now
                continue
            tables = self._store.tables(place)
            for kind, record_id, parted in parted_in(tables):
                found.append(self._version(place, kind, record_id, tables[kind][record_id], parted))
        return found

    def look_everywhere(self) -> None:
        """Takes note of all there are, should the note have been lost."""
        with self._store.writing():
            for place in self._store.data_files.names():
                self._store.apart.look(place, self._store.tables(place))

    def choose(self, seen: TwoVersions, choice: Choice) -> None:
        """What holds from now on. Undo brings back what stood."""
        wanted = dict(seen.record)
        if choice != "stands":
            for path, value in seen.other.fields.items():
                both = _both(path, seen.stands[path], value)
                if choice == "other" or both is not None:
                    new = value if choice == "other" else both
                    lives.put(wanted, path, lives.NOTHING if new is None and "/" in path else new)
            if "updated" in wanted:
                wanted["updated"] = self._store.clock.now().isoformat(timespec="milliseconds")
        said = words.machines.undo[choice]
        what = filled(said, kind=called(seen.kind))
        stamps = {*seen.other.stamps, *self._held_in(seen, wanted)}
        self._store.settle(what, seen.kind, seen.id, seen.record, wanted, stamps)

    def _held_in(self, seen: TwoVersions, wanted: Fields) -> set[str]:
        """The writes of which nothing is lacking in what holds now: nobody has to look at them."""
        told: set[str] = set()
        lacking: set[str] = set()
        for kind, record_id, parted in parted_in(self._store.tables(seen.place)):
            for path, field in parted.items() if (kind, record_id) == (seen.kind, seen.id) else ():
                holds = lives.at(wanted, path)
                for stamp, value in field.others.items():
                    is_held = isinstance(value, str) and isinstance(holds, str) and value in holds
                    (told if is_held else lacking).add(stamp)
        return told - lacking

    def take_dropped(self) -> list[str]:
        """What was dropped into the inbox becomes entries; gives what is to be said of it."""
        from coach.machines.dropped import told

        said = told(self._coach)
        return [said] if said else []

    def awaits_dropped(self) -> bool:
        """Whether a text lies there that somebody may still be writing to."""
        from coach.machines.dropped import is_any_fresh

        return is_any_fresh(self._coach.paths.inbox)

    def _version(
        self, place: str, kind: str, record_id: str, record: Fields, parted: Mapping[str, lives.Parted]
    ) -> TwoVersions:
        stamps = sorted({stamp for each in parted.values() for stamp in each.others})
        first = stamps[0]
        at, machine = lives.when_and_who(first)
        fields = {path: each.others[first] for path, each in parted.items() if first in each.others}
        written = datetime.fromtimestamp(at / 1000, UTC).astimezone(self._store.clock.now().tzinfo)
        other = Version(written, machine == self._store.machine.name, (first,), fields)
        stands = {path: parted[path].stands for path in fields}
        return TwoVersions(kind, record_id, place, record, stands, other, len(stamps) - 1)


def _both(path: str, stands: Any, other: Any) -> Any:
    """Two texts one below the other, two lists in one; nothing where only one of them can be."""
    if isinstance(stands, list) and isinstance(other, list):
        return [*dict.fromkeys([*stands, *other])]
    if path.partition("/")[0] not in _WORDS or not (isinstance(stands, str) and isinstance(other, str)):
        return None
    if stands in other or other in stands:
        return max(stands, other, key=len) if stands and other else None
    return f"{stands}\n\n{other}"
