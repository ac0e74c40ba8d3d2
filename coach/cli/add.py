"""`coach add`: the quickest way to put something down."""

from __future__ import annotations

from coach.cli.command import Command
from coach.daily.capture import capture, new_entry
from coach.errors import DONE, CoachError, UsageError
from coach.ids import short

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import datetime

    from coach.cli.shell import Shell
    from coach.daily.drafts import Drafts

_DRAFT = "new-entry"
_MODES = ("managing", "leading", "both")  # records.MODES, without its imports; a test holds them equal


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the entry; else stdin, else your editor")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="a tag; may be given again")
    parser.add_argument(
        "--at", metavar="WHEN", help="when it happened: yesterday, -3d, friday 21:30, 2026-11-20"
    )
    parser.add_argument("--mode", choices=_MODES, help="the mode it belongs to")
    parser.add_argument("--share", action="store_true", help="a packet for your mentor may carry it")
    parser.add_argument("--json", action="store_true", help="show the entry as JSON")


def _run(arguments: Namespace, shell: Shell) -> int:
    at = _moment(arguments.at, shell) if arguments.at is not None else None
    text = " ".join(arguments.text) if arguments.text else _text_from_elsewhere(shell)
    record_id, fields = new_entry(
        shell.clock, text, tags=arguments.tag, mode=arguments.mode, share=arguments.share, at=at
    )
    drafts = None if arguments.text else _drafts(shell)
    try:
        capture(shell.paths.inbox, record_id, fields)
    except CoachError as error:
        raise _with_the_text(error, text, drafts, shell) from error
    if drafts:
        drafts.discard(_DRAFT)
    if arguments.json:
        shell.json({"id": record_id, **fields})
    else:
        shell.say(_confirmation(record_id, fields["at"], at, shell))
    return DONE


def _confirmation(record_id: str, stored: str, at: datetime | None, shell: Shell) -> str:
    if at is None:
        return f"Saved {short(record_id)} at {stored[11:16]}."
    from coach.when import say_moment  # noqa: PLC0415 - only when a date was typed

    return f"Saved {short(record_id)} for {say_moment(at, shell.clock.now().date())}."


def _moment(typed: str, shell: Shell) -> datetime:
    from coach import settings  # noqa: PLC0415 - only when a date was typed
    from coach.when import Reader  # noqa: PLC0415

    return Reader(shell.clock, settings.load(shell.paths.config).day_ends).moment(typed)


def _text_from_elsewhere(shell: Shell) -> str:
    from coach.daily.drafts import text_of, without_last_line_end  # noqa: PLC0415 - not for a text typed

    piped = shell.piped_text()
    if piped is not None:
        return without_last_line_end(text_of(piped))
    from coach.cli.editing import write_in_editor  # noqa: PLC0415

    text = write_in_editor(shell, _DRAFT, "")
    if not text.strip():
        raise UsageError("there is no text to keep")
    return text


def _drafts(shell: Shell) -> Drafts:
    from coach.daily.drafts import Drafts  # noqa: PLC0415 - not for a text typed

    return Drafts(shell.paths.drafts)


def _with_the_text(error: CoachError, text: str, drafts: Drafts | None, shell: Shell) -> CoachError:
    """The error, with the text where the person can get at it: in the draft, else given back."""
    if drafts and drafts.holds(_DRAFT, text):
        kept = f"Your text is in {drafts.path(_DRAFT)}"
    else:
        from coach.safe_text import safe_lines  # noqa: PLC0415

        shell.out(text if not shell.is_terminal else "\n".join(safe_lines(text)))
        kept = "Here is your text back"
    return type(error)(error.what, kept=kept, do=error.do)


COMMANDS = (
    Command(
        "add",
        "write a journal entry",
        _run,
        _arguments,
        """
  coach add Walked before mail, twice as clear
  coach add --tag walk --mode managing "Said no to the offsite"
  coach add --at "yesterday 21:30" "The call went better than feared"
  pbpaste | coach add --tag quote
  coach add                       opens your editor
  coach add -- -5 degrees and sun""",
    ),
)
