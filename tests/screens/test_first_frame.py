"""The first frame is whole and there at once: what is private to Textual for it is held here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from textual.events import Key

from coach.today.today import gather
from screens.app import CoachApp
from screens.base.live import LiveApp
from screens.closing import PAGES
from screens.today.page import TodayScreen
from screens.widgets.board import Board
from tests.screens.person import opened, press, screen_text, settled, until

if TYPE_CHECKING:
    from coach.app import Coach

pytestmark = pytest.mark.seen


class Frame(NamedTuple):
    """What was drawn, and whether it was shown."""

    text: str
    is_shown: bool


@pytest.fixture
def happened(monkeypatch) -> list[Any]:
    """Frames, and looks at the data, in their order."""
    found: list[Any] = []
    display, load = LiveApp._display, TodayScreen.load

    def displayed(self: Any, screen: Any, renderable: Any) -> None:
        if renderable is not None:
            found.append(Frame(screen_text(self), not self._batch_count))
        display(self, screen, renderable)

    async def looked(self: TodayScreen) -> None:
        found.append("look")
        await load(self)

    monkeypatch.setattr(LiveApp, "_display", displayed)
    monkeypatch.setattr(TodayScreen, "load", looked)
    return found


async def test_the_first_frame_has_today_and_its_keys(coach: Coach, happened: list[Any]):
    coach.commitments.make("Walk", rhythm="every day")
    first = gather(coach, looks=False)
    happened.clear()
    async with opened(CoachApp(coach, first), (120, 40)):
        frames = [each for each in happened if isinstance(each, Frame)]
        assert all(each.is_shown for each in frames)
        assert "Check in" in frames[0].text
        assert "Walk" in frames[0].text
        assert "q quit" in frames[0].text
        assert "n write" in frames[0].text


async def test_nobody_looks_at_the_data_again_before_it(coach: Coach, happened: list[Any]):
    first = gather(coach, looks=False)
    happened.clear()
    async with opened(CoachApp(coach, first), (120, 40)):
        assert isinstance(happened[0], Frame)
        assert "look" in happened


async def test_what_waits_behind_the_check_in_is_there_after_it(coach: Coach, at: Any):
    coach.journal.write("begun")
    later = at("2026-11-21")
    first = gather(later, looks=False)
    async with opened(CoachApp(later, first), (120, 40)) as pilot:
        await settled(pilot)
        held = pilot.app.screen._today.held  # type: ignore[attr-defined]
        assert held.is_looked
        assert held.waiting == gather(later).held.waiting


async def test_keys_typed_ahead_wait_until_all_of_today_is_there(coach: Coach, monkeypatch: Any):
    coach.journal.write("begun")
    app = CoachApp(coach, gather(coach, looks=False))
    whole: list[bool] = []
    moved = Board.action_card

    def to_card(board: Board, step: int) -> None:
        whole.append(app.screen._today.held.is_looked)  # type: ignore[attr-defined]
        moved(board, step)

    monkeypatch.setattr(Board, "action_card", to_card)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab")
        await settled(pilot)
    assert whole == [True]


async def test_a_key_typed_ahead_that_leads_elsewhere_does_not_wait_for_today(
    coach: Coach, happened: list[Any]
):
    coach.journal.write("begun")
    first = gather(coach, looks=False)
    happened.clear()
    app = CoachApp(coach, first)
    async with app.run_test(size=(120, 40)) as pilot:
        app.post_message(Key("2", "2"))
        await until(pilot, lambda: app.current_mode == "journal")
        assert "look" not in happened
        await press(pilot, "1")
        assert "look" in happened


async def test_in_an_empty_home_the_welcome_is_the_first_page(coach: Coach, happened: list[Any]):
    async with opened(CoachApp(coach), (120, 40)):
        assert not any("this week" in each.text for each in happened if isinstance(each, Frame))


async def test_the_line_that_is_written_stays_in_sight_when_the_window_shrinks(coach: Coach):
    coach.journal.write("begun")
    async with opened(CoachApp(coach, gather(coach)), (120, 40)) as pilot:
        await press(pilot, "n")
        pilot.app.focused.take("\n".join(f"line {number}" for number in range(60)))  # type: ignore[union-attr]
        for size in ((80, 24), (60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert "line 59" in screen_text(pilot.app)


async def test_every_place_has_its_styles_before_any_key(coach: Coach):
    coach.journal.write("begun")
    app = CoachApp(coach, gather(coach, looks=False))
    async with opened(app, (120, 40)) as pilot:
        assert app.stylesheet.has_source(PAGES)
        await press(pilot, "c")
        assert app.screen.query_one(".sheet").region.width == 76
