"""Irregular verbs as lemma examples, since a treebank of a few hundred thousand words has met only the common ones."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

_FILE = "data/irregular_verbs.txt"


def irregular_lemmas() -> Iterator[tuple[str, str, str]]:
    """Yield ``(word, Penn tag, lemma)`` for the past tense and past participle of every irregular verb."""
    text = (files("pipeline.language.training") / _FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            base, past, participle = line.split()
            for tag, forms in (("VBD", past), ("VBN", participle)):
                for form in forms.split("/"):
                    yield form, tag, base
