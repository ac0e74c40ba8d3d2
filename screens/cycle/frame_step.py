"""S17: the new frame, part by part, with the real condition behind each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from coach.core.errors import UsageError
from coach.core.record import CONTEXTS
from coach.core.safe_text import first_line, safe_text
from coach.core.texts import filled, words
from coach.cycle.reassessment import RATED, SUDDEN, is_other
from coach.facts import fact
from coach.frame.frames import PARTS
from screens.base.guided import GuidedScreen, Step, remembered
from screens.widgets.choice import Choice
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from textual.widget import Widget

    from coach.core.own_days import Days
    from coach.cycle.window import Window
    from coach.facts import Fact
    from coach.frame.records import Frame
    from screens.base.draft_page import Begun

_LABEL = 16
_RATINGS = 5


class FrameStepScreen(GuidedScreen):
    """A part of the frame a step: how well it holds, what it is to be, and the condition behind a change."""

    PLACE = "frame-step"
    CITES = True

    def __init__(self, found: Window, begun: Begun, days: Days) -> None:
        self._frame = found.frame
        kept = found.stands.reassessment
        said: dict[str, str] = {name: _now(found.frame, name) for name in PARTS}
        if kept:
            said |= kept.frame
            said |= {f"condition-{name}": text for name, text in kept.conditions.items()}
            said |= {f"rating-{name}": f"{value:g}" for name, value in kept.ratings.items()}
            said |= {"keeps": kept.keeps}
            said |= remembered(kept)
        self._beside = _facts(found, days)
        steps = [
            Step(
                name,
                words("season", "page", name),
                words("season", "ask", name),
                words("reassessment", "frame", "condition_about"),
                "lines",
                facts=self._beside,
            )
            for name in PARTS
        ]
        title, about = (words("reassessment", "frame", part) for part in ("keeps", "keeps_about"))
        steps.append(Step("keeps", title, about, words("reassessment", "cite_hint"), facts=self._beside))
        super().__init__(words("reassessment", "step", "frame"), steps, begun, said)
        self._found = found

    def body(self, step: Step) -> list[Widget]:
        """Rated before it is rewritten."""
        if step.kind == "text":
            return super().body(step)
        name = step.name
        found: list[Widget] = []
        if name in RATED and _now(self._frame, name):
            options = [(str(each), _rating(each), str(each)) for each in range(1, _RATINGS + 1)]
            holds = words("reassessment", "frame", "rate")
            found.append(Static(f"{holds}  {safe_text(_now(self._frame, name))}", markup=False))
            rated = self.said.get(f"rating-{name}")
            found.append(Choice("", options, rated, id=f"choice-rating-{name}", label_width=2))
        if name == "context":
            names = [(str(place), each, each) for place, each in enumerate(CONTEXTS, 1)]
            found.append(Choice("", names, self.said.get(name) or None, id="choice-context", label_width=2))
        else:
            found.append(self.line(name, words("season", "page", name), _LABEL))
        condition = words("reassessment", "frame", "condition")
        found.append(self.line(f"condition-{name}", condition, _LABEL))
        return found

    def cites_here(self) -> str:
        """A change rests on records, and so does what stays."""
        return self.step.name if self.step.name == "keeps" else f"condition-{self.step.name}"

    def choice_taken(self) -> None:
        """Rated: on to the line."""
        self._take()
        lines = list(self.query("#answer Line").results(Line))
        if lines:
            lines[0].focus()

    def check(self, step: Step) -> None:
        """S17: a change has a real condition behind it."""
        name = step.name
        if name == "direction" and not self.said.get(name, "").strip():
            raise UsageError(words("reassessment", "open", "direction").capitalize())
        if name in PARTS and self._is_changed(name) and not self.said.get(f"condition-{name}", "").strip():
            raise UsageError(words("reassessment", "open", "condition").capitalize())

    async def finish(self) -> bool:
        """Decided; it is carried out when the window closes."""
        changed = [name for name in PARTS if self._is_changed(name)]
        keeps = self.said.get("keeps", "").strip()
        if not changed and not keeps:
            raise UsageError(words("reassessment", "frame", "undecided"))
        reassessments = self.coach.reassessments
        parts: dict[str, Any] = {
            "frame": {name: self.said.get(name, "").strip() for name in changed},
            "conditions": {name: self.said.get(f"condition-{name}", "").strip() for name in changed},
            "ratings": {name: float(said) for name in RATED if (said := self.said.get(f"rating-{name}"))},
            "cites": {
                name: self.cited(name) for name in (*(f"condition-{each}" for each in changed), "keeps")
            },
            "spent": self.spent(),
            "keeps": keeps,
        }
        await self.home.change(lambda: reassessments.keep(reassessments.begin(), "frame", **parts))
        if changed:
            names = ", ".join(words("season", "page", name).lower() for name in changed)
            self.home.tell(filled(words("reassessment", "frame", "told_changes"), parts=names))
        else:
            self.home.tell(words("reassessment", "frame", "told_keeps"))
        return True

    def _is_changed(self, name: str) -> bool:
        return is_other(self._frame, name, self.said.get(name, ""))


def _now(frame: Frame | None, name: str) -> str:
    return getattr(frame, name, None) or ""


def _rating(value: int) -> str:
    return words("reassessment", "frame", f"rating_{value}")


def _facts(found: Window, days: Days) -> tuple[Fact, ...]:
    """What was answered on the way here: the sealed questions and the signals."""
    kept = found.stands.reassessment
    facts = []
    if kept and (said := [text for name, text in kept.answers.items() if text and name not in SUDDEN]):
        facts = [fact("sealed", [kept], said=first_line(text, 200)) for text in said]
    facts += [
        fact(
            "settled",
            [each],
            day=days.say(days.about(each)),
            said=each.text,
            settled=words("reassessment", "settled_said", each.settled),
        )
        for each in found.settled
        if each.settled
    ]
    return tuple(facts)
