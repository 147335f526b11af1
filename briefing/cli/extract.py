"""`extract`: articles to files, one a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.article import Article
from briefing.cli.arguments import PATHS, add_reading, add_workers, report_failure, terminal_text
from briefing.export.tables import FORMATS, TablesWriter
from briefing.extraction.limited import read_each
from briefing.extraction.outcome import Reading
from briefing.reading import Failure, read_paths


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "extract",
        help="read articles into files, one per table",
        description="Reads articles and writes one file per table: DIR/articles.jsonl, "
        "DIR/mentions.jsonl, … The library is not touched.",
    )
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=PATHS,
    )
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder to write to"
    )
    command.add_argument("--format", choices=FORMATS, default="parquet")
    add_reading(command)
    add_workers(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Extract; return 1 when something could not be read."""
    articles = _Articles(arguments)
    written = 0
    with TablesWriter(arguments.out, arguments.format) as writer:
        for _, answer in read_each(
            articles, _itself, model=arguments.model, workers=arguments.workers
        ):
            if isinstance(answer, Reading):
                writer.write_rows(answer.rows)
                written += 1
            elif answer is not None:
                articles.failed += 1
                report_failure(answer)
    print(f"{written} articles read into {arguments.out}", file=sys.stderr)
    return 1 if articles.failed else 0


def _itself(article: Article) -> Article:
    return article


class _Articles(Iterator[Article]):
    """The articles of the paths, each once; names on stderr what could not be read."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.failed = 0
        self._seen: set[str] = set()
        self._outcomes = read_paths(
            arguments.paths, verbatim=arguments.verbatim, published=arguments.published
        )

    def __next__(self) -> Article:
        while True:
            outcome = next(self._outcomes)
            if isinstance(outcome, Failure):
                self.failed += 1
                report_failure(outcome.error)
            elif outcome.article_id in self._seen:
                print(
                    f"briefing: {_name(outcome)} is the same article as an earlier one; it is "
                    "written once.",
                    file=sys.stderr,
                )
            else:
                self._seen.add(outcome.article_id)
                if outcome.removed:
                    cut = terminal_text(" | ".join(outcome.removed))
                    print(f"{_name(outcome)}: cut as boilerplate: {cut[:200]}", file=sys.stderr)
                for note in outcome.notes:
                    print(f"{_name(outcome)}: {terminal_text(note)}", file=sys.stderr)
                return outcome


def _name(article: Article) -> str:
    return terminal_text(article.external_id or article.title or article.article_id)
