"""When the data cannot be written to just now: what it is, what is safe, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.counting import counted
from coach.core.safe_text import safe_text
from coach.core.said_days import say_moment
from coach.core.texts import filled, words
from coach.store import checkup, repair
from coach.store.condition import condition
from screens.closing import Closing
from screens.sheets.sheet import keys_line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from coach.store.condition import Condition
    from coach.store.repair import Offer

_LOOK_EVERY = 2.0


class TroubleScreen(Closing[None]):
    """Never an empty app that looks like a new start."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "repair", words.keys.repair),
        Binding("l", "look", words.keys.look_again),
        Binding("o,escape", "open", words.keys.open_for_reading),
    ]

    def __init__(self, state: Condition) -> None:
        super().__init__()
        self._state = state
        self._offers: list[Offer] = []

    def compose(self) -> ComposeResult:
        """The words, and the keys."""
        with Vertical(id="trouble"):
            yield Static(id="title", markup=False)
            yield Static(id="lines", markup=False)
            yield Static(id="offers", markup=False)
            yield Static(id="keys", markup=False, classes="keys")

    def on_mount(self) -> None:
        """Looks again by itself: most of it passes."""
        self._show()
        self.set_interval(_LOOK_EVERY, self._look_by_itself)
        self.home.attempt(self._find_offers)

    def action_look(self) -> None:
        """Is it over?"""
        self.home.attempt(self._look)

    def action_open(self) -> None:
        """To the app; what can be read is shown, and the bar says what is held back."""
        self.home.trouble = words.trouble[self._state, "bar"]
        self.home.version += 1
        self.close(None)

    def action_repair(self) -> None:
        """Makes whole what can be made whole."""
        if self._offers:
            self.home.attempt(self._repair)

    async def _repair(self) -> None:
        store, offers = self.coach.store, [each for each in self._offers if not each.is_hopeless]

        def mend() -> None:
            for each in offers:
                repair.apply(store, each)
            store.refresh()

        await self.home.change(mend)
        for each in offers:
            state = words.screens.says.whole_again if each.whole else words.screens.says.readable_again
            self.home.tell(
                filled(words.screens.says.is_the_damaged_file_is_kept, name=each.name, state=state)
            )
        await self._look()

    async def _find_offers(self) -> None:
        store = self.coach.store
        if self._state == "damaged":
            self._offers = await self.home.background.do(
                lambda: [repair.offer(store, name) for name in checkup.damaged(store)]
            )
            self._show()

    async def _look_by_itself(self) -> None:
        if self._state == "busy" and self.home.background.is_idle:
            await self._look()

    async def _look(self) -> None:
        store = self.coach.store

        def again() -> Condition:
            store.refresh()
            return condition(store)

        state = await self.home.background.do(again)
        if state == "well":
            self.home.trouble = ""
            self.home.version += 1
            self.home.tell(words.trouble.well)
            self.close(None)
            return
        self._state = state
        self._show()

    def _show(self) -> None:
        state = self._state
        self.query_one("#title", Static).update(
            Content.styled(words.trouble[state, "title"], "bold $warning")
        )
        home = safe_text(self.coach.paths.home)
        lines = [line.replace("{home}", home) for line in words.listed("trouble", state, "lines")]
        error = self.coach.store.damage.error()
        if error and state == "damaged":
            lines.insert(0, safe_text(error.what))
        self.query_one("#lines", Static).update(Content("\n".join(lines)))
        self.query_one("#offers", Static).update(Content("\n".join(map(self._in_words, self._offers))))
        can_repair = any(not each.is_hopeless for each in self._offers)
        keys = [("r", words.keys.repair)] if can_repair else []
        self.query_one("#keys", Static).update(
            keys_line(
                [
                    *keys,
                    ("l", words.keys.look_again),
                    ("o", words.keys.open_for_reading),
                    ("q", words.keys.quit),
                ]
            )
        )

    def _in_words(self, offer: Offer) -> str:
        if offer.is_hopeless:
            return f"{offer.name}: {words.trouble.hopeless}"
        coach = self.coach
        if offer.made is None:
            source = words.screens.says.the_history
        else:
            made = offer.made.astimezone(coach.clock.now().tzinfo)
            source = filled(words.screens.says.the_copy_of, moment=say_moment(made, coach.today()))
            source += (
                f" {filled(words.screens.says.and_later_changes, replayed=f'{offer.replayed:,}')}"
                if offer.replayed
                else ""
            )
        whole = (
            words.screens.says.nothing_is_missing
            if offer.whole
            else words.screens.says.later_changes_may_be_missing
        )
        if offer.left_out:
            whole = filled(words.shell.leaves_out, count=counted(offer.left_out, "record"))
        return filled(
            words.screens.says.gives_records,
            name=offer.name,
            source=source,
            records=f"{offer.records:,}",
            whole=whole,
        )
