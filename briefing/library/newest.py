"""Which version of an article the pages show: the newest, with the others' tags and marking."""

from __future__ import annotations

from briefing.library.queries.markings import markings_of
from briefing.library.queries.shelf import tags_of_each
from briefing.library.queries.versions import Alike, alike
from briefing.library.store import Library
from briefing.wording.highest import highest


def settle(library: Library, article_id: str) -> list[Alike]:
    """Let the pages show the newest version of an article that was just added, and no older one.

    An article that was added gets the tags and the highest marking of its other versions.

    Returns:
        Its versions and copies, as `queries.alike` does.
    """
    found = alike(library, article_id)
    versions = [each for each in found if each.kind == "version"]
    if not versions:
        return found
    tags = tags_of_each(library, [each.article_id for each in versions])
    if given := sorted({tag for each in tags.values() for tag in each}):
        library.change_tags([article_id], add=given)
    marked = markings_of(
        library, [article_id, *(each.article_id for each in versions)], of_words=True
    )
    if over := highest(marked):
        library.mark([article_id], over)
    older = [each.article_id for each in versions if each.shown and not each.newer]
    if any(each.newer and each.shown for each in versions):
        older.append(article_id)
    if older:
        library.show_or_hide(older, shown=False)
    return alike(library, article_id)
