"""S3, S4, S16, S17: the steps of a reassessment, each a session that keeps what it decides at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Static

from coach.content import filled, listed, words
from coach.errors import UsageError
from coach.evidence import fact
from coach.holding import life_of
from coach.leading.frame import PARTS
from coach.leading.reassessment import RATED, SUDDEN
from coach.leading.reassessment import questions as asked
from coach.looking_back import automation_question
from coach.managing.glance import SIGNS
from coach.records import CONTEXTS, SETTLED
from coach.redesign import commitments_before, plan_gate
from coach.safe_text import first_line, safe_text
from coach.when import say_day
from screens.begun import begin
from screens.gate import GateScreen
from screens.guided import CITES, GuidedScreen, Step
from screens.place import Looking
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.choice import Choice, label
from screens.widgets.rows import Rows
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.daily.drafts import Draft
    from coach.evidence import Fact
    from coach.managing.progress import Progress
    from coach.records import Frame, Reassessment, Signal, TurnResult
    from coach.redesign import Window
    from screens.app import CoachApp
    from screens.begun import Begun
    from screens.widgets.rows import Piece

_NAME = 40
_KEYS = {"change": "c", "test": "t", "keep": "k", "drop": "l"}
_LABEL = 16
_RATINGS = 5


async def questions(app: CoachApp, found: Window, draft: Draft | None = None) -> None:
    """The hard questions; once sealed, they can only be read."""
    kept = found.stands.reassessment
    if kept and kept.sealed:
        if found.stands.rests_until:
            app.tell(words("reassessment", "step_locked"))
            return
        from screens.reading import ReadingScreen  # noqa: PLC0415 - not before it is wanted

        app.push_screen(ReadingScreen(kept))
        return
    begun = await begin(app, f"questions-{found.now.season.id}", "reassessments", draft=draft)
    await app.push_screen_wait(QuestionsScreen(kept, begun, automation=app.coach.settings.automation))


async def signals(app: CoachApp, found: Window, draft: Draft | None = None) -> None:
    """The parked signals, one by one."""
    if not found.waiting:
        app.tell(words("reassessment", "signals", "none"))
        return
    begun = await begin(app, f"signals-{found.now.season.id}", "reassessments", draft=draft)
    await app.push_screen_wait(SignalsScreen(found.waiting, begun, app))


async def commitments(app: CoachApp) -> None:
    """Every commitment at its gate."""
    await app.push_screen_wait(GatesScreen())


async def frame(app: CoachApp, found: Window, draft: Draft | None = None) -> None:
    """What the frame is to be, part by part."""
    begun = await begin(app, f"frame-{found.now.season.id}", "reassessments", draft=draft)
    await app.push_screen_wait(FrameStepScreen(found, begun))


async def resume(app: CoachApp, draft: Draft) -> None:
    """A step that was left."""
    from coach.redesign import window  # noqa: PLC0415 - not before one is taken up
    from screens.begun import offer_away  # noqa: PLC0415

    coach, name = app.coach, draft.name.partition("-")[0]
    now = await app.background.do(coach.seasons.now)
    step = {"questions": questions, "signals": signals, "frame": frame}.get(name)
    if now is None or now.is_held or (step and now.season.id not in draft.name):
        await offer_away(app, draft)
    elif step:
        await step(app, await app.background.do(lambda: window(coach)), draft)
    elif name == "window":
        await commitments(app)
    else:
        from screens.reassess import reassess  # noqa: PLC0415

        await reassess(app)


class QuestionsScreen(GuidedScreen):
    """An empty page a question. Nothing lies beside it; nothing is defended."""

    PLACE = "questions"
    CITES = True

    def __init__(self, kept: Reassessment | None, begun: Begun, *, automation: bool) -> None:
        said: dict[str, str] = {}
        if kept:
            said = {name: text for name, text in kept.answers.items() if name not in SUDDEN}
            said |= {f"{CITES}{name}": " ".join(ids) for name, ids in kept.cites.items()}
        steps = []
        for name in asked(automation=automation):
            each = automation_question(name)
            about = f"{each.about} {words('reassessment', 'cite_hint')}"
            steps.append(Step(name, each.title, each.ask, about))
        super().__init__(words("reassessment", "step", "questions"), steps, begun, said)

    async def finish(self) -> bool:
        """Kept; sealed when one says so."""
        reassessments = self.coach.reassessments
        answers = {step.name: self.said.get(step.name, "").strip() for step in self._steps}
        cites = {name: self.cited(name) for name in answers}
        spent = self.spent()
        await self.home.change(lambda: reassessments.answer(answers, cites, spent))
        if not any(answers.values()):
            return True
        sheet = ConfirmSheet(words("reassessment", "seal", "title"), listed("reassessment", "seal", "lines"))
        if await self.home.push_screen_wait(sheet):
            await self.home.change(reassessments.seal)
            day = say_day(self.coach.reader().day("tomorrow", ahead=True), self.coach.reader().today)
            self.home.tell(filled(words("reassessment", "seal", "told"), day=day))
        return True


class SignalsScreen(GuidedScreen):
    """A signal a step. Its answer is on the disk before the next one comes."""

    PLACE = "signals"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+g", "group", "the same for all of these", id="settle-group", show=False)
    ]

    def __init__(self, waiting: Sequence[Signal], begun: Begun, app: CoachApp) -> None:
        today = app.coach.reader().today
        self._waiting = {each.id: each for each in waiting}
        steps = [
            Step(
                each.id,
                filled(words("reassessment", "signals", "title"), day=say_day(each.at.date(), today)),
                each.text,
                words("reassessment", "signals", "about"),
                "lines",
                self._beside(each),
                part=words("signals", "about_kind", each.about) if each.about else "",
            )
            for each in waiting
        ]
        super().__init__(words("reassessment", "step", "signals"), steps, begun)

    def body(self, step: Step) -> list[Widget]:
        """What it leads to, and a word why."""
        options = [(_KEYS[name], words("reassessment", "settled", name), name) for name in SETTLED]
        why = Line(self.said.get(f"because-{step.name}", ""), id=f"line-because-{step.name}")
        said = label(words("reassessment", "signals", "because"), has_focus=False, width=_LABEL)
        return [
            Choice("", options, self.said.get(step.name), id="choice", label_width=2),
            Horizontal(Static(said, markup=False), why, classes="field"),
        ]

    def choice_taken(self) -> None:
        """Chosen by its key: on, unless a word is wanted."""
        self._take()
        if self.said.get(self.step.name) in {"keep", "drop"} and not self._why():
            self.query_one(Line).focus()
        else:
            self.action_next()

    def check(self, step: Step) -> None:
        """An answer is one of the four."""
        if not self.said.get(step.name):
            raise UsageError(words("reassessment", "signals", "about"))

    async def taken(self, step: Step) -> bool:
        """It is answered."""
        await self._settle([self._waiting[step.name]])
        return True

    def action_group(self) -> None:
        """All that are left of the same kind, by one word."""
        self.home.attempt(self._group)

    async def finish(self) -> bool:
        """All of them have their answer."""
        self.home.tell(words("reassessment", "signals", "told"))
        return True

    async def _group(self) -> None:
        self._take()
        self.check(self.step)
        here = self._waiting[self.step.name]
        rest = [self._waiting[step.name] for step in self._steps[self._place :]]
        group = [each for each in rest if each.about == here.about]
        await self._settle(group)
        self.home.tell(filled(words("reassessment", "signals", "group_told"), count=len(group)))
        done = {each.id for each in group}
        left = [step for step in self._steps[self._place :] if step.name not in done]
        self._steps = [*self._steps[: self._place], *left]
        if left:
            await self._ask()
        else:
            await self._end_session()

    async def _settle(self, group: list[Signal]) -> None:
        settled: Any = self.said.get(self.step.name)
        found, why = self.coach.signals, self._why()
        await self.home.change(lambda: found.settle(group, settled, why))

    def _why(self) -> str:
        return self.said.get(f"because-{self.step.name}", "").strip()

    def _beside(self, signal: Signal) -> tuple[str, ...]:
        others = [each for each in self._waiting.values() if each.about == signal.about and each != signal]
        if not others:
            return ()
        lead = filled(words("reassessment", "signals", "group"), count=len(others))
        return (lead, "", *(f"· {each.text}" for each in others))


class GatesScreen(Looking):
    """The commitments and what was decided of each."""

    PLACE = "gates"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "away", "back", id="back-from-gates")]

    def __init__(self) -> None:
        super().__init__()
        self._plans: dict[str, dict[str, str]] = {}

    def inside(self) -> Iterator[Widget]:
        """The list."""
        yield Static(words("reassessment", "about", "commitments"), id="form-heading", markup=False)
        rows = Rows["Progress"](self._draw, id="gates")
        rows.empty = words("reassessment", "gates", "none")
        yield rows

    def on_mount(self) -> None:
        """The keys move the list."""
        self.query_one(Rows).focus()

    async def load(self) -> None:
        """As it was decided so far; away when the window is closed."""
        coach = self.coach

        def known() -> tuple[list[Progress], dict[str, dict[str, str]]] | None:
            now = coach.seasons.now()
            if now is None or now.is_held:
                return None
            kept = coach.reassessments.of(now.season)
            return commitments_before(coach, now), dict(kept.gates) if kept else {}

        found = await self.home.background.do(known)
        if found is None:
            self.close()
            return
        held, self._plans = found
        cursor = self.query_one(Rows).current
        rows = self.query_one(Rows)
        rows.show(held, keep=lambda each: bool(cursor and each.commitment.id == cursor.commitment.id))

    def on_rows_chosen(self) -> None:
        """Its four questions."""
        each = self.query_one(Rows).current
        if each:
            self.home.attempt(partial(self._decide, each))

    async def _decide(self, each: Progress) -> None:
        coach, commitment = self.coach, each.commitment.id
        begun = await begin(self.home, f"window-gate-{commitment}", "reassessments", commitment)
        facts = await self.home.background.do(lambda: life_of(coach, each))
        await self.home.push_screen_wait(PlanScreen(each, facts, begun, self._plans.get(commitment, {})))

    def _draw(self, each: Progress, width: int) -> list[Piece]:
        plan = self._plans.get(each.commitment.id)
        result: Any = plan["result"] if plan else None
        said = words("commitments", "turn", result) if result else words("reassessment", "gates", "undecided")
        room = max(width - 30, _NAME // 2)
        name = first_line(each.commitment.text, room - 1)
        return [
            ("● " if plan else "○ ", "accent"),
            (f"{name:<{room}}", "text"),
            (
                f"{SIGNS['kept'] if each.kept else ' '} {each.kept} of {each.of}   " if each.of else "",
                "quiet",
            ),
            (said, "quiet"),
        ]


class PlanScreen(GateScreen):
    """A gate whose outcome is carried out when the window closes."""

    PLACE = "window-gate"

    def __init__(self, each: Progress, facts: list[str], begun: Begun, plan: dict[str, str]) -> None:
        super().__init__(each, facts, begun, plan)

    def told_done(self, result: TurnResult) -> str:
        """When it happens."""
        said = words("commitments", "turn", result)
        return filled(words("reassessment", "gates", "told"), result=said)

    async def pass_it(self, result: TurnResult, because: str, parts: dict[str, Any]) -> None:
        """Decided, and kept with the reassessment."""
        coach, commitment = self.coach, self._each.commitment
        answers = self.gate_answers()
        await self.home.change(lambda: plan_gate(coach, commitment, result, answers, because, **parts))


class FrameStepScreen(GuidedScreen):
    """A part of the frame a step: how well it holds, what it is to be, and the condition behind a change."""

    PLACE = "frame-step"
    CITES = True

    def __init__(self, found: Window, begun: Begun) -> None:
        self._frame = found.frame
        kept = found.stands.reassessment
        said: dict[str, str] = {name: _now(found.frame, name) for name in PARTS}
        if kept:
            said |= kept.frame
            said |= {f"condition-{name}": text for name, text in kept.conditions.items()}
            said |= {f"rating-{name}": f"{value:g}" for name, value in kept.ratings.items()}
            said |= {"keeps": kept.keeps}
            said |= {f"{CITES}{name}": " ".join(ids) for name, ids in kept.cites.items()}
        self._beside = _facts(found)
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
            found.append(self._line(name, words("season", "page", name)))
        found.append(self._line(f"condition-{name}", words("reassessment", "frame", "condition")))
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

    def _line(self, name: str, said: str) -> Horizontal:
        line = Line(self.said.get(name, ""), id=f"line-{name}")
        return Horizontal(
            Static(label(said, has_focus=False, width=_LABEL), markup=False), line, classes="field"
        )

    def _is_changed(self, name: str) -> bool:
        return self.said.get(name, "").strip() != _now(self._frame, name)


def _now(frame: Frame | None, name: str) -> str:
    return getattr(frame, name, None) or ""


def _rating(value: int) -> str:
    return words("reassessment", "frame", f"rating_{value}")


def _facts(found: Window) -> tuple[Fact, ...]:
    """What was answered on the way here: the sealed questions and the signals."""
    kept, today = found.stands.reassessment, found.stands.day
    facts = []
    if kept and (said := [text for name, text in kept.answers.items() if text and name not in SUDDEN]):
        facts = [fact("sealed", [kept], said=first_line(text, 200)) for text in said]
    facts += [
        fact(
            "settled",
            [each],
            day=say_day(each.at.date(), today),
            said=each.text,
            settled=words("reassessment", "settled_said", each.settled),
        )
        for each in found.settled
        if each.settled
    ]
    return tuple(facts)
