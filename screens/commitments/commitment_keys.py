"""The keys that do something with a commitment, the same wherever one is under the cursor or on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from screens.base.place import Looking
from screens.commitments.acts import ask_mark, end, mark, pause, renegotiate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.binding import BindingType

    from coach.commitments.progress import Progress
    from screens.app import CoachApp


class CommitmentKeys(Looking):
    """Knows which commitment is meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "kept", "kept", id="kept"),
        Binding("m", "mark", "mark", id="mark"),
        Binding("e", "terms", "renegotiate", id="renegotiate"),
        Binding("g", "gate", "gate", id="gate"),
        Binding("p", "pause", "rest", id="rest"),
        Binding("x", "end", "end", id="end"),
    ]

    def current(self) -> Progress | None:
        """The one that is meant."""
        raise NotImplementedError

    def action_kept(self) -> None:
        """Kept today."""
        self._do(lambda app, each: mark(app, each, "kept"))

    def action_mark(self) -> None:
        """How it went today."""
        self._do(ask_mark)

    def action_terms(self) -> None:
        """Other terms."""
        self._do(renegotiate)

    def action_gate(self) -> None:
        """Its gate."""
        from screens.commitments.gate import pass_gate

        self._do(pass_gate)

    def action_pause(self) -> None:
        """It rests, or is taken up again."""
        self._do(pause)

    def action_end(self) -> None:
        """Finished or dropped."""
        self._do(lambda app, each: end(app, each.commitment))

    def _do(self, work: Callable[[CoachApp, Progress], Awaitable[None]]) -> None:
        if each := self.current():
            self.home.attempt(partial(work, self.home, each))
