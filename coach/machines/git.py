"""git as the way between machines: what there is of it here is asked of git itself."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING

from coach.core.errors import CoachError, NotFoundError
from coach.core.safe_text import safe_text
from coach.core.texts import filled, words
from coach.store import files
from coach.store.sealing import SEALED

if TYPE_CHECKING:
    from collections.abc import Sequence

_IGNORED = (
    "backups/\npackets/\nreports/\nmachine/\nquarantine/\nhistory/\ncopies/\ndrafts/\nlock\n.*.tmp\n"
    "inbox/*\n!inbox/*.json\n"
)
_MERGED = "* -text merge=coach\n"
_BRANCH = "main"
THERE = f"origin/{_BRANCH}"
"""What lies at the remote, as of the last look."""
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class Repository:
    """The home as a repository of its own."""

    def __init__(self, home: str) -> None:
        self.home = home
        if which("git") is None:
            raise NotFoundError(words.machines.git.missing, do=words.machines.git.install)

    @property
    def is_there(self) -> bool:
        """Whether the home itself is one, and not only a folder in another."""
        return os.path.exists(os.path.join(self.home, ".git"))

    def set_up(self) -> None:
        """It is one, and merges as coach does. Each time anew: a clone brings no settings along."""
        if not self.is_there:
            self.run("init", "--quiet", f"--initial-branch={_BRANCH}")
        for name, content in ((".gitignore", _IGNORED), (".gitattributes", _MERGED)):
            path = os.path.join(self.home, name)
            if not os.path.exists(path):
                files.write_atomically(path, content.encode())
        driver = f"{shlex.quote(sys.executable)} -P -m coach merge-file %O %A %B %P"
        self.run("config", "merge.coach.name", "coach")
        self.run("config", "merge.coach.driver", driver)

    def point_to(self, remote: str) -> None:
        """Where it is pushed to and pulled from; nowhere, if nothing."""
        if not remote:
            self.run("remote", "remove", "origin")
            return
        verb = "set-url" if self.remote else "add"
        self.run("remote", verb, "origin", os.path.abspath(remote) if is_path(remote) else remote)

    @property
    def remote(self) -> str:
        """Where to; nothing where it has none."""
        return self.ask("config", "--get", "remote.origin.url")

    @property
    def is_open_on_purpose(self) -> bool:
        """Whether the person said that unprotected words may leave this machine."""
        return self.ask("config", "--get", "coach.open") == self.remote

    def open_on_purpose(self) -> None:
        """They said so."""
        self.run("config", "coach.open", self.remote)

    def commit(self, what: str, *, is_sealed: bool) -> bool:
        """Everything as it lies; with protection, nothing that lies open. Gives whether anything was new."""
        self.run("add", "--all")
        for path in self._open_ones() if is_sealed else ():
            self.run("reset", "--quiet", "--", path)
        is_merging = os.path.exists(os.path.join(self.home, ".git", "MERGE_HEAD"))
        if not is_merging and not self.ask("diff", "--cached", "--name-only"):
            return False
        self.run("commit", "--quiet", "--message", what)
        return True

    def _open_ones(self) -> list[str]:
        """What would go along and can be read by anybody."""
        staged = self.ask("diff", "--cached", "--name-only", "--diff-filter=d", "-z").split("\0")
        found = []
        for name in filter(None, staged):
            with open(os.path.join(self.home, name), "rb") as file:
                head = file.read(_HEAD)
            if name.startswith(("data/", "inbox/")) and not head.startswith(SEALED) and b'{"' in head:
                found.append(name)
        return found

    def holds_open_words(self, at: str = "HEAD") -> bool:
        """Whether anything was committed before there was protection."""
        return bool(self.ask("log", "-1", "--format=%h", '-S{"_meta": ', at, "--", "data"))

    def fetch(self) -> bool:
        """What lies there; gives whether there is anything yet."""
        self.run("fetch", "--quiet", "origin")
        return bool(self.ask("rev-parse", "--verify", "--quiet", THERE))

    def merge(self) -> None:
        """What lies there and what lies here, file by file through our own driver."""
        if not self.ask("rev-parse", "--verify", "--quiet", "HEAD"):
            self.run("reset", "--hard", "--quiet", THERE)
            return
        said = words.machines.git.merged
        self.run("merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "-m", said, THERE)

    def push(self) -> bool:
        """Gives whether it was taken: another machine may have been quicker."""
        return self._call("push", "--quiet", "--set-upstream", "origin", f"HEAD:{_BRANCH}").returncode == 0

    def ask(self, *arguments: str) -> str:
        """What git says to a question; nothing where it says no."""
        found = self._call(*arguments)
        return found.stdout.strip() if found.returncode == 0 else ""

    def run(self, *arguments: str) -> None:
        """Does it, or says in a line why git would not."""
        done = self._call(*arguments)
        if done.returncode:
            lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
            said = [line for line in lines if line.startswith(("fatal:", "error:"))][:1] or lines[-1:]
            raise CoachError(
                filled(
                    words.machines.git.refused, what=arguments[0], why=safe_text(said[-1] if said else "")
                ),
                kept=words.machines.git.kept,
            )

    def _call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", "-C", self.home, *self._identity(), *arguments],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={name: value for name, value in os.environ.items() if name not in _OF_ANOTHER},
            umask=0o077,
        )

    def _identity(self) -> Sequence[str]:
        """Who commits, where nobody told git: it would refuse."""
        return ("-c", "user.useConfigOnly=false", "-c", "core.autocrlf=false") + (
            () if os.environ.get("GIT_AUTHOR_NAME") or _has_name(self.home) else _NOBODY
        )


_HEAD = 64
_OF_ANOTHER = {"GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"}
"""What a hook of another repository would tell us of itself."""
_NOBODY = ("-c", "user.name=coach", "-c", "user.email=coach@localhost")


def _has_name(home: str) -> bool:
    found = subprocess.run(
        ["git", "-C", home, "config", "--get", "user.email"], capture_output=True, check=False
    )
    return found.returncode == 0


def is_local(remote: str) -> bool:
    """Whether it is a path on a disk of this machine."""
    if _URL.match(remote):
        return remote.lower().startswith("file://")
    return ":" not in remote.split("/", maxsplit=1)[0]


def is_path(remote: str) -> bool:
    """Whether it is one as the file system knows it, and no address."""
    return is_local(remote) and ":" not in remote


def holds_open_words(home: str) -> bool:
    """Whether a repository of a protected home still holds what was committed before."""
    if not os.path.exists(os.path.join(home, ".git")) or which("git") is None:
        return False
    return Repository(home).holds_open_words()
