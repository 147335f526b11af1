"""`status`: what is installed and what the library holds."""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util

from briefing.library import open_library, queries
from briefing.settings import settings
from briefing.tables import FACT_TABLES
from briefing.version import VERSION


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
    path = settings().data_dir / "library.sqlite"
    if not path.exists():
        print(f"library   {path} (not there yet; the first start makes it)")
        return 0 if installed else 1
    with open_library() as library:
        articles = queries.articles(library)
    print(f"library   {path}")
    print(f"articles  {len(articles)}, of them shown {int(articles['shown'].sum())}")
    for table in FACT_TABLES:
        print(f"{table:9} {int(articles[table].sum())}")
    return 0 if installed else 1


def _version(model: str) -> str:
    try:
        return importlib.metadata.version(model)
    except importlib.metadata.PackageNotFoundError:
        return "(version unknown)"
