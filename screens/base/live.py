"""An app that stays true to the data: what anybody changes is shown, what fails is told, nothing blocks."""

from __future__ import annotations

import gc
import os
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from rich.text import Text
from textual.css.query import NoMatches
from textual.events import InputEvent

from coach import settings
from coach.app import build
from coach.core.errors import CoachError, LockedError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.store import report
from coach.store.condition import condition
from screens.base.background import Background
from screens.base.driver import Driver
from screens.base.ground import OwnGround
from screens.base.idle import Idle
from screens.base.terminal_rows import Difference, TerminalRows
from screens.base.typed_ahead import TypedAhead
from screens.inside import CompositorUpdate
from screens.themes import lit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.dom import DOMNode
    from textual.driver import Driver as TextualDriver
    from textual.events import Event
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel
    from textual.screen import Screen
    from textual.theme import Theme
    from textual.worker import Worker

    from coach.app import Coach
    from coach.cycle.season import Standing
    from coach.shell.terminal import Terminal

T = TypeVar("T")
_LOOK_EVERY = 1.0
_SHORT, _LONG = 3.0, 6.0
"""Seconds that a line about what was done, or about what failed, lies over the page."""
# In looks: long enough to be a pause, and now and then while nobody is there at all.
_COLLECT_AFTER, _COLLECT_EVERY = 10, 300


class LiveApp(TypedAhead):
    """Reads and writes in the background and looks once a second whether others changed something."""

    season: Standing | None = None
    """Where in the cycle today lies."""
    fitting = ""
    """The theme that fits the terminal."""
    _lit: tuple[str, bool, Theme] | None = None

    def __init__(self, coach: Coach, terminal: Terminal | None = None) -> None:
        super().__init__()
        self.coach = coach
        self.typed = terminal.typed if terminal else b""
        """What was typed before the terminal was ours."""
        self.ground: OwnGround | None = None
        has_few = terminal is not None and self.console.color_system == "standard"
        if self.no_color or has_few:
            few_signs = terminal is not None and os.environ.get("TERM") == "linux"
            self.on_own_ground(has_colours=not self.no_color, has_few_signs=few_signs)
        self.background = Background()
        self._rows = TerminalRows()
        self.version = 0
        """Counts what anybody changed."""
        self.trouble = ""
        """What holds back writing, in a few words."""
        self._pulse: tuple[object, ...] = ()
        self._looks_since_key = 0
        self._told = self._said = ""
        self.idle = Idle()
        self.is_locked = coach.sealing.is_locked
        """Whether the data is locked, and the page hidden."""

    @property
    def is_leading(self) -> bool:
        """Whether the frame is on the table: the light of the whole room is warm then."""
        return self.season is not None and not self.season.is_held

    @property
    def current_theme(self) -> Theme:
        """The theme that was chosen, in the light of the mode."""
        theme, light = super().current_theme, self.is_leading
        if self._lit is None or self._lit[:2] != (theme.name, light):
            self._lit = theme.name, light, lit(theme, is_leading=light)
        return self._lit[2]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """A terminal of few colours keeps its own ground."""
        found = super().get_line_filters()
        return [*found, self.ground] if self.ground else found

    def on_own_ground(self, *, has_colours: bool, has_few_signs: bool = False) -> None:
        """Few colours or none, and the ground the terminal has."""
        self.ground = OwnGround(has_colours=has_colours, has_few_signs=has_few_signs)
        self.no_color = True

    def get_driver_class(self) -> type[TextualDriver]:
        """One that reads whatever a terminal sends; in a browser, the browser's."""
        return super().get_driver_class() if os.environ.get("TEXTUAL_DRIVER") else Driver

    def on_mount(self) -> None:
        """Keeps what is shown true, and tidies memory only while nobody types."""
        gc.disable()
        self.app_resume_signal.subscribe(self, lambda _: self._rows.forget())
        self.set_interval(_LOOK_EVERY, self._poll)

    async def on_unmount(self) -> None:
        """What was begun is finished."""
        gc.enable()
        self.background.close()

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable = Difference(self._rows, renderable, *self.size)
        super()._display(screen, renderable)

    def action_redraw(self) -> None:
        """All of it anew, whatever somebody else wrote over it."""
        self._rows.forget()
        self.refresh(layout=True)

    async def change(self, work: Callable[[], T]) -> T:
        """Changes the data, and shows it."""
        try:
            return await self.background.do(work)
        finally:
            await self.guarded(self.look_again)  # what was saved stays saved when looking fails

    async def look_again(self) -> None:
        """Takes in what others wrote, if they did."""
        if self.is_locked:
            return
        pulse = await self.background.do(self._beat)
        if pulse != self._pulse:
            self._pulse = pulse
            was_leading = self.is_leading
            self.season = await self.background.do(self.coach.seasons.now)
            if self.is_leading != was_leading:
                self.refresh_css(animate=False)
            self.version += 1
            self._tell_screens()
            if told := self.coach.folded(words.shell.undo_by_key):
                self.tell(told)

    def _tell_screens(self) -> None:
        for screen in self.screen_stack:
            if hasattr(screen, "look"):
                screen.look()

    @property
    def _is_overdue(self) -> bool:
        """Whether nobody was there for so long that it locks itself."""
        is_open = self.coach.sealing.is_on and not self.is_locked
        return is_open and self.idle.is_over(self.coach.settings.lock_after)

    async def opened(self) -> None:
        """The data can be read: everything is looked at anew."""
        self._pulse = ()
        await self.look_again()

    async def _poll(self) -> None:
        self._looks_since_key += 1
        if self.is_locked:
            await self.guarded(self.look_whether_open)
            return
        if self._is_overdue:
            self.attempt(self.lock)
            return
        if self.background.is_idle:
            if self._looks_since_key % _COLLECT_EVERY == _COLLECT_AFTER:
                gc.collect()
            await self.guarded(self._look_by_itself)

    async def _look_by_itself(self) -> None:
        """A trouble that stays is told once; one that went takes its line along."""
        try:
            await self.look_again()
        except CoachError as error:
            if str(error) != self._told:
                self._told = str(error)
                raise
            return
        self._told = ""
        if self.trouble and await self.background.do(lambda: condition(self.coach.store)) == "well":
            self.trouble = ""
            self.version += 1
            self._tell_screens()

    async def on_event(self, event: Event) -> None:
        """Notices when a person is at it."""
        if isinstance(event, InputEvent):
            self._looks_since_key = 0
            if self._is_overdue:
                self.attempt(self.lock)
                return  # whoever comes back after so long says the passphrase first
            self.idle.touched()
        await super().on_event(event)

    def _beat(self) -> tuple[object, ...]:
        store = self.coach.store
        pulse = (self.coach.today(), *store.pulse())
        if pulse != self._pulse or self.coach.awaits_texts:
            self.coach.refresh()  # the pulse was taken before: what comes in meanwhile is seen next time
        return pulse

    def stack_of(self, mode: str) -> list[Screen[Any]]:
        """The screens of a place that lie over one another."""
        return list(self._screen_stacks.get(mode, ()))

    def hand_over(self, work: Callable[[], object]) -> None:
        """Gives the terminal to another program for a while."""
        failed: CoachError | None = None
        with self.suspend():  # an error inside would leave the terminal suspended
            try:
                work()
            except CoachError as error:
                failed = error
        if failed:
            raise failed

    async def set(self, name: str, value: str) -> None:
        """Changes a setting, and holds to it."""
        path = self.coach.paths.config
        await self.background.do(lambda: settings.write(path, name, value))
        self.coach = await self.background.do(self._built_anew)
        self.version += 1

    def _built_anew(self) -> Coach:
        return build(self.coach.paths, self.coach.clock, self.coach.sealing)

    async def lock(self) -> None:
        """Hides everything until the passphrase is said again."""

    async def meet_change(self) -> None:
        """Another process turned protection on or off."""

    async def look_whether_open(self) -> None:
        """While it is locked: another process may have taken protection off."""

    def take_theme(self) -> None:
        """The colours that were chosen, or else those that fit the terminal."""
        chosen = self.coach.settings.theme
        self.theme = chosen if chosen in self.available_themes else self.fitting

    def watch_theme(self, theme_name: str) -> None:
        """A theme chosen in the palette is one of the settings from then on."""
        chosen = self.coach.settings.theme
        is_new = theme_name not in {chosen, self.fitting if chosen == settings.AUTO else chosen}
        if self.is_running and is_new and theme_name in self.available_themes:
            self.attempt(partial(self.set, "theme", theme_name))

    def tell(self, words: str, *, is_trouble: bool = False) -> None:
        """One line, whatever it holds; the one before makes room, unless both are trouble."""
        if self.is_locked:
            return  # it may hold the person's words
        said = f"{words[:1].upper()}{words[1:]}" if is_trouble else words
        if not is_trouble or said == self._said:
            self.clear_notifications()
        self._said = said
        timeout = _LONG if is_trouble else _SHORT
        severity: SeverityLevel = "warning" if is_trouble else "information"
        self.notify(safe_text(said), severity=severity, timeout=timeout, markup=False)

    async def guarded(self, work: Callable[[], Awaitable[None]], of: DOMNode | None = None) -> None:
        """Does something that may fail, and says so if it does. A page that is left loses its widgets before
        it has shown what it read: that is no mistake."""
        top = next(iter(self.screen_stack[-1:]), None)
        page = top if of is None else of.screen if of.is_attached else None
        try:
            await work()
        except LockedError:
            await self._met_change()
        except CoachError as error:
            self.tell(str(error), is_trouble=True)
        except NoMatches as error:
            if self.is_running and any(page in self.stack_of(mode) for mode in self.MODES):
                self.unforeseen(error)
        except Exception as error:  # noqa: BLE001 - one thing that fails keeps nobody from the rest
            self.unforeseen(error)

    async def _met_change(self) -> None:
        try:
            await self.meet_change()
        except CoachError as error:
            self.tell(str(error), is_trouble=True)
        except Exception as error:  # noqa: BLE001 - one thing that fails keeps nobody from the rest
            self.unforeseen(error)

    def unforeseen(self, error: Exception) -> None:
        """A mistake of ours: said, and life goes on."""
        said = self._unforeseen(error)
        self.tell(f"{said[0].upper()}{said[1:]}", is_trouble=True)

    def _unforeseen(self, error: BaseException) -> str:
        return report.leave(error, self.coach.paths, self.coach.clock.now())

    def attempt(
        self, work: Callable[[], Awaitable[None]], of: DOMNode | None = None, latest: str = ""
    ) -> None:
        """Does it without waiting for it. It ends with what it is `of`; of a `latest`, one counts."""

        async def begin() -> None:
            try:
                await self.guarded(work, of)
            finally:
                self.asked.discard(work)

        if of is None:
            self.asked.add(work)

        node: DOMNode = of or self
        _: Worker[None] = node.run_worker(
            begin, group=latest or "default", exclusive=bool(latest), exit_on_error=False
        )

    def _fatal_error(self) -> None:
        """The last resort: the screen is given back, and a person is never shown a traceback."""
        said = self._unforeseen(self._exception) if self._exception else ""
        self._exit_renderables.append(
            Text(safe_text(filled(words.screens.says.ended, said=said, app_ended=words.shell.app_ended)))
        )
        self._close_messages_no_wait()
