"""M13 to M15 as a session: a sign a step, then eight questions with one's records beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.asking_on import MORE, Second, ask_on, is_more, with_more
from coach.assessment.against import against_answer
from coach.assessment.answers import (
    ORDER,
    WORDING,
    is_answered,
    items,
    new_order,
    options,
    taken_in,
    understood,
    wording_in,
)
from coach.assessment.instrument import sign
from coach.assessment.records import WORDINGS
from coach.core.texts import words
from coach.fields import Field
from coach.reflection.question_facts import facts_for
from coach.session import Kept, Session, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping, Sequence

    from coach.app import Coach
    from coach.assessment.records import AssessmentName, Wording
    from coach.core.record import Source
    from coach.facts import Fact

FULL, FLAGGED = "assessment", "assessment-flagged"
"""What its draft is called."""
_END = "end"


class InstrumentSession(Session):
    """All of it, or what stood out, in an order of its own that is kept with the answers."""

    KIND = "assessments"
    CITES = True
    IS_TIMED = True
    IS_SHOWN = True
    command = "coach assess --plain"

    def __init__(
        self,
        coach: Coach,
        order: Sequence[str] = (),
        only: Sequence[str] = (),
        wording: Wording | None = None,
        *,
        is_flagged: bool = False,
    ) -> None:
        """`order`: that in which it was begun. `only`: what is asked again in mid-season."""
        self.name: AssessmentName = "flagged" if is_flagged else "full"
        self.order = tuple(order) or new_order(coach.clock.now().isoformat(), only)
        last = coach.assessments.latest()
        self._usual = wording or (last.wording if last else None)
        self._beside: Callable[[str], list[Fact]] | None = None if is_flagged else facts_for(coach)
        self.left_early = words.assess.plain_left
        was = {ORDER: " ".join(self.order), WORDING: self._usual or ""}
        super().__init__(coach, words.assess.row[self.name], FLAGGED if is_flagged else FULL, was)

    def steps(self, said: Mapping[str, str]) -> Sequence[Step]:
        """The wording comes first, the first time."""
        steps = []
        if self._usual is None:
            title, ask, about = (words.assess[f"asked_of_{part}"] for part in ("title", "person", "about"))
            choices = tuple(
                (words.assess.wording[f"key_{each}"], words.assess.wording[each], each) for each in WORDINGS
            )
            steps.append(Step(WORDING, title, ask, about, (Field(WORDING, kind="column", choices=choices),)))
        wording = wording_in(said, self._usual)
        for each in items(wording, self.order, is_full=self.name == "full"):
            is_sign = each.part == "signs"
            title = words.assess["asked" if is_sign else "asked_then"]
            about = words.assess["keys_about" if is_sign else "diagnostic_about"]
            field = Field(each.name, kind="column", choices=tuple(options(each.part)))
            part = words.assess.part[each.part]
            steps.append(Step(each.name, title, each.text, about, (field,), part=part))
        return [*with_more(steps, said), Step(_END, words.assess.end_title, words.assess.end)]

    def facts(self, step: Step, said: Mapping[str, str]) -> Sequence[Fact]:
        """One's own records lie beside the questions for and against; a sign is asked on its own."""
        del said
        is_asked = step.part == words.assess.part.diagnostics
        return self._beside(step.name.removesuffix(MORE)) if self._beside and is_asked else ()

    def taken(self, step: Step, said: MutableMapping[str, str]) -> bool:
        """Where the records of the same days say otherwise, it is asked what one makes of that."""
        if step.part == words.assess.part.diagnostics and not is_more(step.name):
            told = against_answer(self.coach, step.name, said.get(step.name, ""), self.coach.today())
            ask_on(said, step.name, [Second(step.name, told)] if told else [])
        return True

    def told(self, step: Step, said: Mapping[str, str]) -> str:
        """The keys; where records lie beside, how an answer rests on them."""
        has_records = not is_more(step.name) and any(each.ids for each in self.facts(step, said))
        return f"{step.about} {words.assess.records_about}" if has_records else step.about

    def how(self) -> str:
        """It is kept only as a whole."""
        return words.assess.plain_how

    def part(self, step: Step) -> str:
        """What of, and of which days."""
        return step.title

    def cited_for(self, step: Step) -> str:
        """Any answer can rest on a record, but for whom one works with."""
        return "" if step.name in {WORDING, _END} or is_more(step.name) else step.name

    def read(self, field: Field, typed: str) -> str | None:
        """A count however large is a step, too."""
        if field.name == WORDING:
            return super().read(field, typed)
        return understood("signs" if sign(field.name) else "diagnostics", typed)

    def is_begun(self, said: Mapping[str, str]) -> bool:
        """A wording alone is nothing that was begun."""
        return is_answered(said, self.order)

    def turn_wording(self, said: Mapping[str, str]) -> str:
        """The other wording: with a team, or alone."""
        return next(each for each in WORDINGS if each != wording_in(said, self._usual))

    def keep(self, said: Mapping[str, str], source: Source) -> Kept:
        """Kept with its order."""
        taken = taken_in(said, wording_in(said, self._usual), self.order)
        kept = self.coach.assessments.keep(taken, self.name, source)
        return Kept("", kept)
