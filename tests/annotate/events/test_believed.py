"""An act that no word puts in doubt is only supposed where the model holds that it did not happen."""

import numpy as np
import pytest

from sourcebook.annotate.events import EventScores, find_events
from sourcebook.values.kinds import Modality
from sourcebook.values.marks import Token
from sourcebook.values.spans import Span

WORDS = (
    ("Merenth", "PROPN", "NNP", 1, "nsubj"),
    ("closed", "VERB", "VBD", 1, "root"),
    ("Osk", "PROPN", "NNP", 1, "obj"),
)


@pytest.mark.parametrize(("score", "modality"), [(1.5, Modality.ASSERTED), (-2.0, Modality.HYPOTHETICAL)])
def test_what_the_model_holds_did_not_happen_is_only_supposed(score: float, modality: Modality) -> None:
    tokens, start = [], 0
    for word, pos, tag, head, dep in WORDS:
        tokens.append(Token(Span(start, start + len(word)), "close" if pos == "VERB" else word, pos, tag, head, dep))
        start += len(word) + 1
    happened = np.full(len(tokens), score, np.float32)
    none = np.zeros((len(tokens), 1), np.float32)
    [found] = find_events(tokens, (), (), EventScores(none, ("NONE",), None, happened))
    assert found.modality is modality
