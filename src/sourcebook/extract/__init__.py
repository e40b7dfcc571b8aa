"""What one report says: claims, chains, facts, local entities."""

from sourcebook.extract.extracting import PRODUCER, extract

__all__ = ["PRODUCER", "extract"]
