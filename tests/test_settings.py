"""Settings: few, typed, and never at the cost of what stands in the file."""

from __future__ import annotations

import os
from datetime import time
from pathlib import Path

import pytest

from coach import settings
from coach.core.errors import CoachError


def test_without_a_file_the_defaults_hold(tmp_path):
    assert settings.load(str(tmp_path / "none.toml")) == settings.Settings()


def test_changing_one_setting_leaves_comments_and_strangers_alone(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('# mine\nday_ends = "03:00" # early\nfuture = [1, 2]\n')
    assert settings.load(str(path)).day_ends == time(3)
    settings.write(str(path), "editor", "vim -f")
    assert settings.load(str(path)) == settings.Settings(time(3), "vim -f")
    assert "# mine" in path.read_text()
    assert "future = [1, 2]" in path.read_text()
    settings.write(str(path), "day_ends", None)
    assert settings.load(str(path)).day_ends == time(4)


@pytest.mark.parametrize("ends", ["noon", "25:00", "13:00", ""])
def test_an_impossible_setting_changes_nothing(tmp_path, ends):
    path = tmp_path / "config.toml"
    with pytest.raises(CoachError, match="day_ends"):
        settings.write(str(path), "day_ends", ends)
    assert not path.exists()


def test_a_broken_file_is_named_and_kept(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text("day_ends = ")
    with pytest.raises(CoachError, match=r"config\.toml"):
        settings.load(str(path))
    assert path.read_text() == "day_ends = "


def test_a_linked_settings_file_stays_a_link(tmp_path):
    real = tmp_path / "dotfiles.toml"
    real.write_text("")
    link = tmp_path / "config.toml"
    os.symlink(real, link)
    settings.write(str(link), "day_ends", "05:00")
    assert link.is_symlink()
    assert "05:00" in Path(real).read_text()
