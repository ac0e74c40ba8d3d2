"""Words that can be clicked, in their own colours: Textual's links would recolour them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.content import Content
    from textual.events import Click

_ACT = "act"


def acting(content: Content, action: str) -> Content:
    """The words do this when they are clicked."""
    return content.stylize(Style.from_meta({_ACT: action}))


class Clicked(Widget):
    """Does what the words under a click do."""

    async def on_click(self, event: Click) -> None:
        """Looks what lies there."""
        action = event.style.meta.get(_ACT)
        if action:
            event.stop()
            await self.run_action(action)
