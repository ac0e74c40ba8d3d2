"""The wheel holds what a person needs and nothing else, and works from another folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.helpers import ROOT

FOLDERS = ("coach", "screens", "assets", "docs/system")
pytestmark = pytest.mark.skipif(
    shutil.which("uv") is None and not (ROOT / ".venv/bin/uv").exists(), reason="building needs uv"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    uv = shutil.which("uv") or str(ROOT / ".venv/bin/uv")
    out = tmp_path_factory.mktemp("dist")
    built = subprocess.run(
        [uv, "build", "--wheel", "-q", "--python", sys.executable, "-o", out, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode and "fetch" in built.stderr.lower():
        pytest.skip("the build backend cannot be fetched here")
    assert built.returncode == 0, built.stderr
    (path,) = out.glob("*.whl")
    return path


def tracked() -> set[str]:
    """What git knows; nothing without git, or from a tarball."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", *FOLDERS], cwd=ROOT, capture_output=True, text=True, check=False
        )
    except OSError:
        return set()
    return set(listed.stdout.split())


def test_the_wheel_holds_every_source_and_resource_and_nothing_else(wheel):
    sources = tracked() or {
        str(path.relative_to(ROOT))
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = (name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name)
    names = {re.sub(r"^.*\.data/data/", "docs/system/", name) for name in packed if name[-1] != "/"}
    assert names == sources


def test_its_name_is_free_and_its_command_is_coach(wheel):
    assert wheel.name.startswith("coach_tui-")
    (place,) = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("entry_points.txt")]
    assert "coach = coach.__main__:main" in zipfile.ZipFile(wheel).read(place).decode()


def test_the_wheel_works_from_another_folder(wheel, tmp_path):
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import coach, screens.app; from coach.cli.main import run; "
        "assert coach.__file__.startswith(sys.path[0]); assert open(screens.app.CoachApp.CSS_PATH).read(); "
        "sys.exit(run(sys.argv[1:]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(site), "--home", str(tmp_path / "home"), "add", "from elsewhere"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "Saved" in ran.stderr
