"""`coach list`, `show` and `search`."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from coach import references
from coach.checkin.records import Checkin
from coach.commitments.records import Mark
from coach.core.counting import counted
from coach.core.errors import DONE, NOT_FOUND, NoDataError, UsageError
from coach.core.ids import short
from coach.core.kinds import called, class_of, is_known, kinds, written
from coach.core.record import MODES, Written
from coach.core.safe_text import first_line, safe_lines, safe_text
from coach.core.said_days import say_day, say_moment
from coach.core.tags import clean_tags
from coach.core.texts import filled, words
from coach.describe import in_full, name_of, on_one_line
from coach.find import EVERYTHING, Filter, by_kind, terms_of
from coach.journal.attached import told
from coach.journal.records import Entry
from coach.preparing.records import Preparation
from coach.query import shown as terms_shown
from coach.referring import referred_to_by, refers_to
from coach.shell.command import Command
from coach.signals.sight import as_shown, in_sight
from coach.store.history import STANDING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from coach.app import Coach
    from coach.core.record import Record
    from coach.find import Hit
    from coach.shell.shell import Shell

_OF_A_DAY = Checkin | Mark | Preparation
"""What is about the whole of its day."""
_LAST = 10
_FOUND = 200
"""Hits that are printed unless somebody asks for all of them."""
_MARGIN = 17
_SHORTEST_TEXT = 20


def find(coach: Coach, reference: str) -> Record:
    """The one record a reference means."""
    if coach.store.is_new():
        _say_nothing_there(coach)
    return references.find(coach.store, reference)


def _filters(parser: ArgumentParser) -> None:
    parser.add_argument("--since", metavar="DATE")
    parser.add_argument("--until", metavar="DATE")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG")
    parser.add_argument("--mode", choices=MODES)
    parser.add_argument("-n", "--last", type=int, metavar="N")
    parser.add_argument("--json", action="store_true")


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "kind",
        nargs="?",
        default=Entry.kind,
        metavar="KIND",
        help=filled(words.cli.says.what_to_list, kinds=", ".join(kinds())),
    )
    _filters(parser)
    parser.add_argument("--jsonl", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--text", action="store_true")


def _search_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS")
    kinds = [cls.kind for cls in written()]
    parser.add_argument("--kind", choices=kinds)
    _filters(parser)
    parser.add_argument("--all", action="store_true")


def _show_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF")
    parser.add_argument("--named-by", action="store_true")
    parser.add_argument("--json", action="store_true")


def _wanted(arguments: Namespace, shell: Shell, coach: Coach) -> Filter:
    """The filter, and a word about how dates were read."""
    if arguments.last is not None and arguments.last < 1:
        raise UsageError(words.cli.error.n_takes_a_number_from_on)
    reader = coach.reader()
    since = reader.span(arguments.since)[0] if arguments.since else None
    until = reader.span(arguments.until)[1] if arguments.until else None
    if since and until and since > until:
        raise UsageError(
            filled(
                words.cli.error.lies_after,
                day=say_day(since, reader.today),
                day2=say_day(until, reader.today),
            )
        )
    read = [
        f"{word} {say_day(day, reader.today)}" for word, day in (("From", since), ("until", until)) if day
    ]
    if read:
        told = " ".join(read)
        shell.say(f"{told[0].upper()}{told[1:]}.")
    return Filter(since, until, tuple(clean_tags(arguments.tag)), arguments.mode)


def _list(arguments: Namespace, shell: Shell) -> int:
    if not is_known(arguments.kind):
        raise UsageError(
            filled(words.cli.error.there_is_no_kind, kind=arguments.kind),
            do=filled(words.cli.error.there_are, value=", ".join(kinds())),
        )
    coach = shell.coach()
    wanted = _wanted(arguments, shell, coach)
    found = _records(class_of(arguments.kind), wanted, coach)
    is_whole = arguments.json or arguments.jsonl or arguments.all
    limit = arguments.last or (None if is_whole else _LAST)
    if arguments.jsonl:
        for record in islice(found, limit):
            shell.json(record.as_json() if arguments.text else as_shown(record, coach))
        return DONE
    shown = list(islice(found, limit))
    if arguments.json:
        shell.json([record.as_json() if arguments.text else as_shown(record, coach) for record in shown])
    else:
        said = in_full if arguments.text else on_one_line
        _lines(shell, coach, [(record, _text(record, shell, coach, said)) for record in shown])
    if not shown and not coach.store.damage.error():
        if arguments.kind == Entry.kind:
            _say_nothing_there(coach)
        shell.say(
            words.cli.says.nothing_fits
            if wanted != EVERYTHING
            else filled(words.cli.says.there_are_no_yet, kind=arguments.kind)
        )
    elif not arguments.json and next(found, None) is not None:
        shell.say(words.cli.says.there_is_more_all_shows_everything)
    return DONE


def _records(cls: type[Record], wanted: Filter, coach: Coach) -> Iterator[Record]:
    """The records of a kind, newest first."""
    if issubclass(cls, Written):
        yield from coach.search.everything(wanted, [cls])
        return
    for place in [STANDING, *coach.store.months()]:
        found = sorted(coach.store.read(place, cls), key=lambda each: each.id, reverse=True)
        for each in found:
            day = _day(each, coach)
            if (wanted.since or day) <= day <= (wanted.until or day):
                yield each


def _search(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    tags = [word for word in arguments.words if word.startswith("#") and len(word) > 1]
    arguments.tag += tags  # in a shell, '#deep work' is one word already
    terms = terms_of([word for word in arguments.words if word not in tags])
    if not terms and not tags:
        raise UsageError(words.cli.error.there_is_nothing_to_search_for)
    kinds = [cls for cls in written() if arguments.kind in {None, cls.kind}]
    wanted = _wanted(arguments, shell, coach)
    found = coach.search.find(terms, wanted, kinds)
    first = next(found, None)
    if first is None and (meant := coach.search.near(terms)):
        found = coach.search.find(meant, wanted, kinds)
        first = next(found, None)
        if first is not None:
            shell.say(safe_text(filled(words.search.near, meant=" ".join(terms_shown(meant)))))
    found, hidden = in_sight(chain([first] if first else [], found), coach)
    limit = arguments.last or (None if arguments.json or arguments.all else _FOUND)
    hits = islice(found, limit)
    count = _tell_hits(hits, shell, coach, as_json=arguments.json)
    if hidden:
        shell.say(filled(words.signals.found, count=counted(len(hidden), "signal")))
    if not count and hidden:
        return DONE
    if not count:
        _say_nothing_there(coach)
        shell.say(words.cli.says.nothing_holds_all_of_that)
        return NOT_FOUND
    more = words.cli.says.the_newest_there_are_more if next(found, None) is not None else ""
    shell.say(filled(words.cli.says.found, count=f"{count:,}", more=more))
    return DONE


def _tell_hits(hits: Iterable[Hit], shell: Shell, coach: Coach, *, as_json: bool) -> int:
    """What was found, a kind at a time; gives how many."""
    if as_json:
        shown = [hit.record.as_json() for hit in hits]
        shell.json(shown)
        return len(shown)
    groups = by_kind(hits)
    count = 0
    for kind, own in groups:
        if count:
            shell.out()
        if len(groups) > 1:
            shell.out(shell.strong(f"{called(kind).capitalize()}   {len(own)}"))
        count += _lines(shell, coach, ((hit.record, _excerpt(hit, shell)) for hit in own))
    return count


def _show(arguments: Namespace, shell: Shell) -> int:
    coach = shell.coach()
    record = find(coach, arguments.ref)
    if arguments.json:
        shell.json(record.as_json())
        return DONE
    today = coach.today()
    if isinstance(record, Entry):
        facts, text = [coach.reader().said(record.at), record.zone, *_extras(record)], record.text
    else:
        facts, text = [name_of(record).lower(), _when(record, coach)], in_full(record, coach)
    shell.out(shell.dim(safe_text("  ".join([short(record.id), *facts]))))
    if record.updated:
        shell.out(
            shell.dim(f"        {filled(words.cli.says.changed, moment=say_moment(record.updated, today))}")
        )
    prompt = coach.prompts.get(record.prompt) if isinstance(record, Entry) and record.prompt else None
    if prompt:
        shell.out(shell.dim(safe_text(f"        {prompt.text}")))
    for lies in told(record.files) if isinstance(record, Entry) else ():
        shell.out(shell.dim(safe_text(f"        {lies}")))
    shell.out()
    for line in safe_lines(text):
        shell.out(line)
    named_by = referred_to_by(coach, record) if arguments.named_by else []
    for sign, others in (("→", refers_to(coach, text)), ("←", named_by)):
        for each in others:
            shell.out(shell.dim(safe_text(f"{sign} {short(each.id)}  {on_one_line(each, coach)}")))
    return DONE


def _say_nothing_there(coach: Coach) -> None:
    if next(coach.journal.entries(), None) is None and not coach.store.damage.error():
        raise NoDataError(words.cli.error.there_is_no_entry_here, do=words.cli.error.coach_add_writes_one)


def _lines(shell: Shell, coach: Coach, rows: Iterable[tuple[Record, str]]) -> int:
    """The records under their days; gives how many."""
    count, last_day = 0, None
    today = coach.today()
    for record, text in rows:
        day = _day(record, coach)
        if day != last_day:
            shell.out(shell.strong(say_day(day, today)))
            last_day = day
        shell.out(f"  {shell.dim(short(record.id))}  {_time(record)}  {text}")
        count += 1
    return count


def _day(record: Record, coach: Coach) -> date:
    """The day it is listed under: its own, or the one it was made on."""
    return coach.days.about(record)


def _time(record: Record) -> str:
    """When in the day; what is about the whole of it has none."""
    return (
        f"{words.cli.says.whole_day}  "
        if isinstance(record, _OF_A_DAY)
        else f"{getattr(record, 'at', record.created):%H:%M}"
    )


def _when(record: Record, coach: Coach) -> str:
    if isinstance(record, _OF_A_DAY):
        return coach.days.say(record.day)
    return coach.reader().said(getattr(record, "at", record.created))


def _text(
    record: Record, shell: Shell, coach: Coach, said: Callable[[Record, Coach], str] = on_one_line
) -> str:
    """A record on one line."""
    extras = safe_text("  ".join(_extras(record))) if isinstance(record, Entry) else ""
    room = max(shell.width - _MARGIN - (len(extras) + 2 if extras else 0), _SHORTEST_TEXT)
    line = first_line(record.text if isinstance(record, Entry) else said(record, coach), room)
    return f"{line}  {shell.dim(extras)}" if extras else line


def _excerpt(hit: Hit, shell: Shell) -> str:
    """The text around the first match, the matches marked."""
    room = shell.width - _MARGIN - 2
    piece, spans, cut_before, cut_after = hit.excerpt(room)
    marked = shell.marked(piece, spans, lambda part: safe_text(part.replace("\n", " ").expandtabs(1)))
    return f"{'…' if cut_before else ''}{marked}{'…' if cut_after else ''}"


def _extras(entry: Entry) -> list[str]:
    tags = [f"#{tag}" for tag in entry.tags]
    return [
        *tags,
        *([words.journal.mode[entry.mode]] if entry.mode else []),
        *([words.cli.says.shared] if entry.share else []),
    ]


COMMANDS = (
    Command("list", _list, _list_arguments, pages=True),
    Command("show", _show, _show_arguments, pages=True),
    Command("search", _search, _search_arguments, pages=True),
)
