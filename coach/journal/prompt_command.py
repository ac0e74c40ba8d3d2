"""`coach prompt`: a question to write to; and a person's own, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.core.counting import counted
from coach.core.errors import DONE, USAGE
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.journal.own import own_questions, own_templates, questions_path
from coach.journal.prompts import kind_said
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.journal.prompt import Prompt
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", metavar="KIND")
    parser.add_argument("--skip", type=int, default=0, metavar="N")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.own:
        return _own(arguments, shell)
    if arguments.kinds:
        return _kinds(arguments, shell)
    day, skip = coach.today(), max(arguments.skip, 0)
    of_kind = coach.prompts.of_kind
    prompt = of_kind(arguments.kind, day, skip) if arguments.kind else coach.prompts.of(day, skip)
    if arguments.json:
        shell.json(_as_json(prompt))
        return DONE
    shell.out(safe_text(prompt.text))
    shell.say(shell.dim(safe_text(prompt.why or words.prompted.turn)))
    if coach.prompts.trouble:
        shell.say(safe_text(coach.prompts.trouble))
    return DONE


def _kinds(arguments: Namespace, shell: Shell) -> int:
    found = shell.coach().prompts.kinds()
    if arguments.json:
        shell.json(found)
        return DONE
    for each in found:
        shell.out(safe_text(f"{each:<12}{kind_said(each)}"))
    return DONE


def _own(arguments: Namespace, shell: Shell) -> int:
    """Their own; what is wrong with a file is an error here."""
    found, templates = own_questions(shell.paths), own_templates(shell.paths)
    questions = found.questions
    if arguments.json:
        shell.json([_as_json(each) for each in questions])
        return DONE
    path = questions_path(shell.paths)
    if not questions and not found.faults:
        shell.say(filled(words.own.none_own, path=path))
        shell.say(words.own.example.strip())
    for each in questions:
        shell.out(safe_text(f"{words.own.place[each.place]:<22}{each.kind:<12}{each.text}"))
    for one in templates:
        shell.out(safe_text(f"coach add --template {one.name}"))
    for fault in found.faults:
        shell.say(safe_text(str(fault)))
    if found.faults:
        return USAGE
    if questions:
        shell.say(filled(words.own.checked, path=path, count=counted(len(questions), "question")))
    return DONE


def _as_json(prompt: Prompt) -> dict[str, Any]:
    return {name: getattr(prompt, name) for name in ("id", "kind", "mode", "place", "text", "why")}


COMMANDS = (Command("prompt", _run, _arguments),)
