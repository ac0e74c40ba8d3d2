"""What one's own records say, beside a question: each fact opens what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.message import Message

from coach.core.safe_text import safe_text, wrapped
from coach.core.texts import words
from screens.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from textual.binding import BindingType

    from coach.facts import Fact
    from screens.widgets.drawn import Piece

_NARROWEST = 20
_HIGH = 15
"""From so many lines on there is room for some air."""
_SIGNS = "✓· "


class Line(NamedTuple):
    """One line of the list; the first line of a fact carries it."""

    sign: str
    text: str
    role: str = "text"
    fact: Fact | None = None


class Evidence(Rows[Line]):
    """The facts, wrapped. Enter opens one, space rests the answer on it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "cite", words.keys.rests_on_it, id="cite-fact")]

    class Cited(Message):
        """The answer is to rest on this fact, or no longer."""

        def __init__(self, fact: Fact) -> None:
            super().__init__()
            self.fact = fact

    def __init__(self, id: str, *, is_cited: bool) -> None:  # noqa: A002 - Textual's own word
        self._is_cited = is_cited
        """Whether an answer can rest on a fact."""
        super().__init__(_draw, is_heading=lambda line: line.fact is None, id=id)
        self._said: tuple[str, ...] = ()
        self._facts: Sequence[Fact] = ()
        self._cited: Collection[str] = ()

    @property
    def fact(self) -> Fact | None:
        """The one under the cursor."""
        return self.current.fact if self.current else None

    def tell(self, said: Sequence[str], facts: Sequence[Fact], cited: Collection[str] = ()) -> None:
        """Other lines and facts; those that the answer rests on are marked."""
        is_same = facts == self._facts
        self._said, self._facts, self._cited = tuple(said), facts, cited
        self.can_focus = bool(said or facts)
        kept = self.cursor if is_same else 0
        self.show([*self._lines()])
        self.go(kept)

    def on_resize(self) -> None:
        """Wrapped anew."""
        kept = self.cursor
        self.show([*self._lines()])
        self.go(kept)
        super().on_resize()

    def action_move(self, step: int) -> None:
        """To the next fact; where nothing can be opened, the lines go on."""
        if self.current is None:
            self.scroll_relative(y=step, animate=False)
        else:
            super().action_move(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a fact can be rested on, and only where answers rest on any."""
        if action == "cite":
            return self._is_cited and self.fact is not None
        return super().check_action(action, parameters)

    def action_cite(self) -> None:
        """The answer rests on this."""
        if self.fact:
            self.post_message(self.Cited(self.fact))

    def _lines(self) -> Iterator[Line]:
        width = max(self.scrollable_content_region.width - 2, _NARROWEST)
        for text in self._said:
            yield from (Line("", each) for each in wrapped(safe_text(text), width + 2) or [""])
        if self._said and self._facts:
            yield Line("", "")
        kind = ""
        for fact in self._facts:
            if kind and kind != fact.name and self.size.height > _HIGH:
                yield Line("", "")
            kind = fact.name
            yield from self._of(fact, width)
            if fact.against:
                yield from self._of(fact.against, width - 2, f"  {words.evidence.against} ")
            elif fact.is_pattern:
                said = wrapped(words.evidence.no_against, width - 2)
                yield from (Line("", f"    {each}", "quiet") for each in said)

    def _of(self, fact: Fact, width: int, lead: str = "") -> Iterator[Line]:
        is_cited = bool(fact.ids) and set(fact.ids) <= set(self._cited)
        sign = _SIGNS[0 if is_cited else 1 if fact.ids else 2]
        first, *more = wrapped(safe_text(lead.lstrip() + fact.text), width)
        indent = " " * (len(lead) - len(lead.lstrip()))
        yield Line(f"{indent}{sign} ", first, "text" if fact.ids else "quiet", fact if fact.ids else None)
        yield from (Line("", f"{indent}  {each}", "text" if fact.ids else "quiet") for each in more)


def _draw(line: Line, _: int) -> list[Piece]:
    return [(line.sign, "accent"), (line.text, line.role)]
