"""Colours: what is read stands out from every ground it is read on, the mode lights the room, and a terminal
of few colours keeps its own ground."""

from __future__ import annotations

import os
import pty
import threading
import time
from itertools import pairwise

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.css.stylesheet import Stylesheet

from coach.shell.terminal import TerminalLight
from coach.today.today import gather
from screens import themes
from screens.app import CoachApp
from screens.base.driver import Late
from screens.base.ground import OwnGround, luminance
from tests.screens.person import opened, press, screen_text, settled, type_in

READ = {
    "foreground": 7.0,
    "quiet": 4.5,
    "hint": 4.5,
    "primary": 4.5,
    "warm": 4.5,
    "cool": 4.5,
    "warning": 4.5,
}
GROUNDS = ("background", "surface", "panel", "cursor-row")


def contrast(one: str, other: str) -> float:
    low, high = sorted(luminance(TextualColor.parse(each).rgb) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def colours(theme, *, is_leading: bool) -> dict[str, str]:
    lit = themes.lit(theme, is_leading=is_leading)
    own = ("primary", "warning", "foreground", "background", "surface", "panel")
    return {**lit.variables, **{name: getattr(lit, name) for name in own}}


@pytest.mark.parametrize("is_leading", [False, True], ids=["managing", "leading"])
@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT], ids=["dark", "light"])
def test_what_is_read_stands_out(theme, is_leading):
    found = colours(theme, is_leading=is_leading)
    weak = {
        f"{name} on {ground}: {contrast(found[name], found[ground]):.1f}"
        for name, least in READ.items()
        for ground in GROUNDS
        if contrast(found[name], found[ground]) < least
    }
    assert not weak
    assert contrast(found["foreground"], found["background"]) >= 12
    assert all(contrast(found[name], found["background"]) >= 6.5 for name in ("primary", "warm", "cool"))


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT], ids=["dark", "light"])
def test_the_scale_of_energy_reads_as_grey(theme):
    greys = [luminance(TextualColor.parse(theme.variables[f"e{level}"]).rgb) for level in range(1, 6)]
    rising = greys if theme.dark else greys[::-1]
    assert rising == sorted(rising)
    assert all(abs(a - b) > 0.02 for a, b in pairwise(greys))


async def test_the_whole_room_turns_warm_in_a_window(coach):
    coach.frames.point("Make onboarding boring")
    coach.seasons.open("execution")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        assert app.current_theme.primary == themes.DARK.variables["cool"]
        await press(pilot, "f", "o")
        await type_in(pilot, "It cracked")
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "LEADING" in screen_text(app)
        assert app.current_theme.primary == themes.DARK.variables["warm"]
        assert "b35e" in app.get_css_variables()["primary"].lower()


PLAIN, FEW = (
    OwnGround(has_colours=False, has_few_signs=False),
    OwnGround(has_colours=True, has_few_signs=True),
)


def drawn(style: Style, ground: OwnGround, text: str = "▂●") -> tuple[str, Style]:
    (found,) = ground.apply([Segment(text, style)], TextualColor.parse("#11141a"))
    return found.text, found.style or Style()


def test_without_colours_hierarchy_is_bold_dim_and_reverse():
    quiet, bold = Style(color="#8a97a8", bgcolor="#11141a"), Style(color="#7fb4ff", bold=True)
    cursor = Style(color="#11141a", bgcolor="#d8dee9")
    assert drawn(quiet, PLAIN)[1].dim
    assert drawn(bold, PLAIN)[1].bold
    assert not drawn(bold, PLAIN)[1].dim
    assert drawn(cursor, PLAIN)[1].reverse
    for each in (quiet, bold, cursor):
        _, plain = drawn(each, PLAIN)
        assert (plain.color, plain.bgcolor) == (Color.default(), Color.default())


def test_sixteen_colours_keep_the_accents_and_a_console_the_signs_it_has():
    accent = drawn(Style(color="#f0b35e"), FEW)[1].color
    assert accent is not None
    assert accent.number is not None
    assert drawn(Style(color="#8a97a8"), FEW)[1].color == Color.default()
    assert len(set(drawn(Style(), FEW, "▁▂▄▆█")[0])) == 5
    assert drawn(Style(), FEW, "●◐◌○–·")[0] == "•+x○-·"


def asked(answer: bytes, monkeypatch, **env: str) -> tuple[bool, bytes, bytes]:
    """Whether a terminal that answers so is taken for light, what was typed, and what it was asked."""
    for name in ("COLORFGBG", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"TERM": "xterm-256color"} | env).items():
        monkeypatch.setenv(name, value)
    ours, theirs = pty.openpty()
    monkeypatch.setattr("sys.stdin", os.fdopen(theirs, "r", closefd=False))
    monkeypatch.setattr("sys.stderr", os.fdopen(theirs, "w", closefd=False))
    light = TerminalLight()
    os.set_blocking(ours, False)
    question = b""
    for _ in range(50):
        try:
            question += os.read(ours, 100)
            break
        except BlockingIOError:
            time.sleep(0.002)
    threading.Thread(target=os.write, args=(ours, answer)).start()
    return light.is_light(), light.typed, question


END = b"\x1b[0n"


def test_a_light_terminal_is_noticed_and_what_was_typed_is_kept(monkeypatch):
    light, typed, question = asked(b"ab\x1b]11;rgb:fafa/f8f8/f3f3\x1b\\c" + END + b"d", monkeypatch)
    assert light
    assert typed == b"abcd"
    assert question.startswith(b"\x1b]11;?")
    assert not asked(b"\x1b]11;rgb:11/14/1a\x07" + END, monkeypatch)[0]


def test_a_terminal_that_says_nothing_is_dark_and_nobody_waits_long(monkeypatch):
    before = time.monotonic()
    assert asked(b"", monkeypatch)[:2] == (False, b"")
    assert time.monotonic() - before < 1
    assert asked(END, monkeypatch)[:2] == (False, b"")


def test_what_the_environment_says_needs_no_question(monkeypatch):
    assert asked(b"", monkeypatch, COLORFGBG="0;15")[::2] == (True, b"")
    assert asked(b"", monkeypatch, COLORFGBG="15;0")[::2] == (False, b"")
    assert asked(b"", monkeypatch, TERM="linux")[::2] == (False, b"")


def test_an_answer_that_comes_late_is_no_text():
    late = Late()
    assert late.without(b"x\x1b]11;rgb:11") == b"x"
    assert late.without(b"/14/1a\x1b\\y" + END + b"z") == b"yz"
    assert late.without(b"\x1b[A") == b"\x1b[A"


async def test_styles_are_read_anew_only_with_other_colours(coach, monkeypatch):
    read: list[str] = []
    real = Stylesheet.set_variables

    def set_variables(self: Stylesheet, colours: dict[str, str]) -> None:
        read.append("colours")
        real(self, colours)

    monkeypatch.setattr(Stylesheet, "set_variables", set_variables)
    monkeypatch.setattr(Stylesheet, "reparse", lambda _: read.append("everything"))
    coach.journal.write("begun")
    app = CoachApp(coach, gather(coach))
    async with opened(app) as pilot:
        for place in "2345678":
            await press(pilot, place)
        assert read == []
        await press(pilot, "1")
        ground = app.screen.background_colors[1]
        app.theme = themes.LIGHT.name if app.theme == themes.DARK.name else themes.DARK.name
        await settled(pilot)
        assert read
        assert app.screen.background_colors[1] != ground
        for place in "23":
            await press(pilot, place)
            assert app.screen.background_colors[1] != ground
