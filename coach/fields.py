"""A field, declared once: a line of a page, a question of a session, an option of a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping  # noqa: TC003 - a named tuple's fields are read
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from coach.core.errors import CoachError, UsageError
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Field(NamedTuple):
    """What is asked for under one name."""

    name: str
    label: str = ""
    about: str = ""
    hint: str = ""
    kind: Literal["line", "page", "choice", "column"] = "line"
    choices: tuple[tuple[str, str, Any], ...] = ()
    """The keys that take it, words and value, where one of a few is chosen."""
    read: Callable[[str], str] | None = None
    """Says how a line is understood, as it is typed."""
    check: Callable[[str], object] | None = None
    """Refuses what cannot be taken."""
    option: str = ""
    """What its option is called in the shell, if not as it is."""
    metavar: str = "TEXT"
    asked: str = ""
    """The question it answers, for the help of its option."""
    is_below: bool = False
    """Whether its question stands above it, over the whole width."""
    wanted: Callable[[Mapping[str, Any]], bool] | None = None
    """Whether it is asked for, once those before it were answered; without it, always."""

    def is_wanted(self, said: Mapping[str, Any]) -> bool:
        """Whether it is asked for now."""
        return self.wanted is None or self.wanted(said)

    @property
    def is_chosen(self) -> bool:
        """Whether it is one of a few, and no text."""
        return bool(self.choices)

    def wrong(self) -> str:
        """What is said where none of them was meant."""
        return filled(words.shell.choose_wrong, keys=", ".join(keys[0] for keys, _, _ in self.choices))

    def meant(self, typed: str) -> Any:
        """What was chosen in a plain line: by a key, the words or the name of it."""
        known = {
            word.lower(): value for keys, said, value in self.choices for word in (*keys, said, str(value))
        }
        return known.get(" ".join(typed.lower().split()))


def page(name: str) -> Field:
    """Room for a text."""
    return Field(name, kind="page")


def after(name: str) -> Callable[[Mapping[str, Any]], bool]:
    """Wanted when another one was answered."""
    return lambda said: bool((said.get(name) or "").strip())


def checked(fields: Iterable[Field], said: Mapping[str, Any]) -> None:
    """Refuses the first that is asked for and cannot be taken."""
    if found := refused(fields, said):
        raise found[1]


def refused(fields: Iterable[Field], said: Mapping[str, Any]) -> tuple[Field, CoachError] | None:
    """The first that cannot be taken, and why."""
    for each in fields:
        if each.check and each.is_wanted(said):
            try:
                each.check(said.get(each.name) or "")
            except CoachError as error:
                return each, error
    return None


def needed(sentence: str) -> Callable[[str], None]:
    """A check that refuses nothing said."""

    def check(typed: str) -> None:
        if not typed.strip():
            raise UsageError(sentence)

    return check
