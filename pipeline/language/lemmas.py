"""Lemmas by a table learned from treebanks: what the ending of a word with a certain tag becomes.

A table holds, for every Penn tag, endings and whole words (``^word``) with an edit script; the longest that fits is
used, so a word seen in training has its own lemma and an unknown one goes as most words of its ending. A script is
``case:cut:add`` (``l`` lower-cases first, ``k`` keeps the case) or ``=form`` for a lemma that shares no beginning
with its word ("was", "be").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_LOWERED, _KEPT, _WHOLE = "l", "k", "="
_WORD = "^"
_LONGEST_ENDING = 5
_ENOUGH_WORDS = 2
_AS_IT_IS = "l:0:"
_VOWELS = frozenset("aeiou")
_LOST_E = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
_INFLECTED = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s", "JJR": "er", "JJS": "est", "RBR": "er"}
"""Endings of the tags whose words are made of others."""

LemmaTable = Mapping[str, Mapping[str, str]]


def lemma(table: LemmaTable, word: str, tag: str) -> str:
    """Return the lemma of a word with a Penn tag; the lower-cased word where the table knows neither."""
    rules = table.get(tag, {})
    form = word.lower()
    script = rules.get(_WORD + form)
    if script is None:
        endings = (form[-size:] for size in range(min(_LONGEST_ENDING, len(form)), 0, -1))
        script = next((rules[ending] for ending in endings if ending in rules), rules.get("", _AS_IT_IS))
    if script.startswith(_LOWERED) and any(char.isupper() for char in word[1:]) and not word.isupper():
        script = _KEPT + script[1:]
    return apply_script(script, word)


def learn_lemmas(
    examples: Iterable[tuple[str, str, str]], vocabulary: Mapping[str, int] | None = None
) -> dict[str, dict[str, str]]:
    """Return the table for ``(word, tag, lemma)`` examples, without the entries that a shorter ending already gives.

    Args:
        examples: words of treebanks.
        vocabulary: lower-case words of much text with their counts. Where an ending would make something of one of
            them that is no word ("evading", "evad"), and another script of the tag a word ("evade"), that is entered.
    """
    scripts: dict[str, dict[str, Counter[str]]] = {}
    for word, tag, gold in examples:
        words = scripts.setdefault(tag, {})
        words.setdefault(word.lower(), Counter())[lemma_script(word, gold)] += 1
    table = {tag: _learn_tag(words) for tag, words in sorted(scripts.items())}
    for tag, ending in _INFLECTED.items():
        for word in sorted(vocabulary or ()) if tag in table else ():
            if vocabulary and word.endswith(ending) and word not in scripts[tag]:
                base = _base(word, ending, vocabulary)
                if base and base != lemma(table, word, tag):
                    table[tag][_WORD + word] = lemma_script(word, base)
    return table


def _base(word: str, ending: str, vocabulary: Mapping[str, int]) -> str | None:
    """Return the likeliest known word that a regular ending makes this one of; None where none is known.

    One short vowel and one consonant would have been doubled ("barred"), so such a stem has lost an e ("noted").
    """
    stem = word[: -len(ending)]
    made = [stem, stem + "e"] if ending != "s" else [stem]
    if ending == "s" and stem.endswith("e"):
        made.append(stem[:-1])
    if stem.endswith("i") or (ending == "s" and stem.endswith("ie")):
        made.append(stem.removesuffix("e")[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        made.append(stem[:-1])
    known = [form for form in made if vocabulary.get(form, 0) >= _ENOUGH_WORDS]
    if ending != "s" and _LOST_E.fullmatch(stem) and stem + "e" in known:
        return stem + "e"
    return max(known, key=lambda form: vocabulary[form], default=None)


def _learn_tag(words: Mapping[str, Counter[str]]) -> dict[str, str]:
    best = {form: _most_frequent(counts) for form, counts in words.items()}
    endings: dict[str, Counter[str]] = {}
    for form, script in best.items():
        if not script.startswith(_WHOLE):
            for size in range(min(_LONGEST_ENDING, len(form)) + 1):
                endings.setdefault(form[len(form) - size :], Counter())[script] += 1
    rules: dict[str, str] = {}
    for ending in sorted(endings, key=lambda text: (len(text), text)):
        script = _most_frequent(endings[ending])
        enough = not ending or endings[ending].total() >= _ENOUGH_WORDS
        if enough and script != _by_ending(rules, ending):
            rules[ending] = script
    for form in sorted(best):
        if best[form] != _by_ending(rules, form):
            rules[_WORD + form] = best[form]
    return rules


def _by_ending(rules: Mapping[str, str], form: str) -> str | None:
    sizes = range(min(_LONGEST_ENDING, len(form)), -1, -1)
    return next((rules[form[len(form) - size :]] for size in sizes if form[len(form) - size :] in rules), None)


def _most_frequent(counts: Counter[str]) -> str:
    return min(counts, key=lambda script: (-counts[script], script))


def lemma_script(word: str, lemma: str) -> str:
    """Return the shortest script that turns the word into its lemma, lower-casing where that fits as well."""
    lowered = _suffix_script(_LOWERED, word.lower(), lemma)
    kept = _suffix_script(_KEPT, word, lemma)
    candidates = [script for script in (lowered, kept) if script is not None]
    if not candidates:
        return _WHOLE + lemma
    return min(candidates, key=lambda script: (len(script.split(":", 2)[2]), int(script.split(":", 2)[1])))


def _suffix_script(case: str, word: str, lemma: str) -> str | None:
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return f"{case}:{len(word) - shared}:{lemma[shared:]}" if shared else None


def apply_script(script: str, word: str) -> str:
    """Return the lemma that the script makes of the word; the word itself where the script cuts too much."""
    if script.startswith(_WHOLE):
        return script[1:]
    case, cut, add = script.split(":", 2)
    form = word.lower() if case == _LOWERED else word
    kept = len(form) - int(cut)
    return form[:kept] + add if kept > 0 else form
