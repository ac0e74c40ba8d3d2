"""What a trial is made of, declared once: the lines of its page, the options of its command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coach.commitments.glance import NAME_WIDTH
from coach.commitments.rhythm import EXAMPLES
from coach.commitments.terms import understood, when_of
from coach.commitments.trial import ENERGY, FLOW, KEPT, OUTCOME, OWN, is_trial
from coach.core.safe_text import first_line
from coach.core.texts import filled, words
from coach.fields import Field, needed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.app import Coach
    from coach.commitments.records import Commitment
    from coach.core.when import Reader

_OWN = "own"
_COIN = (("n", "no"), ("c", "yes"))


def movable(coach: Coach) -> list[tuple[str, str]]:
    """What a trial can be to move, with its words: energy, each commitment, the numbers the frame has."""
    held: Sequence[Commitment] = [each for each in coach.commitments.active() if not is_trial(each)]
    frame = coach.frames.current()
    numbers = [name for name in (OUTCOME, FLOW) if frame and getattr(frame, name)]
    found = [(ENERGY, words.trials.moves.energy)]
    found += [(KEPT + each.id, f"“{first_line(each.text, NAME_WIDTH)}”") for each in held]
    found += [(name, first_line(getattr(frame, name), NAME_WIDTH)) for name in numbers]
    return [*found, (_OWN, words.trials.moves.own)]


def fields(coach: Coach, reader: Reader) -> list[Field]:
    """Its lines."""
    about, label, hint = words.trials.about, words.trials.field, words.trials.hint
    moves = tuple((str(place), said, name) for place, (name, said) in enumerate(movable(coach), 1))
    coin = tuple((key, words.trials.coin[said], said == "yes") for key, said in _COIN)
    return [
        Field("text", label.text, about.text, hint.text, check=needed(words.commitments.needs_outcome)),
        Field(
            "when",
            label.when,
            filled(about.when, examples=EXAMPLES),
            hint.when,
            read=partial(_read, reader),
            check=lambda typed: when_of(typed, reader),
        ),
        Field("moves", label.moves, about.moves, kind="choice", choices=moves),
        Field("own", label.own, about.own, hint.own, wanted=lambda said: said.get("moves") == _OWN),
        Field("coin", label.coin, about.coin, kind="choice", choices=coin),
        *(Field(name, words.commitments.field[name], words.commitments.about[name],
                words.commitments.hint[name]) for name in ("cue", "act")),
    ]  # fmt: skip


def _read(reader: Reader, typed: str) -> str:
    return understood(typed, reader)


def agreed(said: Mapping[str, Any], reader: Reader) -> dict[str, Any]:
    """What was said, as the service takes it."""
    rhythm, due = when_of(said.get("when") or "every day", reader)
    moves = said.get("moves") or ENERGY
    own = (said.get("own") or "").strip()
    parts = {name: said[name] for name in ("cue", "act") if said.get(name)}
    return parts | {
        "text": said.get("text") or "",
        "rhythm": rhythm,
        "due": due,
        "moves": OWN + own if moves == _OWN else moves,
        "coin": bool(said.get("coin")),
    }
