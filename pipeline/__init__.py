"""Turns news articles into a table of sanction events, people, roles, parties and dates.

From Python::

    import pipeline

    result = pipeline.extract("Canada has imposed sanctions on Belarus.")
    result.events  # a pandas frame, as events.parquet has it

``load`` gives an extractor with settings of its own; folders are run by ``pipeline.run.run_folder``.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.extraction import Extractor, Result

__all__ = ["extract", "load"]


def load(**settings: Any) -> Extractor:
    """Load model and lexicon, which takes seconds, and return an extractor that keeps them.

    Args:
        settings: those of ``pipeline.settings.Settings``; others come from the environment and
            ``sanction-events.toml``, as for the command line.

    Raises:
        SettingsError, ModelError, LexiconError: if a setting, the model or the lexicon cannot be used.
    """
    from pipeline.extraction import Extractor
    from pipeline.settings import load as load_settings

    return Extractor(load_settings(**settings))


def extract(text: str, *, published: date | None = None, title: str = "") -> Result:
    """Return everything found in an article, with the default settings; the first call loads the model.

    >>> import pipeline
    >>> from datetime import date
    >>> result = pipeline.extract(
    ...     "Canada has imposed sanctions on Belarus, Ida Berg said on Monday.", published=date(2021, 8, 11)
    ... )
    >>> result.events[["action", "senders", "target_countries"]].values.tolist()
    [['impose', ('CAN',), ('BLR',)]]
    >>> result.people["name"].tolist(), result.dates["value"].tolist()
    (['Ida Berg'], ['2021-08-09'])

    Args:
        text: the article's body, or all of it.
        published: the day from which "on Monday" and the like are counted.
        title: headline, if it is not in the text; offsets then count in ``Result.text``, which begins with it.

    Raises:
        ModelError, LexiconError, SettingsError: as ``load``.
    """
    return _default().extract(text, published=published, title=title)


@cache
def _default() -> Extractor:
    return load()
