"""Protection in the app: asking, locking, turning it on and off, and what may be seen meanwhile."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from coach.app import Coach, build
from coach.core.errors import CoachError
from coach.settings import write
from coach.store import files, protecting, recovery
from coach.store.keys import LEAST
from coach.store.lock import Lock
from coach.store.seals import Seals
from coach.today.today import gather
from screens.app import CoachApp
from screens.base import idle
from screens.sheets.confirm import ConfirmSheet
from screens.start.locking import LockScreen
from tests.screens.person import opened, place, press, row, screen_text, settled, type_in, until

SECRET, OTHER = "correct horse battery", "staple of another kind"
PRIVATE = "Nobody may read this"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(protecting, "calibrated", lambda: LEAST)


@pytest.fixture
def locked(coach) -> Coach:
    coach.journal.write(PRIVATE)
    protecting.protect(coach.store, SECRET, LEAST)
    return Coach(coach.paths, coach.clock)


@asynccontextmanager
async def unlocked(locked, size=(80, 24)):
    app = CoachApp(locked)
    async with opened(app, size) as pilot:
        await unlock(pilot)
        yield pilot, app


def is_trying(app) -> bool:
    return isinstance(app.screen, LockScreen) and app.screen._is_trying


async def unlock(pilot, secret=SECRET):
    await type_in(pilot, secret)
    await pilot.press("enter")
    await until(pilot, lambda: not pilot.app.is_locked)
    await settled(pilot)


async def test_a_look_that_fails_after_the_passphrase_leaves_no_page_empty(locked, monkeypatch):
    app = CoachApp(locked)
    failing = [CoachError("the disk went for a moment")]
    look = CoachApp.look_again

    async def looked(self: CoachApp) -> None:
        if failing:
            raise failing.pop()
        await look(self)

    async with opened(app, (120, 40)) as pilot:
        monkeypatch.setattr(CoachApp, "look_again", looked)
        await unlock(pilot)
        assert not failing
        assert "this week" in screen_text(app)


async def test_it_opens_with_the_passphrase_and_shows_nothing_before(locked):
    app = CoachApp(locked)
    async with opened(app) as pilot:
        assert place(app) is LockScreen
        await type_in(pilot, "wrong")
        assert "wrong" not in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: "not it" in screen_text(app))
        await unlock(pilot)
        assert app.season is None
        await press(pilot, "2")
        assert PRIVATE in screen_text(app)


async def test_three_wrong_tries_and_a_recovery_code(locked):
    seals = Seals(locked.paths)
    seals.unlock(SECRET)
    code = recovery.new_code()
    protecting.take_recovery(build(locked.paths, locked.clock, seals).store, code)
    app = CoachApp(Coach(locked.paths, locked.clock))
    async with opened(app) as pilot:
        for _ in range(3):
            await type_in(pilot, "no")
            await pilot.press("enter")
            await until(pilot, lambda: not is_trying(app))
            await settled(pilot)
        assert "recovery code works" in " ".join(screen_text(app).split())
        assert app.is_locked
        await unlock(pilot, code.lower())


async def test_what_is_being_written_is_sealed_and_there_again(locked):
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "n")
        await type_in(pilot, "half a thought")
        await press(pilot, "f12")
        await until(pilot, lambda: app.coach.sealing.is_locked)
        assert place(app) is LockScreen
        assert "half a thought" not in screen_text(app)
        (draft,) = [name for name in os.listdir(locked.paths.drafts) if name.endswith(".json")]
        assert files.read(os.path.join(locked.paths.drafts, draft)).startswith(b"coach sealed")
        await unlock(pilot)
        assert "half a thought" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert next(iter(app.coach.journal.entries())).text == "half a thought"


@pytest.mark.parametrize(
    "keys", [["c"], ["slash"], ["question_mark"], ["ctrl+p"], ["u"], ["f", "e"], ["comma", "enter"]]
)
async def test_it_covers_whatever_lies_open_and_lets_nothing_through(locked, keys):
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "2", *keys)
        await press(pilot, "f12")
        await until(pilot, lambda: app.coach.sealing.is_locked)
        for key in ("escape", "2", "ctrl+p", "f1", "f3", "tab", "f12", "u", "f8", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert place(app) is LockScreen
        app.tell(PRIVATE)
        await pilot.pause()
        assert PRIVATE not in screen_text(app)
        await until(pilot, lambda: not is_trying(app))
        app.screen.query_one("Line").value = ""
        await unlock(pilot)
        assert not isinstance(app.screen, LockScreen)


async def test_what_comes_late_comes_to_lie_below(locked):
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "f12")
        await until(pilot, lambda: app.coach.sealing.is_locked)
        await app.push_screen(ConfirmSheet(PRIVATE, [PRIVATE]))
        await settled(pilot)
        assert place(app) is LockScreen
        assert PRIVATE not in screen_text(app)
        await unlock(pilot)
        await until(pilot, lambda: not isinstance(app.screen, LockScreen))


async def test_a_while_without_a_key_locks_it(locked, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(idle, "since_boot", lambda: now[0])
    async with unlocked(locked) as (pilot, app):
        now[0] += 9 * 60
        await app._poll()
        assert not app.is_locked
        await press(pilot, "down")
        now[0] += 9 * 60
        await app._poll()
        assert not app.is_locked
        now[0] += 61
        await app._poll()
        await until(pilot, lambda: app.coach.sealing.is_locked)
        assert place(app) is LockScreen


@pytest.mark.parametrize(("minutes", "locks"), [("0", False), ("1", True)])
async def test_how_long_is_the_persons_own_choice(locked, monkeypatch, minutes, locks):
    now = [1000.0]
    monkeypatch.setattr(idle, "since_boot", lambda: now[0])
    write(locked.paths.config, "lock_after", minutes)
    async with unlocked(Coach(locked.paths, locked.clock)) as (pilot, app):
        now[0] += 24 * 3600
        await app._poll()
        await pilot.pause()
        await settled(pilot)
        assert app.is_locked is locks


async def test_half_a_passphrase_is_gone_when_the_page_comes_back(locked):
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "comma", row("protection"), "enter", "p")
        await type_in(pilot, "half of it")
        await press(pilot, "f12")
        await until(pilot, lambda: app.coach.sealing.is_locked)
        await unlock(pilot)
        assert app.screen.query_one("Line").value == ""


async def test_without_protection_there_is_nothing_to_lock(coach):
    coach.journal.write(PRIVATE)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "f12")
        assert place(app) is not LockScreen
        assert "not protected" in screen_text(app)


async def test_another_window_notices_protection_and_keeps_its_text(coach):
    coach.journal.write(PRIVATE)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "half a thought")
        other = build(coach.paths, coach.clock)
        protecting.protect(other.store, SECRET, LEAST)
        await type_in(pilot, " more")
        await app._poll()
        await until(pilot, lambda: app.is_locked)
        assert place(app) is LockScreen
        assert "half a thought" not in screen_text(app)
        await unlock(pilot)
        assert "half a thought more" in screen_text(app)
        await press(pilot, "ctrl+s")
        protecting.unprotect(build(coach.paths, coach.clock, app.coach.sealing).store)
        await app._poll()
        await settled(pilot)
        assert not app.coach.sealing.is_on
        await type_in(pilot, " and open")
        await press(pilot, "ctrl+s")
        assert next(iter(build(coach.paths, coach.clock).journal.entries())).text.endswith("and open")


async def test_a_save_that_meets_protection_asks_for_the_passphrase(coach):
    coach.journal.write(PRIVATE)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "n")
        await type_in(pilot, "half a thought")
        protecting.protect(build(coach.paths, coach.clock).store, SECRET, LEAST)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: app.is_locked)
        await unlock(pilot)
        assert "half a thought" in screen_text(app)
        await press(pilot, "ctrl+s")
    seals = Seals(coach.paths)
    seals.unlock(SECRET)
    texts = {each.text for each in build(coach.paths, coach.clock, seals).journal.entries()}
    assert texts == {"half a thought", PRIVATE}


async def test_turning_it_on_changing_and_taking_it_off(coach):
    coach.journal.write(PRIVATE)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "comma", row("protection"), "enter", "enter")
        await type_in(pilot, "short")
        await press(pilot, "enter")
        assert "fewer than 8" in screen_text(app)
        await press(pilot, "ctrl+u")
        await type_in(pilot, SECRET)
        assert SECRET not in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "another")
        await press(pilot, "enter")
        assert "not the same" in screen_text(app)
        for _ in range(2):
            await type_in(pilot, SECRET)
            await press(pilot, "enter")
        await until(pilot, lambda: os.path.exists(coach.paths.keys) and not app.coach.sealing.is_turning)
        await settled(pilot)
        await press(pilot, "escape")
        Seals(coach.paths).unlock(SECRET)

        await press(pilot, "enter", "p")
        await said_again(pilot, SECRET)
        for _ in range(2):
            await type_in(pilot, OTHER)
            await press(pilot, "enter")
        await settled(pilot)
        Seals(coach.paths).unlock(OTHER)

        await press(pilot, "enter", "r")
        await said_again(pilot, OTHER)
        await until(pilot, lambda: "Recovery code" in screen_text(app))
        await press(pilot, "escape")

        await press(pilot, "enter", "u")
        await type_in(pilot, "not it at all")
        await press(pilot, "enter")
        await until(pilot, lambda: "not the passphrase" in screen_text(app))
        await press(pilot, "ctrl+u")
        await said_again(pilot, OTHER)
        await press(pilot, "enter")
        await until(pilot, lambda: not os.path.exists(coach.paths.keys))


async def said_again(pilot, secret):
    await type_in(pilot, secret)
    await press(pilot, "enter")
    await settled(pilot)


async def test_a_pasted_passphrase_is_taken_as_it_is(coach):
    coach.journal.write("x")
    protecting.protect(coach.store, "two  spaces\tand a tab", LEAST)
    app = CoachApp(Coach(coach.paths, coach.clock))
    async with opened(app) as pilot:
        app.screen.query_one("Line").post_message(events.Paste("two  spaces\tand a tab\n"))
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: not app.is_locked)


async def test_ones_own_editor_would_leave_copies(locked):
    async with unlocked(locked) as (pilot, app):
        handed: list[object] = []
        app.hand_over = handed.append
        await press(pilot, "n")
        await type_in(pilot, "half a thought")
        await press(pilot, "ctrl+e")
        await settled(pilot)
        assert handed == []
        assert not list(Path(locked.paths.home).rglob("*.md"))


async def test_who_comes_back_after_long_says_the_passphrase_first(locked, monkeypatch):
    """Also when the first key is faster than the clock, as after the machine slept."""
    now = [1000.0]
    monkeypatch.setattr(idle, "since_boot", lambda: now[0])
    async with unlocked(locked) as (pilot, app):
        now[0] += 8 * 3600
        await pilot.press("2")
        await until(pilot, lambda: app.coach.sealing.is_locked)
        assert place(app) is LockScreen
        assert PRIVATE not in screen_text(app)


async def test_a_text_that_cannot_be_saved_just_now_is_captured_sealed(locked):
    """Another process holds the data: the capture that is made instead is a letter."""
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "n")
        await type_in(pilot, "Rotkehlchen")
        app.coach.store._lock._patience = 0
        with Lock(locked.paths.lock).held():
            await pilot.press("ctrl+s")
            await until(pilot, lambda: bool(files.names_in(locked.paths.inbox)))
            (name,) = os.listdir(locked.paths.inbox)
            assert b"Rotkehlchen" not in files.read(os.path.join(locked.paths.inbox, name))
        await settled(pilot)


@pytest.mark.parametrize("way", ["unprotected", "gone"])
async def test_what_is_locked_stays_so_when_the_keys_go(locked, way):
    """Protection taken off elsewhere, or a disk that went: nobody has said who sits there."""
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "n")
        await type_in(pilot, "Rotkehlchen")
        await press(pilot, "f12")
        await until(pilot, lambda: app.coach.sealing.is_locked)
        if way == "unprotected":
            seals = Seals(locked.paths)
            seals.unlock(SECRET)
            protecting.unprotect(build(locked.paths, locked.clock, seals).store)
        else:
            os.rename(locked.paths.home, f"{locked.paths.home}-away")
        for _ in range(2):
            await app._poll()
            await settled(pilot)
            await type_in(pilot, "anything")
            await pilot.press("enter")
            await until(pilot, lambda: not is_trying(app))
            await settled(pilot)
            assert place(app) is LockScreen
            assert "Rotkehlchen" not in screen_text(app)
        assert "off" in screen_text(app)
        if way == "gone":
            assert not os.path.exists(locked.paths.home)
        else:
            assert [draft.text for draft in build(locked.paths, locked.clock).drafts.left()] == [
                "Rotkehlchen"
            ]


async def test_a_disk_that_goes_covers_what_is_open(locked):
    async with unlocked(locked) as (pilot, app):
        await press(pilot, "2")
        os.rename(locked.paths.home, f"{locked.paths.home}-away")
        await app._poll()
        await until(pilot, lambda: app.is_locked)
        assert PRIVATE not in screen_text(app)
        assert not os.path.exists(locked.paths.home)
