"""The spaCy component around the network: fills tags, lemmas, heads, sentences and entities of a ``Doc``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy import attrs, symbols
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.errors import ModelError
from pipeline.language.borders import certain_borders
from pipeline.language.events import plain_readings
from pipeline.language.lemmas import lemma
from pipeline.language.model_files import META, NETWORK, TOKENIZER, ModelMeta, is_model_folder, read_meta
from pipeline.language.network import LOOSE_RELATION, Network, Reading
from pipeline.language.pieces import Ids, PieceTable
from pipeline.language.tagging import best_tags, legal_transitions
from pipeline.language.words import SPACE, START, break_before
from pipeline.records import EVENT_READINGS

FACTORY = "sanction_language"
_ATTRIBUTES = [attrs.TAG, attrs.POS, attrs.LEMMA, attrs.DEP, attrs.HEAD, attrs.ENT_IOB, attrs.ENT_TYPE]
_IOB_BEGIN, _IOB_IN, _IOB_OUT = 3, 1, 2
_FILES = (NETWORK, TOKENIZER, META)
_LEMMA_MEMORY = 20_000

Hashes = NDArray[np.uint64]


@Language.factory(
    FACTORY,
    assigns=[
        "token.tag",
        "token.pos",
        "token.lemma",
        "token.dep",
        "token.head",
        "token.is_sent_start",
        "token.ent_iob",
        "token.ent_type",
        "doc.sents",
        "doc.ents",
    ],
    default_config={"path": None, "threads": 1},
)
def make_reader(nlp: Language, name: str, path: str | None, threads: int) -> LanguageReader:
    """Make the component; without a path, or when nothing is there any more, it is empty until ``from_disk``."""
    folder = Path(path) if path else None
    return LanguageReader(nlp.vocab, path=folder if folder and is_model_folder(folder) else None, threads=threads)


class LanguageReader:
    """Reads a ``Doc`` with one network: tags, parts of speech, lemmas, trees, sentences, entities, sanction events.

    Sentence borders that the ``Doc`` already has are kept. White-space tokens belong to the word before them.
    """

    def __init__(self, vocab: Vocab, *, path: Path | None, threads: int) -> None:
        self.vocab = vocab
        self._threads = threads
        self._path: Path | None = None
        if path is not None:
            self.from_disk(path)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> LanguageReader:
        """Load the model folder at ``path``.

        Raises:
            ModelError: if a file is missing or does not fit.
        """
        folder = Path(path)
        self._meta = read_meta(folder)
        try:
            graph = (folder / NETWORK).read_bytes()
        except OSError as error:
            raise ModelError(
                f"{folder / NETWORK} cannot be read ({error.strerror}); copy the model folder again"
            ) from error
        self._table = PieceTable(folder / TOKENIZER)
        self.network = Network(
            graph, relations=self._meta.relations, window_pieces=self._meta.window_pieces, threads=self._threads
        )
        self._path = folder
        self._legal = legal_transitions(len(self._meta.labels))
        self._prepare(self._meta)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the model's files to the folder ``path``."""
        source, target = self._folder(), Path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in _FILES:
            (target / name).write_bytes((source / name).read_bytes())

    def __reduce__(self) -> tuple[object, tuple[Vocab, Path, int]]:
        """Pickle by reference to the model folder, since a session cannot travel between processes."""
        return _load_reader, (self.vocab, self._folder(), self._threads)

    def _folder(self) -> Path:
        if self._path is None:
            raise ModelError("the language component has no model; make it with a path or call from_disk")
        return self._path

    @property
    def labels(self) -> tuple[str, ...]:
        """Entity labels of the model."""
        return self._meta.labels

    def _prepare(self, meta: ModelMeta) -> None:
        add = self.vocab.strings.add
        self._tag_hashes = np.array([add(tag) for tag in meta.tags], dtype=np.uint64)
        self._pos_ids = np.array([self.vocab.strings[pos] for pos in meta.pos], dtype=np.uint64)
        self._relation_hashes = np.array([add(relation) for relation in meta.relations], dtype=np.uint64)
        # Entity tag t belongs to label (t - 1) // 4; the first entry is for O.
        labels = [0, *(add(label) for label in meta.labels for _ in range(4))]
        self._entity_types = np.array(labels, dtype=np.uint64)
        kinds = [_IOB_OUT, *([_IOB_BEGIN, _IOB_IN, _IOB_IN, _IOB_BEGIN] * len(meta.labels))]
        self._entity_iob = np.array(kinds, dtype=np.uint64)
        self._space = (add("_SP"), symbols.SPACE, add(LOOSE_RELATION))
        self._known: dict[tuple[str, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Fill the annotation of ``doc`` and return it."""
        self._folder()
        spaces = doc.to_array(attrs.IS_SPACE).astype(bool)
        places = np.flatnonzero(~spaces)
        if not len(places):
            return _write_blank(doc)
        texts = [token.text for token in doc]
        words = texts if len(places) == len(texts) else [texts[i] for i in places]
        breaks = _breaks(doc, places)
        borders = _given_borders(doc, places) if doc.has_annotation("SENT_START") else certain_borders(words, breaks)
        reading = self.network.read(self._table, words, breaks, borders)
        self._write(doc, reading, places, words)
        doc.user_data[EVENT_READINGS] = self._events(doc, reading, places)
        return doc

    def windows(self, doc: Doc) -> list[dict[str, Ids]]:
        """Return the text cut into the network's inputs without regard to sentences, to time the network alone."""
        words = [token.text for token in doc if not token.is_space]
        pieces = self._table.split(words, np.full(len(words), SPACE, dtype=np.int64))
        limit = self.network.window_pieces - 2
        edges = [0]
        while edges[-1] < len(words):
            full = int(np.searchsorted(pieces.offsets, pieces.offsets[edges[-1]] + limit, side="right")) - 1
            edges.append(max(full, edges[-1] + 1))
        return [self._table.window(pieces, first, last) for first, last in pairwise(edges)]

    def _write(self, doc: Doc, reading: Reading, places: Ids, words: list[str]) -> None:
        n = len(doc)
        columns = np.zeros((n, len(_ATTRIBUTES)), dtype=np.uint64)
        columns[:, 0], columns[:, 1], columns[:, 3] = self._space
        columns[:, 2] = doc.to_array(attrs.ORTH)
        columns[:, 5] = _IOB_OUT
        columns[places, 0] = self._tag_hashes[reading.tags]
        columns[places, 1] = self._pos_ids[reading.pos]
        columns[places, 2] = self._lemmas(words, reading.tags)
        columns[places, 3] = self._relation_hashes[reading.relations]
        columns[:, 4] = _relative_heads(reading.heads, places, n).view(np.uint64)
        tags = best_tags(reading.entities, self._legal, reading.starts)
        columns[places, 5] = self._entity_iob[tags]
        columns[places, 6] = self._entity_types[tags]
        _carry_entities_over_spaces(columns, places)
        doc.from_array(_ATTRIBUTES, columns)  # type: ignore[arg-type]  # the stub knows no uint64

    def _events(self, doc: Doc, reading: Reading, places: Ids) -> list[dict[str, Any]]:
        if not reading.events:
            return []
        words = [(token.i, token.idx, token.idx + len(token)) for token in (doc[i] for i in places.tolist())]
        return plain_readings(reading.events, words, self._meta.actions, self._meta.slots)

    def _lemmas(self, words: list[str], tags: Ids) -> Hashes:
        known, add = self._known, self.vocab.strings.add
        if len(known) > _LEMMA_MEMORY:
            known.clear()
        hashes = np.empty(len(words), dtype=np.uint64)
        for i, key in enumerate(zip(words, tags.tolist(), strict=True)):
            found = known.get(key)
            if found is None:
                found = known[key] = lemma(self._meta.lemmas, key[0], self._meta.tags[key[1]])
            # Added every time: inside spaCy's memory zone a string lives no longer than the zone.
            hashes[i] = add(found)
        return hashes


def _load_reader(vocab: Vocab, path: Path, threads: int) -> LanguageReader:
    return LanguageReader(vocab, path=path, threads=threads)


def _write_blank(doc: Doc) -> Doc:
    """Give a text without words the annotation of white space, so that ``doc.sents`` and ``doc.ents`` can be asked."""
    n = len(doc)
    if n:
        add = doc.vocab.strings.add
        columns = np.zeros((n, len(_ATTRIBUTES)), dtype=np.uint64)
        columns[:, 0], columns[:, 1], columns[:, 3] = add("_SP"), symbols.SPACE, add(LOOSE_RELATION)
        columns[:, 2] = doc.to_array(attrs.ORTH)
        columns[:, 4] = (-np.arange(n, dtype=np.int64)).view(np.uint64)
        columns[:, 5] = _IOB_OUT
        doc.from_array(_ATTRIBUTES, columns)  # type: ignore[arg-type]  # the stub knows no uint64
    return doc


def _breaks(doc: Doc, places: Ids) -> Ids:
    """Return what stands before every word."""
    breaks = np.full(len(places), SPACE, dtype=np.int64)
    blanks = doc.to_array(attrs.SPACY).astype(bool)
    close = np.flatnonzero((np.diff(places) == 1) & ~blanks[places[:-1]]) + 1
    breaks[close] = 0
    for i in np.flatnonzero(np.diff(places) > 1) + 1:
        gap = " " if blanks[places[i - 1]] else ""
        breaks[i] = break_before(gap + "".join(doc[j].text for j in range(places[i - 1] + 1, places[i])))
    breaks[0] = START
    return breaks


def _given_borders(doc: Doc, places: Ids) -> Ids:
    starts = doc.to_array(attrs.SENT_START).astype(np.int64)[places]
    borders = np.where(starts == 1, 1, np.where(starts == 0, -1, 0))
    borders[0] = 1
    return borders


def _relative_heads(heads: Ids, places: Ids, n: int) -> Ids:
    """Return spaCy's relative heads; a white-space token hangs on the word before it, or on the first word."""
    owner = np.searchsorted(places, np.arange(n), side="right") - 1
    absolute = places[np.maximum(owner, 0)]
    absolute[places] = places[heads]
    return absolute - np.arange(n)


def _carry_entities_over_spaces(columns: Hashes, places: Ids) -> None:
    """Mark white space inside a mention as part of it, as spaCy's spans must not have holes."""
    if len(places) == len(columns):
        return
    for i in np.flatnonzero((np.diff(places) > 1) & (columns[places[1:], 5] == _IOB_IN)):
        inside = slice(int(places[i]) + 1, int(places[i + 1]))
        columns[inside, 5] = _IOB_IN
        columns[inside, 6] = columns[places[i], 6]
