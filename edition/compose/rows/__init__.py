"""Tables and entries: blocks whose parts stand beside each other in a leg."""
