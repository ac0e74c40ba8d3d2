"""`coach backup`, `restore` and `doctor`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from coach.checkin.checkins import in_words
from coach.checkin.records import Checkin
from coach.core.counting import counted
from coach.core.errors import DAMAGED, DONE, LockedError, NoDataError, NotFoundError, UsageError
from coach.core.safe_text import first_line, safe_text
from coach.core.said_days import say_moment
from coach.core.texts import filled, words
from coach.shell.command import Command, names_file
from coach.store import checkup, files, outfile, repair, snapshots

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell
    from coach.store.format import Fields, Tables
    from coach.store.repair import Offer
    from coach.store.snapshots import Difference, Moment

_EXAMPLES_SHOWN = 3
_SIGN = 7


def _backup_arguments(parser: ArgumentParser) -> None:
    names_file(parser.add_argument("-o", "--output", metavar="FILE"))


def _restore_arguments(parser: ArgumentParser) -> None:
    names_file(
        parser.add_argument(
            "moment",
            nargs="?",
            metavar="MOMENT",
        )
    )
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--json", action="store_true")


def _doctor_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--repair",
        nargs="?",
        const="",
        metavar="WHAT",
    )
    parser.add_argument("--accept", metavar="NAME")
    parser.add_argument("--give-up", metavar="NAME")
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--json", action="store_true")


def _backup(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if coach.store.is_new():
        raise NoDataError(words.cli.error.there_is_nothing_to_back_up)
    name = f"coach-{shell.clock.now():%Y-%m-%d-%H%M%S}.zip"
    path = os.path.abspath(arguments.output or os.path.join(shell.paths.backups, name))
    if os.path.isdir(path) or (arguments.output or "").endswith("/"):
        path = os.path.join(path, name)
    path = outfile.place_for(coach.store, path, over=True)
    size = snapshots.back_up(coach.store, path)
    shell.out(safe_text(path))
    shell.say(
        safe_text(
            filled(
                words.cli.says.backed_up_kb_coach_restore_looks, max=f"{max(size // 1024, 1):,}", path=path
            )
        )
    )
    return DONE


def _restore(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if not arguments.moment:
        return _list_moments(arguments, shell)
    coach.store.damage.refuse()
    wanted, what = _wanted(arguments.moment, shell)
    difference = snapshots.difference(coach.store, wanted)
    if arguments.json:
        shell.json({"what": what, "back": _ids(difference.back), "away": _ids(difference.away),
                    "changed": _ids(difference.changed)})  # fmt: skip
    else:
        _preview(difference, what, shell)
    if not difference:
        return DONE
    if not arguments.yes:
        answer = shell.ask(words.cli.says.bring_this_back)
        if answer is None:
            shell.say(words.cli.says.this_is_only_the_preview_yes)
        if answer is False:
            shell.say(words.cli.says.nothing_was_changed)
        if not answer:
            return DONE
    snapshots.bring_back(coach.store, wanted, filled(words.cli.says.undo_restored, what=what), difference)
    shell.say(words.cli.says.brought_back_coach_undo_returns_to)
    if not shell.is_protected and snapshots.is_sealed_backup(_backup_path(arguments.moment, shell)):
        shell.say(words.protect.restored_open)
    return DONE


def _moment_json(moment: Moment) -> dict[str, Any]:
    made = moment.made.isoformat(timespec="milliseconds")
    return {"number": moment.number, "at": made, "what": moment.what}


def _list_moments(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    moments = snapshots.moments(coach.store)
    if arguments.json:
        shell.json([_moment_json(each) for each in moments])
        return DONE
    if not moments:
        raise NoDataError(words.cli.error.there_is_nothing_to_go_back)
    for moment in moments:
        shell.out(safe_text(f"{moment.number:>6}  {_said(moment, shell):<18}  {moment.what}"))
    shell.say(words.cli.says.each_line_is_everything_as_it)
    return DONE


def _wanted(typed: str, shell: Shell) -> tuple[list[Any], str]:
    coach = shell.coach()
    if path := _backup_path(typed, shell):
        return _in_backup(path, shell), filled(words.cli.says.the_backup, path=os.path.basename(path))
    if "/" in typed or typed.endswith(".zip"):
        raise NotFoundError(filled(words.cli.error.there_is_no_file, typed=typed))
    if typed.isdigit():
        found = snapshots.moment(coach.store, int(typed))
    else:
        found = snapshots.moment_before(coach.store, coach.reader().moment(typed))
    if found is None:
        raise NotFoundError(
            filled(words.cli.error.nothing_is_known_of, typed=typed),
            do=words.cli.error.coach_restore_lists_what_there_is,
        )
    return snapshots.at_moment(coach.store, found.number), filled(
        words.cli.says.everything_as_of, found=_said(found, shell)
    )


def _backup_path(typed: str, shell: Shell) -> str:
    """The file meant, where there is one."""
    places = (typed, os.path.join(shell.paths.backups, typed))
    return next((path for path in places if os.path.isfile(path)), "")


def _in_backup(path: str, shell: Shell) -> list[Tables]:
    """The data in a backup. One with other keys than the data is asked for its own passphrase."""
    store = shell.coach().store
    try:
        return snapshots.in_backup(store, path)
    except LockedError:
        from coach.shell.passphrase import ask_until, from_descriptor

        found: list[list[Tables]] = []
        if shell.passphrase_fd is not None:
            return snapshots.in_backup(store, path, from_descriptor(shell))
        prompt = words.protect.ask_backup
        ask_until(shell, prompt, lambda said: found.append(snapshots.in_backup(store, path, said)))
        return found[-1]


def _preview(difference: Difference, what: str, shell: Shell) -> None:
    shell.out(safe_text(filled(words.cli.says.to, what=what)))
    if not difference:
        shell.out(f"  {words.cli.says.nothing_would_change}")
    for word, records in (
        (words.cli.says.would_be_back, difference.back),
        (words.cli.says.would_be_gone, difference.away),
        (words.cli.says.would_be_as_before, difference.changed),
    ):
        if records:
            shell.out(f"  {len(records):,} {word}")
            for kind, record_id, fields in records[:_EXAMPLES_SHOWN]:
                shell.out(f"      {first_line(_known_by(kind, record_id, fields), shell.width - 8)}")
            if len(records) > _EXAMPLES_SHOWN:
                shell.out("      …")


def _known_by(kind: str, record_id: str, fields: Fields) -> str:
    """What a record is recognised by."""
    if kind == Checkin.kind:
        checkin = Checkin.read(record_id, fields)
        return f"{checkin.day}  {in_words(checkin)}"
    return str(fields.get("text") or fields.get("direction") or kind)


def _ids(records: tuple[tuple[str, str, Any], ...]) -> list[str]:
    return [record_id for _, record_id, _ in records]


def _doctor(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.accept:
        if arguments.accept not in coach.store.data_files.names():
            raise NotFoundError(filled(words.cli.error.there_is_no_data_file, accept=arguments.accept))
        count = repair.accept(coach.store, arguments.accept)
        shell.say(
            filled(words.cli.says.is_taken_as_it_stands_records, accept=arguments.accept, count=f"{count:,}")
        )
        return DONE
    if arguments.give_up:
        if arguments.give_up not in checkup.damaged(coach.store):
            raise UsageError(
                filled(words.cli.error.nothing_to_give_up, give_up=arguments.give_up),
                do=words.cli.error.coach_doctor_shows_what_is,
            )
        aside = repair.give_up(coach.store, arguments.give_up)
        kept = f" {filled(words.cli.says.it_is_kept_in, aside=aside)}" if aside else ""
        shell.say(safe_text(filled(words.cli.says.going_on_without, give_up=arguments.give_up, kept=kept)))
    if arguments.repair is not None:
        _repair(arguments, shell)
    findings = list(checkup.check(coach.store))
    if arguments.json:
        shell.json([{"state": each.state, "what": each.what, "do": each.do} for each in findings])
    else:
        for finding in findings:
            advice = f"  → {finding.do}" if finding.do else ""
            shell.out(safe_text(f"{words.cli.sign[finding.state]:<{_SIGN}}  {finding.what}{advice}"))
        for name in coach.drafts.names():
            shell.out(
                safe_text(
                    filled(
                        words.cli.says.a_text_you_were_writing_is,
                        sign=f"{words.cli.sign.note:<{_SIGN}}",
                        name=coach.drafts.path(name),
                    )
                )
            )
    return DAMAGED if any(each.state == "damaged" for each in findings) else DONE


def _repair(arguments: Namespace, shell: Shell) -> None:
    store = shell.coach().store
    damaged = checkup.damaged(store)
    if arguments.repair not in {"", "inbox", "rights", "history", *damaged}:
        raise UsageError(
            filled(words.cli.error.is_not_damaged, repair=arguments.repair),
            do=words.cli.error.coach_doctor_shows_what_is,
        )
    for name in damaged:
        if arguments.repair in {"", name}:
            _repair_file(name, arguments, shell)
    is_cut_off = arguments.repair in {"", "history"} and repair.is_cut_off(store)
    if is_cut_off and _agreed(words.cli.history_begins_anew, arguments, shell):
        repair.begin_history_anew(store)
    if (
        arguments.repair in {"", "inbox"}
        and (store.damage.captures or files.leftovers(store.paths.inbox))
        and _agreed(words.cli.captures_set_aside, arguments, shell)
    ):
        for place in repair.set_captures_aside(store):
            shell.say(safe_text(filled(words.cli.says.moved_to, place=place)))
    if arguments.repair in {"", "rights"} and (count := checkup.close_to_others(store)):
        shell.say(filled(words.cli.says.files_and_folders_are_yours_alone, count=count))


def _repair_file(name: str, arguments: Namespace, shell: Shell) -> None:
    store = shell.coach().store
    offer = repair.offer(store, name)
    if offer.is_hopeless:
        shell.say(filled(words.cli.says.there_is_neither_a_copy_of, name=name))
    elif _agreed(_in_words(offer, shell), arguments, shell):
        aside = repair.apply(store, offer)
        state = words.cli.says.whole_again if offer.whole else words.cli.says.readable_again
        kept = f" {filled(words.cli.says.the_damaged_file_is_kept_in, aside=aside)}" if aside else ""
        shell.say(safe_text(filled(words.cli.says.is_state, name=name, state=state, kept=kept)))
        if aside and offer.left_out:
            count = counted(offer.left_out, "record")
            shell.say(safe_text(filled(words.shell.left_out, count=count, path=aside)))


def _agreed(offered: str, arguments: Namespace, shell: Shell) -> bool:
    shell.say(safe_text(f"{offered}."))
    if arguments.yes:
        return True
    answer = shell.ask(words.cli.do_it)
    if answer is None:
        shell.say(words.cli.says.nothing_was_changed_yes_does_it)
    return bool(answer)


def _in_words(offer: Offer, shell: Shell) -> str:
    source = (
        words.cli.says.the_history
        if offer.made is None
        else filled(words.cli.says.the_copy_of, moment=_moment(offer.made, shell))
    )
    if offer.made is not None and offer.replayed:
        source += f" {filled(words.cli.says.and_changes_since_from_the_history, replayed=offer.replayed)}"
    whole = words.cli.says.nothing_is_missing if offer.whole else words.cli.says.later_changes_may_be_missing
    if offer.left_out:
        whole = filled(words.shell.leaves_out, count=counted(offer.left_out, "record"))
    return filled(
        words.cli.says.can_be_made_whole_from_records,
        name=offer.name,
        source=source,
        records=f"{offer.records:,}",
        whole=whole,
    )


def _said(moment: Moment, shell: Shell) -> str:
    return _moment(moment.made, shell)


def _moment(made: Any, shell: Shell) -> str:
    return say_moment(made.astimezone(shell.clock.now().tzinfo), shell.coach().today())


COMMANDS = (
    Command(
        "backup",
        _backup,
        _backup_arguments,
    ),
    Command(
        "restore",
        _restore,
        _restore_arguments,
    ),
    Command(
        "doctor",
        _doctor,
        _doctor_arguments,
        says_damage=True,
    ),
)
