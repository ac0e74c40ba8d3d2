"""Two apps to measure ours beside: the smallest there can be, and one with the usual widgets."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "ready to go"
SMALLEST = [sys.executable, __file__, "smallest"]
USUAL = [sys.executable, __file__, "usual"]


class Smallest(App[None]):
    """Two lines of text."""

    def compose(self) -> ComposeResult:
        yield Static("one line of text")
        yield Static(READY)


class Usual(App[None]):
    """What most apps are made of."""

    def compose(self) -> ComposeResult:
        from textual.widgets import Footer, Header, Input, OptionList, TextArea

        yield Header()
        yield Static(READY)
        yield OptionList(*(f"option {number}" for number in range(20)))
        yield TextArea("some text")
        yield Input(placeholder="a line")
        yield Footer()


if __name__ == "__main__":
    (Smallest if sys.argv[1:] == SMALLEST[2:] else Usual)().run()
