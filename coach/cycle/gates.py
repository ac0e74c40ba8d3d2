"""S6: a gate in the window, decided with the reassessment and carried out when the window closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach.commitments.gate_session import GateSession
from coach.core.texts import filled, words
from coach.cycle.window import plan_gate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.app import Coach
    from coach.commitments.records import TurnResult


class PlannedGate(GateSession):
    """One commitment of the window."""

    KIND = "reassessments"
    NAMED = "window-gate"

    def planned(self, coach: Coach) -> Mapping[str, str]:
        """What was decided of it in this window."""
        now = coach.seasons.now()
        kept = coach.reassessments.of(now.season) if now else None
        return dict(kept.gates.get(self.each.commitment.id, {})) if kept else {}

    def told_done(self, result: TurnResult) -> str:
        """When it happens."""
        said = words.commitments.turn[result]
        return filled(words.reassessment.gates.told, result=said)

    def pass_it(self, result: TurnResult, answers: dict[str, str]) -> Any:
        """Kept with the reassessment."""
        return plan_gate(self.coach, self.each.commitment, result, answers, self.because, **self.parts)
