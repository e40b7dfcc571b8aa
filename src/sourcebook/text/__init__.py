"""Helpers on plain text: offsets, tokens, quotation marks."""
