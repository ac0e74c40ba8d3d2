"""The store: reading by file, changing by transaction, turning changes back."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeVar

from coach.core.days import month_of
from coach.core.errors import CoachError, DamagedError
from coach.core.ids import TAIL, milliseconds_of
from coach.core.kinds import kinds
from coach.core.texts import words
from coach.store import files, homes, inbox, moved, underway
from coach.store.apart import Apart
from coach.store.copies import Copies
from coach.store.damage import Damage, missing
from coach.store.data_files import DataFiles, is_name
from coach.store.format import VERSIONS, decode, kinds_in
from coach.store.history import STANDING, Change, Edit, History, place_of
from coach.store.kept import forget_open
from coach.store.ledger import DecidedError, Ledger
from coach.store.lock import PATIENCE, Lock
from coach.store.machine import Machine
from coach.store.neighbours import PATIENCE as A_READERS_PATIENCE
from coach.store.neighbours import Neighbours
from coach.store.resting import Few, Tails
from coach.store.sealing import PLAIN
from coach.store.strays import stray_keys, strays
from coach.store.transaction import Transaction
from coach.store.turning import settle, turn, withdraw
from coach.store.undoing import redoable, undoable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import date

    from tinydb.queries import QueryLike

    from coach.core.days import Clock
    from coach.core.paths import Paths
    from coach.core.record import Record
    from coach.store.data_file import DataFile
    from coach.store.format import Fields, Tables
    from coach.store.sealing import Sealing

R = TypeVar("R", bound="Record")
T = TypeVar("T")
_MADE = 48
"""Tables of which the records are kept as they were made."""


class Store:
    """One person's records on disk, shared by every process that has them open."""

    def __init__(
        self, paths: Paths, clock: Clock, sealing: Sealing = PLAIN, patience: float = PATIENCE
    ) -> None:
        self.paths = paths
        self.clock = clock
        self.sealing = sealing
        self.machine = Machine(paths)
        self.apart = Apart(paths.apart)
        self.copies = Copies(paths.copies)
        self.data_files = DataFiles(paths.data, self.copies, sealing, self.machine)
        self.history = History(paths.history, sealing)
        self.damage = Damage(paths.damage)
        self.ledger = Ledger(self.history, self.data_files, self.copies, clock, self.machine)
        self._lock = Lock(paths.lock, patience)
        self._waiting: list[inbox.Captured] = []
        self._made: dict[tuple[str, type[Record]], tuple[dict[str, Fields], list[Any]]] = {}
        self._swept = self._is_settled = False
        self.neighbours = Neighbours(self)
        self.tell: Callable[[Sequence[Change]], None] = lambda _: None
        """Whom a change made here is told to, once it is on the disk."""
        self.few, self.tails = Few(self), Tails(self)

    # Reading

    def refresh(self) -> None:
        """Takes in what others wrote: finishes what was decided, folds what was captured."""
        with files.disk_trouble():
            self.sealing.ready()
            if not os.path.isdir(self.paths.home):
                if os.path.lexists(self.paths.home):
                    files.make_folder(self.paths.home)  # says what stands in the way
                if missed := sorted(self.data_files.missing()):
                    self.damage.now({missed[0]: inbox.not_there(self.paths)})
                return
            self._settle()
            self.look_for_damage()
            left = not self._swept and underway.is_any(self) and underway.left(self)
            beside, arrived = strays(self) + stray_keys(self), self.data_files.arrived()
            is_behind = self._unfinished() or self.sealing.is_turning or self.sealing.is_behind
            waits = is_behind or left or inbox.is_any(self.paths.inbox)
            if (waits or beside or arrived) and not self.damage:
                # Busy, read-only, full: then what waits is shown from where it lies.
                with suppress(CoachError, OSError), self.writing(A_READERS_PATIENCE):
                    self.neighbours.take_in(arrived)
                    self.machine.looked()
                    if beside:
                        self.neighbours.fold_copies()
            if not arrived:
                self.machine.looked()
            self._waiting, unreadable = inbox.captured(self.paths.inbox, self.sealing)
            self.damage.captures = unreadable

    def months(self, since: date | None = None) -> list[str]:
        """The months that hold something, newest first; of late only those from a day's month on."""
        with files.disk_trouble():
            names = {*self.data_files.names(), *(place_of(each.fields) for each in self._waiting)} - {
                STANDING
            }
        first = f"{since:%Y-%m}" if since else ""
        return sorted((name for name in names if name >= first), reverse=True)

    def records(self, name: str, kind: str) -> dict[str, Fields]:
        """The records of one file by id. A file that cannot be read holds none, and `damage` says so."""
        kept = self._kept(name, kind)
        if kept is None:
            kept = self._look(name, lambda file: file.records(kind)) or {}
        waiting = {each.id: each.fields for each in self._captured(name, kind) if each.id not in kept}
        return kept | waiting if waiting else kept

    def _kept(self, name: str, kind: str) -> dict[str, Fields] | None:
        """The records of a kind in a month that rests and nobody looked into, where they are kept apart."""
        return None if self.data_files.is_open(name) else self.few.records(name, kind)

    def _look(self, name: str, look: Callable[[DataFile], T]) -> T | None:
        """Looks into one file, as far as it ever was. Where it cannot be read, `damage` says so."""
        try:
            with files.disk_trouble():
                return look(self.neighbours.up_to_date(name))
        except DamagedError as error:
            self.damage.found(name, error)
            return None

    def some(self, name: str, cls: type[R], ids: Sequence[str]) -> Iterator[R]:
        """A few records of one kind in one file, by their ids."""
        found = self._look(name, lambda file: file.some(cls.kind, ids)) if ids else None
        return self.understood(found or {}, cls)

    def awaits(self, name: str, kind: str) -> bool:
        """Whether something of a kind is on its way into a file."""
        return bool(self._waiting) and any(self._captured(name, kind))

    def _captured(self, name: str, kind: str) -> Iterator[inbox.Captured]:
        """What is on its way into a file."""
        return (each for each in self._waiting if each.kind == kind and place_of(each.fields) == name)

    def read(self, name: str, cls: type[R], query: QueryLike | None = None) -> Iterator[R]:
        """The records of one kind in one file, all of them or those a query of TinyDB's finds."""
        if query is None:
            yield from self._all_of(name, cls)
            return
        kept = self._kept(name, cls.kind)
        if kept is None:
            found = self._look(name, lambda file: file.search(cls.kind, query)) or {}
        else:
            found = {each: fields for each, fields in kept.items() if query(fields)}
        for each in self._captured(name, cls.kind):
            if each.id not in found and query(each.fields):
                found[each.id] = each.fields
        yield from self.understood(found, cls)

    def _all_of(self, name: str, cls: type[R]) -> list[R]:
        """Made once of what was kept, as long as nothing else is kept: nobody can change a record."""
        kept = self.records(name, cls.kind)
        seen, records = self._made.get((name, cls), ({}, []))
        if seen is not kept:
            records = list(self.understood(kept, cls))
            if kept and len(records) == len(kept):
                while len(self._made) >= _MADE:
                    del self._made[next(iter(self._made))]
                self._made[name, cls] = kept, records
        return records

    def read_since(self, day: date | None, cls: type[R], query: QueryLike | None = None) -> Iterator[R]:
        """The records of one kind from the month of a day on, or all of them, newest month first."""
        for month in self.holding(self.months(day), cls.kind):
            yield from self.read(month, cls, query)

    def holding(self, months: list[str], kind: str) -> list[str]:
        """These months, without those of which it is known that there is nothing of a kind in them."""
        waiting = {place_of(each.fields) for each in self._waiting if each.kind == kind}
        held = {*self.few.holding(months, kind)}
        return [month for month in months if month in held or month in waiting]

    def read_standing(self, cls: type[R], query: QueryLike | None = None) -> Iterator[R]:
        """The records of a kind that stays."""
        return self.read(STANDING, cls, query)

    def understood(self, records: dict[str, Fields], cls: type[R]) -> Iterator[R]:
        """What was kept, as records; one that makes no sense is noted, not shown."""
        for record_id, fields in records.items():
            try:
                yield cls.read(record_id, fields)
            except DamagedError as error:
                self.damage.records[record_id] = error.what

    def tables(self, name: str) -> Tables:
        """Everything in one file by kind. Not to be changed in place."""
        with files.disk_trouble():
            return self.neighbours.up_to_date(name).staging.content.tables

    def find(self, kind: str, record_id: str) -> Fields | None:
        """The record with this id."""
        for name in self.likely_first(record_id):
            if (fields := self._get(name, kind, record_id)) is not None:
                return fields
        return None

    def _get(self, name: str, kind: str, record_id: str) -> Fields | None:
        found = self._look(name, lambda file: file.get(kind, record_id))
        waiting = (each.fields for each in self._captured(name, kind) if each.id == record_id)
        return next(waiting, None) if found is None else found

    def has_any(self, kind: str, since: date) -> bool:
        """Whether anything of a kind was written from the month of a day on; no record is made for it."""
        return any(self.records(month, kind) for month in self.months(since))

    def kind_of(self, record_id: str) -> str | None:
        """What kind of record has this id."""
        for name in self.likely_first(record_id):
            for kind in kinds():
                if record_id in self.records(name, kind):
                    return kind
        return None

    def likely_first(self, record_id: str) -> list[str]:
        """All files, first those where a record of this id most likely lies."""
        made = milliseconds_of(record_id)
        likely = {STANDING, month_of(made)} if made is not None else {STANDING}
        return sorted([STANDING, *self.months()], key=lambda name: name not in likely)

    def kinds(self) -> list[str]:
        """The kinds there are records of, those only a newer version knows too."""
        found = {kind for name in (STANDING, *self.months()) for kind in self.kinds_in(name)}
        return sorted(found | set(kinds()))

    def kinds_in(self, name: str) -> list[str]:
        """The kinds one file holds, or is about to."""
        waiting = {each.kind for each in self._waiting if place_of(each.fields) == name}
        try:
            return sorted(waiting | set(kinds_in(self.tables(name))))
        except DamagedError as error:
            self.damage.found(name, error)
            return sorted(waiting)

    def ids_with_tail(self, *beginnings: str) -> list[str]:
        """The ids whose random tail begins with one of these."""
        waiting = {each.id for each in self._waiting if each.id[-TAIL:].startswith(beginnings)}
        with files.disk_trouble():
            names = self.tails.holding(self.data_files.names(), beginnings)
            return sorted(waiting | self.data_files.ids_with_tail(names, *beginnings))

    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        with files.disk_trouble():
            captured = self._waiting or files.names_in(self.paths.inbox)
            return not (
                captured or self.data_files.names() or self.copies.names() or self.history.tail().last
            )

    def is_away(self) -> bool:
        """Whether there is nothing here: nothing yet, or the disk went."""
        return not os.path.isdir(self.paths.home) or self.is_new()

    def pulse(self) -> tuple[object, ...]:
        """Different whenever anybody changed anything. Costs a few looks at folders."""
        with files.disk_trouble():
            tail = files.names_in(self.paths.history)[-1:]
            places = [*(os.path.join(self.paths.history, each) for each in tail), self.paths.damage]
            seen = [_looked_at(place) for place in places + self.data_files.folders()]
            return (*files.names_in(self.paths.inbox), *seen)

    # Changing

    def refuse_parted(self, kind: str, record_id: str, fields: Fields | None) -> None:
        """While what two machines wrote stands side by side in a record, it does not go."""
        place = place_of(fields) if fields else ""
        if place and "versions" in (self.beside(place, record_id) or {}):
            from coach.store.joining import parted_in

            if any((kind, record_id) == found[:2] for found in parted_in(self.tables(place))):
                raise CoachError(
                    words.store.error.two_machines_changed_it,
                    kept=words.store.error.nothing_was_changed,
                    do=words.store.error.coach_merge_shows_both,
                )

    def beside(self, place: str, record_id: str) -> Fields | None:
        """What is remembered beside a record."""
        return self._look(place, lambda file: file.records(VERSIONS).get(record_id))

    @contextmanager
    def change(self, what: str) -> Iterator[Transaction]:
        """Everything put or removed inside is on the disk, whole, when this ends."""
        with files.disk_trouble(), self.writing():
            transaction = Transaction(self, what)
            yield transaction
            if edits := transaction.edits():
                try:
                    change = Change(self.stamp(), transaction.what, edits, marks=transaction.marks())
                    transaction.number = self.commit([change])
                    self.tell([change])
                except DecidedError as error:
                    transaction.number = error.number
                    raise

    def replay(self, changes: Sequence[Change]) -> None:
        """What was done elsewhere, each with the time it was done at: all of it or nothing."""
        with files.disk_trouble(), self.writing():
            self.commit(list(changes))

    def undo(self, only: int | None = None) -> Change:
        """Takes back the latest change that stands, and says which. With `only`, no other than this one."""
        return turn(self, "undo", only)

    def redo(self, only: int | None = None) -> Change:
        """Takes back the latest undo, as long as nothing was changed since."""
        return turn(self, "redo", only)

    def withdraw(self, transaction: Transaction) -> None:
        """Takes back what a program did itself, the rest of which failed. What others changed since stays."""
        withdraw(self, transaction)

    def settle(
        self, what: str, kind: str, record_id: str, seen: Fields, wanted: Fields, stamps: Collection[str]
    ) -> None:
        """Of what two machines wrote, this holds from now on; refused where it is not as it was seen."""
        settle(self, what, kind, record_id, seen, wanted, stamps)

    def undoable(self) -> Iterator[Change]:
        """The changes `undo` would take back, in that order."""
        return undoable(self.history.backwards())

    def redoable(self) -> Change | None:
        """The undo that `redo` would take back."""
        return redoable(self.history.backwards())

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[None]:
        """The lock, with everything decided finished and everything captured folded. Never over damage."""
        with self.held(patience):
            self.sealing.ready()
            if self.damage or self.damage.noted():
                self.look_for_damage()
            self.damage.refuse()
            self._sweep()
            self.ledger.finish()
            self.fold()
            self.sealing.mend()
            if self.sealing.is_turning:
                from coach.store.protecting import finish

                finish(self)
            yield

    @contextmanager
    def repairing(self, patience: float | None = None) -> Iterator[None]:
        """The lock alone: nobody else writes, and damage is no obstacle."""
        with files.disk_trouble(), self.held(patience):
            yield

    @contextmanager
    def held(self, patience: float | None) -> Iterator[None]:
        """The lock, with what an earlier coach kept in the home where it belongs."""
        for folder in (self.paths.home, self.paths.machine):
            files.make_folder(folder)
        with self._lock.held(patience):
            if moved.is_left(self.paths):
                moved.move(self.paths)
                self.history.forget()
                self._note_what_it_wrote_alone()
            self.machine.begin()
            homes.refuse_another(self.paths)
            homes.begin(self.paths)
            yield

    def _note_what_it_wrote_alone(self) -> None:
        """Files that do not say who wrote them are this machine's, as they lie when its history moves in."""
        wrote = {}
        for name in self.data_files.names():
            with suppress(CoachError, OSError, ValueError):
                raw = files.read(self.data_files.path_of(name))
                content = decode(bytes(self.sealing.open(name, raw)), name)
                if not content.by:
                    wrote[name] = raw, content.revision
        self.machine.was_alone(wrote)

    def _settle(self) -> None:
        """What this machine knows is of this home, and lies where it belongs. Busy, read-only, full: then it
        waits where it lies."""
        if not self._is_settled:
            self._is_settled = True
            if homes.settle(self.paths):
                self.history.forget()
                self.machine.forget()
        homes.refuse_another(self.paths)
        if moved.is_left(self.paths):
            with suppress(CoachError, OSError), self.held(A_READERS_PATIENCE):
                pass

    def commit(self, changes: list[Change]) -> int:
        """All of the changes, or none. Inside the lock."""
        self._lock.check()
        self.neighbours.take_in(sorted({name for change in changes for name in change.files()}))
        return self.ledger.commit(changes)

    def fold(self) -> None:
        """Moves captures into their months. One that is there already is only cleared away."""
        waiting, _ = inbox.captured(self.paths.inbox, self.sealing)
        waiting = [each for each in waiting if is_name(place_of(each.fields))]
        if not waiting:
            self._waiting = []
            return
        new = [
            Change(self.stamp(), each.what, (Edit(each.kind, each.id, None, each.fields),))
            for each in waiting
            if not self._was_here(each)
        ]
        if new:
            self.commit(new)
            self.tell(new)
        self._waiting = []
        inbox.clear(self.paths.inbox, waiting)

    def was_ever_here(self, kind: str, record_id: str) -> bool:
        """Whether there is such a record, or was and somebody took it away."""
        names = self.likely_first(record_id)
        return self.find(kind, record_id) is not None or any(self.beside(name, record_id) for name in names)

    def _was_here(self, each: inbox.Captured) -> bool:
        """Whether it was folded before: here, or where another machine then moved or deleted it."""
        file = self.data_files.file(place_of(each.fields))
        return each.id in file.records(each.kind) or each.id in file.records(VERSIONS)

    def _sweep(self) -> None:
        """Clears away, once, what killed processes left half prepared. Captures are left to the doctor."""
        if self._swept:
            return
        self._swept = True
        paths = self.paths
        own = (paths.home, paths.machine, paths.kept, paths.drafts, paths.packets)
        for folder in (*own, *self.data_files.folders()):
            for path in files.leftovers(folder):
                files.discard(path)
        if self.sealing.refuses_open:
            forget_open(paths)
        underway.clear(self)

    def _unfinished(self) -> bool:
        """Whether a file has not seen the last change: the process that made it was cut off."""
        tail = self.history.tail()
        behind = False
        for change in () if tail.settled else tail.latest:
            for name in change.files():
                try:
                    number = self.data_files.file(name).staging.number
                    behind |= number is not None and number < change.number
                except DamagedError:
                    self._look(name, lambda _: None)
        return behind

    def look_for_damage(self) -> None:
        """Notices files that are gone, and looks again at files that were damaged."""
        found = {name: missing(name) for name in self.data_files.missing()}
        for name in set(self.data_files.names()) & {*self.damage.noted(), *self.damage.names()}:
            try:
                _ = self.data_files.file(name).staging.content
            except DamagedError as error:
                found[name] = error
        self.damage.now(found)

    def stamp(self) -> str:
        """This moment, as the history writes it."""
        return self.clock.now().astimezone(UTC).isoformat(timespec="milliseconds")


def _looked_at(place: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(place)
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
