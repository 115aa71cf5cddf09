"""Word sets of the lexicon, folded to lower case: cue lists and the make-up of names."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.errors import LexiconError
from pipeline.lexicon.loader import Lexicon
from pipeline.lexicon.schema import Cue, NameWords

_PAIR = " = "
_WEAK = "-weak"
_VOWELS = "aeiou"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


def cue_words(lexicon: Lexicon, cue: str) -> frozenset[str]:
    """Return the words of one cue list in lower case.

    Raises:
        LexiconError: if there is no cue of that id.
    """
    return frozenset(word.lower() for word in _cue(lexicon, cue).words)


def cue_pairs(lexicon: Lexicon, cue: str) -> Mapping[str, str]:
    """Return the "word = value" rows of one cue list, words in lower case.

    Raises:
        LexiconError: if there is no cue of that id, or a row has no value.
    """
    found: dict[str, str] = {}
    for row in _cue(lexicon, cue).words:
        word, separator, value = row.partition(_PAIR)
        if not separator:
            raise LexiconError(f"cue {cue!r}: {row!r} has no value; write 'word = value'")
        found[word.lower()] = value
    return found


def verb_forms(lexicon: Lexicon, cue: str) -> frozenset[str]:
    """Return the inflected forms of the verbs of one cue list; irregular ones are listed there themselves.

    Raises:
        LexiconError: if there is no cue of that id.
    """
    return frozenset(form for verb in cue_words(lexicon, cue) for form in inflected(verb))


def inflected(verb: str) -> frozenset[str]:
    """Return the regular forms of a verb; of "step down", those of its first word with the rest."""
    base, *rest = verb.split(" ", 1)
    stems = [base]
    if base.endswith("e"):
        forms = [base, base + "s", base + "d", base[:-1] + "ing"]
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        forms = [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    else:
        if base[-1:] not in f"{_VOWELS}wxy" and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS:
            stems.append(base + base[-1])
        forms = [base, base + ("es" if base.endswith(_SIBILANTS) else "s")]
        forms += [stem + ending for stem in stems for ending in ("ed", "ing")]
    return frozenset(" ".join((form, *rest)) for form in forms)


def name_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """Return the words of one kind ("honorific", "particle" ...) in lower case."""
    rows = lexicon.entries(NameWords).values()
    return frozenset(word.lower() for row in rows if row.kind == kind for word in row.words)


def honorifics(lexicon: Lexicon, *, sure: bool) -> frozenset[str]:
    """Return the honorifics in lower case: those that are nothing else, or those that may begin a name."""
    rows = lexicon.entries(NameWords).values()
    wanted = (row for row in rows if row.kind == "honorific" and row.id.endswith(_WEAK) is not sure)
    return frozenset(word.lower() for row in wanted for word in row.words)


def nicknames(lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Return (short, full) pairs of given names in lower case."""
    pairs = (word.lower().partition(_PAIR) for word in name_words(lexicon, "nickname"))
    return frozenset((short, full) for short, _, full in pairs)


def _cue(lexicon: Lexicon, cue: str) -> Cue:
    cues = lexicon.entries(Cue)
    if cue not in cues:
        raise LexiconError(f"there is no cue {cue!r}; add it to cues.toml or correct the id")
    return cues[cue]
