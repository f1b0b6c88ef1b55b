"""How a signature is read: its roles, its outlets, its places, its names."""
