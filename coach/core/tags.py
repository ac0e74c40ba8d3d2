"""Tags as they are kept."""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Sequence


def clean_tags(tags: Sequence[str]) -> list[str]:
    """Tags without `#`, in the order given, each once, also when they were given as a,b."""
    parts = (part.strip().lstrip("#").strip() for tag in tags for part in tag.replace(" #", ",").split(","))
    return list(dict.fromkeys(part for part in parts if part))


def clean_tag(typed: str) -> str:
    """One tag as it is kept, or nothing."""
    return " ".join(" ".join(clean_tags([typed])).split())
