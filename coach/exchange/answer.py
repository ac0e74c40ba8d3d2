"""The mentor's answer: the packet sent back with words in it, or a page of their own with its id."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError, Incoming, named_id
from coach.feedback.records import Feedback
from coach.packet.records import Packet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach

_MARK = re.compile(r"^[> \t*_`-]{0,20}coach-packet:[ \t]*`?([0-9a-f-]{36})`?", re.MULTILINE)
_LONGEST, _MOST_LINES = 100_000, 2_000


def read_answer(coach: Coach, text: str, name: str) -> Incoming:
    """What is in the file and was not in the packet, as what they said about it."""
    marked = _MARK.search(text)
    fields = coach.store.find(Packet.kind, marked[1]) if marked else None
    if marked is None or fields is None:
        raise BadFileError(filled(words.packet.answer.unknown, name=name))
    packet = Packet.read(marked[1], fields)
    if (
        len(text) > len(packet.document) + _LONGEST
        or text.count("\n") > packet.document.count("\n") + _MOST_LINES
    ):
        raise BadFileError(words.exchange.bad.too_large, name)
    said = answer_of(packet.document, text)
    if not said:
        raise BadFileError(filled(words.packet.answer.none, name=name))
    record_id = named_id(packet.at, f"answer {packet.id} {said}")
    if known := coach.store.find(Feedback.kind, record_id):
        return Incoming("answer", [(Feedback.kind, record_id, known)])
    now = coach.clock.now()
    zone = coach.clock.zone
    answer = Feedback(
        id=record_id,
        created=now,
        created_zone=zone,
        role="mentor",
        name=packet.to,
        asked=packet.ask,
        at=now,
        zone=zone,
        answer=said,
        of=packet.id,
        source="import",
    )
    return Incoming("answer", [(Feedback.kind, answer.id, answer.fields())])


def answer_of(document: str, text: str) -> str:
    """The lines that are new, each group under the section it stands in."""
    sent, back = ([*_lines(each)] for each in (document, text))
    is_same_page = sum(line in set(back) for line in sent) * 2 > len(sent)
    new = _inserted(sent, back) if is_same_page else _unknown(document, back)
    parts: list[str] = []
    section, told = "", ""
    for place, line in enumerate(back):
        if line.startswith("## ") and place not in new:
            section = line.removeprefix("## ")
        if place in new and not _MARK.match(line):
            if section and section not in {told, words.packet.answer.title}:
                parts.append(f"{filled(words.packet.answer.beside, section=section)}:")
                told = section
            parts.append(line)
    return " ".join(parts)  # on one line, as every answer in the log


def _lines(text: str) -> Iterator[str]:
    """What stands there, without the signs of a quotation in a mail."""
    for line in text.splitlines():
        if said := re.sub(r"^[>\s]+", "", line).strip():
            yield said


def _inserted(sent: list[str], back: list[str]) -> set[int]:
    """The places of lines that came in, when the page itself came back."""
    found: set[int] = set()
    for tag, _, _, first, end in SequenceMatcher(None, sent, back, autojunk=False).get_opcodes():
        if tag in {"insert", "replace"}:
            found.update(range(first, end))
    return found


def _unknown(document: str, back: list[str]) -> set[int]:
    """The places of lines whose letters stand nowhere in the packet: it came back as text, broken anew."""
    letters = _letters(document)
    return {place for place, line in enumerate(back) if _letters(line) and _letters(line) not in letters}


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
