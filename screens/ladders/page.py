"""M6, M21: two ladders of five levels; what comes next on each, and rating oneself once a quarter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding

from coach.assessment.in_context import held_as, practise
from coach.core.days import quarter_of
from coach.core.texts import filled, words
from coach.ladders.ladders import Level, Practice, levels
from coach.ladders.lines import Ladders, ladders, ladders_lines, level_lines
from coach.ladders.records import LADDERS, LadderRating
from screens.base.draft_page import begin, offer_away
from screens.base.guided import GuidedScreen, Step
from screens.base.lines_page import LinesPage
from screens.commitments.acts import with_room
from screens.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.drafts import Draft
    from coach.ladders.records import Ladder
    from screens.app import CoachApp
    from screens.base.draft_page import Begun

_SKILL = 54


async def rate(app: CoachApp, ladder: Ladder, draft: Draft | None = None) -> None:
    """A level a step, with what was rated last."""
    ratings = app.coach.ratings
    found = await app.background.do(lambda: ratings.of(ladder))
    last = quarter_of(app.coach.today())[1]
    begun = await begin(app, f"ladder-{ladder}-{last}", LadderRating.kind, draft=draft)
    await app.push_screen_wait(RateScreen(ladder, found, begun, last))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left; a quarter that is over is not rated any more."""
    name, last = draft.name.split("-", 2)[1:3] if draft.name.count("-") > 1 else ("", "")
    if name in LADDERS and last.startswith(f"{quarter_of(app.coach.today())[1]}"):
        ladder: Any = name
        await rate(app, ladder, draft)
    else:
        await offer_away(app, draft)


class RateScreen(GuidedScreen):
    """Three skills a step, 1 to 5 each."""

    PLACE = "rate"

    def __init__(self, ladder: Ladder, found: Sequence[LadderRating], begun: Begun, last: date) -> None:
        self._ladder: Ladder = ladder
        self._levels = {each.id: each for each in levels(ladder)}
        now = found[-1].skills if found and found[-1].last == last else {}
        before = [each for each in found if each.last < last]
        self._before = before[-1].skills if before else {}
        steps = [
            Step(each.id, each.title, each.about, words("ladders", "rate_about"), "choice")
            for each in self._levels.values()
        ]
        said = {name: str(int(step)) for name, step in now.items()}
        super().__init__(words("ladders", "ladder", ladder), steps, begun, said)

    def texts(self) -> Collection[str]:
        """All is chosen."""
        return ()

    def body(self, step: Step) -> list[Widget]:
        """A skill a line."""
        keys = [(str(each), "", str(each)) for each in range(1, 6)]
        return [
            Choice(text, keys, self.said.get(name) or None, id=f"choice-{name}", label_width=_SKILL)
            for name, text in self._levels[step.name].skills.items()
        ]

    def told(self, step: Step) -> str:
        """What the steps mean."""
        steps = "   ".join(f"{each} {words('ladders', 'step', str(each))}" for each in range(1, 6))
        own = [self._before.get(name) for name in self._levels[step.name].skills]
        was = ", ".join("–" if each is None else f"{each:g}" for each in own)
        before = f" {filled(words('ladders', 'rate_before'), steps=was)}" if any(own) else ""
        return f"{steps}\n{step.about}{before}"

    def choice_taken(self) -> None:
        """The next skill, or the next level."""
        fields = list(self.query("#answer Choice").results(Choice))
        here = next((place for place, each in enumerate(fields) if each.has_focus), len(fields))
        if here + 1 < len(fields):
            fields[here + 1].focus()
        else:
            self.action_next()

    async def finish(self) -> bool:
        """Kept for this quarter."""
        ratings, ladder = self.coach.ratings, self._ladder
        names = [name for each in self._levels.values() for name in each.skills]
        skills = {name: float(self.said[name]) for name in names if self.said.get(name)}
        await self.home.change(lambda: ratings.rate(ladder, skills))
        self.home.tell(words("ladders", "kept"))
        return True


class LaddersScreen(LinesPage):
    """Both, side by side in one list."""

    PLACE = "ladders"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "rate('management')", "rate managing", id="rate-management"),
        Binding("e", "rate('leadership')", "rate leading", id="rate-leadership"),
        Binding("escape", "away", "back", id="back-from-ladders"),
    ]

    async def load(self) -> None:
        """As they are rated now."""
        coach = self.coach
        known: Ladders = await self.home.background.do(lambda: ladders(coach))
        self.tell(ladders_lines(known))

    def on_rows_chosen(self) -> None:
        """Opens a level, holds a practice."""
        target = self.told.target
        if isinstance(target, Level):
            self.home.push_screen(LevelScreen(target))
        elif isinstance(target, Practice):
            self.home.attempt(partial(hold_practice, self.home, target))

    def action_rate(self, ladder: Ladder) -> None:
        """This quarter's rating."""
        self.home.attempt(partial(rate, self.home, ladder))


class LevelScreen(LinesPage):
    """One level: skills, how to practise, an example."""

    PLACE = "level"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "rate", "rate", id="rate-level"),
        Binding("escape", "away", "back", id="back-from-level"),
    ]

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level

    async def load(self) -> None:
        """As it is rated now."""
        coach, level = self.coach, self._level
        known = await self.home.background.do(lambda: ladders(coach))
        self.tell(level_lines(known, level))

    def on_rows_chosen(self) -> None:
        """Holds a practice."""
        target = self.told.target
        if isinstance(target, Practice):
            self.home.attempt(partial(hold_practice, self.home, target))

    def action_rate(self) -> None:
        """The ladder it belongs to."""
        self.home.attempt(partial(rate, self.home, self._level.ladder))


async def hold_practice(app: CoachApp, practice: Practice) -> None:
    """M6: held for four weeks, with one key."""
    coach = app.coach
    if await app.background.do(lambda: held_as(coach, practice.id)):
        app.tell(words("ladders", "held_already"))
        return
    made = await with_room(app, lambda over: practise(coach, practice, over))
    if made:
        app.tell(filled(words("ladders", "held"), day=coach.days.say(made.gate)))
