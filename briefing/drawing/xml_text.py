"""What an article says, as XML can hold it."""

from __future__ import annotations

import re

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text without the characters that XML cannot hold; nothing is escaped here."""
    return _NO_XML.sub("", text)
