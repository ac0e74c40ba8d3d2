"""What coach tells a person to type when a library is missing."""

from __future__ import annotations

import tomllib

import pytest

from coach import __version__
from coach.core.installed import NEEDS, command_for
from tests.helpers import ROOT


def test_it_says_the_version_it_is_published_as():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert __version__ == told


@pytest.mark.parametrize(
    ("prefix", "begins"),
    [
        ("/home/a/.local/share/uv/tools/coach-tui", "uv pip install --python"),
        ("/home/a/.local/share/pipx/venvs/coach-tui", "pipx inject coach-tui "),
        ("/home/a/coach/.venv", "/home/a/coach/.venv/bin/python -m pip install "),
    ],
)
def test_the_command_is_right_for_how_this_copy_was_installed(monkeypatch, prefix, begins):
    monkeypatch.setattr("sys.prefix", prefix)
    monkeypatch.setattr("sys.executable", f"{prefix}/bin/python")
    for extra, library in NEEDS.items():
        said = command_for(extra)
        assert said.startswith(begins)
        assert said.endswith(f"'{library}'")


def test_no_command_installs_a_package_called_coach():
    """On an index that name is somebody else's."""
    places = [
        *ROOT.glob("coach/**/*.py"),
        *ROOT.glob("assets/**/*.toml"),
        *ROOT.glob("docs/*.md"),
        ROOT / "README.md",
    ]
    wrong = [
        str(path)
        for path in places
        if "coach[" in path.read_text(encoding="utf-8").replace("`coach[", "coach[")
    ]
    assert wrong == []


def test_the_libraries_are_those_of_the_extras():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert {name: found for name, (found,) in extras.items()} == NEEDS
