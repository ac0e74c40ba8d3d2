"""The bars around every place: where I am and which season it is; the keys that work right here."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.content import Content

from coach.core.texts import words
from screens.keys import takes_text
from screens.widgets.clicked import Clicked, acting
from screens.widgets.season import season_bar

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from coach.cycle.season import Standing

PLACES = (
    ("today", "1", words.keys.today),
    ("journal", "2", words.keys.journal),
    ("commitments", "3", words.keys.commitments),
    ("reflect", "4", words.keys.reflect),
    ("insights", "5", words.keys.insights),
    ("decide", "6", words.keys.decide),
    ("assess", "7", words.keys.assess),
    ("mentor", "8", words.keys.mentor),
)
_GAP = "   "
_BETWEEN = "  "
_FIRST = {"checkin", "write"}
_LATE = {"app.search": 1, "app.help": 2, "app.leave": 3}
_ALWAYS = {"app.help", "app.leave", "screen.away"}
_WIDE = 76


class TopBar(Clicked):
    """The places, with the present one marked, and the season bar."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place
        self._trouble = ""

    def show(self, trouble: str = "") -> None:
        """The bars, or with trouble the one line that says what holds back the writing."""
        self._trouble = trouble
        self.refresh()

    def render(self) -> Content:
        """As many words as there is room for."""
        looks = (self._places(), self._places(gap=""), self._places(is_short=True))
        first = next((each for each in looks if each.cell_length <= self.size.width - 2), looks[-1])
        return Content("\n").join([first, self._season(self._trouble)])

    def _places(self, gap: str = " ", *, is_short: bool = False) -> Content:
        """All places; where there is little room, closer together, or only the present one by its name."""
        names = []
        for name, key, title in PLACES:
            is_here = name == self._place
            number, word = ("$primary", "bold underline $primary") if is_here else ("$hint", "$quiet")
            said = "" if is_short and not is_here else title
            place = Content.assemble((f" {key} ", number), (said, word), " " if said else "")
            names.append(acting(place, f"app.place('{name}')"))
        return Content.assemble((" coach", "bold"), _GAP, *_joined(names, gap))

    def _season(self, trouble: str) -> Content:
        if trouble:
            return Content.styled(f" {trouble}", "bold $warning")
        now: Standing | None = getattr(self.app, "season", None)
        if now is not None:
            return season_bar(now, self.size.width - 2)
        told = words.season["none" if self.size.width >= _WIDE else "none_short"]
        return Content.styled(f" {told}", "$quiet")


class KeyBar(Clicked):
    """The keys that work here, as many as fit. A click does what the key does."""

    def on_mount(self) -> None:
        """Follows the screen's keys, which change often before they are seen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        """The keys; searching, help and leaving stand in any case. Under a sheet, only the sheet's hold."""
        if self.app.screen is not self.screen:
            return Content()
        found = shown_keys(self.app, self.screen)
        always = [each for each in found if each[2] in _ALWAYS]
        room = self.size.width - 2 - sum(map(_width, always))
        others = [each for each in found if each not in always]
        first = [
            each for each, used in zip(others, accumulate(map(_width, others)), strict=True) if used <= room
        ]
        parts = [
            acting(Content.assemble((key, "bold $primary"), " ", (label, "$quiet")), action)
            for key, label, action in (*first, *always)
        ]
        return Content.assemble(" ", *_joined(parts, _BETWEEN))


def _width(shown: tuple[str, str, str]) -> int:
    key, label, _ = shown
    return len(key) + 1 + len(label) + len(_BETWEEN)


def shown_keys(app: App[Any], screen: Screen[Any]) -> list[tuple[str, str, str]]:
    """The keys worth showing here, each by the first that works just now: what begins something, then the
    place's own, then the rest; where text is typed, the place's own first. Key, label, action."""
    is_typing = takes_text(screen.focused)
    writes = getattr(screen, "WRITES", False)
    is_place = getattr(screen, "PLACE", "") in {name for name, _, _ in PLACES}
    found: dict[str, tuple[tuple[int, int, int], str, str, str]] = {}
    written = [each.action for each in screen.BINDINGS if isinstance(each, Binding)]
    for key, active in screen.active_bindings.items():
        binding = active.binding
        shown = app.get_key_display(binding.with_key(key))
        is_letter = len(shown) == 1
        is_own = active.node is not app
        is_off = is_letter and (is_typing or (writes and not is_own and shown != "?"))
        if not (binding.show and active.enabled) or binding.system or is_off:
            continue
        if binding.action in found and not is_letter:
            continue
        action = (
            binding.action if "." in binding.action else f"{'screen' if is_own else 'app'}.{binding.action}"
        )
        begins = binding.action in _FIRST and not is_typing and is_place
        rank = 1 if is_own else 0 if begins else 2
        place = written.index(binding.action) if binding.action in written else len(written)
        place = -1 if binding.action == "next" else place
        order = rank, _LATE.get(action, 0), place
        found[binding.action] = order, shown, binding.description, action
    return [
        (key, label, action) for _, key, label, action in sorted(found.values(), key=lambda each: each[0])
    ]


def _joined(parts: list[Content], gap: str) -> list[Content | str]:
    joined: list[Content | str] = []
    for part in parts:
        joined += [part, gap]
    return joined[:-1]
