"""The sentences of set-up and of the doctor."""
