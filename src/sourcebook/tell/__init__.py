"""Briefs, timelines, dossiers, exports: nothing that its rows don't hold."""
