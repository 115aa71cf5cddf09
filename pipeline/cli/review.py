"""``sanction-events review``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import new_app, out

app = new_app("Have doubtful events decided by people, and measure with what they decide.")

SHEET = "review.csv"


@app.callback()
def group() -> None:
    """Have doubtful events decided by people, and measure with what they decide."""


@app.command("export")
def export(
    run: Annotated[Path, typer.Argument(help="Run folder, as `run --out` filled it.")],
    out_folder: Annotated[Path, typer.Option("--out", "-o", help="Folder for the sheet and the tasks.")],
    below: Annotated[float, typer.Option("--below", min=0, help="Confidence under which an event is doubtful.")] = 0.8,
    gold: Annotated[
        Path | None, typer.Option("--gold", "-g", help="Folder of reviewed gold: what it decided is not asked again.")
    ] = None,
) -> None:
    """Write the events of every article with a doubtful one: review.csv, and Label Studio tasks with configuration.

    Put right or wrong in the column verdict, correct cells in place, and add a row with an empty key for an event that
    was missed. Then `review import` takes it back.

    Example: sanction-events review export outputs/articles --out outputs/review --below 0.6
    """
    from pipeline.review import Decisions, open_rows, write_sheet, write_tasks
    from pipeline.run import read_run

    finished = read_run(run)
    decided = Decisions(gold).by_key if gold is not None else {}
    rows = open_rows(finished.tables, finished.texts, below=below, sentences=finished.sentences, decided=decided)
    out_folder.mkdir(parents=True, exist_ok=True)
    write_sheet(out_folder / SHEET, rows)
    paths = [out_folder / SHEET, *write_tasks(out_folder, rows, finished.texts)]
    doubtful = sum(row.doubtful for row in rows)
    articles = len({row.article_id for row in rows})
    out.print(f"{doubtful} doubtful of {len(rows)} events in {articles} articles")
    for path in paths:
        out.print(f"written: {path}")


@app.command("import")
def take(
    file: Annotated[Path, typer.Argument(help="Decided review.csv, or a Label Studio export (.json).")],
    run: Annotated[Path, typer.Option("--run", help="Run folder over the same articles, the same or a later one.")],
    gold: Annotated[Path, typer.Option("--gold", "-g", help="Folder for decisions and gold files.")],
) -> None:
    """Take decisions back: keep them by content, and write gold of the articles that are decided whole.

    Example: sanction-events review import outputs/review/review.csv --run outputs/articles --gold my-gold
    """
    from pipeline.review import Decisions, read_sheet, read_tasks, write_gold
    from pipeline.run import read_run

    finished = read_run(run)
    rows = read_tasks(file) if file.suffix.lower() == ".json" else read_sheet(file)
    decisions = Decisions(gold)
    count = decisions.take(rows)
    written = write_gold(finished.tables, finished.texts, decisions, gold)
    decisions.write()
    out.print(f"{count} decisions; gold of {len(written.articles)} articles in {gold}")
    for article, number in written.waiting.items():
        out.print(f"{article}: {number} events still wait for a verdict; no gold written")
    if written.articles:
        out.print("the articles' folder and this gold folder are what `evaluate --articles ... --gold ...` takes")
