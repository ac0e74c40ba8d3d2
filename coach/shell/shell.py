"""What a command sees of the world: where the data is, what time it is, whom it talks to."""

from __future__ import annotations

import os
import sys

from coach.core.days import clock_from
from coach.core.errors import CoachError
from coach.core.json_text import one_line
from coach.core.paths import locate
from coach.core.texts import filled, words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, TypeVar

    from coach.app import Coach

    T = TypeVar("T")

_PIPE_WIDTH = 200


class OutputError(CoachError):
    """What was to be shown could not be written; what was to be kept is kept."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            filled(words.shell.error.the_output_cannot_be_written, strerror=error.strerror),
            kept=words.shell.error.what_was_saved_is_saved,
        )


_NARROWEST = 20


class Shell:
    """Data goes to stdout, words about it to stderr."""

    def __init__(self, home: str | None, passphrase_fd: int | None = None) -> None:
        self.passphrase_fd = passphrase_fd
        """The open file the passphrase is read from, instead of the terminal."""
        self.passphrase = ""
        """What was read there last."""
        self.taken = b""
        """What was read from stdin and is not kept yet."""
        self.paths = locate(home, os.environ)
        self.clock = clock_from(os.environ)
        self.opened: Coach | None = None
        self.is_terminal = _is_terminal(sys.stdout)

    def coach(self) -> Coach:
        """The services, built once."""
        if self.opened is None:
            from coach.app import build
            from coach.store.seals import Seals

            seals = Seals(self.paths)
            if seals.is_locked:
                from coach.shell.passphrase import unlock

                unlock(seals, self)
            self.opened = build(self.paths, self.clock, seals)
            if self.opened.trouble:
                from coach.core.safe_text import safe_text

                self.say(safe_text(filled(words.shell.says.defaults_hold, trouble=self.opened.trouble)))
            for told in (self.opened.folded(), self.opened.stray()):
                if told:
                    self.say(told)
        return self.opened

    def coach_for_app(self) -> Coach:
        """The services for the app, which asks for the passphrase itself."""
        from coach.app import Coach, build
        from coach.store.seals import Seals

        seals = Seals(self.paths)
        if seals.is_locked:
            from coach.shell.passphrase import unlock_silently

            if not unlock_silently(seals, self):
                return Coach(self.paths, self.clock, seals)
        self.opened = build(self.paths, self.clock, seals)
        return self.opened

    @property
    def is_protected(self) -> bool:
        """Whether nothing that a person writes may lie open."""
        from coach.store.sealing import is_protected

        return is_protected(self.paths)

    def hand_on(self, hook: str) -> None:
        """A capture that a program of the person waits for is taken in at once; none costs one look. It is
        kept already: whatever is wrong with the rest is said by whoever asks for that."""
        place = os.path.join(os.path.dirname(self.paths.config), "hooks", hook)
        if not os.path.exists(place) or self.is_protected:
            return
        from contextlib import suppress

        from coach import settings

        with suppress(CoachError, OSError):
            if settings.load(self.paths.config).hooks:
                from coach.app import build

                build(self.paths, self.clock)

    def out(self, line: str = "") -> None:
        """A line of data, broken between its words where somebody reads it."""
        if self.is_terminal and len(line) > _NARROWEST:
            from coach.shell.folding import hung  # a pipe gets it whole

            line = "\n".join(hung(line, self.width))
        self._print(line)

    def _print(self, line: str) -> None:
        try:
            print(line)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(error) from error

    def flush(self) -> None:
        """What was shown so far is out, or this raises."""
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(error) from error

    def raw(self, content: bytes) -> None:
        """Data as it is; what a terminal would obey was taken out of it before."""
        try:
            sys.stdout.flush()
            if buffer := getattr(sys.stdout, "buffer", None):
                buffer.write(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(error) from error

    def json(self, value: Any) -> None:
        """Data for a program: an array with an item a line, or one object."""
        if not isinstance(value, list):
            self._print(one_line(value))
        elif value:
            self._print("[" + ",\n".join(map(one_line, value)) + "]")
        else:
            self._print("[]")

    def say(self, words: str) -> None:
        """A line about the data, broken between its words where somebody reads it."""
        print(folded(words), file=sys.stderr)

    def over(self, do: Callable[[bool], T], *, force: bool) -> T:
        """Writes a file, asking before one that somebody else wrote is written over."""
        from coach.store.outfile import ThereError

        try:
            return do(force)
        except ThereError as error:
            if not self.ask(filled(words.shell.says.write_over_it, what=error.what)):
                raise
            return do(True)

    def ask(self, question: str) -> bool | None:
        """Yes or no from a person; None where nobody can answer."""
        if not (self.is_person and self.is_watched):
            return None
        self.say(f"{question} [y/N]")
        return sys.stdin.readline().strip().lower() in {"y", "yes"}

    def pick(self, question: str, options: Sequence[tuple[str, str, str]]) -> str | None:
        """One of a few, by its key or its words, from a person; None where nobody can answer. Whoever leaves
        the question leaves the command."""
        if not (self.is_person and self.is_watched):
            return None
        self.say(f"{question} {', '.join(f'{key} {said}' for key, said, _ in options)}")
        from coach.core.texts import words

        known = {word: name for key, said, name in options for word in (key, said.lower(), name)}
        while True:
            try:
                typed = self.read_line().lower()
            except EOFError:
                raise KeyboardInterrupt from None
            if typed in known:
                return known[typed]
            self.say(words.shell.pick_wrong)

    @property
    def is_watched(self) -> bool:
        """Whether somebody sees what is said about the data."""
        return _is_terminal(sys.stderr)

    @property
    def is_person(self) -> bool:
        """Whether somebody sits there and answers."""
        return _is_terminal(sys.stdin)

    def read_line(self) -> str:
        """The line a person answers with; what is no text in it is shown as such. Raises at the end."""
        raw = sys.stdin.buffer.readline()
        if not raw:
            raise EOFError
        return raw.decode("utf-8", "replace").strip()

    def piped_text(self) -> bytes | None:
        """What stands on stdin; None where a person sits there."""
        if sys.stdin is None:
            return b""
        if self.is_person:
            return None
        self.taken = sys.stdin.buffer.read()
        return self.taken

    def typed_text(self) -> str:
        """Lines a person types, until ctrl+d: with protection, no editor gets to write copies of its own."""
        self.say(words.shell.says.write_then_ctrl_d_on_an)
        lines = sys.stdin.buffer.read()
        return lines.decode("utf-8", "replace").rstrip("\n")

    @property
    def width(self) -> int:
        """How many characters fit on a line."""
        if not self.is_terminal:
            return _PIPE_WIDTH
        from shutil import get_terminal_size  # 10 ms that a pipe does not need

        return max(get_terminal_size().columns, _NARROWEST)

    def dim(self, text: str) -> str:
        """Text that may stay in the background."""
        return self._styled(text, "2")

    def strong(self, text: str) -> str:
        """Text the eye should meet first."""
        return self._styled(text, "1")

    def marked(self, text: str, spans: Iterable[tuple[int, int]], prepare: Callable[[str], str] = str) -> str:
        """The text with some of it marked: by weight and line on a terminal, not at all in a pipe."""
        parts, last = [], 0
        for first, end in spans:
            parts += [prepare(text[last:first]), self._styled(prepare(text[first:end]), "1;4")]
            last = end
        return "".join(parts) + prepare(text[last:])

    def _styled(self, text: str, style: str) -> str:
        plain = not self.is_terminal or os.environ.get("TERM") == "dumb" or not text
        return text if plain else f"\x1b[{style}m{text}\x1b[0m"


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream and stream.isatty())
    except ValueError:
        return False


def folded(said: str) -> str:
    """For the width of the terminal; a pipe gets it whole, and so do columns and paths."""
    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return said
    if len(said) <= width or said[0] == " " or max(map(len, said.split())) > width:
        return said
    from coach.core.safe_text import wrapped

    return "\n".join(wrapped(said, max(width, _NARROWEST)))
