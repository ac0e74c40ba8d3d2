"""The contracts hold for what is not written yet: a new room that reaches where it must not is seen."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT

LINT = Path(sys.executable).parent / "lint-imports"
pytestmark = pytest.mark.skipif(not LINT.exists(), reason="import-linter comes with the development tools")


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for name in ("coach", "screens", "assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def linted(house: Path) -> str:
    ran = subprocess.run(
        [LINT, "--no-cache"], cwd=house, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(house), "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
    )  # fmt: skip
    return ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("place", "line", "broken"),
    [
        ("coach/toy/rules.py", "import tinydb", "only the store knows TinyDB"),
        ("screens/toy/page.py", "import tinydb", "only the store knows TinyDB"),
        ("coach/toy/rules.py", "import textual", "coach is true without a screen"),
        ("coach/toy/rules.py", "import screens.app", "coach is true without a screen"),
        ("coach/toy/rules.py", "import coach.cli.main", "no room, also none that is to come"),
        ("coach/toy/rules.py", "import coach.today.today", "no room, also none that is to come"),
        ("screens/toy/page.py", "import screens.app", "no page knows the app"),
        (
            "screens/journal/toy/page.py",
            "import screens.packet.names",
            "rooms of screens open each other by name",
        ),
    ],
)
def test_a_new_room_that_reaches_too_far_breaks_a_contract(house, place, line, broken):
    file = house / place
    file.parent.mkdir()
    (file.parent / "__init__.py").write_text("")
    file.write_text(f"{line}\n")
    try:
        said = linted(house)
    finally:
        shutil.rmtree(file.parent)
    assert any(broken in line and "BROKEN" in line for line in said.splitlines()), said


def test_as_it_stands_all_hold(house):
    assert "0 broken" in linted(house)
