"""What is done when a worker process dies: its unit is tried again, and an article that kills twice is left out.

The second worker notes before every article where it is, so that the third one knows what to leave out. It is the same
for every engine.
"""

from __future__ import annotations

from pipeline.errors import RunError
from pipeline.run.store import Store
from pipeline.run.units import Order, Place, Unit

_MOST_EARLY = 3
"""Workers that may die of a unit before they have begun with an article of it."""


class Attempts:
    """What is known of the units whose workers died."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._avoid: dict[str, dict[Place, str]] = {}
        self._early: dict[str, int] = {}

    def again(self, order: Order, *, why: str = "died") -> Order:
        """Return how a unit is to be tried after its worker died.

        Args:
            order: the one that the worker had.
            why: ``died``, or ``timeout`` if it was ended for taking too long.

        Raises:
            RunError: if workers die without having begun with an article.
        """
        unit = order.unit
        avoid = self._avoid.setdefault(unit.name, {})
        place = self._store.noted_place(unit) if order.careful else None
        if place is not None:
            avoid[place] = why
        else:
            self._count(unit)
        return Order(unit, careful=True, avoid=dict(avoid))

    def _count(self, unit: Unit) -> None:
        count = self._early[unit.name] = self._early.get(unit.name, 0) + 1
        if count > _MOST_EARLY:
            raise RunError(
                "worker processes are killed again and again, perhaps for want of memory; give the same command with "
                "fewer --workers, it goes on from here"
            )
