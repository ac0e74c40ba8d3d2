"""M13 to M15: the instrument. A sign a step, one key each; then eight questions, one's records beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.assessing.session import ORDER, WORDING, given_in, items, new_order, options, wording_in
from coach.beside import facts_for
from coach.content import words
from coach.days import instant
from coach.errors import UsageError
from coach.ids import new_id
from coach.records import WORDINGS
from screens.begun import begin
from screens.guided import GuidedScreen, Step
from screens.widgets.column import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.assessing.cadence import Due
    from coach.daily.drafts import Draft
    from coach.evidence import Fact
    from coach.records import AssessmentName, Wording
    from screens.app import CoachApp
    from screens.begun import Begun

FULL, FLAGGED = "assessment", "assessment-flagged"


async def assess(app: CoachApp, due: Due | None = None, draft: Draft | None = None) -> None:
    """All of it, or in mid-season what stood out; one that was left goes on where it was left."""
    coach = app.coach
    is_flagged = draft.name.startswith(FLAGGED) if draft else bool(due and due.cause == "flagged")
    begun = await begin(app, FLAGGED if is_flagged else FULL, "assessments", draft=draft)
    last = await app.background.do(coach.assessments.latest)
    only = due.signs if due and is_flagged else ()
    order = tuple(_lines(begun).get(ORDER, "").split()) or new_order(new_id(instant()), only)
    usual = last.wording if last else None
    facts = await app.background.do(lambda: facts_for(coach))
    screen = InstrumentScreen("flagged" if is_flagged else "full", order, usual, facts, begun)
    await app.push_screen_wait(screen)


def _lines(begun: Begun) -> dict[str, str]:
    fields = begun.draft.fields if begun.draft else {}
    return {name: text for name, text in fields.items() if isinstance(text, str)}


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
            _steps(self._wording_of(_lines(begun)), order, name, usual),
            begun,
            said,
        )
        self._is_diagnostic = {
            each.name for each in self._steps if each.part == words("assess", "part", "diagnostics")
        }

    def _wording_of(self, said: dict[str, str]) -> Wording:
        return wording_in(said, self._usual)

    def body(self, step: Step) -> list[Widget]:
        """A line an answer."""
        return [Column("", step.choices, self.said.get(step.name) or None, id="choice")]

    def facts(self, step: Step) -> Sequence[Fact]:
        """One's own records lie beside the questions for and against; a sign is asked on its own."""
        return self._facts(step.name) if step.name in self._is_diagnostic else ()

    def cites_here(self) -> str:
        """Any answer can rest on a record, but for whom one works with."""
        return "" if self.step.name == WORDING else self.step.name

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The wording is asked first, and can be turned from then on."""
        if action == "wording":
            return self.step.name != WORDING
        return super().check_action(action, parameters)

    def action_wording(self) -> None:
        """With a team, or alone."""
        self._take()
        now = self._wording_of(self.said)
        self.said[WORDING] = next(each for each in WORDINGS if each != now)
        self._ask_anew()

    def _ask_anew(self) -> None:
        place = self.step.name
        self._steps = _steps(self._wording_of(self.said), self._order, self._kind, self._usual)
        self.home.attempt(partial(self.go_to, place))

    async def taken(self, step: Step) -> bool:
        """The wording is that of all that follows."""
        if step.name == WORDING:
            self._steps = _steps(self._wording_of(self.said), self._order, self._kind, self._usual)
        return True

    async def finish(self) -> bool:
        """Kept, and shown."""
        given = given_in(self.said, self._wording_of(self.said), self._order)
        if not (given.answers or given.unsure or given.diagnostics):
            raise UsageError(words("assess", "answer_one"))
        found, name = self.coach.assessments, self._kind
        kept = await self.home.change(lambda: found.keep(given, name))
        from screens.assessment import AssessmentScreen  # noqa: PLC0415 - not before there is one

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
        steps.append(Step(WORDING, title, ask, about, "choice", choices=choices))
    for each in items(wording, order, is_full=name == "full"):
        is_sign = each.part == "signs"
        title = words("assess", "asked" if is_sign else "asked_then")
        about = words("assess", "keys_about" if is_sign else "diagnostic_about")
        part = words("assess", "part", each.part)
        steps.append(
            Step(each.name, title, each.text, about, "choice", choices=tuple(options(each.part)), part=part)
        )
    return steps
