"""Protection in the settings: turning it on and off, another passphrase, a recovery sheet, what lies open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.content import filled, words
from coach.counting import counted
from coach.errors import UsageError
from coach.recovery_sheet import sheet
from coach.store import plain_copies, protecting
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
            words("protect", "screen", "choose"),
            [
                ("p", words("protect", "screen", "change"), _change),
                ("r", words("protect", "screen", "sheet"), _recovery),
                ("o", words("protect", "screen", "copies"), _open_copies),
                ("u", words("protect", "screen", "unprotect"), _turn_off),
            ],
        )
    )
    if chosen:
        await chosen(app)


async def _turn_on(app: CoachApp) -> None:
    store = app.coach.store
    lines = [*words("protect", "before").splitlines(), words("protect", "good")]
    if not await app.push_screen_wait(ConfirmSheet(words("protect", "screen", "choose"), lines)):
        return
    secret = await _new_passphrase(app)
    if secret is None:
        return
    app.tell(words("protect", "screen", "sealing"))
    await app.background.do(lambda: protecting.protect(store, secret))
    app.idle.touched()
    app.tell(words("protect", "screen", "sealed"))
    await _open_copies(app)
    lines = [words("protect", "sheet_note")]
    if await app.push_screen_wait(ConfirmSheet(words("protect", "sheet_ask"), lines)):
        await _recovery(app)


async def _new_passphrase(app: CoachApp) -> str | None:
    """The same, typed twice."""
    said = await _secret(app, "new", words("protect", "good"), protecting.check_new)
    if said is None:
        return None

    def check(typed: str) -> None:
        if typed != said:
            raise UsageError(words("protect", "differ"))

    return await _secret(app, "twice", "", check)


async def _secret(app: CoachApp, title: str, about: str, check: Callable[[str], object]) -> str | None:
    asking = AskSheet(words("protect", "screen", title), about=about, check=check, is_secret=True)
    return await app.push_screen_wait(asking)


async def _said_again(app: CoachApp) -> bool:
    """Who is at the keys knows the passphrase: nobody else may change what opens the data."""

    async def check(typed: str) -> None:
        await app.background.do(lambda: Seals(app.coach.paths).unlock(typed))

    now = AskSheet(words("protect", "screen", "now"), keep=check, is_secret=True)
    return await app.push_screen_wait(now) is not None


async def _change(app: CoachApp) -> None:
    if await _said_again(app) and (secret := await _new_passphrase(app)):
        store = app.coach.store
        await app.background.do(lambda: protecting.change(store, secret))
        app.tell(words("protect", "changed"))


async def _recovery(app: CoachApp) -> None:
    if not await _said_again(app):
        return
    coach = app.coach
    code = await app.background.do(lambda: protecting.new_recovery(coach.store))
    lines = [
        *sheet(code, coach.paths.home, coach.reader().today),
        "",
        words("protect", "screen", "sheet_keys"),
    ]
    await app.push_screen_wait(ConfirmSheet(lines[0], lines[3:]))


async def _turn_off(app: CoachApp) -> None:
    if not await _said_again(app):
        return
    title, line = words("protect", "screen", "unprotect"), words("protect", "sure_off")
    if await app.push_screen_wait(ConfirmSheet(title, [line])):
        store = app.coach.store
        await app.background.do(lambda: protecting.unprotect(store))
        app.tell(words("protect", "undone"))


async def _open_copies(app: CoachApp) -> None:
    """Names what still lies open, sort by sort, and does something about it when the person agrees."""
    store = app.coach.store
    found = await app.background.do(lambda: plain_copies.plain_copies(store))
    if not found:
        app.tell(words("protect", "plain", "none"))
    for sort in plain_copies.SORTS:
        if here := [each for each in found if each.sort == sort]:
            await _ask_about(app, here)


async def _ask_about(app: CoachApp, here: list[PlainCopy]) -> None:
    sort = here[0].sort
    lines = [each.path for each in here[:_SHOWN]]
    if len(here) > _SHOWN:
        lines.append(f"… {len(here) - _SHOWN:,}")
    title = words("protect", "sorts", sort)
    if sort == "others":
        await app.push_screen_wait(ConfirmSheet(title, lines))
        return
    question = "encrypt" if sort == "backups" else f"remove_{sort}"
    lines += ["", words("protect", "plain", question)]
    if not await app.push_screen_wait(ConfirmSheet(title, lines)):
        return
    store = app.coach.store
    for each in here:
        if sort == "backups":
            await app.background.do(lambda each=each: plain_copies.encrypt(store, each))  # type: ignore[misc]
        else:
            await app.background.do(lambda each=each: plain_copies.remove(each))  # type: ignore[misc]
    told = "encrypted" if sort == "backups" else "removed"
    app.tell(filled(words("protect", "plain", told), count=counted(len(here), "file")))
