"""The commitments of a day in plain lines: how each went, and why when it did not."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from coach.commitments.marks import Given
from coach.commitments.overview import commitments_on
from coach.commitments.records import REASONS, RESULTS, SHORT
from coach.core.errors import UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words

if TYPE_CHECKING:
    from datetime import date

    from coach.commitments.records import Commitment
    from coach.shell.shell import Shell

T = TypeVar("T", bound=str)


def ask_marks(shell: Shell, day: date) -> tuple[int, int]:
    """Asks for each that is due and has no mark; each answer is on the disk before the next is asked for, and
    what cannot be is said and asked once more. Gives how many there are, and how many were marked."""
    coach, count = shell.coach(), 0
    due = [each.commitment for each in commitments_on(coach, day) if each.is_due]
    with suppress(EOFError):
        for commitment in due:
            while given := _ask(shell, commitment):
                try:
                    coach.marks.mark([given], day, "shell")
                except UsageError as error:
                    shell.say(safe_text(str(error)))
                else:
                    count += 1
                    break
    return len(due), count


def _ask(shell: Shell, commitment: Commitment) -> Given | None:
    keys = {words.marks.result_key[each]: each for each in RESULTS}
    said = ", ".join(f"{key} {words.marks.result[each]}" for key, each in keys.items())
    question = filled(words.marks.ask.plain, name=commitment.text, keys=said)
    result = _one_of(shell, question, keys)
    if result is None or result not in SHORT:
        return Given(commitment, result) if result else None
    reasons = {str(place): each for place, each in enumerate(REASONS, 1)}
    said = ", ".join(f"{key} {words.marks.reason[each]}" for key, each in reasons.items())
    why = filled(words.marks.ask.plain_why, keys=said)
    return Given(commitment, result, _one_of(shell, why, reasons))


def _one_of(shell: Shell, question: str, options: dict[str, T]) -> T | None:
    """By its key or its name; nothing for an empty line."""
    while True:
        shell.say(safe_text(question))
        typed = shell.read_line().lower()
        if not typed:
            return None
        found = next((each for key, each in options.items() if typed in {key, each}), None)
        if found is not None:
            return found
        shell.say(words.shell.pick_wrong)
