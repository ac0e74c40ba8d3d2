"""What waits on Today: a practice says it, Today shows it, and the page behind it is opened by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.app import Coach


class Waiting(NamedTuple):
    """One thing that waits."""

    cause: str
    """Why it does, in a word for programs."""
    label: str
    about: str
    way: str
    """What opens it in the app, by its name in the routes."""
    of: Any = None
    """What is handed over there."""
    command: str = ""
    """What does it in the shell, where that is no command of its name."""
    begun: str = ""
    """How the name of a draft begins in which it is under way already: then that is shown instead."""
    put_off: Callable[[Coach], None] | None = None
    """What says "not now", where that can be said. It keeps no coach: once locked, there is another one."""
