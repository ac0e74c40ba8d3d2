"""The hints for an extra, followed for real: installed as people install it, typed as it is said, upgraded."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT

pytestmark = pytest.mark.long
UV = shutil.which("uv") or str(ROOT / ".venv" / "bin" / "uv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([UV, "build", "--wheel", "-q", "--python", sys.executable, "-o", out, ROOT], check=True)
    (path,) = out.glob("*.whl")
    return path


class Machine:
    """A home folder with uv and pipx in it, and whatever they install."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        own = {"HOME": str(folder), "PATH": f"{folder / '.local' / 'bin'}:{Path(UV).parent}:/usr/bin:/bin"}
        kept = {name: os.environ[name] for name in ("PIP_CERT", "SSL_CERT_FILE") if name in os.environ}
        cache = subprocess.run(
            [UV, "cache", "dir"], capture_output=True, text=True, check=True
        ).stdout.strip()
        self._environment = {**kept, **own, "UV_CACHE_DIR": cache, "UV_PYTHON": sys.executable,
                             "PIPX_DEFAULT_PYTHON": sys.executable}  # fmt: skip

    def types(self, command: str) -> str:
        ran = subprocess.run(
            ["/bin/sh", "-c", command], env=self._environment, cwd=self.folder,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return ran.stdout + ran.stderr


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


def _follows_the_hint(machine: Machine, coach: str) -> None:
    said = machine.types(f"{coach} protect")
    hint = re.search(r"`([^`]+)` brings it", said)
    assert hint, said
    done = machine.types(hint[1])
    assert "brings it" not in machine.types(f"{coach} protect"), done


def test_a_tool_of_uv_keeps_its_extra_over_an_upgrade(machine, wheel):
    machine.types(f"uv tool install {wheel}")
    _follows_the_hint(machine, "coach")
    machine.types("uv tool upgrade --reinstall coach-tui")
    assert "brings it" not in machine.types("coach protect")


def test_pipx_keeps_what_was_injected_over_a_reinstallation(machine, wheel):
    machine.types("uv tool install pipx")
    machine.types(f"pipx install {wheel}")
    _follows_the_hint(machine, "coach")
    machine.types("pipx reinstall coach-tui")
    assert "brings it" not in machine.types("coach protect")


def test_an_environment_of_ones_own(machine, wheel):
    machine.types(f"{sys.executable} -m venv own && own/bin/python -m pip install -q {wheel}")
    _follows_the_hint(machine, "own/bin/coach")


def test_an_environment_without_pip(machine, wheel):
    machine.types(f"uv venv -q own && uv pip install -q --python own/bin/python {wheel}")
    _follows_the_hint(machine, "own/bin/coach")
