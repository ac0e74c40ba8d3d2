"""What many tests need: a shell to type into, and a folder to read."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.cli.main import run
from coach.core.paths import Paths, locate

ROOT = Path(__file__).parent.parent
NOW = "2026-11-20T09:00:00"
ZONE = "Europe/Berlin"
LONG = bool(os.environ.get("COACH_LONG"))


@dataclass
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class TypedShell:
    """Types commands in this process, as `coach` would run them."""

    def __init__(self, capsys, monkeypatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str, stdin: bytes | None = None) -> Said:
        self._capsys.readouterr()
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b"")))
        code = run(words)
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def entries(self) -> list[dict[str, Any]]:
        said = self("list", "entries", "--json")
        found: list[dict[str, Any]] = said.json
        return found

    def ref(self, text: str) -> str:
        """The reference of the entry with this text."""
        return next(each["id"][-12:-6] for each in self.entries() if each["text"] == text)


def located(home: Path | str) -> Paths:
    """The places as a real process finds them."""
    return locate(str(home), os.environ)


def environment(paths: Paths, **more: str) -> dict[str, str]:
    """The environment of a real process that keeps to the test's home."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TZ") if name in os.environ}
    return {**kept, "COACH_HOME": paths.home, "PYTHONPATH": str(ROOT), **more}


def process(paths: Paths, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A real `coach` process."""
    return subprocess.run(
        [sys.executable, "-m", "coach", *words],
        env=environment(paths, **more),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


def entry(text: str, at: str = "2026-11-20T09:00:00.000+01:00", **more: Any) -> dict[str, Any]:
    """The fields of an entry, as they are kept."""
    return {
        "created": at,
        "created_zone": ZONE,
        "updated": None,
        "text": text,
        "at": at,
        "zone": ZONE,
        "tags": [],
        "mode": None,
        "share": False,
        "source": "app",
        "files": [],
        "prompt": None,
        **more,
    }


def stopped_after(monkeypatch, *answers: str) -> None:
    """Whoever is asked answers so often, and presses ctrl+c at the next question."""
    left = list(answers)

    def read_line(_) -> str:
        if left:
            return left.pop(0)
        raise KeyboardInterrupt

    monkeypatch.setattr("coach.shell.shell.Shell.read_line", read_line)
