"""Finds and loads a language model: the shipped one, a folder of ours, or an installed spaCy pipeline."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.errors import ModelError
from pipeline.language.component import FACTORY
from pipeline.language.model_files import is_model_folder
from pipeline.language.tokens import blank_pipeline

SHIPPED = "en_sanctions"

_PACKAGE = Path(__file__).resolve().parent.parent
_NEEDED = {"token.tag": "tags", "token.dep": "a parse", "doc.ents": "entities"}


def load(model: str | Path | None = None, *, threads: int = 1) -> Language:
    """Return a spaCy pipeline that fills tags, parts of speech, lemmas, trees, sentences and entities.

    Args:
        model: None for the shipped model; a folder for a model of ours (or a saved spaCy pipeline); any
            other string for an installed spaCy English pipeline.
        threads: threads of one call of our network.

    Raises:
        ModelError: if there is no such model, or it lacks what later stages read.
    """
    if model is None:
        return _ours(shipped_folder(), threads)
    folder = Path(model)
    if folder.is_dir() and is_model_folder(folder):
        return _ours(folder, threads)
    return _foreign(model)


def shipped_folder() -> Path:
    """Return the folder of the shipped model: inside the installed package, else in the checkout.

    Raises:
        ModelError: if it is in neither place.
    """
    places = [_PACKAGE / "models" / SHIPPED, _PACKAGE.parent / "models" / SHIPPED]
    for place in places:
        if is_model_folder(place):
            return place
    raise ModelError(
        f"the shipped model is in neither {places[0]} nor {places[1]}; install the package again, "
        "train a model (`sanction-events train`) or name another with --model"
    )


def _ours(folder: Path, threads: int) -> Language:
    nlp = blank_pipeline()
    nlp.add_pipe(FACTORY, name="language", config={"path": str(folder), "threads": threads})
    return nlp


def _foreign(model: str | Path) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"{model}: neither a model folder nor an installed spaCy pipeline; "
            f"leave --model out for the shipped model, or install it (python -m spacy download {model})"
        ) from error
    if nlp.lang != "en":
        raise ModelError(f"{model}: a pipeline for {nlp.lang!r}, English is needed; name an English pipeline")
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    missing = [what for attribute, what in _NEEDED.items() if attribute not in assigned]
    if missing:
        raise ModelError(
            f"{model}: gives no {', no '.join(missing)}; "
            "name a pipeline with tagger, parser and ner, or leave --model out"
        )
    return nlp
