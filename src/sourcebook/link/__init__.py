"""One thing across reports: entities, events, copies."""
