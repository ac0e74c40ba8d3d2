"""M10: practising in rounds. Written out, gone over, done, looked at, adjusted, and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.records import Commitment
from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import words
from coach.fields import Field
from coach.ladders.records import Round
from coach.store.query import where

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from coach.core.record import Source

PARTS = ("plan", "review", "did", "landed", "missing", "adjust")
_AFTER = ("did", "landed", "missing", "adjust")


def fields() -> list[Field]:
    """The lines of a round."""
    return [Field(name, words.rounds.field[name], words.rounds.about[name]) for name in PARTS]


def is_open(each: Round) -> bool:
    """Whether it is written out and not done yet."""
    return not any(getattr(each, name) for name in _AFTER)


def open_round(found: Sequence[Round]) -> Round | None:
    """The last of them, when it is planned and not done yet."""
    return found[-1] if found and is_open(found[-1]) else None


class Rounds(Service):
    """What was practised."""

    def since(self, day: date) -> list[Round]:
        """All since a day, in order."""
        return sorted(self._store.read_since(day, Round), key=lambda each: (each.at, each.id))

    def of(self, commitment: Commitment) -> list[Round]:
        """Those of a commitment, the earliest first."""
        its_own = where("commitment") == commitment.id
        found = self._store.read_since(commitment.starts, Round, its_own)
        return sorted(found, key=lambda each: (each.at, each.id))

    def keep(
        self,
        commitment: Commitment,
        parts: Mapping[str, str],
        kept: Round | None = None,
        source: Source = "app",
    ) -> Round:
        """A new round, or one that was planned and now is done. Only what is given is changed."""
        said: dict[str, Any] = {name: " ".join(text.split()) for name, text in parts.items() if name in PARTS}
        clock = self._store.clock
        what = f"{words.rounds.undo} {quoted(commitment.text)}"
        with self._store.change(what) as change:
            if change.get(Commitment.kind, commitment.id) is None:
                raise NotFoundError(words.evidence.gone)
            there = change.get(Round.kind, kept.id) if kept else None
            if kept and there:
                now = Round.read(kept.id, there).but(**said, updated=clock.now())
            else:
                now = Round(**happened(clock), commitment=commitment.id, source=source, **said)
            if not (now.plan or now.did):
                raise UsageError(words.rounds.needs)
            change.keep(now)
        return now
