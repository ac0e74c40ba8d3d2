"""Changes taken back, and what two machines wrote decided: all that is done about earlier changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import CoachError, DamagedError, NoDataError, NotFoundError
from coach.core.texts import filled, words
from coach.store import files
from coach.store.history import Change, Edit, place_of
from coach.store.transaction import check
from coach.store.undoing import redoable, undoable

if TYPE_CHECKING:
    from collections.abc import Collection

    from coach.store.format import Fields
    from coach.store.history import Turn
    from coach.store.store import Store
    from coach.store.transaction import Transaction


def settle(
    store: Store, what: str, kind: str, record_id: str, seen: Fields, wanted: Fields, stamps: Collection[str]
) -> None:
    """Of what two machines wrote, this holds from now on; refused where it is not as it was seen."""
    from coach.store.marking import settled

    with files.disk_trouble(), store.writing():
        if store.find(kind, record_id) != seen:
            raise CoachError(
                words.store.error.something_else_was_changed_meanwhile,
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.look_again,
            )
        check(kind, record_id, wanted)
        edits = () if seen == wanted else (Edit(kind, record_id, seen, wanted),)
        edit = Edit(kind, record_id, seen, wanted)
        marks = settled(store.data_files, store.machine.name, store.clock.milliseconds(), edit, stamps)
        store.commit([Change(store.stamp(), what, edits, marks=marks)])
        for place in {place_of(seen), place_of(wanted)}:
            store.apart.look(place, store.tables(place))


def withdraw(store: Store, transaction: Transaction) -> None:
    """Takes back what a program did itself, the rest of which failed. What others changed since stays."""
    if not transaction.number:
        return
    with files.disk_trouble(), store.writing():
        edits = tuple(
            Edit(each.kind, each.id, each.after, each.before)
            for each in reversed(transaction.edits())
            if _now(store, each) == each.after
        )
        if edits:
            what = filled(words.store.says.undo_undone, what=transaction.what)
            number = transaction.number
            store.commit([Change(store.stamp(), what, edits, turn="withdraw", of=number)])


def turn(store: Store, turn: Turn, only: int | None) -> Change:
    """Takes back the latest change that stands, or the latest undo; with `only`, no other than this one."""
    with files.disk_trouble(), store.writing():
        if store.is_new():
            raise NoDataError(filled(words.store.error.there_is_nothing_to_yet, turn=turn))
        last = store.history.tail().last
        if store.data_files.latest_number(last) > last:
            raise DamagedError(
                words.store.error.the_history_lacks_its_latest_changes,
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.coach_doctor_repair_history_lets_it,
            )
        backwards = store.history.backwards()
        target = next(undoable(backwards), None) if turn == "undo" else redoable(backwards)
        if target is None:
            raise NotFoundError(filled(words.store.error.there_is_nothing_to, turn=turn))
        if only not in {None, target.number}:
            raise CoachError(
                words.store.error.something_else_was_changed_meanwhile,
                kept=filled(words.store.error.no_was_made, turn=turn),
            )
        turned_back = (_turned(each, _now(store, each)) for each in reversed(target.edits))
        edits = tuple(each for each in turned_back if each.before != each.after)
        change = Change(store.stamp(), target.what, edits, turn=turn, of=target.number)
        if target.marks or target.is_merge:
            from coach.store.marking import is_choice, turned

            if target.is_merge or is_choice(target):
                now = store.clock.milliseconds()
                change = turned(store.data_files, store.machine.name, now, target, change)
        store.commit([change])
        for name in change.files() if change.marks else ():
            store.apart.look(name, store.tables(name))
        return change


def _now(store: Store, edit: Edit) -> Fields | None:
    """The record an edit was about, looked for first where the edit left it."""
    left = edit.after or edit.before
    near = store.records(place_of(left), edit.kind).get(edit.id) if left else None
    return near or store.find(edit.kind, edit.id)


def _turned(edit: Edit, now: Fields | None) -> Edit:
    """The edit taken back; what another machine changed of the record since stays."""
    before, after = edit.before, edit.after
    if now is None or now == after:
        return Edit(edit.kind, edit.id, now, before)
    if before is None or after is None:
        return Edit(edit.kind, edit.id, now, now)
    from coach.store import lives  # seldom, and it is no small file

    turned = dict(now)
    for path in lives.differing(before, after):
        if lives.at(now, path) == lives.at(after, path):
            lives.put(turned, path, lives.at(before, path))
    check(edit.kind, edit.id, turned)
    return Edit(edit.kind, edit.id, now, turned)
