"""A packet prepared, looked at, agreed to and written; and the log of those that left."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.days import FIRST_YEAR, LAST_YEAR
from coach.core.errors import UsageError
from coach.core.safe_text import quoted
from coach.core.stamp import happened
from coach.core.texts import filled, words
from coach.packet import chosen, formats, names, pages
from coach.packet.document import Document, retold
from coach.packet.markdown import line_in_markdown, markdown
from coach.packet.records import Packet
from coach.reflection.lived import gather
from coach.store import noted_files, outfile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.app import Coach
    from coach.core.record import Source
    from coach.packet.document import Line, Section

OWN = ("whom", "quality", "cost", "constraint", "challenge")
"""What is written for the packet itself."""
WORD = "share"
"""What is typed to let it leave."""
DRAFT = "packet"
"""Where what is being prepared waits."""
_OFF = {"patterns", "insights", "assessment", "reflections", "energy", "private"}
"""What stays at home until it is asked for."""


class Plan(NamedTuple):
    """What is being prepared: for whom, about which days, and what was turned on or off."""

    to: str
    ask: str
    first: date
    last: date
    own: dict[str, str]
    sections: dict[str, bool]
    lines: dict[str, bool]

    def is_on(self, section: str) -> bool:
        """Whether a section leaves."""
        return self.sections.get(section, section not in _OFF)

    def takes(self, section: str, line: str, *, is_private: bool) -> bool:
        """Whether a line leaves."""
        return self.is_on(section) and self.lines.get(line, not is_private)

    def without_private(self) -> Plan:
        """The plan without the private lines that were taken in."""
        lines = {name: takes for name, takes in self.lines.items() if not name.startswith("private.")}
        return self._replace(lines=lines, sections=self.sections | {"private": False})

    def fields(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return {**self._asdict(), "first": self.first.isoformat(), "last": self.last.isoformat()}


class Prepared(NamedTuple):
    """Everything that could go into a packet, and what is known about leaving it out."""

    plan: Plan
    everything: Document
    private: int
    """How many entries of these days were not written to be shown."""
    lines: int
    """How many lines of check-ins there are; none of them ever leaves."""
    hidden: dict[str, int]
    """How often a role or an initial stands where a name was, by line."""
    maybe: tuple[str, ...]
    """Words that may be names and were not marked."""
    before: Packet | None
    """The last one to this person."""
    before_on: date | None
    """The day it left."""

    def taken(self, section: Section) -> set[str]:
        """The lines of a section that leave. What belongs to a line goes where that one goes."""
        found: set[str] = set()
        is_above = True
        for each in section.lines:
            takes = self.plan.takes(section.name, each.name, is_private=each.is_private)
            if not each.is_under:
                is_above = takes
            if takes and is_above:
                found.add(each.name)
        return found

    def turned(self, section: str, line: str | None = None) -> Prepared:
        """With a section, or one line of it, turned the other way. A line of a section that is off
        brings its section along, and nothing else of it."""
        plan = self.plan
        if line is None:
            return self.with_plan(plan._replace(sections=plan.sections | {section: not plan.is_on(section)}))
        own = next(each.lines for each in self.everything.sections if each.name == section)
        of = next(each for each in own if each.name == line)
        takes = line in self.taken(next(each for each in self.everything.sections if each.name == section))
        others = {} if plan.is_on(section) else {each.name: False for each in own}
        above = [each.name for each in own[: own.index(of)] if not each.is_under][-1:] if of.is_under else []
        others |= {} if takes else dict.fromkeys(above, True)
        sections = plan.sections if takes else plan.sections | {section: True}
        return self.with_plan(plan._replace(sections=sections, lines=plan.lines | others | {line: not takes}))

    def with_plan(self, plan: Plan) -> Prepared:
        """With other choices."""
        return self._replace(plan=plan)

    @property
    def document(self) -> Document:
        """Exactly what leaves."""
        kept = []
        for section in self.everything.sections:
            taken = self.taken(section)
            own = tuple(each for each in section.lines if each.name in taken)
            kept += [section._replace(lines=own)] if own else []
        return self.everything._replace(sections=tuple(kept))

    @property
    def kept_back(self) -> int:
        """How many private entries stay at home."""
        return self.private - sum(each.is_private for each in self.document.lines())

    @property
    def replaced(self) -> int:
        """How many names were replaced in what leaves."""
        return sum(self.hidden.get(each.name, 0) for each in self.document.lines())

    def is_new(self, line: Line) -> bool:
        """Whether the last one to this person did not say it."""
        said = "\n".join(line_in_markdown(line))
        return self.before is not None and f"\n{said}\n" not in self.before.document

    @property
    def changes(self) -> tuple[int, int]:
        """How many lines the last one to this person did not have, and how many of its lines are gone."""
        if self.before is None:
            return 0, 0
        now, then = set(_said_lines(markdown(self.document))), set(_said_lines(self.before.document))
        return len(now - then), len(then - now)


def _said_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(("- ", "  - ", "> "))]


def prepare(coach: Coach, plan: Plan, packet_id: str = "") -> Prepared:
    """Reads everything of these days."""
    if plan.first > plan.last:
        raise UsageError(words.packet.days_turned)
    people = names.known(coach, plan.to)
    lived = gather(coach, plan.first, plan.last)
    # Facts cut long names of what is held, and half the name of a person is one, too.
    lived.commitments = {
        name: each.but(text=people.hide(each.text)) for name, each in lived.commitments.items()
    }
    everything = Document(
        packet_id or words.packet.no_id, plan.to, plan.ask, plan.first, plan.last, coach.today(),
        (pages.direction(coach, lived, plan.own), pages.delivery(coach, lived, plan.own),
         *chosen.sections(coach, lived, plan.own)),
    )  # fmt: skip
    coach.store.damage.refuse()  # on half of it nothing can be agreed to
    replaced: dict[str, int] = {}

    def hidden(line: Line) -> Line:
        before = people.count
        told = retold(line, people.hide)
        replaced[line.name] = people.count - before
        return told

    everything = everything.each_line(hidden)._replace(ask=people.hide(plan.ask))
    before = last_to(coach, plan.to)
    texts = [plan.ask, *(part for each in everything.lines() for part in (each.label, each.text))]
    return Prepared(
        plan,
        everything,
        sum(not each.share for each in lived.entries),
        sum(bool(each.line) for each in lived.checkins.values()),
        replaced,
        tuple(names.maybe_names(texts, names.marked(coach))),
        before,
        lived.days.of(before.at) if before else None,
    )


def all_packets(coach: Coach) -> list[Packet]:
    """Those that left, the latest first."""
    return sorted(coach.store.read_since(None, Packet), key=lambda each: (each.at, each.id), reverse=True)


def last_to(coach: Coach, to: str) -> Packet | None:
    """The last one to a person."""
    own = (each for each in all_packets(coach) if each.to.casefold() == to.casefold())
    return next(own, None)


def new_plan(coach: Coach, to: str = "", **given: Any) -> Plan:
    """One for the days since the last packet to this person, or since the quarter began; the parts that were
    chosen the last time are chosen again, but never a private line."""
    today = coach.today()
    last = last_to(coach, to) if to else next(iter(all_packets(coach)), None)
    ended = coach.days.of(last.at) if last else None
    if last and ended == today:
        since = last.first  # the same once more, in another format perhaps
    else:
        since = ended or today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    own = {name: last.words_of_own.get(name, "") for name in ("whom",)} if last else {}
    sections = {name: name in last.sections for name in chosen.PARTS if name != "private"} if last else {}
    plan = Plan(to or (last.to if last else ""), "", min(since, today), today, own, sections, {})
    return plan._replace(**given)


def plan_of(fields: dict[str, Any]) -> Plan | None:
    """As a draft kept it; nothing, when it is none of ours."""
    try:
        first, last = (date.fromisoformat(fields[name]) for name in ("first", "last"))
        own, sections, lines = (dict(fields[name]) for name in ("own", "sections", "lines"))
    except (KeyError, TypeError, ValueError):
        return None
    texts = (fields.get("to"), fields.get("ask"), *own, *own.values(), *sections, *lines)
    flags = (*sections.values(), *lines.values())
    is_ours = all(isinstance(each, str) for each in texts) and all(isinstance(each, bool) for each in flags)
    if not is_ours or not FIRST_YEAR <= first.year <= last.year <= LAST_YEAR:
        return None
    return Plan(fields["to"], fields["ask"], first, last, own, sections, lines)


def kinds_of(typed: str) -> list[str]:
    """The formats typed, each once."""
    kinds = list(dict.fromkeys(each.strip().lower() for each in typed.split(",") if each.strip()))
    unknown = next((each for each in kinds if each not in formats.FORMATS), None)
    if unknown or not kinds:
        what = filled(words.packet.no_format, name=unknown or typed)
        raise UsageError(what, do=filled(words.packet.error.there_are, value=", ".join(formats.FORMATS)))
    return kinds


def write(
    coach: Coach, prepared: Prepared, kinds: Sequence[str], folder: str = "", source: Source = "app"
) -> Packet:
    """L13: writes the files and notes in the log what left; both or neither."""
    plan = prepared.plan
    if not plan.to.strip() or not plan.ask.strip():
        raise UsageError(words.packet.needs_who_and_what)
    stamp = happened(coach.clock)
    document = prepared.document._replace(id=stamp["id"])
    place = outfile.place_for(coach.store, folder, over=True) if folder else coach.paths.packets
    name = f"packet-{document.made:%Y-%m-%d}-{stamp['id'][-12:-6]}"
    packet = Packet(
        **stamp,
        to=plan.to,
        ask=document.ask,
        first=plan.first,
        last=plan.last,
        words_of_own={each: text for each, text in plan.own.items() if text},
        sections=tuple(each for each in ("direction", "delivery", *chosen.PARTS) if plan.is_on(each)),
        lines=tuple(each.name for each in document.lines()),
        document=markdown(document),
        files=tuple(os.path.join(place, f"{name}.{kind}") for kind in kinds),
        source=source,
    )
    contents = [
        (path, formats.FORMATS[kind](document)) for path, kind in zip(packet.files, kinds, strict=True)
    ]
    what = filled(words.packet.undo, to=quoted(plan.to))
    noted = None
    try:
        with outfile.all_or_none(coach.store, contents), coach.store.change(what) as noted:
            noted.add(Packet.kind, packet.id, packet.fields())
    except BaseException:
        if noted:  # and then a file could not be put in its place
            coach.store.withdraw(noted)
        raise
    noted_files.note(coach.store, *packet.files)
    return packet
