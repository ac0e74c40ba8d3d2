"""A copy of the whole tree with something wrong in it, and whether tests notice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.helpers import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_LEFT_OUT = (".*", "docs", "dist", "pictures")
"""What is compiled comes along, with the times of its sources."""


def copied(folder: Path) -> Path:
    """The tree, to change."""
    return shutil.copytree(ROOT, folder / "tree", ignore=shutil.ignore_patterns(*_LEFT_OUT))


def run_in(tree: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """These tests, until the first one fails."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "not long", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False, timeout=500)


def noticed(tree: Path, *tests: str) -> str:
    """Nothing, if one of them failed; otherwise what they said."""
    ran = run_in(tree, *tests)
    return "" if ran.returncode == 1 and "failed" in ran.stdout else ran.stdout[-2000:] or "nothing was said"
