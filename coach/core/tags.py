"""Tags as they are kept."""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Sequence


def clean_tags(tags: Sequence[str]) -> list[str]:
    """Tags without `#`, in the order given, each once whatever its case, also when they were given as a,b."""
    parts = (part.strip().lstrip("#").strip() for tag in tags for part in tag.replace(" #", ",").split(","))
    found: dict[str, str] = {}
    for part in parts:
        found.setdefault(part.casefold(), part)
    return [tag for tag in found.values() if tag]


def clean_tag(typed: str) -> str:
    """One tag as it is kept, or nothing."""
    return " ".join(" ".join(clean_tags([typed])).split())
