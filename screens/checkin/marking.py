"""The commitments of a day in one line of the check-in: one after the other, a key each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from coach.commitments.glance import SIGNS
from coach.commitments.marks import Given
from coach.commitments.records import REASONS, RESULTS, SHORT
from coach.core.safe_text import first_line
from coach.core.texts import words
from screens.widgets.choice import LABEL, label
from screens.widgets.clicked import acting
from screens.widgets.keyed import Keyed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.commitments.progress import Progress

_NAME = 34


class Marking(Keyed):
    """Shows the one that is asked about. What did not happen asks for its reason, which enter leaves out."""

    class Taken(Message):
        """All of them were answered."""

    class Changed(Message):
        """One was answered, or let go again."""

    def __init__(self, due: Sequence[Progress], said: dict[str, list[str]]) -> None:
        super().__init__(id="marks", markup=False)
        self._due = due
        self.said = said
        """By the commitment's id: how it went, and perhaps why."""
        unsaid = [place for place, each in enumerate(due) if each.commitment.id not in said]
        self._place = unsaid[0] if unsaid else 0
        self._asks_reason = False

    def given(self) -> list[Given]:
        """What was said, as it is marked."""
        found = []
        for each in self._due:
            if told := self.said.get(each.commitment.id):
                result = next(one for one in RESULTS if one == told[0])
                reason = next((one for one in REASONS if one in told[1:]), None)
                found.append(Given(each.commitment, result, reason))
        return found

    def cleared(self) -> list[str]:
        """Those of which nothing is said."""
        return [each.commitment.id for each in self._due if each.commitment.id not in self.said]

    def goes_on(self) -> bool:
        """Whether enter means the next of them, and not yet the next field."""
        if self._asks_reason:
            self._on()
            return True
        return False

    def action_take(self, value: str) -> None:
        """An answer, by key or by click."""
        self.focus()
        here = self._due[self._place].commitment.id
        if self._asks_reason:
            self.said[here] = [self.said[here][0], value]
            self._on()
        else:
            self.said[here] = [value]
            self._asks_reason = value in SHORT
            if not self._asks_reason:
                self._on()
        self.draw()
        self.post_message(self.Changed())

    def action_step(self, step: int) -> None:
        """Another one of them."""
        self._asks_reason = False
        self._place = (self._place + step) % len(self._due)
        self.draw()

    def action_clear(self) -> None:
        """Nothing is said of it."""
        self._asks_reason = False
        self.said.pop(self._due[self._place].commitment.id, None)
        self.draw()
        self.post_message(self.Changed())

    def _on(self) -> None:
        self._asks_reason = False
        if self._place + 1 < len(self._due):
            self._place += 1
            self.draw()
        else:
            self.draw()
            self.post_message(self.Taken())

    def keys(self) -> list[tuple[str, str]]:
        """Those of the answers, or of the reasons."""
        if self._asks_reason:
            return [(str(place), each) for place, each in enumerate(REASONS, 1)]
        return [(words.marks.result_key[each], each) for each in RESULTS]

    def draw(self) -> None:
        """Which of them is asked about, and the keys that answer."""
        each = self._due[self._place].commitment
        given = {one.commitment.id: SIGNS[one.result] for one in self.given()}
        signs = " ".join(given.get(one.commitment.id, "·") for one in self._due)
        first = Content.assemble(
            label(words.commitments.field.marks, has_focus=self.has_focus),
            (f"{signs}  ", "$warm"),
            (first_line(each.text, _NAME), "bold" if self.has_focus else "$quiet"),
        )
        said = self.said.get(each.id) or [""]
        chosen = "" if self._asks_reason else said[0]
        options: list[Content | str] = ["  " if self._asks_reason else " " * LABEL]
        for key, value in self.keys():
            word = words.marks["reason_short" if self._asks_reason else "result", value]
            before = "" if self._asks_reason else "●" if value == chosen else " "
            option = Content.assemble(
                (before, "bold $primary"), (key, "bold $primary"), " ", (word, "$quiet"), " "
            )
            options.append(acting(option, f"take('{value}')"))
        shown = Content.assemble(*options) if self.has_focus else Content("")
        self.update(Content("\n").join([first, shown]))
