"""Completions, in the shells that are here."""

from __future__ import annotations

import shutil
import subprocess

import pytest

_BASH = """
source "$1"
COMP_WORDS=($2) COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )) COMP_LINE=$2 COMP_POINT=${#2}
_shtab_coach coach "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""
_FISH = "source $argv[1]; complete -C $argv[2]"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "journal.json").write_text("[]")
    (tmp_path / "journals").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", ["bash", "fish"])
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("coach import jour", {"journal.json", "journals"}),
        ("coach backup -o jour", {"journal.json", "journals"}),
        ("coach export --output jour", {"journal.json", "journals"}),
        ("coach restore jour", {"journal.json", "journals"}),
        ("coach demo --into jour", {"journals"}),
        ("coach add --home jour", {"journals"}),
        ("coach feedb", {"feedback"}),
    ],
)
def test_files_and_commands_are_offered(shell, folder, name, typed, offered):
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name}")
    script = folder / f"completions.{name}"
    script.write_text(shell("completions", name).out)
    how = ["-c", _BASH, name] if name == "bash" else ["-c", _FISH]
    ran = subprocess.run(
        [name, *how, str(script), typed], cwd=folder, capture_output=True, text=True, check=False
    )
    found = {line.partition("\t")[0].rstrip("/") for line in ran.stdout.splitlines()}
    assert found == offered, ran.stderr


def test_zsh_offers_files_where_a_file_is_meant(shell):
    lines = shell("completions", "zsh").out.splitlines()
    assert any(':FILE:_files"' in line or ":FILE:_files" in line for line in lines)
    assert any("a file or a folder" in line and "_files" in line for line in lines)
