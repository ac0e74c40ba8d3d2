"""`coach edit`, `delete`, `undo` and `redo`."""

from __future__ import annotations

from binascii import crc32
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from coach.checkin.records import Checkin
from coach.cli.reading import find
from coach.commitments.records import Commitment
from coach.core import editor
from coach.core.errors import DONE, CoachError, NoDataError, UsageError
from coach.core.ids import short
from coach.core.record import MODES
from coach.core.safe_text import safe_text
from coach.core.said_days import say_moment
from coach.core.texts import filled, words
from coach.drafts import bytes_of, text_of, without_last_line_end
from coach.journal.attached import attached
from coach.journal.records import Entry
from coach.references import remove
from coach.reflection.records import Reflection
from coach.shell.command import Command, names_file
from coach.store.undoing import effect

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell
    from coach.store.history import Change

_LISTED = 20
_AT_ONCE = ("at", "tag", "no_tags", "mode", "file", "no_files")
"""What is changed without an editor."""


def _ref(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")


def _edit_arguments(parser: ArgumentParser) -> None:
    _ref(parser)
    parser.add_argument("--at", metavar="WHEN")
    parser.add_argument("--tag", action="append", metavar="TAG")
    parser.add_argument("--no-tags", action="store_true")
    names_file(parser.add_argument("--file", action="append", metavar="PATH"))
    parser.add_argument("--no-files", action="store_true")
    parser.add_argument("--mode", choices=(*MODES, "none"))
    parser.add_argument("--json", action="store_true")


def _undo_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--list", action="store_true")
    parser.add_argument("-n", "--last", type=int, metavar="N")
    parser.add_argument("--json", action="store_true")


def _edit(arguments: Namespace, shell: Shell) -> int:
    is_at_once = any(getattr(arguments, name) not in (None, False) for name in _AT_ONCE)
    piped = "" if is_at_once else _piped_instead_of_an_editor(shell)
    coach, about = shell.coach(), _about(arguments, shell)
    entry = find(coach, arguments.ref)
    if not isinstance(entry, Entry):
        advice = {
            Checkin.kind: filled(
                words.cli.says.coach_checkin_day_changes_a_check, entry=getattr(entry, "day", "")
            ),
            Commitment.kind: words.cli.says.coach_renegotiate_changes_a_commitment,
            Reflection.kind: words.cli.says.coach_reflect_weekly_changes_this_week,
        }.get(entry.kind, words.cli.says.what_is_wrong_can_be_deleted)
        raise UsageError(words.cli.error.coach_edit_changes_entries, do=advice)
    if about:
        now = coach.journal.change(entry, **about)
        changed = None if now == entry else now
    else:
        changed = _taken(coach, entry, piped) if piped else _edited(shell, coach, entry)
    if changed is None:
        shell.say(words.cli.says.nothing_was_changed)
    elif arguments.json:
        shell.json(changed.as_json())
    else:
        if "at" in about:
            shell.say(safe_text(f"{coach.reader().said(changed.at)}."))
        shell.say(filled(words.cli.says.changed_coach_undo_brings_the_earlier, ref=short(entry.id)))
    return DONE


def _about(arguments: Namespace, shell: Shell) -> dict[str, Any]:
    """When an entry is of, its tags and its mode, where they were given: then no editor opens."""
    about: dict[str, Any] = {}
    if arguments.at is not None:
        about["at"] = shell.coach().reader().moment(arguments.at)
    for given, none in (("tag", "no_tags"), ("file", "no_files")):
        if getattr(arguments, given) and getattr(arguments, none):
            other = f"--{none.replace('_', '-')}"
            raise UsageError(filled(words.cli.error.either_or, given=f"--{given}", none=other))
    if arguments.tag or arguments.no_tags:
        if not all(each.strip(" #") for each in arguments.tag or ()):
            raise UsageError(words.cli.error.an_empty_tag)
        about["tags"] = arguments.tag or ()
    if arguments.file or arguments.no_files:
        kept = find(shell.coach(), arguments.ref)
        own = kept.files if isinstance(kept, Entry) and arguments.file else ()
        about["files"] = [*own, *(attached(each) for each in arguments.file or ())]
    if arguments.mode:
        about["mode"] = None if arguments.mode == "none" else arguments.mode
    return about


def _taken(coach: Coach, entry: Entry, text: str) -> Entry | None:
    """The entry with this text; nothing where it had it already."""
    return None if text == entry.text else coach.journal.change(entry, text=text)


def _edited(shell: Shell, coach: Coach, entry: Entry) -> Entry | None:
    """The entry, with the text as the editor left it."""
    from coach.shell.editing import write_in_editor  # subprocess is 10 ms

    # A draft belongs to the text it began with: one kept from an earlier text is not put over a newer.
    name = f"edit-{entry.id}-{crc32(bytes_of(entry.text)):08x}"
    for other in coach.drafts.names():
        if other.startswith(f"edit-{entry.id}") and other != name:
            shell.say(filled(words.cli.says.a_draft_that_began_with_an, path=coach.drafts.path(other)))
    written = write_in_editor(shell, name, entry.text)
    try:
        changed = _taken(coach, entry, written.text)
    except CoachError as error:
        raise type(error)(
            error.what,
            kept=filled(words.cli.says.your_text_is_in, path=written.path),
            do=filled(words.cli.says.coach_edit_takes_it_up_again, ref=short(entry.id)),
        ) from error
    written.discard()
    return changed


def _piped_instead_of_an_editor(shell: Shell) -> str:
    """With protection there is no editor of one's own; a text can be piped in."""
    if not shell.is_protected:
        return ""
    piped = shell.piped_text()
    if not piped or not piped.strip():
        raise editor.with_protection()
    return without_last_line_end(text_of(piped))


def _delete(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    record = find(coach, arguments.ref)
    remove(coach.store, record)
    shell.say(filled(words.cli.says.deleted_coach_undo_brings_it_back, ref=short(record.id)))
    return DONE


def _undo(arguments: Namespace, shell: Shell) -> int:
    store = shell.coach().store
    if not arguments.list:
        if arguments.json or arguments.last is not None:
            raise UsageError(
                words.cli.error.n_and_json_go_with_list, do=words.cli.error.coach_undo_takes_back_one_change
            )
        shell.say(safe_text(filled(words.cli.says.taken_back_coach_redo_makes_it, what=store.undo().what)))
        return DONE
    changes = list(islice(store.undoable(), max(arguments.last or _LISTED, 0)))
    if arguments.json:
        shell.json([_change_json(change) for change in changes])
        return DONE
    if not changes:
        raise NoDataError(words.cli.error.there_is_nothing_to_undo)
    today = shell.coach().today()
    for change in changes:
        when = say_moment(datetime.fromisoformat(change.at).astimezone(shell.clock.now().tzinfo), today)
        shell.out(
            safe_text(
                filled(words.cli.says.would_undo, when=f"{when:<18}", what=change.what, change=effect(change))
            )
        )
    return DONE


def _redo(_: Namespace, shell: Shell) -> int:
    shell.say(safe_text(filled(words.cli.says.made_so_again, what=shell.coach().store.redo().what)))
    return DONE


def _change_json(change: Change) -> dict[str, Any]:
    ids = [edit.id for edit in change.edits]
    return {"number": change.number, "at": change.at, "what": change.what, "ids": ids}


COMMANDS = (
    Command(
        "edit",
        _edit,
        _edit_arguments,
        gives_back=True,
    ),
    Command("delete", _delete, _ref),
    Command(
        "undo",
        _undo,
        _undo_arguments,
    ),
    Command("redo", _redo),
)
