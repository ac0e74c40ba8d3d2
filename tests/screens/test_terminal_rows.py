"""Only what is different is sent, and the terminal shows all of it."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from coach.demo.demo import live_a_year
from screens.base.terminal_rows import TerminalRows, pieces
from tests.helpers import environment
from tests.terminal import Page, Terminal

WIDTH, HEIGHT = 12, 3
CONSOLE = Console(color_system="truecolor", force_terminal=True)
STYLES = [None, Style(bold=True), Style(color="red"), Style(bgcolor="blue"), Style(color="red", reverse=True)]
SIGNS = "ab ─●▂é"
WIDE = "字"


@st.composite
def updates(draw):
    """A whole screen, or parts of some of its lines."""
    if draw(st.booleans()):
        return LayoutUpdate([[draw(strips(WIDTH))] for _ in range(HEIGHT)], Region(0, 0, WIDTH, HEIGHT))
    chops, ends, spans = [], [], []
    for y in range(HEIGHT):
        cuts = sorted({0, WIDTH, draw(st.integers(1, WIDTH - 1))})
        chops.append({a: draw(strips(b - a)) for a, b in pairwise(cuts)})
        ends.append(cuts[1:])
        first = draw(st.integers(0, WIDTH - 1))
        spans.append((y, first, draw(st.integers(first + 1, WIDTH))))
    return ChopsUpdate(chops, spans, ends)


@st.composite
def strips(draw, width):
    segments, left = [], width
    while left:
        wide = left > 1 and draw(st.integers(0, 9)) == 0
        text = WIDE if wide else "".join(draw(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=left)))
        segments.append(Segment(text, draw(st.sampled_from(STYLES))))
        left -= 2 if wide else len(text)
    return Strip(segments)


@given(st.lists(updates(), min_size=1, max_size=6))
def test_the_terminal_shows_what_it_would_if_all_of_it_were_written(drawn):
    rows, shown, whole = TerminalRows(), Page(), Page()
    for update in drawn:
        for y, x, strip in pieces(update):
            whole.take(f"\x1b[{y + 1};{x + 1}H{strip.render(CONSOLE)}")
        shown.take(rows.written(update, WIDTH, HEIGHT, CONSOLE))
        assert shown.rows == whole.rows


def full(*lines: str) -> LayoutUpdate:
    return LayoutUpdate([[Strip([Segment(line)])] for line in lines], Region(0, 0, WIDTH, HEIGHT))


def test_what_is_alike_is_not_sent_again_until_it_is_forgotten():
    rows, update = TerminalRows(), full("a" * WIDTH, "b" * WIDTH, "c" * WIDTH)
    everything = rows.written(update, WIDTH, HEIGHT, CONSOLE)
    assert rows.written(update, WIDTH, HEIGHT, CONSOLE) == ""
    other = rows.written(full("a" * WIDTH, "b" * 11 + "x", "c" * WIDTH), WIDTH, HEIGHT, CONSOLE)
    assert other == "\x1b[2;12H\x1b[0mx\x1b[0m"
    rows.forget()
    assert rows.written(update, WIDTH, HEIGHT, CONSOLE) == everything


def test_a_terminal_of_another_size_is_another_one():
    rows, update = TerminalRows(), full("a" * WIDTH, "b" * WIDTH, "c" * WIDTH)
    rows.written(update, WIDTH, HEIGHT, CONSOLE)
    assert rows.written(update, WIDTH, HEIGHT + 1, CONSOLE)


def test_signs_of_unsure_width_are_always_written_whole():
    rows, update = TerminalRows(), full("👍🏽 thumb".ljust(8), "b" * WIDTH, "c" * WIDTH)
    rows.written(update, WIDTH, HEIGHT, CONSOLE)
    assert "thumb" in rows.written(update, WIDTH, HEIGHT, CONSOLE)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_key_of_the_check_in_sends_less_than_six_kilobytes(paths, clock, size):
    live_a_year(paths, clock)
    told = environment(paths, COACH_NOW="2026-11-20T09:00", COLORTERM="truecolor")
    terminal = Terminal([sys.executable, "-m", "coach"], told, size)
    terminal.until(b"Energy")
    terminal.quiet()
    terminal.send(b"c")
    terminal.until(b"Half a minute")
    terminal.quiet()
    sent = []
    for key in (b"3", b"2", b"\x1b[B", b"\x1b[B", b"r", b"e", b"\r"):
        terminal.send(key)
        sent.append(len(terminal.quiet()))
    terminal.kill()
    assert 0 < max(sent) < 6 << 10
