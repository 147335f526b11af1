"""What stands around a stretch of text, looked up fast."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token


class Surroundings:
    """The words and the model's entities around an offset; made once for a Doc.

    Attributes:
        doc: The Doc.
        text: Its text; `doc.text` makes it anew at each call.
        words: The text of each token.
        lower: The words that stand in lower case.
        ents: The model's entities; `doc.ents` makes them anew at each call.
        surnames: The first and last words of what the model takes for people's full names.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self._token_at: dict[int, int] = {}
        self.words: list[str] = []
        for position, token in enumerate(doc):
            self._token_at[token.idx] = position
            self.words.append(token.text)
        self.lower: set[str] = {word for word in set(self.words) if word.islower()}
        self.ents: tuple[Span, ...] = tuple(doc.ents)
        self.surnames: set[str] = set()
        self._ents: dict[int, tuple[str, int, int]] = {}
        for ent in self.ents:
            for position in range(ent.start, ent.end):
                self._ents[position] = (ent.label_, ent.start_char, ent.end_char)
            if ent.label_ == "PERSON":
                words = [token.text for token in ent if token.text.istitle() and token.is_alpha]
                if 2 <= len(words) <= 3:
                    self.surnames.update((words[0], words[-1]))

    def entity(self, start: int) -> tuple[str, int, int] | None:
        """Return label, start and end of the model's entity at an offset."""
        index = self._token_at.get(start)
        return None if index is None else self._ents.get(index)

    def before(self, start: int, back: int = 1) -> Token | None:
        """Return the `back`-th word before an offset; line breaks do not count."""
        index = self._token_at.get(start)
        if index is None:
            return None
        while index > 0:
            index -= 1
            if not self.doc[index].is_space:
                back -= 1
                if not back:
                    return self.doc[index]
        return None
