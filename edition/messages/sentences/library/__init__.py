"""The sentences of the library itself, for programs that build editions."""
