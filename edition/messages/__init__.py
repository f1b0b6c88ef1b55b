"""Every sentence `edition` says, in the reader's language: one catalogue of kinds, faults, rules.

A room that has something to say names a kind and gives values; the words stand here alone.
"""
