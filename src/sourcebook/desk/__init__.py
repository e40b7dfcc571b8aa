"""Use cases: the order of stages, transactions, queries."""
