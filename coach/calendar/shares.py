"""L8: shares of the time, and when they are a reason to talk: in the situation each threshold is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.core.texts import filled, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from coach.calendar.records import Audit, Tag
    from coach.core.record import Context

SHOWN: tuple[Tag, ...] = ("direction", "delivery", "admin")
STEERING, THEATRE = 0.128, 0.416
"""The source's own: direction in a major change, delivery while scaling."""
_PLACES = 3
_MINUTES = 60


class Shares(NamedTuple):
    """Of one audit."""

    minutes: dict[Tag, int]

    @property
    def whole(self) -> int:
        """All that is of one's work."""
        return sum(self.minutes[each] for each in SHOWN)

    def of(self, tag: Tag) -> float:
        """Its part of the time."""
        return self.minutes[tag] / self.whole if self.whole else 0.0


def shares(audit: Audit) -> Shares:
    """By time, as the titles are tagged now."""
    return shares_of(audit.meetings, audit.tags)


def shares_of(meetings: Mapping[str, Iterable[str]], tags: Mapping[str, str]) -> Shares:
    """Of some meetings."""
    found: dict[Tag, int] = dict.fromkeys(SHOWN, 0)
    for title, times in meetings.items():
        tag = next((each for each in SHOWN if each == tags.get(title)), None)
        if tag:
            found[tag] += sum(minutes_of(each) for each in times)
    return Shares(found)


def said_time(at: datetime, minutes: int) -> str:
    """As it is kept."""
    return f"{at.isoformat(timespec='minutes')} {minutes}"


def minutes_of(time: str) -> int:
    """How long it took; what another program wrote may not say."""
    last = time.rsplit(" ", 1)[-1][:4]
    return int(last) if last.isdecimal() else 0


def hours(minutes: float) -> str:
    """As one says it."""
    return f"{minutes / _MINUTES:.1f}".removesuffix(".0")


def parts_said(found: Shares) -> str:
    """Each with its share, the three of them."""
    return ", ".join(
        filled(
            words.calendar.share,
            name=words.calendar.tag[each],
            share=f"{found.of(each):.0%}",
            hours=hours(found.minutes[each]),
        )
        for each in SHOWN
    )


def conversation(found: Shares, context: Context | None) -> list[str]:
    """What there is to talk about, in the situation the person is in; never a verdict."""
    said = words.calendar.says
    if not found.whole:
        return []
    told = []
    if context == "crisis" and round(found.of("direction"), _PLACES) < STEERING:
        told.append(filled(said.direction, share=f"{found.of('direction'):.1%}"))
    if context == "scaling" and round(found.of("delivery"), _PLACES) < THEATRE:
        told.append(filled(said.delivery, share=f"{found.of('delivery'):.1%}"))
    return told or [said.fits if context else said.unset]
