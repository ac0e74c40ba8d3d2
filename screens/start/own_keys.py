"""The person's own choice of keys, from the settings: what can hold, and what is wrong with the rest."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import _normalize_key_list  # `?` is question_mark; Textual offers no public way

import screens
from coach.core.texts import filled, words
from screens.base.place import Looking
from screens.keys import EVERYWHERE
from screens.widgets.board import Board
from screens.widgets.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.binding import BindingType


def usable(
    chosen: Mapping[str, str], scopes: Iterable[tuple[str, Iterable[BindingType]]]
) -> tuple[dict[str, str], list[str]]:
    """The person's keys that can hold, and in words what is wrong with the others.

    A scope is a place with its keys; those of the first scope hold in all of them. A key that would mean
    two things keeps its default, and nothing is lost silently.
    """
    (_, everywhere), *places = ((name, [_as_binding(each) for each in keys]) for name, keys in scopes)
    known = {each.id for keys in (everywhere, *(keys for _, keys in places)) for each in keys if each.id}
    wrong = [
        filled(words.screens.says.there_is_no_key_called, name=name) for name in chosen if name not in known
    ]
    kept = {name: _normalize_key_list(keys) for name, keys in chosen.items() if name in known}
    for name, keys in kept.copy().items():
        if not keys:
            wrong.append(filled(words.screens.says.needs_a_key, name=name))
            del kept[name]
    for scope in [everywhere, *(everywhere + keys for _, keys in places)]:
        while clash := _clash(scope, kept):
            key, one, other = clash
            wrong.append(filled(words.screens.says.cannot_be_both_and, key=key, one=one, other=other))
            for name in (one, other):
                kept.pop(name, None)
    return kept, list(dict.fromkeys(wrong))


def _clash(scope: list[Binding], kept: dict[str, str]) -> tuple[str, str, str] | None:
    """A key that a chosen one shares with another."""
    seen: dict[str, str] = {}
    for each in scope:
        name = each.id or each.description or each.action
        for key in kept.get(name, each.key).split(","):
            other = seen.setdefault(key, name)
            if other != name and (name in kept or other in kept):
                return key, other, name
    return None


def _as_binding(each: BindingType) -> Binding:
    return each if isinstance(each, Binding) else Binding(*each)


def scopes() -> list[tuple[str, list[BindingType]]]:
    """Every page with its keys; those that hold everywhere first."""
    pages = sorted((page for page in _pages() if vars(page).get("PLACE")), key=lambda page: page.PLACE)
    return [("everywhere", EVERYWHERE), *((page.PLACE, _keys_of(page)) for page in pages)]


def _pages() -> Iterator[type[Looking]]:
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Looking) and each.__module__ == module.name:
                yield each


def _keys_of(page: type[Looking]) -> list[BindingType]:
    """The keys of a page, with those it shares with others and those of its list."""
    ours = (each for each in page.__mro__ if each.__module__.startswith(screens.__name__))
    own = [key for each in ours for key in each.__dict__.get("BINDINGS", ())]
    return [*Drawn.BINDINGS, *Board.BINDINGS, *own] if page.HAS_LIST else own
