"""The pictures of some weeks as cards, each with a sentence that says what it shows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from coach.commitments.trial_lines import others_line, side_line
from coach.core.bar import bar
from coach.core.counting import counted
from coach.core.days import month_ends
from coach.core.safe_text import cells, first_line, padded
from coach.core.said_days import month_short
from coach.core.spark import spark
from coach.core.texts import filled, words
from coach.facts import Fact
from coach.findings import QUARTER
from coach.insights.lines import HOLDS, trust_line
from screens.widgets.braille import line
from screens.widgets.cards import ASIDE, Band, Card, CardLine, Column, inside, shares, told
from screens.widgets.energy import role_of

if TYPE_CHECKING:
    from coach.commitments.trial_card import TrialCard
    from coach.findings import Finding
    from coach.insights.pictures import Part, Pictures
    from screens.widgets.drawn import Piece

_LOW, _HIGH = 1, 5
_AXIS, _LABEL, _NUMBER = 10, 15, 9
_TALL, _SHORT = 5, 3
_ROOMY = 34
_SIDES = 5, 3


class Trust(NamedTuple):
    """What opens all that was looked at."""

    shown: Pictures


def bands(shown: Pictures, width: int, height: int) -> list[Band]:
    """Side by side where there is room."""
    is_wide, is_low = width >= ASIDE, height < _ROOMY
    left, right = shares((Column((), _SIDES[0]), Column((), _SIDES[1])), width) if is_wide else (width, width)
    half = shares((Column(()), Column(())), width)[0] if is_wide else width
    line_card = _energy(shown, inside(left), _SHORT if is_low else _TALL)
    days = _weekdays(shown, inside(right))
    goes, kept = _goes_with(shown, inside(half)), _kept(shown, inside(half))
    found: list[Band] = []
    if is_wide:
        found += [
            (Column((line_card,), _SIDES[0]), Column((days,), _SIDES[1])),
            (Column((goes,)), Column((kept,))),
        ]
    else:
        found += [(Column((each,)),) for each in (line_card, days, goes, kept)]
    found += [(Column((_trial(each, inside(width)),)),) for each in shown.trials]
    found += [(Column((_tried(shown, inside(width)),)),)] if shown.tried else []
    found.append((Column((_found(shown, inside(width)),)),))
    found.append((Column((_trust(shown, inside(width)),)),))
    return found


def _about(card: Card, fact: Fact | None) -> Card:
    """The whole card opens the numbers and the days behind it."""
    return card._replace(lines=tuple(each._replace(target=each.target or fact) for each in card.lines))


def _energy(shown: Pictures, width: int, height: int) -> Card:
    title = f"{words.insights.picture.energy}, {shown.period.name}"
    if shown.felt == 0:
        return Card(title, told(words.insights.none_said, width, "quiet"))
    rows = line(shown.energy, max(width - _AXIS - 1, 8), height, _LOW, _HIGH)
    labels = {
        0: f"5 {words.insights.full}",
        height // 2: f"3 {words.insights.steady}",
        height - 1: f"1 {words.insights.empty}",
    }
    lines = [
        CardLine(((padded(labels.get(place, ""), _AXIS - 1) + " ┤", "quiet"), (row, "accent")))
        for place, row in enumerate(rows)
    ]
    lines.append(CardLine(((" " * (_AXIS + 1) + _months(shown, width - _AXIS - 1), "quiet"),)))
    plain = words.insights.level_plain
    if shown.period.weeks == QUARTER:
        compared = any(each.kind == "level" for each in shown.looked.all)
        plain = words.insights["level_none" if compared else "level_short"]
    said = _says(shown, "level", "level_year", "low_spell") or filled(
        plain, count=counted(shown.felt, "day"), of=shown.of
    )
    lines += told(said, width)
    hint = filled(words.insights.mean_hint, n=shown.felt, of=shown.of)
    ids = tuple(each.id for day, each in shown.known.checkins.items() if each.energy)
    return _about(Card(title, tuple(lines), hint), Fact("energy", said, shown.felt, ids))


def _months(shown: Pictures, width: int) -> str:
    """The months below the line, where they begin."""
    first, last = shown.period.first, shown.period.last
    whole = (last - first).days + 1
    said, day, last_end = [" "] * width, first, -1
    while day <= last:
        place = (day - first).days * width // whole
        name = month_short(day.month)
        if place > last_end and place + len(name) <= width:
            said[place : place + len(name)] = name
            last_end = place + len(name)
        day = month_ends(day) + timedelta(days=1)
    return "".join(said)


def _weekdays(shown: Pictures, width: int) -> Card:
    lines = []
    wide = max(width - 4 - 11, 4)
    for each in shown.weekdays:
        full, _ = bar(each.value / _HIGH, wide)
        number = f"{each.value:.1f}" if each.n else "  -"
        pieces: tuple[Piece, ...] = (
            (f"{each.label} ", "text"),
            (f"{full:<{wide}} ", role_of(round(each.value))),
            (number, "strong"),
            (f" n {each.n}", "quiet"),
        )
        target = (
            Fact("weekday", f"{each.label}: {number}, n {each.n}", each.n, each.ids) if each.ids else None
        )
        lines.append(CardLine(pieces, target))
    said = _says(shown, "weekday_energy", "weekday_kept", "weekday_kept_all") or words.insights.weekday_none
    lines += told(said, width)
    return Card(words.insights.picture.weekday, tuple(lines), words.insights.measured)


def _goes_with(shown: Pictures, width: int) -> Card:
    title = words.insights.picture.goes_with
    if shown.goes_with:
        first = min(each.first for each in shown.goes_with)
        weeks = counted((shown.period.last - first).days // 7 + 1, "week")
        title = f"{title}, {weeks}"
    if not shown.goes_with:
        return Card(title, told(words.insights.goes_none, width, "quiet"))
    holds = {each.name for each in shown.looked.found}
    label = min(max(cells(each.subject) for each in shown.goes_with) + 1, _LABEL)
    wide = max((width - label - 16) // 2, 4)
    most = max(1.0, *(abs(each.effect) for each in shown.goes_with))
    lines = [_both_sides(each, label, wide, most, is_sure=each.name in holds) for each in shown.goes_with]
    said = _says(shown, "goes_with", "mostly") or words.insights.goes_plain
    return Card(title, (*lines, *told(said, width)), words.insights.sure_hint)


def _both_sides(each: Finding, label: int, wide: int, most: float, *, is_sure: bool) -> CardLine:
    """To the left what goes with less energy, to the right what goes with more; sure ones stand out."""
    full, _ = bar(abs(each.effect) / most, wide)
    left, right = ("", full) if each.effect > 0 else (full, "")
    role = ("e4" if each.effect > 0 else "e2") if is_sure else "line"
    n, sign = each.numbers.get("n", each.n), HOLDS if is_sure else " "
    pieces = (
        (padded(each.subject, label) + " ", "text" if is_sure else "quiet"),
        (f"{left:>{wide}}", role),
        ("│", "line"),
        (f"{right:<{wide}} ", role),
        (f"{sign} {each.effect:+.1f}", "strong" if is_sure else "quiet"),
        (f" n {n}", "quiet"),
    )
    return CardLine(pieces, Fact(each.kind, each.says, each.n, each.ids))


def _kept(shown: Pictures, width: int) -> Card:
    lines: list[CardLine] = []
    rates = [kept / of for kept, of in shown.kept if of]
    room = max(width - _LABEL, 10)
    if rates:
        kept, of = next((each for each in reversed(shown.kept) if each[1]), (0, 0))
        last = filled(words.insights.kept_last, kept=kept, of=of)
        lines.append(_series(words.insights.kept_a_week, rates, last, "warm"))
    for name, role in (("outcome", "warm"), ("flow", "cool")):
        if name in shown.numbers:
            called, series = shown.numbers[name]
            said = f"{series[0]:g} -> {series[-1]:g}  {first_line(called, max(room - 20, 6))}"
            lines.append(_series(words.season.page[name].lower(), series, said, role))
    if shown.mostly:
        lines.append(_days(shown.mostly))
    for each in shown.emphasis:
        lines += told(each.text, width, "quiet")
    said = _says(shown, *_OF_KEEPING)
    if not lines:
        return Card(words.insights.picture.kept, told(words.insights.kept_none, width, "quiet"))
    return Card(words.insights.picture.kept, (*lines, *told(said or words.insights.kept_plain, width)))


_OF_KEEPING = ("reason", "success", "drift_up", "drift_down", "silence", "number_up", "number_down")


def _series(label: str, values: list[float] | tuple[float, ...], said: str, role: str) -> CardLine:
    return CardLine(
        ((padded(label, 12), "text"), (f"{spark(values[-10:]):<10}", role), (f"  {said}", "text"))
    )


def _days(parts: tuple[Part, ...]) -> CardLine:
    """Where the days went: one bar, as wide as each was often, and each with a fill of its own."""
    roles, fills = ("cool", "e3", "hint"), "█▓░"
    wide = [round(each.value * 10) for each in parts]
    pieces: list[Piece] = [(padded(words.insights.days, 12), "text")]
    pieces += [(fill * each, role) for each, role, fill in zip(wide, roles, fills, strict=True)]
    said = ", ".join(f"{each.value * 100:.0f}% {each.label}" for each in parts[:2])
    return CardLine((*pieces, (" " * (12 - sum(wide)) + said, "text")))


def _trial(each: TrialCard, width: int) -> Card:
    """Before and during, one below the other, and what can be decided."""
    title = words.insights.trial_over if each.is_over else words.insights.trial_runs
    name = first_line(each.commitment.text, max(width - 30, 12))
    subject = filled(words.trials.to_move, subject=each.subject)
    lines = [
        CardLine(((name, "strong"), (f"   {first_line(subject, max(width - cells(name) - 3, 8))}", "quiet")))
    ]
    wide = max(len(" ".join(side.dots)) for side in (each.before, each.during))
    for label, side, role in (
        (words.trials.before, each.before, "quiet"),
        (words.trials.during, each.during, "warm"),
    ):
        lines.append(CardLine(((padded(label, _NUMBER), "quiet"), (side_line(side, wide), role))))
    lines += told(each.says, width)
    if said := others_line(each):
        lines += told(said, width, "quiet")
    if each.is_over and each.commitment.ended is None:
        lines += told(words.trials.possible, width, "asked")
        lines.append(CardLine((("enter", "key"), (f" {words.insights.trial_decides}", "quiet"))))
    return Card(title, tuple(line._replace(target=each) for line in lines))


def _tried(shown: Pictures, width: int) -> Card:
    """What earlier trials showed, and what became of them one key away."""
    lines = [line._replace(target=each) for each in shown.tried for line in told(each.text, width)]
    return Card(words.insights.picture.tried, tuple(lines), words.insights.became)


def _found(shown: Pictures, width: int) -> Card:
    """Each finding in its sentence; enter opens the days it rests on."""
    lines: list[CardLine] = []
    for each in shown.looked.found:
        said = told(f"{words.findings.kind[each.kind]}: {each.says}", width)
        lines += (line._replace(target=each) for line in said)
    if not lines:
        lines = [*told(words.insights.nothing, width, "quiet")]
    return Card(words.insights.picture.found, tuple(lines), counted(len(shown.looked.found), "finding"))


def _trust(shown: Pictures, width: int) -> Card:
    target = Trust(shown)
    lines = (
        *told(trust_line(shown.looked), width),
        CardLine((("a", "key"), (f" {words.insights.looked_at.lower()}", "quiet"))),
    )
    return Card(words.insights.picture.trust, tuple(each._replace(target=target) for each in lines))


def _says(shown: Pictures, *kinds: str) -> str:
    """The strongest sentence of some kinds."""
    return next((each.says for each in shown.found(*kinds)), "")
