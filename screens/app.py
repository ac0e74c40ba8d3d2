"""The app: its places, its global keys, its styles."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from screens.today import TodayScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

    from coach.app import Coach


class CoachApp(App[int]):
    """One person's coach."""

    TITLE = "coach"
    CSS_PATH = str(files("assets") / "styles" / "app.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "quit")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self.coach = coach

    def action_help_quit(self) -> None:
        """ctrl+c leaves, as everywhere in a terminal."""
        self.exit(0)

    def get_default_screen(self) -> TodayScreen:
        """Today is where a day begins."""
        return TodayScreen(self.coach)
