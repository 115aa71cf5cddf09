"""Any text through the whole chain: nothing raises, every offset leads back to its words, every table parses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pipeline.records import ArticleResult, Span
from pipeline.stages import Stages
from pipeline.tables import TABLES, build

PIECES = st.sampled_from(
    [
        "Norway", "imposed sanctions on", "Foreign Minister Ida Berg", "on 3 May 2021", "\n\n", "\n", ". ", ", ", "“",
        "”", "the European Union", "12 officials", "lifted", "he said", "- ", "\u200b", "\u202e", "\ufeff", "e\u0301",
        "\U0001f1f3", "(R-Fla.)", "1/2/2020", "'s", "\x0c", "\u2028", "the Magnitsky Act", "last week", "U.S.", "\xad",
        "and", "?!",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join), st.text())


def spans(record: object) -> Iterator[Span]:
    """Yield every span in a record."""
    if isinstance(record, Span):
        yield record
    if isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from spans(getattr(record, name))
    if isinstance(record, tuple):
        for part in record:
            yield from spans(part)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.sampled_from([None, date(2021, 5, 4)]))
def test_stages_take_any_text(stages: Stages, text: str, published: date | None) -> None:
    result = stages.extract_text(text, published=published)
    whole = result.article.text
    for span in spans(result):
        assert 0 <= span.start <= span.end <= len(whole)
        assert whole[span.start : span.end] == span.text
    for fill in (fill for owner in (*result.events, *result.affiliations) for fill in owner.fills):
        assert fill.start is None or whole[fill.start : fill.end] == fill.text
    assert ArticleResult.model_validate_json(result.model_dump_json()) == result
    frames = build([result], [], codes={})
    assert list(frames) == list(TABLES)
    assert stages.extract_text(text, published=published) == result
