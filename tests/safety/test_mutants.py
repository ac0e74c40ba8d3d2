"""D16: the safety tests can fail. Each mutant lacks one sync, lock, rename or checksum; a test must notice.

The places are found in the source, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import LONG, ROOT
from tests.safety.mutated import copied, noticed

KEPT = "store/test_kept"
"""What is kept of months that rest: stale, swapped, forged, of another machine, open."""
STORE = ROOT / "coach" / "store"

# What to remove, what takes its place, what it is, and who should notice first.
MUTATIONS = (
    (r"(?m)^(\s+)(?:files\.)?sync\(file\)$", r"\1pass", "sync", "power"),
    (r"(?m)^(\s+)(?:files\.)?sync_folder\(.*\)$", r"\1pass", "sync of a folder", "power"),
    (r"(?m)^(\s+)fcntl\.flock\(.*\)$", r"\1pass", "lock", "writers"),
    (r"os\.replace\(temporary, path\)", "__import__('shutil').copyfile(temporary, path)", "rename", "power"),
    (r"is_whole = checksum_holds\(raw\)", "is_whole = True", "checksum of a file", "rot"),
    (r"if stated != b\"%08x\" % crc32\(rest\):", "if False:", "checksum of a line", "rot"),
    (r"if meta\.get\(\"name\"\) != name:", "if False:", "name of a file", "rot"),
    (
        r"if found is None and os\.path\.isdir\(self\._witness\):",
        "if False:",
        "missing file",
        "rot::test_a_file_that_goes_missing_under_an_open_app_is_not_begun_anew",
    ),
    (r"(?m)^(\s+)self\.damage\.refuse\(\)$", r"\1pass", "read-only after damage", "rot"),
    (r"(?m)^(\s+)os\.ftruncate\(file, start\)$", r"\1pass", "taking back a refused line", "faults"),
    (r"(?m)^(\s+)self\.ledger\.finish\(\)$", r"\1pass", "finishing what was decided", "power"),
    (r"head(?:\[0\])? \+ name\.encode\(\)", "b''", "name a file is sealed under", "protection"),
    (r"nonce = os\.urandom\(NONCE\)", "nonce = bytes(NONCE)", "fresh nonce", "protection"),
    (r"if not is_ours:", "if False:", "signature of the keys", "protection"),
    (r"if not all\(least <=", "if False and not all(least <=", "bounds of the cost", "protection"),
    (
        r"if self\.keys is None or self\.is_turning or is_begun_before:",
        "if True:",
        "refusing what lies open",
        "protection",
    ),
    (r"if int\(content\[:_SUM\], 16\) != crc32\(.*\):", "if False:", "checksum of what is kept", KEPT),
    (r"and files\.trace\(source\.path\) == source\.identity", "", "file a part is kept of", KEPT),
    (r"if head\[\"of\"\] == self\._of\(\):", "if True:", "machine and form a part is kept for", KEPT),
    (r"(?m)^(\s+)files\.discard\(self\.path\)  # it lay open.*$", r"\1pass", "sweeping what lay open", KEPT),
)

# Files that other tests than the usual ones watch over.
ELSEWHERE = {"outfile.py": "outside::test_what_was_acknowledged_outside_outlives_a_power_cut"}


@dataclass(frozen=True)
class Mutant:
    file: str
    start: int
    end: int
    instead: str
    name: str
    noticed_by: str

    def __str__(self) -> str:
        return f"{self.file}: {self.name} at {self.start}"


def mutants() -> list[Mutant]:
    return [
        Mutant(
            path.name, place.start(), place.end(), place.expand(instead), name, ELSEWHERE.get(path.name, by)
        )
        for path in sorted(STORE.glob("*.py"))
        for pattern, instead, name, by in MUTATIONS
        for place in re.finditer(pattern, path.read_text())
    ]


MUTANTS = mutants()
# Every kind of safety is met in the short selection; every place of it in the full one.
SHORT = list({(mutant.name, mutant.noticed_by): mutant for mutant in MUTANTS}.values())


def test_every_kind_of_safety_has_a_place_in_the_source():
    assert {mutant.name for mutant in MUTANTS} == {name for _, _, name, _ in MUTATIONS}


@pytest.mark.parametrize("mutant", MUTANTS if LONG else SHORT, ids=str)
def test_a_mutant_is_noticed(mutant: Mutant, tmp_path: Path):
    tree = copied(tmp_path)
    path = tree / "coach" / "store" / mutant.file
    source = path.read_text()
    path.write_text(source[: mutant.start] + mutant.instead + source[mutant.end :])
    file, _, test = mutant.noticed_by.partition("::")
    place = file if "/" in file else f"safety/test_{file}"
    assert noticed(tree, f"tests/{place}.py{test and '::'}{test}") == "", f"nobody noticed: {mutant}"
