"""Claims: how many typed ones a reader would not have made, and what is read off sentences of our own making."""
