"""A guided session on the screen: a question at a time, one's own evidence beside it, left and taken up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.answers import CITES, SEEN, SPENT, laid_over
from coach.core.counting import counted
from coach.core.days import instant
from coach.core.errors import CoachError
from coach.core.safe_text import safe_lines, safe_text
from coach.core.texts import filled, words
from coach.fields import refused
from coach.session import Session, cited, texts
from screens.base.draft_page import DraftPage
from screens.base.steps import heading, steps_card
from screens.routes import open_fact, open_record
from screens.widgets.answering import Answering
from screens.widgets.board import Board
from screens.widgets.cards import alone, inside
from screens.widgets.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.session import Kept, Step
    from screens.base.draft_page import Begun
    from screens.widgets.cards import Band

S = TypeVar("S", bound=Session)
_SECONDS = 60
_LOOK_EVERY = 20
_LONGEST = 1200
"""Seconds: a page left open over lunch was not thought about all the time."""


class GuidedScreen(DraftPage, Generic[S]):
    """The session. What was answered is a draft until the last question is passed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "next", words.keys.next, id="next-question"),
        Binding("enter", "next", words.keys.next_beside_text, id="next-step", show=False),
        Binding("down", "line(1)", words.keys.next_line, id="next-line-here", show=False),
        Binding("up", "line(-1)", words.keys.line_before, id="line-before-here", show=False),
        Binding("pageup", "previous", words.keys.question_before, id="question-before", priority=True),
        Binding("pagedown", "next", words.keys.next_question, id="question-after", show=False, priority=True),
        Binding("ctrl+r", "cite", words.keys.cite, id="cite", show=False),
        Binding("f7", "discard", words.keys.throw_away, id="discard-session", show=False, priority=True),
        Binding("escape", "away", words.keys.leave, id="leave-session"),
    ]

    def __init__(self, session: S, begun: Begun) -> None:
        super().__init__(begun)
        self.session = session
        self.said: dict[str, str] = dict(session.was)
        self._both: list[str] = []
        """What was kept in other words since the draft was begun."""
        if begun.draft:
            left = {name: text for name, text in begun.draft.fields.items() if isinstance(text, str)}
            was = begun.draft.fields.get("was")
            began = was if isinstance(was, dict) else session.was
            self.said, self._both = laid_over(left, began, session.was, texts(session, left))
        self.said.pop("of", "")
        self.steps: Sequence[Step] = ()
        self.place = 0
        self._at = self.said.pop("at", "")
        self._asked: Step | None = None
        """The question whose fields are on the screen."""
        self.is_turning = False
        """One turn at a time: a key pressed twice is no second answer."""
        self._since = 0
        self._entered: dict[str, datetime] = {}
        """When each part of the session was entered."""
        self._has_trouble = False
        self._lay_out(self._at)
        if begun.draft and not self._at:
            self.place = self._first_open()

    def inside(self) -> Iterator[Widget]:
        """Where in the session, the question, the evidence, the answer."""
        with Container(id="session"):
            with Vertical(id="asking", classes="card -lit") as asking:
                asking.border_title = Content(safe_text(self.session.title))
                asking.border_subtitle = Content(words.leaving.session_keys)
                yield Static(id="heading", markup=False)
                yield Static(id="question", markup=False)
                yield Static(id="about", markup=False)
                yield Answering("answer")
            with Vertical(id="beside-it"):
                with Vertical(id="evidence", classes="card") as evidence:
                    evidence.border_title = Content(safe_text(self.session.beside_title))
                    yield Evidence(id="facts", is_cited=self.session.CITES)
                if len({each.title for each in self.steps}) > 1 + len(self.steps) // 2:
                    yield Board(id="steps")

    async def on_mount(self) -> None:
        """At the question where it was left."""
        self.begin_draft()
        self.set_interval(_LOOK_EVERY, self._tell_time)
        await self.ask()

    @property
    def step(self) -> Step:
        """The question asked now."""
        return self.steps[self.place]

    @property
    def answering(self) -> Answering:
        """Where it is answered."""
        return self.query_one(Answering)

    def on_answering_changed(self) -> None:
        """Something was written or chosen."""
        self.touched()

    def on_answering_over(self, event: Answering.Over) -> None:
        """The next question."""
        del event
        self.action_next()

    def on_evidence_cited(self, event: Evidence.Cited) -> None:
        """The answer rests on the records of a fact, or no longer."""
        if self._cited_for():
            self._cite_these(event.fact.ids)

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
            self._cite_these((record.id,))

    def _cited_for(self) -> str:
        return self.session.cited_for(self.step) if self.session.CITES else ""

    def _cite_these(self, ids: Sequence[str]) -> None:
        """Rests the answer on these, or takes them away when it did."""
        name = self._cited_for()
        now = cited(self.said, name)
        left = [each for each in now if each not in ids]
        self.said[f"{CITES}{name}"] = " ".join(left if set(ids) <= set(now) else [*left, *ids])
        self.touched()
        self._show_facts()
        self.tell_about()

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
            return bool(self._cited_for())
        return not (action == "previous" and self.place == 0)

    def action_line(self, step: int) -> None:
        """Another line of the same step."""
        self.answering.step(step)

    async def keep_draft(self) -> bool:
        """What stands there is the answer, and kept."""
        self.take()
        return await super().keep_draft()

    async def action_away(self) -> None:
        """Leaves; what was answered waits on Today."""
        self.take()
        self._spend()
        await super().action_away()

    async def finish(self) -> bool:
        """Keeps what was answered; gives whether the session is over."""
        session, said = self.session, dict(self.said)
        await self.over(await self.home.change(lambda: session.keep(said, "app")))
        return True

    async def over(self, kept: Kept) -> None:
        """Says what became of it, and shows it."""
        if kept.told:
            self.home.tell(kept.told)
        if self.session.IS_SHOWN and kept.record:
            self.home.call_later(open_record, self.home, kept.record)

    def own_widgets(self) -> Sequence[Widget]:
        """What stands above the fields of a question."""
        return ()

    async def _next(self) -> None:
        if self.is_turning:
            return
        self.is_turning = True
        try:
            self.take()
            self._spend()
            step, session = self.step, self.session
            session.check(step, self.said)
            take = self.home.change if session.KEEPS_EACH else self.home.background.do
            is_over = await take(lambda: session.taken(step, self.said))
            self._lay_out(step.name)
            if not is_over:
                await self.ask()
            elif self.place + 1 < len(self.steps) or session.further(self.said):
                self._lay_out(step.name)
                self.place += 1
                await self.ask()
            else:
                await self.end_session()
        except CoachError as error:
            self.tell_about(str(error))
            if found := refused(self.step.fields, self.said):
                self.answering.enter(found[0].name)
        finally:
            self.is_turning = False

    def _first_open(self) -> int:
        """The first question that is not answered, of a draft that does not say where it was left."""
        asked = [place for place, each in enumerate(self.steps) if each.fields]
        answered = {
            place for place in asked if any(self.said.get(each.name) for each in self.steps[place].fields)
        }
        return next((place for place in asked if place not in answered), 0) if answered else 0

    def _lay_out(self, name: str) -> None:
        """The steps as they are by now; the one of this name, or the first."""
        self.steps = self.session.steps(self.said)
        self.place = next((place for place, each in enumerate(self.steps) if _is_at(each, name)), 0)

    async def end_session(self) -> None:
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
        if self.place and not self.is_turning:
            self.is_turning = True
            try:
                self.take()
                self._spend()
                self.place -= 1
                await self.ask()
            finally:
                self.is_turning = False

    async def ask_anew(self) -> None:
        """The steps have become others."""
        self.touched()
        self._lay_out(self.step.name)
        await self.ask()

    async def ask(self) -> None:
        """Shows the question."""
        step = self.step
        self._tell_time()
        self.query_one("#question", Static).update(Content.styled(safe_text(step.question), "bold $primary"))
        for board in self.query("#steps").results(Board):
            board.show(self._steps)
        self._asked = None
        own = self.own_widgets()
        session = self.query_one("#session")
        session.set_class(not (step.fields or own), "-read")
        session.set_class(any(each.is_below for each in step.fields), "-below")
        await self.answering.show(step.fields, self.said, own)
        self._asked = step
        self._since = instant()
        self._show_facts()
        self.tell_about()
        self._focus()
        self.refresh_bindings()

    def _steps(self, width: int, height: int) -> Sequence[Band]:
        return alone(steps_card(self.steps, self.place, self.said, inside(width), height))

    def _show_facts(self) -> None:
        """What lies beside the question, with what the answer rests on."""
        facts, lines = self.session.facts(self.step, self.said), self.session.beside(self.step)
        self.query_one(Evidence).tell(lines, facts, cited(self.said, self._cited_for()))
        self.query_one("#evidence").display = bool(lines or facts)

    def _spend(self) -> None:
        """The time this question was in front of the person."""
        if self.session.CITES and self._since:
            name, seconds = f"{SPENT}{self.step.name}", (instant() - self._since) / 1e9
            self._since = 0
            self.said[name] = f"{min(float(self.said.get(name, 0)) + seconds, _LONGEST):.1f}"

    def _tell_time(self) -> None:
        now = self.coach.clock.now()
        took = now - self._entered.setdefault(self.step.part, now)
        told = heading(self.steps, self.place, int(took.total_seconds()) // _SECONDS)
        self.query_one("#heading", Static).update(told)

    def _focus(self) -> None:
        own = [each for each in self.query("#answer *").results() if each.focusable]
        below = [each.name for each in self.step.fields if each.is_below]
        left = [name for name in below if not self.said.get(name)]
        if not self.answering.enter(next(iter([*left, *below[-1:]]), "")):
            self.set_focus(own[0] if own else None)
        self.keep_in_sight()

    def tell_about(self, trouble: str = "") -> None:
        """The word about the question; before it, what is wrong with the answer."""
        self._has_trouble = bool(trouble)
        parts = [Content.styled(safe_text(trouble), "bold $warning")] if trouble else []
        if not set(self._both).isdisjoint({self.step.name, *(each.name for each in self.step.fields)}):
            parts.append(Content.styled(words.leaving.both, "$primary"))
        told = Content.styled("\n".join(safe_lines(self.session.told(self.step, self.said))), "$quiet")
        if rests := cited(self.said, self._cited_for()):
            rested = filled(words.reflect.rested, count=counted(len(rests), "record"))
            told = Content.assemble((f"{rested} ", "$primary"), told)
        self.query_one("#about", Static).update(Content("\n").join([*parts, told]))

    def take(self) -> None:
        """What stands there is the answer to the question that was asked."""
        if self._asked is not None:
            self.said |= {name: said or "" for name, said in self.answering.said().items()}

    def draft_fields(self) -> dict[str, Any] | None:
        """All that was said, where, and what was kept when it was begun."""
        said = {name: text for name, text in self.said.items() if text.strip()}
        if _answers(said) == _answers(self.session.was) or not self.session.is_begun(said):
            return None
        at = self.step.fields[0].name if self.step.fields else self.step.name
        return {**said, "at": at, "of": self.begun.of, "was": self.session.was}

    def touched(self) -> None:
        """Something was said."""
        if hasattr(self, "drafting"):
            self.take()
            self.drafting.touch()
            if self._has_trouble:
                self.tell_about()


def _is_at(step: Step, name: str) -> bool:
    return name == step.name or name in {each.name for each in step.fields}


def _answers(said: dict[str, str]) -> dict[str, str]:
    """What was said, without what only the session remembers."""
    return {name: text for name, text in said.items() if text.strip() and not name.startswith((SPENT, SEEN))}
