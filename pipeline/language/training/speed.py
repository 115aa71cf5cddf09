"""How fast a pipeline reads, beside the network alone and beside spaCy's own CNN pipeline, on one thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from pipeline.language.component import LanguageReader
from pipeline.language.tokens import blank_pipeline

_REPEATS = 3
_CNN_WIDTH = 96


def words_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Return the words (tokens that are no white space) a pipeline reads per second; the best of three runs."""
    words = sum(not token.is_space for text in texts for token in nlp.make_doc(text))
    return words / _best(lambda: [nlp(text) for text in texts])


def network_words_per_second(nlp: Language, texts: Sequence[str]) -> float | None:
    """Return the words per second of the network's calls alone, or None for a pipeline that is not ours."""
    readers = [component for _, component in nlp.pipeline if isinstance(component, LanguageReader)]
    if not readers:
        return None
    docs = [nlp.make_doc(text) for text in texts]
    windows = [window for doc in docs for window in readers[0].windows(doc)]
    words = sum(len(window["first"]) for window in windows)
    return words / _best(lambda: [readers[0].network.call(window) for window in windows])


def _best(run: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_REPEATS):
        begin = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def cnn_pipeline(docs: Sequence[Doc]) -> Language:
    """Return spaCy's CNN tagger, parser and entity recogniser of the usual width, weights as initialised.

    Args:
        docs: annotated documents, which give the label sets.
    """
    nlp = blank_pipeline()
    tok2vec = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": _CNN_WIDTH,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _CNN_WIDTH, "upstream": "*"}
    nlp.add_pipe("tok2vec", config={"model": tok2vec})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, state in (("parser", "parser"), ("ner", "ner")):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": state,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": listener,
        }
        nlp.add_pipe(name, config={"model": model})
    examples = [Example(Doc(nlp.vocab, words=[token.text for token in doc]), doc) for doc in docs]
    nlp.initialize(lambda: examples)
    return nlp
