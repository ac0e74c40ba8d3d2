"""An entry is of another day, has other tags and another mode: from the shell at once, in the app by a key."""

from __future__ import annotations

from random import Random

import pytest

from coach.core.errors import UsageError
from coach.today.today import gather
from screens.app import CoachApp
from screens.journal.editor import take_up
from tests.screens.person import opened, press, read, screen_text, settled, type_in


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("yesterday 21:00", "2026-11-19T21:00"),
        ("20 oct", "2026-10-20T12:00"),
        ("2 hours ago", "2026-11-20T07:00"),
    ],
)
def test_the_shell_says_that_it_is_of_another_moment(shell, coach, typed, at):
    entry = coach.journal.write("Walked", tags=("run",))
    assert shell("edit", entry.id, "--at", typed, "--tag", "walk", "--mode", "leading").code == 0
    now = coach.journal.get(entry.id)
    assert (f"{now.at:%Y-%m-%dT%H:%M}", now.tags, now.mode, now.text) == (at, ("walk",), "leading", "Walked")
    assert len(list(coach.journal.entries())) == 1, "it moved, and is not there twice"
    coach.store.undo()
    assert coach.journal.get(entry.id).tags == ("run",)


def test_tags_and_mode_are_taken_away_and_the_rest_stays(shell, coach):
    entry = coach.journal.write("Walked", tags=("run",), mode="both")
    shell("edit", entry.id, "--no-tags", "--mode", "none")
    now = coach.journal.get(entry.id)
    assert (now.tags, now.mode, now.at) == ((), None, entry.at)


def test_a_moment_to_come_is_refused_and_nothing_changes(shell, coach):
    entry = coach.journal.write("Walked")
    said = shell("edit", entry.id, "--at", "tomorrow 9am")
    assert (said.code, "of a moment that was" in said.err) == (2, True)
    with pytest.raises(UsageError):
        coach.journal.change(entry, at=coach.reader().moment("in 3 days"))
    assert coach.journal.get(entry.id) == entry


async def test_in_the_app_w_says_when(at):
    coach = at("2026-11-20")
    entry = coach.journal.write("Walked by the river")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2", "enter")
        assert "Walked by the river" in read(app)
        await press(pilot, "w")
        await type_in(pilot, "yesterday evening\n")
        assert "It is of Thu 19 Nov, 21:00 now." in " ".join(screen_text(app).split())
    assert f"{coach.journal.get(entry.id).at:%d %H:%M}" == "19 21:00"


async def test_for_a_day_that_was_one_writes_and_checks_in_from_the_journal(at):
    coach = at("2026-11-20")
    coach.journal.write("Something")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "2", "t", "o")
        await type_in(pilot, "3 days ago\n")
        await press(pilot, "w")
        assert "New entry, Tue 17 Nov, 12:00" in screen_text(app)
        await type_in(pilot, "What I did not write then")
        await press(pilot, "escape", "t", "o")
        await type_in(pilot, "tomorrow\n")
        assert "of a moment that was" in " ".join(screen_text(app).split())
        await press(pilot, "escape")
        left = next(each for each in coach.drafts.left() if each.text)
        assert left.fields["at"].startswith("2026-11-17")
        await take_up(app, left)
        await settled(pilot)
        await press(pilot, "ctrl+s", "escape", "t", "o")
        await type_in(pilot, "17 nov\n")
        await press(pilot, "m", "4")
        await press(pilot, "ctrl+s")
    entry = next(each for each in coach.journal.entries() if "then" in each.text)
    assert f"{entry.at:%d %H:%M}" == "17 12:00"
    assert [
        (f"{day:%d}", each.energy)
        for day, each in coach.checkins.between(entry.at.date(), entry.at.date()).items()
    ]


def test_an_old_page_is_older_than_a_month_and_thin_months_come_up_too(at):
    for day in ("2026-01-05", *["2026-03-10"] * 20, "2026-11-15"):
        at(day).journal.write(f"On {day}")
    coach = at("2026-11-20")
    seen = [coach.journal.old_page(Random(seed)).text for seed in range(40)]
    assert set(seen) == {"On 2026-01-05", "On 2026-03-10"}
    assert 8 < seen.count("On 2026-01-05") < 32


def test_without_an_old_page_that_is_said(shell, coach):
    coach.journal.write("Today")
    assert "no entry is older" in shell("random").err
