from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import ModelError
from pipeline.language import load
from pipeline.language.loading import shipped_folder
from pipeline.language.model_files import META, NETWORK, TOKENIZER
from pipeline.vocabularies import Label

NEWS = (
    "OTTAWA (Canadian Press) - Foreign Minister Annick Desrosiers said on Tuesday that Canada will impose sanctions "
    "on nine Belarusian judges.\n\nConservative MP Darragh Pelletier urged her to freeze their assets under the "
    "Magnitsky law. “It is time,” he said."
)
OTHER = (
    "The European Union extended its arms embargo against Zimbabwe until 20 February 2019.\n\nBrussels gave no reason."
)
ATTRIBUTES = [attrs.TAG, attrs.POS, attrs.LEMMA, attrs.DEP, attrs.HEAD, attrs.SENT_START, attrs.ENT_IOB, attrs.ENT_TYPE]


def assert_well_formed(doc: Doc) -> None:
    for sentence in doc.sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1, sentence
        for token in sentence:
            assert token.head in sentence
            assert token in [roots[0], *roots[0].subtree]
    for ent in doc.ents:
        assert ent.label_
        assert not ent[0].is_space
        assert not ent[-1].is_space
        assert ent.sent.end >= ent.end


def test_component_finds_who_does_what(nlp: Language) -> None:
    doc = nlp(NEWS)
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {
        ("Annick Desrosiers", "PERSON"),
        ("Foreign Minister", "ROLE"),
        ("Conservative", "PARTY"),
        ("MP", "ROLE"),
        ("Canada", "GPE"),
        ("Tuesday", "DATE"),
        ("Belarusian", "NORP"),
        ("sanctions", "MEASURE"),
    } <= found
    impose = next(token for token in doc if token.text == "impose")
    assert (impose.tag_, impose.pos_, impose.lemma_) == ("VB", "VERB", "impose")
    assert next(token for token in impose.children if token.dep_ == "nsubj").text == "Canada"
    starts = [sentence.text.strip()[:12] for sentence in doc.sents]
    assert starts == ["OTTAWA (Cana", "Foreign Mini", "Conservative", "“It is time,"]


def test_component_knows_every_label_of_the_guidelines(nlp: Language) -> None:
    expected = {label.value for label in Label} - {"GROUP", "ACTION"}
    assert set(nlp.get_pipe("language").labels) == expected


def test_component_declares_what_it_assigns(nlp: Language) -> None:
    assert not any(nlp.analyze_pipes()["problems"].values())
    assert {"token.dep", "doc.ents", "token.lemma"} <= set(nlp.get_pipe_meta("language").assigns)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "😀",
        "😀 😀\n",
        ".",
        "a",
        "\u200b",
        "\ufeffCanada",
        "\x00\x01",
        "制裁 制裁",
        "-" * 300,
        "x" * 5000,
    ],
)
def test_component_bears_odd_texts(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert_well_formed(doc)
    assert all(doc.has_annotation(name) for name in ("TAG", "DEP", "SENT_START", "ENT_IOB") if len(doc))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*NEWS.split(" "), "\n", "\n\n", "  ", "•", "“", "😀", "café", "U.S.-led", "…", "\t", "'s", "MR. OYE:"]
        ),
        max_size=60,
    )
)
def test_component_trees_are_well_formed(nlp: Language, parts: list[str]) -> None:
    text = " ".join(parts)
    doc = nlp(text)
    assert doc.text == text
    assert_well_formed(doc)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120))
def test_component_reads_any_text(nlp: Language, text: str) -> None:
    assert_well_formed(nlp(text))


def test_component_alone_and_in_a_batch_are_the_same(nlp: Language) -> None:
    texts = [NEWS, OTHER, "", NEWS + "\n\n" + OTHER, OTHER * 5]
    alone = [nlp(text).to_array(ATTRIBUTES) for text in texts]
    again = [doc.to_array(ATTRIBUTES) for doc in nlp.pipe([*texts, *reversed(texts)], batch_size=3)]
    for first, second, third in zip(alone, again, reversed(again), strict=False):
        assert np.array_equal(first, second)
        assert np.array_equal(first, third)


def test_component_long_sentence_is_stitched(nlp: Language) -> None:
    words = (OTHER.replace(".", " ,").split() * 200)[:2000]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, *([False] * 1999)])
    doc = nlp.get_pipe("language")(doc)
    assert len(list(doc.sents)) == 1
    heads = np.array([token.head.i for token in doc])
    assert (heads == np.arange(2000)).sum() == 1
    for _ in range(11):
        heads = heads[heads]
    assert len(set(heads.tolist())) == 1
    assert sum(ent.text == "Zimbabwe" for ent in doc.ents) == words.count("Zimbabwe")


def test_component_keeps_given_sentences(nlp: Language) -> None:
    doc = nlp.make_doc(OTHER)
    for token in doc:
        token.is_sent_start = token.i in (0, 5)
    doc = nlp.get_pipe("language")(doc)
    assert [sentence.start for sentence in doc.sents] == [0, 5]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ottawa weighs sanctions\n\nThe minister met envoys on Monday.", 2),
        ("The minister said the new\nsanctions will hurt the regime.", 1),
        ("The bill would bar:\n• Visa applicants\n• Bankers", 3),
    ],
)
def test_component_lines_and_sentences(nlp: Language, text: str, sentences: int) -> None:
    assert len(list(nlp(text).sents)) == sentences


def test_component_survives_disk_and_pickle(nlp: Language, tmp_path: Path) -> None:
    expected = nlp(NEWS).to_array(ATTRIBUTES)
    nlp.get_pipe("language").to_disk(tmp_path / "model")
    copy = load(tmp_path / "model")
    assert [token.lemma_ for token in copy(NEWS)] == [token.lemma_ for token in nlp(NEWS)]
    reader = pickle.loads(pickle.dumps(nlp.get_pipe("language")))
    assert np.array_equal(
        reader(Doc(reader.vocab).from_bytes(nlp.make_doc(NEWS).to_bytes())).to_array(ATTRIBUTES), expected
    )


def test_component_strings_may_leave_memory(nlp: Language) -> None:
    with nlp.memory_zone():
        first = [token.lemma_ for token in nlp("Quixotical zorbifications were vetoed")]
    with nlp.memory_zone():
        assert [token.lemma_ for token in nlp("Quixotical zorbifications were vetoed")] == first


def test_component_saved_pipeline_needs_its_old_folder_no_more(tmp_path: Path) -> None:
    folder = copy_model(tmp_path / "model")
    nlp = load(folder)
    nlp.to_disk(tmp_path / "saved")
    shutil.rmtree(folder)
    copy = spacy.load(tmp_path / "saved")
    assert [(ent.text, ent.label_) for ent in copy(OTHER).ents][:1] == [("European Union", "ORG")]


def test_component_without_model_says_so() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sanction_language")
    with pytest.raises(ModelError, match="from_disk"):
        nlp(OTHER)


def copy_model(target: Path) -> Path:
    target.mkdir()
    for name in (META, NETWORK, TOKENIZER):
        shutil.copyfile(shipped_folder() / name, target / name)
    return target
