"""The end of a trial as a session: its card, what made it possible, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from coach.commitments.trial import OWN, RESULTS, SIGN, ends
from coach.commitments.trial_card import card
from coach.commitments.trial_lines import card_lines
from coach.core.errors import UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.fields import Field, needed, page
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.core.record import Source
    from coach.pauses.over import Over
    from coach.store.transaction import Transaction

_NAME = 40
_OWN = "own"
_SAID = (("y", "yes"), ("p", "partly"), ("n", "no"))
_KEYS = {"k": "keep", "d": "drop", "a": "again", "c": "coin"}


class TrialSession(Session):
    """One trial at its end."""

    KIND = "gates"
    NAMED: ClassVar[str] = "trial"
    """What its draft is called, before the commitment."""

    def __init__(self, coach: Coach, commitment: Commitment) -> None:
        self.commitment = commitment
        self.over: Over | None = None
        self.card = card(coach, commitment, coach.today())
        self._lines = tuple(card_lines(self.card))
        self._sign: Any = None
        """The sign it was for, asked once more."""
        if commitment.moves.startswith(SIGN):
            self._lines += (words.trials.regression,)
            sign = commitment.moves.removeprefix(SIGN)
            self._sign = coach.asked_again.of(sign, commitment.trial_of)
        self.command = f"coach gate {short(commitment.id)} --plain"
        self.left_early = words.trials.called_off
        title = filled(words.trials.title, name=first_line(commitment.text, _NAME))
        super().__init__(coach, title, f"{self.NAMED}-{commitment.id}", {}, commitment.id)

    @property
    def _is_own(self) -> bool:
        return self.commitment.moves.startswith(OWN)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """What was seen in it, then what becomes of it."""
        del said
        name = first_line(self.commitment.text, _NAME)
        asked = words.trials
        choices = tuple((key, asked.result[each], each) for key, each in _KEYS.items())
        field = Field("result", kind="column", choices=choices, check=needed(words.commitments.gate.choose))
        own = (
            [Step(_OWN, name, self.card.subject, asked.own_about, (_own(),), self._lines)]
            if self._is_own
            else []
        )
        return [
            *(self._sign.steps(self._lines) if self._sign else []),
            *own,
            Step("possible", name, asked.possible, asked.possible_about, (page("possible"),), self._lines),
            Step("result", name, asked.becomes, asked.becomes_about, (field,), self._lines),
        ]

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept, dropped, or again."""
        result = said.get("result", "")
        if result not in RESULTS:
            raise UsageError(words.commitments.gate.choose)
        commitments, today = self.coach.commitments, self.coach.today()
        answer = said.get(_OWN, "")
        own = f"{self.card.subject}: {words.trials.own[answer]}" if answer else ""
        showed = f"{self.card.says if self.card.shows else ''} {own}".strip()
        if self._sign:
            showed = f"{showed} {self._sign.says(said)}".strip()

        def along(change: Transaction) -> None:
            if self._sign:
                self._sign.put(change, self.coach.clock, said, source)

        kept = commitments.end_trial(
            self.commitment, result, showed, said.get("possible", ""), self.over, along
        )
        day = self.coach.days.say(kept.gate if result == "keep" else ends(today))
        return Kept(filled(words.trials.done[result], day=day), kept)


def _own() -> Field:
    """The person's own question."""
    return Field(
        _OWN, kind="choice", choices=tuple((key, words.trials.own[name], name) for key, name in _SAID)
    )
