"""Today, as a person meets it."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from textual.css.query import NoMatches

from coach.app import build
from coach.checkin.checkins import Answers
from coach.core.days import Clock
from coach.drafts import Draft
from coach.journal.capture import capture, new_entry
from coach.store.sealing import PLAIN
from coach.today.today import gather
from screens.app import CoachApp
from screens.base.drafting import Drafting
from screens.journal.entry import EntryScreen
from tests.screens.person import opened, press, row, screen_text, settled, type_in, until


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_today_shows_what_the_day_asks_and_what_was_written(coach, size):
    coach.journal.write("Walked before mail")
    coach.frames.point("Make onboarding boring")
    app = CoachApp(coach, gather(coach))
    async with opened(app, size) as pilot:
        shown = screen_text(app)
        assert "Friday 20 November" in shown
        assert "Check in" in shown
        assert "Walked before mail" in shown
        assert "Make onboarding boring" in shown
        assert "Energy" in shown
        assert "? help" in shown
        await press(pilot, "q")
    assert app.return_code == 0


async def test_the_first_frame_needs_no_second_look(coach, monkeypatch):
    coach.journal.write("Walked before mail")
    first = gather(coach)
    monkeypatch.setattr("screens.today.page.gather", lambda *_: 1 / 0)
    monkeypatch.setattr("screens.base.live.LiveApp.look_again", lambda _: settled_at_once())
    app = CoachApp(coach, first)
    async with opened(app):
        assert "Walked before mail" in screen_text(app)


async def settled_at_once() -> None:
    return


async def test_what_others_write_appears_by_itself_and_the_cursor_stays(coach, paths, clock, monkeypatch):
    monkeypatch.setattr("screens.base.live._LOOK_EVERY", 0.01)
    coach.journal.write("the one I look at")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, row("the one I look at"))
        build(paths, clock).journal.write("from another app")
        await until(pilot, lambda: "from another app" in screen_text(app))
        capture(paths.inbox, *new_entry(clock, "from a shell"), PLAIN)
        await until(pilot, lambda: "from a shell" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        assert "the one I look at" in screen_text(app)


async def test_the_day_turns_at_four(coach, paths, monkeypatch):
    monkeypatch.setattr("screens.base.live._LOOK_EVERY", 0.01)
    zone = ZoneInfo("Europe/Berlin")
    night = Clock(datetime(2026, 11, 21, 3, 59), zone)  # noqa: DTZ001
    coach = build(paths, night)
    coach.checkins.keep(gather(coach).day, Answers(energy=4))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        assert "Friday 20 November" in screen_text(app)
        assert "Checked in:" in screen_text(app)
        night._frozen = datetime(2026, 11, 21, 4, 0)  # noqa: DTZ001
        await until(pilot, lambda: "Saturday 21 November" in screen_text(app))
        assert "Check in   half a minute" in screen_text(app)


async def test_undo_says_what_it_does_before_it_does_it(coach):
    coach.journal.write("Walked before mail")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "u")
        assert "Added entry “Walked before mail”." in screen_text(app)
        assert "This removes it." in screen_text(app)
        await press(pilot, "escape")
        assert len(list(coach.journal.entries())) == 1
        await press(pilot, "u", "enter")
        assert not list(coach.journal.entries())
        await press(pilot, "U")
        assert "This brings it back." in screen_text(app)
        await press(pilot, "enter")
        assert len(list(coach.journal.entries())) == 1


async def test_undo_takes_back_no_other_change_than_the_one_it_named(coach, paths, clock):
    coach.journal.write("mine")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "u")
        build(paths, clock).journal.write("another window's")
        await press(pilot, "enter")
        assert {each.text for each in build(paths, clock).journal.entries()} == {"mine", "another window's"}
        assert "omething else was" in screen_text(app)


async def test_with_nothing_to_undo_one_line_says_so(app):
    async with opened(app) as pilot:
        await press(pilot, "escape", "u")
        assert "nothing to undo" in screen_text(app)


async def test_the_direction_is_written_and_changed(coach):
    coach.journal.write("x")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "f", "e")
        await type_in(pilot, "Make onboarding boring")
        await press(pilot, "ctrl+s", "escape")
        assert coach.frames.current().direction == "Make onboarding boring"
        assert "Make onboarding boring" in screen_text(app)
        await press(pilot, "f", "e")
        await type_in(pilot, " by March")
        await press(pilot, "ctrl+s")
        assert [each.direction for each in coach.frames.history()] == [
            "Make onboarding boring by March", "Make onboarding boring",
        ]  # fmt: skip


async def test_another_question_can_be_asked_for_and_written_to(coach):
    coach.journal.write("x")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        first = coach.prompts.of(gather(coach).day)
        await press(pilot, "x")
        assert first.text[:30] not in screen_text(app)
        await press(pilot, "p")
        await type_in(pilot, "an answer")
        await press(pilot, "ctrl+s", "escape")
        answered = next(coach.journal.entries())
        assert answered.prompt == coach.prompts.of(gather(coach).day, 1).id or answered.prompt != first.id
        assert answered.text == "an answer"


async def test_a_draft_left_by_a_dead_process_is_offered(coach):
    coach.journal.write("x")
    coach.drafts.keep_fields(
        Draft(
            "entry-1",
            "entries",
            "2026-11-20T08:00:00.000+01:00",
            {"text": "half a thought", "tags": ["walk"]},
        )
    )
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, row("Draft  08:00: half a thought"), "enter")
        assert "half a thought" in screen_text(app)
        assert "#walk" in screen_text(app)
        await press(pilot, "ctrl+s", "escape")
        assert next(coach.journal.entries()).text == "half a thought"
        assert not list(coach.drafts.left())
        assert "Draft" not in screen_text(app)


async def test_a_home_nobody_may_read_is_told_not_a_crash(coach, monkeypatch):
    coach.journal.write("private")

    def refuse(*_):
        raise PermissionError(13, "Permission denied", "/home/somebody")

    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        monkeypatch.setattr("coach.store.files.os.listdir", refuse)
        await app.guarded(app.look_again)
        await settled(pilot)
        assert "No permission" in screen_text(app)
        monkeypatch.undo()


async def test_damage_gets_its_own_screen_and_can_be_repaired_there(coach, paths, clock):
    coach.journal.write("precious")
    Path(coach.store.data_files.path_of("2026-11")).write_bytes(b"{")
    damaged = build(paths, clock)
    app = CoachApp(damaged, gather(damaged))
    async with opened(app) as pilot:
        shown = screen_text(app)
        assert "2026-11 is damaged" in shown
        assert "1 records, nothing is missing" in " ".join(shown.split())
        assert "Welcome" not in shown
        await press(pilot, "r")
        assert "precious" in screen_text(app)


async def test_damaged_data_can_be_read_and_the_bar_says_so(coach, paths, clock):
    coach.journal.write("from september", at=clock.at(datetime(2026, 9, 1, 9)))  # noqa: DTZ001
    coach.journal.write("precious")
    Path(coach.store.data_files.path_of("2026-11")).write_bytes(b"{")
    damaged = build(paths, clock)
    app = CoachApp(damaged, gather(damaged))
    async with opened(app) as pilot:
        await press(pilot, "o")
        assert "Reading only" in screen_text(app)
        await press(pilot, "n")
        await type_in(pilot, "still kept")
        await press(pilot, "ctrl+s")
        assert list(Path(paths.inbox).glob("*.json"))


async def test_newer_data_is_shown_and_not_written(coach, paths, clock):
    coach.journal.write("from the future")
    path = Path(coach.store.data_files.path_of("2026-11"))
    from tests.safety.test_ground import resigned

    path.write_bytes(resigned(path.read_bytes().replace(b'"format": 2', b'"format": 9')))
    newer = build(paths, clock)
    app = CoachApp(newer, gather(newer))
    async with opened(app) as pilot:
        assert "A newer coach has written here" in screen_text(app)
        await press(pilot, "escape")
        assert "from the future" in screen_text(app)


async def test_a_busy_home_says_so_and_goes_on_by_itself(coach, paths, clock, monkeypatch):
    monkeypatch.setattr("coach.store.condition._GLANCE", 0.05)
    monkeypatch.setattr("screens.base.trouble._LOOK_EVERY", 0.05)
    coach.journal.write("here")
    other = build(paths, clock)
    app = CoachApp(coach, gather(coach))
    with ExitStack() as holding:
        holding.enter_context(other.store.repairing())
        async with opened(app) as pilot:
            await until(pilot, lambda: "Another coach is at work" in screen_text(app))
            assert "09:00" not in screen_text(app)
            holding.close()
            await until(pilot, lambda: "09:00       here" in screen_text(app))


async def test_a_read_only_home_says_so(coach, monkeypatch):
    coach.journal.write("here")
    monkeypatch.setattr("coach.store.condition.os.access", lambda *_: False)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        assert "can be read but not written" in screen_text(app)
        await press(pilot, "o")
        assert "here" in screen_text(app)


async def test_something_unforeseen_is_one_line_and_no_traceback(coach, monkeypatch, capsys):
    app = CoachApp(coach, gather(coach))
    with pytest.raises(ZeroDivisionError):
        async with opened(app) as pilot:
            await settled(pilot)
            app.call_later(lambda: 1 / 0)
            await pilot.pause(0.1)
    said = capsys.readouterr().err
    assert "something unforeseen" in said
    assert "Traceback" not in said


async def test_a_page_left_while_it_reads_is_no_mistake(coach):
    async def reads():
        app.pop_screen()
        raise NoMatches("its widgets are gone")

    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2")
        app.attempt(reads)
        await settled(pilot)
        assert "unforeseen" not in screen_text(app)


async def test_a_draft_that_is_being_written_when_its_page_is_over_is_gone(coach, monkeypatch):
    coach.journal.write("One before")
    keep, begun, may_go_on = coach.drafts.keep_fields, Event(), Event()

    def slowly(draft):
        begun.set()
        may_go_on.wait()
        keep(draft)

    monkeypatch.setattr(coach.drafts, "keep_fields", slowly)
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        drafting = Drafting(app, "checkin-x", "checkins", lambda: {"line": "half a thought"})
        writing = asyncio.create_task(drafting.keep())
        await until(pilot, begun.is_set)
        over = asyncio.create_task(drafting.over())
        await asyncio.sleep(0)
        may_go_on.set()
        await asyncio.gather(writing, over)
        assert not Path(coach.drafts.place("checkin-x")).exists()
