"""From the corpora to the model that ships: readers, model, training, export, figures and card."""
