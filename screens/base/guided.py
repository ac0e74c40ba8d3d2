"""A guided session: one question at a time, one's own evidence beside it, left and taken up at will."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.answers import CITES, SEEN, SPENT, laid_over
from coach.core.counting import counted
from coach.core.days import instant
from coach.core.errors import CoachError
from coach.core.safe_text import first_line, safe_lines, safe_text
from coach.core.texts import filled, words
from screens.base.draft_page import DraftPage
from screens.routes import open_fact
from screens.widgets.board import Board
from screens.widgets.cards import Card, CardLine, alone, inside
from screens.widgets.choice import LABEL, Choice, label
from screens.widgets.column import Column
from screens.widgets.evidence import Evidence
from screens.widgets.writing import Line, Page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.cycle.records import Reassessment
    from coach.facts import Fact
    from screens.base.draft_page import Begun


_SECONDS = 60
_LOOK_EVERY = 20
_LONGEST = 1200
"""Seconds: a page left open over lunch was not thought about all the time."""


class Step(NamedTuple):
    """One question."""

    name: str
    title: str
    question: str
    about: str
    kind: Literal["read", "text", "lines", "choice", "column"] = "text"
    evidence: tuple[str, ...] = ()
    """What there is to know of it, in lines."""
    facts: tuple[Fact, ...] = ()
    """What the person's own records say to it."""
    lines: tuple[tuple[str, str], ...] = ()
    """The name and the label of each line asked for."""
    choices: tuple[tuple[str, str, Any], ...] = ()
    part: str = ""
    """Which part of the session it belongs to."""
    minutes: int = 0
    """L9: how long that part lasts at most."""


class GuidedScreen(DraftPage):
    """The session. What was answered is a draft until the last question is passed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "next", "next", id="next-question"),
        Binding("enter", "next", "next", id="next-step", show=False),
        Binding("pageup", "previous", "question before", id="question-before", priority=True),
        Binding("pagedown", "next", "next question", id="question-after", show=False, priority=True),
        Binding("ctrl+r", "cite", "cite", id="cite", show=False),
        Binding("f7", "discard", "throw away", id="discard-session", show=False, priority=True),
        Binding("escape", "away", "leave", id="leave-session"),
    ]

    CITES: ClassVar[bool] = False
    """Whether answers rest on records."""

    def __init__(
        self, title: str, steps: Sequence[Step], begun: Begun, said: dict[str, str] | None = None
    ) -> None:
        super().__init__(begun)
        self._heading = title
        self._steps = list(steps)
        self.was: dict[str, str] = dict(said or {})
        """What is kept already."""
        self.said: dict[str, str] = dict(self.was)
        self._both: list[str] = []
        """What was kept in other words since the draft was begun."""
        if begun.draft:
            left = {name: text for name, text in begun.draft.fields.items() if isinstance(text, str)}
            was = begun.draft.fields.get("was")
            began = was if isinstance(was, dict) else self.was
            self.said, self._both = laid_over(left, began, self.was, self.texts())
        self._asked_step: Step | None = None
        """The question whose lines are on the screen."""
        self._is_turning = False
        self._since = 0
        self._entered: dict[str, datetime] = {}
        """When each part of the session was entered."""
        self.said.pop("of", "")
        at = self.said.pop("at", "")
        self._place = next((place for place, each in enumerate(self._steps) if each.name == at), 0)
        self._has_trouble = False

    def inside(self) -> Iterator[Widget]:
        """Where in the session, the question, the evidence, the answer."""
        with Container(id="session"):
            with Vertical(id="asking", classes="card -lit") as asking:
                asking.border_title = Content(safe_text(self._heading))
                asking.border_subtitle = Content(words("leaving", "session_keys"))
                yield Static(id="heading", markup=False)
                yield Static(id="question", markup=False)
                yield Static(id="about", markup=False)
                yield Vertical(id="answer")
            with Vertical(id="beside-it"):
                with Vertical(id="evidence", classes="card") as evidence:
                    evidence.border_title = Content(words("evidence", "title"))
                    yield Evidence(id="facts")
                if len({each.title for each in self._steps}) > 1 + len(self._steps) // 2:
                    yield Board(id="steps")

    async def on_mount(self) -> None:
        """At the question where it was left."""
        self.begin_draft()
        self.set_interval(_LOOK_EVERY, self._tell_time)
        await self._ask()

    @property
    def step(self) -> Step:
        """The question asked now."""
        return self._steps[self._place]

    def on_text_area_changed(self) -> None:
        """Something was written."""
        self._touched()

    def on_input_changed(self) -> None:
        """Something was written."""
        self._touched()

    def on_choice_changed(self) -> None:
        """Something was chosen."""
        self._touched()

    def on_choice_taken(self) -> None:
        """Chosen by its key."""
        self.choice_taken()

    def choice_taken(self) -> None:
        """On."""
        self.action_next()

    def on_input_submitted(self) -> None:
        """The next line, or the next question."""
        lines = list(self.query("#answer Line").results(Line))
        here = next((place for place, line in enumerate(lines) if line.has_focus), len(lines))
        if here + 1 < len(lines):
            lines[here + 1].focus()
        else:
            self.action_next()

    def on_evidence_cited(self, event: Evidence.Cited) -> None:
        """The answer rests on the records of a fact, or no longer."""
        if self.CITES and self.cites_here():
            self.cite(event.fact.ids)

    def on_rows_chosen(self, event: Evidence.Chosen) -> None:
        """Opens what a fact rests on."""
        if isinstance(event.rows, Evidence) and event.rows.fact:
            self.home.attempt(partial(open_fact, self.home, event.rows.fact))

    def action_cite(self) -> None:
        """Finds a record to rest the answer on."""
        self.home.attempt(self._cite)

    async def _cite(self) -> None:
        from screens.sheets.search import CiteSheet

        record = await self.home.push_screen_wait(CiteSheet())
        if record is not None:
            self.cite((record.id,))

    def cites_here(self) -> str:
        """The name of the answer that records are cited for on this step."""
        return self.step.name

    def cited(self, name: str) -> tuple[str, ...]:
        """What an answer rests on so far."""
        return tuple(self.said.get(f"{CITES}{name}", "").split())

    def cite(self, ids: Sequence[str]) -> None:
        """Rests the answer on these, or takes them away when it did."""
        name = self.cites_here()
        now = self.cited(name)
        is_there = set(ids) <= set(now)
        left = [each for each in now if each not in ids]
        self.said[f"{CITES}{name}"] = " ".join(left if is_there else [*left, *ids])
        self._touched()
        self._show_facts()
        self._tell_about()

    def action_next(self) -> None:
        """The next question; after the last, the end."""
        self.home.attempt(self._next)

    def action_previous(self) -> None:
        """The question before."""
        self.home.attempt(self._previous)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first question, and not every session rests on records."""
        del parameters
        if action == "cite":
            return self.CITES and bool(self.cites_here())
        return not (action == "previous" and self._place == 0)

    async def keep_draft(self) -> bool:
        """What stands there is the answer, and kept."""
        self._take()
        return await super().keep_draft()

    async def action_away(self) -> None:
        """Leaves; what was answered waits on Today."""
        self._take()
        self._spend()
        await super().action_away()

    def texts(self) -> Collection[str]:
        """The answers that are written and not chosen."""
        lines = {name for step in self._steps for name, _ in step.lines}
        chosen = {step.name for step in self._steps if step.kind in {"choice", "column"}}
        return {step.name for step in self._steps} - chosen | lines

    def check(self, step: Step) -> None:
        """Refuses an answer that cannot be taken, so that it can be mended where it stands."""

    async def finish(self) -> bool:
        """Keeps what was answered; gives whether the session is over."""
        raise NotImplementedError

    async def taken(self, step: Step) -> bool:
        """An answer was given; gives whether the question is done with."""
        del step
        return True

    def facts(self, step: Step) -> Sequence[Fact]:
        """What lies beside a question now."""
        return step.facts

    def lines_beside(self, step: Step) -> Sequence[str]:
        """What there is to know of a question, in lines."""
        return step.evidence

    def told(self, step: Step) -> str:
        """A word about the question."""
        return step.about

    def body(self, step: Step) -> list[Widget]:
        """Where a question is answered."""
        if step.kind == "text":
            return [Page(self.said.get(step.name, ""), id="page")]
        if step.kind == "choice":
            return [Choice("", step.choices, self.said.get(step.name), id="choice", label_width=2)]
        if step.kind == "column":
            return [Column("", step.choices, self.said.get(step.name) or None, id="choice")]
        return [self.line(name, said) for name, said in step.lines]

    def line(self, name: str, said: str, width: int = LABEL) -> Widget:
        """A line to write on, with its label."""
        told = Static(label(safe_text(said), has_focus=False, width=width), markup=False)
        return Horizontal(told, Line(self.said.get(name, ""), id=f"line-{name}"), classes="field")

    async def _next(self) -> None:
        """One turn at a time: a key pressed twice is no second answer."""
        if self._is_turning:
            return
        self._is_turning = True
        try:
            self._take()
            self._spend()
            self.check(self.step)
            if not await self.taken(self.step):
                await self._ask()
            elif self._place + 1 < len(self._steps):
                await self.go_on()
            else:
                await self._end_session()
        except CoachError as error:
            self._tell_about(str(error))
        finally:
            self._is_turning = False

    async def _end_session(self) -> None:
        """While it is kept, nothing more can be written that would be lost with the page."""
        session = self.query_one("#session")
        session.disabled = True
        try:
            if await self.finish():
                await self.drafting.over()
                self.home.version += 1
                await self.home.look_again()
                self.close()
        finally:
            session.disabled = False
            self._focus()

    async def _previous(self) -> None:
        if self._place and not self._is_turning:
            self._is_turning = True
            self._take()
            self._spend()
            self._place -= 1
            await self._ask()
            self._is_turning = False

    def further(self, steps: Sequence[Step]) -> None:
        """Questions that come after the last."""
        self._steps += steps

    async def go_on(self) -> None:
        """The next question."""
        self._place += 1
        await self._ask()

    async def go_to(self, name: str) -> None:
        """Another question, by its name."""
        self._place = next(place for place, each in enumerate(self._steps) if each.name == name)
        await self._ask()

    async def _ask(self) -> None:
        step = self.step
        self._tell_time()
        self.query_one("#question", Static).update(Content.styled(safe_text(step.question), "bold $primary"))
        for board in self.query("#steps").results(Board):
            board.show(lambda width, height: alone(self._steps_card(inside(width), height)))
        answer = self.query_one("#answer", Vertical)
        self._asked_step = None
        await answer.remove_children()
        widgets = self.body(step)
        if widgets:
            await answer.mount(*widgets)
        self._asked_step = step
        answer.set_class(step.kind == "text", "-page")
        self._since = instant()
        self._show_facts()
        self._tell_about()
        self._focus()
        self.refresh_bindings()

    def _steps_card(self, width: int, height: int) -> Card:
        """The questions passed, this one, and those to come, as many as there is room for."""
        room = max(height - 2, 1)
        first = min(max(self._place - room // 2, 0), max(len(self._steps) - room, 0))
        lines = []
        for place, step in enumerate(self._steps[first : first + room], first):
            sign = "●" if place < self._place else "◉" if place == self._place else "○"
            role = "strong" if place == self._place else "quiet"
            title = first_line(step.title, max(width - 2, 8))
            lines.append(CardLine(((f"{sign} ", "warm" if place <= self._place else "quiet"), (title, role))))
        return Card(words("leaving", "steps"), tuple(lines), f"{self._place + 1} of {len(self._steps)}")

    def _show_facts(self) -> None:
        """What lies beside the question, with what the answer rests on."""
        step = self.step
        facts = self.facts(step)
        cited = self.cited(self.cites_here()) if self.CITES else ()
        lines = self.lines_beside(step)
        self.query_one(Evidence).tell(lines, facts, cited)
        self.query_one("#evidence").display = bool(lines or facts)

    def _spend(self) -> None:
        """The time this question was in front of the person."""
        if self.CITES and self._since:
            name, seconds = f"{SPENT}{self.step.name}", (instant() - self._since) / 1e9
            self._since = 0
            self.said[name] = f"{min(float(self.said.get(name, 0)) + seconds, _LONGEST):.1f}"

    def spent(self) -> dict[str, float]:
        """The seconds each question was in front of the person."""
        own = ((name, text) for name, text in self.said.items() if name.startswith(SPENT))
        return {name.removeprefix(SPENT): float(text) for name, text in own}

    def _tell_time(self) -> None:
        """Where in the session, and how long this part of it has taken."""
        step, now = self.step, self.coach.clock.now()
        spent = int((now - self._entered.setdefault(step.part, now)).total_seconds()) // _SECONDS
        place = f"   {self._place + 1} of {len(self._steps)}"
        part = f"   {step.part}" if step.part else ""
        timed = f", {spent} of {step.minutes} min" if step.minutes else f", {spent} min" if spent else ""
        self.query_one("#heading", Static).update(
            Content.assemble(
                (f"{place.strip()}   ", "$quiet"),
                (safe_text(step.title), "bold"),
                (f"{part}{timed}", "$quiet"),
            )
        )

    def _focus(self) -> None:
        fields = [each for each in self.query("#answer *").results() if each.focusable]
        if fields:
            fields[0].focus()
            if isinstance(fields[0], Page):
                fields[0].move_cursor(fields[0].document.end)
        else:
            self.set_focus(None)

    def _tell_about(self, trouble: str = "") -> None:
        self._has_trouble = bool(trouble)
        parts = [Content.styled(safe_text(trouble), "bold $warning")] if trouble else []
        if self.step.name in self._both:
            parts.append(Content.styled(words("leaving", "both"), "$primary"))
        told = Content.styled("\n".join(safe_lines(self.told(self.step))), "$quiet")
        if self.CITES and (cited := self.cited(self.cites_here())):
            rested = filled(words("reflect", "rested"), count=counted(len(cited), "record"))
            told = Content.assemble((f"{rested} ", "$primary"), told)
        parts.append(told)
        self.query_one("#about", Static).update(Content("\n").join(parts))

    def _take(self) -> None:
        """What stands there is the answer to the question that was asked."""
        step = self._asked_step
        if step is None:
            return
        for page in self.query("#answer Page").results(Page):
            self.said[step.name] = page.written
        for line in self.query("#answer Line").results(Line):
            self.said[(line.id or "").removeprefix("line-")] = line.written.strip()
        for choice in self.query("#answer Choice").results(Choice):
            name = (choice.id or "").removeprefix("choice").removeprefix("-")
            self.said[name or step.name] = choice.chosen or ""

    def draft_fields(self) -> dict[str, Any] | None:
        said = {name: text for name, text in self.said.items() if text.strip()}
        if _answers(said) == _answers(self.was):
            return None
        return {**said, "at": self.step.name, "of": self.begun.of, "was": self.was}

    def _touched(self) -> None:
        if hasattr(self, "drafting"):
            self._take()
            self.drafting.touch()
            if self._has_trouble:
                self._tell_about()


def remembered(kept: Reassessment) -> dict[str, str]:
    """What its answers rest on, and how long they took, as the lines of a session."""
    cites = {f"{CITES}{name}": " ".join(ids) for name, ids in kept.cites.items()}
    return cites | {f"{SPENT}{name}": f"{seconds:.1f}" for name, seconds in kept.spent.items()}


def _answers(said: dict[str, str]) -> dict[str, str]:
    """What was said, without what only the session remembers."""
    return {name: text for name, text in said.items() if text.strip() and not name.startswith((SPENT, SEEN))}
