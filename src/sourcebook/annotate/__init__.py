"""Marks on one text: tokens, trees, names, times, attributions, mentions, events."""
