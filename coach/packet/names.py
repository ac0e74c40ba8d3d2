"""Other people's names: marked once, and from then on a role or an initial stands in their place."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from coach.core.errors import NotFoundError, UsageError
from coach.core.safe_text import quoted
from coach.core.stamp import made
from coach.core.texts import filled, words
from coach.feedback.records import ROLES
from coach.find import with_places
from coach.folded import fold
from coach.packet.records import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from coach.app import Coach

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_BEGINS = set('.!?:;…“”"‘(\n-–•#') | {""}
"""Behind these a capital says nothing."""
"""A part of a name that is shorter is no name by itself."""
_UNSEEN = re.compile("(?<=\\w)[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+(?=\\w)")
"""What nobody sees and what could stand in the middle of a name."""
_ALIKE = str.maketrans("’ʼ‘‐‑‒–ŁłØøĐđı", "'''----LlOoDdi")
"""Signs that are written for one another, one for one."""
_SPELLED = str.maketrans(
    dict(zip("äöüåæ", ("ae", "oe", "ue", "aa", "ae"), strict=True))
    | dict(zip("ÄÖÜÅß", ("Ae", "Oe", "Ue", "Aa", "ss"), strict=True))
)
_PAIRS, _PAIR = re.compile("([aou])e"), 4
"""What a keyboard without the sign writes for it; in a shorter name it is more likely meant."""
_BROKEN = re.compile(r"([^\W\d_]+)-?[ \t]*\n[ \t>]*([^\W\d_]+)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TWINS = str.maketrans("аеорсхуіјАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcxyijABEKMHOPCTXABEZHIKMNOPTYXo")
"""Letters of other alphabets that look like ours."""


class Names:
    """Replaces names, whatever their case and accents, and counts how often."""

    def __init__(self, people: Iterable[Person], heard: Mapping[str, str] = MappingProxyType({})) -> None:
        self.count = 0
        found: dict[str, str] = {}
        for each in people:
            for part in _parts(each.name):
                found.setdefault(part, each.said)
        for name, said in heard.items():
            for way in _written(name):
                found.setdefault(way, said)
        self._found = sorted(found.items(), key=lambda each: -len(each[0]))
        self._names = frozenset(found)
        self._found = [(part, self.hide(said)) for part, said in self._found]  # nor may one give away another
        self.count = 0

    def hide(self, text: str) -> str:
        """The text with what stands for each name in its place."""
        text = _UNSEEN.sub("", text)
        if not self._found or not text:
            return text
        text = _BROKEN.sub(self._joined, text)
        parts, last = [], 0
        for first, end, said in self._spans(text):
            parts += [text[last:first], said]
            last = end
            self.count += 1
        return "".join(parts) + text[last:]

    def _joined(self, broken: re.Match[str]) -> str:
        """A name that a line end breaks in two, on one line; all else as it is."""
        whole = broken[1] + broken[2]
        return whole if fold(whole.translate(_ALIKE)) in self._names else broken[0]

    def _spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a name stands: first the longest, so that no part of it is left."""
        folded, places = with_places(text.translate(_ALIKE))
        taken = [*self._addresses(folded)]
        for name, said in self._found:
            start = folded.find(name)
            while start >= 0:
                end = start + len(name)
                is_free = all(end <= first or start >= last for first, last, _ in taken)
                is_meant = len(name) >= _SHORTEST or text[places[start]].isupper() or name.upper() == name
                if is_free and is_meant and _stands_alone(folded, start, end):
                    taken.append((start, end, said))
                start = folded.find(name, end)
        for start, end, said in sorted(taken):
            yield places[start], places[end - 1] + 1, said

    def _addresses(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Mail addresses with a name in them: they name somebody as a whole."""
        for address in _ADDRESS.finditer(folded):
            of = (said for name, said in self._found if len(name) > _SHORTEST and name in address[0])
            if (said := next(of, None)) is not None:
                yield address.start(), address.end(), said


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether it is a word by itself, or one with an s behind it. Where no spaces are written, none."""
    if folded[start:end].upper() == folded[start:end].lower():
        return True
    after = re.match(r"[^\W\d_]*", folded[end:])
    return not folded[start - 1 : start].isalpha() and (after is None or after[0] in {"", "s", "es"})


def _parts(name: str) -> Iterator[str]:
    """The whole name, the same written as one word, and each part that is long enough to be a name."""
    small = {fold(each) for each in words.packet.small_words}
    for whole in _written(name):
        yield whole
        pieces = [each for each in re.split(r"[\s,;.-]+", whole) if each]
        if len(pieces) > 1:
            yield "".join(pieces)
            yield from (each for each in pieces if len(each) > 1 and each not in small)


def _written(name: str) -> Iterator[str]:
    """The name in the ways it is written: with its signs or without, ü as u and as ue, and the other way."""
    alike = name.translate(_ALIKE)
    spelled = {fold(each) for each in (alike, alike.translate(_SPELLED))}
    for each in sorted(spelled | {_PAIRS.sub(r"\1", each) for each in spelled if len(each) > _PAIR}):
        words_of = each.split()
        bare = " ".join("".join(letter for letter in word if letter.isalnum()) for word in words_of)
        yield from dict.fromkeys(
            one for one in (each, bare, *bare.split()) if len(one) > 1 or not one.isascii()
        )


def marked(coach: Coach) -> list[Person]:
    """Everybody marked, in the order of their names."""
    return sorted(coach.store.read_standing(Person), key=lambda each: fold(each.name))


def known(coach: Coach, to: str = "") -> Names:
    """Everybody marked, and whoever is named in the feedback log, by their role. Not the one it
    is for, and not what somebody is called by their role."""
    common = {fold(to), *(fold(words.feedback.role[each]) for each in ROLES)}
    heard = {
        each.name: words.packet.of_role[each.role]
        for each in coach.feedback.all()
        if each.role != "mentor" and _is_a_name(each.name) and fold(each.name) not in common
    }
    return Names(marked(coach), heard)


def _is_a_name(said: str) -> bool:
    """Whether it is more than an initial. Where a sign is a word, two are."""
    bare = said.strip(" .")
    return len(bare) >= (_SHORTEST if bare.upper() != bare.lower() else 2)


def mark(coach: Coach, name: str, said: str = "") -> Person:
    """From now on this name stays out of every packet. Marked again, something else stands in its place."""
    name, said = " ".join(name.split()), " ".join(said.split())
    if not any(each.isalpha() for each in name):
        raise UsageError(words.packet.people.needs_name)
    said = said or f"{next(each for each in name if each.isalpha()).upper()}."
    person = Person(**made(coach.clock), name=name, said=said)
    if Names([person]).hide(said) != said:
        raise UsageError(filled(words.packet.people.gives_away, said=said))
    with coach.store.change(f"{words.packet.people.undo} {quoted(name)}") as change:
        there = [each for each in change.standing(Person) if fold(each.name) == fold(name)]
        if there:
            person = there[0].but(said=said, updated=coach.clock.now())
        change.keep(person)
    return person


def forget(coach: Coach, name: str) -> None:
    """The name may stand in packets again."""
    with coach.store.change(f"{words.packet.people.undo_forget} {quoted(name)}") as change:
        there = [each for each in change.standing(Person) if fold(each.name) == fold(name)]
        if not there:
            raise NotFoundError(filled(words.packet.people.unknown, name=name))
        for each in there:
            change.remove(Person.kind, each.id)


def maybe_names(texts: Iterable[str], people: Iterable[Person]) -> list[str]:
    """Words in the middle of sentences that begin like a name and were not marked. A hint, nothing more."""
    texts = list(texts)
    usual = {fold(each) for each in words.packet.no_names}
    own = {part for each in people for part in _parts(each.name)}
    lower = {word for text in texts for word in _WORD.findall(text) if word.islower()}
    found = dict.fromkeys(each for text in texts for each in _capitalised(text))
    every = [word for text in texts for word in _WORD.findall(text)]
    twins = [word for word in every if fold(word.translate(_TWINS)) in own - {fold(word)}]
    hints = [each for each in found if fold(each) not in usual | own and each.lower() not in lower]
    return list(dict.fromkeys([*twins, *hints]))


def _capitalised(text: str) -> Iterator[str]:
    for each in _WORD.finditer(text):
        word, before = each[0], text[: each.start()].rstrip(" \t")[-1:]
        if len(word) >= _SHORTEST and word[0].isupper() and word[1:].islower() and before not in _BEGINS:
            yield word
