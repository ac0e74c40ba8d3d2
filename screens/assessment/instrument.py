"""M13 to M15: the instrument. A sign a step, one key each; then eight questions, one's records beside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.assessment.instrument import sign
from coach.assessment.records import WORDINGS
from coach.assessment.session import (
    ORDER,
    WORDING,
    is_answered,
    is_stale,
    items,
    new_order,
    options,
    taken_in,
    wording_in,
)
from coach.core.texts import filled, words
from coach.reflection.question_facts import facts_for
from screens.base.draft_page import begin, offer_away
from screens.base.guided import GuidedScreen, Step
from screens.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.events import Key

    from coach.assessment.cadence import Due
    from coach.assessment.records import AssessmentName, Wording
    from coach.drafts import Draft
    from coach.facts import Fact
    from screens.app import CoachApp
    from screens.base.draft_page import Begun

FULL, FLAGGED = "assessment", "assessment-flagged"
_END = "end"


async def assess(app: CoachApp, due: Due | None = None, draft: Draft | None = None) -> None:
    """All of it, or in mid-season what stood out; one that was left goes on where it was left, as long as it
    is about the same days."""
    coach = app.coach
    is_flagged = draft.name.startswith(FLAGGED) if draft else bool(due and due.cause == "flagged")
    begun = await begin(app, FLAGGED if is_flagged else FULL, "assessments", draft=draft)
    if begun.draft and is_stale(datetime.fromisoformat(begun.draft.written), coach.clock.now()):
        if not await _begins_anew(app, begun.draft) or draft:
            return
        begun = begun._replace(draft=None)
    last = await app.background.do(coach.assessments.latest)
    order = tuple(name for name in _lines(begun).get(ORDER, "").split() if sign(name))
    if begun.draft and not order:
        await offer_away(app, begun.draft)
        return
    order = order or new_order(coach.clock.now().isoformat(), due.signs if due and is_flagged else ())
    facts = _no_facts if is_flagged else await app.background.do(lambda: facts_for(coach))
    usual = last.wording if last else None
    screen = InstrumentScreen("flagged" if is_flagged else "full", order, usual, facts, begun)
    await app.push_screen_wait(screen)


async def _begins_anew(app: CoachApp, draft: Draft) -> bool:
    """What was begun is about ten other working days; gives whether it may go."""
    day = app.coach.days.say(datetime.fromisoformat(draft.written).date())
    title = filled(words("assess", "stale"), day=day)
    return await offer_away(app, draft, title, [words("assess", "stale_about")])


def _no_facts(_: str) -> list[Fact]:
    return []


def _lines(begun: Begun) -> dict[str, str]:
    fields = begun.draft.fields if begun.draft else {}
    return {name: text for name, text in fields.items() if isinstance(text, str)}


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    await assess(app, draft=draft)


class InstrumentScreen(GuidedScreen):
    """The session. Its order is kept with what was answered."""

    PLACE = "instrument"
    CITES = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "wording", "other wording", id="wording")]

    def __init__(
        self,
        name: AssessmentName,
        order: Sequence[str],
        usual: Wording | None,
        facts: Callable[[str], list[Fact]],
        begun: Begun,
    ) -> None:
        self._kind: AssessmentName = name
        self._order = tuple(order)
        self._usual = usual
        self._facts = facts
        said = {ORDER: " ".join(order), WORDING: usual or ""}
        super().__init__(
            words("assess", "row", name),
            _steps(wording_in(_lines(begun), usual), order, name, usual),
            begun,
            said,
        )

    @property
    def _wording(self) -> Wording:
        return wording_in(self.said, self._usual)

    def _reword(self) -> None:
        """The questions in the wording that holds now."""
        self._steps = _steps(self._wording, self._order, self._kind, self._usual)

    def on_key(self, event: Key) -> None:
        """An answer can be given from the records beside it, too."""
        for column in self.query(Column):
            place = dict(column.keys()).get(event.character or "")
            if place is not None and not column.has_focus:
                event.stop()
                column.action_take(place)

    def facts(self, step: Step) -> Sequence[Fact]:
        """One's own records lie beside the questions for and against; a sign is asked on its own."""
        return self._facts(step.name) if step.part == words("assess", "part", "diagnostics") else ()

    def told(self, step: Step) -> str:
        """The keys; where records lie beside, how an answer rests on them."""
        has_records = any(each.ids for each in self.facts(step))
        return f"{step.about} {words('assess', 'records_about')}" if has_records else step.about

    def cites_here(self) -> str:
        """Any answer can rest on a record, but for whom one works with."""
        return "" if self.step.name in {WORDING, _END} else self.step.name

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The wording is asked first, and can be turned until something is answered: a record has one."""
        if action == "wording":
            return self.step.name != WORDING and not is_answered(self.said, self._order)
        return super().check_action(action, parameters)

    def action_wording(self) -> None:
        """With a team, or alone."""
        self._take()
        self.said[WORDING] = next(each for each in WORDINGS if each != self._wording)
        self._reword()
        self.home.attempt(self._ask)

    async def taken(self, step: Step) -> bool:
        """The wording is that of all that follows."""
        if step.name == WORDING:
            self._reword()
        return True

    def draft_fields(self) -> dict[str, Any] | None:
        """A wording alone is nothing that was begun."""
        return super().draft_fields() if is_answered(self.said, self._order) else None

    async def finish(self) -> bool:
        """Kept, and shown."""
        taken = taken_in(self.said, self._wording, self._order)
        found, name = self.coach.assessments, self._kind
        kept = await self.home.change(lambda: found.keep(taken, name))
        from screens.assessment.result import AssessmentScreen

        self.home.call_later(self.home.push_screen, AssessmentScreen(kept))
        return True


def _steps(wording: Wording, order: Sequence[str], name: AssessmentName, usual: Wording | None) -> list[Step]:
    steps = []
    if usual is None:
        title, ask, about = (words("assess", f"asked_of_{part}") for part in ("title", "person", "about"))
        choices = tuple(
            (words("assess", "wording", f"key_{each}"), words("assess", "wording", each), each)
            for each in WORDINGS
        )
        steps.append(Step(WORDING, title, ask, about, "column", choices=choices))
    for each in items(wording, order, is_full=name == "full"):
        is_sign = each.part == "signs"
        title = words("assess", "asked" if is_sign else "asked_then")
        about = words("assess", "keys_about" if is_sign else "diagnostic_about")
        part = words("assess", "part", each.part)
        steps.append(
            Step(each.name, title, each.text, about, "column", choices=tuple(options(each.part)), part=part)
        )
    return [*steps, Step(_END, words("assess", "end_title"), words("assess", "end"), "", "read")]
