"""The four families that group the actions in colours and counts."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.vocabularies import Action, Vocabulary


class Family(Vocabulary):
    """What an action does to the pressure on its target."""

    PRESSING = "pressing", "asked for, proposed or threatened"
    IMPOSING = "imposing", "imposed, kept or made possible"
    RELIEVING = "relieving", "eased, lifted, offered relief or opposed"
    BREAKING = "breaking", "broken or enforced"


FAMILIES: Mapping[Action, Family] = {
    Action.CALL_FOR: Family.PRESSING,
    Action.PROPOSE: Family.PRESSING,
    Action.THREATEN: Family.PRESSING,
    Action.IMPOSE: Family.IMPOSING,
    Action.EXTEND: Family.IMPOSING,
    Action.OFFER: Family.RELIEVING,
    Action.EASE: Family.RELIEVING,
    Action.LIFT: Family.RELIEVING,
    Action.OPPOSE: Family.RELIEVING,
    Action.UPHOLD: Family.IMPOSING,
    Action.ENACT: Family.IMPOSING,
    Action.VIOLATE: Family.BREAKING,
    Action.ENFORCE: Family.BREAKING,
}
