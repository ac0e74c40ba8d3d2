"""`make run` on a machine that has little: what it makes, makes again, and asks for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT

UV = f"""#!/bin/sh
echo "$@" >>asked
[ -e offline ] && echo "no network" >&2 && exit 1
mkdir -p .venv/bin && ln -sf {sys.executable} .venv/bin/python
"""
BARE = f"""#!/bin/sh
case "$*" in *ensurepip*) exit 1;; esac
exec {sys.executable} "$@"
"""


class Checkout:
    """A folder with what make looks at, and nothing on the PATH but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.programs = folder / "coach", folder / "programs"
        self.programs.mkdir(parents=True)
        (self.folder / ".ci").mkdir(parents=True)
        shutil.copy(ROOT / ".ci" / "venv", self.folder / ".ci")
        for name in ("pyproject.toml", "uv.lock", "requirements.txt"):
            shutil.copy(ROOT / name, self.folder)
        for name in ("dirname", "mkdir", "ln", "rm", "sh"):
            (self.programs / name).symlink_to(shutil.which(name) or name)

    def has(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def make(self, wanted: str = "user") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", self.folder / ".ci" / "venv", wanted], capture_output=True, text=True, check=False,
            env={"PATH": str(self.programs), "PYTHON": "bare-python"}, cwd=self.folder,
        )  # fmt: skip

    def of_long_ago(self) -> None:
        """What was made is older than the lock."""
        os.utime(self.folder / ".venv" / ".made", (0, 0))

    @property
    def asked(self) -> list[str]:
        path = self.folder / "asked"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def checkout(tmp_path) -> Checkout:
    made = Checkout(tmp_path)
    made.has("bare-python", BARE)
    return made


@pytest.fixture
def with_uv(checkout) -> Checkout:
    checkout.has("uv", UV)
    return checkout


def test_without_uv_and_ensurepip_it_names_the_one_package_in_one_line_and_leaves_nothing(checkout):
    if Path("/usr/bin/python3").exists():  # it would be tried, too
        text = (checkout.folder / ".ci" / "venv").read_text().replace(" /usr/bin/python3", "")
        (checkout.folder / ".ci" / "venv").write_text(text)
    for _ in range(2):
        said = checkout.make()
        assert (said.returncode, len(said.stderr.splitlines())) == (1, 1)
        assert "apt install python3-venv" in said.stderr
        assert not (checkout.folder / ".venv").exists()


def test_with_uv_it_fetches_what_running_needs_once_and_says_so(with_uv):
    said = with_uv.make()
    assert said.returncode == 0, said.stderr
    assert "to run coach" in said.stderr
    assert with_uv.make().stderr == ""
    (asked,) = with_uv.asked
    assert "--no-dev" in asked


def test_what_was_fetched_for_work_stays_when_coach_is_run(with_uv):
    with_uv.make("dev")
    assert "--no-dev" not in with_uv.asked[0]
    with_uv.of_long_ago()
    with_uv.make("user")
    assert "--no-dev" not in with_uv.asked[1]
    assert with_uv.make("dev").stderr == with_uv.make("user").stderr == ""


def test_a_changed_lock_is_followed(with_uv):
    with_uv.make()
    with_uv.of_long_ago()
    assert with_uv.make().returncode == 0
    assert len(with_uv.asked) == 2


@pytest.mark.parametrize("harm", ["half", "no python", "moved"])
def test_what_is_half_made_or_was_moved_is_made_again(with_uv, harm):
    with_uv.make()
    kept = with_uv.folder / ".venv" / "of before"
    kept.touch()
    if harm == "half":
        (with_uv.folder / ".venv" / ".made").unlink()
    elif harm == "no python":
        (with_uv.folder / ".venv" / "bin" / "python").unlink()
    else:
        moved = with_uv.folder.with_name("elsewhere")
        with_uv.folder.rename(moved)
        with_uv.folder = moved
    said = with_uv.make()
    assert "made again" in said.stderr
    assert said.returncode == 0
    assert not (with_uv.folder / ".venv" / "of before").exists()


def test_without_a_network_it_says_so_and_goes_on_next_time(with_uv):
    (with_uv.folder / "offline").touch()
    said = with_uv.make()
    assert said.returncode == 1
    assert "no network" in said.stderr
    assert said.stderr.splitlines()[-1].startswith("coach: not everything could be fetched")
    (with_uv.folder / "offline").unlink()
    assert with_uv.make().returncode == 0


def test_what_pip_fetches_is_what_the_lock_says():
    uv = shutil.which("uv") or str(ROOT / ".venv" / "bin" / "uv")
    if not Path(uv).exists():
        pytest.skip("exporting needs uv")
    told = subprocess.run(
        [uv, "export", "--frozen", "--no-dev", "--no-emit-project", "--no-header", "--no-annotate", "-q", "--offline"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    kept = (ROOT / "requirements.txt").read_text()
    assert kept.partition("\n")[2] == told
