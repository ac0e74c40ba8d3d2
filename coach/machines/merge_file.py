"""`coach merge-file`: what git calls where two machines changed one file. It decides nothing and loses
nothing: records are joined as everywhere; what is sealed waits beside for whoever can open it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.core.errors import DONE, CoachError
from coach.shell.command import Command, names_file
from coach.store import files, strays
from coach.store.data_files import is_name
from coach.store.format import FORMAT, decode, encode, put_row
from coach.store.joining import Joining, rows_of
from coach.store.keys import parsed
from coach.store.seals import is_sealed

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell
    from coach.store.format import Tables


def _arguments(parser: ArgumentParser) -> None:
    for name in ("base", "ours", "theirs"):
        names_file(parser.add_argument(name, metavar=name.upper()))
    parser.add_argument("path", metavar="PATH")


def _run(arguments: Namespace, shell: Shell) -> int:  # noqa: ARG001 - as every command is called
    ours, theirs = files.read(arguments.ours), files.read(arguments.theirs)
    if ours == theirs:
        return DONE
    name, ending = os.path.splitext(os.path.basename(arguments.path))
    if os.path.basename(arguments.path) in {"keys", "keys.copy"}:
        _write(arguments.ours, _later_keys(ours, theirs))
    elif ending == ".json" and is_name(name):
        joined = None if is_sealed(ours) or is_sealed(theirs) else _joined(name, ours, theirs)
        if joined is None:
            _write(strays.beside(arguments.path), theirs)
        else:
            _write(arguments.ours, joined)
    return DONE


def _joined(name: str, ours: bytes, theirs: bytes) -> bytes | None:
    """Both, as one file; nothing where one of them cannot be read, or knows more than we do."""
    try:
        mine, other = decode(ours, name), decode(theirs, name)
    except CoachError:
        return None
    if max(mine.format, other.format) > FORMAT:
        return None
    joining = Joining(lambda each: mine.tables if each == name else {}, lambda _id, _moved: None)
    try:
        joining.take(name, other.tables)
        wanted = rows_of(joining.joined(), name)
    except CoachError:
        return None
    tables = {kind: dict(records) for kind, records in mine.tables.items()}
    for kind, rows in wanted.items():
        for record_id, fields in rows.items():
            put_row(tables, kind, record_id, fields)
    return bytes(encode(name, _sorted(tables), 0, by=strays.BY_NO_MACHINE))


def _sorted(tables: Tables) -> Tables:
    return {kind: dict(sorted(tables[kind].items())) for kind in sorted(tables)}


def _later_keys(ours: bytes, theirs: bytes) -> bytes:
    """Of one protection the later secret; of two, ours stays, and the other is found by who opens it."""
    try:
        mine, other = parsed(ours), parsed(theirs)
    except CoachError:
        return ours
    return theirs if mine.id == other.id and other.serial > mine.serial else ours


def _write(path: str, raw: bytes) -> None:
    files.write_atomically(os.path.abspath(path), raw)


COMMANDS = (Command("merge-file", _run, _arguments),)
