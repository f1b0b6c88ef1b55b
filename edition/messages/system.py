"""An error of the operating system as a value of a sentence."""

from __future__ import annotations

import errno

from edition.messages.sentences.of_system import PHRASES
from edition.messages.texts import Phrase


def system_reason(error: OSError) -> Phrase:
    """Why the system refused, in the reader's language."""
    key = f"system_{errno.errorcode.get(error.errno or 0, '')}"
    if key in PHRASES:
        return Phrase(key)
    return Phrase("system_other", {
        "number": error.errno or 0, "said": error.strerror or str(error),
    })
