"""Classes of cues, scored on cues of PolNeAR labeled by hand."""
