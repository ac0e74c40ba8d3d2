"""What happens once the first frame is there: keys, the state of the data, a welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.settings import AUTO
from coach.store.condition import condition

if TYPE_CHECKING:
    from screens.app import CoachApp


async def open_with(app: CoachApp) -> None:
    """Reports what is wrong with the settings, then what stands in the way of writing, then says
    welcome."""
    app.read_styles()
    for said in settings_trouble(app):
        app.tell(said, is_trouble=True)
    store = app.coach.store
    state = await app.background.do(lambda: condition(store))
    if state != "well":
        from screens.base.trouble import TroubleScreen

        app.push_screen(TroubleScreen(state))
    elif await app.background.do(store.is_new):
        from coach.draft_shape import WELCOME
        from screens.start.welcome import WelcomeScreen

        drafts = app.coach.drafts
        app.push_screen(WelcomeScreen(await app.background.do(lambda: drafts.read_fields(WELCOME))))


def settings_trouble(app: CoachApp) -> list[str]:
    """Takes the person's keys, and gives what of the settings cannot hold, in words."""
    said = [filled(words.screens.says.defaults_hold, trouble=app.coach.trouble)] if app.coach.trouble else []
    chosen = app.coach.settings
    if chosen.theme not in {AUTO, *app.available_themes}:
        said.append(filled(words.screens.says.no_theme, theme=chosen.theme))
    if chosen.keys:
        from screens.start.own_keys import scopes, usable

        keymap, wrong = usable(chosen.keys, scopes())
        app.set_keymap(keymap)
        said += [filled(words.screens.says.keys_wrong, wrong="; ".join(wrong))] if wrong else []
    return said
