"""Undo and redo: first in words, then done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coach.core.errors import NotFoundError
from coach.core.texts import filled, words
from coach.store.undoing import effect
from screens.sheets.confirm import ConfirmSheet

if TYPE_CHECKING:
    from coach.store.history import Change
    from screens.app import CoachApp


async def turn(app: CoachApp, which: Literal["undo", "redo"]) -> None:
    """Says what the turn will do, and does it when the person agrees."""
    store = app.coach.store

    def next_change() -> Change | None:
        store.refresh()
        return next(store.undoable(), None) if which == "undo" else store.redoable()

    change = await app.background.do(next_change)
    if change is None:
        raise NotFoundError(filled(words.screens.error.there_is_nothing_to, which=which))
    title, done = words.screens.turn[which, "title"], words.screens.turn[which, "done"]
    lines = [
        f"{change.what[0].upper()}{change.what[1:]}.",
        filled(words.screens.says.this_does, change=effect(change)),
    ]
    if await app.push_screen_wait(ConfirmSheet(title, lines)):
        number = change.number
        turned = await app.change(lambda: store.undo(number) if which == "undo" else store.redo(number))
        app.tell(f"{done}: {turned.what}.")
