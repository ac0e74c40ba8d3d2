"""The sign a trial was for, asked once more at its end, beside the time before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.assessment.answers import KEYS, NO_OCCASION, UNSURE, options
from coach.assessment.assessments import in_order
from coach.assessment.instrument import Sign, sign
from coach.assessment.records import Assessment
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.fields import Field
from coach.session import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.assessment.records import Wording
    from coach.core.days import Clock
    from coach.store.store import Transaction

FIELD = "once-more"
_ANSWERS = {value for _, value in KEYS}


class OnceMore(NamedTuple):
    """A sign, and what was said of it before."""

    sign: Sign
    wording: Wording
    then: int | None

    @property
    def field(self) -> str:
        """What its answer is called in a session."""
        return FIELD

    def step(self, lines: Sequence[str]) -> Step:
        """One question, as it is asked in the instrument."""
        field = Field(FIELD, kind="column", choices=tuple(options("signs")))
        text = self.sign.text(self.wording)
        return Step(FIELD, self.sign.title, text, words.assess.once_more_about, (field,), tuple(lines))

    def says(self, answer: str) -> str:
        """Then and now."""
        if answer not in _ANSWERS:
            return ""
        now = words.assess.often[answer]
        then = words.assess.often["open" if self.then is None else str(self.then)]
        return filled(words.assess.once_more, title=self.sign.title, then=then, now=now)

    def put(self, change: Transaction, clock: Clock, answer: str, source: Any) -> None:
        """Kept as an assessment of this sign alone."""
        if answer not in _ANSWERS:
            return
        own = (self.sign.id,)
        new = Assessment(
            **happened(clock),
            name="flagged",
            wording=self.wording,
            order=own,
            answers={} if answer in {UNSURE, NO_OCCASION} else {self.sign.id: float(answer)},
            unsure=own if answer == UNSURE else (),
            no_occasion=own if answer == NO_OCCASION else (),
            source=source,
        )
        change.add(Assessment.kind, new.id, new.fields())


class AskedAgain(Service):
    """Signs that are asked about once more."""

    def of(self, name: str, before: str | None) -> OnceMore | None:
        """Beside the assessment its trial was begun from; without one, beside the last that answers it."""
        asked = sign(name)
        if asked is None:
            return None
        known = in_order(self._store.read_since(None, Assessment))
        begun = next((each for each in known if each.id == before), None)
        own = [each for each in known if name in each.answers]
        then = begun if begun and name in begun.answers else own[-1] if own else None
        asked_as = begun or (known[-1] if known else None)
        wording = asked_as.wording if asked_as else "team"
        return OnceMore(asked, wording, int(then.answers[name]) if then else None)
