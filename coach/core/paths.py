"""Every place on disk coach knows, as plain strings. Nothing here touches the disk."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping


class Paths:
    """Where one person's data and settings live."""

    def __init__(self, home: str, config_folder: str | None = None) -> None:
        self.home = home
        self.config = os.path.join(config_folder or home, "config.toml")
        self.data = os.path.join(home, "data")
        self.inbox = os.path.join(home, "inbox")
        self.history = os.path.join(home, "history")
        self.copies = os.path.join(home, "copies")
        self.drafts = os.path.join(home, "drafts")
        self.quarantine = os.path.join(home, "quarantine")
        self.backups = os.path.join(home, "backups")
        self.packets = os.path.join(home, "packets")
        self.lock = os.path.join(home, "lock")
        self.damage = os.path.join(home, "damage.json")
        self.keys = os.path.join(home, "keys")
        self.keys_copy = os.path.join(home, "keys.copy")
        self.written = os.path.join(home, "written")
        self.underway = os.path.join(home, "underway")

    def named(self) -> dict[str, str]:
        """The places a person may want to open, with the word for each."""
        return {
            "home": self.home,
            "config": self.config,
            "data": self.data,
            "inbox": self.inbox,
            "history": self.history,
            "copies": self.copies,
            "drafts": self.drafts,
            "quarantine": self.quarantine,
            "backups": self.backups,
            "packets": self.packets,
        }


def locate(home: str | None, environment: Mapping[str, str]) -> Paths:
    """`--home` wins, then COACH_HOME; without either, the folders the system sets aside for programs."""
    chosen = home or environment.get("COACH_HOME")
    if chosen:
        return Paths(os.path.abspath(os.path.expanduser(chosen)))
    user = environment.get("HOME") or os.path.expanduser("~")
    if sys.platform == "darwin":
        return Paths(os.path.join(user, "Library", "Application Support", "coach"))
    data = _absolute(environment.get("XDG_DATA_HOME")) or os.path.join(user, ".local", "share")
    config = _absolute(environment.get("XDG_CONFIG_HOME")) or os.path.join(user, ".config")
    return Paths(os.path.join(data, "coach"), os.path.join(config, "coach"))


def _absolute(path: str | None) -> str | None:
    """The XDG rules tell programs to ignore a relative path."""
    return path if path and os.path.isabs(path) else None
