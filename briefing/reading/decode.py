"""From bytes to text: encodings, binary files, size limits."""

from __future__ import annotations

import codecs
import re

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

_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v") | {"\x7f"}

_LOOKED_AT = 200_000
"""Bytes of a file on which its encoding is settled."""

_EAST_ASIAN = ("cp949", "gb18030", "big5", "cp932", "euc_jp")

_COMMON_CHINESE = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xa9][\xa1-\xfe]|[\xb0-\xd7][\xa1-\xfe])+")
"""The bytes of the common characters of simplified Chinese, and of marks."""

_IMPOSSIBLE = re.compile(r"[¡£¢][°±®¯\"]|¡[¯ª]|Ò\w|\wÓ|\wÕ\w|£[a-z]|(?<=[A-Za-z])[¹³¿](?=[a-z])")
"""Signs that English in cp1252 never has beside each other; they tell of another encoding."""

_CENTRAL_EUROPEAN = re.compile(
    r"£(?=[a-z])|(?<=[A-Za-z])[¹³¿](?=[a-z])|(?<=[a-z])ì(?=[a-z])|ø(?=[áíéý])|(?<=[áíéý])ø"
)
"""What letters of Polish and Czech names in cp1250 look like when they are read as cp1252."""

_MAC_QUOTES = re.compile(r"Ò(?=\w)[^ÒÓ]{1,2000}Ó|(?<=[a-z])Õ(?=[a-z]\b)")
"""What quotation marks and apostrophes of Mac Roman look like when they are read as cp1252."""


def decode(data: bytes, *, name: str) -> str:
    """Return the text that a file's bytes hold.

    Args:
        data: The bytes.
        name: The file's name, for the error's sentence.

    Raises:
        ReadingError: The file holds no text.
    """
    text = _decoded(data)
    if text is None or is_binary(text):
        raise ReadingError(
            f"{name} is a binary file, not text; save its words as a plain text file.", path=name
        )
    return text


def check_size(size: int, *, name: str) -> None:
    """Raise a ReadingError when a text is larger than the setting `max_bytes`."""
    limit = settings().max_bytes
    if size > limit:
        raise ReadingError(
            f"{name} has {size:,} bytes, more than the {limit:,} that are read as one article; "
            "split it, or raise the setting BRIEFING_MAX_BYTES.",
            path=name,
        )


def check_file_size(size: int, *, name: str) -> None:
    """Raise a ReadingError when a file is larger than the setting `max_file_bytes`."""
    limit = settings().max_file_bytes
    if size > limit:
        raise ReadingError(
            f"{name} has {size:,} bytes, more than the {limit:,} of the largest file that is "
            "read; split it, or raise the setting BRIEFING_MAX_FILE_BYTES.",
            path=name,
        )


def is_binary(text: str) -> bool:
    """Say whether a text holds signs that no article has: a NUL, or many control signs."""
    if "\x00" in text:
        return True
    controls = sum(map(text.count, _CONTROLS))
    return controls > max(2, len(text) // 100)


def decoded_as(data: bytes, encoding: str) -> str | None:
    """Return the text in the encoding that a document names; None where it is not in that."""
    try:
        known = codecs.lookup(encoding.strip().strip("\"'")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    # What browsers make of the names that authors write
    wider = {"iso8859-1": "cp1252", "ascii": "cp1252", "euc_kr": "cp949", "gb2312": "gb18030"}
    known = {**wider, "gbk": "gb18030", "shift_jis": "cp932"}.get(known, known)
    try:
        text = data.decode(known)
    except (UnicodeError, LookupError):
        return None
    return text if isinstance(text, str) else None


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
    if wide := _wide(data):
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if sum(byte < 128 for byte in data) >= 0.75 * len(data):
        try:  # English in an old Windows encoding, which a guess on few signs would get wrong
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            pass
        else:
            return _other_encoding(data, text) or text
    guess = from_bytes(data[:_LOOKED_AT]).best()
    if guess is None:
        return None
    try:
        return data.decode(guess.encoding, "strict" if len(data) <= _LOOKED_AT else "replace")
    except (UnicodeError, LookupError):
        return str(guess)


def _wide(data: bytes) -> str | None:
    """Return the text of UTF-16 without a mark: Latin text has a NUL in every second byte."""
    sample = data[:_LOOKED_AT]
    if len(data) < 4 or len(data) % 2 or b"\x00" not in sample:
        return None
    half = len(sample) // 2
    for encoding, zeros in (
        ("utf-16-le", sample[1::2].count(0)),
        ("utf-16-be", sample[0::2].count(0)),
    ):
        if zeros >= 0.8 * half:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _other_encoding(data: bytes, text: str) -> str | None:
    """Return the text in the encoding that signs impossible in cp1252 tell of, or None."""
    if not _IMPOSSIBLE.search(text) and not _CENTRAL_EUROPEAN.search(text):
        return None
    if _MAC_QUOTES.search(text):
        return data.decode("mac_roman")
    if _CENTRAL_EUROPEAN.search(text):
        try:
            return data.decode("cp1250")
        except UnicodeDecodeError:
            return None
    return _east_asian(data)


def _east_asian(data: bytes) -> str | None:
    """Return the text in the East Asian encoding that it is in: Hangul tells itself."""
    found: dict[str, str] = {}
    for encoding in _EAST_ASIAN:
        try:
            found[encoding] = data.decode(encoding)
        except UnicodeDecodeError:
            continue
    korean = found.get("cp949", "")
    letters = [sign for sign in korean if sign.isalpha() and sign > "\u024f"]
    if korean and all("\uac00" <= sign <= "\ud7a3" for sign in letters):
        return korean
    if "gb18030" in found and _COMMON_CHINESE.fullmatch(data):
        return found["gb18030"]
    marked = {name: text for name, text in found.items() if any(map(text.count, "“”‘’「」"))}
    guess = from_bytes(data[:_LOOKED_AT], cp_isolation=list(marked or found)).best()
    if guess is not None and guess.encoding in found:
        return found[guess.encoding]
    return next(iter((marked or found).values()), None)
