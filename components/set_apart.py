"""What reading set apart from an article: captions of its pictures, and what is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from briefing.wording.words import count


def set_apart(removed: Sequence[str], captions: Sequence[str], *, label: str, key: str) -> None:
    """Draw both, each folded; nothing where there is none.

    Args:
        removed: What was cut; captions among it are shown as such alone.
        captions: Captions and credits of pictures.
        label: What is said of what was cut.
        key: Unique on the page.
    """
    others = [piece for piece in removed if piece not in captions]
    for said, pieces in (("Captions and credits of pictures", captions), (label, others)):
        if pieces:
            one = "caption" if pieces is captions else "piece"
            with st.expander(f"{said}: {count(len(pieces), one)}", key=f"{key}-{one}"):
                for piece in pieces:
                    st.text(piece)
