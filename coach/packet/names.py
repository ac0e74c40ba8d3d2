"""Other people's names: marked once, and from then on a role or an initial stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coach.content import filled, listed, words
from coach.errors import NotFoundError, UsageError
from coach.records import ROLES, Person
from coach.safe_text import first_line
from coach.search import fold, with_places
from coach.stamp import made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coach.app import Coach

_WHAT_WIDTH = 40
_SHORTEST = 3
"""A part of a name that is shorter is no name by itself."""
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""What nobody sees and what could stand in the middle of a name."""
_CAPITALISED = re.compile(r"(?<![.!?:“\"‘(\n-] )(?<!^)(?<=\s)[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}\b")


class Names:
    """Replaces names, whatever their case and accents, and counts how often."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.count = 0
        found: dict[str, str] = {}
        for each in people:
            for part in _parts(each.name):
                found.setdefault(part, each.said)
        self._found = sorted(found.items(), key=lambda each: -len(each[0]))

    def hide(self, text: str) -> str:
        """The text with what stands for each name in its place."""
        text = text.translate(_UNSEEN)
        if not self._found or not text:
            return text
        parts, last = [], 0
        for first, end, said in self._spans(text):
            parts += [text[last:first], said]
            last = end
            self.count += 1
        return "".join(parts) + text[last:]

    def _spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a name stands: first the longest, so that no part of it is left."""
        folded, places = with_places(text)
        taken: list[tuple[int, int, str]] = []
        for name, said in self._found:
            start = folded.find(name)
            while start >= 0:
                end = start + len(name)
                is_free = all(end <= first or start >= last for first, last, _ in taken)
                if is_free and _stands_alone(folded, start, end):
                    taken.append((start, end, said))
                start = folded.find(name, end)
        for start, end, said in sorted(taken):
            yield places[start], places[end - 1] + 1, said


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether it is a word by itself, or one with an s behind it."""
    after = re.match(r"[^\W\d_]*", folded[end:])
    return not folded[start - 1 : start].isalpha() and (after is None or after[0] in {"", "s", "es"})


def _parts(name: str) -> Iterator[str]:
    """The whole name, and each part that is long enough to be one."""
    whole = fold(name)
    if whole:
        yield whole
    small = {fold(each) for each in listed("packet", "small_words")}
    pieces = re.split(r"[\s-]+", whole)
    if len(pieces) > 1:
        yield from (each for each in pieces if len(each) >= _SHORTEST and each not in small)


def marked(coach: Coach) -> list[Person]:
    """Everybody marked, in the order of their names."""
    return sorted(coach.store.read_standing(Person), key=lambda each: fold(each.name))


def known(coach: Coach, to: str = "") -> list[Person]:
    """Everybody marked, and everybody named in the feedback log, whose role stands in their place;
    but not the one it is for."""
    own = marked(coach)
    common = {fold(to), *(fold(words("feedback", "role", each)) for each in ROLES)}
    heard = {
        each.name: each
        for each in coach.feedback.all()
        if len(each.name.strip(" .")) >= _SHORTEST and fold(each.name) not in common
    }
    return own + [
        Person(id=each.id, created=each.created, created_zone=each.created_zone, name=name,
               said=words("packet", "of_role", each.role))
        for name, each in heard.items()
    ]  # fmt: skip


def mark(coach: Coach, name: str, said: str = "") -> Person:
    """From now on this name stays out of every packet. Marked again, something else stands in its place."""
    name, said = " ".join(name.split()), " ".join(said.split())
    if not any(each.isalpha() for each in name):
        raise UsageError(words("packet", "people", "needs_name"))
    said = said or f"{next(each for each in name if each.isalpha()).upper()}."
    person = Person(**made(coach.clock), name=name, said=said)
    if Names([person]).hide(said) != said:
        raise UsageError(filled(words("packet", "people", "gives_away"), said=said))
    with coach.store.change(
        f"{words('packet', 'people', 'undo')} “{first_line(name, _WHAT_WIDTH)}”"
    ) as change:
        there = [each for each in change.standing(Person) if fold(each.name) == fold(name)]
        if there:
            person = there[0].but(said=said, updated=coach.clock.now())
        change.put(Person.kind, person.id, person.fields())
    return person


def forget(coach: Coach, name: str) -> None:
    """The name may stand in packets again."""
    with coach.store.change(
        f"{words('packet', 'people', 'undo_forget')} “{first_line(name, _WHAT_WIDTH)}”"
    ) as change:
        there = [each for each in change.standing(Person) if fold(each.name) == fold(name)]
        if not there:
            raise NotFoundError(filled(words("packet", "people", "unknown"), name=name))
        for each in there:
            change.remove(Person.kind, each.id)


def maybe_names(texts: Iterable[str], people: Iterable[Person]) -> list[str]:
    """Words in the middle of sentences that begin like a name and were not marked. A hint, nothing more."""
    texts = list(texts)
    usual = {fold(each) for each in listed("packet", "no_names")}
    own = {part for each in people for part in _parts(each.name)}
    lower = {word for text in texts for word in re.findall(r"\b[a-zß-öø-ÿ]{3,}\b", text)}
    found = dict.fromkeys(word for text in texts for word in _CAPITALISED.findall(text))
    return [each for each in found if fold(each) not in usual | own and each.lower() not in lower]
