"""Handing a text to the person's editor and taking it back, with the text on the disk all the while."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from coach import settings
from coach.daily.drafts import Drafts, without_last_line_end
from coach.errors import CoachError

if TYPE_CHECKING:
    from coach.cli.shell import Shell

_FALLBACKS = ("nano", "vim", "vi")


def write_in_editor(shell: Shell, name: str, text: str) -> str:
    """The text as the editor left it. It stays in the draft until the caller has put it where it belongs."""
    drafts = Drafts(shell.paths.drafts)
    left = drafts.read(name)
    if left is not None and left != text:
        shell.say("Taking up the text you left off with.")
    path = drafts.keep(name, left if left is not None else text)
    command = _editor(settings.load(shell.paths.config).editor)
    try:
        ended = subprocess.run([*command, path], check=False).returncode
    except OSError as error:
        _drop_unchanged(drafts, name, text)
        raise CoachError(
            f"the editor {command[0]!r} could not be started", do="Set $EDITOR, or `coach config editor NAME`"
        ) from error
    written = drafts.read(name)
    if written is None:
        raise CoachError("the editor took the text away", kept="Nothing was changed")
    if ended != 0:
        _drop_unchanged(drafts, name, text)
        raise CoachError(
            f"the editor ended with {ended}, so nothing was saved",
            kept=f"Your text is in {path}" if os.path.exists(path) else "The text was not changed",
            do="The same command takes it up again",
        )
    return without_last_line_end(written) if not text.endswith("\n") else written


def _drop_unchanged(drafts: Drafts, name: str, text: str) -> None:
    if drafts.read(name) == text:
        drafts.discard(name)


def _editor(chosen: str) -> list[str]:
    found = chosen or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if found:
        try:
            return shlex.split(found)
        except ValueError as error:
            raise CoachError(f"the editor cannot be read: {found}", do="Set $EDITOR") from error
    from shutil import which  # noqa: PLC0415

    return [next((name for name in _FALLBACKS if which(name)), "vi")]
