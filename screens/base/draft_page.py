"""Pages on which something is begun: what is written is a draft until it is kept, and waits if one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from coach.core.texts import words
from screens.base.drafting import Drafting
from screens.base.place import Looking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Key

    from coach.drafts import Draft
    from coach.session import Session
    from screens.app import CoachApp


class Begun(NamedTuple):
    """Where a page that is left keeps what was written, and what it holds already."""

    name: str
    kind: str
    of: str = ""
    """What it is about, by its id."""
    draft: Draft | None = None


async def begin(app: CoachApp, name: str, kind: str, of: str = "", draft: Draft | None = None) -> Begun:
    """A page anew, or where it was left; what another window has open stays with it."""
    if draft is None:
        drafts = app.coach.drafts
        name, draft = await app.background.do(lambda: drafts.take_up(name))
    return Begun(draft.name if draft else name, kind, of, draft)


async def begin_session(app: CoachApp, session: Session, draft: Draft | None = None) -> Begun:
    """A session anew, or where it was left."""
    return await begin(app, session.draft, session.KIND, session.of, draft)


async def offer_away(app: CoachApp, draft: Draft, title: str = "", lines: Sequence[str] = ()) -> bool:
    """A draft that cannot be taken up any more, mostly because its page is gone: its words, and whether they
    may go. Gives whether they went."""
    from screens.sheets.confirm import ConfirmSheet

    shown = lines or [words.leaving.stale_about, "", *draft.lines]
    if not await app.push_screen_wait(ConfirmSheet(title or words.leaving.stale, shown)):
        return False
    drafts = app.coach.drafts
    await app.background.do(lambda: drafts.discard(draft.name))
    app.version += 1
    await app.look_again()
    return True


class DraftPage(Looking):
    """Such a page. A letter typed beside the line it was meant for does nothing."""

    WRITES: ClassVar[bool] = True

    def __init__(self, begun: Begun) -> None:
        super().__init__()
        self.begun = begun

    def on_key(self, event: Key) -> None:
        """Only the page's own letters hold here; all else has a key that works inside text, too."""
        if event.character and event.character.isprintable() and event.character != "?":
            active = self.active_bindings.get(event.key)
            if active is not None and active.node is self.app:
                event.stop()

    def begin_draft(self) -> None:
        """From now on what is written is kept."""
        begun = self.begun
        self.drafting = Drafting(
            self.home, begun.name, begun.kind, self.draft_fields, is_taken_up=begun.draft is not None
        )

    def draft_fields(self) -> dict[str, Any] | None:
        """What the draft holds; nothing when nothing was changed."""
        raise NotImplementedError

    async def load(self) -> None:
        """Nothing here changes under the writer's hands."""

    async def keep_draft(self) -> bool:
        """Whether what is written is on the disk."""
        return await self.drafting.keep()

    async def action_away(self) -> None:
        """Leaves; what was written waits on Today."""
        if self.draft_fields() is None:
            await self.drafting.over()
        elif await self.drafting.keep():
            self.home.tell(words.leaving.set_aside)
            self.home.version += 1  # drafts are no records: Today looks again
        else:
            return
        self.close()

    def action_discard(self) -> None:
        """Throws away what was written."""
        self.home.attempt(self._discard)

    async def _discard(self) -> None:
        if self.draft_fields() is not None:
            from screens.sheets.confirm import ConfirmSheet

            sheet = ConfirmSheet(words.leaving.discard, [words.leaving.discards])
            if not await self.home.push_screen_wait(sheet):
                return
        await self.drafting.throw_away()
        self.close()
