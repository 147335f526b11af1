"""Charts under a finger: the page scrolls, and a tap chooses what lies under it.

Plotly handles touches itself: it holds the page still, and a tap chooses what the tap before it
pointed at. With its touch handlers left out, the browser does both as everywhere else: it scrolls,
and it turns a tap into a move and a click of a mouse, which Plotly reads rightly. Nothing native
does that, hence this component of one listener.
"""

from __future__ import annotations

import streamlit as st

from components.screen import screen

_LISTENER = """
export default function () {
  const leave = (event) => {
    if (event.touches.length < 2 && event.target.closest?.(".js-plotly-plot")) {
      event.stopPropagation();
    }
  };
  const options = { capture: true, passive: true };
  window.addEventListener("touchstart", leave, options);
  return () => window.removeEventListener("touchstart", leave, options);
}
"""


def charts_for_fingers() -> None:
    """Let a finger scroll over the charts of this page and tap on them; nothing on a desktop."""
    if not screen().touch:
        return
    listener = st.components.v2.component(
        "charts_for_fingers", html="<span hidden></span>", js=_LISTENER
    )
    listener(key="charts-for-fingers", height="content")
