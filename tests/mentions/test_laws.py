from __future__ import annotations

import pytest
from spacy.language import Language

from pipeline.language.tokens import blank_pipeline
from pipeline.mentions.laws import SPANS


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = blank_pipeline()
    made.add_pipe("law_finder")
    return made


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Oslo cited Directive 4412 on Monday.", ["Directive 4412"]),
        ("It rests on Council Regulation No 2580 alone.", ["Council Regulation No 2580"]),
        ("The president signed Executive Order 99871.", ["Executive Order 99871"]),
        ("UN Security Council resolution 9871 (2031) binds them.", ["Security Council resolution 9871 (2031)"]),
        ("Decree 512 and Proclamation number 7750 differ.", ["Decree 512", "Proclamation number 7750"]),
        ("Presidential decree # 88", ["Presidential decree # 88"]),
        ("The order of 512 drones was halted.", []),
        ("In order 4 ships left.", []),
        ("The resolution passed in 2006.", []),
        ("A decree", []),
    ],
)
def test_laws_are_cited_by_number(nlp: Language, text: str, cited: list[str]) -> None:
    doc = nlp(text)
    found = [span.text for span in doc.spans[SPANS] if span.id_.startswith("pattern:numbered-law/")]
    assert found == cited
