"""Several check-ins a day, whose mean is the day's energy; and one scale of a person's own."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from coach import settings
from coach.checkin.checkins import Answers, in_words
from coach.insights.looking import look
from coach.today.asks import asks
from coach.today.today import gather
from screens.app import CoachApp
from tests.screens.person import opened, press, screen_text

DAY = date(2026, 11, 20)


@pytest.fixture
def thrice(paths):
    settings.write(paths.config, "checkins", "3")


@pytest.fixture
def sleep(paths):
    settings.write(paths.config, "scale", "Sleep")


def test_the_day_is_the_mean_of_its_times(at, thrice):
    at("2026-11-20T08:00").checkins.keep(DAY, Answers(energy=2, gave="walk"))
    for hour, energy in ((13, 3), (20, 5)):
        coach = at(f"2026-11-20T{hour}:00")
        began = coach.checkins.begun(DAY)
        assert began.energy is None
        coach.checkins.keep(DAY, began._replace(energy=energy), began=began)
    kept = at("2026-11-20T21:30").checkins.of(DAY)
    assert (kept.energy, kept.felt, kept.gave) == (3, {"08:00": 2, "13:00": 3, "20:00": 5}, "walk")
    assert kept.mean == pytest.approx(10 / 3)
    assert in_words(kept).startswith("08:00 low, 13:00 steady, 20:00 full")


def test_within_the_hour_it_is_the_same_time_said_better(at, thrice):
    for moment, energy in (("08:00", 2), ("13:00", 5), ("13:20", 4)):
        coach = at(f"2026-11-20T{moment}")
        began = coach.checkins.begun(DAY)
        coach.checkins.keep(DAY, began._replace(energy=energy), began=began)
    assert at("2026-11-20T13:30").checkins.of(DAY).felt == {"08:00": 2, "13:00": 4}


def test_a_line_added_later_leaves_the_energy_as_it_is(at, thrice):
    at("2026-11-20T08:00").checkins.keep(DAY, Answers(energy=2))
    coach = at("2026-11-20T15:00")
    began = coach.checkins.begun(DAY)
    coach.checkins.keep(DAY, began._replace(line="Long call"), began=began)
    kept = coach.checkins.of(DAY)
    assert (kept.energy, kept.felt, kept.line) == (2, {}, "Long call")


def test_once_a_day_is_what_it_was(at):
    at("2026-11-20T08:00").checkins.keep(DAY, Answers(energy=2))
    coach = at("2026-11-20T15:00")
    began = coach.checkins.begun(DAY)
    assert began.energy == 2
    coach.checkins.keep(DAY, began._replace(energy=4), began=began)
    assert (coach.checkins.of(DAY).energy, coach.checkins.of(DAY).felt) == (4, {})


def test_today_asks_once_more_after_some_hours_and_not_more_often_than_chosen(at, thrice):
    asked = []
    for hour in (8, 9, 12, 17, 22):
        coach = at(f"2026-11-20T{hour:02}:00")
        is_asked = any(each.cause == "check_in" for each in asks(gather(coach)))
        asked.append(is_asked)
        if is_asked:
            began = coach.checkins.begun(DAY)
            coach.checkins.keep(DAY, began._replace(energy=3), began=began)
    assert asked == [True, False, True, True, False]


def test_the_shell_adds_a_time_too(at, thrice, shell):
    at("2026-11-20T06:00").checkins.keep(DAY, Answers(energy=2))
    assert "06:00 low, 09:00 good" in shell("checkin", "-e", "4").err
    assert shell("list", "checkins", "--json").json[0]["felt"] == {"06:00": 2, "09:00": 4}


def test_a_scale_of_ones_own_is_asked_kept_by_its_name_and_gone_with_the_setting(shell, sleep, paths):
    shell("checkin", "--own", "2", "-e", "3")
    kept = shell("list", "checkins", "--json").json[0]
    assert (kept["own"], kept["own_name"]) == (2, "Sleep")
    settings.write(paths.config, "scale", None)
    assert "there is no scale of your own" in shell("checkin", "--own", "2").err
    assert "Sleep 2" in shell("show", kept["id"]).out


async def test_from_the_keyboard_the_own_scale_comes_after_energy(coach, sleep, at):
    app = CoachApp(at(DAY))
    async with opened(app, (80, 24)) as pilot:
        await press(pilot, "escape", "c")
        assert "Sleep" in screen_text(app)
        await press(pilot, "4", "2", "ctrl+s")
    assert (at(DAY).checkins.of(DAY).energy, at(DAY).checkins.of(DAY).own) == (4, 2)


def test_what_goes_with_it_is_found(at, sleep):
    chance = random.Random(1)
    for ago in range(1, 130):
        day = DAY - timedelta(days=ago)
        slept = chance.randint(1, 5)
        energy = min(max(slept + chance.choice((-1, 0, 0, 1)), 1), 5)
        at(DAY).checkins.keep(day, Answers(energy=energy, own=slept))
    found = look(at(DAY), DAY).all
    (own,) = [each for each in found if each.about == "Sleep 4 or 5" and each.is_clear][:1]
    assert own.effect > 1


@pytest.mark.parametrize(("name", "value"), [("checkins", "0"), ("checkins", "many"), ("scale", "x" * 40)])
def test_a_setting_that_cannot_be_is_refused(shell, name, value):
    assert shell("config", name, value).code == 2


def test_each_time_has_its_line_and_one_too_many_takes_the_place_of_the_last(at, thrice):
    for hour, energy, line in ((8, 2, "First"), (13, 3, "! Second"), (19, 4, ""), (22, 5, "")):
        coach = at(f"2026-11-20T{hour:02}:00")
        began = coach.checkins.begun(DAY)
        coach.checkins.keep(DAY, began._replace(energy=energy, line=line or began.line), began=began)
    kept = at("2026-11-20T23:00").checkins.of(DAY)
    assert kept.line == "First · ! Second"
    assert kept.felt == {"08:00": 2, "13:00": 3, "22:00": 5}
    assert [each.text for each in at("2026-11-20T23:00").signals.waiting()] == ["Second"]
