"""What the project says of itself is so, once, and in one place."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from email.message import Message
from pathlib import Path

import pytest
import yaml

from coach import __version__
from coach.store import report
from tests.docs import index_page
from tests.helpers import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
TARGETS = {
    name
    for line in re.findall(r"^([a-z]+(?: [a-z]+)*):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for name in line.split()
}
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]


def anchors(page: Path) -> set[str]:
    """What can be linked to in a page: its headings, as every renderer of Markdown names them."""
    heads = re.findall(
        r"^#+ +(.*)$", re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        leads = page.parent / path if path else page
        assert leads.exists(), target
        assert not anchor or anchor in anchors(leads), target


def test_the_changelog_has_the_version_with_its_day():
    heads = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert heads[0] == "Unreleased"
    released = re.fullmatch(rf"{re.escape(__version__)} \((\d{{4}}-\d\d-\d\d)\)", heads[1])
    assert released
    assert date.fromisoformat(released[1])
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert (cited["version"], str(cited["date-released"])) == (__version__, released[1])


def test_where_the_project_lives_is_said_in_one_place():
    """Whoever carries it on changes pyproject.toml, and what is written from it."""
    folders = ("coach", "screens", "assets", "docs", "tests", ".github")
    files = [*ROOT.iterdir(), *(each for folder in folders for each in (ROOT / folder).rglob("*"))]
    named = {
        str(each.relative_to(ROOT))
        for each in files
        if each.is_file() and each.suffix != ".pyc" and "github.com/OWNER" in each.read_text(errors="replace")
    }
    own = {"pyproject.toml", "docs/index-page.md", "tests/docs/test_project.py"}
    assert named - {"PKG-INFO", "pyproject.toml.orig"} == own


def test_the_page_of_an_index_is_the_readme_with_whole_addresses():
    page = index_page.PAGE.read_text()
    assert index_page.page() == page, "`make pages` writes it"
    targets = re.findall(r"\]\(([^)]+)\)", page)
    assert targets
    assert all(each.startswith("https://") for each in targets)


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda path: path.name)
def test_what_the_forge_reads_can_be_read(path):
    found = yaml.safe_load(path.read_text())
    jobs = found.get("jobs", {})
    for job in jobs.values():
        for step in job["steps"]:
            for target in re.findall(
                r"(?:^|&&) *make (?:-C \w+ )?([a-z]+)", step.get("run", ""), re.MULTILINE
            ):
                assert target in TARGETS


def test_the_matrix_is_what_the_package_says():
    matrix = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text())["jobs"]["test"]["strategy"][
        "matrix"
    ]
    told = [each.rpartition(" :: ")[2] for each in PROJECT["classifiers"] if "Python :: 3." in each]
    assert matrix["python"] == told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("https://github.com/OWNER/coach/issues", ""),
        ("https://example.org/issues", "https://example.org/issues"),
    ],
)
def test_a_report_is_sent_nowhere_as_long_as_nobody_has_published_coach(monkeypatch, told, expected):
    published = Message()
    published["Project-URL"] = f"Issues, {told}"
    monkeypatch.setattr("importlib.metadata.metadata", lambda _: published)
    assert report.where_to() == expected


def test_every_target_of_make_is_explained_where_people_look():
    targets = set(re.findall(r"^([a-z]+(?: [a-z]+)*):", (ROOT / "Makefile").read_text(), re.MULTILINE)) - {
        "user dev"
    }
    told = (ROOT / "CONTRIBUTING.md").read_text() + (ROOT / "README.md").read_text()
    assert {each for each in targets if f"make {each}" not in told} == set()
