"""What came of an if-then line: one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import words
from coach.reflection.plans import CAME, say_came
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from coach.reflection.plans import Plan
    from screens.app import CoachApp


async def plan_came(app: CoachApp, plan: Plan) -> None:
    """The moment came and it was done, or not; or it never came."""
    coach = app.coach
    options = [(key, words.plans.came[name], name) for key, name in CAME]
    came = await app.push_screen_wait(PickSheet(words.plans.ask, options, plan.line))
    if came:
        await app.change(lambda: say_came(coach, plan.review, {plan.place: came}))
        app.tell(words.plans.told)
