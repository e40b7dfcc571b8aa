"""Questions of our own about the example story, with the rows that answer each, or none."""
