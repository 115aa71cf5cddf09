"""All spellings of titles: roles with their plurals, and portfolio titles made from templates.

The mention finders and the normaliser both read titles from here, so that what one finds the other can name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.lexicon.forms import FormIndex
from pipeline.lexicon.loader import Lexicon
from pipeline.lexicon.schema import Form, Portfolio, Role, RoleTemplate

_PREPOSITIONS = (" of ", " for ", " to ", " in ", " at ", " on ", " without ", "-in-")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
_LEXICONS = 2
"""Lexicons whose titles are kept: making tens of thousands of them takes a tenth of a second."""
_SLOT_NAME, _SLOT_WORDS = "{name}", "{words}"


@lru_cache(maxsize=_LEXICONS)
def titles(lexicon: Lexicon) -> tuple[tuple[Role, Form], ...]:
    """Return every role with every form, then the portfolio titles as roles of their own.

    A portfolio title's id is ``<template>.<portfolio>`` ("minister.foreign-affairs"), its group ``cabinet``.
    """
    return tuple(_titles(lexicon))


@lru_cache(maxsize=_LEXICONS)
def title_index(lexicon: Lexicon) -> FormIndex[Role]:
    """Return the titles by their words."""
    return FormIndex(titles(lexicon))


def _titles(lexicon: Lexicon) -> Iterator[tuple[Role, Form]]:
    for role in lexicon.entries(Role).values():
        for form in role.forms():
            yield role, form
            if not form.cased:
                yield role, Form(plural(form.text), strong=form.strong, cased=False)
    for template in lexicon.entries(RoleTemplate).values():
        for portfolio in lexicon.entries(Portfolio).values():
            if not template.portfolios or portfolio.id in template.portfolios:
                yield from _portfolio_titles(template, portfolio)


def _portfolio_titles(template: RoleTemplate, portfolio: Portfolio) -> Iterator[tuple[Role, Form]]:
    for words in portfolio.words:
        name = template.name.replace(_SLOT_NAME, portfolio.name).replace(_SLOT_WORDS, title_case(words))
        role = Role(id=f"{template.id}.{portfolio.id}", name=name, group="cabinet", country=template.country)
        for pattern in template.patterns:
            text = pattern.replace(_SLOT_WORDS, words)
            yield role, Form(text, cased=False)
            yield role, Form(plural(text), cased=False)


def plural(title: str) -> str:
    """Return the plural of a title: of its head word, the one before the first preposition.

    "secretary of state" gives "secretaries of state". Irregular plurals are listed in the lexicon.
    """
    cut = _head_end(title)
    return _plural_noun(title[:cut]) + title[cut:]


def head_word(title: str) -> str:
    """Return the head word of a title: "secretary" of "deputy secretary of state"."""
    return title[: _head_end(title)].rsplit(" ", 1)[-1]


def _head_end(title: str) -> int:
    return min((title.find(word) for word in _PREPOSITIONS if word in title), default=len(title))


def _plural_noun(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(_SIBILANTS):
        return noun + "es"
    return noun + "s"


def singular(title: str) -> str:
    """Return the singular of a plural title by the same rules; a singular one comes back unchanged."""
    cut = _head_end(title)
    return _singular_noun(title[:cut]) + title[cut:]


def _singular_noun(noun: str) -> str:
    lower = noun.lower()
    if lower.endswith("men"):
        return noun[:-2] + "an"
    if lower.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if lower.endswith("s.") and len(noun) > 3:
        return noun[:-2] + "."
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "affairs", "affaires")):
        return noun[:-1]
    return noun


@lru_cache(maxsize=4096)
def title_case(
    words: str, small: frozenset[str] = frozenset({"of", "for", "the", "to", "and", "in", "at", "on"})
) -> str:
    """Return words with capitals as a title has them; words that have capitals of their own keep them."""
    parts = words.split()
    return " ".join(
        part if (i and part in small) or part != part.lower() else part[:1].upper() + part[1:]
        for i, part in enumerate(parts)
    )
