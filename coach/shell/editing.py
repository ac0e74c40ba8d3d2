"""Handing a text to the person's editor and taking it back, with the text on the disk all the while."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach import settings
from coach.core import editor
from coach.core.errors import CoachError
from coach.core.texts import filled, words
from coach.drafts import Drafts, without_last_line_end

if TYPE_CHECKING:
    from coach.shell.shell import Shell


class Edited:
    """What an editor left: a text that stays in its draft until it is where it belongs."""

    def __init__(self, drafts: Drafts, name: str) -> None:
        self._drafts = drafts
        self._name = name
        self.path = drafts.path(name)
        self.text = without_last_line_end(drafts.read(name) or "")

    def discard(self) -> None:
        """The text is where it belongs."""
        self._drafts.discard(self._name)


def write_in_editor(shell: Shell, name: str, text: str) -> Edited:
    """The text as the editor left it."""
    if shell.is_protected:
        raise editor.with_protection()
    drafts = Drafts(shell.paths.drafts)
    left = drafts.read(name)
    given = f"{text}\n" if text else ""  # editors and `cat >>` want a line to end
    is_resumed = left is not None and left != given
    if is_resumed:
        shell.say(words.shell.says.taking_up_the_text_you_left)
    path = drafts.keep(name, left if left is not None else given)
    before = _written_at(path)
    chosen, _ = settings.load_or_default(shell.paths.config)
    try:
        ended = editor.run(editor.command(chosen.editor), path)
    except CoachError:
        _drop_unchanged(drafts, name, given)
        raise
    if drafts.read(name) is None:
        raise CoachError(
            words.shell.error.the_editor_took_the_text_away, kept=words.shell.error.nothing_was_changed
        )
    if ended != 0 or (is_resumed and _written_at(path) == before):
        _drop_unchanged(drafts, name, given)
        said = (
            filled(words.shell.says.the_editor_ended_with, ended=ended)
            if ended
            else words.shell.says.the_text_was_left_as_it
        )
        raise CoachError(
            filled(words.shell.error.so_nothing_was_saved, said=said),
            kept=filled(words.shell.error.your_text_is_in, path=path)
            if os.path.exists(path)
            else words.shell.error.the_text_was_not_changed,
            do=words.shell.error.the_same_command_takes_it_up if os.path.exists(path) else "",
        )
    return Edited(drafts, name)


def _written_at(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_mtime_ns, found.st_ino


def _drop_unchanged(drafts: Drafts, name: str, given: str) -> None:
    if drafts.read(name) == given:
        drafts.discard(name)
