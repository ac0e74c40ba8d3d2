"""The first minutes: three questions at most, each of which may be left open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import CoachError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.cycle.rhythms import find, presets
from coach.draft_shape import WELCOME
from screens.base.drafting import Drafting
from screens.closing import Closing
from screens.sheets.sheet import keys_line
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from coach.drafts import Draft
    from screens.app import CoachApp

_KEYS = (("enter", words.keys.next_or_skip), ("↑", words.keys.back), ("esc", words.keys.to_today))
_QUESTIONS = ("direction", "rhythm", "commitment")


async def take_up(app: CoachApp, draft: Draft) -> None:
    """The one that was left."""
    app.push_screen(WelcomeScreen(draft))


class WelcomeScreen(Closing[None]):
    """One question at a time. Enter goes on, with or without an answer; escape goes to Today."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.to_today),
        Binding("up", "back", words.keys.question_before, show=False),
    ]

    def __init__(self, begun: Draft | None = None) -> None:
        super().__init__()
        self._begun = begun
        self._is_ending = False
        self._place = 0
        self._answers: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """What this is, and a question."""
        with Vertical(id="welcome"):
            yield Static(Content.styled(words.welcome.title, "bold $primary"), markup=False)
            yield Static(Content("\n".join(words.welcome.lines)), id="lines", markup=False)
            yield Static(id="number", markup=False)
            yield Static(id="question", markup=False)
            yield Line(id="answer")
            yield Static(id="about", markup=False)
            yield Static(
                keys_line(_KEYS),
                markup=False,
                classes="keys",
            )

    def on_mount(self) -> None:
        """The first question, or the one a person was at when the last start ended."""
        self._drafting = Drafting(
            self.home, WELCOME, WELCOME, self._fields, is_taken_up=self._begun is not None
        )
        if self._begun:
            known = {name: str(self._begun.fields.get(name, "")) for name in _QUESTIONS}
            self._answers = {name: text for name, text in known.items() if text}
            unsaid = [place for place, name in enumerate(_QUESTIONS) if name not in self._answers]
            self._place = unsaid[0] if unsaid else len(_QUESTIONS) - 1
        self._ask()

    def on_input_changed(self) -> None:
        """What is typed is kept, should anything happen."""
        if hasattr(self, "_drafting"):
            self._drafting.touch()

    def on_input_submitted(self) -> None:
        """On, with the answer if there is one."""
        self._take()
        try:
            _rhythm(self._answers.get("rhythm", ""))
        except CoachError as error:
            self._place = _QUESTIONS.index("rhythm")
            self._ask()
            self._refuse(error)
            return
        if self._place + 1 < len(_QUESTIONS):
            self._place += 1
            self._ask()
        else:
            self._end()

    async def keep_draft(self) -> bool:
        """Whether what is written is on the disk."""
        return await self._drafting.keep()

    def action_back(self) -> None:
        """The question before."""
        if self._place and not self._is_ending:
            self._take()
            self._place -= 1
            self._ask()

    async def action_away(self) -> None:
        """Today, with what was answered so far. What cannot be kept waits there as a draft."""
        self._take()
        self._end(is_leaving=True)

    def _take(self) -> None:
        said = self.query_one(Line).written.strip()
        # whoever asks for help says nothing
        self._answers[_QUESTIONS[self._place]] = "" if said == "?" else said

    def _end(self, *, is_leaving: bool = False) -> None:
        if not self._is_ending:
            self._is_ending = True
            self.query_one(Line).disabled = True
            self.home.attempt(partial(self._keep, is_leaving=is_leaving))

    async def _keep(self, *, is_leaving: bool) -> None:
        try:
            await self._keep_all()
        except CoachError as error:
            if is_leaving and await self._drafting.keep():
                self.home.tell(str(error), is_trouble=True)
                self.home.version += 1
                self.close()
                return
            self._is_ending = False
            self.query_one(Line).disabled = False
            self.query_one(Line).focus()
            self._refuse(error)
            return
        await self._drafting.over()
        self.close()

    async def _keep_all(self) -> None:
        """Each answer that can be kept is; what was kept is not kept twice."""
        app, coach, said = self.home, self.coach, self._answers
        if direction := said.get("direction"):
            await app.change(lambda: coach.frames.point(direction))
            said["direction"] = ""
        if text := said.get("commitment"):
            fits = True if direction else None
            await app.change(lambda: coach.commitments.make(text, rhythm="every weekday", fits=fits))
            said["commitment"] = ""
        if rhythm := _rhythm(said.get("rhythm", "")):
            await app.change(lambda: coach.seasons.open("execution", rhythm=rhythm))
            said["rhythm"] = ""

    def _refuse(self, error: CoachError) -> None:
        told = Content.styled(safe_text(str(error)), "bold $warning")
        self.query_one("#about", Static).update(told)

    def _ask(self) -> None:
        name = _QUESTIONS[self._place]
        number = f"{self._place + 1} of {len(_QUESTIONS)}"
        self.query_one("#number", Static).update(Content.styled(number, "$quiet"))
        self.query_one("#question", Static).update(Content.styled(words.welcome[name, "question"], "bold"))
        self.query_one("#about", Static).update(Content.styled(words.welcome[name, "about"], "$quiet"))
        line = self.query_one(Line)
        line.placeholder = words.welcome[name, "hint"]
        line.take(self._answers.get(name, ""))
        line.focus()

    def _fields(self) -> dict[str, Any] | None:
        typed = self.query_one(Line).written.strip()
        said = self._answers | ({_QUESTIONS[self._place]: typed} if typed else {})
        return said if any(said.values()) else None


def _rhythm(typed: str) -> str:
    """A rhythm by its number on the page, or by its name."""
    known = [each.id for each in presets()]
    if typed.isdecimal() and 1 <= int(typed) <= len(known):
        return known[int(typed) - 1]
    return find(typed).id if typed else ""
