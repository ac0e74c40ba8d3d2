"""One record as one line of JSON, fit for files, pipes and terminals alike."""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

CONTRACT = 1
"""The number of what `--json` says: a field that goes, or means something else, makes it one more."""

# Left as they are these would split a line, hide in it, steer a terminal or refuse to be encoded:
# DEL and C1, line and paragraph separators, bidi marks, lone surrogates.
# Compiled on first use: most texts have none of them.
_AWKWARD = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"

_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def one_line(value: Any) -> str:
    """The value as JSON on one line, readable where that is safe and escaped where it is not."""
    text = _encode(value)
    return text if text.isprintable() else re.sub(_AWKWARD, _escape, text)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
