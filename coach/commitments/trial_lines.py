"""A trial's card in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.commitments.trial_card import Side, TrialCard

_LABEL = 9


def card_lines(card: TrialCard) -> Iterator[str]:
    """What it showed, then before and during in one grid, and everything else that was held."""
    yield card.says
    wide = max(len(" ".join(each.dots)) for each in (card.before, card.during))
    for label, side in ((words.trials.before, card.before), (words.trials.during, card.during)):
        yield f"{label:<{_LABEL}}{side_line(side, wide)}"
    if said := others_line(card):
        yield said


def side_line(side: Side, wide: int) -> str:
    """Its marks, how many were kept, and energy."""
    count = filled(words.counting.of, kept=side.kept, of=side.of) if side.of else ""
    energy = "" if side.energy is None else filled(words.trials.energy_of, mean=f"{side.energy:.1f}")
    return f"{' '.join(side.dots):<{wide}}  {count:<10} {energy}".rstrip()


def others_line(card: TrialCard) -> str:
    """How the other commitments went meanwhile."""
    before, during = card.before, card.during
    if not before.others_of and not during.others_of:
        return ""
    return filled(
        words.trials.others,
        was=before.others,
        was_of=before.others_of,
        now=during.others,
        now_of=during.others_of,
    )


def card_json(card: TrialCard) -> dict[str, Any]:
    """For a program."""
    return {
        "commitment": card.commitment.id,
        "text": card.commitment.text,
        "moves": card.commitment.moves,
        "subject": card.subject,
        "says": card.says,
        "chance": card.chance,
        "over": card.is_over,
        "before": _side_json(card.before),
        "during": _side_json(card.during),
    }


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "first": side.first.isoformat(),
        "last": side.last.isoformat(),
        "kept": side.kept,
        "of": side.of,
        "energy": side.energy,
        "numbers": list(side.numbers),
        "n": side.n,
        "others_kept": side.others,
        "others_of": side.others_of,
    }
