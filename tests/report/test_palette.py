"""Every pair of colours that is read has the contrast of WCAG 2 AA, light and dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from pipeline.vocabularies import Label, Slot

CSS = files("pipeline.report").joinpath("assets", "style", "palette.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.search(r":root \{(.*?)\n\}.*?:root \{(.*?)\n  \}", CSS, re.S).groups()  # type: ignore[union-attr]
)
HUES = sorted(name.removesuffix("-tint") for name in LIGHT if name.endswith("-tint") and name != "accent-tint")
PAIRS = [
    *((text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "card", "sunk", "accent-tint")),
    *(("ink", ground) for ground in ("evidence", "level-1", "level-2", "level-3", "level-4")),
    *(("ink", f"{hue}-tint") for hue in HUES),
    *((hue, f"{hue}-tint") for hue in HUES),
    *((hue, "card") for hue in HUES),
    *(("card", hue) for hue in HUES),
    ("card", "ink"),
    ("on-here", "here"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_palette_has_the_contrast_of_text(scheme: str, text: str, ground: str) -> None:
    colours = LIGHT | (DARK if scheme == "dark" else {})
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("family", ["pressing", "imposing", "relieving", "breaking"])
def test_palette_has_the_contrast_of_graphics(scheme: str, family: str) -> None:
    colours = LIGHT | (DARK if scheme == "dark" else {})
    assert contrast(colours[f"{family}-fill"], colours["card"]) >= 3


def test_palette_dark_has_every_colour() -> None:
    assert set(DARK) == set(LIGHT)


@pytest.mark.parametrize("name", [*(f"kind-{label}" for label in Label), *(f"slot-{slot}" for slot in Slot)])
def test_palette_knows_every_kind_and_slot(name: str) -> None:
    assert f".{name} {{" in CSS
