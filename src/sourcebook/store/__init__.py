"""Values in, the same values out: the only package that knows SQL."""
