"""Archives: very many articles, read, as Parquet files by month; looked into, and copied from.

`bulk` writes them (briefing/export/archive.py); nothing here changes one. DuckDB answers what is
asked of all articles, from the overview, a row an article, so that none is loaded that is not
shown; what is asked of a few articles is asked of a library of these alone (desk.py).
"""

from __future__ import annotations

from briefing.archive.filter import ArchiveFilter
from briefing.archive.opened import About, Archive, Facet, Found, open_archive

__all__ = ["About", "Archive", "ArchiveFilter", "Facet", "Found", "open_archive"]
