"""Reading a text of any length: only the lines on screen are ever drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from coach.core.counting import number
from coach.core.safe_text import safe_lines, wrapped
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKDOWN_LIMIT = 20_000
_LOOKED_AT = 20_000


class TextView(ScrollView, can_focus=True):
    """A text as it was written, or read as Markdown."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._lines: list[Strip] = []
        self.shown: tuple[str, bool] = ("", False)

    def prepare(self, text: str, *, is_markdown: bool) -> Callable[[], list[Strip]]:
        """The work of laying a text out for the present width, to be done in the background."""
        width = max(self.scrollable_content_region.width or self.size.width, 20)
        return lambda: markdown(text, width) if is_markdown else plain(text, width)

    def show(self, lines: list[Strip]) -> None:
        """The text laid out."""
        self._lines = lines
        self.virtual_size = Size(0, len(lines))
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        place = y + self.scroll_offset.y
        style = self.rich_style
        if place >= len(self._lines):
            return Strip.blank(self.size.width, style)
        return self._lines[place].apply_style(style).adjust_cell_length(self.size.width, style)


def plain(text: str, width: int) -> list[Strip]:
    """The text with its own line ends, wrapped; what is set in goes on below itself."""
    if "\n " not in f"\n{text[:_LOOKED_AT]}":
        return [Strip([Segment(line)]) for line in wrapped(text, width)]
    lines = [line for each in text.split("\n") for line in _set_in(each, width)]
    return [Strip([Segment(line)]) for line in lines]


def _set_in(line: str, width: int) -> list[str]:
    indent = len(line) - len(line.lstrip(" "))
    if not 0 < indent < width // 2:
        return wrapped(line, width) or [""]
    return [f"{'':{indent}}{each}" for each in wrapped(line[indent:], width - indent)]


def markdown(text: str, width: int) -> list[Strip]:
    """The beginning of the text read as Markdown. Links are words: nothing in a text may reach further."""
    from rich.console import Console
    from rich.markdown import Markdown

    safe = "\n".join(safe_lines(text[:_MARKDOWN_LIMIT]))
    console = Console(width=width, force_terminal=True, color_system="standard", legacy_windows=False)
    drawn = console.render_lines(Markdown(safe, hyperlinks=False, code_theme="bw"), pad=False)
    lines = [Strip(line) for line in drawn]
    if len(text) > _MARKDOWN_LIMIT:
        more = filled(words.screens.says.more_characters, count=number(len(text) - _MARKDOWN_LIMIT))
        lines += plain(f"\n{more}", width)
    return lines
