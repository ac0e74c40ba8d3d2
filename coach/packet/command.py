"""`coach packet` and `coach people`: what a mentor gets to read, and whose names stay out of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from coach.core.counting import counted
from coach.core.errors import DONE, NoDataError, NotFoundError, UsageError
from coach.core.ids import short
from coach.core.safe_text import first_line, padded, safe_lines, safe_text
from coach.core.texts import filled, words
from coach.packet import chosen, names, packets
from coach.packet.formats import FORMATS
from coach.packet.lines import changes_line, kept_back_line, maybe_line
from coach.packet.markdown import text
from coach.shell.command import Command, names_file

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from coach.app import Coach
    from coach.packet.packets import Plan, Prepared
    from coach.packet.records import Packet
    from coach.shell.shell import Shell

_WIDTH = 90


def _packet_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", metavar="NAME")
    parser.add_argument("--ask", metavar="TEXT")
    parser.add_argument("--since", metavar="DATE")
    parser.add_argument("--until", metavar="DATE")
    for name in packets.OWN:
        parser.add_argument(f"--{name}", metavar="TEXT", help=words.packet.form[name].lower())
    parts = ", ".join(chosen.PARTS)
    parser.add_argument(
        "--with",
        dest="add",
        action="append",
        default=[],
        metavar="PART",
        help=filled(words.packet.says.with_parts, parts=parts),
    )
    parser.add_argument("--without", action="append", default=[], metavar="PART")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--take", action="append", default=[], metavar="REF")
    parser.add_argument("--leave", action="append", default=[], metavar="REF")
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--format",
        default="md",
        metavar="KINDS",
        help=filled(words.packet.says.with_commas, FORMATS=", ".join(FORMATS)),
    )
    names_file(
        parser.add_argument("-o", "--output", metavar="FOLDER"),
        "folder",
    )
    parser.add_argument("--log", action="store_true")
    parser.add_argument("--json", action="store_true")


def _packet(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    if arguments.log:
        return _log(shell, coach, as_json=arguments.json)
    _ask_for_whom(arguments, shell)
    prepared = _chosen(packets.prepare(coach, _plan(arguments, coach)), arguments)
    kinds = packets.kinds_of(arguments.format)
    _show(prepared, arguments, shell)
    for told in (kept_back_line(prepared), changes_line(prepared), maybe_line(prepared)):
        if told:
            shell.say(safe_text(told))
    if not arguments.write:
        shell.say(words.packet.preview)
    elif shell.is_person and not _agrees(prepared, shell):
        shell.say(words.packet.not_written)
    else:
        packet = packets.write(coach, prepared, kinds, arguments.output or "", "shell")
        _show_written(packet, shell, as_json=arguments.json)
        if coach.sealing.is_on:
            shell.say(words.protect.lies_open)
    return DONE


def _ask_for_whom(arguments: Namespace, shell: Shell) -> None:
    """Who it is for and what it asks are asked of a person; a program says them."""
    if not (shell.is_person and shell.is_watched):
        return
    for name in ("to", "ask"):
        if not getattr(arguments, name):
            shell.say(words.packet.ask_for[name])
            setattr(arguments, name, shell.read_line())


def _show(prepared: Prepared, arguments: Namespace, shell: Shell) -> None:
    """What would leave: line by line to choose from, for a program, or as it is read."""
    if arguments.lines and not arguments.write:
        _show_lines(prepared, shell)
    elif arguments.json and not arguments.write:
        shell.out(FORMATS["json"](prepared.document).decode().rstrip())
    elif not arguments.write or shell.is_person:
        for line in safe_lines(text(prepared.document)):
            shell.out(line)


def _show_written(packet: Packet, shell: Shell, *, as_json: bool) -> None:
    if as_json:
        shell.json(packet.as_json())
        return
    for path in packet.files:
        shell.out(safe_text(path))
    shell.say(words.packet.kept)


def _plan(arguments: Namespace, coach: Coach) -> Plan:
    reader = coach.reader()
    plan = packets.new_plan(coach, arguments.to or "")
    own = {name: given for name in packets.OWN if (given := getattr(arguments, name)) is not None}
    sections = dict.fromkeys(arguments.add, True) | dict.fromkeys(arguments.without, False)
    unknown = sections.keys() - chosen.PARTS.keys() - {"direction", "delivery"}
    if unknown:
        raise UsageError(
            filled(words.packet.error.a_packet_has_no_part, min=min(unknown)),
            do=filled(words.packet.error.there_are, value=", ".join(chosen.PARTS)),
        )
    return plan._replace(
        ask=arguments.ask or "",
        first=reader.span(arguments.since)[0] if arguments.since else plan.first,
        last=reader.span(arguments.until)[1] if arguments.until else plan.last,
        own=plan.own | own,
        sections=plan.sections | sections,
    )


def _chosen(prepared: Prepared, arguments: Namespace) -> Prepared:
    """With the lines that were named taken in or left out."""
    known = {_ref(line.name): line.name for line in prepared.everything.lines()}
    of = {line.name: section for section in prepared.everything.sections for line in section.lines}
    for typed, takes in [
        *((ref, True) for ref in arguments.take),
        *((ref, False) for ref in arguments.leave),
    ]:
        if typed not in known:
            raise NotFoundError(
                filled(words.packet.error.no_line_is_called, typed=typed),
                do=words.packet.error.coach_packet_lines_shows_them,
            )
        name = known[typed]
        if (name in prepared.taken(of[name])) != takes:
            prepared = prepared.turned(of[name].name, name)
    return prepared


def _ref(name: str) -> str:
    """A short word for a line that stays the same."""
    return sha256(name.encode()).hexdigest()[:6]


def _show_lines(prepared: Prepared, shell: Shell) -> None:
    plan = prepared.plan
    for section in prepared.everything.sections:
        sign = "●" if plan.is_on(section.name) else "○"
        taken = prepared.taken(section)
        shell.out(shell.strong(f"{sign} {section.title}") + shell.dim(f"  {section.name}"))
        for line in section.lines:
            takes = line.name in taken
            new = f"  ({words.packet.screen.new})" if takes and prepared.is_new(line) else ""
            said = f"{line.label}: {line.text}" if line.label else line.text
            shell.out(
                f"  {shell.dim(_ref(line.name))}  {'●' if takes else '○'} {first_line(said, _WIDTH)}{new}"
            )


def _agrees(prepared: Prepared, shell: Shell) -> bool:
    """Whether the word is typed."""
    count = sum(1 for _ in prepared.document.lines())
    shell.say(safe_text(filled(words.packet.word_ask, count=count, to=prepared.plan.to, word=packets.WORD)))
    try:
        return shell.read_line().lower() == packets.WORD
    except EOFError:
        return False


def _log(shell: Shell, coach: Coach, *, as_json: bool) -> int:
    found = packets.all_packets(coach)
    if as_json:
        shell.json([each.as_json() for each in found])
        return DONE
    if not found:
        raise NoDataError(words.packet.none_yet, do=words.packet.none_yet_do)
    days = coach.days
    for each in found:
        day = days.say(days.of(each.at))
        row = filled(words.packet.row, to=each.to, ask=each.ask)
        shell.out(f"  {shell.dim(short(each.id))}  {day:<16}{first_line(row, _WIDTH)}")
        for path in each.files:
            shell.out(shell.dim(safe_text(f"          {path}")))
    shell.say(counted(len(found), "packet"))
    return DONE


def _people_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("add", "forget"), metavar="ACTION")
    parser.add_argument("name", nargs="*", metavar="NAME")
    parser.add_argument("--as", dest="said", default="", metavar="TEXT")
    parser.add_argument("--json", action="store_true")


def _people(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    name = " ".join(arguments.name)
    if arguments.action == "add":
        person = names.mark(coach, name, arguments.said)
        shell.say(safe_text(filled(words.packet.people.marked, name=person.name, said=person.said)))
    elif arguments.action == "forget":
        names.forget(coach, name)
        shell.say(safe_text(filled(words.packet.people.forgotten, name=name)))
    found = names.marked(coach)
    if arguments.json:
        shell.json([each.as_json() for each in found])
        return DONE
    if not arguments.action:
        for each in found:
            shell.out(safe_text(f"  {padded(each.name, 28)}{each.said}"))
        shell.say(words.packet.people["about" if found else "none"])
    return DONE


COMMANDS = (
    Command(
        "packet",
        _packet,
        _packet_arguments,
    ),
    Command(
        "people",
        _people,
        _people_arguments,
    ),
)
