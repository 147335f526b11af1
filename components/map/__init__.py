"""The map of relations: on plain axes, without a network, every arc to be clicked."""

from components.map.component import relations_map, small_map
from components.map.figure import build_map, build_small_map
from components.map.selection import Selection

__all__ = ["Selection", "build_map", "build_small_map", "relations_map", "small_map"]
