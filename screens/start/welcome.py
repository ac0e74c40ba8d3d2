"""The first minutes: four questions at most, each of which may be left open, and why there are two modes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import CoachError, UsageError
from coach.core.safe_text import safe_text
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.rhythms import find, first_season, planned_end, presets
from coach.draft_shape import WELCOME
from screens.base.drafting import Drafting
from screens.closing import Closing
from screens.sheets.sheet import keys_line
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from coach.drafts import Draft
    from screens.app import CoachApp

_KEYS = (("enter", words.keys.next_or_skip), ("↑", words.keys.back), ("esc", words.keys.to_today))
_QUESTIONS = ("direction", "wording", "rhythm", "commitment")
_WHY = "why"
_STEPS = ("direction", _WHY, "wording", "rhythm", "commitment")
"""After the first question it is said why there are two modes."""


async def take_up(app: CoachApp, draft: Draft) -> None:
    """The one that was left."""
    app.push_screen(WelcomeScreen(draft))


class WelcomeScreen(Closing[None]):
    """One question at a time. Enter goes on, with or without an answer; escape goes to Today."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.to_today),
        Binding("up", "back", words.keys.question_before, show=False),
        Binding("enter", "next", words.keys.next_or_skip, show=False),
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
            unsaid = [name for name in _QUESTIONS if name not in self._answers]
            self._place = _STEPS.index(unsaid[0] if unsaid else _QUESTIONS[-1])
        self._ask()

    def on_input_changed(self) -> None:
        """What is typed is kept, should anything happen."""
        if hasattr(self, "_drafting"):
            self._drafting.touch()

    def on_input_submitted(self) -> None:
        """On, with the answer if there is one."""
        self.action_next()

    def action_next(self) -> None:
        """The next question, or why there are two modes."""
        self._take()
        try:
            _rhythm(self._answers.get("rhythm", ""))
            _wording(self._answers.get("wording", ""))
        except CoachError as error:
            self._ask()
            self._refuse(error)
            return
        if self._place + 1 < len(_STEPS):
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
        """Today, with what was answered so far. What was typed and not entered waits there as a draft, and so
        does what cannot be kept."""
        self._end(is_leaving=True)

    @property
    def _step(self) -> str:
        return _STEPS[self._place]

    def _take(self) -> None:
        if self._step == _WHY:
            return
        said = self.query_one(Line).written.strip()
        # whoever asks for help says nothing
        self._answers[self._step] = "" if said == "?" else said

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
        if is_leaving and self._typed and await self._drafting.keep():
            self.home.tell(words.welcome.left)
            self.home.version += 1
        else:
            await self._drafting.over()
        self.close()

    @property
    def _typed(self) -> str:
        """What stands in the line and was not entered."""
        typed = self.query_one(Line).written.strip()
        return typed if typed not in {"", "?", self._answers.get(self._step, "")} else ""

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
        if wording := _wording(said.get("wording", "")):
            await app.set("wording", wording)
            said["wording"] = ""
        if rhythm := _rhythm(said.get("rhythm", "")):
            await app.change(lambda: coach.seasons.open("execution", rhythm=rhythm))
            said["rhythm"] = ""

    def _refuse(self, error: CoachError) -> None:
        told = Content.styled(safe_text(str(error)), "bold $warning")
        self.query_one("#about", Static).update(told)

    def _ask(self) -> None:
        name, line = self._step, self.query_one(Line)
        is_why = name == _WHY
        number = "" if is_why else f"{_QUESTIONS.index(name) + 1} / {len(_QUESTIONS)}"
        self.query_one("#lines", Static).display = self._place == 0
        self.query_one("#number", Static).update(Content.styled(number, "$quiet"))
        self.query_one("#question", Static).update(Content.styled(words.welcome[name, "question"], "bold"))
        about = self.query_one("#about", Static)
        line.display = not is_why
        if is_why:
            about.update(Content("\n".join(words.welcome.why.about)))
            self.set_focus(None)
            return
        told = _rhythms(self.coach.today()) if name == "rhythm" else []
        about.update(Content.styled("\n".join([*told, words.welcome[name, "about"]]), "$quiet"))
        line.placeholder = words.welcome[name, "hint"]
        line.take(self._answers.get(name, ""))
        line.focus()

    def _fields(self) -> dict[str, Any] | None:
        typed = self.query_one(Line).written.strip()
        said = self._answers | ({self._step: typed} if typed and self._step != _WHY else {})
        return said if any(said.values()) else None


def _rhythms(today: date) -> list[str]:
    """What each locks, and until when."""
    found = []
    for place, each in enumerate(presets(), 1):
        first = first_season(each, "execution", today)
        text = words.welcome.rhythm["line" if first == "execution" else "window"]
        day = say_day(planned_end(each, first, today), today)
        found.append(filled(text, key=place, name=each.name, day=day))
    return found


def _wording(typed: str) -> str:
    """With a team or alone, by its letter or its word."""
    said = typed.strip().lower()
    known = {"t": "team", "team": "team", "a": "alone", "alone": "alone", "": ""}
    if said not in known:
        raise UsageError(words.welcome.wording.wrong)
    return known[said]


def _rhythm(typed: str) -> str:
    """A rhythm by its number on the page, or by its name."""
    known = [each.id for each in presets()]
    if typed.isdecimal() and 1 <= int(typed) <= len(known):
        return known[int(typed) - 1]
    return find(typed).id if typed else ""
