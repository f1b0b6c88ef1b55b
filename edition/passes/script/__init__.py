"""What a change of script must know beside the dictionary: persons, borders of words, scripts."""
