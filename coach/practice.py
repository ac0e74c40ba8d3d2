"""What a practice says of itself, in its own `__init__.py`: names only, so that saying it loads nothing."""

import sys

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_NOTHING: "Mapping[str, Any]" = {}


class Practice:
    """One room. Files are named within it: `signals:Signals` is the class in its `signals.py`."""

    def __init__(
        self,
        room: str,
        *,
        content: str = "",
        kinds: "Mapping[str, str]" = _NOTHING,
        removable: "Sequence[str]" = (),
        stays: "Mapping[str, str]" = _NOTHING,
        belongs: "Mapping[str, tuple[str, str]]" = _NOTHING,
        drafts: "Mapping[str, str]" = _NOTHING,
        services: "Mapping[str, str]" = _NOTHING,
        today: "Mapping[str, str]" = _NOTHING,
        palette: "Mapping[str, str]" = _NOTHING,
        commands: "Mapping[str, Mapping[str, str]]" = _NOTHING,
        offers: "Mapping[str, str]" = _NOTHING,
        findings: str = "",
        quiet: "Sequence[str]" = (),
        follows: "Sequence[str]" = (),
        mends: str = "",
    ) -> None:
        self.room = room
        """The package it is, `coach.signals`."""
        self.content = content
        """Its texts, by the name of a file in assets/content."""
        self.kinds = kinds
        """The kinds of records it keeps, each with its class in `records.py`."""
        self.removable = removable
        """Those a person may take away; the others are kept as they happened."""
        self.stays = stays
        """What says no to taking away one of these, by its kind: it raises the reason."""
        self.belongs = belongs
        """What means nothing without another: its kind, the other's kind, and the field that names it."""
        self.drafts = drafts
        """What is written in the app over some time, and what looks whether it can be shown; nothing where
        its own page does."""
        self.services = services
        """What can be done with them: an attribute of the coach, and the class behind it."""
        self.today = today
        """What may wait on Today, by its name for programs, and what says whether it does."""
        self.palette = palette
        """What can be done from everywhere and has no key everywhere: its name in `[palette]` of the texts,
        and either `place:action` or the name of a way in the routes."""
        self.commands = commands
        """Its words in the shell, each with its file, under the headings they have in the help."""
        self.offers = offers
        """What the completions offer for `word argument`, said by a function of the coach and the words
        before; where none says it, the argument's choices or its name in the help do."""
        self.findings = findings
        """The file with its rules: `rules`, asked each month, and `now`, asked each day."""
        self.quiet = quiet
        """The kinds the coach keeps for itself: a person did not change them, so undo passes them over."""

        self.follows = follows
        """The kinds that follow from others: no archive holds them, and none brings them."""
        self.mends = mends
        """What sets right, in the change in which records come from elsewhere, what follows from them."""

    def place(self, name: str) -> str:
        """A file of it, or what stands in one, as `loaded` takes it."""
        return f"{self.room}.{name}"


def loaded(place: str) -> "Any":
    """What a place names: `coach.signals.signals:Signals`, or a whole module."""
    module, _, name = place.partition(":")
    __import__(module)  # importlib would import warnings: 1 ms
    found = sys.modules[module]
    return getattr(found, name) if name else found
