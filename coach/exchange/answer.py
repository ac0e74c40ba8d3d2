"""The mentor's answer: the packet sent back with words in it, or a page of their own with its id."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from coach.core.texts import filled, words
from coach.exchange.incoming import BadFileError, Incoming, named_id
from coach.feedback.records import Feedback
from coach.packet.packets import all_packets
from coach.packet.records import Packet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app import Coach

_MARK = re.compile(r"^[> \t*_`-]{0,20}coach-packet:[ \t]*`?([0-9a-f-]{36})`?", re.MULTILINE)
_LONGEST, _MOST_LINES = 100_000, 2_000
_SHOWN = 9
_SAYS = 16
"""So many letters in a row are no accident."""


class NoPacketError(BadFileError):
    """It may be an answer, and does not say to which packet: that can be asked."""


def read_answer(coach: Coach, text: str, name: str, of: str = "") -> Incoming:
    """What is in the file and was not in the packet, as what they said about it. Which packet it answers it
    says in a line of its own, or whoever brings it in."""
    marked = _MARK.search(text)
    known = of or (marked[1] if marked else "")
    fields = coach.store.find(Packet.kind, known) if known else None
    if fields is None:
        raise NoPacketError(filled(words.packet.answer.unknown, name=name))
    packet = Packet.read(known, fields)
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


def answerable(coach: Coach) -> list[Packet]:
    """The packets that left, the latest first: what comes without a word may answer one of them."""
    return all_packets(coach)[:_SHOWN]


def answer_of(document: str, text: str) -> str:
    """What is new in it, with its paragraphs and lists, each group under the section it stands in."""
    sent, back = ([*_lines(each)] for each in (document, text))
    told = [line for line in sent if line]
    is_same_page = sum(line in set(back) for line in told) * 2 > len(told)
    new = _inserted(sent, back) if is_same_page else _unknown(sent, back)
    parts: list[str] = []
    section, said = "", ""
    for place, line in enumerate(back):
        if line.startswith("## ") and place not in new:
            section = line.removeprefix("## ")
        if not line:
            parts.append("")
        elif place in new and not _MARK.match(line):
            if section and section not in {said, words.packet.answer.title}:
                parts += ["", f"{filled(words.packet.answer.beside, section=section)}:"]
                said = section
            parts.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).strip("\n")


def _lines(text: str) -> Iterator[str]:
    """What stands there, without the signs of a quotation in a mail; a list keeps its steps."""
    for line in text.splitlines():
        yield re.sub(r"^(?:> ?)+", "", line).rstrip()


def _inserted(sent: list[str], back: list[str]) -> set[int]:
    """The places of lines that came in, when the page itself came back."""
    found: set[int] = set()
    for tag, _, _, first, end in SequenceMatcher(None, sent, back, autojunk=False).get_opcodes():
        if tag in {"insert", "replace"}:
            found.update(range(first, end))
    return found


def _unknown(sent: list[str], back: list[str]) -> set[int]:
    """The places of lines that stand nowhere in the packet: it came back as text, broken anew. A few letters
    stand anywhere: such a line is known only as a whole line, or where it goes on after one that is."""
    whole, lines = {_letters(line) for line in sent}, [_letters(line) for line in back]
    letters = "".join(map(_letters, sent))
    new, before = set(), ""
    for place, line in enumerate(lines):
        is_known = line in whole or (line in letters if len(line) >= _SAYS else before + line in letters)
        is_known = is_known and (len(line) >= _SAYS or line in whole or bool(before))
        if line and not is_known:
            new.add(place)
        before = line if line and is_known else "" if line else before
    return new


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
