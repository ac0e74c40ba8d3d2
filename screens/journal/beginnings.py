"""Ways to begin a page: a question of a kind, a template of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import NoDataError
from coach.core.texts import filled, words
from coach.journal.own import own_templates, templates_path
from coach.journal.prompts import kind_said
from screens.journal.editor import write
from screens.sheets.pick import PickSheet, keyed

if TYPE_CHECKING:
    from screens.app import CoachApp


async def question_about(app: CoachApp) -> None:
    """One of a kind that is chosen, to write to."""
    coach = app.coach
    kinds = await app.background.do(coach.prompts.kinds)
    options = keyed([(kind_said(each), each) for each in kinds])
    kind = await app.push_screen_wait(PickSheet(words.own.title, options))
    if kind is not None:
        day = coach.today()
        write(app, await app.background.do(lambda: coach.prompts.of_kind(kind, day)))


async def from_template(app: CoachApp) -> None:
    """A page that begins with the words of a template."""
    paths = app.coach.paths
    found = await app.background.do(lambda: own_templates(paths))
    if not found:
        raise NoDataError(filled(words.own.no_templates, folder=templates_path(paths)))
    options = keyed([(each.name, each) for each in found])
    template = await app.push_screen_wait(PickSheet(words.own.templates, options))
    if template is not None:
        write(app, template=template)
