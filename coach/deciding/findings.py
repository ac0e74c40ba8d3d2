"""What four weeks of deciding say beside the four before: which half is missing (L7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.deciding.numbers import numbers_of
from coach.deciding.telemetry import telemetry
from coach.findings import Finding, part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach
    from coach.findings import Known


def rules(coach: Coach, known: Known) -> Iterator[Finding]:
    """Asked again each month."""
    found = telemetry(coach, known.last)
    if found.chance is None:
        return
    now, before, is_lead = found.now, found.before, found.verdict == "lead"
    sides = [
        (side.changes, now.changes + before.changes) if is_lead else (side.moved, side.due)
        for side in (now, before)
    ]
    yield Finding(
        kind=f"deciding_{found.verdict}",
        about="deciding",
        subject=words.deciding.title,
        first=before.first,
        last=now.last,
        n=len(now.hours) + len(before.hours) if is_lead else now.due + before.due,
        effect=1.0 if is_lead else (now.flow or 0) - (before.flow or 0),
        chance=found.chance,
        is_clear=found.is_clear,
        numbers=numbers_of(found),
        bars=tuple(
            part(label, *side)
            for label, side in zip((words.findings.now, words.findings.before), sides, strict=True)
        ),
        ids=now.ids if is_lead else now.marks,
    )
