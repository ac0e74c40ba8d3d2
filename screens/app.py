"""The app: its places, the keys that hold everywhere, its colours."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.command import CommandPalette

from coach.core.texts import words
from coach.practice import loaded
from screens import themes
from screens.base import leaving
from screens.base.live import LiveApp
from screens.base.place import Looking
from screens.base.styles import Styles
from screens.closing import PAGES, STYLES, Closing
from screens.keys import EVERYWHERE, shown
from screens.routes import PLACES, way
from screens.today.page import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import date

    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from coach.app import Coach
    from coach.shell.terminal import Terminal
    from coach.today.today import Today


_WHILE_LOCKED = {"leave", "help_quit"}
_AT_ONCE = 0.001
_LATER = 1.0
"""Seconds until Today is looked at all the same, where that key led nowhere."""
_ELSEWHERE = {key for each in EVERYWHERE if isinstance(each, Binding) for key in each.key.split(",")}
"""Keys that mean the same whatever Today shows."""


def _place(name: str) -> Screen[Any]:
    place: Screen[Any] = loaded(PLACES[name])()
    return place


def _palette() -> type[Provider]:
    from screens.commands import Commands

    return Commands


class CoachApp(LiveApp):
    """One person's coach. `first` is Today as it was gathered before the screen was there."""

    TITLE = "coach"
    CSS_PATH = os.path.join(STYLES, "app.tcss")
    BINDINGS: ClassVar[list[BindingType]] = EVERYWHERE
    MODES: ClassVar[dict[str, Any]] = {
        "today": TodayScreen,
        **{name: partial(_place, name) for name in PLACES},
    }
    DEFAULT_MODE = "today"
    COMMANDS: ClassVar[set[Any]] = {_palette}

    def __init__(self, coach: Coach, first: Today | None = None, terminal: Terminal | None = None) -> None:
        super().__init__(coach, terminal)
        self.first = first
        self._is_drawn = False
        """Whether the place somebody goes to was visited before."""
        self.is_open = False
        """Whether the first frame is there, and what it shows may be looked at anew."""
        self._visited = {"today"}
        self._opening: Callable[[], Awaitable[None]] | None = None
        self.season = first.held.season if first else None
        for theme in (themes.DARK, themes.LIGHT):
            self.register_theme(theme)
        self.animation_level = "none"
        self.fitting = themes.LIGHT.name if terminal and terminal.is_light else themes.DARK.name
        self.take_theme()
        self.stylesheet = Styles(variables=self.get_css_variables())

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they are written on keyboards."""
        return shown(binding.key)

    def action_command_palette(self) -> None:
        """With what it asks for in our words."""
        if not CommandPalette.is_open(self):  # type: ignore[arg-type] # it never asks what an app returns
            self.push_screen(CommandPalette(placeholder=words.screens.says.palette, id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything in the palette is ours; see `commands.py`."""
        del screen
        return ()

    def on_mount(self) -> None:
        """What the first frame is, and that keys wait for it."""
        if self.is_locked:
            from screens.start.locking import LockScreen

            is_known = self.coach.sealing.is_own
            self.push_screen(
                LockScreen(words.protect.screen.at_start if is_known else words.protect.first_here)
            )
        elif self.first is None:
            self.attempt(self.before_keys(self._open))  # there is nothing yet that a first frame could show
        else:
            self._opening = self.before_keys(self._open)
        leaving.when_asked_to(self)

    def on_ready(self) -> None:
        """What can wait, once the first frame was drawn."""
        if self._opening:
            self.screen.call_after_refresh(self.attempt, self._opening)

    async def _open(self) -> None:
        from screens.start.opening import open_with

        self.is_open = True
        await open_with(self)
        if self.next_key in _ELSEWHERE:
            self.set_timer(_LATER, self._tell_screens)  # whoever goes elsewhere does not wait for Today
            return
        for screen in self.screen_stack:
            if isinstance(screen, Looking):
                await screen.look_first()

    async def opened(self) -> None:
        """The data can be read, for the first time or again."""
        is_first, self.is_open = not self.is_open, True
        try:
            await super().opened()
        finally:
            if is_first:
                await self._open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While everything is hidden, one can only leave."""
        if self.is_locked and action not in _WHILE_LOCKED:
            return False
        return super().check_action(action, parameters)

    def action_lock(self) -> None:
        """Hides everything until the passphrase is said."""
        self.attempt(self.lock)

    async def lock(self) -> None:
        """Hides everything, also when nobody was there for a while."""
        from screens.start.locking import lock

        if self.coach.sealing.is_on:
            await lock(self)
        else:
            self.tell(words.protect.screen.not_protected)

    async def meet_change(self) -> None:
        """Another process turned protection on or off."""
        from screens.start.locking import meet_change

        await meet_change(self)

    async def look_whether_open(self) -> None:
        """While it is locked: another process may have taken protection off."""
        from screens.start.locking import look_whether_open

        await look_whether_open(self)

    def action_protection(self) -> None:
        """Turns protection on, or what can be done about it."""
        self.attempt(partial(way("protection"), self))

    def read_styles(self) -> None:
        """Those of all other places, while a person looks at the first one."""
        self.stylesheet.read(PAGES)
        self.stylesheet.reparse()

    def action_place(self, name: str) -> None:
        """To another place; what lay over it closes, but for a page that is being written on."""
        self._clear()
        self._is_drawn = name in self._visited
        self.switch_mode(name)
        self._is_drawn = False
        self._visited.add(name)
        self._clear()

    def delay_update(self, delay: float = 0.05) -> None:
        """Textual waits so long before it draws another place, lest somebody sees it half made. One that was
        visited before is whole."""
        super().delay_update(_AT_ONCE if self._is_drawn else delay)

    def _clear(self) -> None:
        for screen in reversed(self.screen_stack[1:]):
            if not screen.is_modal and isinstance(screen, leaving.Keeps):
                break
            if isinstance(screen, Closing):
                screen.close()
            else:
                self.pop_screen()

    def action_checkin(self, day: date | None = None) -> None:
        """How a day was."""
        self.attempt(partial(way("check_in"), self, day))

    def action_write(self) -> None:
        """A new entry."""
        way("write")(self)

    def action_signal(self) -> None:
        """Something noticed about the frame, out of the way."""
        self.attempt(partial(way("park"), self))

    def action_frame(self) -> None:
        """What is held, and until when."""
        self.push_screen(way("frame_page")())

    def action_search(self) -> None:
        """Finds words."""
        from screens.sheets.search import SearchSheet

        self.push_screen(SearchSheet())

    def action_help(self) -> None:
        """What this place is for, and its keys."""
        from screens.sheets.help import HelpSheet

        self.push_screen(HelpSheet(self.screen))

    def action_settings(self) -> None:
        """What the person has chosen, and their tags."""
        self.push_screen(way("settings_page")())

    def action_undo(self) -> None:
        """Says what would be taken back, then does it."""
        from screens.sheets.turn import turn

        self.attempt(partial(turn, self, "undo"))

    def action_redo(self) -> None:
        """Says what would be made so again, then does it."""
        from screens.sheets.turn import turn

        self.attempt(partial(turn, self, "redo"))

    def action_leave(self) -> None:
        """Leaves; what is being written is on the disk before."""
        self.attempt(self._leave)

    async def _leave(self) -> None:
        if not await leaving.keep_everything(self):
            from screens.sheets.confirm import ConfirmSheet

            sheet = ConfirmSheet(words.leaving.title, words.leaving.lines)
            if not await self.push_screen_wait(sheet):
                return
        self.exit(0)

    def action_help_quit(self) -> None:
        """ctrl+c leaves, as everywhere in a terminal."""
        self.action_leave()
