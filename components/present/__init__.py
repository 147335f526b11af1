"""The Present page's pieces: the outline, the deck's name, and the show itself."""

from __future__ import annotations

from components.present.show import show_slides

__all__ = ["show_slides"]
