"""`status`: what is installed and what the library holds."""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
from pathlib import Path

from briefing.library import library_place, open_library, queries, revisions
from briefing.settings import settings
from briefing.tables import FACT_TABLES
from briefing.version import VERSION
from briefing.wording.words import count, size_words


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser("status", help="the model, the library and what is in it")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the status; return 1 when the model is not installed."""
    model = settings().model
    installed = importlib.util.find_spec(model) is not None
    state = _version(model) if installed else "not installed; install it with pip"
    print(f"program   {VERSION}")
    print(f"model     {model} {state}")
    path = library_place()
    if isinstance(path, Path) and not path.exists():
        print(f"library   {path} (not there yet; the first start makes it)")
        return 0 if installed else 1
    with open_library() as library:
        articles = queries.articles(library)
        older = len(queries.older_articles(library))
        removed = len(queries.removed_articles(library))
        size = queries.bytes_of_file(library)
    print(f"library   {path}, {size_words(size)}")
    print(f"articles  {len(articles)}, of them shown {int(articles['shown'].sum())}")
    if older:
        print(f"older     {older} articles, read by an older version; `upgrade` reads them again")
    if removed:
        print(f"removed   {count(removed, 'article')}, kept until deleted for good in the app")
    for copy in revisions.copies(path):
        print(f"copy      {copy} (to go back; delete it when it is not needed any more)")
    for table in FACT_TABLES:
        print(f"{table:9} {int(articles[table].sum())}")
    return 0 if installed else 1


def _version(model: str) -> str:
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        return "(version unknown)"
