"""Parsed sentences for tests, written by hand in both label sets.

A tree is words of the form ``word/TAG:label>head``; the head is the word itself, ``word#2`` where it stands there for
the second time, and left out at the root. ``UNIVERSAL`` has the labels of our model, ``CLEAR`` those of spaCy's
English pipelines, sentence by sentence.
"""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

_WORD = re.compile(r"(?P<word>\S+)/(?P<tag>[^:/\s]+):(?P<label>[^>\s]+)(?:>(?P<head>\S+))?")
_LEMMAS = {"has": "have", "have": "have", "had": "have", "going": "go"}
_PARTS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "WP": "PRON", "CD": "NUM",
    "JJ": "ADJ", "RB": "ADV", "IN": "ADP", "DT": "DET", "MD": "AUX", "CC": "CCONJ", "RP": "ADP", "TO": "PART",
    ".": "PUNCT", ",": "PUNCT", "POS": "PART", "WDT": "PRON", "PRP$": "PRON",
}  # fmt: skip
_AUXILIARIES = {"aux", "auxpass", "aux:pass", "cop"}

UNIVERSAL = {
    "urged": "The/DT:det>minister minister/NN:nsubj>urged urged/VBD:ROOT the/DT:det>Union Union/NNP:obj>urged"
    " to/TO:mark>impose impose/VB:xcomp>urged sanctions/NNS:obj>impose on/IN:case>officials four/CD:nummod>officials"
    " Russian/JJ:amod>officials officials/NNS:obl>impose ./.:punct>urged",
    "passive": "Sanctions/NNS:nsubj:pass>imposed were/VBD:aux:pass>imposed imposed/VBN:ROOT on/IN:case>Iran"
    " Iran/NNP:obl>imposed by/IN:case>States the/DT:det>States States/NNPS:obl:agent>imposed and/CC:cc>allies"
    " allies/NNS:conj>States in/IN:case>2012 2012/CD:obl>imposed ./.:punct>imposed",
    "participle": "Officials/NNS:nsubj:pass>sanctioned linked/VBN:acl>Officials to/IN:case>coup the/DT:det>coup"
    " coup/NN:obl>linked were/VBD:aux:pass>sanctioned sanctioned/VBN:ROOT and/CC:cc>barred barred/VBN:conj>sanctioned"
    " from/IN:case>travel travel/NN:obl>barred ./.:punct>sanctioned",
    "belonging": "Norway/NNP:nsubj>froze froze/VBD:ROOT assets/NNS:obj>froze belonging/VBG:acl>assets"
    " to/IN:case>banks banks/NNS:obl>belonging ./.:punct>froze",
    "until": "Canada/NNP:nsubj>said said/VBD:ROOT it/PRP:nsubj>lift would/MD:aux>lift not/RB:advmod>lift"
    " lift/VB:ccomp>said or/CC:cc>ease ease/VB:conj>lift sanctions/NNS:obj>lift until/IN:mark>freed"
    " prisoners/NNS:nsubj:pass>freed are/VBP:aux:pass>freed freed/VBN:advcl>lift ./.:punct>said",
    "because": "Because/IN:case>war of/IN:fixed>Because the/DT:det>war war/NN:obl>frozen ,/,:punct>frozen"
    " Norway/NNP:nmod:poss>minister 's/POS:case>Norway minister/NN:nsubj>frozen ,/,:punct>Berg Berg/NNP:appos>minister"
    " ,/,:punct>Berg has/VBZ:aux>frozen frozen/VBN:ROOT assets/NNS:obj>frozen ./.:punct>frozen",
    "copula": "Berg/NNP:nsubj>mayor is/VBZ:cop>mayor the/DT:det>mayor mayor/NN:ROOT of/IN:case>Oslo"
    " Oslo/NNP:nmod>mayor ./.:punct>mayor",
    "relative": "People/NNS:nsubj>lost who/WP:nsubj>apologised never/RB:advmod>apologised"
    " apologised/VBD:acl:relcl>People lost/VBD:ROOT ./.:punct>lost",
    "without": "They/PRP:nsubj>rolled rolled/VBD:ROOT over/RP:compound:prt>rolled them/PRP:obj>rolled"
    " without/IN:mark>naming naming/VBG:advcl>rolled officials/NNS:obj>naming ./.:punct>rolled",
    "going": "It/PRP:nsubj>going is/VBZ:aux>going going/VBG:ROOT to/TO:mark>designate designate/VB:xcomp>going"
    " individuals/NNS:obj>designate and/CC:cc>companies companies/NNS:conj>individuals from/IN:case>China"
    " China/NNP:nmod>companies ./.:punct>going",
    "according": "According/VBG:case>Treasury to/IN:fixed>According the/DT:det>Treasury Treasury/NNP:obl>fled"
    " ,/,:punct>Treasury banks/NNS:nsubj>fled fled/VBD:ROOT ./.:punct>fled",
    "vow": "A/DT:det>vow vow/NN:nsubj>failed to/TO:mark>punish punish/VB:acl>vow banks/NNS:obj>punish"
    " failed/VBD:ROOT ./.:punct>failed",
    "frozen": "Canada/NNP:nsubj>frozen has/VBZ:aux>frozen frozen/VBN:ROOT assets/NNS:obj>frozen ,/,:punct>barred"
    " barred/VBN:conj>frozen banks/NNS:obj>barred and/CC:cc>ban will/MD:aux>ban ban/VB:conj>frozen"
    " flights/NNS:obj>ban ./.:punct>frozen",
    "citing": "Citing/VBG:advcl>banned abuses/NNS:obj>Citing ,/,:punct>Citing Canada/NNP:nsubj>banned"
    " banned/VBD:ROOT flights/NNS:obj>banned with/IN:case>aid no/DT:det>aid aid/NN:obl>banned ./.:punct>banned",
    "ordered": "Banks/NNS:nsubj:pass>ordered were/VBD:aux:pass>ordered ordered/VBN:ROOT to/TO:mark>close"
    " close/VB:xcomp>ordered ./.:punct>ordered",
    "gave": "Norway/NNP:nsubj>gave gave/VBD:ROOT Kyiv/NNP:iobj>gave arms/NNS:obj>gave ./.:punct>gave",
    "dangling": "Talks/NNS:ROOT without/IN:case>aid aid/NN:nmod>Talks ./.:punct>Talks",
    "lift-or-ease": "It/PRP:nsubj>lift may/MD:aux>lift lift/VB:ROOT or/CC:cc>ease ease/VB:conj>lift"
    " sanctions/NNS:obj>ease ./.:punct>lift",
    "left-and-froze": "He/PRP:nsubj>left left/VBD:ROOT Oslo/NNP:obl>left and/CC:cc>froze froze/VBD:conj>left"
    " assets/NNS:obj>froze ./.:punct>left",
}

CLEAR = {
    "urged": "The/DT:det>minister minister/NN:nsubj>urged urged/VBD:ROOT the/DT:det>Union Union/NNP:dobj>urged"
    " to/TO:aux>impose impose/VB:xcomp>urged sanctions/NNS:dobj>impose on/IN:prep>impose four/CD:nummod>officials"
    " Russian/JJ:amod>officials officials/NNS:pobj>on ./.:punct>urged",
    "passive": "Sanctions/NNS:nsubjpass>imposed were/VBD:auxpass>imposed imposed/VBN:ROOT on/IN:prep>imposed"
    " Iran/NNP:pobj>on by/IN:agent>imposed the/DT:det>States States/NNPS:pobj>by and/CC:cc>States"
    " allies/NNS:conj>States in/IN:prep>imposed 2012/CD:pobj>in ./.:punct>imposed",
    "participle": "Officials/NNS:nsubjpass>sanctioned linked/VBN:acl>Officials to/IN:prep>linked the/DT:det>coup"
    " coup/NN:pobj>to were/VBD:auxpass>sanctioned sanctioned/VBN:ROOT and/CC:cc>sanctioned barred/VBN:conj>sanctioned"
    " from/IN:prep>barred travel/NN:pobj>from ./.:punct>sanctioned",
    "belonging": "Norway/NNP:nsubj>froze froze/VBD:ROOT assets/NNS:dobj>froze belonging/VBG:acl>assets"
    " to/IN:prep>belonging banks/NNS:pobj>to ./.:punct>froze",
    "until": "Canada/NNP:nsubj>said said/VBD:ROOT it/PRP:nsubj>lift would/MD:aux>lift not/RB:neg>lift"
    " lift/VB:ccomp>said or/CC:cc>lift ease/VB:conj>lift sanctions/NNS:dobj>lift until/IN:mark>freed"
    " prisoners/NNS:nsubjpass>freed are/VBP:auxpass>freed freed/VBN:advcl>lift ./.:punct>said",
    "because": "Because/IN:prep>frozen of/IN:pcomp>Because the/DT:det>war war/NN:pobj>of ,/,:punct>frozen"
    " Norway/NNP:poss>minister 's/POS:case>Norway minister/NN:nsubj>frozen ,/,:punct>minister Berg/NNP:appos>minister"
    " ,/,:punct>minister has/VBZ:aux>frozen frozen/VBN:ROOT assets/NNS:dobj>frozen ./.:punct>frozen",
    "copula": "Berg/NNP:nsubj>is is/VBZ:ROOT the/DT:det>mayor mayor/NN:attr>is of/IN:prep>mayor"
    " Oslo/NNP:pobj>of ./.:punct>is",
    "relative": "People/NNS:nsubj>lost who/WP:nsubj>apologised never/RB:neg>apologised"
    " apologised/VBD:relcl>People lost/VBD:ROOT ./.:punct>lost",
    "without": "They/PRP:nsubj>rolled rolled/VBD:ROOT over/RP:prt>rolled them/PRP:dobj>rolled"
    " without/IN:prep>rolled naming/VBG:pcomp>without officials/NNS:dobj>naming ./.:punct>rolled",
    "going": "It/PRP:nsubj>going is/VBZ:aux>going going/VBG:ROOT to/TO:aux>designate designate/VB:xcomp>going"
    " individuals/NNS:dobj>designate and/CC:cc>individuals companies/NNS:conj>individuals from/IN:prep>companies"
    " China/NNP:pobj>from ./.:punct>going",
    "according": "According/VBG:prep>fled to/IN:prep>According the/DT:det>Treasury Treasury/NNP:pobj>to"
    " ,/,:punct>fled banks/NNS:nsubj>fled fled/VBD:ROOT ./.:punct>fled",
    "vow": "A/DT:det>vow vow/NN:nsubj>failed to/TO:aux>punish punish/VB:acl>vow banks/NNS:dobj>punish"
    " failed/VBD:ROOT ./.:punct>failed",
    "frozen": "Canada/NNP:nsubj>frozen has/VBZ:aux>frozen frozen/VBN:ROOT assets/NNS:dobj>frozen ,/,:punct>frozen"
    " barred/VBN:conj>frozen banks/NNS:dobj>barred and/CC:cc>barred will/MD:aux>ban ban/VB:conj>frozen"
    " flights/NNS:dobj>ban ./.:punct>frozen",
    "citing": "Citing/VBG:advcl>banned abuses/NNS:dobj>Citing ,/,:punct>banned Canada/NNP:nsubj>banned"
    " banned/VBD:ROOT flights/NNS:dobj>banned with/IN:prep>banned no/DT:det>aid aid/NN:pobj>with ./.:punct>banned",
    "ordered": "Banks/NNS:nsubjpass>ordered were/VBD:auxpass>ordered ordered/VBN:ROOT to/TO:aux>close"
    " close/VB:xcomp>ordered ./.:punct>ordered",
    "gave": "Norway/NNP:nsubj>gave gave/VBD:ROOT Kyiv/NNP:dative>gave arms/NNS:dobj>gave ./.:punct>gave",
    "dangling": "Talks/NNS:ROOT without/IN:prep>Talks aid/NN:pobj>without ./.:punct>Talks",
    "lift-or-ease": "It/PRP:nsubj>lift may/MD:aux>lift lift/VB:ROOT or/CC:cc>lift ease/VB:conj>lift"
    " sanctions/NNS:dobj>ease ./.:punct>lift",
    "left-and-froze": "He/PRP:nsubj>left left/VBD:ROOT Oslo/NNP:npadvmod>left and/CC:cc>left froze/VBD:conj>left"
    " assets/NNS:dobj>froze ./.:punct>left",
}

BOTH = {"universal": UNIVERSAL, "clear": CLEAR}


@cache
def parsed(tree: str) -> Doc:
    """Return the document of a written tree."""
    rows = [match.groupdict() for match in map(_WORD.fullmatch, tree.split()) if match]
    words = [row["word"] for row in rows]
    if len(words) != len(tree.split()):
        raise ValueError(f"not all words of the tree have a tag and a label: {tree}")
    return Doc(
        _vocab(),
        words=words,
        tags=[row["tag"] for row in rows],
        pos=[_part(row["tag"], row["label"]) for row in rows],
        lemmas=[_LEMMAS.get(word.lower(), word.lower()) for word in words],
        deps=[row["label"] for row in rows],
        heads=[_position(words, row["head"]) if row["head"] else i for i, row in enumerate(rows)],
    )


def word(doc: Doc, name: str) -> Token:
    """Return a word of a document; ``name#2`` is its second occurrence."""
    return doc[_position([token.text for token in doc], name)]


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


def _position(words: list[str], name: str) -> int:
    text, _, count = name.partition("#")
    return [i for i, candidate in enumerate(words) if candidate == text][int(count or 1) - 1]


def _part(tag: str, label: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if label in _AUXILIARIES else "VERB"
    return _PARTS[tag]
