"""The command line: `python -m presslens`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Annotated, Any

import typer
from tqdm import tqdm

from presslens.dashboard.ledger import Applied, Ledger, LedgerError
from presslens.pipeline.articles.errors import ArticleError
from presslens.pipeline.articles.read import TYPES
from presslens.pipeline.lines import LineError
from presslens.tables import DatasetError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Read the Chinese press on AI video into tables of figures.",
)


@app.command()
def build(
    folder: Annotated[Path, typer.Argument(help=f"A folder of articles: {TYPES}.")],
    out: Annotated[Path, typer.Option(help="Where the dataset goes.")] = Path("data"),
    relevant_only: Annotated[bool, typer.Option(help="Leave out articles that only touch AI video and AI chips.")] = False,
    ledger: Annotated[Path | None, typer.Option(help="A ledger saved from the dashboard, to be applied.")] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes to build in; 0: as many as the folder is worth.")] = 0,
) -> None:
    """Build a dataset from a folder of articles."""
    from presslens.pipeline.build import build as run

    applied = Applied(_ledger(ledger)) if ledger else None
    if not folder.is_dir():
        raise typer.Exit(_say(f"There is no folder {folder}. Name a folder that holds articles: {TYPES}."))
    try:
        made, problems = run(folder, out, _bar, relevant_only=relevant_only, amend=applied, jobs=jobs)
    except (ArticleError, DatasetError) as error:
        raise typer.Exit(_say(str(error))) from error
    except BrokenProcessPool as error:
        raise typer.Exit(_say("A process was killed, most likely for want of memory: build again with --jobs 1.")) from error
    for _, why in problems:
        typer.echo(f"not read: {why}", err=True)
    _measure(out)
    for sentence in applied.report() if applied else ():
        typer.echo(sentence, err=True)
    counts = ", ".join(f"{count} {name}" for name, count in made.counts.items())
    typer.echo(f"{out}: {counts}; fingerprint {made.fingerprint}")


@app.command()
def brief(
    out: Annotated[Path, typer.Option(help="Where the HTML file goes.")],
    template: Annotated[str, typer.Option(help="market, model or outlet.")] = "market",
    lang: Annotated[str, typer.Option(help="en or zh.")] = "en",
    outlet: Annotated[list[str] | None, typer.Option(help="Only articles of this outlet; may be given several times.")] = None,
    model: Annotated[list[str] | None, typer.Option(help="Only what names this model; may be given several times.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="Only figures on this topic.")] = None,
    date: Annotated[list[str] | None, typer.Option(help="First and last day (2024-02-16), given twice.")] = None,
    data: Annotated[Path | None, typer.Option(help="The dataset; by default data/, or PRESSLENS_DATA.")] = None,
) -> None:
    """Write a brief of the dataset: one HTML file that needs no network."""
    from presslens.dashboard.brief.command import BriefError, write

    asked = {"outlet": outlet or [], "model": model or [], "topic": topic or [], "date": date or []}
    try:
        written = write(template, lang, asked, data)
    except (BriefError, DatasetError) as error:
        raise typer.Exit(_say(str(error))) from error
    out.write_bytes(written)
    typer.echo(f"{out}: {len(written) / 1000:,.0f} kB")


@app.command()
def score(
    data: Annotated[Path, typer.Argument(help="A built dataset.")],
    gold: Annotated[Path, typer.Argument(help="A CSV of figures, claims or outlooks, labelled by hand.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
) -> None:
    """Measure a dataset against a gold file, set by set, with 95 % intervals.

    Of figures and of claims in words: precision and recall per metric. Of sentences: the confusion matrix and macro-F1 of
    their outlook.
    """
    from presslens.pipeline import score as scoring
    from presslens.pipeline import score_claims
    from presslens.pipeline.sentiment import accuracy, labels

    measure: Any = accuracy if labels.is_label_file(gold) else score_claims if score_claims.is_claims_file(gold) else scoring
    try:
        results = measure.score_sets(data, gold)
    except (scoring.GoldError, DatasetError) as error:
        raise typer.Exit(_say(str(error))) from error
    if as_json:
        sets = {name: result.as_json() for name, result in results.items()}
        typer.echo(json.dumps({"sets": sets}, ensure_ascii=False, indent=2))
        return
    for name, result in results.items():
        for line in measure.as_text(result, name):
            typer.echo(line)


@app.command()
def quantities() -> None:
    """Answer JSON lines {"id","text","ref"} on standard input with the figures in each text."""
    from presslens.pipeline.figures.command import answer

    _converse(answer)


@app.command()
def sentiment() -> None:
    """Answer JSON lines {"id","text","targets"} on standard input with the outlook of each text."""
    from presslens.pipeline.sentiment.command import answer

    _converse(answer)


def _measure(out: Path) -> None:
    """Measure a fresh dataset at once where it carries a gold file, so that its accuracy is never that of an older one."""
    from presslens.pipeline import score as scoring

    try:
        scoring.record(out)
    except (scoring.GoldError, DatasetError) as error:
        _say(f"not measured: {error}")


def _ledger(path: Path) -> Ledger:
    try:
        return Ledger.from_json(path.read_bytes())
    except OSError as error:
        raise typer.Exit(_say(f"The ledger {path} cannot be read. Save one from the page Your review.")) from error
    except LedgerError as error:
        raise typer.Exit(_say(str(error))) from error


def _converse(answer: Callable[[Iterable[str]], Iterator[str]]) -> None:
    try:
        for line in answer(sys.stdin):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    except LineError as error:
        raise typer.Exit(_say(str(error))) from error


def _bar(items: Iterable[Any], total: int, what: str) -> Iterable[Any]:
    return tqdm(items, total=total, desc=what, unit="article", disable=None)


def _say(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return 1


if __name__ == "__main__":
    app()
