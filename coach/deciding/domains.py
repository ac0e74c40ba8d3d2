"""L5: who decides what: one page a domain of life or work."""

from __future__ import annotations

from typing import Any

from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import first_line, quoted
from coach.core.service import Service
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.deciding.records import Domain

ROLES = ("recommends", "input", "agrees", "performs", "decides")
LIMITS = ("budget", "risk", "inside", "escalates")
_NAME = 40
PARTS = ("name", *ROLES, *LIMITS)


class Domains(Service):
    """The pages."""

    def all(self) -> list[Domain]:
        """Every one, by name."""
        return sorted(self._store.read_standing(Domain), key=lambda each: (each.name.casefold(), each.id))

    def get(self, domain_id: str | None) -> Domain | None:
        """One by its id; one that is gone is nobody's page."""
        return next((each for each in self.all() if each.id == domain_id), None) if domain_id else None

    def called(self, name: str) -> Domain | None:
        """The one of just this name."""
        line = " ".join(name.split()).casefold()
        return next((each for each in self.all() if each.name.casefold() == line), None)

    def named(self, name: str) -> Domain:
        """One by its name, or the beginning of it."""
        line, known = " ".join(name.split()).casefold(), self.all()
        exact = self.called(name)
        begin = [each for each in known if line and each.name.casefold().startswith(line)]
        found = [exact] if exact else begin
        if len(found) != 1:
            do = ", ".join(each.name for each in known) or words.deciding.error.no_domains
            raise NotFoundError(filled(words.deciding.error.no_domain, name=first_line(name, _NAME)), do=do)
        return found[0]

    def keep(self, parts: dict[str, Any], kept: Domain | None = None, *, looked: bool = False) -> Domain:
        """A new page, or a changed one, and whether its limits were looked at. A page says at least who
        decides."""
        said: dict[str, Any] = {
            name: " ".join(str(value or "").split()) for name, value in parts.items() if name in PARTS
        }
        name = said.get("name", kept.name if kept else "")
        if not name:
            raise UsageError(words.deciding.error.no_name)
        if not said.get("decides", kept.decides if kept else ""):
            raise UsageError(words.deciding.error.no_decides, do=words.deciding.error.no_decides_do)
        with self._store.change(filled(words.deciding.undo.domain, name=quoted(name))) as change:
            others = [each for each in change.standing(Domain) if kept is None or each.id != kept.id]
            if any(each.name.casefold() == name.casefold() for each in others):
                raise UsageError(filled(words.deciding.error.same_name, name=first_line(name, _NAME)))
            said |= {"looked": self._today()} if looked else {}
            if kept is None:
                new = Domain(**made(self._store.clock), **said)
                change.keep(new)
                return new
            return self._changed(change, self._as_it_is(change, kept).but(**said))

    def look(self, domain: Domain) -> Domain:
        """Its limits were looked at, and stay or were changed."""
        with self._store.change(filled(words.deciding.undo.looked, name=quoted(domain.name))) as change:
            return self._changed(change, self._as_it_is(change, domain).but(looked=self._today()))
