"""Reading one entry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from coach.core.ids import short
from coach.core.safe_text import first_line, safe_text
from coach.core.said_days import say_moment
from coach.core.texts import filled, words
from coach.describe import name_of, on_one_line
from coach.journal.attached import attached, told
from coach.journal.records import Entry
from coach.referring import referred_to_by, refers_to
from screens.base.text_page import TextPage
from screens.routes import open_record, way
from screens.sheets.ask import AskSheet
from screens.sheets.pick import PickSheet, keyed

if TYPE_CHECKING:
    from datetime import date

    from textual.binding import BindingType

    from coach.core.record import Record
    from screens.app import CoachApp

_LINE = 100


def show(app: CoachApp, entry: Entry) -> None:
    """Opens it."""
    app.push_screen(EntryScreen(entry))


class EntryScreen(TextPage[Entry]):
    """An entry as it was written; as Markdown when that is wanted."""

    PLACE = "entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "change", words.keys.change, id="change"),
        Binding("m", "markdown", words.keys.markdown, id="markdown"),
        Binding("w", "when", words.keys.when, id="when-entry"),
        Binding("r", "references", words.keys.what_it_names, id="references"),
        Binding("f", "attach", words.keys.attach, id="attach-file", show=False),
        Binding("h", "share", words.keys.share_or_not, id="share-entry"),
        Binding("b", "prepare", words.keys.prepare, id="prepare-for-entry", show=False),
        Binding("a", "after", words.keys.after_action, id="after-entry", show=False),
        Binding("escape", "away", words.keys.back, id="back"),
    ]

    def heading(self) -> Content:
        """When, where, under which tags; and the question it answers."""
        heading = describe(self.record, self.coach.today())
        prompt = self.coach.prompts.get(self.record.prompt)
        if prompt:
            heading = Content("\n").join([heading, Content.styled(safe_text(prompt.text), "$quiet")])
        lines = [Content.styled(safe_text(each), "$quiet") for each in told(self.record.files)]
        return Content("\n").join([heading, *lines])

    def text(self) -> str:
        """As it was written."""
        return self.record.text

    def action_change(self) -> None:
        """Opens it on the page."""
        from screens.journal.editor import change

        change(self.home, self.record)

    def action_markdown(self) -> None:
        """The text as Markdown, or as it was written."""
        self.is_markdown = not self.is_markdown
        self.home.tell(words.journal["as_markdown" if self.is_markdown else "as_written"])
        self.attempt(self.lay_out, "text")

    def action_share(self) -> None:
        """Whether a packet for a mentor may carry it."""
        self.home.attempt(self._share)

    def action_when(self) -> None:
        """It is of another day, or another hour."""
        self.home.attempt(self._when)

    def action_attach(self) -> None:
        """A file that belongs to it, by its path."""
        self.home.attempt(self._add_file)

    async def _add_file(self) -> None:
        said, entry = words.journal.attached, self.record
        typed = await self.home.push_screen_wait(AskSheet(said.ask, about=said.about, check=attached))
        if typed and typed.strip():
            files, journal = (*entry.files, attached(typed)), self.coach.journal
            await self.home.change(lambda: journal.change(entry, files=files))

    def action_references(self) -> None:
        """What it names, and what names it."""
        self.home.attempt(self._references)

    def action_prepare(self) -> None:
        """Two minutes before a talk or a meeting it is about."""
        self.home.attempt(partial(way("prepare_something"), self.home, self.record))

    def action_after(self) -> None:
        """L17: what happened, looked back on."""
        self.home.attempt(partial(way("look_back"), self.home, "action", of=self.record.id))

    async def _when(self) -> None:
        entry, coach, said = self.record, self.coach, words.journal.says
        reader, journal = coach.reader(), coach.journal
        sheet = AskSheet(
            said.when_is_it_of,
            about=said.when_about,
            check=lambda typed: journal.check_moment(reader.moment(typed)),
        )
        typed = await self.home.push_screen_wait(sheet)
        if not typed or not typed.strip():
            return
        at = reader.moment(typed)
        await self.home.change(lambda: coach.journal.change(entry, at=at))
        self.home.tell(filled(said.is_of, moment=say_moment(at, coach.today())))

    async def _references(self) -> None:
        entry, coach, said = self.record, self.coach, words.journal.references

        def found() -> list[tuple[str, Record]]:
            out = [(said.names, each) for each in refers_to(coach, entry.text)]
            return [*out, *((said.named_by, each) for each in referred_to_by(coach, entry))]

        told = await self.home.background.do(found)
        if not told:
            self.home.tell(filled(said.none, ref=short(entry.id)))
            return
        lines = [(f"{how} {name_of(each)}, {on_one_line(each, coach)}", each) for how, each in told]
        options = keyed([(first_line(line, _LINE), each) for line, each in lines])
        chosen = await self.home.push_screen_wait(PickSheet(said.title, options))
        if chosen:
            open_record(self.home, chosen)

    async def _share(self) -> None:
        entry, journal = self.record, self.coach.journal
        await self.home.change(lambda: journal.change(entry, share=not entry.share))
        self.home.tell(
            words.journal.says.a_packet_for_your_mentor_may
            if not entry.share
            else words.journal.says.it_stays_with_you
        )


def describe(entry: Entry, today: date) -> Content:
    """When, where, under which tags."""
    facts = [f"#{tag}" for tag in entry.tags]
    facts += [words.journal.mode[entry.mode]] if entry.mode else []
    facts += [words.journal.says.shared] if entry.share else []
    changed = (
        f"   {filled(words.journal.says.changed, moment=say_moment(entry.updated, today))}"
        if entry.updated
        else ""
    )
    return Content.assemble(
        (say_moment(entry.at, today), "bold"),
        (f"   {safe_text('  '.join(facts))}" if facts else "", "$primary"),
        (f"   {short(entry.id)}{changed}", "$quiet"),
    )
