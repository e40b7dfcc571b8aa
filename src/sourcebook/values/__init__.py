"""Immutable values: what the stages exchange and the store keeps. No files, clock, database or model here."""
