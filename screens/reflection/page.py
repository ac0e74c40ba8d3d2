"""Reflect: what can be looked back on now, and past reflections to read again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from coach.core.record import day_about
from coach.core.safe_text import first_line
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.describe import name_of
from coach.reflection.place import NOW, Now, Past, ReflectNow, reflect_now
from coach.reflection.records import Reflection
from screens.base.begin_page import BeginPage
from screens.base.list_page import Heading
from screens.routes import way
from screens.widgets.cards import Card, CardLine, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from coach.app import Coach
    from screens.widgets.drawn import Piece

_LABEL, _DAYS = 23, 18
_KEYS: dict[Now, str] = {
    "weekly": "w", "monthly": "m", "quarterly": "t", "yearly": "y", "reassessment": "r", "action": "a",
    "vitality": "v",
}  # fmt: skip

_AGAIN = frozenset(("weekly", "monthly", "quarterly", "yearly", "action"))
"""What can be changed beside its days."""


class ReflectScreen(BeginPage[ReflectNow, "Now | Past"]):
    """The place."""

    PLACE = "reflect"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "begin('weekly')", words.keys.week, id="weekly"),
        Binding("m", "begin('monthly')", words.keys.month, id="monthly"),
        Binding("t", "begin('quarterly')", words.keys.quarter, id="quarterly"),
        Binding("y", "begin('yearly')", words.keys.the_year, id="yearly", show=False),
        Binding("r", "begin('reassessment')", words.keys.reassess, id="reassess"),
        Binding("a", "begin('action')", words.keys.after_action, id="after-action"),
        Binding("v", "begin('vitality')", words.keys.vitality, id="vitality"),
        Binding("l", "late", words.keys.look_back_late, id="late"),
        Binding("e", "again", words.keys.change, id="look-again"),
        Binding("b", "begun", words.keys.begun, id="drafts"),
        Binding("o", "rule", words.keys.keep_the_rule, id="keep-rule"),
        Binding("x", "emergency", words.keys.emergency, id="emergency-reassessment", show=False),
    ]

    @property
    def card_here(self) -> str:
        """Of what the cursor is on."""
        found = self.current
        return (
            self.card_of(found if isinstance(found, str) else found.name if found else "")
            or super().card_here
        )

    def gather(self, coach: Coach) -> ReflectNow:
        """What is there to look back on, and what was."""
        return reflect_now(coach)

    def title_of(self, known: ReflectNow) -> tuple[str, str]:
        """The place, and how much there is to read."""
        return words.reflect.now, filled(words.reflect.count, count=len(known.past))

    def next(self, known: ReflectNow, width: int) -> Card:
        """The first that waits, what it is, and its key."""
        if known.next is None:
            day = say_day(known.next_day, known.day)
            return Card(words.reflect.next, told(filled(words.reflect.next_none, day=day), width))
        title = CardLine(
            (
                (words.reflect.row[known.next], "strong"),
                (f"   {known.now[known.next].about}", "quiet"),
                ("   " + _KEYS[known.next], "key"),
                (f" {words.reflect.begins}", "quiet"),
            )
        )
        return Card(words.reflect.next, (title, *told(words.reflect.about[known.next], width, "quiet")))

    def items(self, known: ReflectNow) -> Iterator[Now | Past | Heading]:
        """What can be done now, then what was."""
        yield from NOW
        yield Heading()
        yield Heading(words.reflect["past" if known.past else "none"], "title" if known.past else "quiet")
        yield from known.past

    def draw(self, item: Now | Past, width: int) -> Sequence[Piece]:
        """One that can begin, or one to read."""
        assert self.known  # noqa: S101 - rows are drawn of what is known
        if isinstance(item, str):
            now = self.known.now[item]
            return [
                (
                    "● " if now.is_done else "○ ",
                    "warm" if now.is_done else "strong" if now.is_due else "quiet",
                ),
                (f"{words.reflect.row[item]:<{_LABEL}}", "strong" if now.is_due else "text"),
                (f"{now.about:<{_DAYS}}", "quiet"),
                (now.said, "quiet"),
            ]
        day = item.last if isinstance(item, Reflection) else day_about(item, self.coach.settings.day_ends)
        said = say_day(day, self.known.day)
        text = first_line("  ·  ".join(item.words.split("\n")), max(width - _LABEL - _DAYS - 2, 12))
        return [(f"  {name_of(item):<{_LABEL}}", "text"), (f"{said:<{_DAYS}}", "quiet"), (text, "quiet")]

    def called(self, name: Now) -> str:
        """As its row is."""
        return words.reflect.row[name]

    def about(self, name: Now) -> str:
        """What it is for."""
        return words.reflect.about[name]

    def action_begin(self, name: Now) -> None:
        """One of them. Each is loaded when it is begun."""
        home = self.home
        if name == "weekly":
            home.attempt(partial(way("review"), home))
        elif name == "reassessment":
            home.attempt(partial(way("reassess"), home))
        elif name == "vitality":
            home.push_screen(way("vitality_page")())
        else:
            home.attempt(partial(way("look_back"), home, name))

    def action_emergency(self) -> None:
        """S10: the frame cracked, and the window is too far."""
        self.home.attempt(partial(way("emergency"), self.home))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """L17: a rule can be kept where one was written."""
        if action == "again":
            here = self.current if self.known is not None else None
            return isinstance(here, Reflection) and here.name in _AGAIN
        if action == "rule":
            return bool(_rule(self.current if self.known is not None else None))
        return super().check_action(action, parameters)

    def action_late(self) -> None:
        """What lies behind and was not looked back on."""
        self.home.push_screen(way("late_page")())

    def action_again(self) -> None:
        """What was kept of some days is changed, beside them."""
        here = self.current
        if isinstance(here, Reflection) and here.name in _AGAIN:
            about = partial(way("review"), self.home, about=here.last)
            again = here if here.name == "action" else None
            longer = partial(way("look_back"), self.home, here.name, about=here.last, again=again)
            self.home.attempt(about if here.name == "weekly" else longer)

    def action_begun(self) -> None:
        """What was begun and not kept, however long ago."""
        self.home.push_screen(way("drafts_page")())

    def action_rule(self) -> None:
        """It becomes a commitment or a decision."""
        if isinstance(here := self.current, Reflection):
            self.home.attempt(partial(way("keep_rule"), self.home, here.id, _rule(here)))


def _rule(item: object) -> str:
    """What an after-action review says becomes a rule."""
    return item.answers.get("rule", "").strip() if isinstance(item, Reflection) else ""
