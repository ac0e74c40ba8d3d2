"""`coach signal`: something noticed about the frame, parked without opening the data."""

from __future__ import annotations

from coach.core.errors import DONE, CoachError
from coach.core.ids import short
from coach.core.quick import quick
from coach.core.texts import words
from coach.shell.command import Command
from coach.signals.parking import new_signal
from coach.store import inbox
from coach.store.inbox import for_captures

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell

# records.ABOUT, without its imports; a test holds them equal
_ABOUT = ("people", "value", "workaround", "contradicts", "automation")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="*", metavar="TEXT")
    parser.add_argument("--about", choices=_ABOUT)
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    text = " ".join(arguments.text) or (shell.piped_text() or b"").decode(errors="replace")
    record_id, fields = new_signal(shell.clock, text, arguments.about)
    try:
        sealing = for_captures(shell.paths)
        inbox.capture(
            shell.paths.inbox, quick("signals", "undo_parked"), "signals", record_id, fields, sealing
        )
    except CoachError as error:
        shell.out(fields["text"])
        raise type(error)(error.what, kept=words.signals.says.here_is_your_text_back, do=error.do) from error
    if arguments.json:
        shell.json({"id": record_id, **fields})
    else:
        shell.say(quick("signals", "parked", ref=short(record_id)))
    shell.hand_on("on-signal")
    return DONE


COMMANDS = (
    Command(
        "signal",
        _run,
        _arguments,
        takes_text="text",
        gives_back=True,
    ),
)
