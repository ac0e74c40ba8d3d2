"""S3: the reassessment of a window, step by step. Any step can be left, and taken up where it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import UsageError
from coach.core.safe_text import safe_text, wrapped
from coach.core.texts import filled, listed, words
from coach.core.when import say_day
from coach.cycle.reassessment import STEPS, SUDDEN
from coach.cycle.window import open_points, state, window
from coach.describe import name_of
from screens.base.draft_page import offer_away
from screens.base.place import WIDE, Looking
from screens.cycle import reassess_steps as reassessing
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.cycle.reassessment import Step
    from coach.cycle.window import Window
    from coach.drafts import Draft
    from screens.app import CoachApp
    from screens.widgets.rows import Piece

_TITLE = 31
_PREVIEW = 34


class StepRow(NamedTuple):
    """A step, or a line of words."""

    step: Step | None
    text: str = ""
    role: str = "quiet"


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
        raise UsageError(filled(words("reassessment", "held_until"), day=day))
    elif now is None:
        raise UsageError(words("reassessment", "no_season_app"))
    app.push_screen(ReassessScreen(await app.background.do(lambda: window(coach))))


class ReassessScreen(Looking):
    """The five steps, and where each stands."""

    PLACE = "reassess"
    HAS_LIST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "unseal", "open them now", id="unseal"),
        Binding("escape", "away", "back", id="back-from-reassessment"),
    ]

    def __init__(self, found: Window) -> None:
        super().__init__()
        self._found = found

    def inside(self) -> Iterator[Widget]:
        """The steps, and beside them what the one under the cursor is about."""
        with Container(id="reflect"):
            yield Rows[StepRow](self._draw, is_heading=lambda row: row.step is None, id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="details", markup=False)

    def on_mount(self) -> None:
        """At the step that is next."""
        rows = self.query_one(Rows)
        rows.focus()
        self._show()
        rows.go(2 + STEPS.index(self._found.stands.step))

    def on_resize(self) -> None:
        """Another width."""
        super().on_resize()
        self._show()

    async def load(self) -> None:
        """Where it stands now; away when the window is closed."""
        coach = self.coach
        now = await self.home.background.do(coach.seasons.now)
        if now is None or now.is_held:
            self.close()
            return
        self._found = await self.home.background.do(lambda: window(coach))
        self._show()

    def on_rows_highlighted(self) -> None:
        """Another step."""
        row = self.query_one(Rows).current
        if row and row.step and self.size.width >= WIDE:
            text = "\n\n".join([words("reassessment", "about", row.step), *self._said(row.step)])
            self.query_one("#details", Static).update(Content("\n".join(wrapped(text, _PREVIEW))))

    def on_rows_chosen(self) -> None:
        """Opens the step, when it is open."""
        row = self.query_one(Rows).current
        if row and row.step:
            self.home.attempt(partial(self._open, row.step))

    def action_unseal(self) -> None:
        """Opens the answers before they have rested, if one insists."""
        self.home.attempt(self._unseal)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what rests can be opened early."""
        del parameters
        return not self._found.stands.is_open if action == "unseal" else True

    async def _open(self, step: Step) -> None:
        if step == "questions":
            await reassessing.questions(self.home, self._found)
        elif not self._found.stands.is_open:
            self.home.tell(words("reassessment", "step_locked"))
        elif step == "signals":
            await reassessing.signals(self.home, self._found)
        elif step == "commitments":
            await reassessing.commitments(self.home)
        elif step == "frame":
            await reassessing.frame(self.home, self._found)
        elif still := open_points(self._found):
            self.home.tell(f"{words('reassessment', 'not_yet').capitalize()}: {'; '.join(still)}.")
        else:
            from screens.cycle.close_window import close_window

            await close_window(self.home, self._found)

    async def _unseal(self) -> None:
        lines = listed("reassessment", "seal", "open_lines")
        sheet = ConfirmSheet(words("reassessment", "seal", "open_title"), lines)
        if await self.home.push_screen_wait(sheet):
            reassessments = self.coach.reassessments
            await self.home.change(reassessments.unseal)
            self.home.tell(words("reassessment", "seal", "told_open"))

    def _show(self) -> None:
        if not self.size.width:
            return
        found, rows = self._found, self.query_one(Rows)
        begun, kept = found.stands.reassessment, rows.current
        title = name_of(begun) if begun else words("reassessment", "title")
        rows.show(
            [
                StepRow(None, title, "strong"),
                StepRow(None),
                *(StepRow(step) for step in STEPS),
                StepRow(None),
                *self._sudden(),
            ],
            keep=lambda row: bool(kept and row.step and row.step == kept.step),
        )
        self.refresh_bindings()

    def _sudden(self) -> list[StepRow]:
        """What was asked when the window was called."""
        kept = self._found.stands.reassessment
        if kept is None or kept.name == "window":
            return []
        said = ((name, kept.answers.get(name, "")) for name in ("premise", "still_true", "waits"))
        width = max(self.query_one(Rows).size.width - 2, 30)
        return [
            StepRow(None, each)
            for name, text in said
            if text
            for each in wrapped(f"{words('reassessment', 'sudden', f'label_{name}')}: {text}", width)
        ]

    def _draw(self, row: StepRow, width: int) -> list[Piece]:
        del width
        if row.step is None:
            return [(safe_text(row.text), row.role)]
        is_done = STEPS.index(row.step) < STEPS.index(self._found.stands.step)
        is_next = row.step == self._found.stands.step
        sign = "● " if is_done else "○ " if is_next else "· "
        title = words("reassessment", "step", row.step)
        return [
            (sign, "accent"),
            (f"{title:<{_TITLE}}", "text" if is_done or is_next else "quiet"),
            (state(self._found, row.step), "quiet"),
        ]

    def _said(self, step: Step) -> list[str]:
        """What was decided in a step so far."""
        kept = self._found.stands.reassessment
        if kept is None:
            return []
        if step == "questions" and (kept.sealed is None or self._found.stands.is_open):
            return [
                f"{words('reassessment', 'question_title', name)}: {text}"
                for name, text in kept.answers.items()
                if text and name not in SUDDEN
            ]
        if step == "signals":
            return [
                f"{words('reassessment', 'settled', each.settled)}: {each.text}"
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
