"""Presslens reads the Chinese press on AI video and shows its figures with their evidence."""

__version__ = "0.1.0"
