"""Time expressions with their values, for any spaCy pipeline: ``nlp.add_pipe("time_tagger")``.

    >>> import spacy
    >>> import pipeline.mentions.dated
    >>> nlp = spacy.blank("en")
    >>> tagger = nlp.add_pipe("time_tagger", config={"published": "2020-08-14"})
    >>> [(span.text, span.label_, span._.timex_value) for span in nlp("They met last Friday.").spans["dates"]]
    [('last Friday', 'DATE', '2020-08-07')]

The spans of ``doc.spans["dates"]`` carry the TIMEX3 type as label and, as plain strings that a ``DocBin`` keeps,
``timex_value``, ``timex_mod``, ``timex_earliest``, ``timex_latest`` (ISO days that bound the value) and ``timex_edtf``;
empty where there is none. The day of publication is that of the component, or the document's own
``doc._.published`` (an ISO day). Where the pipeline before it tags, parses or finds names, the component uses them.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.errors import SettingsError
from pipeline.mentions.dates import SPANS, TENSE, DateFinder
from pipeline.records import TimeValue
from pipeline.timex import default_grammar, resolve
from pipeline.vocabularies import Tense

PUBLISHED = "published"
VALUES = ("timex_value", "timex_mod", "timex_earliest", "timex_latest", "timex_edtf")
"""Extension attributes of the spans, all strings."""


@Language.factory(
    "time_tagger",
    assigns=["doc.spans", *(f"span._.{name}" for name in VALUES)],
    default_config={"published": "", "overlay": ""},
)
def make_time_tagger(nlp: Language, name: str, published: str, overlay: str) -> TimeTagger:
    """Make the component.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        published: ISO day of publication of documents that have no ``doc._.published``, or empty.
        overlay: folder of a user's lexicon laid over ours, or empty.
    """
    return TimeTagger(DateFinder(default_grammar(overlay)), published=published)


class TimeTagger:
    """Writes ``doc.spans["dates"]`` with values.

    Args:
        finder: of the expressions.
        published: as for ``make_time_tagger``.
    """

    def __init__(self, finder: DateFinder, *, published: str = "") -> None:
        for name in VALUES:
            if not Span.has_extension(name):
                Span.set_extension(name, default="")
        if not Doc.has_extension(PUBLISHED):
            Doc.set_extension(PUBLISHED, default="")
        self._finder = finder
        self._published = _day(published)

    def __call__(self, doc: Doc) -> Doc:
        """Add the span group."""
        pairs = self._finder.read(doc)
        values = resolve(
            [found for _, found in pairs],
            grammar=self._finder.grammar,
            published=_day(str(doc._.published)) or self._published,
            tenses=[Tense[str(span._.get(TENSE)).upper()] for span, _ in pairs],
        )
        placed = {(value.start, value.end): value for value in values}
        kept = ((span, placed.get((found.start, found.end))) for span, found in pairs)
        doc.spans[SPANS] = [_valued(span, value) for span, value in kept if value is not None]
        return doc


def _valued(span: Span, value: TimeValue) -> Span:
    made = Span(span.doc, span.start, span.end, label=value.type.value)
    made.id_ = value.rule
    days = (day.isoformat() if day else "" for day in (value.earliest, value.latest))
    texts = (value.value, value.mod.value if value.mod else "", *days, value.edtf)
    for name, text in zip(VALUES, texts, strict=True):
        made._.set(name, text)
    return made


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"published: {text!r} is no day; write it as 2020-07-14") from error
