"""spaCy's own tokenizer, read from a model's folder with its regular expressions made quick to compile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import spacy
from spacy.tokenizer import Tokenizer

from reader.languages.alternatives import factored

NAME = "parley.QuickTokenizer.v1"


class QuickTokenizer(Tokenizer):  # type: ignore[misc]
    """Cuts as the tokenizer that was saved with the model does; only loading it takes less time."""

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> QuickTokenizer:
        """Take over rules and patterns that ``Tokenizer.to_bytes`` wrote."""
        data = msgspec.msgpack.decode(bytes_data)
        if isinstance(data.get("token_match"), str):
            # Of this one spaCy asks only whether it matches, which is what stays the same.
            data["token_match"] = factored(data["token_match"])
        super().from_bytes(msgspec.msgpack.encode(data), exclude=exclude)
        return self


@spacy.registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def create_quick_tokenizer() -> Callable[[Any], QuickTokenizer]:
    """What a pipeline's configuration calls: the tokenizer for a new pipeline, to be filled by ``from_disk``."""
    return lambda nlp: QuickTokenizer(nlp.vocab)
