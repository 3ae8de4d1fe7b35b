"""Yardsticks: what simple rules of thumb would make of an instance, under the same hard rules."""
