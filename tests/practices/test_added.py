"""A practice is added by one folder in each of the three, a line in the register and a line in the routes: then
everything that holds for all of them holds for it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from tests.helpers import ROOT, environment
from tests.practices.toys import FILES, LINES


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The house with one practice more."""
    tree = tmp_path_factory.mktemp("house")
    for room in ("coach", "screens", "assets"):
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name, content in FILES.items():
        path = tree / name
        path.parent.mkdir(exist_ok=True)
        assert not path.exists()
        path.write_text(content)
    for name, (old, new) in LINES.items():
        path = tree / name
        assert path.read_text().count(old) == 1
        path.write_text(path.read_text().replace(old, new))
        assert len(new.splitlines()) == len(old.splitlines()) + 1
    return tree


@pytest.fixture
def coach(house, paths):
    """Commands typed in it."""

    def typed(*arguments: str) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "coach", *arguments],
            cwd=house, env=environment(paths) | {"PYTHONPATH": str(house)},
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert ran.returncode == 0, f"{arguments}\n{ran.stdout}{ran.stderr}"
        return ran.stdout

    return typed


def test_it_is_in_the_shell_its_help_and_the_completions(coach):
    assert "put a toy on the shelf" in coach("help")
    assert "coach toy Yoyo" in coach("toy", "--help")
    assert "toy\t" in coach("completions", "fish", "--", "")


def test_what_it_keeps_is_listed_shown_found_deleted_and_brought_back(coach):
    coach("toy", "a", "red", "yoyo")
    assert "a red yoyo" in coach("list", "toys")
    reference = coach("list", "toys").split()[3]
    assert f"{reference}  toy  " in coach("show", reference)
    assert "yoyo" in coach("search", "YOYO")
    assert "yoyo" in coach("search", "yoyo", "--kind", "toys")
    coach("delete", reference)
    assert "a red yoyo" not in coach("list", "toys")
    coach("undo")
    assert "a red yoyo" in coach("list", "toys")
    coach("undo")
    assert "a red yoyo" not in coach("list", "toys")


def test_it_goes_out_and_comes_in_again(coach, tmp_path):
    coach("toy", "a red yoyo")
    assert "a red yoyo" in coach("export", "--format", "csv", "--kind", "toys")
    assert "toys" in json.loads(coach("export", "--schema"))["$defs"]
    archive = tmp_path / "archive.json"
    coach("export", "-o", str(archive))
    assert [each["text"] for each in json.loads(archive.read_text())["records"]["toys"]] == ["a red yoyo"]
    coach("undo")
    coach("import", str(archive), "--yes")
    assert "a red yoyo" in coach("list", "toys")


def test_it_waits_on_today(coach):
    assert json.loads(coach("today", "--json"))["play"] is None
    coach("toy", "a red yoyo")
    assert json.loads(coach("today", "--json"))["play"] == "empty"
    assert "Play: something stands on the shelf" in coach("today")


def test_it_has_its_place_in_the_app(coach, house, paths):
    coach("toy", "a red yoyo")
    ran = subprocess.run(
        [sys.executable, ROOT / "tests" / "practices" / "walk.py", paths.home],
        cwd=house, env=environment(paths) | {"PYTHONPATH": f"{house}:{ROOT}"},
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    today, page, help_ = (ran.stdout.partition(each)[2] for each in ("TODAY", "PAGE", "HELP"))
    assert "something stands on the shelf" in today, ran.stderr
    assert "a red yoyo" in page
    assert "What there is to play with." in help_
    assert "OPENED toys" in ran.stdout, ran.stderr
