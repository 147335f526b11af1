"""`bulk`: very many articles to Parquet files by month."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.archive.manifest import Chunk
from briefing.cli.arguments import PATHS, add_reading, add_workers, report_failure
from briefing.cli.extract import Articles
from briefing.export.archive import write_archive
from briefing.wording.words import count


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "bulk",
        help="read very many articles into Parquet files by month",
        description="Reads articles into DIR/quotes/month=2024-05 and so on, with a manifest: the "
        "same command goes on where it was broken off. The library is not touched.",
    )
    command.add_argument("paths", nargs="+", metavar="SOURCE", help=PATHS)
    command.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder of the tables by month"
    )
    add_reading(command)
    where = command.add_mutually_exclusive_group()
    add_workers(where)
    where.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="let the workers of this Dask scheduler read, such as tcp://10.0.0.5:8786",
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read; return 1 when something could not be read."""
    articles = Articles(arguments)
    read = failed = 0

    def done(chunk: Chunk, there: bool) -> None:
        nonlocal read, failed
        read += chunk.articles
        failed += len(chunk.failed)
        for reason in () if there else chunk.failed:
            report_failure(reason)
        print(
            f"{count(read, 'article')} read, {failed + articles.failed:,} failed", file=sys.stderr
        )

    try:
        write_archive(
            arguments.out,
            articles,
            model=arguments.model,
            workers=arguments.workers,
            scheduler=arguments.scheduler,
            done=done,
        )
    except KeyboardInterrupt:
        report_failure("Stopped; give the same command again to go on.")
        return 1
    return 1 if failed or articles.failed else 0
