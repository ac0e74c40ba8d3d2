"""The first frame is whole and there at once: what is private to Textual for it is held here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from coach.today.today import gather
from screens.app import CoachApp
from screens.base.live import LiveApp
from screens.today.page import TodayScreen
from tests.screens.person import opened, press, screen_text, settled

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


async def test_every_place_has_its_styles(coach: Coach):
    coach.journal.write("begun")
    app = CoachApp(coach, gather(coach, looks=False))
    async with opened(app, (120, 40)) as pilot:
        await press(pilot, "c")
        assert app.screen.query_one(".sheet").region.width == 76
