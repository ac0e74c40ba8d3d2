"""What a real terminal may send, and the app goes on."""

from __future__ import annotations

import os
import sys

import pytest
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from coach.app import build
from coach.core.days import Clock
from screens.base.driver import _LONGEST_PAUSE, Driver, Pasting
from tests.helpers import environment
from tests.terminal import Terminal


@pytest.mark.parametrize(
    "sent",
    [b"\xff", b"\xc3", b"\x1b[M \xff\xff", b"\x1b[M\xa0\xe1\xa1", b"\x1b[200~never closed \xff\x1b[201~"],
    ids=["no text", "half a letter", "an old mouse", "another", "in a paste"],
)
def test_bytes_that_are_no_text_end_nothing(paths, clock, sent):
    build(paths, clock).journal.write("so that no welcome is said")
    terminal = Terminal([sys.executable, "-m", "coach"], environment(paths), (120, 30))
    terminal.until(b"Check in")
    terminal.quiet()
    os.write(terminal._file, sent)
    terminal.quiet()
    since = len(terminal.written)
    terminal.send(b"\x1b[12~")  # f2
    terminal.until(b"How was today", since)
    terminal.kill()
    assert b"Traceback" not in terminal.written
    assert build(paths, Clock()).store.damage.error() is None


def test_what_is_typed_before_the_welcome_is_there_answers_it(paths):
    terminal = Terminal([sys.executable, "-m", "coach"], environment(paths), (120, 30))
    terminal.until(b"\x1b[?1049h")
    terminal.send(b"Boring by March\r")
    terminal.until(b"two modes")
    terminal.send(b"\x1b")
    terminal.until(b"Boring by March")
    terminal.quiet()
    terminal.kill()
    frame = build(paths, Clock()).frames.current()
    assert frame
    assert frame.direction == "Boring by March"


def test_a_paste_that_nobody_ends_is_ended():
    pasting = Pasting()
    assert pasting.whole("\x1b[200~half of it") == "\x1b[200~half of it"
    said = [pasting.whole("") for _ in range(_LONGEST_PAUSE + 1)]
    assert said == [""] * _LONGEST_PAUSE + ["\x1b[201~"]
    assert pasting.whole("") == ""


def test_a_paste_in_pieces_is_left_alone():
    pasting = Pasting()
    for piece in ("\x1b[20", "0~some", "thing\x1b[2", "01~", ""):
        assert pasting.whole(piece) == piece
    assert [pasting.whole("") for _ in range(_LONGEST_PAUSE + 5)] == [""] * (_LONGEST_PAUSE + 5)


def test_textual_still_has_what_the_driver_builds_on():
    """When this fails, Textual moved: look at `LinuxDriver.run_input_thread` and mend screens/base/driver.py."""
    assert issubclass(Driver, LinuxDriver)
    assert all(hasattr(XTermParser(), name) for name in ("feed", "tick"))
    assert "run_input_thread" in vars(LinuxDriver)


def test_enter_before_the_terminal_is_the_apps_is_enter(paths):
    """Until then the terminal turns it into a line feed."""
    build(paths, Clock()).journal.write("not new")
    terminal = Terminal([sys.executable, "-m", "coach"], environment(paths), (120, 30))
    terminal.send(b"c3\r")
    terminal.until(b"Mostly")
    terminal.until(b"\xe2\x96\xb8 Gave")
    terminal.kill()
