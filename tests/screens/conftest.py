"""A person at the keyboard."""

from __future__ import annotations

import pytest

from coach.today.today import gather
from screens.app import CoachApp


@pytest.fixture(autouse=True)
def still(monkeypatch) -> None:
    """Nothing blinks and nothing looks again by itself, unless a test wants it."""
    monkeypatch.setattr("screens.base.live._LOOK_EVERY", 3600.0)
    monkeypatch.setattr("screens.base.live.LiveApp.unforeseen", raising)


def raising(self, error: Exception) -> None:
    """A mistake is a failed test, not a line on the screen."""
    self._handle_exception(error)


@pytest.fixture
def app(coach) -> CoachApp:
    return CoachApp(coach, gather(coach))
