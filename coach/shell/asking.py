"""Answers in plain lines: what was said before is offered again, and what cannot be kept is a draft."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from coach.answers import OWN, SPENT, laid_over
from coach.core.days import instant
from coach.core.errors import CoachError, UsageError
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from coach.fields import Field
    from coach.shell.shell import Shell

T = TypeVar("T")
CLEARS = "-"
_WIDTH = 60


class Asking:
    """A session in a terminal of any kind."""

    def __init__(
        self,
        shell: Shell,
        name: str,
        command: str,
        kind: str = "reflections",
        *,
        of: str = "",
        whole: str = "",
    ) -> None:
        self.shell = shell
        self.coach = shell.coach()
        self.said: dict[str, str] = {}
        self._command = command
        self._kind = kind
        self._of = of
        """The id of the record it is about."""
        self._whole = whole
        """What is said where it is left half way, when it is kept only after every question."""
        self._began: Mapping[str, str] = {}
        self.is_new = False
        """Whether the last answer was typed, and not left as it was."""
        self._is_heard = False
        """Whether anybody answered, if only with enter: what was left is not kept by being looked at."""
        self._name, self.draft = self.coach.drafts.take_up(name)
        if self.draft:
            fields = self.draft.fields.items()
            self.said = {name: text for name, text in fields if isinstance(text, str)}
            self.said = {name: text for name, text in self.said.items() if name not in {"of", "at"}}

    def take_up(self, kept: Mapping[str, str], texts: Container[str]) -> None:
        """What was left, over what was kept since; without anything left, what was kept."""
        if self.draft is None:
            self.said = dict(kept)
            return
        self.said, both = laid_over(self.said, self._was() or kept, kept, texts)
        if both:
            self.shell.say(words.leaving.both)

    def _was(self) -> Mapping[str, str]:
        """What was said when the draft that is taken up was begun."""
        was = self.draft.fields.get("was") if self.draft else None
        return was if isinstance(was, dict) else {}

    def hold(self, ask_all: Callable[[], None], keep: Callable[[], T], began: Mapping[str, str]) -> T:
        """Asks, and keeps what was said. Each answer is on the disk before the next is asked for: a terminal
        that is closed, or a kill, takes at most what is being typed."""
        self._began = began
        try:
            ask_all()
        except EOFError:
            self.shell.say("")
            if self.draft and not self._is_heard:
                raise self._kept_as_draft(CoachError("stopped"), began) from None
            if self._whole or self.shell.is_person:
                said = self._whole or words.shell.left_early
                raise self._kept_as_draft(CoachError(said), began) from None
        except KeyboardInterrupt:
            raise self._kept_as_draft(CoachError("stopped"), began) from None
        try:
            kept = keep()
        except CoachError as error:
            raise self._kept_as_draft(error, began) from error
        self.coach.drafts.discard(self._name)
        return kept

    def ask(self, name: str, question: str, check: Callable[[str], object] | None = None) -> str:
        """What stands there in the end; asked until it can be taken."""
        before = self.said.get(name, "")
        while True:
            kept = f"  {filled(words.shell.says.now, now=first_line(before, _WIDTH))}" if before else ""
            self.shell.say(safe_text(f"{question}{kept}"))
            typed = self._line()
            said = before if not typed else "" if typed == CLEARS else typed
            try:
                if check:
                    check(said)
            except UsageError as error:
                self.shell.say(safe_text(str(error)))
            else:
                return self._take(name, said, is_new=bool(typed))

    def choose(
        self,
        field: Field,
        question: str,
        read: Callable[[str], str | None],
        *,
        is_timed: bool = False,
    ) -> str:
        """One of a few: what cannot be read is asked again, what was chosen before is offered again."""
        name, said = field.name, {value: said for _, said, value in field.choices}
        now, since = self.said.get(name, ""), instant()
        while True:
            before = f"  {filled(words.shell.says.now, now=said.get(now, now))}" if now else ""
            self.shell.say(safe_text(f"{question}{before}"))
            typed = self._line()
            answer = now if not typed else "" if typed == CLEARS else read(typed)
            if answer is not None:
                break
            self.shell.say(field.wrong())
        if is_timed and typed and self.shell.is_person:
            took = float(self.said.get(f"{SPENT}{name}") or 0) + (instant() - since) / 1e9
            self.said[f"{SPENT}{name}"] = f"{took:.1f}"
        return self._take(name, answer, is_new=bool(typed))

    def _take(self, name: str, said: str, *, is_new: bool) -> str:
        self.said[name] = said
        self.is_new = is_new
        if is_new:
            self._set_aside()
        return said

    def _line(self) -> str:
        line = self.shell.read_line()
        self._is_heard = True
        return line

    def _set_aside(self) -> None:
        with suppress(CoachError):  # a disk that refuses is told at the end, with the answers
            self._keep_draft(self._began)

    def _keep_draft(self, began: Mapping[str, str]) -> None:
        now = self.shell.clock.now().isoformat(timespec="milliseconds")
        of = {"of": self._of} if self._of else {}
        fields = {**self.said, **of, "was": dict(began)}
        self.coach.drafts.keep_fields(Draft(self._name, self._kind, now, fields))

    def _kept_as_draft(self, error: CoachError, began: Mapping[str, str]) -> CoachError:
        said = {name: text for name, text in self.said.items() if name[0] != OWN and text}
        was = {name: text for name, text in began.items() if text}
        if not said or said == was:
            return error  # nothing is begun by looking
        try:
            self._keep_draft(began)
        except CoachError:
            return given_back(self.shell, error, said)
        return kept_aside(error, self._command)


def kept_aside(error: CoachError, command: str) -> CoachError:
    """What went wrong, and that the answers are on the disk."""
    return _with_kept(error, words.shell.answers_kept, filled(words.shell.takes_up, command=command))


def given_back(shell: Shell, error: CoachError, said: Mapping[str, object]) -> CoachError:
    """What went wrong, with the answers on stdout, where the person can still get at them."""
    for name, text in said.items():
        shell.out(safe_text(f"{name}: {text}"))
    return _with_kept(error, words.shell.answers_back, error.do)


def _with_kept(error: CoachError, kept: str, do: str) -> CoachError:
    error.kept, error.do = kept, do
    return error
