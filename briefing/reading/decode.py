"""From bytes to text: encodings, binary files, size limits."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from briefing.errors import ReadingError
from briefing.settings import settings

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)

_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v") | {"\x7f"}


def decode(data: bytes, *, name: str) -> str:
    """Return the text that a file's bytes hold.

    Args:
        data: The bytes.
        name: The file's name, for the error's sentence.

    Raises:
        ReadingError: The file is too large, or holds no text.
    """
    check_size(len(data), name=name)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(
                f"{name} is {kind}, which is not read yet; save its words as a plain text file.",
                path=name,
            )
    text = _decoded(data)
    if text is None or is_binary(text):
        raise ReadingError(
            f"{name} is a binary file, not text; save its words as a plain text file.", path=name
        )
    return text


def check_size(size: int, *, name: str) -> None:
    """Raise a ReadingError when a file is larger than the setting `max_bytes`."""
    limit = settings().max_bytes
    if size > limit:
        raise ReadingError(
            f"{name} has {size:,} bytes, more than the {limit:,} that are read as one article; "
            "split it, or raise the setting BRIEFING_MAX_BYTES.",
            path=name,
        )


def is_binary(text: str) -> bool:
    """Say whether a text holds signs that no article has: a NUL, or many control signs."""
    if "\x00" in text:
        return True
    controls = sum(map(text.count, _CONTROLS))
    return controls > max(2, len(text) // 100)


def _decoded(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return (
                    data[len(bom) :].decode("utf-8")
                    if encoding == "utf-8"
                    else data.decode(encoding)
                )
            except UnicodeDecodeError:
                return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if sum(byte < 128 for byte in data) >= 0.9 * len(data):
        try:  # English in an old Windows encoding, which a guess on few signs would get wrong
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    guess = from_bytes(data).best()
    return None if guess is None else str(guess)
