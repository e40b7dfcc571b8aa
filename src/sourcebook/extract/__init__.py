"""What one report says: claims, chains, facts, local entities."""
