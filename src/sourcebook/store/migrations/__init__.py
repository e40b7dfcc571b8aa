"""How the layout of a story came to be, one step a file."""
