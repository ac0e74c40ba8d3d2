"""The palette: everything that can be done here, taken from the keys themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits


_ELSEWHERE = (
    ("Year", "journal", "year"),
    ("On this day", "journal", "this_day"),
    ("Go to date", "journal", "jump"),
    ("Weekly review", "reflect", "begin('weekly')"),
    ("Monthly reflection", "reflect", "begin('monthly')"),
    ("Quarterly review", "reflect", "begin('quarterly')"),
    ("Reassessment", "reflect", "begin('reassessment')"),
    ("After-action review", "reflect", "begin('action')"),
    ("Self-assessment", "assess", "begin('full')"),
    ("Five questions", "assess", "begin('diagnosis')"),
    ("Feedback", "assess", "begin('feedback')"),
    ("Ladders", "assess", "begin('ladders')"),
    ("Assessments over time", "assess", "trend"),
    ("A packet for a mentor", "mentor", "begin('begin')"),
    ("Names that stay out", "mentor", "begin('names')"),
    ("Export and import", "mentor", "begin('exchange')"),
    ("Vitality", "reflect", "begin('vitality')"),
    ("Emergency reassessment", "reflect", "emergency"),
)
"""What has a key of its own only in one place."""


class Commands(Provider):
    """A line for each key, and for what has none."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, key, act in self._all():
            yield DiscoveryHit(name, act, help=key)

    async def search(self, query: str) -> Hits:
        """What fits."""
        matcher = self.matcher(query)
        for name, key, act in self._all():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), act, help=key)

    def _all(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen, app = self.screen, self.app
        seen: set[str] = {"command_palette"}
        for active in sorted(screen.active_bindings.values(), key=lambda active: active.node is not app):
            binding = active.binding
            if binding.action in seen or not binding.id or not active.enabled:
                continue
            seen.add(binding.action)
            name = f"{binding.description[0].upper()}{binding.description[1:]}"
            act = partial(app.run_action, binding.action, active.node)
            yield name, app.get_key_display(binding), act
        for name, place, action in _ELSEWHERE:
            if action not in seen:
                yield name, "", partial(self._there, place, action)
        yield "Protection", "", partial(app.run_action, "app.protection")
        yield "Theme", "", app.search_themes

    async def _there(self, place: str, action: str) -> None:
        """Goes to a place and does something there."""
        await self.app.run_action(f"app.place('{place}')")
        self.app.call_after_refresh(self.app.run_action, f"screen.{action}")
