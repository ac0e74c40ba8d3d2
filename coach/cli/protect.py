"""`coach protect`, `unprotect` and `lock`."""

from __future__ import annotations

import os
import time
from textwrap import wrap
from typing import TYPE_CHECKING

from coach import settings
from coach.core.counting import counted
from coach.core.errors import DONE, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.machines.git import holds_open_words
from coach.shell.command import Command
from coach.shell.passphrase import into_keyring, new_passphrase, out_of_keyring, the_passphrase
from coach.store import plain_copies, protecting, short_unlock
from coach.store.recovery import new_code
from coach.store.recovery_sheet import sheet
from coach.store.seals import Seals

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.shell.shell import Shell
    from coach.store.plain_copies import PlainCopy

_SHOWN = 12
_WIDTH = 80


def _protect_arguments(parser: ArgumentParser) -> None:
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--change", action="store_true")
    act.add_argument("--sheet", action="store_true")
    act.add_argument("--remember", action="store_true")
    act.add_argument("--forget", action="store_true")
    parser.add_argument(
        "--copies",
        choices=("seal", "remove", "leave"),
    )
    parser.add_argument("--json", action="store_true")


def _unprotect_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true")


def _protect(arguments: Namespace, shell: Shell) -> int:
    store = shell.coach().store
    is_on = shell.coach().sealing.is_on
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
            shell.say(words.protect.is_on)
        else:
            _turn_on(shell)
        if not shell.coach().sealing.has_recovery and shell.ask(words.protect.sheet_ask):
            _sheet(shell)
        _name_copies(arguments.copies, shell)
    return DONE


def _say(shell: Shell, text: str) -> None:
    """A few sentences, broken between words."""
    for line in text.splitlines():
        for part in wrap(line, min(shell.width, _WIDTH)) or [""]:
            shell.say(safe_text(part))


def _turn_on(shell: Shell) -> None:
    protecting.check_possible()
    _say(shell, words.protect.before)
    _say(shell, words.protect.good)
    secret = new_passphrase(shell, protecting.check_new)
    shell.say(words.protect.working)
    cost = protecting.calibrated()
    protecting.protect(shell.coach().store, secret, cost)
    since = time.perf_counter()
    Seals(shell.paths).unlock(secret)
    took = f"{time.perf_counter() - since:.1f} s"
    _say(shell, filled(words.protect.done, seconds=took))


def _change(shell: Shell) -> None:
    _on(shell)
    protecting.change(shell.coach().store, new_passphrase(shell, protecting.check_new))
    _say(shell, words.protect.changed)


def _on(shell: Shell) -> Seals:
    seals = shell.coach().sealing
    if not seals.is_on:
        raise UsageError(words.cli.error.the_data_is_not_protected, do=words.cli.error.coach_protect_does_it)
    return seals


def _sheet(shell: Shell) -> None:
    """Written first, in force after it: a sheet that went nowhere leaves the one before as it was."""
    coach = shell.coach()
    had_one = _on(shell).has_recovery
    if had_one and shell.ask(words.protect.sheet_again) is False:
        shell.say(words.protect.not_done)
        return
    code = new_code()
    for line in sheet(code, shell.paths.home, coach.today()):
        shell.out(safe_text(line))
    shell.flush()
    protecting.take_recovery(coach.store, code)
    _say(shell, words.protect.sheet_note)
    if had_one:
        _say(shell, words.protect.old_sheet)


def _keep(shell: Shell, *, forget: bool) -> None:
    """The passphrase is asked for once more: what opened the data may have been something else."""
    if forget:
        keys = _on(shell).keys
        out_of_keyring(keys.id if keys else "")
        shell.say(words.protect.forgotten)
        return
    seals = _on(shell)
    secret = the_passphrase(shell)
    Seals(shell.paths).unlock(secret)
    into_keyring(seals, secret)
    _say(shell, words.protect.remembered)


def _name_copies(wanted: str | None, shell: Shell) -> None:
    store = shell.coach().store
    found = plain_copies.plain_copies(store)
    shell.say(words.protect.plain["found" if found else "none"])
    for sort in plain_copies.SORTS:
        if here := [each for each in found if each.sort == sort]:
            shell.out(f"{words.protect.sorts[sort]}:")
            for each in here[:_SHOWN]:
                shell.out(f"  {safe_text(each.path)}")
            if len(here) > _SHOWN:
                shell.out(f"  … {len(here) - _SHOWN:,}")
            _do_something(here, wanted, shell)
    if holds_open_words(store.paths.home):
        _say(shell, filled(words.protect.plain.git, home=store.paths.home))
    _say(shell, words.protect.plain.unknown)


def _do_something(here: list[PlainCopy], wanted: str | None, shell: Shell) -> None:
    """What coach may do about them, when the person agrees."""
    for act in ("seal", "remove"):
        fitting = [each for each in here if each.act == act]
        if not fitting:
            continue
        if wanted:
            is_agreed: bool | None = wanted == act or (wanted, act) == ("remove", "seal")
        else:
            is_agreed = shell.ask(filled(words.protect.plain[act], count=counted(len(fitting), "file")))
        if is_agreed:
            left = plain_copies.act_on(shell.coach().store, fitting)
            told = filled(words.protect.plain[f"{act}_done"], count=counted(len(fitting) - len(left), "file"))
            shell.say(told)
            for path in left:
                shell.say(safe_text(filled(words.protect.plain.would_not, path=path)))
        else:
            shell.say(words.protect.plain["only_shown" if is_agreed is None else "left"])
    if not all(each.act for each in here):
        _say(shell, words.protect.plain.yours)


def _unprotect(arguments: Namespace, shell: Shell) -> int:
    store = shell.coach().store
    seals = shell.coach().sealing
    if not seals.is_on:
        raise UsageError(words.cli.error.the_data_is_not_protected)
    if not arguments.yes:
        answer = shell.ask(words.protect.sure_off)
        if not answer:
            shell.say(words.protect["not_done" if answer is False else "not_done_yes"])
            return DONE
    name = seals.keys.id if seals.keys else ""
    protecting.unprotect(store)
    if settings.load_or_default(shell.paths.config)[0].keyring:
        out_of_keyring(name)
    _say(shell, words.protect.undone)
    return DONE


def _lock(_: Namespace, shell: Shell) -> int:
    forgotten = short_unlock.forget(Seals(shell.paths), os.environ)
    shell.say(words.protect["locked" if forgotten else "not_open"])
    return DONE


COMMANDS = (
    Command(
        "protect",
        _protect,
        _protect_arguments,
    ),
    Command(
        "unprotect",
        _unprotect,
        _unprotect_arguments,
    ),
    Command(
        "lock",
        _lock,
    ),
)
