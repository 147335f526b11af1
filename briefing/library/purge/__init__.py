"""Deletes for good: an article, a person, all before a day, wherever words of it are kept."""

from briefing.library.purge.deleting import Purged, purge
from briefing.library.purge.doomed import Doomed, doomed_article, doomed_before, doomed_person

__all__ = ["Doomed", "Purged", "doomed_article", "doomed_before", "doomed_person", "purge"]
