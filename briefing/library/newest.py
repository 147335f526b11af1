"""Which version the pages show: the newest, with the others' tags, marking and decisions."""

from __future__ import annotations

from briefing.library.queries.markings import markings_of
from briefing.library.queries.shelf import tags_of_each
from briefing.library.queries.versions import Alike, alike
from briefing.library.reviews.carrying import carry_over
from briefing.library.store import Library
from briefing.wording.highest import highest


def settle(library: Library, article_id: str) -> list[Alike]:
    """Let the pages show the newest version of an article that was just added, and no older one.

    An article that was added gets the tags and the highest marking of its other versions. What
    people decided on older versions holds of the newest one where their words are the same.

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
    newer = next((each.article_id for each in versions if each.newer and each.shown), None)
    if newer is not None:
        carry_over(library, [article_id], newer)
    else:
        carry_over(library, [each.article_id for each in versions if not each.newer], article_id)
    older = [each.article_id for each in versions if each.shown and not each.newer]
    if newer is not None:
        older.append(article_id)
    if older:
        library.show_or_hide(older, shown=False)
    return alike(library, article_id)
