"""What holds everywhere: help, palette, settings, tags, themes, keys, the welcome, and trouble with the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.binding import Binding

from coach.app import build
from coach.checkin.checkins import Answers
from coach.journal.capture import capture, new_entry
from coach.store.sealing import PLAIN
from coach.today.today import gather
from screens.app import CoachApp
from screens.journal.page import JournalScreen
from screens.settings.page import SettingsScreen
from screens.sheets.ask import AskSheet
from screens.sheets.help import HelpSheet
from screens.start.welcome import WelcomeScreen
from screens.today.page import TodayScreen
from screens.widgets.rows import Rows
from tests.screens.person import opened, place, press, screen_text, settled, strips_of, type_in

pytestmark = pytest.mark.seen


@pytest.fixture
def begun(coach) -> CoachApp:
    """The app of a person who is past the welcome."""
    coach.journal.write("the first one", tags=["walk"])
    return CoachApp(coach, gather(coach))


def configured(coach, paths, clock, text: str) -> CoachApp:
    """The app with these settings."""
    coach.journal.write("x")
    Path(paths.config).parent.mkdir(parents=True, exist_ok=True)
    Path(paths.config).write_text(text, "utf-8")
    again = build(paths, clock)
    return CoachApp(again, gather(again))


async def test_the_first_start_says_why_and_asks_four_questions_that_can_be_skipped(coach):
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        assert place(app) is WelcomeScreen
        await type_in(pilot, "Make onboarding boring\n")
        assert "Why there are two modes" in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "perhaps\n")
        assert "t for a team, a for alone" in screen_text(app)
        await press(pilot, *["backspace"] * len("perhaps"))
        await type_in(pilot, "a\n")
        assert "1  Ten weeks, then two (until Thu 28 Jan)" in screen_text(app)
        await type_in(pilot, "someday\n")
        assert "there is no rhythm" in screen_text(app)
        await press(pilot, *["backspace"] * len("someday"))
        await type_in(pilot, "1\n")
        await type_in(pilot, "Walk before mail\n")
        assert place(app) is TodayScreen
        assert "Make onboarding boring" in screen_text(app)
        assert "Walk before mail" in screen_text(app)
        assert "MANAGING" in screen_text(app)
    assert build(coach.paths, coach.clock).wording == "alone"
    app = CoachApp(build(coach.paths, coach.clock), gather(coach))
    async with opened(app):
        assert place(app) is TodayScreen


async def test_the_first_start_goes_on_where_it_ended(coach, paths, clock):
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await type_in(pilot, "Make onboarding boring\n")
        await press(pilot, "enter", "enter", "enter")
        await type_in(pilot, "Walk before")
        await pilot.press("ctrl+q")
    again = build(paths, clock)
    app = CoachApp(again, gather(again))
    async with opened(app) as pilot:
        assert place(app) is WelcomeScreen
        await press(pilot, "escape")
    frame = again.frames.current()
    assert frame
    assert frame.direction == "Make onboarding boring"
    assert [each.text for each in again.commitments.all()] == ["Walk before"]
    assert not list(again.drafts.left())


async def test_answering_twice_at_the_end_of_the_welcome_is_once(coach):
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "enter", "enter", "enter", "enter")
        await type_in(pilot, "Walk before mail")
        await pilot.press("enter", "enter", "enter")
        await settled(pilot)
    assert len(coach.commitments.all()) == 1


async def test_what_was_typed_and_not_entered_waits_and_is_no_direction(coach):
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await type_in(pilot, "q")
        await press(pilot, "escape")
        assert place(app) is TodayScreen
    assert coach.frames.current() is None
    assert [each.fields["direction"] for each in coach.drafts.left()] == ["q"]


async def test_the_first_start_can_be_skipped_at_once(coach):
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        await press(pilot, "escape")
        assert place(app) is TodayScreen
    assert not list(coach.journal.entries())


async def test_a_home_with_only_a_capture_is_not_welcomed_as_new(coach, paths, clock):
    capture(paths.inbox, *new_entry(clock, "from a shell"), PLAIN)
    again = build(paths, clock)
    app = CoachApp(again, gather(again))
    async with opened(app):
        assert "from a shell" in screen_text(app)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
@pytest.mark.parametrize("way", [[], ["2"], ["2", "enter"], ["2", "y"], ["comma"]], ids=str)
async def test_help_names_every_key_of_the_place(begun, way, key):
    async with opened(begun, (120, 40)) as pilot:
        await press(pilot, *way)
        here = begun.screen
        await press(pilot, key)
        assert place(begun) is HelpSheet
        shown = screen_text(begun)
        for binding in here.BINDINGS:
            if isinstance(binding, Binding) and (binding.id or binding.show):
                assert binding.description in shown
        await press(pilot, "escape")
        assert begun.screen is here


async def test_the_footer_only_names_keys_that_work(coach):
    coach.frames.point("A direction, and no entry yet")
    app = CoachApp(coach, gather(coach))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "2")
        footer = screen_text(app).splitlines()[-1]
        for word in re.findall(r"  (\S+) ", footer):
            assert word
        assert "q quit" in footer


async def test_the_palette_finds_what_there_is_to_do(begun):
    async with opened(begun) as pilot:
        await press(pilot, "ctrl+p")
        await type_in(pilot, "journ")
        await press(pilot, "down", "enter")
        assert place(begun) is JournalScreen
        await press(pilot, "ctrl+p")
        await type_in(pilot, "settings")
        await press(pilot, "down", "enter")
        assert place(begun) is SettingsScreen


async def test_a_theme_is_chosen_and_stays(begun, coach):
    async with opened(begun) as pilot:
        begun.theme = "coach-light"
        await settled(pilot)
    assert build(coach.paths, coach.clock).settings.theme == "coach-light"
    again = CoachApp(build(coach.paths, coach.clock), gather(coach))
    assert again.theme == "coach-light"


async def test_a_theme_nobody_knows_is_said_and_does_no_harm(coach, paths, clock):
    app = configured(coach, paths, clock, 'theme = "nonesuch"\n')
    async with opened(app):
        assert "no theme “nonesuch”" in screen_text(app)
    assert build(paths, clock).settings.theme == "nonesuch"


async def test_own_keys_hold_and_are_what_footer_and_help_name(coach, paths, clock):
    app = configured(coach, paths, clock, '[keys]\ncheckin = "z"\n')
    async with opened(app, (120, 40)) as pilot:
        assert "z check in" in screen_text(app)
        await press(pilot, "z", "4", "ctrl+s")
        assert "Checked in" in screen_text(app)


async def test_keys_that_clash_are_reported_and_the_defaults_hold(coach, paths, clock):
    app = configured(coach, paths, clock, '[keys]\ncheckin = "n"\nsearch = "k"\nnonesuch = "z"\n')
    async with opened(app, (120, 40)) as pilot:
        shown = screen_text(app)
        assert "no key called “nonesuch”" in shown
        assert "“n” cannot be both" in shown
        assert "“k” cannot" in shown
        await press(pilot, "c", "4", "ctrl+s")
        assert "Checked in" in screen_text(app)


async def test_a_tag_is_renamed_and_two_become_one(begun, coach):
    coach.checkins.keep(gather(coach).day, Answers(energy=4, gave="walks"))
    async with opened(begun) as pilot:
        await press(pilot, "comma")
        rows = begun.screen.query_one(Rows)
        rows.go(next(place for place, row in enumerate(rows.items) if getattr(row, "tag", "") == "walks"))
        await press(pilot, "enter", *["backspace"] * 5)
        await type_in(pilot, "walk\n")
        assert "becomes one with “walk”" in screen_text(begun)
        await press(pilot, "enter")
    assert coach.checkins.of(gather(coach).day).gave == "walk"
    assert [use.tag for use in coach.tags.counted()] == ["walk"]
    again = build(coach.paths, coach.clock)
    again.store.undo()
    kept = again.checkins.of(gather(again).day)
    assert kept
    assert kept.gave == "walks"


async def test_a_setting_that_cannot_be_is_refused_in_one_line(begun, coach):
    async with opened(begun) as pilot:
        await press(pilot, "comma")
        rows = begun.screen.query_one(Rows)
        rows.go(next(place for place, row in enumerate(rows.items) if getattr(row, "name", "") == "day_ends"))
        await press(pilot, "enter", *["backspace"] * 5)
        await type_in(pilot, "noon\n")
        assert place(begun) is AskSheet
        assert "not a time" in screen_text(begun)
        await press(pilot, *["backspace"] * 4)
        await type_in(pilot, "3:30\n")
        assert place(begun) is SettingsScreen
    assert f"{build(coach.paths, coach.clock).settings.day_ends:%H:%M}" == "03:30"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_without_colour_everything_is_still_told_apart(begun, monkeypatch, size):
    monkeypatch.setenv("NO_COLOR", "1")
    app = CoachApp(begun.coach, gather(begun.coach))
    async with opened(app, size) as pilot:
        await press(pilot, "2")
        styles = {segment.style for strip in strips_of(app) for segment in strip if segment.style}
        colours = {style.color.triplet for style in styles if style.color and style.color.triplet}
        assert all(len(set(each)) == 1 for each in colours)
