"""M9: a form others fill in. Out as Markdown or as a page that asks nobody for anything, back as text, named by role only."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from coach.assessment.assessments import Taken
from coach.assessment.instrument import diagnostics, signs
from coach.core.errors import NO_DATA, UsageError
from coach.outside import form
from coach.outside.lines import given_up_then, outside_lines

HARD = ("contradicts", "optimising", "noticing")


def filled(**said: str) -> str:
    """The Markdown form as somebody sends it back."""
    text = form.markdown("peer", None)
    for name, answer in said.items():
        text = text.replace(f"{name} = ", f"{name} = {answer}")
    return text


def test_every_sign_and_question_has_its_sentence_from_outside():
    found = form.parts()
    assert set(found["signs"]) == {each.id for each in signs()}
    assert set(found["diagnostics"]) == {each.id for each in diagnostics()}
    assert tuple(found["hard"]) == (*HARD, "tradeoff")
    assert all(text.startswith("They ") for text in found["signs"].values())


def test_what_was_filled_in_is_read_and_all_else_left_out():
    text = filled(
        OM1="3", OL2="9", delivery="Yes", morale="perhaps", contradicts="They ship by\nFriday, always."
    )
    assert form.read(text, "x.md") == form.Filled(
        "peer",
        {"OM1": 3.0},
        {"delivery": "yes"},
        {"contradicts": "They ship by Friday, always."},
        ("OL2", "morale"),
    )


def test_it_may_come_back_quoted_in_a_mail():
    text = "\n".join(f"> {line}" for line in filled(OM1="2", noticing="Two people left").splitlines())
    assert form.read(text, "x.txt").answers == {"noticing": "Two people left"}


@pytest.mark.parametrize("text", ["", "OM1 = 3", "coach-view: king\nOM1 = 3", form.markdown("peer", None)])
def test_what_is_no_form_or_empty_is_refused(text):
    with pytest.raises(UsageError):
        form.read(text, "x.md")


def test_the_page_asks_nobody_and_runs_only_what_its_policy_names():
    page = form.page("manager", None)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert inside
        assert f"sha256-{b64encode(sha256(inside[1].encode()).digest()).decode()}" in policy[1]
    assert "http" not in page.replace("http-equiv", "")
    assert all(f'name="{name}"' in page for part in form.parts().values() for name in part)


def test_others_lie_beside_ones_own_and_are_named_by_role_only(coach):
    own = coach.assessments.keep(
        Taken(
            "team",
            ("OM1",),
            dict.fromkeys([f"OM{n}" for n in range(1, 7)], 1.0),
            diagnostics={"delivery": "yes"},
        )
    )
    coach.frames.change({"direction": "Boring by March", "giving_up": "the rewrite"})
    assert "the rewrite" not in form.page("peer", coach.frames.current())  # it is asked
    for role, steps in (("peer", "3"), ("manager", "2")):
        answers = dict.fromkeys([f"OM{n}" for n in range(1, 7)], steps)
        text = filled(**answers, delivery="no", noticing="Two people left", tradeoff="No talks").replace(
            "coach-view: peer", f"coach-view: {role}"
        )
        coach.views.keep(form.read(text, "x.md"))
    views = coach.views.since(coach.today())
    said = [each.text for each in outside_lines(views, own, given_up_then(coach, views))]
    assert "Over-managing, 0 to 4: 2.5 from 2 forms, 1.0 from you." in said
    assert "Delivery: 2 no, you said yes." in said
    assert "manager: What do they not notice, because they move fast? Two people left" in said
    assert said[-1] == "You wrote: the rewrite"


def test_the_shell_writes_reads_and_shows(shell, tmp_path):
    assert shell("others").code == NO_DATA
    assert shell("frame", "--direction", "Boring by March").code == 0
    out = tmp_path / "form.html"
    assert shell("others", "form", "-o", str(out), "--role", "manager").code == 0
    assert "Boring by March" not in out.read_text()
    assert shell("others", "form", "-o", str(tmp_path / "form.md"), "--frame").code == 0
    assert "Boring by March" in (tmp_path / "form.md").read_text()
    back = tmp_path / "answers.md"
    back.write_text(filled(delivery="partly"))
    assert shell("others", "read", str(back)).code == 0
    assert "Delivery: 1 partly, you said nothing." in shell("others").out
    assert shell("list", "views", "--json").json[0]["role"] == "peer"
    assert shell("others", "read", str(out)).code == 2


def test_import_knows_a_form_and_takes_it_once(shell, tmp_path):
    back = tmp_path / "mail.txt"
    back.write_text(filled(OM1="2"))
    assert shell("import", str(back), "--yes").code == 0
    assert shell("import", str(back), "--yes").code == 0
    assert [each["signs"] for each in shell("list", "views", "--json").json] == [{"OM1": 2.0}]


def test_a_form_is_read_once_and_what_is_no_answer_is_named(shell, tmp_path):
    path = tmp_path / "answers.md"
    path.write_text(filled(OM1="9", OM2="2", autonomy="maybe"))
    said = shell("others", "read", str(path)).err
    assert "Left out, because it is no answer to its question: OM1, autonomy." in said
    assert shell("others", "read", str(path)).code == 2
    assert shell("others", "read", str(path), "--force").code == 0
