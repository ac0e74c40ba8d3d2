"""The first minutes: three questions at most, each of which may be left open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from coach.content import listed, words
from screens.drafting import Drafting
from screens.sheets.sheet import keys_line
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from screens.app import CoachApp

_QUESTIONS = ("direction", "entry", "day_ends")


class WelcomeScreen(Screen[None]):
    """One question at a time. Enter goes on, with or without an answer; escape goes to Today."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "away", "to Today")]

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._answers: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """What this is, and a question."""
        with Vertical(id="welcome"):
            yield Static(Content.styled(words("welcome", "title"), "bold $primary"), markup=False)
            yield Static(Content("\n".join(listed("welcome", "lines"))), id="lines", markup=False)
            yield Static(id="number", markup=False)
            yield Static(id="question", markup=False)
            yield Line(id="answer")
            yield Static(id="about", markup=False)
            yield Static(
                keys_line([("enter", "next, or skip"), ("esc", "to Today")]), markup=False, classes="keys"
            )

    def on_mount(self) -> None:
        """The first question."""
        app: CoachApp = self.app  # type: ignore[assignment]
        self._drafting = Drafting(app, "entry-welcome", "entries", self._fields)
        self._ask()

    def on_input_changed(self) -> None:
        """What is typed is kept, should anything happen."""
        if hasattr(self, "_drafting") and _QUESTIONS[self._place] == "entry":
            self._drafting.touch()

    def on_input_submitted(self) -> None:
        """On, with the answer if there is one."""
        self._answers[_QUESTIONS[self._place]] = self.query_one(Line).written.strip()
        self._place += 1
        if self._place < len(_QUESTIONS):
            self._ask()
        else:
            self._place -= 1
            self._end()

    async def keep_draft(self) -> None:
        """What is written is on the disk when this returns."""
        await self._drafting.keep()

    def action_away(self) -> None:
        """Today, with what was answered so far."""
        typed = self.query_one(Line).written.strip()
        if typed:
            self._answers[_QUESTIONS[self._place]] = typed
        self._end()

    def _end(self) -> None:
        app: CoachApp = self.app  # type: ignore[assignment]
        app.attempt(partial(self._keep, app))

    async def _keep(self, app: CoachApp) -> None:
        coach, said = app.coach, self._answers
        if direction := said.get("direction"):
            await app.change(lambda: coach.frames.point(direction))
        if text := said.get("entry"):
            await app.change(lambda: coach.journal.write(text))
        await self._drafting.over()
        ends = said.get("day_ends")
        self.dismiss(None)
        if ends:
            await app.set("day_ends", ends)

    def _ask(self) -> None:
        name = _QUESTIONS[self._place]
        number = f"{self._place + 1} of {len(_QUESTIONS)}"
        self.query_one("#number", Static).update(Content.styled(number, "$quiet"))
        self.query_one("#question", Static).update(Content.styled(words("welcome", name, "question"), "bold"))
        self.query_one("#about", Static).update(Content.styled(words("welcome", name, "about"), "$quiet"))
        line = self.query_one(Line)
        line.placeholder = words("welcome", name, "hint")
        line.take("")
        line.focus()

    def _fields(self) -> dict[str, Any] | None:
        text = self.query_one(Line).written if _QUESTIONS[self._place] == "entry" else ""
        return {"text": text} if text.strip() else None
