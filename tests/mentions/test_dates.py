"""The date finder on hand-built and blank documents; all sentences are invented."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.mentions.dates import DateFinder
from pipeline.timex import default_grammar


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("date_finder")
    return nlp


def texts(doc: Doc) -> list[str]:
    return [span.text for span in doc.spans["dates"]]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Ottawa acted on July 9, three days after London.", ["July 9", "three days"]),
        ("Sen. Ngo spoke at 3pm on Tuesday.", ["3pm on Tuesday"]),
        ("The mid-2005 deal and the post-2014 ban hold now.", ["mid-2005", "post-2014", "now"]),
        ("Resolution 1718 and Executive Order 13818 apply.", []),
        ("Prime Minister May may march.", []),
        ("A second man, aged 44, won 3-1.", []),
    ],
)
def test_dates_work_without_a_model(nlp: Language, text: str, dates: list[str]) -> None:
    doc = nlp(text)
    assert texts(doc) == dates
    assert all(span.label_ == "DATE" and span.id_ and not span._.quoted for span in doc.spans["dates"])
    assert all(span._.tense == "none" for span in doc.spans["dates"])


def find(words: list[str], *, ents: list[tuple[int, int, str]] = (), tags: list[str] | None = None) -> Doc:  # type: ignore[assignment]
    doc = Doc(spacy.blank("en").vocab, words=words, tags=tags)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in ents]
    return DateFinder(default_grammar())(doc)


@pytest.mark.parametrize(
    ("words", "ents", "dates"),
    [
        (["In", "May", "he", "left"], [(1, 2, "PERSON")], []),
        (["In", "May", "he", "left"], [(1, 2, "DATE")], ["May"]),
        (["June", "Carter", "spoke", "Monday"], [(0, 2, "PERSON")], ["Monday"]),
        (["the", "Reform", "Act", "of", "1989", "holds"], [(1, 5, "LAW")], []),
        (["the", "2016", "Elder", "Games", "ended"], [(1, 4, "EVENT")], ["2016"]),
        (["the", "Friday", "Group", "met"], [(1, 3, "ORG")], []),
    ],
)
def test_dates_drop_what_a_name_holds(words: list[str], ents: list[tuple[int, int, str]], dates: list[str]) -> None:
    assert texts(find(words, ents=ents)) == dates


def test_dates_drop_what_a_law_holds() -> None:
    nlp = spacy.blank("en")
    doc = nlp("Under Regulation 2020 of July 2019 it acted.")
    doc.spans["laws"] = [doc[1:6]]
    assert texts(DateFinder(default_grammar())(doc)) == []


def test_dates_drop_verbs_by_their_tag() -> None:
    words = ["To", "March", "is", "to", "walk"]
    assert texts(find(["By", *words[1:]])) == ["March"]
    assert texts(find(["By", *words[1:]], tags=["IN", "VB", "VBZ", "TO", "VB"])) == []


def test_dates_note_direct_speech(nlp: Language) -> None:
    doc = nlp('“We acted today,” she said Monday. He said: "Come now" on Friday.')
    assert [(span.text, span._.quoted) for span in doc.spans["dates"]] == [
        ("today", True), ("Monday", False), ("now", True), ("Friday", False),
    ]  # fmt: skip


def parsed(words: list[str], tags: list[str], heads: list[int], deps: list[str]) -> Doc:
    doc = Doc(spacy.blank("en").vocab, words=words, tags=tags, heads=heads, deps=deps)
    return DateFinder(default_grammar())(doc)


@pytest.mark.parametrize(
    ("words", "tags", "heads", "deps", "tense"),
    [
        (["They", "met", "Monday"], ["PRP", "VBD", "NNP"], [1, 1, 1], ["nsubj", "ROOT", "obl:tmod"], "past"),
        (
            ["They", "will", "meet", "Monday"], ["PRP", "MD", "VB", "NNP"], [2, 2, 2, 2],
            ["nsubj", "aux", "ROOT", "obl:tmod"], "future",
        ),
        (
            ["They", "denounced", "December", "raids"], ["PRP", "VBD", "NNP", "NNS"], [1, 1, 3, 1],
            ["nsubj", "ROOT", "compound", "obj"], "none",
        ),
    ],
)  # fmt: skip
def test_dates_note_the_tense_of_their_clause(
    words: list[str], tags: list[str], heads: list[int], deps: list[str], tense: str
) -> None:
    doc = parsed(words, tags, heads, deps)
    [span] = doc.spans["dates"]
    assert span._.tense == tense
