"""A form that came back: how it looks from outside, as a record of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.errors import UsageError
from coach.core.texts import words
from coach.exchange.incoming import BadFileError, Incoming, Left, named_id
from coach.outside.form import read
from coach.outside.records import View

if TYPE_CHECKING:
    from coach.app import Coach


def read_form(coach: Coach, text: str, name: str) -> Incoming:
    """What was filled in. The same answers come in once."""
    try:
        found = read(text, name)
    except UsageError as error:
        raise BadFileError(error.what) from error
    now = coach.clock.now()
    said: dict[str, Any] = found._asdict()
    left = [Left(each, words.outside.no_answer) for each in said.pop("left")]
    record_id = named_id(
        now.replace(hour=0, minute=0, second=0, microsecond=0), f"form {sorted(said.items())}"
    )
    view = View(
        id=record_id, created=now, created_zone=coach.clock.zone, at=now, zone=coach.clock.zone, **said
    )
    return Incoming("form", [(View.kind, view.id, view.fields())], left=left)
