"""Files in, reports out."""
