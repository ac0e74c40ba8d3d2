"""`coach export`: everything out, in formats that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, UsageError
from coach.core.kinds import kinds
from coach.core.safe_text import safe_lines, safe_text
from coach.core.steps import Steps
from coach.core.texts import filled, words
from coach.exchange import exporting
from coach.find import Filter
from coach.shell.command import Command, names_file
from coach.shell.progress_bar import progress

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    formats = ", ".join(exporting.FORMATS)
    parser.add_argument(
        "--format",
        default="json",
        metavar="F",
        help=filled(words.exchange.says.json_holds_everything, formats=formats),
    )
    parser.add_argument(
        "--kind",
        default="",
        metavar="KIND",
        help=filled(words.exchange.says.csv_only_this_table, kinds=", ".join(kinds())),
    )
    parser.add_argument("--folder", action="store_true")
    parser.add_argument("--since", metavar="DATE")
    parser.add_argument("--until", metavar="DATE")
    names_file(parser.add_argument("-o", "--output", metavar="PATH"))
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--schema", action="store_true")


def _export(arguments: Namespace, shell: Shell) -> int:
    if arguments.schema:
        from json import dumps

        from coach.exchange.schema import schema

        shell.out(dumps(schema(), indent=2))
        return DONE
    coach, reader = shell.coach(), shell.coach().reader()
    since = reader.span(arguments.since)[0] if arguments.since else None
    until = reader.span(arguments.until)[1] if arguments.until else None
    wanted = exporting.Wanted(arguments.format, Filter(since, until), arguments.kind, arguments.folder)
    exporting.check(coach, wanted)
    is_folder = wanted.is_folder or (wanted.format == "csv" and not wanted.kind)
    if not arguments.output and (is_folder or (wanted.format == "pdf" and shell.is_terminal)):
        raise UsageError(
            words.exchange.needs_file,
            do=filled(words.exchange.error.coach_export_format_o, format=wanted.format),
        )
    with progress(shell) as steps:
        if arguments.output:
            path = arguments.output
            place = shell.over(
                lambda over: exporting.export(coach, wanted, path, steps, over=over), force=arguments.force
            )
            shell.out(safe_text(place))
            if coach.sealing.is_on:
                shell.say(words.protect.lies_open)
            return DONE
        for chunk in exporting.chunks(coach, wanted, Steps()):
            shell.raw(_shown(chunk) if shell.is_terminal else chunk)
    return DONE


def _shown(chunk: bytes) -> bytes:
    """What a person sees of it on a terminal: nothing that steers it."""
    return "\n".join(safe_lines(chunk.decode("utf-8", "replace"))).encode("utf-8", "replace")


COMMANDS = (
    Command(
        "export",
        _export,
        _arguments,
    ),
)
