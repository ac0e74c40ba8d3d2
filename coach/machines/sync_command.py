"""`coach sync git`: what was done here goes to the other machines through git, and theirs comes in."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from coach.core.errors import DONE, CoachError, LockedError, NoDataError, NotFoundError, UsageError
from coach.core.kinds import counted_of, is_known
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.machines.git import THERE, Repository, is_local, is_path
from coach.practices import follows, is_quiet
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from coach.app import Coach
    from coach.shell.shell import Shell
    from coach.store.history import Change, Edit

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
    earlier = repository.remote if repository.is_there else ""
    try:
        return _synced(arguments, shell, coach, repository)
    except CoachError:
        if arguments.remote and repository.is_there and repository.remote != earlier:
            repository.point_to(earlier)  # a slip of the pen does not cost the way that worked
        raise


def _synced(arguments: Namespace, shell: Shell, coach: Coach, repository: Repository) -> int:
    is_new = _prepared(arguments, coach, repository)
    if not repository.remote:
        shell.say(words.machines.git["committed" if is_new else "nothing_new"])
        shell.say(words.machines.git.no_remote)
        return DONE
    before, was_new = coach.store.history.tail().last, coach.store.is_new()
    _refuse_nowhere(repository.remote)
    for _ in range(_TRIES):
        if repository.fetch():
            _refuse_open(coach, repository, THERE)
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
            _say_what_came(shell, coach, before, was_new=was_new)
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


def _refuse_nowhere(remote: str) -> None:
    """A path at which there is nothing gets a line that says how to make it."""
    if is_path(remote) and not os.path.exists(remote):
        raise NotFoundError(
            safe_text(filled(words.machines.git.no_repository, remote=remote)),
            kept=words.machines.git.kept,
            do=safe_text(filled(words.machines.git.make_one, remote=shlex.quote(remote))),
        )


def _refuse_open(coach: Coach, repository: Repository, at: str = "HEAD") -> None:
    """Words that anybody there could read leave this machine only on purpose, and none come back to it."""
    if is_local(repository.remote) or repository.is_open_on_purpose:
        return
    if not coach.sealing.is_on:
        raise UsageError(
            filled(words.machines.git.unprotected, remote=safe_text(repository.remote)),
            kept=words.machines.git.kept,
            do=words.machines.git.protect_or_open,
        )
    if repository.holds_open_words(at):
        raise UsageError(
            words.machines.git["open_there" if at == THERE else "open_before"],
            kept=words.machines.git.kept,
            do=words.machines.git.begin_anew,
        )


def _said(coach: Coach) -> str:
    """What was done here since the last time; with protection, only that something was."""
    changes, _ = coach.store.history.after(coach.store.machine.sent)
    done = [] if coach.sealing.is_on else [each for each in changes if not _is_from_elsewhere(each)]
    return _counted(edit for each in done for edit in each.edits) or words.machines.git.message


def _say_what_came(shell: Shell, coach: Coach, before: int, *, was_new: bool) -> None:
    """What other machines did since a change of ours; all there is, where there was nothing."""
    changes, _ = coach.store.history.after(before)
    edits = [edit for each in changes if _is_from_elsewhere(each) for edit in each.edits]
    came = _counted(edit for edit in edits if edit.after is not None)
    if was_new:
        store = coach.store
        found = ((kind, each) for name in store.data_files.names() for kind in store.kinds_in(name)
                 for each in store.records(name, kind))  # fmt: skip
        came = _told(found)
    for said, what in (
        (words.machines.git.came, came),
        (words.machines.git.went, _counted(edit for edit in edits if edit.after is None)),
    ):
        if what:
            shell.say(filled(said, what=what))


def _is_from_elsewhere(change: Change) -> bool:
    return change.is_arrival or change.is_merge


def _counted(edits: Iterable[Edit]) -> str:
    return _told((edit.kind, edit.id) for edit in edits)


def _told(records: Iterable[tuple[str, str]]) -> str:
    """How many of each kind, the most first."""
    found: dict[str, set[str]] = {}
    for kind, record_id in records:
        if is_known(kind) and not follows(kind) and not is_quiet(kind):
            found.setdefault(kind, set()).add(record_id)
    most = sorted(found.items(), key=lambda each: len(each[1]), reverse=True)[:_KINDS_SAID]
    return ", ".join(counted_of(kind, len(ids)) for kind, ids in most)


COMMANDS = (Command("sync", _run, _arguments),)
