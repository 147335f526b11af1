"""`reviews`: what people confirmed, corrected and rejected, as a file that a team passes on."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.cli.arguments import report_failure
from briefing.errors import ReviewError
from briefing.export.whole_file import write_whole_file
from briefing.library import Library, open_library
from briefing.library.queries.taught import taught
from briefing.library.reviews.exchange import (
    export_reviews,
    not_under_rule,
    read_pack,
    take_over,
    waiting_decisions,
)
from briefing.wording.reviews import waiting_words
from briefing.wording.words import count


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "reviews", help="pass on what people confirmed, corrected and rejected"
    )
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="write all decisions to a file, one a line")
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="the file")
    export.add_argument(
        "--format",
        choices=("jsonl", "spacy"),
        default="jsonl",
        help="jsonl: the decisions, to import elsewhere; spacy: training data, a DocBin with the "
        "articles that somebody decided on",
    )
    export.add_argument(
        "--with-text",
        action="store_true",
        help="let training data hold the whole text of these articles: their licences must "
        "allow it",
    )
    export.set_defaults(run=run_export)
    take = actions.add_parser(
        "import",
        help="take decisions over from a file; what the library has already is passed over",
    )
    take.add_argument("file", type=Path, metavar="FILE", help="a file that `export` wrote")
    take.set_defaults(run=run_import)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the decisions, or training data of them; say how many.

    Raises:
        ExportError: The file cannot be written.
        ReviewError: It would hold what nobody asked for.
    """
    if (arguments.format == "spacy") != arguments.with_text:
        raise ReviewError(
            "Training data hold the whole text of the articles: where their licences allow that, "
            "give --format spacy and --with-text together; for the decisions alone, neither."
        )
    with open_library() as library:
        if arguments.with_text:
            said = _write_training(library, arguments.out)
        else:
            said = count(export_reviews(library, arguments.out, write_whole_file), "decision")
    print(f"{arguments.out}: {said}")
    return 0


def _write_training(library: Library, path: Path) -> str:
    from briefing.export.training_data import doc_bin  # brings spaCy along

    articles = taught(library)
    facts = sum(len(each.lessons) for each in articles)
    write_whole_file(path, doc_bin(articles))
    return f"{count(facts, 'fact')} of {count(len(articles), 'article')}"


def run_import(arguments: argparse.Namespace) -> int:
    """Take decisions over; return 1 when a line could not be taken."""
    pack = read_pack(arguments.file)
    with open_library() as library:
        new, still_named = take_over(library, pack), not_under_rule(library, pack)
        left = waiting_decisions(library, pack)
    for fault in pack.faults:
        report_failure(fault)
    print(f"{count(new, 'new decision')} taken over")
    if left:
        print(waiting_words(left))
    if still_named:
        print(_still_named(still_named))
    return 1 if pack.faults else 0


def _still_named(articles: int) -> str:
    """Say that decisions of the Chatham House Rule in a pack change nothing here."""
    return (
        f"The Chatham House Rule is not applied here: by this file it holds for a speaker of "
        f"{count(articles, 'article')}, and the file does not say who that is, so here they are "
        "still named. Ask who sent the file, and put each of them under the rule on the Review "
        "page of the person."
    )
