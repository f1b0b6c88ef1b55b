"""What is said of papers made for a printer."""
