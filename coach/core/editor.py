"""The person's own editor: which it is, and running it."""

from __future__ import annotations

import os
import shlex
import subprocess
from shutil import which

from coach.core.errors import CoachError, UsageError
from coach.core.texts import filled, words

_FALLBACKS = ("nano", "vim", "vi")


def command(chosen: str) -> list[str]:
    """The words that start the editor: the setting, then $VISUAL, then $EDITOR, then what there is."""
    told = chosen or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        found = shlex.split(told)
    except ValueError as error:
        raise CoachError(
            filled(words.core.error.the_editor_cannot_be_read, told=told), do=words.core.says.set_editor
        ) from error
    return found or [next((name for name in _FALLBACKS if which(name)), "vi")]


def with_protection() -> UsageError:
    """Why there is none: an editor writes the text, and copies of its own, where nothing seals them."""
    return UsageError(
        words.protect.no_editor, kept=words.core.error.nothing_was_changed, do=words.protect.no_editor_do
    )


def run(command_line: list[str], path: str) -> int:
    """Opens the file in the editor and waits; gives how the editor ended."""
    try:
        return subprocess.run([*command_line, path], check=False).returncode
    except OSError as error:
        raise CoachError(
            filled(words.core.error.the_editor_could_not_be_started, value=f"{command_line[0]!r}"),
            do=words.core.error.set_editor_or_coach_config_editor,
        ) from error


def edit(command_line: list[str], path: str) -> None:
    """Opens the file in the editor. What comes back counts only if the editor says so and left a text."""
    ended = run(command_line, path)
    if not os.path.exists(path):
        raise CoachError(
            words.core.error.the_editor_took_the_text_away, kept=words.core.error.your_text_is_as_it_was
        )
    if ended != 0:
        raise CoachError(
            filled(words.core.error.the_editor_ended_with, ended=ended),
            kept=words.core.error.your_text_is_as_it_was,
        )
