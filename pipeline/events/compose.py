"""What action an operation is, once the stances round it are taken into account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.lexicon.schema import Composition, Operation
from pipeline.records import Frame, StanceUse
from pipeline.vocabularies import Action

UNCHANGED = "="


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome of a composition.

    Attributes:
        action: the action, or None when the frame is no event.
        stance: the outermost stance that made it what it is; None when the operation stands alone.
        rule: ids of the compositions applied, innermost first.
    """

    action: Action | None
    stance: StanceUse | None = None
    rule: str = ""


def judge(
    frame: Frame,
    *,
    operations: dict[str, Operation],
    compositions: Sequence[Composition],
    speakers: Callable[[StanceUse], frozenset[str]],
) -> Judgement:
    """Return the action of a frame, stances applied from the innermost outward.

    Args:
        frame: the operation with its stances.
        operations: operations by id.
        compositions: rows in the order of the lexicon; the first that fits decides.
        speakers: says which of the ``speaker`` values of compositions a stance's subject is.
    """
    state = operations[frame.operation].action.value
    deciding: StanceUse | None = None
    applied: list[str] = []
    for use in frame.stances:
        row = _row(use, state, compositions, speakers(use))
        if row is None:
            continue
        applied.append(row.id)
        if row.gives != UNCHANGED:
            state, deciding = row.gives, use
        elif deciding is None or use.holders:
            deciding = use if use.holders else deciding
        if not state:
            return Judgement(None, rule="+".join(applied))
    actions = {action.value: action for action in Action}
    return Judgement(actions.get(state), deciding, "+".join(applied))


def _row(
    use: StanceUse, state: str, compositions: Sequence[Composition], speakers: frozenset[str]
) -> Composition | None:
    for row in compositions:
        if row.stance != use.stance or (row.on and state not in row.on):
            continue
        if row.speaker in speakers:
            return row
    return None
