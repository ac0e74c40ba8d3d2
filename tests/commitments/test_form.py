"""The form asks three things, the rest on demand; a mark by amount and with a note, from the keyboard."""

from __future__ import annotations

from datetime import date

from coach.commitments.records import Commitment, Mark
from screens.app import CoachApp
from screens.commitments.commitment import CommitmentScreen
from screens.commitments.page import CommitmentsScreen
from tests.screens.person import opened, place, press, screen_text, type_in

MONDAY = date(2026, 11, 2)


def kept(coach, cls):
    coach.store.refresh()
    return [*coach.store.read("2026-11", cls), *coach.store.read_standing(cls)]


async def test_three_things_are_asked_and_down_below_them_shows_the_rest(at):
    app = CoachApp(at(MONDAY))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "3", "a")
        assert "Outcome" in screen_text(app)
        assert "How much" not in screen_text(app)
        await type_in(pilot, "Read")
        await press(pilot, "down")
        await type_in(pilot, "every day")
        await press(pilot, "down", "down")
        assert "How much" in screen_text(app)
        await type_in(pilot, "20 pages")
        await press(pilot, "down")
        await type_in(pilot, "Anna")
        await press(pilot, "ctrl+s")
        assert place(app) is CommitmentsScreen
    (made,) = kept(at(MONDAY), Commitment)
    assert (made.text, made.rhythm, made.amount, made.to) == ("Read", "every day", "20 pages", "Anna")


async def test_a_task_with_a_day_needs_two_lines_and_enter(at):
    app = CoachApp(at(MONDAY))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "3", "a")
        await type_in(pilot, "Send the brief")
        await press(pilot, "enter")
        await type_in(pilot, "due friday")
        await press(pilot, "enter", "enter")
        assert place(app) is CommitmentsScreen
    (made,) = kept(at(MONDAY), Commitment)
    assert (made.due, made.rhythm) == (date(2026, 11, 6), "")


async def test_an_amount_that_is_none_stays_on_its_line_and_nothing_is_kept(at):
    app = CoachApp(at(MONDAY))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "3", "a")
        await type_in(pilot, "Read")
        await press(pilot, "down", "down", "down")
        await type_in(pilot, "a lot")
        await press(pilot, "ctrl+s")
        assert "is no amount" in screen_text(app)
    assert kept(at(MONDAY), Commitment) == []


async def test_a_day_is_marked_by_its_amount_and_with_a_note(at):
    coach = at(MONDAY)
    coach.commitments.make("Read", rhythm="every day", amount="20 pages", area="mind")
    app = CoachApp(at(MONDAY))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "3", "m", "a")
        await type_in(pilot, "12")
        await press(pilot, "enter")
        assert "partly, 12 pages" in screen_text(app)
        await press(pilot, "m", "n")
        await type_in(pilot, "tired")
        await press(pilot, "enter", "enter")
        assert place(app) is CommitmentScreen
        assert "12 pages" in screen_text(app)
        assert "tired" in screen_text(app)
    (mark,) = kept(at(MONDAY), Mark)
    assert (mark.result, mark.amount, mark.note) == ("partly", 12, "tired")


async def test_what_is_done_one_at_a_time_is_counted_with_one_key(at):
    at(MONDAY).commitments.make("Stretch", rhythm="twice a day")
    app = CoachApp(at(MONDAY))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "3", "space")
        assert "◐ Stretch" in screen_text(app)
        await press(pilot, "space")
        assert "● Stretch" in screen_text(app)
