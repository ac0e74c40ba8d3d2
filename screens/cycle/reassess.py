"""S3: the reassessment of a window, step by step. Any step can be left, and taken up where it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.errors import UsageError
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.cycle.reassessment import STEPS, SUDDEN
from coach.cycle.window import open_points, state, window
from coach.describe import name_of
from screens.base.draft_page import offer_away
from screens.base.list_page import ListPage
from screens.cycle import reassess_steps as reassessing
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from coach.cycle.reassessment import Step
    from coach.cycle.window import Window
    from coach.drafts import Draft
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_TITLE = 31


async def reassess(app: CoachApp) -> None:
    """The page, while a window is open; before that, what opens one is said."""
    coach = app.coach
    now = await app.background.do(coach.seasons.now)
    if now and now.is_held and now.days_over:
        from screens.cycle.season import open_season

        await open_season(app)
        now = await app.background.do(coach.seasons.now)
        if now is None or now.is_held:
            return
    elif now and now.is_held:
        day = say_day(now.next_starts, now.day)
        raise UsageError(filled(words.reassessment.held_until, day=day))
    elif now is None:
        raise UsageError(words.reassessment.no_season_app)
    app.push_screen(ReassessScreen(await app.background.do(lambda: window(coach))))


class ReassessScreen(ListPage["Window", "Step"]):
    """The five steps, and where each stands."""

    PLACE = "reassess"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "unseal", words.keys.open_them_now, id="unseal"),
        Binding("escape", "away", words.keys.back, id="back-from-reassessment"),
    ]

    def __init__(self, found: Window) -> None:
        super().__init__()
        self.known = found

    @property
    def _found(self) -> Window:
        assert self.known  # noqa: S101 - it is opened with one
        return self.known

    def on_mount(self) -> None:
        """At the step that is next."""
        super().on_mount()
        self.show_list()
        self.rows.go(STEPS.index(self._found.stands.step))

    async def load(self) -> None:
        """As it is now; at the step that has become the next."""
        before = self._found.stands.step
        await super().load()
        if self.is_attached and self._found.stands.step != before:
            self.rows.go(STEPS.index(self._found.stands.step))

    def gather(self, coach: Coach) -> Window | None:
        """Where it stands now; away when the window is closed."""
        now = coach.seasons.now()
        if now is None or now.is_held:
            return None
        return window(coach)

    def title_of(self, known: Window) -> tuple[str, str]:
        """Which reassessment it is, and how far."""
        begun = known.stands.reassessment
        title = name_of(begun) if begun else words.reassessment.title
        done = filled(words.reassessment.done, done=STEPS.index(known.stands.step), of=len(STEPS))
        return title, done

    def next(self, known: Window, width: int) -> Card:
        """The step that is next, and what was asked when the window was called."""
        step = known.stands.step
        title = CardLine(
            (
                (words.reassessment.step[step], "strong"),
                (f"   {state(known, step)}   ", "quiet"),
                ("enter", "key"),
            )
        )
        about = told(words.reassessment.about[step], width, "quiet")
        return Card(words.reassessment.next, (title, *about, *self._sudden(known, width)))

    def items(self, known: Window) -> tuple[Step, ...]:
        """Each of them."""
        del known
        return STEPS

    def draw(self, item: Step, width: int) -> Sequence[Piece]:
        """Whether it is done, next, or still closed."""
        del width
        is_done = STEPS.index(item) < STEPS.index(self._found.stands.step)
        is_next = item == self._found.stands.step
        return [
            ("● " if is_done else "◉ " if is_next else "○ ", "warm" if is_done or is_next else "quiet"),
            (
                f"{words.reassessment.step[item]:<{_TITLE}}",
                "strong" if is_next else "text" if is_done else "quiet",
            ),
            (state(self._found, item), "quiet"),
        ]

    def beside(self, item: Step, coach: Coach, width: int) -> Card:
        """What it is about, and what was decided in it so far."""
        del coach
        text = "\n\n".join([words.reassessment.about[item], *self._said(item)])
        return Card(words.reassessment.step[item], told(text, width))

    def open(self, item: Step) -> None:
        """The step, when it is open."""
        self.home.attempt(partial(self._open, item))

    def action_unseal(self) -> None:
        """Opens the answers before they have rested, if one insists."""
        self.home.attempt(self._unseal)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what rests can be opened early."""
        if action == "unseal":
            stands = self._found.stands
            return not stands.is_open and stands.rests_until is not None
        return super().check_action(action, parameters)

    async def _open(self, step: Step) -> None:
        if step == "questions":
            await reassessing.questions(self.home, self._found)
        elif not self._found.stands.is_open:
            self.home.tell(words.reassessment.step_locked)
        elif step == "signals":
            await reassessing.signals(self.home, self._found)
        elif step == "commitments":
            await reassessing.commitments(self.home)
        elif step == "frame":
            await reassessing.frame(self.home, self._found)
        elif still := open_points(self._found):
            self.home.tell(f"{words.reassessment.not_yet.capitalize()}: {'; '.join(still)}.")
        else:
            from screens.cycle.close_window import close_window

            await close_window(self.home, self._found)

    async def _unseal(self) -> None:
        lines = words.reassessment.seal.open_lines
        sheet = ConfirmSheet(words.reassessment.seal.open_title, lines)
        if await self.home.push_screen_wait(sheet):
            reassessments = self.coach.reassessments
            await self.home.change(reassessments.unseal)
            self.home.tell(words.reassessment.seal.told_open)

    def _sudden(self, known: Window, width: int) -> Iterator[CardLine]:
        """What was asked when the window was called."""
        kept = known.stands.reassessment
        if kept is None or kept.name == "window":
            return
        for name in ("premise", "still_true", "waits"):
            if text := kept.answers.get(name, ""):
                said = f"{words.reassessment.sudden[f'label_{name}']}: {text}"
                yield from told(said, width, "quiet")

    def _said(self, step: Step) -> list[str]:
        """What was decided in a step so far."""
        kept = self._found.stands.reassessment
        if kept is None:
            return []
        if step == "questions" and (kept.sealed is None or self._found.stands.is_open):
            return [
                f"{words.reassessment.question_title[name]}: {text}"
                for name, text in kept.answers.items()
                if text and name not in SUDDEN
            ]
        if step == "signals":
            return [
                f"{words.reassessment.settled[each.settled]}: {each.text}"
                for each in self._found.settled
                if each.settled
            ]
        if step == "close":
            return open_points(self._found)
        return []


async def take_up(app: CoachApp, draft: Draft) -> None:
    """A step that was left."""
    coach, name = app.coach, draft.name.partition("-")[0]
    now = await app.background.do(coach.seasons.now)
    step = {
        "questions": reassessing.questions,
        "signals": reassessing.signals,
        "frame": reassessing.frame,
    }.get(name)
    if now is None or now.is_held or (step and now.season.id not in draft.name):
        await offer_away(app, draft)
    elif step:
        await step(app, await app.background.do(lambda: window(coach)), draft)
    elif name == "window":
        await reassessing.commitments(app)
    else:
        await reassess(app)
