"""What was prepared, and looked back on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from coach.commitments.records import Commitment
from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.service import CoachService
from coach.core.stamp import happened, made
from coach.core.texts import words
from coach.preparing.records import Preparation
from coach.preparing.situations import known, situation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coach.core.record import Source
    from coach.store.transaction import Transaction

WORDS = ("text", "settle", "people", "sentence", "cue", "act")
NEXT = "next"
WAITS = timedelta(days=6)
"""So long the questions afterwards wait."""
LATELY = timedelta(days=60)
"""So long one can look back on one unasked."""


class Preparations(CoachService):
    """One after the other."""

    def since(self, day: date) -> list[Preparation]:
        """Those that take place from a day on, the earliest first."""
        months_before = day - timedelta(days=31)  # written before it takes place
        found = [each for each in self._store.read_since(months_before, Preparation) if each.day >= day]
        return sorted(found, key=lambda each: (each.day, each.at, each.id))

    def untold(self, day: date) -> Preparation | None:
        """The one to look back on: the one that waits, or the latest that took place lately."""
        over = [each for each in self.since(day - LATELY) if not each.is_told and each.day <= day]
        return self.due(day) or (over[-1] if over else None)

    def due(self, day: date) -> Preparation | None:
        """The one to ask about, from the evening of its day on."""
        waits = (each for each in self.since(day - WAITS) if not each.is_told)
        return next((each for each in waits if self._is_over(each.day, day)), None)

    def keep(
        self,
        card: str,
        day: date,
        said: Mapping[str, str],
        of: str | None = None,
        source: Source = "app",
    ) -> Preparation:
        """Written down before it takes place."""
        parts: dict[str, Any] = {name: " ".join(said.get(name, "").split()) for name in WORDS}
        parts["cue"] = _without(words.preparing.field.cue, parts["cue"])
        if not any(parts.values()):
            raise UsageError(words.preparing.needs)
        clock = self._store.clock
        noon = clock.noon(day)
        new = Preparation(
            **made(clock), card=situation(card).id, day=day, of=of, at=noon, zone=clock.zone_of(noon),
            source=source, **parts,
        )  # fmt: skip
        with self._store.change(f"{words.preparing.undo} {quoted(self.called(new))}") as change:
            change.keep(new)
        return new

    def tell(self, kept: Preparation, said: Mapping[str, str], source: Source = "app") -> Commitment | None:
        """How it went. Prepared for a commitment it is a round of practice, too (M10): then gives it."""
        answers = {name: text.strip() for name, text in said.items() if text.strip()}
        if not answers:
            raise UsageError(words.preparing.needs)
        with self._store.change(f"{words.preparing.undo_after} {quoted(self.called(kept))}") as change:
            now = self._as_it_is(change, kept)
            self._changed(change, now.but(after=answers))
            return None if now.is_told else self._practised(change, now, answers, source)

    def called(self, kept: Preparation) -> str:
        """What it is about, or the situation."""
        card = known(kept.card)
        return kept.text or (card.title(self._coach.wording) if card else kept.card)

    def _practised(
        self, change: Transaction, kept: Preparation, answers: Mapping[str, str], source: Source
    ) -> Commitment | None:
        fields = change.get(Commitment.kind, kept.of) if kept.of else None
        if fields is None:
            return None
        from coach.ladders.records import Round  # few are about a commitment

        did = " ".join(text for name, text in answers.items() if name != NEXT)
        new = Round(
            **happened(self._store.clock), commitment=str(kept.of), plan=kept.sentence or kept.settle,
            did=" ".join(did.split()), adjust=" ".join(answers.get(NEXT, "").split()), source=source,
        )  # fmt: skip
        change.keep(new)
        return Commitment.read(str(kept.of), fields)


def _without(word: str, text: str) -> str:
    """The moment alone, where somebody wrote the If into it, too."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() == word.casefold() else text
