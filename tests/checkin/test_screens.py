"""The check-in sheet."""

from __future__ import annotations

import errno
import threading
from datetime import date, timedelta

import pytest
from textual.events import Key

from coach.app import build
from coach.checkin.checkins import Answers
from coach.checkin.records import Checkin
from coach.core.days import Clock
from coach.core.errors import BusyError
from coach.drafts import Draft
from coach.journal.capture import capture, new_entry
from coach.signals.records import Signal
from coach.store.inbox import for_captures
from coach.today.today import gather
from screens.app import CoachApp
from screens.checkin.sheet import CheckinSheet
from screens.sheets.confirm import ConfirmSheet
from tests.screens.person import opened, place, press, screen_text, settled, type_in, until

TODAY = date(2026, 11, 20)


@pytest.fixture
def begun(coach) -> CoachApp:
    """The app of a person who is past the welcome."""
    coach.journal.write("x")
    return CoachApp(coach, gather(coach))


def used(coach, *tags: str) -> None:
    """These tags have been used lately, the first one most."""
    for number, tag in enumerate(tags):
        for day in range(len(tags) - number):
            coach.checkins.keep(TODAY - timedelta(days=1 + day + number), Answers(energy=3, gave=tag))


async def test_a_plain_check_in_takes_at_most_twelve_keys(coach):
    used(coach, "walk", "mail", "deep work")
    offered = coach.tags.offered(TODAY)
    app = CoachApp(coach, gather(coach))
    keys = ["c", "4", "2", "1", "enter", "3", "enter", "enter", "enter", "enter"]
    async with opened(app) as pilot:
        await press(pilot, *keys)
        assert len(keys) <= 12
        assert "Checked in for" in screen_text(app)
        assert "Checked in:" in screen_text(app)
    kept = coach.checkins.of(TODAY)
    assert (kept.energy, kept.mostly, kept.gave, kept.took) == (4, "delivery", offered[0], offered[2])


async def test_every_field_can_be_filled_and_changed(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "2", "3")
        await type_in(pilot, "a new tag\n")
        await type_in(pilot, "mail\n")
        await type_in(pilot, "Shipped the brief\n")
        await press(pilot, "3", "y")
        kept = coach.checkins.of(TODAY)
        assert kept.fields() | {"energy": 2, "gave": "a new tag", "took": "mail"} == kept.fields()
        assert (kept.line, kept.direction, kept.unusual) == ("Shipped the brief", "half", True)
        await press(pilot, "c")
        shown = screen_text(begun)
        assert "Shipped the brief" in shown
        assert "a new tag" in shown
        await press(pilot, "5", "ctrl+s")
    assert coach.checkins.of(TODAY).energy == 5
    assert coach.checkins.of(TODAY).line == "Shipped the brief"
    assert sum(1 for _ in coach.store.read("2026-11", Checkin)) == 1


async def test_what_is_left_halfway_waits(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "4", "escape")
        assert coach.checkins.of(TODAY) is None
        assert "waits" in screen_text(begun)
        assert "Begun, check-in" in screen_text(begun)
        await press(pilot, "c", "ctrl+s")
    assert coach.checkins.of(TODAY).energy == 4
    assert coach.drafts.read_fields(f"checkin-{TODAY}") is None


async def test_nothing_said_is_nothing_kept(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", *["enter"] * 7)
        assert place(begun) is not CheckinSheet
    assert coach.checkins.of(TODAY) is None


async def test_a_day_that_is_two_days_past_is_recalled(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "pageup", "pageup", "pageup")
        assert "recalled" in screen_text(begun)
        await press(pilot, "3", "ctrl+s")
        await press(pilot, "c", "pageup", "4", "ctrl+s")
    assert coach.checkins.of(TODAY - timedelta(days=3)).recalled
    assert not coach.checkins.of(TODAY - timedelta(days=1)).recalled


async def test_no_day_to_come_can_be_checked_in(begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "pagedown")
        assert "today" in screen_text(begun)


async def test_after_a_gap_a_card_says_welcome_and_asks_for_nothing(coach):
    coach.checkins.keep(TODAY - timedelta(days=9), Answers(energy=3))
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        shown = screen_text(app)
        assert "Good to have you back" in shown
        assert "missed" not in shown
        await press(pilot, "c", "4", "ctrl+s")
        assert "Good to have you back" not in screen_text(app)


async def test_who_only_captured_in_these_days_was_not_away(coach, paths):
    before = build(paths, Clock(coach.clock.now() - timedelta(days=9)))
    before.checkins.keep(TODAY - timedelta(days=9), Answers(energy=3))
    yesterday = Clock(coach.clock.now() - timedelta(days=1))
    record_id, fields = new_entry(yesterday, "in the shell")
    capture(paths.inbox, record_id, fields, for_captures(paths))
    app = CoachApp(build(paths, coach.clock), gather(build(paths, coach.clock)))
    async with opened(app):
        assert "Good to have you back" not in screen_text(app)


async def test_who_worked_in_these_days_was_not_away(coach, paths):
    before = build(paths, Clock(coach.clock.now() - timedelta(days=9)))
    before.checkins.keep(TODAY - timedelta(days=9), Answers(energy=3))
    build(paths, Clock(coach.clock.now() - timedelta(days=1))).journal.write("the window, from end to end")
    coach.journal.write("and today")
    app = CoachApp(coach, gather(coach))
    async with opened(app):
        assert "Good to have you back" not in screen_text(app)


async def test_a_line_with_an_exclamation_mark_is_parked_as_a_signal(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "4", "enter", "enter", "enter")
        await type_in(pilot, "! the offsite keeps coming back")
        await press(pilot, "ctrl+s")
    assert [each.text for each in coach.store.read("2026-11", Signal)] == ["the offsite keeps coming back"]


async def test_a_day_with_nothing_but_energy_shows_in_this_week(coach):
    for days in range(30):
        coach.checkins.keep(TODAY - timedelta(days=days), Answers(energy=1 + days % 5, unusual=days == 3))
    app = CoachApp(coach, gather(coach))
    async with opened(app):
        line = next(line for line in screen_text(app).splitlines() if "Energy" in line)
        assert line.split()[2:7] == ["██", "·", "▄▄", "▂▂", "▁▁"]
        assert "mean 2.9" in line


async def test_the_night_still_belongs_to_the_day_before(paths, clock):
    from datetime import datetime
    from zoneinfo import ZoneInfo

    coach = build(paths, Clock(datetime(2026, 11, 21, 2, 30), ZoneInfo("Europe/Berlin")))  # noqa: DTZ001
    coach.journal.write("x")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "c", "4", "ctrl+s")
    kept = coach.checkins.of(TODAY)
    assert kept
    assert kept.energy == 4


async def test_saving_twice_is_one_change(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "4")
        await pilot.press("ctrl+s", "ctrl+s")
        await settled(pilot)
        assert "unforeseen" not in screen_text(begun)
        await press(pilot, "u", "enter")
    assert coach.checkins.of(TODAY) is None


async def test_what_the_shell_said_meanwhile_stays(coach, begun, paths, clock):
    coach.checkins.keep(TODAY, Answers(energy=4))
    async with opened(begun) as pilot:
        await press(pilot, "c")
        build(paths, clock).checkins.keep(TODAY, Answers(energy=4, gave="walk", line="from the shell"))
        await press(pilot, "2", "ctrl+s")
    kept = build(paths, clock).checkins.of(TODAY)
    assert kept
    assert (kept.energy, kept.gave, kept.line) == (2, "walk", "from the shell")


async def test_a_check_in_cleared_is_taken_away_when_the_person_agrees(coach, begun):
    coach.checkins.keep(TODAY, Answers(energy=3))
    async with opened(begun) as pilot:
        await press(pilot, "c", "backspace", "ctrl+s")
        assert "Take this check-in away" in screen_text(begun)
        await press(pilot, "enter")
        assert coach.checkins.of(TODAY) is None
        assert "Check in   half a minute" in screen_text(begun)


async def test_a_tag_may_begin_with_a_number(coach, begun):
    used(coach, "walk", "mail")
    async with opened(begun) as pilot:
        await press(pilot, "c", "4", "2")
        await type_in(pilot, "1:1s\n")
        await press(pilot, "ctrl+s")
    kept = coach.checkins.of(TODAY)
    assert kept
    assert kept.gave == "1:1s"


async def test_no_and_yes_both_answer_whether_a_day_was_unusual(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "4", *["down"] * 5, "n")
        assert place(begun) is not CheckinSheet
    assert coach.checkins.of(TODAY)


async def test_two_tags_in_one_field_are_refused_where_they_stand(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "4", "2")
        await type_in(pilot, "walk, mail")
        await press(pilot, "ctrl+s")
        assert "more than one tag" in screen_text(begun)
        assert place(begun) is CheckinSheet


async def test_a_full_disk_keeps_the_sheet_open(coach, begun, monkeypatch):
    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    async with opened(begun) as pilot:
        await press(pilot, "c", "4")
        monkeypatch.setattr("coach.store.files.os.fsync", full)
        await press(pilot, "escape")
        assert place(begun) is CheckinSheet
        assert "only on this screen" in screen_text(begun)
        await press(pilot, "ctrl+q")
        assert place(begun) is ConfirmSheet
        await press(pilot, "escape")
        assert begun.return_code is None


async def test_keys_that_come_all_at_once_reach_their_fields(coach, begun):
    used(coach, "walk", "mail")
    async with opened(begun) as pilot:
        for key in ["c", "4", "2", "1", "enter", "2", "enter", "h", "i", "enter", "enter", "y"]:
            begun.post_message(Key(key, "\r" if key == "enter" else key))
        await until(pilot, lambda: coach.checkins.of(TODAY) is not None)
        await settled(pilot)
    kept = coach.checkins.of(TODAY)
    assert kept
    assert (kept.energy, kept.mostly, kept.gave, kept.took) == (4, "delivery", "mail", "walk")
    assert (kept.line, kept.unusual) == ("hi", True)


async def test_what_is_said_while_a_save_waits_is_saved_too(coach, begun, monkeypatch):
    waiting, keep = threading.Event(), type(coach.checkins).keep

    def slow(*args, **options):
        waiting.wait(20)
        return keep(*args, **options)

    monkeypatch.setattr("coach.checkin.checkins.Checkins.keep", slow)
    async with opened(begun) as pilot:
        await press(pilot, "c", "4", "enter", "enter", "enter")
        await type_in(pilot, "before")
        begun.screen.action_save()
        for key in "_after":
            begun.screen.focused.post_message(Key("underscore" if key == "_" else key, key))
        await until(pilot, lambda: begun.screen.query_one("#line").value == "before_after")
        waiting.set()
        await settled(pilot)
    kept = coach.checkins.of(TODAY)
    assert kept
    assert kept.line == "before_after"


async def test_a_frame_that_cannot_be_kept_stays_on_its_page(begun, monkeypatch):
    def busy(*_):
        raise BusyError("another coach is writing")

    monkeypatch.setattr("coach.frame.frames.Frames.change", busy)
    async with opened(begun) as pilot:
        await press(pilot, "f", "e")
        await type_in(pilot, "a long sentence")
        await press(pilot, "ctrl+s")
        assert "another coach is writing" in screen_text(begun)
        assert "a long sentence" in screen_text(begun)


async def test_a_sheet_leaves_the_draft_of_another_window_alone(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c")
        other = Draft(f"checkin-{TODAY}", "checkins", "2026-11-20T08:00:00.000+01:00", {"line": "my line"})
        build(coach.paths, coach.clock).drafts.keep_fields(other)
        await press(pilot, "3", "ctrl+s")
    assert [draft.text for draft in coach.drafts.left()] == ["my line"]


async def test_a_morning_draft_does_not_replace_what_the_evening_said(coach, paths, begun, shell):
    async with opened(begun) as pilot:
        await press(pilot, "c", "3", "2", "escape")
        coach.clock = coach.store.clock = Clock(coach.clock.now() + timedelta(hours=10))
        evening = Answers(energy=5, gave="walk", took="mail", line="A great day")
        build(paths, coach.clock).checkins.keep(TODAY, evening, "shell")
        await press(pilot, "c")
        assert "Checked in since you left this. Your draft said: steady" in screen_text(begun)
        await press(pilot, "ctrl+s")
    assert Answers.of(coach.checkins.of(TODAY)) == evening._replace(mostly="delivery")
    assert list(coach.drafts.left()) == []


async def test_a_begun_check_in_is_thrown_away_for_good(coach, begun):
    async with opened(begun) as pilot:
        await press(pilot, "c", "3", "escape")
        assert list(coach.drafts.left())
        await press(pilot, "c", "f7", "enter")
        assert list(coach.drafts.left()) == []
        assert "not saved" not in screen_text(begun)
        await press(pilot, "c", "escape")
    assert list(coach.drafts.left()) == []
