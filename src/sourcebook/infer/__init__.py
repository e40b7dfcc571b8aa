"""The model: the only package that knows ONNX."""

from sourcebook.infer.reader import Reader
from sourcebook.infer.scores import Passage, Scores

__all__ = ["Passage", "Reader", "Scores"]
