"""Fields as the options of a command."""

from __future__ import annotations

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
            metavar=each.metavar,
            choices=choices or None,
            help=(each.asked or each.hint or each.about).replace("%", "%%"),
        )
