"""The rules can be got wrong only so that a test notices: one sign of a rule is changed, and its tests must fail.

Every mutant here has lived once, or guards a rule a person would not see broken. `make safety` runs all of
them; `make test` one of each file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.helpers import LONG, ROOT
from tests.safety.mutated import copied, noticed, run_in

if TYPE_CHECKING:
    from pathlib import Path


class Mutant(NamedTuple):
    file: str
    pattern: str
    instead: str
    noticed_by: str

    def __str__(self) -> str:
        return f"{self.file}: {self.instead}"


MUTANTS = [
    Mutant("coach/core/when.py", r"step \* 9, step", "step * 8, step", "tests/core/test_when.py"),
    Mutant("coach/assessment/scoring.py", r"len\(took\) // 2\]", "0]", "tests/assessment/test_scoring.py"),
    Mutant("coach/assessment/scoring.py", r"took\[len\(took\) // 2\]", "took[-1]", "tests/assessment/test_scoring.py"),
    Mutant("coach/assessment/scoring.py", r"< HASTY", "<= HASTY", "tests/assessment/test_scoring.py"),
    *(
        Mutant("coach/packet/packets.py", rf'"{each}"(?=.*\}}\n""")', '"nothing"', "tests/packet/test_packet.py")
        for each in ("patterns", "assessment", "reflections", "energy", "private")
    ),
    Mutant("coach/packet/document.py", r"label=change\(line\.label\)", "label=line.label", "tests/packet/test_packet.py"),
    Mutant("coach/packet/document.py", r"label=change\(row\.label\)", "label=row.label", "tests/packet/test_packet.py"),
    *(
        Mutant("coach/packet/markdown.py", re.escape(sign), "", "tests/packet/test_packet.py")
        for sign in ("\\\\`", "`*", "*\\[", "\\[\\]", "<>", "|~", "|_(?![^\\W_])", "|&(?=#?\\w+;)", "#>+", "+=", "=-", "|\\d+(?=[.)])")
    ),
    Mutant("coach/cycle/season.py", r" - rested\(rests, last\.starts, last\.closed - _DAY\)", "", "tests/cycle/test_seasons.py"),
    Mutant("coach/reflection/vitality.py", r"late > _LATE", "late >= _LATE", "tests/cycle/test_reassessment.py"),
    Mutant("coach/reflection/vitality.py", r"used < planned_days\(window\) \* _HALF", "used <= planned_days(window) * _HALF", "tests/cycle/test_reassessment.py"),
    Mutant("coach/reflection/vitality.py", r" and not is_decided\)", ")", "tests/cycle/test_reassessment.py"),
    Mutant("coach/reflection/vitality.py", r" - rested\(coach\.seasons\.rests\(\), window\.starts, last\)", "", "tests/cycle/test_reassessment.py"),
    Mutant("coach/reflection/emphasis.py", r"before - after >= _FALL", "abs(before - after) >= _FALL", "tests/reflection/test_lived.py"),
    Mutant("coach/reflection/emphasis.py", r"before - after >= _FALL", "before - after > _FALL", "tests/reflection/test_lived.py"),
    Mutant("coach/reflection/reviews.py", r"_EVE = timedelta\(days=1\)", "_EVE = timedelta(days=0)", "tests/reflection/test_reviews.py"),
    Mutant("coach/reflection/reviews.py", r"_EVE = timedelta\(days=1\)", "_EVE = timedelta(days=2)", "tests/reflection/test_reviews.py"),
]  # fmt: skip
SHORT = list({mutant.file: mutant for mutant in MUTANTS}.values())


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_rule_is_where_the_table_says(mutant: Mutant):
    assert len(re.findall(mutant.pattern, (ROOT / mutant.file).read_text())) == 1


@pytest.mark.long
def test_without_a_mutant_their_tests_pass(tmp_path: Path):
    tests = {each.noticed_by for each in (MUTANTS)}
    assert run_in(copied(tmp_path), *sorted(tests)).returncode == 0


@pytest.mark.parametrize("mutant", MUTANTS if LONG else SHORT, ids=str)
def test_a_mutant_of_a_rule_is_noticed(mutant: Mutant, tmp_path: Path):
    tree = copied(tmp_path)
    path = tree / mutant.file
    path.write_text(re.sub(mutant.pattern, lambda _: mutant.instead, path.read_text()))
    assert noticed(tree, mutant.noticed_by) == "", f"nobody noticed: {mutant}"
