"""What can be agreed on, declared once: the lines of its page, the options of its commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.commitments import amount
from coach.commitments.rhythm import EXAMPLES
from coach.commitments.terms import amount_understood, day_understood, understood, when_in_words, when_of
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.fields import Field, after

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from coach.commitments.records import Commitment
    from coach.core.when import Reader

FIRST = ("text", "when", "cue")
"""What a new one is asked; the rest on demand."""
TERMS = (
    *FIRST, "act", "amount", "to", "why", "area", "problem", "obstacle", "drop_if", "gate"
)  # fmt: skip
WRITTEN = (
    "text", "cue", "act", "amount", "to", "why", "area", "problem", "obstacle", "drop_if", "avoids"
)  # fmt: skip
OPTIONS = ("amount", "to", "why", "area", "problem", "obstacle", "cue", "act", "drop_if", "gate")
"""Those that are an option of each command about terms."""
_NAMES = {"cue": "if", "act": "then"}
_READ = {"when": understood, "gate": day_understood, "amount": amount_understood}
_PROCESS = (("n", "no"), ("y", "yes"))


def field(name: str, reader: Reader | None = None) -> Field:
    """One of the terms; with a reader, it says how it is understood."""
    about = filled(words.commitments.about[name], examples=EXAMPLES)
    read = partial(_read, name, reader) if reader and name in _READ else None
    check = partial(_check, name, reader) if reader and read else None
    hint = "" if name == "because" else words.commitments.hint[name]
    return Field(
        name,
        words.commitments.field[name],
        about,
        hint,
        read=read,
        check=check,
        option=_NAMES.get(name, ""),
        metavar="DATE" if name == "gate" else "TEXT",
        asked=words.commitments.asked[name] if name in {*OPTIONS, "avoids"} else "",
        wanted=after("cue") if name == "act" else None,
    )


def process() -> Field:
    """Whether it is a rule for how things are done."""
    label, about = words.commitments.field.process, words.commitments.about.process
    choices = tuple((key, words.commitments.process[said], said == "yes") for key, said in _PROCESS)
    return Field("process", label, about, kind="choice", choices=choices)


def as_agreed(commitment: Commitment, gate: date | None, today: date) -> dict[str, str]:
    """What stands in the lines of its page."""
    found = {name: str(getattr(commitment, name)) for name in WRITTEN}
    found["when"] = when_in_words(commitment, today)
    return found | ({"gate": say_day(gate, today)} if gate else {})


def agreed(said: Mapping[str, Any], changed: Collection[str], reader: Reader) -> dict[str, Any]:
    """What became different in the lines, as the service takes it."""
    parts: dict[str, Any] = {name: said[name] for name in WRITTEN if name in changed}
    if "when" in changed:
        parts["rhythm"], parts["due"] = when_of(said["when"], reader)
    if "gate" in changed and said["gate"]:
        parts["gate"] = reader.day(said["gate"], ahead=True)
    return parts


def _read(name: str, reader: Reader, typed: str) -> str:
    return _READ[name](typed, reader)


def _check(name: str, reader: Reader, typed: str) -> None:
    if name == "when":
        when_of(typed, reader)
    elif typed and name == "amount":
        amount.read(typed)
    elif typed:
        reader.day(typed, ahead=True)
