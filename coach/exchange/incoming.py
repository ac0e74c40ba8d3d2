"""What a file from elsewhere holds, before anything of it is kept; and how it comes in, whole or not."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from coach import settings
from coach.commitments.records import Commitment
from coach.core.counting import counted
from coach.core.days import FIRST_YEAR, LAST_YEAR
from coach.core.errors import CoachError
from coach.core.ids import new_id
from coach.core.json_text import one_line
from coach.core.kinds import class_of, counted_of, is_known, written
from coach.core.texts import filled, words
from coach.cycle.records import Reassessment
from coach.frame.records import Frame
from coach.packet.records import Packet
from coach.practice import loaded
from coach.practices import follows, practices
from coach.store.files import discard
from coach.store.history import Edit
from coach.store.repair import set_aside
from coach.store.strays import strays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from coach.app import Coach
    from coach.core.own_days import Days
    from coach.core.record import Record
    from coach.core.steps import Steps
    from coach.store.format import Fields
    from coach.store.transaction import Transaction

MOST_BYTES = 12 << 20
"""Of text in one file or folder, so that 256 MB of memory are enough for whatever it is. Ten years of writing
every day are a fifth of it; what is more comes in by parts."""
MOST_RECORDS = 40_000
MOST_OF_OURS = 256 << 20, 1_000_000
"""Bytes and records of an archive of our own: whatever went out comes in again."""
MOST_TAGS = 50
_LEFT_SHOWN = 8
_LOOKED_AT = 1_000
_COPIED = {cls.kind for cls in written()} - {Commitment.kind, Frame.kind, Packet.kind, Reassessment.kind}
"""What can lie there twice without meaning something else."""


class BadFileError(CoachError):
    """A file that cannot come in, with the place that is wrong in it."""

    def __init__(self, why: str, where: str = "") -> None:
        super().__init__(f"{where}: {why}" if where else why, kept=words.exchange.bad.kept)


def too_many(most: int) -> BadFileError:
    """That there is more in it than can come in at once."""
    return BadFileError(filled(words.exchange.bad.too_many, count=f"{most:,}"))


class Left(NamedTuple):
    """Something that does not fit, and why."""

    where: str
    why: str


class Incoming:
    """What was found in a file."""

    def __init__(
        self,
        format_name: str,
        records: list[tuple[str, str, Fields]],
        left: Sequence[Left] = (),
        *,
        replaces: bool = False,
        marks: dict[str, Any] | None = None,
        settings: dict[str, Any] | None = None,
    ) -> None:
        most = MOST_OF_OURS[1] if replaces else MOST_RECORDS
        if len(records) > most:
            raise too_many(most)
        self.format = format_name
        self.records = records
        """Kind, id and fields."""
        self.left = [*left]
        self.marks = marks or {}
        """What machines remember of the records in an archive, by file and id."""
        self.settings = settings or {}
        """What its person has chosen, which holds where nobody has chosen anything."""
        self.path = ""
        """A file of coach's own it was read from."""
        self.replaces = replaces
        """Whether a later version of a record takes the place of an earlier one."""


class Plan(NamedTuple):
    """What would come in, and what would not."""

    incoming: Incoming
    new: list[tuple[str, str, Fields]]
    changed: list[tuple[str, str, Fields]]
    """What is there in an earlier version."""
    beside: list[tuple[str, str, Fields]]
    """The other version, where both were changed."""
    deleted: list[tuple[str, str, Fields]]
    """What was deleted here."""
    known: int
    """What is there as it is."""
    other: int
    """What is there in other words, and stays as it is."""
    brings_back: bool
    """Whether what was deleted here comes in too."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.new or self.changed or self.beside)


def plan(coach: Coach, incoming: Incoming, *, bring_back: bool = False) -> Plan:
    """What it would change here. What was deleted here stays so, unless it is to be brought back."""
    found = Plan(incoming, [], [], [], [], 0, 0, bring_back)
    deleted = set() if bring_back else _deleted(coach)
    known, other = 0, 0
    here = _known(coach)
    elsewhere = {name: kind for kind, records in here.items() for name in records}
    seen: set[str] = set()
    for kind, record_id, fields in incoming.records:
        if follows(kind):
            continue
        if elsewhere.get(record_id, kind) != kind:
            raise BadFileError(filled(words.exchange.bad.other_kind, id=record_id))
        mine = fields if record_id in seen else here.get(kind, {}).get(record_id)
        seen.add(record_id)
        if mine is None and record_id in deleted:
            found.deleted.append((kind, record_id, fields))
        elif mine is None:
            found.new.append((kind, record_id, fields))
        elif mine == fields or (not incoming.replaces and _says_the_same(mine, fields)):
            known += 1
        elif incoming.replaces:
            wins, beside = merged(kind, record_id, mine, fields)
            if wins == mine:
                other += 1
            else:
                found.changed.append((kind, record_id, wins))
            if beside and beside[0] not in here[kind] and beside[0] not in deleted:
                found.beside.append((kind, *beside))
        else:
            other += 1
    return found._replace(known=known, other=other)


def _says_the_same(mine: Fields, theirs: Fields) -> bool:
    """Whether the words are the same; what only coach knows of a record is no other version of it."""
    return mine.get("text") == theirs.get("text") and mine.get("at") == theirs.get("at")


def _deleted(coach: Coach) -> set[str]:
    """What somebody deleted here, as far as the history reaches. What undo took away is not meant: it may
    have come in by the same file."""
    return {
        edit.id
        for change in coach.store.history.backwards()
        if change and change.turn is None
        for edit in change.edits
        if edit.after is None
    }


def _known(coach: Coach) -> dict[str, dict[str, Fields]]:
    """Everything there is, by kind and id."""
    store, found = coach.store, {}
    for kind in store.kinds():
        found[kind] = {
            name: fields
            for place in ("standing", *store.months())
            for name, fields in store.records(place, kind).items()
        }
    return found


def bring_in(coach: Coach, wanted: Plan, name: str, steps: Steps) -> int:
    """All of it in one change, which one undo takes back. It is worked out again under the lock: what came in
    meanwhile is not doubled. Gives how many records it were."""
    with coach.store.change(filled(words.exchange.undo, count=0, name=name)) as change:
        again = plan(coach, wanted.incoming, bring_back=wanted.brings_back)
        everything = [*again.new, *again.changed, *again.beside]
        for place, (kind, record_id, fields) in enumerate(steps.each(everything, len(everything))):
            if len(again.new) <= place < len(again.new) + len(again.changed):
                change.edit(Edit(kind, record_id, coach.store.find(kind, record_id), fields))
            else:
                change.add(kind, record_id, fields)
        _remember(change, wanted.incoming, {name for _, name, _ in again.new})
        for practice in practices():
            if practice.mends:
                loaded(practice.place(practice.mends))(coach, change)
        steps.look()  # the last moment at which it can be stopped
        records = counted(len(everything), "record")
        change.what = filled(words.exchange.undo, count=records, name=name)
    put_aside(coach, wanted.incoming)
    settings.take_over(coach.paths.config, wanted.incoming.settings)
    return len(everything)


def _remember(change: Transaction, incoming: Incoming, new: set[str]) -> None:
    """What an archive knows of records that are new here, or gone."""
    there = {name for _, name, _ in incoming.records}
    for place, marks in incoming.marks.items():
        for record_id, kept in marks.items():
            if record_id in new or record_id not in there:
                change.remember(place, record_id, kept)


def put_aside(coach: Coach, incoming: Incoming) -> None:
    """A copy that a sync left beside our own files is all in; it goes where what was harmed is kept."""
    if incoming.path in strays(coach.store):
        with coach.store.repairing():
            set_aside(coach.store, incoming.path)
            discard(incoming.path)


def name_of(path: str) -> str:
    """What a file or folder is called."""
    return os.path.basename(os.path.abspath(os.path.expanduser(path)))


def merged(
    kind: str, record_id: str, mine: Fields, theirs: Fields
) -> tuple[Fields, tuple[str, Fields] | None]:
    """Of two versions of a record, the one changed later; and, when both were changed by hand, the other one
    as a record of its own, so that no word is lost."""
    if not is_known(kind):  # only a newer version knows more of it
        return max((mine, theirs), key=lambda each: str(each.get("updated") or each.get("created"))), None
    a, b = (class_of(kind).read(record_id, each) for each in (mine, theirs))
    wins, other = (theirs, mine) if _changed(b) > _changed(a) else (mine, theirs)
    both_changed = bool(mine.get("updated")) and bool(theirs.get("updated"))
    same_moment = _changed(a) == _changed(b)
    if kind not in _COPIED or not (both_changed or same_moment):
        return wins, None
    before = a.created - timedelta(seconds=1)  # of two, the one with the later id counts
    return wins, (named_id(before, f"{record_id} {one_line(other)}"), other)


def _changed(record: Record) -> datetime:
    return record.updated or record.created


def named_id(at: datetime, source: str) -> str:
    """The id of something from elsewhere: the same each time it comes."""
    return new_id(
        int(at.timestamp() * 1_000_000_000), sha256(source.encode("utf-8", "surrogatepass")).digest()[:8]
    )


class Entries:
    """Entries made from elsewhere, each with an id of its own that is the same the next time."""

    def __init__(self, coach: Coach, source: str) -> None:
        self._clock = coach.clock
        self._source = source
        self._seen: Counter[str] = Counter()
        self.records: list[tuple[str, str, Fields]] = []
        self.left: list[Left] = []
        self._ids: set[str] = set()

    def add(
        self,
        where: str,
        text: str,
        at: datetime | None,
        *,
        key: str = "",
        zone: str = "",
        record_id: str = "",
        **parts: Any,
    ) -> None:
        """One more; what has no words or no moment is left, and it is said why."""
        if at is None or not text.strip():
            self.left.append(Left(where, words.exchange.left["no_date" if text.strip() else "no_text"]))
            return
        if not FIRST_YEAR < at.year < LAST_YEAR:
            self.left.append(Left(where, words.exchange.left.year))
            return
        moment = self._clock.at(at) if at.tzinfo is None else at
        source = f"{self._source} {key or f'{at.isoformat()} {text}'}"
        self._seen[source] += 1
        if record_id in self._ids:
            record_id = ""  # a copy of a file of ours: other words, another record
        found = record_id or named_id(moment, f"{source} {self._seen[source]}")
        self._ids.add(found)
        when = moment.isoformat(timespec="milliseconds")
        zone = zone or self._clock.zone_of(moment)
        fields = {
            "created": when, "created_zone": zone, "updated": None, "text": text, "at": when, "zone": zone,
            "tags": [], "mode": None, "share": False, "source": "import", "prompt": None, **parts,
        }  # fmt: skip
        self.records.append(("entries", found, fields))

        if len(self.records) > MOST_RECORDS:
            raise too_many(MOST_RECORDS)

    def incoming(self, format_name: str) -> Incoming:
        """All of them."""
        return Incoming(format_name, self.records, self.left)


def room_for(coach: Coach) -> int:
    """How many commitments more can be held at a time."""
    held = coach.commitments
    return max(held.limit + len(held.exceptions()) - len(held.active()), 0)


def _of_kind(kind: str, text: str, found: dict[str, Fields], days: Days) -> str:
    if not is_known(kind):
        return filled(words.exchange.unknown_kind, count=counted(len(found), "record"), kind=kind)
    covered = sorted(days.about(class_of(kind).read(name, fields)) for name, fields in found.items())
    count = counted_of(kind, len(found))
    span = {"first": days.say(covered[0]), "last": days.say(covered[-1])}
    return filled(words.exchange[text], count=count, **span)


def told(coach: Coach, wanted: Plan) -> Iterator[str]:
    """The plan in words: how many of which kind, from when to when, what is there already."""
    yield filled(words.exchange.found, format=words.exchange.format[wanted.incoming.format])
    for text, records in (("new", wanted.new), ("changed", wanted.changed), ("beside", wanted.beside)):
        for kind in dict.fromkeys(kind for kind, _, _ in records):
            own = {name: fields for each, name, fields in records if each == kind}
            yield _of_kind(kind, text, own, coach.days)
    for _, _, fields in wanted.new if wanted.incoming.format == "answer" else ():
        yield from (f"  {line}" for line in str(fields.get("answer", "")).splitlines())
    for text, number in (("known", wanted.known), ("other", wanted.other)):
        if number:
            yield filled(words.exchange[text], count=counted(number, "record"))
    if wanted.deleted:
        yield filled(words.exchange.deleted, count=counted(len(wanted.deleted), "record"))
    yield from _told_left(wanted.incoming.left)
    if wanted.is_empty:
        yield words.exchange.nothing_new
    elif wanted.incoming.settings and not settings.are_chosen(coach.paths.config):
        yield words.exchange.settings


def _told_left(left: Sequence[Left]) -> Iterator[str]:
    if left:
        yield filled(words.exchange.does_not_fit, count=counted(len(left), "thing"))
        yield from (f"  {each.where}: {each.why}" for each in left[:_LEFT_SHOWN])
    if len(left) > _LEFT_SHOWN:
        yield filled(words.exchange.more_left, count=len(left) - _LEFT_SHOWN)


def tags_of(found: Iterable[str]) -> list[str]:
    """Tags, each once, and no more than somebody would give one entry."""
    bare = (tag.strip().lstrip("#@").strip() for tag in found)
    return list(islice(dict.fromkeys(tag for tag in islice(bare, _LOOKED_AT) if tag), MOST_TAGS))


def from_utc(at: datetime, zone: str) -> tuple[datetime, str]:
    """A moment in the wall time of a zone, with its name; or in UTC where nobody knows that zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not FIRST_YEAR < at.year < LAST_YEAR:
        return at, ""
    moment = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    try:
        there = moment.astimezone(ZoneInfo(zone)) if zone else moment.astimezone(UTC)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        there, zone = moment.astimezone(UTC), ""
    return datetime.fromisoformat(there.isoformat()), zone
