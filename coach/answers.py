"""Answers by their questions, and how two states of them become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping


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
    found, both = dict(kept), list[str]()
    for name in {**left, **began}:
        mine, was, now = _said(left, name), _said(began, name), _said(kept, name)
        if name.startswith(OWN):
            found |= {name: left[name]} if name in left else {}
        elif mine == was or (not mine and now != was):
            continue
        elif now in {was, mine, ""}:
            found[name] = left.get(name, "")
        else:
            both.append(name)
            found[name] = f"{now}\n\n{mine}" if name in texts else now
    return found, both


def _said(answers: Mapping[str, str], name: str) -> str:
    return answers.get(name, "").strip()
