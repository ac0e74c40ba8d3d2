"""`coach calendar FILE.ics`: what ten business days of meetings were for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coach.calendar.audits import tag_of
from coach.calendar.shares import SHOWN, shares
from coach.calendar.told import KEYS, about_line, audit_lines, read_lines, title_line
from coach.core.counting import counted
from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.shell.command import Command

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Container

    from coach.calendar.records import Audit, Tag
    from coach.calendar.ten_days import Imported
    from coach.shell.shell import Shell


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE.ics")
    parser.add_argument("--tag", action="append", default=[], metavar="TITLE=TAG")
    parser.add_argument("--no-titles", action="store_true")
    parser.add_argument("--json", action="store_true")


def _run(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    given = dict(_tagged(each) for each in arguments.tag)
    if arguments.file:
        found = _read(arguments.file, shell)
        if not found.meetings:
            if arguments.json:
                shell.json(None)
            return DONE
        audit = _audit(arguments, shell, found, given)
    else:
        known = coach.calendar.latest()
        if known is None:
            raise NoDataError(words.calendar.error.no_audit, do=words.calendar.error.no_audit_do)
        audit = known
        for title in given:
            _check_title(title, audit.meetings)
        audit = coach.calendar.tag(audit, given) if given else audit
    if arguments.json:
        by = shares(audit)
        parts = {each: {"minutes": by.minutes[each], "share": round(by.of(each), 4)} for each in SHOWN}
        shell.json(audit.as_json() | {"shares": parts})
        return DONE
    shell.out(about_line(coach, audit))
    for line in audit_lines(coach, audit.meetings, audit.tags, audit.left, audit.last):
        shell.out(safe_text(line.text))
    return DONE


def _read(path: str, shell: Shell) -> Imported:
    found = shell.coach().calendar.read(path)
    for line in read_lines(shell.coach(), found):
        shell.say(safe_text(line))
    return found


def _audit(arguments: Namespace, shell: Shell, found: Imported, given: dict[str, Tag]) -> Audit:
    """What was kept."""
    coach = shell.coach()
    for title in given:
        _check_title(title, found.meetings)
    known = {title: tag for title, tag in coach.calendar.remembered().items() if title in found.meetings}
    tags = known | given
    if shell.is_person:
        tags |= _asked(shell, found, tags, with_titles=not arguments.no_titles)
    kept = coach.calendar.keep(found, tags, with_titles=not arguments.no_titles, source="shell")
    if arguments.no_titles:
        shell.say(words.calendar.kept_without)
    else:
        shell.say(filled(words.calendar.kept, count=counted(len(kept.meetings), "title")))
    return kept


def _asked(shell: Shell, found: Imported, known: dict[str, Tag], *, with_titles: bool) -> dict[str, Tag]:
    """Title by title, the longest first; an empty line leaves one out, and the end of the input the others.
    Each answer is remembered before the next is asked for."""
    said: dict[str, Tag] = {}
    for each in SHOWN:
        shell.say(f"  {words.calendar.explains[each]}")
    with suppress(EOFError):
        for title in [each for each in found.meetings if each not in known]:
            if tag := _asked_of(shell, found, title):
                said[title] = tag
                if with_titles:
                    shell.coach().calendar.remember(title, tag)
    return said


def _asked_of(shell: Shell, found: Imported, title: str) -> Tag | None:
    keys = ", ".join(f"{key} {words.calendar.tag[tag]}" for key, tag in KEYS.items())
    line = title_line(title, found.minutes(title), len(found.meetings[title]))
    while True:
        shell.say(safe_text(f"{line}  {keys}"))
        typed = shell.read_line().strip().lower()
        try:
            return (KEYS.get(typed) or tag_of(typed)) if typed else None
        except UsageError as error:
            shell.say(safe_text(str(error)))


def _check_title(title: str, known: Container[str]) -> None:
    if title not in known:
        raise NotFoundError(filled(words.calendar.error.no_title, title=title))


def _tagged(typed: str) -> tuple[str, Tag]:
    title, sign, tag = typed.rpartition("=")
    if not sign:
        error = words.calendar.error
        raise UsageError(filled(error.no_tag, typed=typed), do=error.no_tag_do)
    return " ".join(title.split()), tag_of(tag)


COMMANDS = (Command("calendar", _run, _arguments),)
