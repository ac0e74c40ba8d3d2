"""`coach merge`: another home comes in, and what both wrote is looked at, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from coach.core.errors import DONE, LockedError
from coach.core.safe_text import safe_lines, safe_text
from coach.core.texts import words
from coach.machines import merging
from coach.machines.describe import heading, lines_of
from coach.shell.command import Command, names_file
from coach.store import others

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.machines.machines import Choice, TwoVersions
    from coach.shell.shell import Shell
    from coach.store.others import Parts


def _arguments(parser: ArgumentParser) -> None:
    names_file(parser.add_argument("other", nargs="?", metavar="OTHER"))
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--deleted", action="store_true")
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    if not arguments.other:
        return _both_versions(shell, as_json=arguments.json)
    coach = shell.coach()
    coach.store.damage.refuse()
    parts = _read(arguments.other, shell)
    wanted = merging.plan(coach, parts, bring_back=arguments.deleted)
    say = shell.say if arguments.json else shell.out
    for line in merging.told(wanted):
        say(safe_text(line))
    is_done = False
    if not wanted.is_empty and not shell.is_protected and others.is_protected_there(arguments.other):
        shell.say(words.machines.merge.lies_open)
    if arguments.dry_run:
        shell.say(words.machines.merge.only_shown)
    elif not wanted.is_empty and (arguments.yes or shell.ask(words.machines.merge.ask) is not False):
        wanted = merging.merge(coach, parts, arguments.other, bring_back=arguments.deleted)
        is_done = not wanted.is_empty
        shell.say(words.machines.merge.done)
        if wanted.joined.parted:
            shell.say(words.machines.merge.look)
    elif not wanted.is_empty:
        shell.say(words.machines.merge.not_done)
    if arguments.json:
        counts = {what: wanted.of(what) for what in ("new", "changed", "gone")}
        shell.json({"done": is_done, **counts, "parted": len(wanted.joined.parted),
                    "revived": len(wanted.joined.revived), "deleted": len(wanted.gone)})  # fmt: skip
    return DONE


def _read(path: str, shell: Shell) -> Parts:
    """What is there. One with other keys than the data is asked for its own passphrase."""
    coach = shell.coach()
    try:
        return merging.read(coach, path)
    except LockedError:
        from coach.shell.passphrase import ask_until, from_descriptor

        if shell.passphrase_fd is not None:
            return merging.read(coach, path, from_descriptor(shell))
        found: list[Parts] = []
        ask_until(
            shell, words.machines.merge.passphrase, lambda said: found.append(merging.read(coach, path, said))
        )
        return found[-1]


def _both_versions(shell: Shell, *, as_json: bool) -> int:
    """What two machines wrote, and which of it holds."""
    coach = shell.coach()
    coach.machines.look_everywhere()
    apart = coach.machines.apart()
    if as_json:
        shell.json([_as_json(each) for each in apart])
        return DONE
    if not apart:
        shell.say(words.machines.both.none)
        return DONE
    later: set[str] = set()
    while seen := next((each for each in coach.machines.apart() if each.id not in later), None):
        shell.out(shell.strong(safe_text(heading(coach, seen))))
        for told in lines_of(coach, seen):
            for line in safe_lines(told.text):
                shell.out(f"{' ' * told.indent}{line}")
        options = [("1", words.machines.both.stands, "stands"), ("2", words.machines.both.other, "other")]
        if seen.can_be_both:
            options.append(("3", words.machines.both.both, "both"))
        options.append(("l", words.machines.both.later, "later"))
        chosen = shell.pick(words.machines.both.which, options)
        if chosen in {None, "later"}:
            later.add(seen.id)
        else:
            coach.machines.choose(seen, cast("Choice", chosen))
            shell.say(words.machines.both.kept)
        shell.out("")
    if not (shell.is_person and shell.is_watched):
        shell.say(words.machines.both.in_a_terminal)
    return DONE


def _as_json(seen: TwoVersions) -> dict[str, object]:
    return {
        "kind": seen.kind,
        "id": seen.id,
        "stands": dict(seen.stands),
        "other": dict(seen.other.fields),
        "written": seen.other.written.isoformat(timespec="seconds"),
        "here": seen.other.is_here,
        "more": seen.more,
    }


COMMANDS = (Command("merge", _run, _arguments),)
