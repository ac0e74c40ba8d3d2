"""What another machine has, joined with what is here: which records change, what is remembered, what a person
should look at. Works out everything and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.ids import milliseconds_of
from coach.practices import follows
from coach.store import lives
from coach.store.format import VERSIONS, kinds_in
from coach.store.history import Edit, Mark, place_of
from coach.store.marking import is_sound, known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from coach.store.format import Fields, Tables
    from coach.store.lives import Life

    Found = tuple[str, str | None, Fields | None]
    """The file a record lies in, its kind, and the record; where it is gone, the file that knows so."""


class Joined(NamedTuple):
    """What comes of it."""

    edits: list[Edit]
    marks: list[Mark]
    parted: list[tuple[str, str, str]]
    """The file, kind and id of records whose words stand side by side now, and did not before."""
    revived: list[tuple[str, str]]
    """Kind and id of records that one machine deleted and the other changed: they stay."""
    kept_gone: list[tuple[str, str, Fields]]
    """Records that are there and were deleted here: they stay so."""

    def __bool__(self) -> bool:
        return bool(self.edits or self.marks)


class Joining:
    """Joins the files of others with ours."""

    def __init__(
        self,
        mine: Callable[[str], Tables],
        find: Callable[[str, bool], Found | None],
        is_known: Callable[[str, str, Fields], bool] = lambda _kind, _id, _fields: False,
    ) -> None:
        self._mine = mine
        self._find = find
        """Looks for a record in all files: one that never moved, among those that did."""
        self._is_known = is_known
        """Whether a record nobody marked is one that was here and was changed or deleted since."""
        self._theirs: dict[str, tuple[str | None, tuple[str, ...], Life]] = {}
        """Kind, the files it came in, and life, by id."""

    def take(self, name: str, tables: Tables) -> None:
        """One file of another machine."""
        mine, beside = self._mine(name), tables.get(VERSIONS, {})
        my_beside = mine.get(VERSIONS, {})
        there = set()
        for kind in kinds_in(tables):
            own = mine.get(kind, {})
            for record_id, fields in tables[kind].items():
                there.add(record_id)
                mark = beside.get(record_id)
                if own.get(record_id) == fields and my_beside.get(record_id) == mark:
                    continue
                if mark is None and self._is_known(kind, record_id, fields):
                    continue
                self._add(kind, name, record_id, known(record_id, fields, mark))
        for record_id, mark in beside.items():
            if record_id in there or my_beside.get(record_id) == mark:
                continue
            if "moved" in mark:
                for kind in kinds_in(mine):
                    if record_id in mine[kind] and self._mine(mark["moved"]).get(kind, {}).get(record_id):
                        self.follow(name, kind, record_id, mark["moved"])
            else:
                self._add(None, name, record_id, known(record_id, None, mark))

    def follow(self, name: str, kind: str, record_id: str, goes: str) -> None:
        """What is here in a file that it has left is one with what is known of it where it went."""
        fields = self._mine(goes).get(kind, {}).get(record_id)
        self._add(kind, name, record_id, known(record_id, fields, self._beside(goes, record_id)))

    def _add(self, kind: str | None, name: str, record_id: str, life: Life | None) -> None:
        before = self._theirs.get(record_id)
        both = lives.joined(before and before[2], life)
        names = dict.fromkeys((*(before[1] if before else ()), name))
        self._theirs[record_id] = (kind or (before and before[0]) or None, tuple(names), both)

    def joined(self) -> Joined:
        """All of it."""
        result = Joined([], [], [], [], [])
        for record_id, (kind, names, life) in self._theirs.items():
            self._join(result, record_id, kind, names, life)
        return result

    def _join(
        self, result: Joined, record_id: str, kind: str | None, names: tuple[str, ...], theirs: Life
    ) -> None:
        place, my_kind, before = self._located(names[0], record_id, kind, theirs)
        kind = my_kind or kind
        mine = known(record_id, before, self._beside(place, record_id))
        life = lives.joined(mine, theirs)
        for each in names if kind else ():
            stale = self._mine(each).get(str(kind), {}).get(record_id)
            if each != place and stale is not None:  # it lies in two files here, and has left this one
                result.edits.append(Edit(str(kind), record_id, stale, None))
        if mine and kind and theirs.versions and not life.versions:
            result.kept_gone.append((kind, record_id, theirs.versions[-1].record))
        if life == mine or kind is None:  # they are behind, or it was made and deleted elsewhere
            self._mark(result, {*names, place}, place, record_id, life)
            return
        sound = is_sound(kind)
        after, parted = lives.resolved(life.versions, sound)
        if before != after:
            result.edits.append(Edit(kind, record_id, before, after))
        goes = place if after is None else place_of(after)
        self._mark(result, {*names, *((place,) if mine else ())}, goes, record_id, life)
        was_parted = mine is not None and bool(lives.resolved(mine.versions, sound)[1])
        if parted and not was_parted and not follows(kind):
            result.parted.append((goes, kind, record_id))
        if after is not None and ((mine and not mine.versions) or not theirs.versions):
            result.revived.append((kind, record_id))

    def _located(
        self, name: str, record_id: str, kind: str | None, theirs: Life
    ) -> tuple[str, str | None, Fields | None]:
        """Where the record lies here, and what it is."""
        for _ in range(2):
            tables = self._mine(name)
            for each in (kind,) if kind else kinds_in(tables):
                if (fields := tables.get(each, {}).get(record_id)) is not None:
                    return name, each, fields
            mark = tables.get(VERSIONS, {}).get(record_id)
            if mark is None or "moved" not in mark:
                break
            name = mark["moved"]
        else:
            return name, None, None
        has_moved = not theirs.versions or any(lives.is_marked(each.stamp("at")) for each in theirs.versions)
        has_moved = has_moved or milliseconds_of(record_id) == 0  # two machines may have dated it otherwise
        if mark is None and (found := self._find(record_id, has_moved)):
            return found
        return name, None, None

    def _beside(self, place: str, record_id: str) -> Fields | None:
        return self._mine(place).get(VERSIONS, {}).get(record_id)

    def _mark(self, result: Joined, left: set[str], goes: str, record_id: str, life: Life) -> None:
        """What is to be remembered where it lies, and in every other file in which it lay, here or there."""
        wanted: dict[str, Fields | None] = {each: {"moved": goes} for each in sorted(left - {goes})}
        for place, after in (wanted | {goes: lives.kept(life)}).items():
            before = self._beside(place, record_id)
            if before != after:
                result.marks.append(Mark(place, record_id, before, after))


def rows_of(joined: Joined, name: str) -> dict[str, dict[str, Fields | None]]:
    """What it says of one file, by table and id."""
    found: dict[str, dict[str, Fields | None]] = {}
    for edit in joined.edits:
        for place, fields in edit.changes():
            if place == name:
                found.setdefault(edit.kind, {})[edit.id] = fields
    for mark in joined.marks:
        if mark.place == name:
            found.setdefault(VERSIONS, {})[mark.id] = mark.after
    return found


def parted_in(tables: Tables) -> Iterable[tuple[str, str, Mapping[str, lives.Parted]]]:
    """The kind and id of every record in a file whose words stand side by side, with its fields."""
    beside = tables.get(VERSIONS, {})
    for kind in kinds_in(tables) if any("versions" in mark for mark in beside.values()) else ():
        for record_id, mark in beside.items():
            if "versions" in mark and record_id in tables[kind] and not follows(kind):
                life = known(record_id, tables[kind][record_id], mark)
                _, parted = lives.resolved(life.versions if life else (), is_sound(kind))
                if parted:
                    yield kind, record_id, {each.path: each for each in parted}
