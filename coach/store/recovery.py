"""The code on a recovery sheet: what opens the data when the passphrase is forgotten."""

from __future__ import annotations

import os
import re

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no letter that could be read as another sign."""
_LOOK_ALIKE = str.maketrans("OILU", "011V")
_GROUPS, _LENGTH = 8, 4
_BITS = 5
_KEPT = _GROUPS * _LENGTH - 1


def new_code() -> str:
    """Eight groups of four, made by chance: 155 bits and a sign that checks the others."""
    number = int.from_bytes(os.urandom(20)) >> 5
    signs = "".join(_LETTERS[number >> _BITS * place & 31] for place in range(_KEPT))
    signs += _check(signs)
    return "-".join(signs[first : first + _LENGTH] for first in range(0, len(signs), _LENGTH))


def is_code(typed: str) -> bool:
    """Whether this is a recovery code, and not a passphrase. A slip of a sign is noticed."""
    signs = _signs(typed)
    return re.fullmatch(f"[{_LETTERS}]{{{_KEPT + 1}}}", signs) is not None and _check(signs[:-1]) == signs[-1]


def secret_of(code: str) -> bytes:
    """What is stretched: the signs alone, however they were typed."""
    return _signs(code).encode()


def bytes_of(passphrase: str) -> bytes:
    """A passphrase as it is stretched: the same from every keyboard."""
    from unicodedata import normalize

    return normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _signs(typed: str) -> str:
    return re.sub(r"[\s-]", "", typed).upper().translate(_LOOK_ALIKE)


def _check(signs: str) -> str:
    """Another sign for every single slip, and for most swaps of two."""
    return _LETTERS[sum((place * 2 + 1) * _LETTERS.index(sign) for place, sign in enumerate(signs)) % 32]
