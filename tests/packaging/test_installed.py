"""What coach tells a person to type when a library is missing."""

from __future__ import annotations

import tomllib

import pytest

from coach import __version__
from coach.core import installed
from coach.core.installed import NEEDS, command_for
from tests.helpers import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_it_says_the_version_it_is_published_as():
    assert __version__ == PROJECT["version"]


def test_its_name_is_the_one_it_is_published_under():
    assert PROJECT["name"] == installed.NAME


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of coach in a folder of its own, with these modules beside it."""

    def made(marker: str, *there: str, source: str = "", programs: tuple[str, ...] = ()):
        if marker:
            (tmp_path / marker).touch()
        monkeypatch.setattr("sys.prefix", str(tmp_path))
        monkeypatch.setattr("sys.executable", f"{tmp_path}/bin/python")
        monkeypatch.setattr(installed, "_is_there", lambda module: module in there)
        monkeypatch.setattr(installed, "_on_the_path", lambda program: program in programs)
        monkeypatch.setattr(installed, "_source", lambda: source)
        return tmp_path

    return made


def test_a_tool_of_uv_is_asked_for_again_with_its_extras_so_that_an_upgrade_keeps_them(copy):
    copy("uv-receipt.toml", "typst")
    assert command_for("protect") == "uv tool install 'coach-tui[pdf,protect]'"


def test_a_tool_of_uv_from_a_folder_comes_from_there_again(copy):
    copy("uv-receipt.toml", source="file:///home/a/coach")
    assert command_for("pdf") == "uv tool install 'coach-tui[pdf] @ file:///home/a/coach'"


def test_pipx_injects_what_it_will_remember(copy):
    folder = copy("pipx_metadata.json", "pip")
    assert command_for("protect") == f"pipx inject {folder.name} 'pynacl>=1.5,<2'"


def test_an_environment_with_pip_uses_its_own(copy):
    folder = copy("", "pip")
    for extra, library in NEEDS.items():
        assert command_for(extra) == f"{folder}/bin/python -m pip install '{library}'"


def test_one_without_pip_uses_uv_where_there_is_one(copy):
    folder = copy("", programs=("uv",))
    assert command_for("pdf") == f"uv pip install --python {folder}/bin/python 'typst>=0.14.8,<1'"


def test_one_with_neither_makes_itself_a_pip_first(copy):
    folder = copy("")
    said = f"{folder}/bin/python -m ensurepip && {folder}/bin/python -m pip install 'typst>=0.14.8,<1'"
    assert command_for("pdf") == said


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
    extras = PROJECT["optional-dependencies"]
    assert {name: found for name, (found,) in extras.items()} == NEEDS
