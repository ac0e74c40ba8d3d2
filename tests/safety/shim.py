"""Stands between the store and the operating system: counts every write-side call, and can make one fail,
fall short or be the last thing the process ever did. Also records them, for `disk.py` to replay."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLS = (
    "open",
    "write",
    "fsync",
    "replace",
    "rename",
    "unlink",
    "mkdir",
    "ftruncate",
    "link",
    "chmod",
    "fchmod",
)
KILLED = 77


@dataclass
class Step:
    """One write-side call that succeeded."""

    call: str
    path: str
    other: str = ""
    at: int = 0
    content: bytes = b""


@dataclass
class Shim:
    """Patched into `os` while active."""

    root: str
    before: Callable[[int, str], None] = lambda _count, _call: None
    after: Callable[[int, str], None] = lambda _count, _call: None
    shorten: bool = False
    count: int = 0
    steps: list[Step] = field(default_factory=list)
    _paths: dict[int, str] = field(default_factory=dict)
    _places: dict[int, int] = field(default_factory=dict)
    _real: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def active(self) -> Iterator[Shim]:
        for name in (*CALLS, "close", "lseek", "sync"):
            self._real[name] = getattr(os, name)
            setattr(os, name, getattr(self, f"_{name}"))
        try:
            yield self
        finally:
            for name, real in self._real.items():
                setattr(os, name, real)

    def _counted(self, name: str, *arguments: Any, **more: Any) -> Any:
        self.count += 1
        number = self.count
        self.before(number, name)
        result = self._real[name](*arguments, **more)
        self.after(number, name)
        return result

    def _mine(self, path: Any) -> bool:
        return isinstance(path, str) and path.startswith(self.root)

    def _open(self, path: Any, flags: int, *arguments: Any, **more: Any) -> int:
        if not self._mine(path) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_DIRECTORY):
            file: int = self._real["open"](path, flags, *arguments, **more)
            return file
        existed = os.path.exists(path)
        file = self._counted("open", path, flags, *arguments, **more)
        self._paths[file] = path
        self._places[file] = os.fstat(file).st_size if flags & os.O_APPEND else 0
        if not existed:
            self.steps.append(Step("create", path))
        return file

    def _close(self, file: int) -> None:
        self._paths.pop(file, None)
        self._real["close"](file)

    def _lseek(self, file: int, place: int, how: int) -> int:
        found: int = self._real["lseek"](file, place, how)
        self._places[file] = found
        return found

    def _write(self, file: int, content: Any) -> int:
        if file not in self._paths:
            written: int = self._real["write"](file, content)
            return written
        raw = bytes(content)
        if self.shorten and len(raw) > 1:
            raw = raw[: len(raw) // 2]
        written = self._counted("write", file, raw)
        self.steps.append(Step("write", self._paths[file], at=self._places[file], content=raw[:written]))
        self._places[file] += written
        return written

    def _fsync(self, file: int) -> None:
        path = self._paths.get(file)
        if path is None:
            self._real["fsync"](file)
            return
        self._counted("fsync", file)
        self.steps.append(Step("fsync", path))

    def _sync(self) -> None:
        self._real["sync"]()
        self.steps.append(Step("sync", ""))

    def _ftruncate(self, file: int, size: int) -> None:
        self._counted("ftruncate", file, size)
        self.steps.append(Step("truncate", self._paths[file], at=size))

    def _replace(self, path: str, other: str) -> None:
        self._counted("replace", path, other)
        self.steps.append(Step("replace", path, other))

    def _rename(self, path: str, other: str) -> None:
        if self._mine(path):
            self._counted("rename", path, other)
            self.steps.append(Step("rename", path, other))
        else:
            self._real["rename"](path, other)

    def _link(self, path: str, other: str) -> None:
        self._counted("link", path, other)
        self.steps.append(Step("link", path, other))

    def _unlink(self, path: str) -> None:
        if self._mine(path):
            self._counted("unlink", path)
            self.steps.append(Step("unlink", path))
        else:
            self._real["unlink"](path)

    def _mkdir(self, path: str, mode: int = 0o777) -> None:
        if self._mine(path):
            self._counted("mkdir", path, mode)
            self.steps.append(Step("mkdir", path))
        else:
            self._real["mkdir"](path, mode)

    def _chmod(self, path: Any, mode: int, **more: Any) -> None:
        if self._mine(path):
            self._counted("chmod", path, mode, **more)
        else:
            self._real["chmod"](path, mode, **more)

    def _fchmod(self, file: int, mode: int) -> None:
        self._counted("fchmod", file, mode)


def cut_off(home: str, call: int, when: str, act: Callable[[], object]) -> int:
    """Does it in a process of its own that ends right before or after a call, and says how it ended."""
    child = os.fork()
    if child == 0:

        def die(count: int, _: str) -> None:
            if count == call:
                os._exit(KILLED)

        shim = Shim(home, before=die) if when == "before" else Shim(home, after=die)
        with shim.active():
            act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def refusing(home: str, call: int, code: int) -> Shim:
    """The system refuses that one call; tidying up is never refused."""

    def refuse(count: int, name: str) -> None:
        if count == call and name not in {"unlink", "chmod"}:
            raise OSError(code, os.strerror(code))

    return Shim(home, before=refuse)
