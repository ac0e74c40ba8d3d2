"""The keys that do something with a commitment, the same wherever one is under the cursor or on the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.texts import words
from screens.base.place import Looking
from screens.commitments.acts import ask_mark, end, mark, pause, renegotiate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from textual.binding import BindingType

    from coach.commitments.progress import Progress
    from screens.app import CoachApp


_NEEDS_ONE = {"kept", "mark", "terms", "gate", "pause", "end"}


class CommitmentKeys(Looking):
    """Knows which commitment is meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "kept", words.keys.kept, id="kept"),
        Binding("m", "mark", words.keys.mark, id="mark"),
        Binding("e", "terms", words.keys.renegotiate, id="renegotiate"),
        Binding("g", "gate", words.keys.gate, id="gate"),
        Binding("p", "pause", words.keys.rest, id="rest"),
        Binding("x", "end", words.keys.end, id="end"),
    ]

    def meant(self) -> Progress | None:
        """The one that is meant."""
        raise NotImplementedError

    def day(self) -> date:
        """The day that is meant."""
        return self.coach.today()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a commitment, nothing can be done with one."""
        if action in _NEEDS_ONE and self.meant() is None:
            return False
        return super().check_action(action, parameters)

    def action_kept(self) -> None:
        """Kept on that day."""
        day = self.day()
        self._do(lambda app, each: mark(app, each, "kept", day))

    def action_mark(self) -> None:
        """How it went on that day."""
        day = self.day()
        self._do(lambda app, each: ask_mark(app, each, day))

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
        if each := self.meant():
            self.home.attempt(partial(work, self.home, each))
