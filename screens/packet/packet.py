"""A packet, looked at before it leaves: every section and line, what stays at home, what is new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.errors import UsageError
from coach.core.safe_text import first_line, padded
from coach.core.said_days import say_day
from coach.core.texts import filled, words
from coach.drafts import Draft
from coach.packet import packets
from coach.packet.fields import fields
from coach.packet.lines import changes_line, kept_back_line, maybe_line
from coach.packet.markdown import text
from coach.packet.records import Packet
from screens.base.draft_page import begin
from screens.base.form import FormScreen
from screens.base.list_page import Heading, ListPage
from screens.base.place import Looking
from screens.sheets.ask import AskSheet
from screens.widgets.cards import Card, told
from screens.widgets.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.app import Coach
    from coach.packet.document import Line, Section
    from coach.packet.packets import Plan, Prepared
    from screens.app import CoachApp
    from screens.widgets.drawn import Piece

_WORDS = "packet-words"
_LABEL = 20


async def prepare_packet(app: CoachApp, draft: Draft | None = None) -> None:
    """A packet where it was left, or a new one: first its words, then its lines."""
    begun = await begin(app, packets.DRAFT, Packet.kind, draft=draft)
    plan = packets.plan_of(begun.draft.fields) if begun.draft else None
    if plan is None:
        plan = await ask_words(app, None)
    if plan:
        await _keep(app, begun.name, plan)
        app.push_screen(PacketScreen(begun.name, plan))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """What was left unfinished: the words, or the lines."""
    if not draft.name.startswith(_WORDS):
        await prepare_packet(app, draft)
        return
    begun = await begin(app, packets.DRAFT, Packet.kind)
    plan = packets.plan_of(begun.draft.fields) if begun.draft else None
    plan = await ask_words(app, plan, draft)
    if plan:
        await _keep(app, begun.name, plan)
        app.push_screen(PacketScreen(begun.name, plan))


async def ask_words(app: CoachApp, plan: Plan | None, draft: Draft | None = None) -> Plan | None:
    """For whom, what for, about which days, and what is written for it."""
    coach = app.coach
    now = plan if plan is not None else await app.background.do(partial(packets.new_plan, coach))
    reader = coach.reader()
    today = reader.today
    days = {"first": now.first, "last": now.last}
    said = {"to": now.to, "ask": now.ask, **{name: say_day(day, today) for name, day in days.items()}}
    said |= {name: now.own.get(name, "") for name in packets.OWN}
    found: list[Plan] = []

    async def keep(given: dict[str, Any], changed: set[str]) -> bool:
        if not given["to"] or not given["ask"]:
            raise UsageError(words.packet.needs_who_and_what)
        fresh = now
        if plan is None and given["to"] != now.to:
            fresh = await app.background.do(partial(packets.new_plan, coach, given["to"]))
        first = reader.span(given["first"])[0] if "first" in changed and given["first"] else fresh.first
        last = reader.span(given["last"])[1] if given["last"] else reader.today
        if first > last:
            raise UsageError(words.packet.days_turned)
        own = {name: given[name] for name in packets.OWN if given[name]}
        if plan and given["to"] != plan.to:
            fresh = fresh.without_private()  # what one person may read is not for another
        found.append(fresh._replace(to=given["to"], ask=given["ask"], own=own, first=first, last=last))
        return True

    title = words.packet.form.title
    begun = await begin(app, _WORDS, Packet.kind, draft=draft)
    await app.push_screen_wait(FormScreen(title, fields(reader), keep, begun, was=said))
    return found[0] if found else None


async def _keep(app: CoachApp, name: str, plan: Plan) -> None:
    """What was chosen is on the disk."""
    drafts, now = app.coach.drafts, app.coach.clock.now()
    draft = Draft(name, Packet.kind, now.isoformat(timespec="milliseconds"), plan.fields())
    await app.background.do(lambda: drafts.keep_fields(draft))
    app.version += 1  # drafts are no records: the places look again


class PacketRow(NamedTuple):
    """A section, or one of its lines."""

    section: Section
    line: Line | None = None


class PacketScreen(ListPage["Prepared", PacketRow]):
    """Everything that could leave, with a sign before what does."""

    PLACE = "packet"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", words.keys.in_or_out, id="in-or-out"),
        Binding("w", "write_it", words.keys.write_it, id="write-packet"),
        Binding("v", "exact", words.keys.exactly_what_leaves, id="exactly"),
        Binding("e", "words", words.keys.its_words, id="packet-words"),
        Binding("m", "mark", words.keys.mark_a_name, id="mark-name"),
        Binding("f7", "discard", words.keys.throw_away, id="discard-packet", show=False),
        Binding("escape", "away", words.keys.back, id="back-from-packet"),
    ]

    def __init__(self, name: str, plan: Plan) -> None:
        super().__init__()
        self._draft = name
        self._plan = plan
        self._was_read = ""
        """What was read exactly: when it is other by now, it is shown again before it leaves."""

    def gather(self, coach: Coach) -> Prepared:
        """As the records say now."""
        found = packets.prepare(coach, self._plan)
        return found.with_plan(self._plan)  # a line may have been turned meanwhile

    def title_of(self, known: Prepared) -> tuple[str, str]:
        """For whom."""
        return words.packet.screen.lines, f"{sum(1 for _ in known.document.lines())}"

    def next(self, known: Prepared, width: int) -> Card:
        """For whom and what for; what stays at home, what is new, who may be named."""
        plan = known.plan
        title = filled(words.packet.screen.title, to=plan.to, ask=plan.ask)
        said = [kept_back_line(known), changes_line(known), maybe_line(known)]
        lines = told(first_line(title, width), width, "strong")
        lines += tuple(line for each in said if each for line in told(each, width, "quiet"))
        return Card(words.packet.screen.what, lines, words.packet.screen.keys)

    def items(self, known: Prepared) -> Iterator[PacketRow | Heading]:
        """Section by section, each with its lines."""
        for place, section in enumerate(known.everything.sections):
            if place:
                yield Heading()
            yield PacketRow(section)
            yield from (PacketRow(section, line) for line in section.lines)

    def key(self, item: PacketRow) -> object:
        """By its names."""
        return item.section.name, item.line and item.line.name

    def beside(self, item: PacketRow, coach: Coach, width: int) -> Card:
        """The whole of a line."""
        del coach
        said = item.line.text if item.line else words.packet.section_about[item.section.name]
        return Card(item.section.title, told(said, width))

    def action_turn(self) -> None:
        """Takes a section or a line in, or leaves it at home."""
        row = self.current
        if self.known and row:
            self.known = self.known.turned(row.section.name, row.line and row.line.name)
            self._plan = self.known.plan
            self.show_list()
            self.home.attempt(partial(_keep, self.home, self._draft, self._plan))

    def action_exact(self) -> None:
        """All of it, as it is read."""
        if self.known:
            self._was_read = text(self.known.document)
            self.home.push_screen(ExactScreen(self._was_read))

    def action_words(self) -> None:
        """For whom, what for, and what is written for it."""
        self.home.attempt(self._change_words)

    async def _change_words(self) -> None:
        plan = await ask_words(self.home, self._plan)
        if plan:
            self._plan = plan
            await _keep(self.home, self._draft, plan)
            await self.load()

    def action_mark(self) -> None:
        """A name that stays out, here and in every packet."""
        from screens.packet.names import mark_name

        maybe = self.known.maybe if self.known else ()
        self.home.attempt(partial(mark_name, self.home, maybe))

    def action_write_it(self) -> None:
        """Lets it leave, after one typed word."""
        if self.known:
            self.home.attempt(partial(self._write, self.known))

    async def _write(self, prepared: Prepared) -> None:
        app, coach = self.home, self.coach
        if self._was_read not in {"", text(prepared.document)}:
            self.action_exact()
            app.tell(words.packet.screen.other_now)
            return

        def check(typed: str) -> None:
            packets.kinds_of(typed)

        about = words.packet.screen.formats_about
        kinds = await app.push_screen_wait(
            AskSheet(words.packet.screen.formats, written="md, html", about=about, check=check)
        )
        if not kinds:
            return
        count = sum(1 for _ in prepared.document.lines())
        ask = filled(words.packet.word_ask, count=count, to=prepared.plan.to, word=packets.WORD)

        async def keep(typed: str) -> None:
            if typed.strip().lower() != packets.WORD:
                raise UsageError(filled(words.packet.word_wrong, word=packets.WORD))
            packet = await app.change(lambda: packets.write(coach, prepared, packets.kinds_of(kinds)))
            await app.background.do(lambda: coach.drafts.discard(self._draft))
            app.tell(f"{words.packet.kept} {', '.join(packet.files)}")

        if await app.push_screen_wait(AskSheet(ask, about=words.packet.word_about, keep=keep)):
            self.close()

    def action_discard(self) -> None:
        """Throws the choices away; nothing that was written is touched."""
        self.home.attempt(self._discard)

    async def _discard(self) -> None:
        from screens.sheets.confirm import ConfirmSheet

        sheet = ConfirmSheet(words.leaving.discard, [words.packet.screen.discards])
        if await self.home.push_screen_wait(sheet):
            drafts, name = self.coach.drafts, self._draft
            await self.home.background.do(lambda: drafts.discard(name))
            self.home.version += 1
            self.close()

    def draw(self, item: PacketRow, width: int) -> Sequence[Piece]:
        """In or out, what it is, whether it is new."""
        known, section, line = self.known, item.section, item.line
        assert known  # noqa: S101 - rows are drawn of what is known
        if line is None:
            is_on = known.plan.is_on(section.name)
            stays = "" if is_on else f"   {words.packet.screen.off}"
            return [("● " if is_on else "○ ", "accent"), (section.title, "strong"), (stays, "quiet")]
        takes = line.name in known.taken(section)
        new = f"  {words.packet.screen.new}" if takes and known.is_new(line) else ""
        label = padded(line.label, _LABEL) if line.label else ""
        margin = "      " if line.is_under else "    "
        room = max(width - len(margin) - len(label) - len(new) - 2, 10)
        return [
            (f"{margin}{'●' if takes else '○'} ", "accent" if takes else "quiet"),
            (label, "quiet"),
            (first_line(line.text, room), "text" if takes else "quiet"),
            (new, "accent"),
        ]


class ExactScreen(Looking):
    """The packet as it is read."""

    PLACE = "exact"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "away", words.keys.back, id="back-from-exact"),
    ]

    def __init__(self, said: str) -> None:
        super().__init__()
        self._said = said

    def inside(self) -> Iterator[Widget]:
        """What it is, then the text."""
        with Vertical(id="reading"):
            title = Content.styled(words.packet.screen.exact, "bold")
            yield Static(title, id="heading", markup=False)
            yield TextView(id="text")

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(TextView).focus()

    def on_resize(self) -> None:
        """The text is laid out for the width."""
        self.attempt(self._lay_out, "text")

    async def _lay_out(self) -> None:
        view = self.query_one(TextView)
        view.show(await self.home.background.do(view.prepare(self._said, is_markdown=False)))
