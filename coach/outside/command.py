"""`coach others`: a form out, a form in, and what others saw beside one's own answers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coach.core.days import A_YEAR
from coach.core.errors import DONE, NoDataError, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.feedback.records import ROLES
from coach.outside import form
from coach.outside.lines import given_up_then, outside_lines
from coach.shell.command import Command, names_file

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("form", "read"), metavar="ACTION")
    names_file(parser.add_argument("file", nargs="?", metavar="FILE"))
    parser.add_argument("--role", choices=ROLES, default="peer")
    parser.add_argument("--frame", action="store_true")
    names_file(parser.add_argument("-o", "--output", metavar="FILE"))
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    if arguments.action == "form":
        return _form(arguments, shell)
    return _read(arguments, shell) if arguments.action == "read" else _show(arguments, shell)


def _form(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if not arguments.output:
        raise UsageError(words.outside.none_do)
    frame = coach.frames.current() if arguments.frame else None
    if frame and shell.ask(words.outside.ask_frame) is False:
        return DONE
    role, output = arguments.role, arguments.output
    shell.over(lambda over: form.write_form(coach, role, frame, output, over=over), force=arguments.force)
    shell.say(words.outside["written_frame" if frame else "written"])
    return DONE


def _read(arguments: Namespace, shell: Shell) -> int:
    coach, path = shell.coach(), arguments.file or ""
    try:
        with open(os.path.expanduser(path), encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError as error:
        raise UsageError(filled(words.exchange.bad.cannot_read, why=error.strerror or error)) from error
    read = form.read(text, os.path.basename(path))
    kept = coach.views.keep(read, again=arguments.force)
    if arguments.json:
        shell.json(kept.as_json())
    else:
        shell.say(filled(words.outside.brought, role=words.feedback.role[kept.role]))
    if read.left:
        shell.say(filled(words.outside.left, names=", ".join(read.left)))
    return DONE


def _show(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    found = coach.views.since(coach.today() - A_YEAR)
    if not found:
        raise NoDataError(words.outside.none, do=words.outside.none_do)
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    for line in outside_lines(found, coach.assessments.latest(), given_up_then(coach, found)):
        said = safe_text(line.text)
        shell.out(shell.strong(said) if line.role == "strong" else said)
    return DONE


COMMANDS = (Command("others", _run, _arguments),)
