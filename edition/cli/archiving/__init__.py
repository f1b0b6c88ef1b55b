"""`edition archive`: its options, what it shows while it works, and its end."""
