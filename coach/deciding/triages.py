"""L1: what was triaged, and work that was split in two with what goes from one part to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from coach.core.days import day_of
from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.deciding.records import Triage
from coach.deciding.triage import way

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from coach.app import Coach
    from coach.commitments.commitments import Commitments
    from coach.commitments.records import Commitment
    from coach.core.record import Source
    from coach.deciding.records import Height, Reversible
    from coach.pauses.over import Over
    from coach.store.store import Store
    from coach.store.transaction import Transaction


class Triages(Service):
    """Twenty seconds on anything."""

    def __init__(self, store: Store, ends: time, commitments: Callable[[], Commitments]) -> None:
        super().__init__(store, ends)
        self._commitments = commitments

    @classmethod
    def serving(cls, coach: Coach) -> Self:
        """With the commitments, two of which a split makes."""
        return cls(coach.store, coach.settings.day_ends, lambda: coach.commitments)

    def since(self, day: date) -> list[Triage]:
        """Those since a day, the latest first."""
        found = self._store.read_since(day, Triage)
        own = [each for each in found if day_of(each.at, self._ends) >= day]
        return sorted(own, key=lambda each: each.id, reverse=True)

    def keep(
        self,
        text: str,
        scales: tuple[Height, Height, Reversible],
        of: str | None = None,
        source: Source = "app",
        along: Callable[[Transaction, Triage], object] | None = None,
    ) -> Triage:
        """What was said of it."""
        line = " ".join(text.split())
        if not line:
            raise UsageError(words.deciding.error.no_text)
        ambiguity, coupling, reversible = scales
        new = Triage(
            **happened(self._store.clock),
            text=line,
            ambiguity=ambiguity,
            coupling=coupling,
            reversible=reversible,
            of=of,
            source=source,
        )
        with self._store.change(filled(words.deciding.undo.triaged, what=quoted(line))) as change:
            change.keep(new)
            if along:
                along(change, new)
        return new

    def split(
        self, triage: Triage, lead: str, manage: str, handoff: str, over: Over | None = None
    ) -> tuple[Commitment, Commitment]:
        """Two commitments of it, each with the note what goes from one to the other, both or neither."""
        with self._store.change(filled(words.deciding.undo.split, what=quoted(triage.text))) as change:
            return self.put_split(change, triage, lead, manage, handoff, over)

    def put_split(
        self,
        change: Transaction,
        triage: Triage,
        lead: str,
        manage: str,
        handoff: str,
        over: Over | None = None,
    ) -> tuple[Commitment, Commitment]:
        """Two commitments of it, as part of a larger change. Only what is both is split."""
        note = " ".join(handoff.split())
        if not note:
            raise UsageError(words.deciding.error.no_handoff, do=words.deciding.error.no_handoff_do)
        kept = self._as_it_is(change, triage)
        if (asked := way(kept.ambiguity, kept.coupling, kept.reversible)) != "split":
            named = words.deciding.way[asked, "name"]
            raise UsageError(filled(words.deciding.error.one_half, way=named))
        commitments = self._commitments()
        parts: dict[str, Any] = {"over": over, "obstacle": note}
        first = commitments.put(change, lead, **parts)
        second = commitments.put(change, manage, **parts)
        self._changed(change, kept.but(handoff=note, parts=(first.id, second.id)))
        return first, second

    def about(self, commitment: str, since: date) -> list[Triage]:
        """Those a commitment was triaged in, or came from."""
        return [each for each in self.since(since) if commitment in {each.of, *each.parts}]
