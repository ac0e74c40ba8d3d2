"""The one place that makes foreign text fit for a terminal: what could steer it becomes a visible sign."""

from __future__ import annotations

import re

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_DEL = 0x7F
_PICTURES = 0x2400
_SPACE = 0x20


def safe_text(text: str) -> str:
    """The text on one line, every control sign shown instead of obeyed."""
    return text if text.isprintable() else re.sub(_UNSAFE, _shown, text)


def safe_lines(text: str) -> list[str]:
    """The text line by line as its writer broke it, every other control sign shown instead of obeyed."""
    plain = text.replace("\r\n", "\n").expandtabs(4)
    return [safe_text(line) for line in plain.split("\n")]


def first_line(text: str, width: int) -> str:
    """The beginning of a text on one line of at most `width` cells of a terminal."""
    line = safe_text(" ".join(text[: width * 4].split()))
    if cells(line) <= width and len(text) <= width * 4:
        return line
    line = line[: max(width - 1, 0)]
    while cells(line) > width - 1:
        line = line[:-1]
    return line.rstrip() + "…"


def cells(text: str) -> int:
    """How many cells of a terminal a text takes: wide signs take two, marks on others none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - plain texts do without

    return sum(
        0 if category(each) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(each) in "WF" else 1
        for each in text
    )


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _SPACE:
        return chr(_PICTURES + code)
    return "\u2421" if code == _DEL else f"<{code:04X}>"
