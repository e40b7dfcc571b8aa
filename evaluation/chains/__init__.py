"""Chains of attribution on sentences of our own making: who says so, and through whom."""
