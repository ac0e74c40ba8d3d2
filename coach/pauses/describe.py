"""An exception in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.said_days import say_span
from coach.core.texts import filled, words
from coach.describe import commitment_called
from coach.pauses.records import Rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coach.app import Coach


def _rest(record: Rest, coach: Coach) -> str:
    today = coach.today()
    of = (
        f" {filled(words.commitments.says.of_name, commitment=commitment_called(record.commitment, coach))}"
        if record.commitment
        else ""
    )
    days = say_span(record.first, record.until, today)
    because = f", {record.because}" if record.because else ""
    return f"{words.commitments.exempt[record.what]}{of}, {days}{because}"


LINES: dict[str, Callable[[Any, Coach], str]] = {Rest.kind: _rest}
