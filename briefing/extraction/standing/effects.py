"""What one step from a word to the word that governs it says of the event."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

POSSIBLE = frozenset(("possible",))
EXPECTED = frozenset(("expected",))
DENIED = frozenset(("denied",))
ATTRIBUTED = frozenset(("attributed",))
CONDITIONAL = frozenset(("conditional",))


@dataclass(frozen=True, slots=True)
class Step:
    """One step outward, from a word to the one that governs it.

    Attributes:
        node: The word.
        head: The word that governs it.
        token: The event's own word, where the way began.
        reaching: Whether what stands at the node held for the event.
        own: Whether only what stands at the event's own predicate is asked.
        open: Whether what was read so far leaves the event open, such as "will".
    """

    node: Token
    head: Token
    token: Token
    reaching: bool = True
    own: bool = False
    open: bool = False

    @property
    def dep(self) -> str:
        """The node's relation to its head."""
        return self.node.dep_


@dataclass(frozen=True, slots=True)
class Effect:
    """What a governing word makes of the event.

    Attributes:
        kinds: Standings that it adds.
        flips: Whether it turns "so" into "not so" and back.
        holders: Who claims it.
        deniers: Who denies it.
        condition: The word that heads the condition.
        claimed: Whether what was read below is a claim, so that it belongs to its holder.
        reaches: Whether what stands at the governing word itself still holds for the event; None
            leaves it to the grammar.
        vouched: Whether the clause is the article's own, whatever governs it.
        settles: Whether the article itself confirms what was claimed.
    """

    kinds: frozenset[str] = frozenset()
    flips: bool = False
    holders: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    condition: Token | None = None
    claimed: bool = False
    reaches: bool | None = None
    vouched: bool = False
    settles: bool = False


@dataclass(slots=True)
class Reading:
    """What has been read on the way outward."""

    kinds: set[str] = field(default_factory=set)
    negated: bool = False
    may: bool = False
    claimed: bool = False
    holder: str | None = None
    deniers: list[str] = field(default_factory=list)
    condition: Token | None = None
    unowned: bool = False

    def take(self, effect: Effect) -> None:
        """Add what a step says."""
        if effect.settles:
            self.claimed, self.holder = False, None
            self.kinds -= {"expected", "possible"}
        self.kinds |= effect.kinds
        self.unowned = self.unowned or ("denied" in effect.kinds and not effect.deniers)
        self.negated ^= effect.flips
        if effect.claimed:
            self.claim(effect.holders)
        self.deniers += [one for one in effect.deniers if one not in self.deniers]
        if self.condition is None:
            self.condition = effect.condition

    def claim(self, holders: tuple[str, ...]) -> None:
        """Note whose claim it is; the innermost one that is named stands."""
        if self.unowned and holders and not self.deniers:
            self.deniers += holders[:1]  # "the claim is false, the minister said"
            return
        self.claimed = True
        if self.holder is None and holders:
            self.holder = holders[0]
