"""edition: raw copy in, newspaper and e-book out."""
