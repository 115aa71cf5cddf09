"""Builders: what a rule makes of the named items of its pattern.

A builder takes what the items yielded, by name, and the rule's constants; it returns a number, a code, an amount
or a meaning, or None when the items do not fit together (a 31 February). ``Split`` stands for several expressions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pipeline.timex.builders import clock, lengths, numbers, points, relative

Builder = Callable[[Mapping[str, Any], Mapping[str, str | int]], Any]

BUILDERS: Mapping[str, Builder] = {
    name: function
    for module in (numbers, points, relative, clock, lengths)
    for name, function in module.BUILDERS.items()
}
