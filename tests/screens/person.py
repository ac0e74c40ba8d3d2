"""What tests of the screens need: to press keys and wait until it is shown."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from textual._context import visible_screen_stack

from screens.widgets.board import Board

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot
    from textual.strip import Strip

_NAMES = {" ": "space", "!": "exclamation_mark", "?": "question_mark", "/": "slash", "#": "number_sign",
          ",": "comma", ".": "full_stop", "-": "minus", "+": "plus", "\n": "enter"}  # fmt: skip


_WIDEST = 100


@asynccontextmanager
async def opened(
    app: Any, size: tuple[int, int] = (80, 24), *, notifications: bool = True
) -> AsyncIterator[Pilot[Any]]:
    """The app at work, once everything it does at the start is done."""
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Waits until nothing is being read, written or drawn any more."""
    await pilot.pause()
    for _ in range(_AT_MOST):
        if not _is_at_work(pilot.app):
            return
        await pilot.pause(_MOMENT)
    raise AssertionError(f"it never comes to rest: {_is_at_work(pilot.app)}\n{screen_text(pilot.app)}")


def _is_at_work(app: Any) -> str:
    """What is read or written, waits to be told, or is not drawn yet; nothing when all is done."""
    screen = app.screen
    nodes = (app, *screen.walk_children(with_self=True))
    found = {
        "a key is followed": app._is_following,
        "a resize waits": app._resize_event is not None,
        "the background works": not app.background.is_idle,
        "a worker runs": any(each.is_running for each in app.workers if each.group not in LASTING),
        "a message waits": any(node._message_queue.qsize() or node._next_callbacks for node in nodes),
        "a callback waits": screen._callbacks,
        "a widget is dirty": screen._dirty_widgets,
        "the layout waits": screen._layout_required,
        "a scroll waits": screen._scroll_required,
        "a repaint waits": screen._repaint_required,
        "it is composed anew": screen._recompose_required,
    }
    return ", ".join(what for what, is_so in found.items() if is_so)


LASTING = {"default"}
"""Workers that wait for a person: an open sheet."""
_MOMENT, _AT_MOST = 0.004, 5000


class row(str):  # noqa: N801, SLOT000 - used as a word: `press(pilot, row("Walk"), "enter")`
    """Stands for as many presses of `down` as it takes to the row that says this."""


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys one after the other, each when the one before has done its work."""
    for key in keys:
        if isinstance(key, row):
            await _down_to(pilot, key)
        else:
            await pilot.press(key)
            await settled(pilot)


async def _down_to(pilot: Pilot[Any], wanted: str) -> None:
    rows: Any = pilot.app.focused
    if isinstance(rows, Board):
        await _around_to(pilot, rows, wanted)
        return
    before = -1
    while wanted not in "".join(text for text, _ in rows._draw(rows.items[rows.cursor], _WIDEST)):
        assert rows.cursor != before, f"no row below says {wanted!r}:\n{screen_text(pilot.app)}"
        before = rows.cursor
        await press(pilot, "down")


async def _around_to(pilot: Pilot[Any], board: Board, wanted: str) -> None:
    """On a board: down through each card, and on to the next one."""
    seen: set[int] = set()
    while wanted not in board.words_here():
        assert board.cursor not in seen, f"no card says {wanted!r}:\n{screen_text(pilot.app)}"
        seen.add(board.cursor)
        if board.target == "waiting" and "enter folds" not in screen_text(pilot.app):
            await press(pilot, "enter")
            seen.clear()
        spot = board.spot
        await press(pilot, "down")
        if board.spot == spot or not board.spot or not spot or board.spot.card != spot.card:
            board.cursor = board._board.spots.index(spot) if spot else 0
            await press(pilot, "tab")


async def type_in(pilot: Pilot[Any], text: str) -> None:
    """Types a text."""
    await pilot.press(*(_NAMES.get(each, each) for each in text))
    await settled(pilot)


def place(app: Any) -> type:
    """Where the person is."""
    return type(app.screen)


def screen_text(app: Any) -> str:
    """Everything that can be read on the screen."""
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips_of(app))


def strips_of(app: Any) -> list[Strip]:
    """The screen, line by line, with what a sheet lies over."""
    visible_screen_stack.set(app._background_screens)
    strips: list[Strip] = app.screen._compositor.render_strips()
    return strips


def read(app: Any) -> str:
    """What a person reads in the cards, sentences that go on over several lines as one."""
    columns: dict[int, list[str]] = {}
    for line in screen_text(app).splitlines():
        for place, part in enumerate(line.split("│")):
            columns.setdefault(place, []).append(part)
    return "\n".join(" ".join(" ".join(parts).split()) for parts in columns.values())


async def until(pilot: Pilot[Any], is_so: Callable[[], bool]) -> None:
    """Waits for something that comes by itself."""
    for _ in range(500):
        await pilot.pause(0.01)
        if is_so():
            return
    raise AssertionError(f"it did not come about:\n{screen_text(pilot.app)}")
