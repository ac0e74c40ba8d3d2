"""Reading back: a reflection beside the one of a year before, and all answers to one question over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.reflection.describe import reflection_lines
from coach.reflection.looking_back import title_of
from screens.base.place import Looking
from screens.base.text_page import TextPage
from screens.sheets.pick import PickSheet
from screens.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.reflection.records import Reflection
    from screens.app import CoachApp

_KEYS = "123456789abcdef"


async def beside_last_year(app: CoachApp, record: Reflection) -> None:
    """Those days a year before, when something was kept about them."""
    reflections = app.coach.reflections
    before = await app.background.do(lambda: reflections.a_year_before(record))
    if before is None:
        app.tell(words.reflect.beside_none)
    else:
        app.push_screen(BesideScreen(before, record))


async def thread(app: CoachApp, record: Reflection) -> None:
    """All answers to one of its questions."""
    asked = [name for name, text in record.answers.items() if text]
    name: str | None = asked[0] if len(asked) == 1 else None
    if len(asked) > 1:
        options = [(_KEYS[place], title_of(record.name, each), each) for place, each in enumerate(asked)]
        name = await app.push_screen_wait(PickSheet(words.reflect.thread_pick, options))
    if name:
        app.push_screen(ThreadScreen(record, name))


class BesideScreen(Looking):
    """Two reflections, side by side where there is room."""

    PLACE = "beside"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", words.keys.other_side, id="other-side"),
        Binding("escape", "away", words.keys.back, id="back-from-beside"),
    ]

    def __init__(self, before: Reflection, now: Reflection) -> None:
        super().__init__()
        self._both = {"before": before, "now": now}

    def inside(self) -> Iterator[Widget]:
        """The earlier one first."""
        with Container(id="both"):
            for name in self._both:
                with Vertical(classes="side"):
                    yield Static(id=f"{name}-heading", markup=False)
                    yield TextView(id=name)

    def on_mount(self) -> None:
        """The keys scroll the later one."""
        self.query_one("#now", TextView).focus()

    def on_resize(self) -> None:
        """The texts are laid out for the width."""
        self.call_after_refresh(self.attempt, self.load, "text")

    async def load(self) -> None:
        """Both, as they were said."""
        coach, today = self.coach, self.coach.today()
        for name, record in self._both.items():
            said = filled(
                words.reflect.says.to_day,
                name=words.reflect.name[record.name],
                day=say_day(record.last, today),
            )
            self.query_one(f"#{name}-heading", Static).update(Content.styled(said, "bold"))
            view = self.query_one(f"#{name}", TextView)
            lines = await self.home.background.do(lambda each=record: reflection_lines(each, coach))  # type: ignore[misc]
            view.show(await self.home.background.do(view.prepare("\n".join(lines), is_markdown=False)))


class ThreadScreen(TextPage["Reflection"]):
    """One question, over time."""

    PLACE = "thread"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-thread")
    ]

    def __init__(self, record: Reflection, question: str) -> None:
        super().__init__(record)
        self._question = question

    def heading(self) -> Content:
        """The question."""
        title = title_of(self.record.name, self._question)
        return Content.styled(f"{title}   {words.reflect.thread.lower()}", "bold")

    def text(self) -> str:
        """The answers, the latest first."""
        today = self.coach.today()
        found = self.coach.reflections.thread(self.record.name, self._question)
        return "\n\n".join(
            f"{say_day(each.last, today)}   {each.asked.get(self._question, '')}\n{text}"
            for each, text in found
        )
