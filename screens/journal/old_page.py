"""An old page, whichever comes."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from coach.core.errors import NoDataError
from coach.core.texts import words
from screens.routes import open_record

if TYPE_CHECKING:
    from screens.app import CoachApp


async def old_page(app: CoachApp) -> None:
    """Opens it."""
    coach = app.coach
    entry = await app.background.do(lambda: coach.journal.old_page(Random()))  # noqa: S311 - no secret
    if entry is None:
        raise NoDataError(words.journal.error.no_old_page, do=words.journal.error.no_old_page_do)
    open_record(app, entry)
