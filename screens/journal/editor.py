"""Writing an entry: a quiet page, a word count, and how it stands with the disk."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core import editor
from coach.core.counting import counted, words_in
from coach.core.days import instant
from coach.core.errors import BusyError, CoachError, DamagedError, LockedError, NotFoundError
from coach.core.ids import new_id
from coach.core.record import MODES
from coach.core.safe_text import first_line, safe_text
from coach.core.said_days import say_moment
from coach.core.tags import clean_tags
from coach.core.texts import filled, words
from coach.drafts import without_last_line_end
from coach.journal.capture import capture, new_entry
from coach.journal.records import Entry
from coach.store.inbox import for_captures
from screens.base.drafting import Drafting
from screens.base.place import Looking
from screens.base.work import Work, changing, version
from screens.sheets.ask import AskSheet
from screens.sheets.confirm import ConfirmSheet
from screens.widgets.writing import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.widget import Widget

    from coach.drafts import Draft
    from coach.journal.own import Template
    from coach.journal.prompt import Prompt
    from screens.app import CoachApp


_COUNT_EVERY = 0.3
_GLANCE = 0.02
_AROUND, _LEAST = 6, 20


def write(
    app: CoachApp,
    prompt: Prompt | None = None,
    at: datetime | None = None,
    template: Template | None = None,
) -> None:
    """A new entry, perhaps to a question, of another day, or from a template."""
    work = Work(f"entry-{new_id(instant())}", at=at.isoformat() if at else "")
    if prompt:
        why = prompt.why or words.prompted.turn
        work = replace(work, mode=prompt.mode, prompt=prompt.id, why=why)
    if template:
        work = replace(work, text=template.text, tags=template.tags, mode=template.mode)
    app.push_screen(EditorScreen(work))


def change(app: CoachApp, entry: Entry) -> None:
    """An entry, changed; what was begun and not saved is taken up."""
    app.attempt(partial(_change, app, entry))


async def _change(app: CoachApp, entry: Entry) -> None:
    name, drafts = f"change-{entry.id}", app.coach.drafts
    draft = await app.background.do(lambda: drafts.read_fields(name))
    if draft is not None:
        await take_up(app, draft)
        written = datetime.fromisoformat(draft.written)
        app.tell(filled(words.journal.says.this_is_your_draft_of_not, written=f"{written:%H:%M}"))
        return
    work = changing(entry, name)
    left = await app.background.do(lambda: drafts.read(name))
    if left is not None:
        work = replace(work, text=without_last_line_end(left), is_taken_up=True)
        app.tell(words.journal.says.this_is_what_your_editor_left)
    app.push_screen(EditorScreen(work))


async def take_up(app: CoachApp, draft: Draft) -> None:
    """One that was left."""
    fields = draft.fields
    entry = None
    if fields.get("entry"):
        try:
            entry = await app.background.do(lambda: app.coach.journal.get(str(fields["entry"])))
        except NotFoundError:
            entry = None
        if entry is not None and fields.get("of", version(entry)) != version(entry):
            entry = None
    mode = fields.get("mode")
    name, drafts = draft.name, app.coach.drafts
    left = await app.background.do(lambda: drafts.read(name))
    text = str(fields.get("text", "")) if left is None else without_last_line_end(left)
    work = Work(
        name,
        text,
        tuple(map(str, fields.get("tags", ()))),
        mode if mode in MODES else None,
        bool(fields.get("share")),
        fields.get("prompt"),
        entry,
        is_taken_up=True,
        at=_moment(fields.get("at")),
    )
    app.push_screen(EditorScreen(work))
    if fields.get("entry") and entry is None:
        app.tell(words.journal.says.the_entry_was_changed_or_deleted)


def _moment(kept: object) -> str:
    """When a draft is of; nothing where that is now, or cannot be read."""
    try:
        return str(kept) if datetime.fromisoformat(str(kept)).tzinfo else ""
    except ValueError:
        return ""


class EditorScreen(Looking):
    """A page to write on. What is typed is a draft until it is saved, and stays one if that fails."""

    PLACE = "editor"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", words.keys.save, id="save"),
        Binding("ctrl+t", "tags", words.keys.tags, id="tags"),
        Binding("ctrl+o", "mode", words.keys.mode, id="mode"),
        Binding("ctrl+r", "share", words.keys.share, id="share", show=False),
        Binding("ctrl+e", "editor", words.keys.own_editor, id="own-editor", priority=True),
        Binding("f7", "discard", words.keys.throw_away, id="discard", show=False, priority=True),
        Binding("escape", "away", words.keys.leave, id="leave"),
    ]

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._tags = list(work.tags)
        self._mode = work.mode
        self._share = work.share
        self._state = "draft" if work.text != (work.entry.text if work.entry else "") else ""
        self._is_trouble = False
        self._is_counting = False
        self._is_saving = False
        self._page = Page(work.text, id="page")

    def inside(self) -> Iterator[Widget]:
        """What it is, the page, how it stands."""
        with Vertical(id="writing"):
            yield Static(self._heading(), id="heading", markup=False)
            yield self._page
            yield Static(id="about-entry", markup=False)

    def on_mount(self) -> None:
        """The cursor behind the last word."""
        self._begin_draft()
        self._page.focus()
        self._page.move_cursor(self._page.document.end)
        self._show()

    async def load(self) -> None:
        """Nothing here changes under the writer's hands."""

    def on_text_area_changed(self) -> None:
        """Something was typed."""
        if not hasattr(self, "_drafting") or not self._is_changed():
            return
        self._drafting.touch()
        if not self._is_trouble:
            self._state = "draft"
        if not self._is_counting:
            self._is_counting = True
            self.set_timer(_COUNT_EVERY, self._show)

    async def keep_draft(self) -> bool:
        """Whether what is written is on the disk; a save that waits decides first what is left."""
        while self._is_saving:  # noqa: ASYNC110 - at most as long as a save waits for another process
            await asyncio.sleep(_GLANCE)
        return await self._drafting.keep()

    def _begin_draft(self) -> None:
        self._drafting = Drafting(
            self.home,
            self._work.draft,
            Entry.kind,
            self._fields,
            self._tell_state,
            is_taken_up=self._work.is_taken_up,
        )

    def action_save(self) -> None:
        """Makes it an entry; writing goes on."""
        self.home.attempt(self._save)

    async def _save(self) -> None:
        if self._is_saving:
            return  # twice in a row is once; what was typed since is a draft
        self._is_saving = True
        try:
            await self._save_now()
        finally:
            self._is_saving = False

    async def _save_now(self) -> None:
        text, work = self._page.written, self._work
        tags, mode, share = self._tags, self._mode, self._share
        journal = self.coach.journal
        if not text.strip():
            self._tell_state(words.journal.says.nothing_to_save_yet, False)
            return
        try:
            if work.entry is None:
                entry = await self.home.change(
                    lambda: journal.write(
                        text, tags=tags, mode=mode, share=share, prompt=work.prompt, at=self._at
                    )
                )
            else:
                before = work.entry
                entry = await self.home.change(
                    lambda: journal.change(before, text=text, tags=tags, mode=mode, share=share)
                )
        except LockedError:
            raise  # the passphrase is asked for, over this page
        except CoachError as error:
            await self._not_saved(error, text)
            return
        self._work = changing(entry, f"change-{entry.id}")
        await self._drafting.over()
        self._begin_draft()
        self._tell_state(filled(words.journal.says.saved_at, now=f"{self.coach.clock.now():%H:%M}"), False)
        if self._is_changed():
            self._drafting.touch()  # typed while it was being saved

    async def _not_saved(self, error: CoachError, text: str) -> None:
        """A new text can still be captured while the data is held back; else it stays a draft."""
        work = self._work
        if work.entry is None and isinstance(error, (DamagedError, BusyError)):
            record_id, fields = new_entry(
                self.coach.clock, text, tags=self._tags, mode=self._mode, share=self._share, source="app",
                prompt=work.prompt, at=self._at,
            )  # fmt: skip
            paths = self.coach.paths
            if self._page.written == text:  # else more was typed while the save was waiting
                await self.home.background.do(
                    lambda: capture(paths.inbox, record_id, fields, for_captures(paths))
                )
                await self._drafting.over()
                self.home.tell(words.journal.says.kept_in_the_inbox_it_joins)
                self.close()
                return
        place = self.coach.drafts.place(work.draft)
        kept = (
            filled(words.journal.says.your_text_is_safe_in, place=place)
            if await self._drafting.keep()
            else self._state
        )
        self._tell_state(filled(words.journal.says.could_not_save, what=error.what, kept=kept), True)

    def action_tags(self) -> None:
        """The tags, with those used lately to choose from."""
        self.home.attempt(self._ask_tags)

    async def _ask_tags(self) -> None:
        coach = self.coach
        suggested = await self.home.background.do(lambda: coach.tags.suggested(coach.today()))
        sheet = AskSheet(
            words.journal.says.tags,
            written=", ".join(self._tags),
            hint=words.journal.asked.with_commas_between_them,
            suggested=suggested,
        )
        typed = await self.home.push_screen_wait(sheet)
        if typed is not None:
            self._tags = clean_tags([typed])
            self._changed()

    def action_mode(self) -> None:
        """Managing, leading, both, or none of them."""
        order = (None, *MODES)
        self._mode = order[(order.index(self._mode) + 1) % len(order)]
        self._changed()

    def action_share(self) -> None:
        """Whether a packet for a mentor may carry it."""
        self._share = not self._share
        self._changed()

    def action_editor(self) -> None:
        """Hands the text to the person's own editor and takes it back."""
        self.home.attempt(self._in_own_editor)

    async def _in_own_editor(self) -> None:
        if self.coach.sealing.is_on:
            raise editor.with_protection()
        page, name = self._page, self._work.draft
        drafts, chosen = self.coach.drafts, self.coach.settings.editor
        text = page.written
        path = await self.home.background.do(lambda: drafts.keep(name, f"{text}\n" if text else ""))
        try:
            self.home.hand_over(lambda: editor.edit(editor.command(chosen), path))
            written = without_last_line_end(drafts.read(name) or "")
        finally:
            self.refresh(layout=True)
        if written != text:
            page.take(written)
            if not await self._drafting.keep():
                return
        drafts.discard_text(name)

    def action_discard(self) -> None:
        """Throws away what was not saved, when the person agrees."""
        self.home.attempt(self._discard)

    async def _discard(self) -> None:
        if self._is_changed():
            said = words.journal.says.what_you_changed_since_the_last
            if not await self.home.push_screen_wait(ConfirmSheet(words.journal.asked.throw_away, [said])):
                return
        await self._drafting.throw_away()
        self.close()

    async def action_away(self) -> None:
        """Leaves; what was not saved waits on Today."""
        if self._is_changed():
            if not await self._drafting.keep():
                self.home.tell(self._state, is_trouble=True)
                return
            self.home.tell(words.journal.says.not_saved_yet_your_draft_waits)
        else:
            await self._drafting.over()
        self.home.version += 1  # drafts are no records: Today looks again
        self.close()

    def _is_changed(self) -> bool:
        work, text = self._work, self._page.written
        if work.entry is None:
            return bool(text.strip())
        now = (text, tuple(self._tags), self._mode, self._share)
        return now != (work.entry.text, work.entry.tags, work.entry.mode, work.entry.share)

    def _fields(self) -> dict[str, Any] | None:
        """What the draft holds."""
        entry = self._work.entry
        if not self._is_changed():
            return None
        return {
            "text": self._page.written,
            "tags": self._tags,
            "mode": self._mode,
            "share": self._share,
            "prompt": self._work.prompt,
            "entry": entry.id if entry else None,
            "of": version(entry) if entry else None,
            "at": self._work.at or None,
        }

    def _changed(self) -> None:
        self.on_text_area_changed()
        self._show()

    def _tell_state(self, words: str, is_trouble: bool) -> None:
        self._state, self._is_trouble = words, is_trouble
        self._show()

    @property
    def _at(self) -> datetime | None:
        """When it is of, where that is not now."""
        return datetime.fromisoformat(self._work.at) if self._work.at else None

    def _heading(self) -> Content:
        prompt = self.coach.prompts.get(self._work.prompt)
        question = "\n".join(each for each in (prompt.text, self._work.why) if each) if prompt else ""
        title = words.journal.says.changing_an_entry if self._work.entry else words.journal.says.new_entry
        if self._at and not self._work.entry:
            title = f"{title}, {say_moment(self._at, self.coach.today())}"
        return Content.assemble((title, "bold"), f"\n{question}" if question else "")

    def _show(self) -> None:
        self._is_counting = False
        if not self.is_attached:
            return
        count = words_in(self._page.text)
        tags = " ".join(f"#{tag}" for tag in self._tags) or words.journal.says.no_tags
        mode = words.journal.mode[self._mode] if self._mode else words.journal.says.no_mode
        shared = words.journal.says.shared_with_mentor if self._share else words.journal.says.not_shared
        said = f"{counted(count, 'word')}   {safe_text(tags)}   {mode}   {shared}"
        about = first_line(said, max(self.size.width - _AROUND, _LEAST))  # what is saved stands below it
        state = Content.styled(safe_text(self._state), "bold $warning" if self._is_trouble else "$quiet")
        self.query_one("#about-entry", Static).update(
            Content("\n").join([Content.styled(about, "$quiet"), state])
        )
