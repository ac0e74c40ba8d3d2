"""Protection in the settings: turning it on and off, another passphrase, a recovery sheet, what lies open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.texts import filled, words
from coach.store import plain_copies, protecting
from coach.store.recovery import new_code
from coach.store.recovery_sheet import code_lines
from coach.store.seals import Seals
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.sheets.pick import PickSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.store.plain_copies import PlainCopy
    from screens.app import CoachApp

_SHOWN = 5


async def protection(app: CoachApp) -> None:
    """What can be done about it just now."""
    if not app.coach.sealing.is_on:
        await _turn_on(app)
        return
    chosen = await app.push_screen_wait(
        PickSheet(
            words.protect.screen.choose,
            [
                ("p", words.protect.screen.change, _change),
                ("r", words.protect.screen.sheet, _recovery),
                ("o", words.protect.screen.copies, _open_copies),
                ("u", words.protect.screen.unprotect, _turn_off),
            ],
        )
    )
    if chosen:
        await chosen(app)


async def _turn_on(app: CoachApp) -> None:
    protecting.check_possible()
    store = app.coach.store
    lines = [*words.protect.before.splitlines(), words.protect.good]
    if not await app.push_screen_wait(ConfirmSheet(words.protect.screen.choose, lines)):
        return
    secret = await _new_passphrase(app)
    if secret is None:
        return
    app.tell(words.protect.screen.sealing)
    await app.background.do(lambda: protecting.protect(store, secret))
    app.idle.touched()
    app.tell(words.protect.screen.sealed)
    lines = [words.protect.sheet_note]
    if await app.push_screen_wait(ConfirmSheet(words.protect.sheet_ask, lines)):
        await _write_down(app)
    await _open_copies(app)


async def _new_passphrase(app: CoachApp) -> str | None:
    """A new one, typed twice; when the two differ, both are asked for again."""
    about = words.protect.good
    while (said := await _secret(app, "new", about, protecting.check_new)) is not None:
        again = await _secret(app, "twice", "", str)
        if again is None or again == said:
            return again
        about = words.protect.differ
    return None


async def _secret(app: CoachApp, title: str, about: str, check: Callable[[str], object]) -> str | None:
    asking = AskSheet(words.protect.screen[title], about=about, check=check, is_secret=True)
    return await app.push_screen_wait(asking)


async def _said_again(app: CoachApp) -> bool:
    """Who is at the keys knows the passphrase: nobody else may change what opens the data."""

    async def check(typed: str) -> None:
        await app.background.do(lambda: Seals(app.coach.paths).unlock(typed))

    now = AskSheet(words.protect.screen.now, keep=check, is_secret=True)
    return await app.push_screen_wait(now) is not None


async def _change(app: CoachApp) -> None:
    if await _said_again(app) and (secret := await _new_passphrase(app)):
        store = app.coach.store
        await app.background.do(lambda: protecting.change(store, secret))
        app.tell(words.protect.changed)


async def _recovery(app: CoachApp) -> None:
    if not await _said_again(app):
        return
    if app.coach.sealing.has_recovery:
        asked = ConfirmSheet(words.protect.screen.sheet, [words.protect.sheet_again])
        if not await app.push_screen_wait(asked):
            return
    await _write_down(app)


async def _write_down(app: CoachApp) -> None:
    """The code opens the data once it is written down, and not before."""
    store, code = app.coach.store, new_code()
    lines = [
        "",
        *code_lines(code),
        "",
        words.protect.screen.sheet_about,
        words.protect.screen.code_ask,
    ]
    if await app.push_screen_wait(ConfirmSheet(words.protect.sheet.code, lines)):
        await app.background.do(lambda: protecting.take_recovery(store, code))


async def _turn_off(app: CoachApp) -> None:
    if not await _said_again(app):
        return
    title, line = words.protect.screen.unprotect, words.protect.sure_off
    if await app.push_screen_wait(ConfirmSheet(title, [line])):
        store = app.coach.store
        await app.background.do(lambda: protecting.unprotect(store))
        app.tell(words.protect.undone)


async def _open_copies(app: CoachApp) -> None:
    """Names what still lies open, sort by sort, and does something about it when the person agrees."""
    store = app.coach.store
    found = await app.background.do(lambda: plain_copies.plain_copies(store))
    if not found:
        app.tell(words.protect.plain.none)
    for sort in plain_copies.SORTS:
        if here := [each for each in found if each.sort == sort]:
            await _ask_about(app, here)


async def _ask_about(app: CoachApp, here: list[PlainCopy]) -> None:
    lines = [each.path for each in here[:_SHOWN]]
    if len(here) > _SHOWN:
        lines.append(f"… {len(here) - _SHOWN:,}")
    title, act = words.protect.sorts[here[0].sort], next((each.act for each in here if each.act), None)
    fitting = [each for each in here if each.act]
    if not all(each.act for each in here):
        lines += ["", words.protect.plain.yours]
    if act:
        lines += ["", filled(words.protect.plain[act], count=counted(len(fitting), "file"))]
    if await app.push_screen_wait(ConfirmSheet(title, lines)) and act:
        store = app.coach.store
        left = await app.background.do(lambda: plain_copies.act_on(store, fitting))
        told = words.protect.plain[f"{act}_done"]
        app.tell(filled(told, count=counted(len(fitting) - len(left), "file")))
