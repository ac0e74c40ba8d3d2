"""Every place on disk coach knows, as plain strings. Nothing here changes the disk."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping


_LONGEST = 200


class Paths:
    """Where one person's data and settings live; what may travel to their other machines lies in `home`, what
    belongs to this one in `machine`."""

    def __init__(self, home: str, config_folder: str | None = None, machine: str | None = None) -> None:
        self.home = home
        self.config = os.path.join(config_folder or home, "config.toml")
        self.data = os.path.join(home, "data")
        self.inbox = os.path.join(home, "inbox")
        self.backups = os.path.join(home, "backups")
        self.packets = os.path.join(home, "packets")
        self.home_name = os.path.join(home, "home.id")
        self.keys = os.path.join(home, "keys")
        self.keys_copy = os.path.join(home, "keys.copy")
        self.machine = machine or os.path.join(home, "machine")
        self.history = os.path.join(self.machine, "history")
        self.copies = os.path.join(self.machine, "copies")
        self.drafts = os.path.join(self.machine, "drafts")
        self.quarantine = os.path.join(self.machine, "quarantine")
        self.lock = os.path.join(self.machine, "lock")
        self.name = os.path.join(self.machine, "name")
        self.arrived = os.path.join(self.machine, "arrived")
        self.known_home = os.path.join(self.machine, "home")
        self.sent = os.path.join(self.machine, "sent")
        self.own_keys = os.path.join(self.machine, "keys")
        self.lasts = os.path.join(self.machine, "lasts")
        self.kept = os.path.join(self.machine, "kept")
        self.reminded = os.path.join(self.machine, "reminded")
        self.looked = os.path.join(self.machine, "looked")
        self.apart = os.path.join(self.machine, "apart")
        self.damage = os.path.join(self.machine, "damage.json")
        self.written = os.path.join(self.machine, "written")
        self.underway = os.path.join(self.machine, "underway")

    def named(self) -> dict[str, str]:
        """The places a person may want to open, with the word for each."""
        return {
            "home": self.home,
            "config": self.config,
            "data": self.data,
            "inbox": self.inbox,
            "backups": self.backups,
            "packets": self.packets,
            "machine": self.machine,
            "history": self.history,
            "copies": self.copies,
            "drafts": self.drafts,
            "quarantine": self.quarantine,
        }


def locate(home: str | None, environment: Mapping[str, str]) -> Paths:
    """`--home` wins, then COACH_HOME; without either, the folders the system sets aside for programs."""
    user = environment.get("HOME") or os.path.expanduser("~")
    is_mac = sys.platform == "darwin"
    support = os.path.join(user, "Library", "Application Support")
    state = _absolute(environment.get("XDG_STATE_HOME")) or os.path.join(user, ".local", "state")
    own = os.path.join(support, "coach-machine") if is_mac else os.path.join(state, "coach")
    chosen = home or environment.get("COACH_HOME")
    if chosen:
        folder = os.path.abspath(os.path.expanduser(chosen))
        return Paths(folder, machine=os.path.join(own, "at", _named(folder)))
    if is_mac:
        return Paths(os.path.join(support, "coach"), machine=os.path.join(own, "home"))
    data = _absolute(environment.get("XDG_DATA_HOME")) or os.path.join(user, ".local", "share")
    config = _absolute(environment.get("XDG_CONFIG_HOME")) or os.path.join(user, ".config")
    machine = os.path.join(own, "home")
    return Paths(os.path.join(data, "coach"), os.path.join(config, "coach"), machine)


def _named(folder: str) -> str:
    """A folder as one name: another one for every place on the disk."""
    name = os.path.realpath(folder).replace("!", "!!").replace(os.sep, "!")
    if len(os.fsencode(name)) <= _LONGEST:
        return name
    from hashlib import sha256

    return sha256(os.fsencode(name)).hexdigest()


def _absolute(path: str | None) -> str | None:
    """The XDG rules tell programs to ignore a relative path."""
    return path if path and os.path.isabs(path) else None
