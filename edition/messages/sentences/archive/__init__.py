"""What the archive says."""
