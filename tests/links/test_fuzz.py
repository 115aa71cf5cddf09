"""Any order of names, titles, parties and small words is read without a fault, and what is found stands in the text."""

from __future__ import annotations

from affiliation_rows import tools
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import found

from pipeline.links.reading import read_mentions, read_sentences
from pipeline.records import Linked

WORDS = (
    "[Ann Lowe|PERSON]", "[Lowe|PERSON]", "[Bo Tran|PERSON]", "[Tran Jr.|PERSON]", "[Chile|GPE]", "[Chilean|NORP]",
    "[Lunden Watch|ORG]", "[Reform Party|PARTY]", "[Democrats|PARTY]", "[spokesman|ROLE]", "[senators|ROLE]",
    "[president|ROLE]", "[counterparts|ROLE]", "former", "then", "acting", "the", "a", "his", "she", "they", "who",
    "whose", "of", "for", "to", "in", "as", "and", "is", "was/VBD", "resigned/VBD", "elected/VBN", "appointed/VBD",
    "succeeds/VBZ", "led/VBN", "fired/VBD", "from", "office", "including", "fellow", "one", "two", "Mr.", "son",
    "resignation", "'s", ",", ".", "(", ")", '"', ";", ":", "-", "—", "\n\n",
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_fuzz_reads_any_order_of_words(words: list[str]) -> None:
    linker, people_names = tools()
    doc = found(" ".join(words))
    sentences = read_sentences(doc)
    individuals = linker.link(doc, sentences)
    mentions = read_mentions(doc, "mentions", sentences)
    linked = Linked(
        sentences=sentences, mentions=mentions, people=individuals.people, affiliations=individuals.affiliations
    )
    people = people_names.people(linked, "a")
    for person in people:
        assert all(doc.text[mention.start : mention.end] == mention.text for mention in person.mentions)
    for row in people_names.affiliations(linked, people):
        assert row.person_id in {person.person_id for person in people}
        assert doc.text[row.evidence.start : row.evidence.end] == row.evidence.text
        assert row.role or row.party or row.organization
