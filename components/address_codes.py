"""What a link asks for in codes, where Streamlit writes words: `?focus=KOR` is a link too."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.options import Options


def read_codes(key: str, names: Mapping[str, str], *, several: bool = False) -> None:
    """Set a widget bound to the address from the codes, or other names, that a link holds.

    To be called before the widget is drawn; what is chosen already stays.

    Args:
        key: The widget's key, which is the name of the address's parameter.
        names: The word by its code.
        several: Whether the widget holds a list.
    """
    asked = st.query_params.get_all(key)
    if key in st.session_state or not asked or set(asked) <= set(names.values()):
        return
    values = Options(dict(names), {}).values(asked)
    if values:
        words = [names[value] for value in values]
        st.query_params[key] = words if several else words[0]
        st.rerun()
