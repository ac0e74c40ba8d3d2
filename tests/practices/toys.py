"""A practice that is added in the tests: a shelf of toys. Its files as they would lie in the house."""

ROOM = '''\
"""Toys: what there is to play with."""

from coach.practice import Practice

PRACTICE = Practice(
    __name__,
    content="toys",
    kinds={"toys": "Toy"},
    removable=("toys",),
    services={"toys": "toys:Toys"},
    today={"play": "toys:waiting"},
    palette={"shelf": "toys_page"},
    commands={"Every day": {"toy": "command"}},
)
'''

RECORDS = '''\
"""What is kept of a toy."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coach.core.record import Written

if TYPE_CHECKING:
    from datetime import datetime


class Toy(Written):
    """Something to play with."""

    kind: ClassVar[str] = "toys"

    text: str
    at: datetime
    zone: str
    source: str = "shell"

    @property
    def words(self) -> str:
        """What was written."""
        return self.text
'''

DESCRIBE = '''\
"""A toy in words."""

from __future__ import annotations

from coach.toys.records import Toy

LINES = {Toy.kind: lambda record, _: record.text}
'''

SERVICE = '''\
"""The shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.service import Service
from coach.core.stamp import happened
from coach.core.texts import words
from coach.toys.records import Toy
from coach.waiting import Waiting

if TYPE_CHECKING:
    from datetime import date

    from coach.app import Coach
    from coach.cycle.season import Standing


class Toys(Service):
    """What stands on it."""

    def add(self, text: str) -> Toy:
        """One more."""
        toy = Toy(**happened(self._store.clock), text=text)
        with self._store.change(words.toys.undo) as change:
            change.keep(toy)
        return toy


def waiting(coach: Coach, day: date, now: Standing | None) -> Waiting | None:
    """On Today."""
    del now
    about = words.toys.about
    return Waiting("empty", words.toys.row, about, "toys_page") if coach.store.has_any("toys", day) else None
'''

COMMAND = '''\
"""`coach toy`."""

from coach.core.errors import DONE
from coach.core.ids import short
from coach.shell.command import Command


def _arguments(parser):
    parser.add_argument("text", nargs="+", metavar="TEXT")


def _run(arguments, shell):
    toy = shell.coach().toys.add(" ".join(arguments.text))
    shell.say(f"On the shelf: {short(toy.id)}")
    return DONE


COMMANDS = (Command("toy", _run, _arguments, takes_text="text"),)
'''

TEXTS = """\
undo = "put a toy on the shelf"
row = "Play"
about = "something stands on the shelf"

[called]
toys = ["toy", "toys"]

[palette]
shelf = "The shelf of toys"

[command.toy]
summary = "put a toy on the shelf"
examples = "  coach toy Yoyo"
option = { text = "what it is" }

[help.toys]
title = "Toys"
lines = ["What there is to play with."]
"""

PAGE = '''\
"""The shelf of toys."""

from __future__ import annotations

from textual.widgets import Static

from screens.base.place import Looking


class ToysScreen(Looking):
    """Everything on it."""

    PLACE = "toys"

    def inside(self):
        """What there is."""
        yield Static(id="toys", markup=False)

    async def load(self):
        """From the store."""
        coach = self.coach
        found = await self.home.background.do(lambda: [toy.text for toy in coach.search.everything() if toy.kind == "toys"])
        self.query_one("#toys", Static).update("\\n".join(found))
'''

FILES = {
    "coach/toys/__init__.py": ROOM,
    "coach/toys/records.py": RECORDS,
    "coach/toys/describe.py": DESCRIBE,
    "coach/toys/toys.py": SERVICE,
    "coach/toys/command.py": COMMAND,
    "screens/toys/__init__.py": '"""The shelf."""\n',
    "screens/toys/page.py": PAGE,
    "assets/content/toys/toys.toml": TEXTS,
}
"""What a practice brings along."""
LINES = {
    "coach/practices.py": ('    "coach.journal",\n', '    "coach.journal",\n    "coach.toys",\n'),
    "screens/routes.py": ("WAYS = {\n", 'WAYS = {\n    "toys_page": "screens.toys.page:ToysScreen",\n'),
}
"""And the one line in each of two files that are there."""
