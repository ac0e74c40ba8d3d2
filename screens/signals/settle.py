"""S4: the parked signals, answered one by one or all about the same by one word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.core.counting import counted
from coach.core.errors import UsageError
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.signals.records import SETTLED
from screens.base.guided import GuidedScreen, Step
from screens.widgets.choice import Choice
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.signals.records import Signal
    from screens.app import CoachApp
    from screens.base.draft_page import Begun

_KEYS = {"change": "c", "test": "t", "keep": "k", "drop": "l"}
_LABEL = 16
_LONGEST = 300


class SignalsScreen(GuidedScreen):
    """A signal a step. Its answer is on the disk before the next one comes."""

    PLACE = "signals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "group", "the same for all of these", id="settle-group", show=False)
    ]

    def __init__(self, waiting: Sequence[Signal], begun: Begun, app: CoachApp) -> None:
        days = app.coach.days
        self._waiting = {each.id: each for each in waiting}
        self._settled: set[str] = set()
        steps = [
            Step(
                each.id,
                filled(words("reassessment", "signals", "title"), day=days.say(days.about(each))),
                first_line(each.text, _LONGEST),
                words("reassessment", "signals", "about"),
                "lines",
                part=words("signals", "about_kind", each.about) if each.about else "",
            )
            for each in waiting
        ]
        super().__init__(words("reassessment", "step", "signals"), steps, begun)

    def body(self, step: Step) -> list[Widget]:
        """What it leads to, and a word why."""
        options = [(_KEYS[name], words("reassessment", "settled", name), name) for name in SETTLED]
        why = words("reassessment", "signals", "because")
        return [
            Choice("", options, self.said.get(step.name), id="choice", label_width=2),
            self.line(f"because-{step.name}", why, _LABEL),
        ]

    def choice_taken(self) -> None:
        """Chosen by its key: on, unless a word is wanted."""
        self._take()
        if self.said.get(self.step.name) in {"keep", "drop"} and not self._why():
            self.query_one(Line).focus()
        else:
            self.action_next()

    def lines_beside(self, step: Step) -> Sequence[str]:
        """The others about the same."""
        others = self._alike(self._waiting[step.name])
        if not others:
            return ()
        lead = filled(words("reassessment", "signals", "group"), count=counted(len(others), "signal"))
        return (lead, "", *(f"· {each.text}" for each in others))

    def check(self, step: Step) -> None:
        """An answer is one of the four."""
        if not self.said.get(step.name):
            raise UsageError(words("reassessment", "signals", "choose"))

    async def taken(self, step: Step) -> bool:
        """It is answered."""
        await self._settle([self._waiting[step.name]])
        return True

    def action_group(self) -> None:
        """All that are left of the same kind, by one word."""
        self.home.attempt(self._group)

    async def finish(self) -> bool:
        """All of them have their answer, or it is said how many wait."""
        waiting = len(set(self._waiting) - self._settled)
        said = filled(words("reassessment", "signals", "told_left"), count=counted(waiting, "signal"))
        self.home.tell(said if waiting else words("reassessment", "signals", "told"))
        return True

    async def _group(self) -> None:
        self._take()
        self.check(self.step)
        here = self._waiting[self.step.name]
        group = [here, *self._alike(here)]
        await self._settle(group)
        self.home.tell(filled(words("reassessment", "signals", "group_told"), count=len(group)))
        left = [step for step in self._steps[self._place :] if step.name not in self._settled]
        self._steps = [*self._steps[: self._place], *left]
        if left:
            await self._ask()
        else:
            await self._end_session()

    async def _settle(self, group: list[Signal]) -> None:
        settled: Any = self.said.get(self.step.name)
        found, why = self.coach.signals, self._why()
        await self.home.change(lambda: found.settle(group, settled, why))
        self._settled |= {each.id for each in group}
        for name in (part for each in group for part in (each.id, f"because-{each.id}")):
            self.was[name] = self.said.get(name, "")  # what is answered is kept, and no draft any more

    def _why(self) -> str:
        return self.said.get(f"because-{self.step.name}", "").strip()

    def _alike(self, signal: Signal) -> list[Signal]:
        """Those about the same that still wait; what is about nothing named is like no other."""
        left = [each for name, each in self._waiting.items() if name not in self._settled and each != signal]
        return [each for each in left if each.about and each.about == signal.about]
