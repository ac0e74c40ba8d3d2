"""S9, S10: a window called before its day, and an emergency that cannot wait for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import UsageError
from coach.core.texts import words
from coach.cycle.reassessment import RATED, SUDDEN
from coach.reflection.vitality import calls
from screens.base.draft_page import begin
from screens.base.form import Field, FormScreen

if TYPE_CHECKING:
    from coach.drafts import Draft
    from screens.app import CoachApp

EMERGENCY = "emergency"


async def emergency(app: CoachApp, draft: Draft | None = None) -> None:
    """Four lines, and the parts of the frame that have to be others today."""
    coach = app.coach
    frame, told = await app.background.do(lambda: (coach.frames.current(), calls(coach)))

    if frame is None:
        raise UsageError(words("reassessment", "emergency_empty"))

    async def keep(said: dict[str, Any], changed: set[str]) -> bool:
        parts = {name: said[name] for name in RATED if name in changed}
        answers = {name: said[name] for name in SUDDEN}
        await app.change(lambda: coach.reassessments.emergency(answers, parts))
        app.tell(words("reassessment", "sudden", "told_emergency"))
        return True

    fields = [
        *sudden_fields(told),
        *(
            Field(
                name,
                words("season", "page", name),
                words("season", "about", name),
                words("season", "hint", name),
                getattr(frame, name, ""),
            )
            for name in RATED
        ),
    ]
    lead = words("reassessment", "sudden", "lead_emergency")
    begun = await begin(app, EMERGENCY, "reassessments", draft=draft)
    page = FormScreen(words("reassessment", "title_emergency"), fields, keep, begun, lead)
    await app.push_screen_wait(page)


def sudden_fields(told: str) -> list[Field]:
    """The four questions, a line each; with the first, how often it was asked already."""
    fields = []
    for name in SUDDEN:
        about = (
            f"{words('reassessment', 'question', name)} {words('reassessment', 'sudden', f'about_{name}')}"
        )
        more = f"\n{told}" if name == SUDDEN[0] and told else ""
        fields.append(Field(name, words("reassessment", "sudden", f"label_{name}"), f"{about}{more}"))
    return fields
