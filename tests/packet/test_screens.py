"""The mentor from the keyboard: a packet looked at and let go, names, everything out and in."""

from __future__ import annotations

import os

import pytest

from coach.packet import names, packets
from coach.today.today import gather
from screens.app import CoachApp
from screens.base.form import FormScreen
from screens.base.record_page import RecordPage
from screens.exchange.page import ExchangeScreen
from screens.packet.names import NamesScreen
from screens.packet.packet import ExactScreen, PacketScreen
from screens.packet.page import MentorScreen
from screens.sheets.ask import AskSheet
from tests.screens.person import opened, place, press, read, screen_text, settled, type_in, until


@pytest.fixture
def coach(coach):
    """Somebody with a direction, a word for others and one for nobody."""
    coach.frames.change({"direction": "Make onboarding boring", "giving_up": "the talks"})
    coach.journal.write("mine alone")
    coach.journal.write("to show, with Torvald", share=True)
    return coach


@pytest.fixture
def app(coach) -> CoachApp:
    return CoachApp(coach, gather(coach))


async def prepared(pilot) -> None:
    """To the lines of a new packet."""
    await press(pilot, "8", "a")
    await type_in(pilot, "Robin")
    await press(pilot, "enter")
    await type_in(pilot, "Where is it thin")
    await press(pilot, "ctrl+s")


async def test_a_packet_is_prepared_looked_at_and_let_go_with_one_typed_word(app, coach):
    async with opened(app) as pilot:
        await prepared(pilot)
        assert place(app) is PacketScreen
        shown = screen_text(app)
        assert "1 private entry and 0 lines of check-ins stay at home" in shown
        assert "The first one to them" in shown
        assert "May be names: Torvald" in shown
        await press(pilot, "down", "space", "v")
        assert place(app) is ExactScreen
        exact = screen_text(app)
        assert "Make onboarding boring" not in exact
        assert "the talks" in exact
        await press(pilot, "escape", "space", "w")
        assert place(app) is ExactScreen, "another line goes along: it is shown before it leaves"
        await press(pilot, "escape", "w")
        await press(pilot, "enter")
        assert "leave for Robin" in screen_text(app)
        await type_in(pilot, "yes")
        await press(pilot, "enter")
        assert place(app) is AskSheet
        assert packets.all_packets(coach) == []
        await press(pilot, "ctrl+u")
        await type_in(pilot, "share")
        await press(pilot, "enter")
        assert place(app) is MentorScreen
        (packet,) = packets.all_packets(coach)
        assert [os.path.splitext(each)[1] for each in packet.files] == [".md", ".html"]
        assert all(os.path.exists(each) for each in packet.files)
        assert "Robin" in screen_text(app)
        assert "begun" not in screen_text(app)
        await press(pilot, "down", "down", "down", "down", "enter")
        assert place(app) is RecordPage
        shown = ""
        for _ in range(6):
            shown += read(app)
            await press(pilot, "pagedown")
        assert "Make onboarding boring" in shown


async def test_what_was_chosen_waits_where_it_was_left(app, coach):
    async with opened(app) as pilot:
        await prepared(pilot)
        await press(pilot, "down", "space", "escape", "1")
        assert "Begun, packet" in screen_text(app)
        await press(pilot, "8")
        assert "begun, not written" in screen_text(app)
        await press(pilot, "enter")
        assert place(app) is PacketScreen
        assert "○ The bet" in screen_text(app)
        await press(pilot, "e")
        assert place(app) is FormScreen
        assert "Where is it thin" in screen_text(app)
        await press(pilot, "enter")
        await type_in(pilot, "?")
        await press(pilot, "ctrl+s")
        assert "Where is it thin?" in screen_text(app)
        assert "○ The bet" in screen_text(app)
        await press(pilot, "f7", "enter")
        assert place(app) is MentorScreen
        assert "begun" not in screen_text(app)
    assert [*coach.drafts.left()] == []


async def test_words_without_an_ask_stay_on_the_page(app):
    async with opened(app) as pilot:
        await press(pilot, "8", "a")
        await type_in(pilot, "Robin")
        await press(pilot, "ctrl+s")
        assert place(app) is FormScreen
        assert "one ask" in screen_text(app)


async def test_a_name_is_marked_where_it_is_met_and_is_gone_at_once(app, coach):
    async with opened(app, (120, 40)) as pilot:
        await prepared(pilot)
        assert "with Torvald" in screen_text(app)
        await press(pilot, "m", "tab", "enter")
        assert [each.name for each in names.marked(coach)] == ["Torvald"]
        assert "with T." in screen_text(app)
        await press(pilot, "escape", "m")
        assert place(app) is NamesScreen
        assert "Torvald" in screen_text(app)
        await press(pilot, "a")
        await type_in(pilot, "Ana Lima")
        await pilot.press("equals_sign")
        await type_in(pilot, "a friend")
        await press(pilot, "enter")
        assert {each.said for each in names.marked(coach)} == {"T.", "a friend"}
        await press(pilot, "d")
        assert len(names.marked(coach)) == 1


async def test_a_private_entry_is_taken_in_by_itself(app):
    async with opened(app, (120, 40)) as pilot:
        await prepared(pilot)
        await press(pilot, "end")
        assert "○ Fri 20 Nov" in screen_text(app)
        await press(pilot, "space")
        assert "0 private entries" in screen_text(app)
        await press(pilot, "v")
        assert "mine alone" in screen_text(app)


async def test_what_changed_since_it_was_read_is_shown_again_before_it_leaves(app, coach):
    async with opened(app, (120, 40)) as pilot:
        await prepared(pilot)
        await press(pilot, "v", "escape")
        coach.journal.write("just now", share=True)
        await app.look_again()
        await settled(pilot)
        await press(pilot, "w")
        assert "It is other than when you read it" in screen_text(app)
        assert packets.all_packets(coach) == []
        await press(pilot, "escape", "w")
        assert "Formats" in screen_text(app) or "format" in screen_text(app).lower()


async def test_what_came_up_elsewhere_is_there_before_it_leaves(app, coach):
    async with opened(app, (120, 40)) as pilot:
        await prepared(pilot)
        coach.journal.write("just now", share=True)
        await app.look_again()
        await settled(pilot)
        await press(pilot, "down")
        assert "just now" in screen_text(app)


async def test_everything_goes_out_and_comes_in_from_the_place(app, coach, tmp_path):
    async with opened(app) as pilot:
        await press(pilot, "8", "o")
        assert place(app) is ExchangeScreen
        await press(pilot, "enter", "ctrl+u")
        await type_in(pilot, str(tmp_path / "all.json"))
        await press(pilot, "enter")
        await until(pilot, lambda: os.path.exists(tmp_path / "all.json"))
        await until(pilot, lambda: app.screen._steps is None)
        (tmp_path / "j.txt").write_text("2024-01-30 09:00 From elsewhere\n")
        await press(pilot, "i")
        await type_in(pilot, str(tmp_path / "j.txt"))
        await press(pilot, "enter")
        assert "1 entry new" in screen_text(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "In. u takes" in screen_text(app))
        assert "From elsewhere" in {each.text for each in coach.journal.entries()}
        await press(pilot, "u", "enter")
        assert "From elsewhere" not in {each.text for each in coach.journal.entries()}


async def test_what_cannot_come_in_is_said_in_a_line(app, tmp_path):
    async with opened(app) as pilot:
        (tmp_path / "x.json").write_text("{")
        await press(pilot, "8", "o", "i")
        await type_in(pilot, str(tmp_path / "x.json"))
        await press(pilot, "enter")
        assert "it is no JSON" in screen_text(app)
        assert place(app) is ExchangeScreen


async def test_a_long_export_is_stopped_with_escape_and_leaves_nothing(app, monkeypatch):
    def slowly(_, __, ___, steps, **____):
        app.call_from_thread(app.screen.action_away)
        steps.look(1, 2)
        raise AssertionError("it went on")

    async with opened(app) as pilot:
        await press(pilot, "8", "o")
        monkeypatch.setattr("coach.exchange.exporting.export", slowly)
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: "Nothing was left behind" in screen_text(app))
        assert place(app) is ExchangeScreen
        await press(pilot, "escape")
        assert place(app) is MentorScreen
