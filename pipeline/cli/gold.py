"""``sanction-events gold``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.console import new_app, out
from pipeline.cli.options import ConfigOption, settings_of
from pipeline.errors import GoldError

app = new_app("Annotated articles to measure with.")

ArticlesOption = Annotated[Path, typer.Option("--articles", "-a", help="Folder of articles.")]


@app.command()
def check(
    gold: Annotated[Path, typer.Option("--gold", "-g", help="Folder of gold files, one JSON per article.")],
    articles: ArticlesOption,
    config: ConfigOption = None,
) -> None:
    """Check gold files against their articles: hash, offsets, words, vocabularies.

    Example: sanction-events gold check --gold corpus/gold --articles corpus/articles
    """
    from pipeline.evaluate import check_gold

    files = sorted(gold.glob("*.json"))
    if not files:
        raise GoldError(f"{gold}: there is no gold file (.json) here; give the folder that holds them")
    texts = _texts(articles, config)
    faulty = 0
    for path in files:
        if path.stem not in texts:
            out.print(f"{path.name}: no article {path.stem!r} in {articles}; not checked")
            continue
        found = check_gold(path, texts[path.stem])
        faulty += bool(found.problems)
        for line in (*found.problems, *found.remarks):
            out.print(f"{path.name}: {line}")
    if faulty:
        raise typer.Exit(1)
    out.print("all gold that has its article is well formed")


@app.command()
def standoff(
    file: Annotated[Path, typer.Argument(help="Gold file that quotes the article.")],
    articles: ArticlesOption,
    out_folder: Annotated[Path, typer.Option("--out", "-o", help="Folder for the standoff file.")],
    config: ConfigOption = None,
) -> None:
    """Turn gold that quotes its article into standoff gold: offsets and the text's hash instead of sentences.

    Example: sanction-events gold standoff quoted/my-article.json --articles my-articles --out corpus/gold
    """
    from pipeline.evaluate import read_gold, standoff_json

    texts = _texts(articles, config)
    if file.stem not in texts:
        raise GoldError(f"{file}: no article {file.stem!r} in {articles}; give the folder that holds it")
    text = texts[file.stem]
    path = out_folder / file.name
    content = standoff_json(read_gold(file, text), text)
    out_folder.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    out.print(f"written: {path}")


def _texts(articles: Path, config: Path | None) -> dict[str, str]:
    from pipeline.stages import Plan

    return Plan(settings_of(config)).texts(articles)
