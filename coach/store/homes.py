"""Which home this is: what a machine knows of one is never joined with another that lies in the same place,
as a second stick does. A home has a name that travels with it. Two homes that were begun apart and met have
two; then what lies in them says whether they are one by now.
"""

from __future__ import annotations

import os
import re
from binascii import crc32
from typing import TYPE_CHECKING

from coach.core.errors import CoachError
from coach.core.texts import words
from coach.store import files
from coach.store.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.core.paths import Paths

_BYTES = 8
_PATIENCE = 0.5
_NAME = re.compile(rb"([0-9a-f]{8,16})( [0-9a-f]{8})?\n?")
_IDS = re.compile(rb'^"([0-9a-f]{8}-[0-9a-f-]{27})": ', re.MULTILINE)
_HEAD_BYTES = 256


def settle(paths: Paths) -> bool:
    """What this machine knows of another home that lay here makes way for what it knows of this one. Gives
    whether it did."""
    there, known = _name(paths.home_name), _name(paths.known_home)
    before = f"{paths.machine}.{there or 'unnamed'}"
    if not known:
        if not there or os.path.exists(paths.name) or not os.path.isdir(before):
            return False
    elif there == known or (not there and not any(_files(paths.data))) or _are_one(paths):
        return False
    elif os.path.exists(paths.own_keys) and not os.path.exists(paths.keys):
        raise _another(words.store.error.put_it_elsewhere)  # else taking the keys away would open everything
    with Lock(f"{paths.machine}.lock").held(_PATIENCE):
        if os.path.isdir(paths.machine):
            aside = f"{paths.machine}.{known or 'empty'}"
            os.rename(paths.machine, f"{aside}.{os.urandom(2).hex()}" if os.path.exists(aside) else aside)
        if os.path.isdir(before):
            os.rename(before, paths.machine)
    return True


def refuse_another(paths: Paths) -> None:
    """Whoever has one home open never writes into another that was put in its place."""
    there, known = _name(paths.home_name), _name(paths.known_home)
    if there and known and there != known and not _are_one(paths):
        raise _another(words.store.error.open_coach_again)


def _another(do: str) -> CoachError:
    return CoachError(
        words.store.error.another_home_lies_here, kept=words.store.error.nothing_was_changed, do=do
    )


def begin(paths: Paths) -> None:
    """The home has a name, and this machine knows it. Inside the lock."""
    there, known = _name(paths.home_name), _name(paths.known_home)
    if not there or there != known:
        name = there or known or _made(paths)
        for path, has in ((paths.home_name, there), (paths.known_home, known)):
            if name and name != has:
                files.write_atomically(path, f"{name}\n".encode())
    for path in _beside(paths):
        files.discard(path)


def _made(paths: Paths) -> str:
    """By chance; but machines that shared a history before homes had names must find the same. Where another
    machine wrote, its name is on the way."""
    segments = [name for name in files.names_in(paths.history) if name.endswith(".jsonl")]
    if segments:
        first = files.read(os.path.join(paths.history, segments[0])).partition(b"\n")[0]
        return f"{crc32(first):08x}"
    return "" if os.path.isdir(paths.data) else os.urandom(_BYTES).hex()


def _are_one(paths: Paths) -> bool:
    """Whether anything here is what this machine wrote, or knows: homes that were begun apart have met."""
    own = _name(paths.name).encode()
    written = re.compile(rb'"by": "%s"' % own)
    for path in _files(paths.data):
        with open(path, "rb") as file:
            if own and written.search(file.read(_HEAD_BYTES)):
                return True
    if os.path.exists(paths.own_keys):
        from coach.store.keys import are_of_one_time

        return are_of_one_time(paths)
    known = {each for path in _files(paths.copies) for each in _IDS.findall(files.read(path))}
    return any(known & {*_IDS.findall(files.read(path))} for path in _files(paths.data))


def _files(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (os.path.join(place, name) for name in names if name.endswith(".json"))


def _beside(paths: Paths) -> Iterator[str]:
    """Names of homes that a sync kept beside: they say nothing."""
    for name in files.names_in(paths.home):
        path = os.path.join(paths.home, name)
        if name.startswith("home") and name.endswith(".id") and path != paths.home_name and _name(path):
            yield path


def _name(path: str) -> str:
    try:
        raw = files.read(path)
    except OSError:
        return ""
    found = _NAME.fullmatch(raw)
    return found[1].decode() if found else ""
