"""`coach protect`, `unprotect` and `lock`."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from coach.cli.command import Command
from coach.cli.passphrase import into_keyring, new_passphrase, out_of_keyring, the_passphrase
from coach.content import filled, words
from coach.counting import counted
from coach.errors import DONE, UsageError
from coach.recovery_sheet import sheet
from coach.safe_text import safe_text
from coach.store import plain_copies, protecting, short_unlock
from coach.store.seals import Seals

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.cli.shell import Shell
    from coach.store.plain_copies import PlainCopy

_SHOWN = 12


def _protect_arguments(parser: ArgumentParser) -> None:
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--change", action="store_true", help="set another passphrase")
    act.add_argument(
        "--sheet", action="store_true", help="print a recovery sheet to stdout; an earlier one is void"
    )
    act.add_argument("--remember", action="store_true", help="keep the passphrase in the system's keyring")
    act.add_argument("--forget", action="store_true", help="take it out of the keyring")
    parser.add_argument(
        "--copies",
        choices=("seal", "remove", "leave"),
        help="what becomes of backups, packets and exports that lie open",
    )
    parser.add_argument("--json", action="store_true", help="whether it is on, and what lies open")


def _unprotect_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do it without asking")


def _protect(arguments: Namespace, shell: Shell) -> int:
    store = shell.coach().store
    is_on = protecting.seals_of(store).is_on
    if arguments.json:
        found = plain_copies.plain_copies(store) if is_on else []
        shell.json({"protected": is_on, "open": [{"sort": each.sort, "path": each.path} for each in found]})
    elif arguments.change:
        _change(shell)
    elif arguments.sheet:
        _sheet(shell)
    elif arguments.remember or arguments.forget:
        _keep(shell, forget=arguments.forget)
    else:
        if is_on:
            shell.say(words("protect", "is_on"))
        else:
            _turn_on(shell)
        _name_copies(arguments.copies, shell)
        if not is_on and shell.ask(words("protect", "sheet_ask")):
            _sheet(shell)
    return DONE


def _turn_on(shell: Shell) -> None:
    shell.say(words("protect", "before"))
    shell.say(words("protect", "good"))
    secret = new_passphrase(shell, protecting.check_new)
    shell.say(words("protect", "working"))
    cost = protecting.calibrated()
    protecting.protect(shell.coach().store, secret, cost)
    since = time.perf_counter()
    Seals(shell.paths).unlock(secret)
    took = f"{time.perf_counter() - since:.1f} s"
    shell.say(filled(words("protect", "done"), seconds=took))


def _change(shell: Shell) -> None:
    seals = protecting.seals_of(shell.coach().store)
    if not seals.is_on:
        raise UsageError("the data is not protected", do="`coach protect` does it")
    protecting.change(shell.coach().store, new_passphrase(shell, protecting.check_new))
    short_unlock.forget(seals, os.environ)
    shell.say(words("protect", "changed"))


def _sheet(shell: Shell) -> None:
    coach = shell.coach()
    seals = protecting.seals_of(coach.store)
    had_one = seals.keys is not None and "recovery" in seals.keys.locks
    code = protecting.new_recovery(coach.store)
    for line in sheet(code, shell.paths.home, coach.reader().today):
        shell.out(safe_text(line))
    shell.say(words("protect", "sheet_note"))
    if had_one:
        shell.say(words("protect", "old_sheet"))


def _keep(shell: Shell, *, forget: bool) -> None:
    """The passphrase is asked for once more: what opened the data may have been something else."""
    seals = protecting.seals_of(shell.coach().store)
    if forget:
        out_of_keyring(seals)
        shell.say(words("protect", "forgotten"))
        return
    if not seals.is_on:
        raise UsageError("the data is not protected", do="`coach protect` does it")
    secret = the_passphrase(shell)
    Seals(shell.paths).unlock(secret)
    into_keyring(seals, secret)
    shell.say(words("protect", "remembered"))


def _name_copies(wanted: str | None, shell: Shell) -> None:
    store = shell.coach().store
    found = plain_copies.plain_copies(store)
    if not found:
        shell.say(words("protect", "plain", "none"))
    else:
        shell.say(words("protect", "plain", "found"))
    for sort in plain_copies.SORTS:
        if here := [each for each in found if each.sort == sort]:
            shell.out(f"{words('protect', 'sorts', sort)}:")
            for each in here[:_SHOWN]:
                shell.out(f"  {safe_text(each.path)}")
            if len(here) > _SHOWN:
                shell.out(f"  … {len(here) - _SHOWN:,}")
            _do_something(here, wanted, shell)
    shell.say(words("protect", "plain", "unknown"))


def _do_something(found: list[PlainCopy], wanted: str | None, shell: Shell) -> None:
    sort = found[0].sort
    if sort == "others":
        return
    if sort == "backups" and _agreed("encrypt", wanted == "seal", wanted, shell):
        for each in found:
            plain_copies.encrypt(shell.coach().store, each)
        shell.say(filled(words("protect", "plain", "encrypted"), count=counted(len(found), "backup")))
    elif _agreed(f"remove_{sort}", wanted == "remove", wanted, shell):
        for each in found:
            plain_copies.remove(each)
        shell.say(filled(words("protect", "plain", "removed"), count=counted(len(found), "file")))
    else:
        told = "left" if wanted or shell.is_person else "only_shown"
        shell.say(words("protect", "plain", told))


def _agreed(question: str, is_wanted: bool, wanted: str | None, shell: Shell) -> bool:
    return is_wanted if wanted else bool(shell.ask(words("protect", "plain", question)))


def _unprotect(arguments: Namespace, shell: Shell) -> int:
    store = shell.coach().store
    seals = protecting.seals_of(store)
    if not seals.is_on:
        raise UsageError("the data is not protected")
    if not arguments.yes:
        answer = shell.ask(words("protect", "sure_off"))
        if not answer:
            shell.say(words("protect", "not_done") + ("" if answer is False else " --yes does it."))
            return DONE
    short_unlock.forget(seals, os.environ)
    protecting.unprotect(store)
    shell.say(words("protect", "undone"))
    return DONE


def _lock(_: Namespace, shell: Shell) -> int:
    forgotten = short_unlock.forget(Seals(shell.paths), os.environ)
    shell.say(words("protect", "locked" if forgotten else "not_open"))
    return DONE


COMMANDS = (
    Command(
        "protect",
        "seal everything with a passphrase; see what still lies open",
        _protect,
        _protect_arguments,
        """
  coach protect                   asks for a passphrase, twice
  coach protect --change
  coach protect --sheet | lp      prints a recovery sheet
  coach protect --copies seal     seals backups from before""",
    ),
    Command(
        "unprotect",
        "take protection off: everything lies open again",
        _unprotect,
        _unprotect_arguments,
        "\n  coach unprotect",
    ),
    Command(
        "lock",
        "close at once what unlock_for keeps open",
        _lock,
        examples="\n  coach config unlock_for 10   keeps commands open for ten minutes\n  coach lock",
    ),
)
