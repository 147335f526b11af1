"""Makes a process read the lists without some words, before it imports what reads them."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from benchmarks.words.lists import Word, code_path, code_without, rows_without, toml_without
from briefing.folders import ROOT
from briefing.reference import files


def remove(words: Iterable[Word]) -> None:
    """Take words out of the lists of this process, for as long as it runs.

    To be called before `briefing.extraction` and the loaders of briefing.reference are imported.

    Raises:
        RuntimeError: They are imported already, and hold the words.
    """
    if "briefing.extraction.pipeline" in sys.modules:
        raise RuntimeError("Words can only be taken out before the extraction is imported.")
    by_file: dict[str, list[Word]] = {}
    for word in words:
        by_file.setdefault(word.file, []).append(word)
    read_toml, read_rows = files.toml, files.rows

    def toml(name: str) -> dict[str, Any]:
        return toml_without(read_toml(name), by_file.get(name, ()))

    def rows(name: str, *, required: tuple[str, ...]) -> list[dict[str, str]]:
        return rows_without(read_rows(name, required=required), by_file.get(name, ()))

    files.toml, files.rows = toml, rows
    edited = {
        _module_name(code_path(file)): found
        for file, found in by_file.items()
        if file.endswith(".py")
    }
    sys.meta_path.insert(0, _Edited(edited))


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


class _Edited(MetaPathFinder):
    """Finds the modules whose lists are changed."""

    def __init__(self, edited: dict[str, list[Word]]) -> None:
        self._edited = edited

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        words = self._edited.get(fullname)
        if words is None:
            return None
        where = code_path(words[0].file)
        return importlib.util.spec_from_file_location(
            fullname, where, loader=_EditedLoader(fullname, where, words)
        )


class _EditedLoader(SourceFileLoader):
    """Loads a module without some of its words, and never from compiled code."""

    def __init__(self, fullname: str, path: Path, words: Sequence[Word]) -> None:
        super().__init__(fullname, str(path))
        self._words = words

    def get_code(self, fullname: str) -> CodeType | None:
        source = Path(self.path).read_text(encoding="utf-8")
        return compile(code_without(source, self._words), self.path, "exec")
