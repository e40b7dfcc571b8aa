"""
Use cases: the order of stages, transactions, queries.

Nothing is imported here: ``table`` brings every stage with it, which takes a second, and who only asks needs none.
"""
