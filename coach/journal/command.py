"""`coach add`: the quickest way to put something down."""

from __future__ import annotations

from coach.core.errors import DONE, CoachError
from coach.core.ids import short
from coach.core.quick import quick
from coach.core.texts import filled, words
from coach.journal.capture import capture, new_entry
from coach.shell.command import Command, names_file
from coach.store.inbox import for_captures

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import datetime

    from coach.core.when import Reader
    from coach.journal.own import Template
    from coach.shell.editing import Edited
    from coach.shell.shell import Shell

_MODES = ("managing", "leading", "both")  # records.MODES, without its imports; a test holds them equal


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG")
    parser.add_argument("--at", metavar="WHEN")
    parser.add_argument("--mode", choices=_MODES)
    parser.add_argument("--template", metavar="NAME")
    names_file(parser.add_argument("--file", action="append", default=[], metavar="PATH"))
    parser.add_argument("--share", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    at = _moment(arguments.at, shell) if arguments.at is not None else None
    draft, mode, tags = None, arguments.mode, arguments.tag
    files, template, trouble = _beside(arguments, shell)
    if template:
        mode, tags = mode or template.mode, [*template.tags, *tags]
    if arguments.text:
        text = " ".join(arguments.text)
    elif (piped := shell.piped_text()) is not None:
        text = _text_of(piped)
    else:
        draft = None if shell.is_protected else _written_in_editor(shell, template)
        text = draft.text if draft else shell.typed_text()
        if draft and (not text.strip() or (template and text.strip() == template.text.strip())):
            draft.discard()
            text = ""
    if template and not draft and text.strip():
        text = f"{template.text}\n\n{text}"
    record_id, fields = new_entry(
        shell.clock, text, tags=tags, mode=mode, share=arguments.share, at=at, files=files
    )
    try:
        capture(shell.paths.inbox, record_id, fields, for_captures(shell.paths))
    except CoachError as error:
        kept = (
            filled(words.journal.says.your_text_is_in, path=draft.path) if draft else _given_back(text, shell)
        )
        raise type(error)(error.what, kept=kept, do=error.do) from error
    if draft:
        draft.discard()
    if arguments.json:
        shell.json({"id": record_id, **fields})
    else:
        shell.say(quick("journal", "saved", ref=short(record_id), when=_when(fields["at"], at, shell)))
    if trouble:
        shell.say(trouble)
    shell.hand_on("on-entry")
    return DONE


def _when(stored: str, at: datetime | None, shell: Shell) -> str:
    if at is None:
        return quick("journal", "at", time=stored[11:16])
    return filled(words.journal.says.for_day, day=_reader(shell).said(at))


def _moment(typed: str, shell: Shell) -> datetime:
    return _reader(shell).moment(typed)


def _reader(shell: Shell) -> Reader:
    from coach import settings
    from coach.core.when import Reader

    return Reader(shell.clock, settings.load_or_default(shell.paths.config)[0].day_ends)


def _text_of(piped: bytes) -> str:
    from coach.drafts import text_of, without_last_line_end

    return without_last_line_end(text_of(piped))


def _beside(arguments: Namespace, shell: Shell) -> tuple[list[str], Template | None, str]:
    """The files that belong to it and its template. What is wrong with one of them costs no text: it is told
    once the text is kept."""
    if not arguments.file and not arguments.template:
        return [], None, ""
    from coach.core.safe_text import safe_text
    from coach.journal.attached import attached
    from coach.journal.own import own_template

    files, template, trouble = [], None, ""
    try:
        files = [attached(each) for each in arguments.file]
        template = own_template(shell.paths, arguments.template) if arguments.template else None
    except CoachError as error:
        if shell.is_person and not arguments.text:
            raise
        trouble = safe_text(str(error))
    return files, template, trouble


def _written_in_editor(shell: Shell, template: Template | None) -> Edited:
    from coach.shell.editing import write_in_editor

    return write_in_editor(shell, "new-entry", template.text if template else "")


def _given_back(text: str, shell: Shell) -> str:
    """The text on stdout, where the person can still get at it."""
    from coach.core.safe_text import safe_lines

    shell.out("\n".join(safe_lines(text)) if shell.is_terminal else text)
    return words.journal.says.here_is_your_text_back


COMMANDS = (
    Command(
        "add",
        _run,
        _arguments,
        takes_text="text",
        gives_back=True,
    ),
)
