"""Opens what a person wants to bring in, finds out what it is, and hands it to the one that reads it.

Whatever the file is, it cannot take more than its share: of bytes, of depth, of what a zip unpacks to.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from coach.core.errors import CoachError, NotFoundError
from coach.core.texts import filled, words
from coach.exchange.incoming import MOST_BYTES, MOST_OF_OURS, BadFileError
from coach.store.strays import is_ours, tables_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coach.app import Coach
    from coach.exchange.incoming import Incoming

_MOST_FILES = 20_000
_ZIP_RATIO = 200
_SMALL = 1 << 20
_LOOKED_AT = 20_000
_MOST_PARTS = 1_000_000
"""Of lines in a text, or of values in JSON."""
_LISTS_A_LINE = 20
"""In a record of ours there are hardly more."""
_OURS = b'{"format": "coach-archive"'
_MARKDOWN = (".md", ".markdown")
_JRNL = re.compile(r"\ufeff?\s*\[?\d{4}-\d\d-\d\d[ T]\d\d?:\d\d")


def read_answer_to(coach: Coach, path: str, of: str) -> Incoming:
    """An answer that does not say to which packet: whoever brings it in does."""
    from coach.exchange.answer import read_answer

    place = os.path.abspath(os.path.expanduser(path))
    name = os.path.basename(place)
    try:
        return read_answer(coach, _text(_bounded(place), name), name, of)
    except OSError as error:
        raise BadFileError(filled(words.exchange.bad.cannot_read, why=error.strerror or error)) from error


def read(coach: Coach, path: str, name: str = "") -> Incoming:
    """What a file or folder holds, read as a format or as what it seems to be."""
    place = os.path.abspath(os.path.expanduser(path))
    if not os.path.exists(place):
        raise NotFoundError(filled(words.exchange.bad.no_file, path=path))
    if name and name not in READERS:
        raise BadFileError(filled(words.exchange.bad.no_format, name=name, known=", ".join(READERS)))
    try:
        return _read(coach, place, name)
    except OSError as error:
        raise BadFileError(filled(words.exchange.bad.cannot_read, why=error.strerror or error)) from error
    except RecursionError:
        raise BadFileError(words.exchange.bad.too_deep) from None
    except MemoryError:
        raise BadFileError(words.exchange.bad.too_large) from None


def _read(coach: Coach, place: str, name: str) -> Incoming:
    if os.path.isdir(place):
        return _read_folder(coach, place, name)
    if not os.path.isfile(place):
        raise BadFileError(words.exchange.bad.no_plain_file)
    if zipfile.is_zipfile(place):
        return _read_zip(coach, place)
    if not name and is_ours(place):
        from coach.exchange.archive import of_tables

        if os.path.getsize(place) > MOST_OF_OURS[0]:
            raise BadFileError(words.exchange.bad.too_large)
        return of_tables(tables_in(coach.store, place), place)
    text = _text(_bounded(place), os.path.basename(place))
    if not text.startswith(_OURS.decode()) and text.count("\n") > _MOST_PARTS:
        raise BadFileError(words.exchange.bad.too_large)
    return READERS[name or _guess(place, text)](coach, text, os.path.basename(place))


def _read_folder(coach: Coach, place: str, name: str) -> Incoming:
    """A graph of Logseq, a folder of org, or notes in Markdown."""
    from coach.exchange import logseq, loop, notes, org

    if name not in {"", "markdown", "org", "logseq"}:
        raise BadFileError(filled(words.exchange.bad.folder, name=name))
    if {loop.CHECKMARKS, loop.HABITS} <= set(os.listdir(place)):
        tables = (os.path.join(place, each) for each in (loop.CHECKMARKS, loop.HABITS))
        return loop.read_habits(coach, *(_text(_bounded(each), os.path.basename(each)) for each in tables))
    texts = _texts_of_folder(place)
    if not texts:
        raise BadFileError(words.exchange.bad.empty_folder)
    if name == "logseq" or (not name and logseq.is_graph(each for each, _ in texts)):
        return logseq.read_graph(coach, texts)
    in_org = [each for each in texts if not each[0].lower().endswith(_MARKDOWN)]
    if name == "org" or (not name and len(in_org) == len(texts) > 0):
        return org.read_journals(coach, in_org)
    return notes.read_folder(coach, [each for each in texts if each not in in_org])


def _guess(place: str, text: str) -> str:
    """What it seems to be, by what it says and not by what it is called."""
    begins = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if begins[:1] in {"{", "["} and not _JRNL.match(begins):
        return "json"
    ending = os.path.splitext(place)[1].lower()
    found = {
        "org": ending == ".org",
        "answer": re.search(r"^[> \t*_`-]{0,20}coach-packet:", text, re.MULTILINE),
        "form": re.search(r"^[> \t*`]{0,20}coach-view:", text, re.MULTILINE),
        "jrnl": _JRNL.match(begins),
        "csv": ending in {".csv", ".tsv"},
        "org by its words": re.match(r"#\+\w+:.*\n", begins) or _is_day(os.path.basename(place)),
        "markdown": ending in {".md", ".markdown"} or begins.startswith("---\n"),
    }
    seems = next((name for name, is_it in found.items() if is_it), "")
    if not seems:
        raise BadFileError(filled(words.exchange.bad.unknown, known=", ".join(READERS)))
    return seems.partition(" ")[0]


def _bounded(place: str) -> bytes:
    """The file, no more than may come in."""
    with open(place, "rb") as file:
        begins = file.read(len(_OURS))
        most = MOST_OF_OURS[0] if begins == _OURS else MOST_BYTES
        content = begins + file.read(most)
    if len(content) > most:
        raise BadFileError(words.exchange.bad.too_large)
    return content


def _text(content: bytes, name: str) -> str:
    """The text; bytes that are none are refused with their line."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise BadFileError(words.exchange.bad.no_text, name) from None
    try:
        return content.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        with suppress(UnicodeDecodeError):
            return content.decode("utf-8", "surrogatepass")  # as we write half a pair ourselves
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFileError(
            words.exchange.bad.no_text, filled(words.exchange.says.line_of, name=name, number=line)
        ) from None


def _is_note(name: str) -> bool:
    return not name.startswith(".") and (name.lower().endswith((*_MARKDOWN, ".org")) or _is_day(name))


def _is_day(name: str) -> bool:
    """Whether a file is called as org-journal calls a day."""
    return re.fullmatch(r"\d{8}", name) is not None


def _texts_of_folder(place: str) -> list[tuple[str, str]]:
    """The notes below a folder by their path in it: Markdown, org, and days that org-journal calls 20261120.
    Nothing hidden, and nothing a link leads to."""
    found: list[tuple[str, str]] = []
    size = 0
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not _is_note(name) or os.path.islink(path):
                continue
            relative = os.path.relpath(path, place)
            if not os.path.isfile(path):
                continue
            content = _bounded(path)
            size += len(content)
            if len(found) >= _MOST_FILES or size > MOST_BYTES:
                raise BadFileError(words.exchange.bad.too_large, relative)
            found.append((relative, _text(content, relative)))
    return found


def _read_zip(coach: Coach, place: str) -> Incoming:
    """The journals in an export of Day One, or the habits in one of Loop. What else is in the zip stays."""
    from coach.exchange import loop
    from coach.exchange.day_one import read_journals

    try:
        with zipfile.ZipFile(place) as archive:
            if {loop.CHECKMARKS, loop.HABITS} <= set(archive.namelist()):
                wanted = [archive.getinfo(each) for each in (loop.CHECKMARKS, loop.HABITS)]
                (_, checkmarks), (_, habits) = _unpacked(archive, wanted)
                return loop.read_habits(coach, checkmarks, habits)
            texts = [*_journals_of(archive)]
    except CoachError:
        raise
    except Exception as error:  # zipfile raises whatever comes to its mind
        raise BadFileError(filled(words.exchange.bad.broken_zip, why=type(error).__name__)) from error
    return read_journals(coach, texts)


def _journals_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, Any]]:
    """Each by its name; none that unpacks to more than it may."""
    journals = [each for each in archive.infolist() if _is_journal(each)]
    if not journals:
        raise BadFileError(words.exchange.bad.zip)
    for name, text in _unpacked(archive, journals):
        yield name, parsed(text, name)


def _unpacked(archive: zipfile.ZipFile, wanted: Iterable[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    room = MOST_BYTES
    for each in wanted:
        if each.file_size > max(each.compress_size, 1) * _ZIP_RATIO and each.file_size > _SMALL:
            raise BadFileError(words.exchange.bad.bomb, each.filename)
        with archive.open(each) as file:
            content = file.read(room + 1)  # what the zip says of its size may be a lie
        room -= len(content)
        if room < 0:
            raise BadFileError(words.exchange.bad.too_large)
        yield each.filename, _text(content, each.filename)


def _is_journal(each: zipfile.ZipInfo) -> bool:
    name = each.filename
    return name.lower().endswith(".json") and "/" not in name.strip("/") and not name.startswith(".")


def parsed(text: str, name: str) -> Any:
    """JSON; what is none is refused with its line."""
    is_ours = text.startswith(_OURS.decode())
    many = (
        text.count("[") + text.count("{") - _LISTS_A_LINE * text.count("\n") if is_ours else text.count(",")
    )
    if many > _MOST_PARTS:
        raise BadFileError(words.exchange.bad.too_large, name)
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = filled(words.exchange.says.line_of, name=name, number=error.lineno)
        raise BadFileError(filled(words.exchange.bad.no_json, why=error.msg), where) from None
    except ValueError as error:
        raise BadFileError(filled(words.exchange.bad.no_json, why=error), name) from None


def _refuse_constant(name: str) -> Any:
    raise ValueError(filled(words.exchange.says.is_no_number, name=name))


def _json(coach: Coach, text: str, name: str) -> Incoming:
    """Whichever of the JSON formats it is."""
    from coach.exchange import archive, day_one, jrnl, taskwarrior

    if re.match(r"\{[^\n]*\}[,\s]*\n\{", text[:_LOOKED_AT].lstrip()):  # a task a line, as old ones write it
        text = f"[{','.join(line.rstrip().rstrip(',') for line in text.splitlines() if line.strip())}]"
    kept = parsed(text, name)
    if isinstance(kept, dict) and kept.get("format") == archive.FORMAT:
        return archive.read(kept)
    entries = kept.get("entries") if isinstance(kept, dict) else None
    first = (
        next((each for each in entries if isinstance(each, dict)), {}) if isinstance(entries, list) else {}
    )
    if isinstance(entries, list):
        if "creationDate" in first:
            return day_one.read_journals(coach, [(name, kept)])
        return jrnl.read_json(coach, entries)
    if isinstance(kept, list) and all(isinstance(each, dict) for each in kept):
        return taskwarrior.read_tasks(coach, kept)
    raise BadFileError(words.exchange.bad.unknown_json, name)


def _jrnl(coach: Coach, text: str, name: str) -> Incoming:
    from coach.exchange.jrnl import read_text

    return read_text(coach, text, name)


def _csv(coach: Coach, text: str, name: str) -> Incoming:
    from coach.exchange import daylio, tables

    if daylio.is_daylio(text.partition("\n")[0]):
        return daylio.read_moods(coach, text, name)
    return tables.read_table(coach, text, name)


def _markdown(coach: Coach, text: str, name: str) -> Incoming:
    from coach.exchange.notes import read_folder

    return read_folder(coach, [(name, text)])


def _answer(coach: Coach, text: str, name: str) -> Incoming:
    from coach.exchange.answer import read_answer

    return read_answer(coach, text, name)


def _form(coach: Coach, text: str, name: str) -> Incoming:
    from coach.exchange.filled_form import read_form

    return read_form(coach, text, name)


def _org(coach: Coach, text: str, name: str) -> Incoming:
    from coach.exchange.org import read_journals

    return read_journals(coach, [(name, text)])


def _of_a_folder(_: Coach, __: str, name: str) -> Incoming:
    raise BadFileError(words.exchange.bad.wants_a_folder, name)


READERS: dict[str, Callable[[Coach, str, str], Incoming]] = {
    "json": _json,
    "jrnl": _jrnl,
    "csv": _csv,
    "markdown": _markdown,
    "org": _org,
    "logseq": _of_a_folder,
    "answer": _answer,
    "form": _form,
}
"""By the name a person gives a format: `json` finds out which."""
