"""Fields as the options of a command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

    from coach.fields import Field


def add_options(parser: ArgumentParser, fields: Iterable[Field], default: Any = None) -> None:
    """An option a field, with the words of its line."""
    for each in fields:
        choices = [value for _, _, value in each.choices]
        parser.add_argument(
            f"--{each.option or each.name.replace('_', '-')}",
            dest=each.name,
            default=default,
            metavar=None if choices else each.metavar,
            choices=choices or None,
            type=partial(_meant, each),
            help=(each.asked or each.hint or each.about).replace("%", "%%"),
        )


def _meant(field: Field, typed: str) -> Any:
    """What was chosen by its key or its words, too."""
    return (field.meant(typed) if field.is_chosen else None) or typed
