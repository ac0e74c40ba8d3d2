"""Numbers with their nouns."""

from __future__ import annotations

import re

from coach.core.texts import filled, words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_APART = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
"""Kana and ideographs."""
_ENGLISH = "n != 1"
_STOPS = "[\u3000-\u303f\uff01-\uff0f\uff1a-\uff1f]"


def counted(count: int, noun: str) -> str:
    """`1 entry`, `1,200 entries`: a noun by its name in assets/content/shared/counting.toml."""
    return several(count, words.counting.noun.listed(noun))


def several(count: int, forms: Sequence[str]) -> str:
    """A number with the form of a noun that goes with it."""
    return filled(words.counting.count, number=number(count), noun=forms[min(_form(count), len(forms) - 1)])


def number(count: int) -> str:
    """`1,200`."""
    return f"{count:,}".replace(",", words.counting.thousands)


def of(kept: object, total: object) -> str:
    """`3 of 5`."""
    return filled(words.counting.of, kept=kept, of=total)


def _form(count: int) -> int:
    if words.counting.plural == _ENGLISH:
        return int(count != 1)
    from gettext import c2py  # it reads what gettext calls plural forms

    return int(c2py(words.counting.plural)(count))


def words_in(text: str) -> int:
    """How many words a text has; of a script that writes none apart, each sign is one."""
    apart = re.sub(_NOT_APART, " \\g<0> ", re.sub(_STOPS, " ", text))
    return len(apart.split())
