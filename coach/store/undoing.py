"""Which change undo takes back next, and which undo redo takes back: read off the history, backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.practices import is_quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.store.history import Change


def effect(change: Change) -> str:
    """What turning a change back does, in words."""
    gone = sum(edit.before is None for edit in change.edits)
    back = sum(edit.after is None for edit in change.edits)
    earlier = len(change.edits) - gone - back
    if len(change.edits) == 1:
        return (
            words.store.says.removes_it
            if gone
            else words.store.says.brings_it_back
            if back
            else words.store.says.restores_the_earlier_version
        )
    parts = (
        (filled(words.store.says.removes, gone=counted(gone, "record")), gone),
        (filled(words.store.says.brings_back, back=counted(back, "record")), back),
        (filled(words.store.says.restores, earlier=counted(earlier, "record")), earlier),
    )
    return ", ".join(said for said, count in parts if count) or _of_marks(change)


def _of_marks(change: Change) -> str:
    """What it does where no record is another one: versions wait, or wait no more."""
    is_open = any("versions" in (mark.before or {}) for mark in change.marks)
    return words.store.says["both_versions_wait_again" if is_open else "the_other_version_goes"]


def undoable(backwards: Iterable[Change | None]) -> Iterator[Change]:
    """The changes that stand, the latest first, as far back as the history can be read."""
    undone = set()
    for change in backwards:
        if change is None:
            return
        if (_does_nothing(change) and change.turn is None) or change.is_arrival or _is_quiet(change):
            continue
        if change.turn in {"undo", "withdraw"}:
            undone.add(change.of)
        elif change.number not in undone:
            yield change


def redoable(backwards: Iterable[Change | None]) -> Change | None:
    """The latest undo that stands, unless something else was changed since."""
    redone = 0
    for change in backwards:
        if change is not None and (_does_nothing(change) or change.is_arrival or _is_quiet(change)):
            continue
        if change is None or change.turn in {None, "withdraw"}:
            return None
        if change.turn == "redo":
            redone += 1
        elif redone:
            redone -= 1
        else:
            return change
    return None


def _does_nothing(change: Change) -> bool:
    return not change.edits and not change.marks


def _is_quiet(change: Change) -> bool:
    """Whether the coach only noted something for itself: nobody would know what was taken back."""
    return bool(change.edits) and all(is_quiet(edit.kind) for edit in change.edits)
