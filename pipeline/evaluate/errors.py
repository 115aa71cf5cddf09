"""Lists what a run has wrong, one row per mistake, as ``errors.csv`` holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pandas as pd

from pipeline.evaluate.outcomes import Kind, Outcome
from pipeline.evaluate.sentences import Sentences

COLUMNS = ("article_id", "kind", "score", "gold", "predicted", "start", "end", "sentence")
_SCORE_NAMES = {"dates_value": "dates", "entities_strict": "entities"}
_UNLISTED = ("dates_relaxed", "dates_type", "dates_mod", "entities_partial")

Confused = tuple[str, str, str]


def error_rows(
    outcomes: Iterable[Outcome], sentences: Mapping[str, Sentences], confused: Iterable[Confused] = ()
) -> pd.DataFrame:
    """Return the mistakes in order of article and place, columns ``COLUMNS``.

    ``score`` is people, roles, parties, dates (missing, spurious, other value), dates_strict (other span), events, a
    slot's name, or entities. The fills of a missing or spurious event are not listed beside it. ``confused`` holds
    (article id, gold event, predicted event) of the same happening under another action: one row, a wrong value.
    """
    rows = [_row(outcome, sentences[outcome.article_id]) for outcome in _mistakes(list(outcomes), tuple(confused))]
    rows.sort(key=lambda row: (row[0], -1 if row[5] is None else row[5], row[2], row[1], row[3], row[4]))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"start": "Int64", "end": "Int64"})


def _mistakes(outcomes: list[Outcome], confused: tuple[Confused, ...]) -> Iterator[Outcome]:
    taken_for = {(article, gold): predicted for article, gold, predicted in confused}
    taken = {(article, predicted) for article, _, predicted in confused}
    events = [outcome for outcome in outcomes if outcome.score == "events"]
    aligned = {(outcome.article_id, outcome.gold) for outcome in events if outcome.kind is Kind.RIGHT}
    for outcome in outcomes:
        if outcome.kind is Kind.RIGHT or outcome.score in _UNLISTED:
            continue
        if outcome.score == "dates_strict" and outcome.kind is not Kind.WRONG:
            continue  # listed as missing or spurious with the values
        if outcome.score == "slots" and (outcome.article_id, outcome.event) not in aligned:
            continue
        if outcome.score == "events":
            if outcome.kind is Kind.SPURIOUS and (outcome.article_id, outcome.predicted) in taken:
                continue
            other = taken_for.get((outcome.article_id, outcome.gold))
            if other:
                yield replace(outcome, kind=Kind.WRONG, predicted=other)
                continue
        yield outcome


def _row(outcome: Outcome, sentences: Sentences) -> tuple[str, str, str, str, str, int | None, int | None, str]:
    name = outcome.group if outcome.score == "slots" else _SCORE_NAMES.get(outcome.score, outcome.score)
    sentence = sentences.text_at(outcome.start, outcome.end)
    place = outcome.start, outcome.end
    return outcome.article_id, outcome.kind.value, name, outcome.gold, outcome.predicted, *place, sentence
