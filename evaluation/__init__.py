"""Corpora in, figures out: how good Sourcebook is, and whether a change made it worse."""
