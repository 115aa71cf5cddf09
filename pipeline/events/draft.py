"""An event in the making: what one frame tells, before inheritance and gathering."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.records import Fill, Frame, Span
from pipeline.vocabularies import Action, Slot


@dataclass
class Draft:
    """One event as one or more frames tell it.

    Attributes:
        fills: values by slot, each with its words and rule.
        frames: the frames gathered in it, the first being the one that carries the evidence.
        score: votes of rules and heads for the action, 0 to 1.
    """

    action: Action
    frames: list[Frame]
    rule: str
    fills: dict[Slot, list[Fill]] = field(default_factory=dict)
    law_id: str = ""
    score: float = 1.0

    @property
    def frame(self) -> Frame:
        """The frame that carries the evidence."""
        return self.frames[0]

    def values(self, slot: Slot) -> tuple[str, ...]:
        """Return the values of a slot."""
        return tuple(fill.value for fill in self.fills.get(slot, ()))

    def become_power(self) -> None:
        """Read an imposing law as the making of a power, which has no target and no actor here."""
        self.action = Action.ENACT
        for slot in (Slot.TARGETS, Slot.TARGET_COUNT, Slot.ACTORS):
            self.fills.pop(slot, None)

    def add(self, slot: Slot, value: str, *, rule: str, span: Span | None = None) -> None:
        """Add a value to a slot unless it is there already."""
        if not value or value in self.values(slot):
            return
        fill = Fill(slot=slot.value, value=value, rule=rule)
        if span is not None:
            fill = fill.model_copy(update={"start": span.start, "end": span.end, "text": span.text})
        self.fills.setdefault(slot, []).append(fill)

    def remove(self, slot: Slot, value: str) -> None:
        """Take a value out of a slot."""
        self.fills[slot] = [fill for fill in self.fills.get(slot, ()) if fill.value != value]

    def borrow(self, other: Draft, slot: Slot, *, rule: str, but: str = "") -> None:
        """Take over the values of a slot from another draft, marked with the rule that allowed it.

        Args:
            other: the draft that tells them.
            slot: what is taken over.
            rule: begins the rule of the copy, the rule of the original in brackets.
            but: values whose rules begin so are left out.
        """
        for fill in other.fills.get(slot, ()):
            if fill.value not in self.values(slot) and not (but and fill.rule.startswith(but)):
                self.fills.setdefault(slot, []).append(fill.model_copy(update={"rule": f"{rule}({fill.rule})"}))
