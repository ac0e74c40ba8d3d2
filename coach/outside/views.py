"""M9: what others saw, kept and laid beside one's own answers."""

from __future__ import annotations

from datetime import date
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple, cast

from coach.assessment.instrument import SCALES, diagnostics, of_scale
from coach.assessment.scoring import score
from coach.core.days import day_of
from coach.core.errors import UsageError
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import words
from coach.outside.records import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.assessment.instrument import Scale
    from coach.assessment.records import Assessment
    from coach.core.record import Given, Source
    from coach.feedback.records import Role
    from coach.outside.form import Filled


class Seen(NamedTuple):
    """A scale from outside."""

    scale: Scale
    n: int
    outside: float
    own: float | None


class Views(Service):
    """Forms that came back."""

    def since(self, day: date) -> list[View]:
        """Those since a day, the earliest first."""
        found = [each for each in self._store.read_since(day, View) if day_of(each.at, self._ends) >= day]
        return sorted(found, key=lambda each: (each.at, each.id))

    def keep(self, filled: Filled, source: Source = "import", *, again: bool = False) -> View:
        """One of them."""
        role = cast("Role", filled.role)
        judged = cast("dict[str, Given]", filled.diagnostics)
        known = ((each.role, each.signs, each.diagnostics, each.answers) for each in self.since(date.min))
        if not again and (role, filled.signs, judged, filled.answers) in known:
            raise UsageError(words.outside.twice, do=words.outside.twice_do)
        new = View(
            **happened(self._store.clock), role=role, signs=filled.signs, diagnostics=judged,
            answers=filled.answers, source=source,
        )  # fmt: skip
        with self._store.change(f"{words.outside.undo} {words.feedback.role[role]}") as change:
            change.keep(new)
        return new


def seen(found: Sequence[View], own: Assessment | None) -> list[Seen]:
    """Both scales, each as its own answers and as those of others give it."""
    told = []
    for scale in SCALES:
        names = of_scale(scale)
        outside = [each for view in found if (each := score(view.signs, names)) is not None]
        if outside:
            mine = score(own.answers, names) if own else None
            told.append(Seen(scale, len(outside), fmean(outside), mine))
    return told


def judged(found: Sequence[View]) -> dict[str, list[Given]]:
    """What others said to each of the eight, by its name."""
    told: dict[str, list[Given]] = {}
    for each in diagnostics():
        if said := [view.diagnostics[each.id] for view in found if each.id in view.diagnostics]:
            told[each.id] = said
    return told
