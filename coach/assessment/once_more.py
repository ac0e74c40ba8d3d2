"""The sign a trial was for, asked once more at its end, beside the time before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coach.assessment.answers import KEYS, NO_OCCASION, UNSURE, options
from coach.assessment.assessments import in_order
from coach.assessment.instrument import Sign, sign
from coach.assessment.records import Assessment
from coach.commitments.trial import SIGN
from coach.core.days import day_of
from coach.core.kinds import class_of
from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.fields import Field
from coach.session import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coach.assessment.records import Wording
    from coach.core.days import Clock
    from coach.store.transaction import Transaction

FIELD = "once-more"
_NEAR = 1
_ANSWERS = {value for _, value in KEYS}


class Asked(NamedTuple):
    """A sign, and what was said of it before."""

    sign: Sign
    then: int | None
    field: str
    """What its answer is called in a session."""
    about: str

    def step(self, wording: Wording, lines: Sequence[str]) -> Step:
        """One question, as it is asked in the instrument."""
        field = Field(self.field, kind="column", choices=tuple(options("signs")))
        return Step(self.field, self.sign.title, self.sign.text(wording), self.about, (field,), tuple(lines))

    def says(self, answer: str) -> str:
        """Then and now."""
        if answer not in _ANSWERS:
            return ""
        now = words.assess.often[answer]
        then = words.assess.often["open" if self.then is None else str(self.then)]
        return filled(words.assess.once_more, title=self.sign.title, then=then, now=now)


class OnceMore(NamedTuple):
    """The sign a trial was for, and one nobody tried anything for that stood as high: what moves in both
    alike is the time, not the trial."""

    asked: Asked
    beside: Asked | None
    wording: Wording

    @property
    def each(self) -> list[Asked]:
        """Both, or the one."""
        return [self.asked, *([self.beside] if self.beside else [])]

    def steps(self, lines: Sequence[str]) -> list[Step]:
        """A question each."""
        return [each.step(self.wording, lines) for each in self.each]

    def says(self, said: Mapping[str, str]) -> str:
        """Then and now of the one, and beside it of the other."""
        own = self.asked.says(said.get(self.asked.field, ""))
        other = self.beside.says(said.get(self.beside.field, "")) if self.beside else ""
        return f"{own} {filled(words.assess.once_beside, said=other)}" if own and other else own

    def put(self, change: Transaction, clock: Clock, said: Mapping[str, str], source: Any) -> None:
        """Kept as an assessment of these signs alone."""
        told = {each.sign.id: said.get(each.field, "") for each in self.each}
        told = {name: answer for name, answer in told.items() if answer in _ANSWERS}
        if not told:
            return
        new = Assessment(
            **happened(clock),
            name="flagged",
            wording=self.wording,
            order=tuple(told),
            answers={name: float(said) for name, said in told.items() if said not in {UNSURE, NO_OCCASION}},
            unsure=tuple(name for name, said in told.items() if said == UNSURE),
            no_occasion=tuple(name for name, said in told.items() if said == NO_OCCASION),
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
        one = Asked(asked, int(then.answers[name]) if then else None, FIELD, words.assess.once_more_about)
        return OnceMore(one, _beside(one, then, self._tried(then)), wording)

    def _tried(self, then: Assessment | None) -> set[str]:
        """The signs that something was tried for since."""
        if then is None:
            return set()
        day = day_of(then.at, self._ends)
        tried: Iterable[Any] = self._store.read_standing(class_of("commitments"))
        own = (each for each in tried if each.moves.startswith(SIGN) and each.starts >= day)
        return {each.moves.removeprefix(SIGN) for each in own}


def _beside(one: Asked, then: Assessment | None, tried: Iterable[str]) -> Asked | None:
    """Another sign of the same assessment that stood as high, or nearly so, and for which nothing was tried;
    of its own scale first."""
    if then is None or one.then is None:
        return None
    near = [
        (abs(value - one.then), other.scale != one.sign.scale, place, other)
        for place, other in enumerate(map(sign, then.order))
        if other and other.id not in {one.sign.id, *tried}
        and (value := then.answers.get(other.id)) is not None and abs(value - one.then) <= _NEAR
    ]  # fmt: skip
    if not near:
        return None
    found = min(near, key=lambda each: each[:3])[3]
    return Asked(found, int(then.answers[found.id]), f"{FIELD}-beside", words.assess.once_beside_about)
