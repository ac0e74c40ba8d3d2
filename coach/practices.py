"""The register: every practice there is, a line each. Whatever holds for all of them is asked here."""

from coach.practice import loaded

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.practice import Practice

PRACTICES = (
    "coach.journal",
    "coach.checkin",
    "coach.signals",
    "coach.commitments",
    "coach.frame",
    "coach.cycle",
    "coach.pauses",
    "coach.reflection",
    "coach.assessment",
    "coach.diagnosis",
    "coach.ladders",
    "coach.feedback",
    "coach.insights",
    "coach.learned",
    "coach.calendar",
    "coach.deciding",
    "coach.outside",
    "coach.preparing",
    "coach.talks",
    "coach.library",
    "coach.packet",
    "coach.exchange",
    "coach.machines",
    "coach.today",
    "coach.reminding",
    "coach.cli",
    "coach.demo",
)
"""The ones needed most often come first: a practice is loaded when nothing before it answers. Help, palette,
tables and rows of Today show them in this order, too."""

_LOADED: "dict[str, Practice]" = {}
_KEEPING: "dict[str, Practice | None]" = {}


def practices() -> "Iterator[Practice]":
    """One after the other, each loaded when it is its turn."""
    for room in PRACTICES:
        if room not in _LOADED:
            _LOADED[room] = loaded(f"{room}:PRACTICE")
        yield _LOADED[room]


def keeping(kind: str) -> "Practice | None":
    """The practice that keeps records of this kind."""
    if kind not in _KEEPING:
        _KEEPING[kind] = next((practice for practice in practices() if kind in practice.kinds), None)
    return _KEEPING[kind]


def belonging(kind: str) -> "list[tuple[str, str]]":
    """The kinds whose records mean nothing without one of this kind, and the field that names it."""
    return [
        (each, field)
        for practice in practices()
        for each, (other, field) in practice.belongs.items()
        if other == kind
    ]


def is_quiet(kind: str) -> bool:
    """Whether records of this kind are kept by the coach for itself."""
    practice = keeping(kind)
    return practice is not None and kind in practice.quiet


def drafting(kind: str) -> "Practice | None":
    """The practice whose drafts are called so."""
    return next((practice for practice in practices() if kind in practice.drafts), None)


def place_of_service(name: str) -> "str | None":
    """The class behind an attribute of the coach."""
    for practice in practices():
        if name in practice.services:
            return practice.place(practice.services[name])
    return None


def place_of_command(name: str) -> "str | None":
    """The file of a word in the shell."""
    found = _commanding(name)
    return found and found[0].place(found[1])


def place_of_offers(command: str, argument: str) -> "str | None":
    """What says how an argument of a word in the shell may go on."""
    found = _commanding(command)
    place = found and found[0].offers.get(f"{command} {argument}")
    return found[0].place(place) if found and place else None


def follows(kind: str) -> bool:
    """Whether records of a kind follow from others."""
    practice = keeping(kind)
    return bool(practice and kind in practice.follows)


def content_of_command(name: str) -> str:
    """The file of texts in which a word of the shell is described."""
    found = _commanding(name)
    return (found and found[0].content) or "cli"


def _commanding(name: str) -> "tuple[Practice, str] | None":
    for practice in practices():
        for named in practice.commands.values():
            if name in named:
                return practice, named[name]
    return None


def commands() -> "dict[str, list[str]]":
    """Every word of the shell, under its heading in the help."""
    found: dict[str, list[str]] = {}
    for practice in practices():
        for heading, named in practice.commands.items():
            found.setdefault(heading, []).extend(named)
    return found
