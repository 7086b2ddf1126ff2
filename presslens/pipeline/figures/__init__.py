"""Which figures a text prints and what values they have: numerals, units, bounds, ranges and dates."""

from presslens.pipeline.figures.quantities import read_quantities

__all__ = ["read_quantities"]
