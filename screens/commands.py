"""The palette: everything that can be done here, taken from the keys themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Provider

from coach.core.texts import words
from coach.practices import practices
from screens.routes import open_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits

    from screens.app import CoachApp


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
        for practice in practices():
            for name, target in practice.palette.items():
                place, _, action = target.rpartition(":")
                if action not in seen:
                    yield words[practice.content, "palette", name], "", partial(self._there, place, action)
        yield words.screens.says.protection, "", partial(app.run_action, "app.protection")
        yield words.screens.says.theme, "", app.search_themes

    async def _there(self, place: str, action: str) -> None:
        """Goes to a place and does something there, or opens what is at home nowhere else."""
        if not place:
            open_way(cast("CoachApp", self.app), action)
            return
        await self.app.run_action(f"app.place('{place}')")
        self.app.call_after_refresh(self.app.run_action, f"screen.{action}")
