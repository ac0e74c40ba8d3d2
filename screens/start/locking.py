"""Locking: after a while without a key, and when asked to. The page is covered first, then the key goes."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from coach.app import Coach, build
from coach.core.errors import CoachError, WrongPassphraseError
from coach.core.safe_text import safe_text
from coach.core.texts import words
from coach.store import short_unlock
from screens.base import leaving
from screens.closing import Closing
from screens.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from screens.app import CoachApp

_PATIENT_AFTER = 3


class LockScreen(Closing[None], ModalScreen[None]):
    """Hides everything until the passphrase is there. What would lie over it comes to lie below."""

    PLACE: ClassVar[str] = "locked"

    def __init__(self, told: str = "") -> None:
        super().__init__()
        self._told = told or words.protect.screen.line
        self._tries = 0
        self._is_trying = False

    def compose(self) -> ComposeResult:
        """One line to type into, and that nothing is lost."""
        with Vertical(id="locked"):
            title = Content.styled(words.protect.screen.title, "bold")
            yield Static(title, classes="title", markup=False)
            yield Line(password=True, placeholder=words.protect.screen.ask)
            yield Static(Content(self._told), id="about", markup=False)
            yield Static(words.protect.screen.keys_hint, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Line).focus()

    def on_screen_suspend(self) -> None:
        """Something came to lie over it that was on its way when it was locked."""
        if self.home.is_locked and self.is_attached and not isinstance(self.home.screen, LockScreen):
            self.home.push_screen(LockScreen())

    def on_input_submitted(self) -> None:
        """A try."""
        if not self._is_trying:
            self._is_trying = True
            self.home.attempt(partial(self._try, self.query_one(Line).written))

    def tell(self, said: str) -> None:
        """Another line below."""
        for about in self.query("#about").results(Static):
            about.update(Content(safe_text(said)))

    async def action_away(self) -> None:
        """There is no way around it."""

    async def _try(self, typed: str) -> None:
        self.tell(words.protect.screen.trying)
        try:
            await unlock(self.home, typed)
        except WrongPassphraseError:
            self._tries += 1
            patient = "wrong_thrice_code" if self.coach.sealing.has_recovery else "wrong_thrice"
            self.tell(words.protect.screen[patient if self._tries >= _PATIENT_AFTER else "wrong"])
        except CoachError as error:
            self.tell(str(error))
        finally:
            self._is_trying = False
            for line in self.query(Line):
                line.value = ""


async def lock(app: CoachApp) -> None:
    """Covers the page, keeps what is being written, and forgets the key."""
    if app.is_locked:
        return
    app.clear_notifications()
    app.is_locked = True
    cover = LockScreen()
    await app.push_screen(cover)
    _forget_passphrases(app)
    is_kept = await leaving.keep_everything(app)
    seals = app.coach.sealing
    await app.background.do(lambda: short_unlock.forget(seals, os.environ))
    await app.background.do(seals.lock)
    app.coach = Coach(app.coach.paths, app.coach.clock, seals)  # what was read is forgotten with it
    if not is_kept:
        cover.tell(words.protect.screen.not_kept)


def _forget_passphrases(app: CoachApp) -> None:
    """What was half typed of one stands there no more when the page comes back."""
    for screen in [each for mode in app.MODES for each in app.stack_of(mode)]:
        for line in screen.query(Line):
            if line.password:
                line.value = ""


async def unlock(app: CoachApp, typed: str) -> None:
    """Everything as it was left. A wrong passphrase changes nothing."""
    paths, clock, seals = app.coach.paths, app.coach.clock, app.coach.sealing
    await app.background.do(lambda: seals.unlock(typed))
    try:
        app.coach = await app.background.do(lambda: build(paths, clock, seals))
    except BaseException:
        seals.lock()
        raise
    await _uncover(app)
    if seals.was_recovered:
        app.tell(words.protect.screen.opened_with_code, is_trouble=True)


async def _uncover(app: CoachApp) -> None:
    app.is_locked = False
    app.idle.touched()
    for screen in reversed(app.screen_stack):
        if isinstance(screen, LockScreen):
            screen.close()
    await leaving.keep_everything(app)
    await app.opened()


async def look_whether_open(app: CoachApp) -> None:
    """Protection was taken off elsewhere, or the disk went: it stays covered, nobody said who is there."""
    if app.coach.sealing.is_taken_off and isinstance(app.screen, LockScreen):
        app.screen.tell(words.protect.screen.taken_off)


async def meet_change(app: CoachApp) -> None:
    """Another process turned protection on or off, or changed whose it is."""
    if app.is_locked:
        return
    was_on = app.coach.sealing.is_on
    fresh = Coach(app.coach.paths, app.coach.clock)
    is_gone = was_on and await app.background.do(fresh.store.is_away)
    if fresh.sealing.is_locked or is_gone:
        app.is_locked = True
        app.clear_notifications()
        if not is_gone:
            app.coach = fresh
        told = "taken_off" if is_gone else "elsewhere"
        await app.push_screen(LockScreen(words.protect.screen[told]))
    else:
        app.coach = await app.background.do(lambda: build(fresh.paths, fresh.clock))
        await app.opened()
