"""Answers by their questions, and how two states of them become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

T = TypeVar("T")

OWN = "~"
"""What a session remembers for itself begins so, among the answers in its lines."""
FIRST, CITES, SEEN, SPENT = f"{OWN}first-", f"{OWN}cites-", f"{OWN}seen", f"{OWN}spent-"
"""The first thought, what an answer rests on, where the records lie already, how long it took."""


def merged(now: Mapping[str, str], began: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    """What was kept, with what became different since `began`: the rest may have come in the meantime."""
    changed = {name for name in {*now, *began} if _said(now, name) != _said(began, name)}
    found = {name: text for name, text in kept.items() if name not in changed}
    return found | {name: text for name in now if name in changed and (text := _said(now, name))}


def laid_over(
    left: Mapping[str, str], began: Mapping[str, str], kept: Mapping[str, str], texts: Container[str]
) -> tuple[dict[str, str], list[str]]:
    """A draft over what was kept since it was begun. What only one of them changed is taken. Where both did,
    both texts stand, the kept one first; of what is chosen and no text, the kept one counts. Gives
    their names, too."""
    names = [name for name in {**left, **began} if not name.startswith(OWN)]
    mine, was, now = ({name: _said(each, name) for name in names} for each in (left, began, kept))
    free, other = parted(mine, was, now)
    found = dict(kept) | {name: text for name, text in left.items() if name.startswith(OWN)}
    found |= {name: left.get(name, "") for name in free}
    found |= {name: left[name] for name, text in other.items() if text and not now[name]}
    both = [name for name, text in other.items() if text and now[name]]
    found |= {name: f"{now[name]}\n\n{mine[name]}" for name in both if name in texts}
    return found, both


def parted(
    left: Mapping[str, T], began: Mapping[str, T], kept: Mapping[str, T]
) -> tuple[dict[str, T], dict[str, T]]:
    """What a draft changed since it was begun: what can be taken, and what was kept otherwise since."""
    mine = {name: value for name, value in left.items() if value != began[name]}
    other = {name: value for name, value in mine.items() if kept[name] not in (began[name], value)}
    return {name: value for name, value in mine.items() if name not in other}, other


def _said(answers: Mapping[str, str], name: str) -> str:
    return answers.get(name, "").strip()
