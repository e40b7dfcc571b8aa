"""Everything that can be set, read once at a door."""
