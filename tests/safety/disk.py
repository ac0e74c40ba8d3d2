"""A disk that can lose power: replays recorded calls and gives every state a power cut could leave.

The model is harsher than common file systems. A file's bytes are safe once the file was synced; a name
(created, renamed, linked, unlinked) once its folder was. What was not synced may be there, or not, each on
its own; bytes not synced may be there, missing, cut in half or zero.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.safety.shim import Step


@dataclass(eq=False)
class File:
    safe: bytes = b""
    now: bytes = b""


@dataclass
class Pending:
    """A change of one folder's names that is not on the disk yet."""

    folder: str
    names: dict[str, File | str | None]


@dataclass
class Disk:
    """Names and bytes, as they are and as they are safe."""

    safe: dict[str, File | str] = field(default_factory=dict)
    now: dict[str, File | str] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)

    def apply(self, step: Step) -> None:
        match step.call:
            case "create":
                self._names(step.path, {step.path: File()})
            case "mkdir":
                self._names(step.path, {step.path: "folder"})
            case "write":
                file = self._file(step.path)
                start = file.now[: step.at].ljust(step.at, b"\0")
                file.now = start + step.content + file.now[step.at + len(step.content) :]
            case "truncate":
                file = self._file(step.path)
                file.now = file.now[: step.at]
            case "sync":
                self._keep_all()
            case "fsync":
                self._keep(step.path)
            case "replace":
                self._names(step.other, {step.path: None, step.other: self._file(step.path)})
            case "rename":
                self._rename(step.path, step.other)
            case "link":
                self._names(step.other, {step.other: self._file(step.path)})
            case "unlink":
                self._names(step.path, {step.path: None})

    def states(self) -> Iterator[dict[str, bytes | None]]:
        """What may be found after a power cut now: bytes by path, None for a folder."""
        count = len(self.pending)
        every = set(range(count))
        choices = [every, set(), *({each} for each in every), *(every - {each} for each in every)]
        seen = set()
        for chosen in choices:
            names = dict(self.safe)
            for number in sorted(chosen):
                _take_in(names, self.pending[number])
            for bytes_of in (_now, _safe, _torn, _zero):
                state = {
                    path: None if isinstance(kept, str) else bytes_of(kept)
                    for path, kept in names.items()
                    if _reachable(path, names)
                }
                key = tuple(sorted(state.items()))
                if key not in seen:
                    seen.add(key)
                    yield state

    def found(self) -> dict[str, bytes | None]:
        """What a process finds that starts now, without a power cut."""
        return {path: None if isinstance(kept, str) else kept.now for path, kept in self.now.items()}

    def _names(self, path: str, names: dict[str, File | str | None]) -> None:
        change = Pending(os.path.dirname(path), names)
        self.pending.append(change)
        _take_in(self.now, change)

    def _keep(self, path: str) -> None:
        """What a sync of a file or of a folder makes safe."""
        kept = self.now[path]
        if isinstance(kept, File):
            kept.safe = kept.now
            return
        for change in [each for each in self.pending if each.folder == path]:
            _take_in(self.safe, change)
            self.pending.remove(change)

    def _keep_all(self) -> None:
        for path in list(self.now):
            self._keep(path)

    def _rename(self, path: str, other: str) -> None:
        """A folder takes along what is in it; what was not on the disk yet is not for that."""
        inside = f"{path}/"
        for change in self.pending:
            if change.folder == path:
                change.folder = other
                change.names = {_moved(each, path, other): kept for each, kept in change.names.items()}
        for names in (self.safe, self.now):
            for each in [each for each in names if each.startswith(inside)]:
                names[_moved(each, path, other)] = names.pop(each)
        self._names(path, {path: None, other: self.now[path]})

    def _file(self, path: str) -> File:
        found = self.now[path]
        assert isinstance(found, File)
        return found


def _moved(path: str, old: str, new: str) -> str:
    return new + path.removeprefix(old)


def _take_in(names: dict[str, File | str], change: Pending) -> None:
    for path, kept in change.names.items():
        if kept is None:
            names.pop(path, None)
        else:
            names[path] = kept


def _reachable(path: str, names: dict[str, File | str]) -> bool:
    above = os.path.dirname(path)
    root = min(names, key=len)
    return path == root or (above in names and _reachable(above, names))


def _now(file: File) -> bytes:
    return file.now


def _safe(file: File) -> bytes:
    return file.safe


def _torn(file: File) -> bytes:
    if file.now == file.safe:
        return file.now
    return file.now[: len(file.safe) + (len(file.now) - len(file.safe)) // 2]


def _zero(file: File) -> bytes:
    if file.now == file.safe:
        return file.now
    return file.safe + b"\0" * (len(file.now) - len(file.safe))


def lay_out(state: dict[str, bytes | None], root: str, folder: str) -> None:
    """Puts a state into a real folder."""
    for path in sorted(state):
        content = state[path]
        place = folder + path.removeprefix(root)
        if content is None:
            os.makedirs(place, exist_ok=True)
        else:
            with open(place, "wb") as file:
                file.write(content)
