"""What is looked for in a text: words that all occur, one OR the other, one NOT, and the beginning of a word.

Terms are folded texts. Those that mean more than themselves are kept as such: `walk*` is a beginning, the
sign before a term says that it does not occur, and the one between two that either does.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

OR, NOT = "\x01", "\x02"
"""Signs nobody types."""
BEGINS = "*"
_LEAST = 4
"""Of a shorter word nobody can say which it was meant to be."""


def with_signs(typed: Sequence[str], folded: Sequence[str]) -> list[str]:
    """The terms, with OR and NOT where they were typed as such. An OR at an end, or two in a row, is none."""
    found: list[str] = []
    is_not = False
    for raw, term in zip(typed, folded, strict=True):
        if raw == "OR" and found and found[-1] != OR:
            found.append(OR)
        elif raw == "NOT":
            is_not = True
        elif raw == "AND":
            continue  # all of them have to hold anyway
        elif term:
            found.append(f"{NOT}{term}" if is_not else term)
            is_not = False
    while found and found[-1] == OR:
        found.pop()
    return found


def fitting(terms: Sequence[str]) -> Callable[[str], bool]:
    """Says of a folded text whether it is one of those that are meant."""
    if not any(term == OR or term.startswith(NOT) or term.endswith(BEGINS) for term in terms):
        return lambda text: all(term in text for term in terms)
    groups = _groups(terms)
    return lambda text: all(any(_holds(text, term) for term in group) for group in groups)


def anchors(terms: Sequence[str]) -> list[str]:
    """Of every text that is meant, at least one of these is a part; none where nothing is sure to be."""
    groups = [group for group in _groups(terms) if not any(term.startswith(NOT) for term in group)]
    told = [[term.removesuffix(BEGINS) or term for term in group] for group in groups]
    return max(told, key=lambda group: min(map(len, group)), default=[])


def shown(terms: Iterable[str]) -> list[str]:
    """What stands out in a text that was found."""
    meant = (term for term in terms if term != OR and not term.startswith(NOT))
    return [term.removesuffix(BEGINS) if len(term) > 1 else term for term in meant]


def near(term: str, texts: Iterable[str]) -> str:
    """The word that is met most of those one slip of the finger away; nothing where there is none."""
    if len(term) < _LEAST or not term.isalpha():
        return ""
    count = Counter(" ".join(texts).split())
    found: Counter[str] = Counter()
    for raw, often in count.items():
        if len(raw) >= len(term) - 1:
            for word in re.findall(r"\w+", raw):
                if abs(len(word) - len(term)) <= 1 and _is_near(word, term):
                    found[word] += often
    return max(found, key=lambda word: (found[word], word), default="")


def _groups(terms: Sequence[str]) -> list[list[str]]:
    """What has to hold, each with what may hold instead."""
    groups: list[list[str]] = []
    is_or = False
    for term in terms:
        if term == OR:
            is_or = True
        elif is_or and groups:
            groups[-1].append(term)
            is_or = False
        else:
            groups.append([term])
    return groups


def _holds(text: str, term: str) -> bool:
    if term.startswith(NOT):
        return not _holds(text, term.removeprefix(NOT))
    if term.endswith(BEGINS) and len(term) > 1:
        return re.search(rf"(?<!\w){re.escape(term.removesuffix(BEGINS))}", text) is not None
    return term in text


def _is_near(one: str, other: str) -> bool:
    """One letter more, less, other, or two that changed places."""
    if len(one) > len(other):
        one, other = other, one
    place = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[place:] == other[place + 1 :]
    is_other = one[place + 1 :] == other[place + 1 :]
    is_turned = (
        one[place : place + 2] == other[place : place + 2][::-1] and one[place + 2 :] == other[place + 2 :]
    )
    return is_other or is_turned
