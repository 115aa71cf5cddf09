"""``sanction-events dates``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import err, new_app, out
from pipeline.cli.dates_speed import benchmark
from pipeline.cli.options import JsonOption

if TYPE_CHECKING:
    from pipeline.evaluate.timeml import Tagger, TimeScores
    from pipeline.records import TimeValue

app = new_app("The tagger of time expressions by itself: scores, phrase suites, speed.")

TimeMLOption = Annotated[
    list[Path],
    typer.Option("--timeml", help="File, folder or archive of *.tml, CAT *.xml or *.jsonl; repeatable."),
]
LexiconFolder = Annotated[Path | None, typer.Option("--lexicon", help="Folder of your own TOML entries.")]
ErrorsOption = Annotated[Path | None, typer.Option("--errors", help="CSV file for every expression that differs.")]


app.command()(benchmark)


@app.callback()
def group() -> None:
    """The tagger of time expressions by itself: scores, phrase suites, speed."""


@app.command()
def evaluate(
    timeml: TimeMLOption, lexicon: LexiconFolder = None, errors: ErrorsOption = None, as_json: JsonOption = False
) -> None:
    """Score the tagger on TimeML corpora of yours: spans, values, types and modifiers, and by kind of expression.

    TempEval-3's *.tml, MEANTIME's CAT *.xml and *.jsonl are read, packed or not. Every score has a 95 % interval.

    Example: sanction-events dates evaluate --timeml my-corpus
    """
    from pipeline.evaluate.timeml import score
    from pipeline.evaluate.timeml_reader import read_corpus

    texts = read_corpus(*timeml)
    scores = score(texts, _tagger(lexicon))
    if as_json:
        out.print_json(data=scores.as_json())
    else:
        out.print(f"{len(texts)} documents\n\n{scores}")
    if errors is not None:
        _write_errors(scores, errors)
        err.print(f"written: {errors}")


@app.command()
def phrases(
    suites: Annotated[list[Path], typer.Argument(help="Files, folders or archives of *Parser.json, *.tsv, *.hs.")],
    lexicon: LexiconFolder = None,
    missed: Annotated[bool, typer.Option("--missed", help="List the phrases that are not solved.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Say which phrases of public suites the tagger solves, by kind, and why not the others.

    Microsoft Recognizers-Text's *Parser.json, timenorm's *.tsv and Duckling's *.hs are read.

    Example: sanction-events dates phrases my-suites --missed
    """
    from pipeline.evaluate.phrase_suites import read_suites
    from pipeline.evaluate.phrases import cause_of, share_text, shares

    tag = _tagger(lexicon)
    found, others = shares(read_suites(*suites), tag)
    if as_json:
        out.print_json(
            data=[
                {
                    "suite": share.suite, "kind": share.kind, "phrases": share.phrases, "solved": share.solved,
                    "causes": {cause.name.lower(): count for cause, count in share.causes.items()},
                }
                for share in found
            ]
        )  # fmt: skip
        return
    out.print(share_text(found))
    for phrase in others if missed else ():
        times = tag(phrase.text, phrase.reference)
        values = ", ".join(f"{time.text} = {time.value}" for time in times) or "-"
        out.print(" | ".join((phrase.suite, phrase.kind, phrase.text, values, cause_of(phrase, times).value)))


def _tagger(lexicon: Path | None) -> Tagger:
    from pipeline.timex import default_grammar, tag

    grammar = default_grammar(str(lexicon or ""))

    def tagged(text: str, published: date | None) -> list[TimeValue]:
        return tag(text, published=published, grammar=grammar)

    return tagged


def _write_errors(scores: TimeScores, path: Path) -> None:
    import csv

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("document", "error", "gold", "gold_value", "found", "found_value", "rule"))
        for error in scores.errors:
            gold = (error.gold.text, error.gold.value) if error.gold else ("", "")
            found = (error.found.text, error.found.value, error.found.rule) if error.found else ("", "", "")
            writer.writerow((error.doc_id, error.kind, *gold, *found))
