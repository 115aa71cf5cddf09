"""Leaders, founders and owners that verbs tell of: "the movement led by Kiir", "Orban, who leads Fidesz".

Patterns over the line of ``stream``; the verbs and what they make of their subject are role rules of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import RoleRule
from pipeline.lexicon.words import cue_words, inflected
from pipeline.links.stream import Item, Stream
from pipeline.links.tenures import TenureWords, person_before
from pipeline.links.ties import Tie

_PASSIVE_LEAD = re.compile(  # "the party led by Kiir"
    r"(?P<led>[OYmG])(?:\([OYmM]\))?(?:,|~)?(?P<verb>v)i(?:d?[FNGYOLmMX]*R)?h*(?P<name>P)"
)
_ACTIVE_LEAD = re.compile(  # "who leads Fidesz", "who founded the firm"
    r"(?:w|(?P<name>P))r?v?(?P<verb>v)d?[GNmMO]{0,3}s?[mMN]{0,2}(?P<led>[OYmM])"
)
_MOST_MEMBERS = 3


@dataclass(frozen=True)
class LeadWords:
    """Nouns that may be led, and the verbs of leading with their rules."""

    led: frozenset[str]
    not_headed: frozenset[str]
    rules: tuple[tuple[frozenset[str], RoleRule], ...]
    tenure: TenureWords


def read_lead_words(lexicon: Lexicon, tenure: TenureWords) -> LeadWords:
    """Return the words of a lexicon."""
    return LeadWords(
        led=cue_words(lexicon, "people.led_nouns"),
        not_headed=cue_words(lexicon, "people.not_headed"),
        rules=tuple(_verb_rules(lexicon)),
        tenure=tenure,
    )


def _verb_rules(lexicon: Lexicon) -> Iterator[tuple[frozenset[str], RoleRule]]:
    for rule in lexicon.entries(RoleRule).values():
        if rule.use == "verb":
            yield frozenset(form for word in rule.words for form in inflected(word)), rule


def lead_ties(stream: Stream, words: LeadWords) -> Iterator[Tie]:
    """Yield leaders of bodies and parties: "the movement led by Kiir", "Orban, who leads Fidesz"."""
    for pattern in (_PASSIVE_LEAD, _ACTIVE_LEAD):
        for match in pattern.finditer(stream.text):
            verb = stream.items[match.start("verb")].span[-1]
            led = stream.items[match.start("led")]
            passive = pattern is _PASSIVE_LEAD
            rule = next((rule for forms, rule in words.rules if verb.lower_ in forms and _fits(rule, led, words)), None)
            if rule is not None and passive and _are_some(led):
                continue
            person = match.start("name") if match["name"] else person_before(stream, match.start(), words.tenure)
            if rule is None or person is None or (passive and not _by(stream, match.start("verb") + 1)):
                continue
            body = led.span if led.symbol in "OY" else None
            yield Tie(
                person=person,
                rule=f"affiliation:{rule.id}",
                start=match.start(),
                end=match.end(),
                role=_word(verb),
                text=_word(verb),
                organization=body,
                party=body if led.symbol == "Y" else None,
                entry=rule.role,
            )


def _fits(rule: RoleRule, led: Item, words: LeadWords) -> bool:
    """Say whether a verb's rule goes with what is led."""
    text = led.span.text
    if rule.company == "party":
        return led.symbol == "Y"
    if rule.company == "organisation":
        return led.symbol == "O" or (led.symbol in "mM" and text.lower() in words.led)
    return led.symbol == "O" or (led.symbol in "mM" and text.lower() not in words.not_headed)


def _are_some(led: Item) -> bool:
    """Say whether a party's noun means members: "Republicans, led by X" are only some of them."""
    words = led.span.text.split()
    return led.symbol == "Y" and words[-1].endswith("s") and len(words) < _MOST_MEMBERS


def _by(stream: Stream, index: int) -> bool:
    return stream.items[index].words == "by"


def _word(verb: Token) -> Span:
    return verb.doc[verb.i : verb.i + 1]
