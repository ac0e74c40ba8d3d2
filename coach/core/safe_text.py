"""The one place that makes foreign text fit for a terminal: what could steer it becomes a visible sign."""

from __future__ import annotations

import re

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_OF_ONE_CELL = (
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u2199"
    "\u2500-\u25fc\u2800-\u28ff]*"
)
"""Signs of European scripts, and those that pictures are drawn with."""
_SIGNS_A_CELL = 8
"""A family in one picture is seven signs in two cells."""
_VIRAMA = "[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u200d]"
"""Joins the sign before it with the one after it."""
_FLAG = "[\U0001f1e6-\U0001f1ff]"
"""Two letters of these are a flag."""
_DEL = 0x7F
_PICTURES = 0x2400
_SPACE = 0x20
_NAMED = 40


def safe_text(text: str) -> str:
    """The text on one line, every control sign shown instead of obeyed."""
    return text if text.isprintable() else re.sub(_UNSAFE, _shown, text)


def safe_lines(text: str) -> list[str]:
    """The text line by line as its writer broke it, every other control sign shown instead of obeyed."""
    plain = text.replace("\r\n", "\n").expandtabs(4)
    return [safe_text(line) for line in plain.split("\n")]


def first_line(text: str, width: int) -> str:
    """The beginning of a text on one line of at most `width` cells of a terminal."""
    if width <= 0:
        return ""
    line = safe_text(" ".join(text[: width * _SIGNS_A_CELL].split()))
    if len(text) <= width * _SIGNS_A_CELL and cells(line) <= width:
        return line
    return cut(line, width - 1).rstrip() + "…"


def padded(text: str, width: int) -> str:
    """One line in a column so wide, with some air behind it, whatever its signs take on the screen."""
    shown = first_line(text, width - 1)
    return shown + " " * (width - cells(shown))


def quoted(text: str) -> str:
    """The beginning of a text in quotes, as undo and what is refused name it."""
    return f"“{first_line(text, _NAMED)}”"


def cut(text: str, width: int) -> str:
    """As much of a safe text as fits into so many cells. Looks at no more of it than could."""
    width = max(width, 0)
    text = text[: width * _SIGNS_A_CELL]
    if text.isascii():
        return text[:width]
    if cells(text) <= width:
        return text
    from rich.cells import split_graphemes

    fits = used = 0
    for _, end, wide in split_graphemes(text)[0]:
        if used + wide > width:
            break
        fits, used = end, used + wide
    while fits and _is_joined(text, fits):
        fits -= 1
    return text[:fits]


def _is_joined(text: str, place: int) -> bool:
    """Whether what stands before a place and what follows are one picture: a flag, a conjunct."""
    if re.match(_VIRAMA, text[place - 1]):
        return True
    flags = re.search(f"{_FLAG}*$", text[:place])
    return bool(flags and len(flags[0]) % 2 and re.match(_FLAG, text[place : place + 1]))


def wrapped(text: str, width: int) -> list[str]:
    """A text as lines of at most so many cells, broken between words where that is possible."""
    lines: list[str] = []
    for line in safe_lines(text):
        rest = line
        while True:
            piece = cut(rest, width)
            if len(piece) == len(rest):
                lines.append(rest)
                break
            place = piece.rfind(" ") if rest[len(piece)] != " " else len(piece)
            end = place if place > 0 else max(len(piece), 1)
            lines.append(rest[:end].rstrip())
            rest = rest[end:].lstrip(" ")
    return lines


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: wide signs take two, marks on others none."""
    if text.isascii() or is_of_one_cell(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def is_of_one_cell(text: str) -> bool:
    """Whether every terminal gives each of its signs one cell."""
    return re.fullmatch(_OF_ONE_CELL, text) is not None


class Mask:
    """For editing: every control sign stands as one private sign of one cell, and comes back unchanged.

    A text that uses the first private plane itself is masked with the second.
    """

    def __init__(self, text: str) -> None:
        self._plane = _PLANES[1] if re.search(_FIRST_PLANE, text) else _PLANES[0]
        self.is_needed = bool(re.search(_UNEDITABLE, text))

    def put_on(self, text: str) -> str:
        """The text as it can be edited."""
        covered = re.sub(_UNEDITABLE, lambda found: chr(self._plane + _folded(ord(found[0]))), text)
        self.is_needed |= covered is not text and covered != text
        return covered

    def take_off(self, text: str) -> str:
        """The text as it was written."""
        if not self.is_needed:
            return text
        private = f"[{chr(self._plane)}-{chr(self._plane + 0xFFFF)}]"
        return re.sub(private, lambda found: _unmasked(found[0], self._plane), text)

    def sign(self, text: str) -> str:
        """A masked text as it is shown: as long as it is, sign for sign."""
        private = f"[{chr(self._plane)}-{chr(self._plane + 0xFFFF)}]"
        return re.sub(private, lambda found: _sign(ord(found[0]) - self._plane), text)


_PLANES = (0xF0000, 0x100000)
_FIRST_PLANE = "[\U000f0000-\U000fffff]"
_UNEDITABLE = _UNSAFE.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f")
_TAGS, _TAGS_FOLDED = 0xE0000, 0xFF00


def _folded(code: int) -> int:
    """A code below 65,536: the invisible tags of the last plane are folded into a place nothing else has."""
    return code - _TAGS + _TAGS_FOLDED if code >= _TAGS else code


def _unmasked(sign: str, plane: int) -> str:
    code = ord(sign) - plane
    tag = code - _TAGS_FOLDED + _TAGS
    original = chr(tag) if _TAGS_FOLDED <= code <= _TAGS_FOLDED + 0x7F else chr(code)
    return original if re.fullmatch(_UNEDITABLE, original) else sign


def _sign(code: int) -> str:
    if code < _SPACE:
        return chr(_PICTURES + code)
    return "\u2421" if code == _DEL else "\ufffd"


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _SPACE:
        return chr(_PICTURES + code)
    return "\u2421" if code == _DEL else f"<{code:04X}>"
