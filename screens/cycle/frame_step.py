"""S17: the new frame on the screen; a part is rated before it is rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from coach.core.safe_text import safe_text
from coach.cycle.frame_session import FrameSession
from screens.base.guided import GuidedScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget


class FrameStepScreen(GuidedScreen[FrameSession]):
    """A part of the frame a step."""

    PLACE = "frame-step"

    def own_widgets(self) -> Sequence[Widget]:
        """As it is now."""
        rated = self.step.fields[0].asked if self.step.fields else ""
        return [Static(safe_text(rated), markup=False)] if rated else ()
