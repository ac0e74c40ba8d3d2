"""`coach sync git`: what was done here goes to the other machines through git, and theirs comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.core.errors import DONE, CoachError, LockedError, NoDataError, UsageError
from coach.core.kinds import counted_of, is_known
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.machines.git import Repository, is_local
from coach.practices import follows, is_quiet
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.shell.shell import Shell
    from coach.store.history import Change

_TRIES = 3
_KINDS_SAID = 3


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("way", choices=("git",), metavar="git")
    parser.add_argument("remote", nargs="?", metavar="REMOTE")
    parser.add_argument("--open", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    coach.store.damage.refuse()
    if coach.store.is_new() and not arguments.remote:
        raise NoDataError(words.machines.git.nothing_yet)
    repository = Repository(coach.paths.home)
    is_new = _prepared(arguments, coach, repository)
    if not repository.remote:
        shell.say(words.machines.git["committed" if is_new else "nothing_new"])
        shell.say(words.machines.git.no_remote)
        return DONE
    before = coach.store.history.tail().last
    for _ in range(_TRIES):
        if repository.fetch():
            with coach.store.repairing():
                repository.merge()
        _open(coach, shell)
        coach.store.refresh()
        coach.store.neighbours.take_in_all()
        if told := coach.folded():
            shell.say(told)
        with coach.store.repairing():
            _commit(coach, repository)
        if repository.push():
            shell.say(safe_text(filled(words.machines.git.done, remote=repository.remote)))
            if came := _came(coach, before):
                shell.say(filled(words.machines.git.came, what=came))
            if coach.store.apart.places():
                shell.say(words.machines.merge.look)
            return DONE
    raise CoachError(words.machines.git.not_pushed, kept=words.machines.git.kept, do=words.machines.git.again)


def _open(coach: Coach, shell: Shell) -> None:
    """What came may be protected where nothing was yet."""
    try:
        coach.sealing.ready()
    except LockedError:
        from coach.shell.passphrase import unlock

        unlock(coach.sealing, shell)


def _commit(coach: Coach, repository: Repository) -> bool:
    is_new = repository.commit(_said(coach), is_sealed=coach.sealing.is_on)
    coach.store.machine.send(coach.store.history.tail().last)
    return is_new


def _prepared(arguments: Namespace, coach: Coach, repository: Repository) -> bool:
    """Everything here is committed, where that may go; gives whether anything was new."""
    with coach.store.repairing():
        repository.set_up()
        if arguments.remote:
            repository.point_to(arguments.remote)
        if arguments.open:
            repository.open_on_purpose()
        if repository.remote:
            _refuse_open(coach, repository)
        return _commit(coach, repository)


def _refuse_open(coach: Coach, repository: Repository) -> None:
    """Words that anybody there could read leave this machine only on purpose."""
    if is_local(repository.remote) or repository.is_open_on_purpose:
        return
    if not coach.sealing.is_on:
        raise UsageError(
            filled(words.machines.git.unprotected, remote=safe_text(repository.remote)),
            kept=words.machines.git.kept,
            do=words.machines.git.protect_or_open,
        )
    if repository.holds_open_words:
        raise UsageError(
            words.machines.git.open_before, kept=words.machines.git.kept, do=words.machines.git.begin_anew
        )


def _said(coach: Coach) -> str:
    """What was done here since the last time; with protection, only that something was."""
    changes, _ = coach.store.history.after(coach.store.machine.sent)
    done = [] if coach.sealing.is_on else [each for each in changes if not _is_from_elsewhere(each)]
    return _counted(done) or words.machines.git.message


def _came(coach: Coach, before: int) -> str:
    """What other machines did since a change of ours."""
    changes, _ = coach.store.history.after(before)
    return _counted([each for each in changes if _is_from_elsewhere(each)])


def _is_from_elsewhere(change: Change) -> bool:
    return change.is_arrival or change.is_merge


def _counted(changes: list[Change]) -> str:
    """How many records of each kind, the most first."""
    found: dict[str, set[str]] = {}
    for edit in (edit for change in changes for edit in change.edits):
        if is_known(edit.kind) and not follows(edit.kind) and not is_quiet(edit.kind):
            found.setdefault(edit.kind, set()).add(edit.id)
    most = sorted(found.items(), key=lambda each: len(each[1]), reverse=True)[:_KINDS_SAID]
    return ", ".join(counted_of(kind, len(ids)) for kind, ids in most)


COMMANDS = (Command("sync", _run, _arguments),)
