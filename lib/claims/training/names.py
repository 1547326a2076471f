"""Exchanges proper names, so that no firm, product or person decides what is marked."""

from __future__ import annotations

import random
import re
from collections import Counter

from corpus import Example

# Offices, abbreviations, places and the calendar carry meaning; they stay.
KEEP = set(
    "I A AI CEO CTO CFO COO US UK EU U.S. API APIs GPU GPUs LLM LLMs IPO SEC FTC Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday January February March April May June July August September October November December "
    "America American Europe European China Chinese India Indian Britain British Japan Congress Senate Internet".split()
)
WORD = re.compile(r"[A-Z][A-Za-z0-9’'&.-]*[A-Za-z0-9]|[A-Z]")
SYLLABLES = "ka vel lum or tran quil dex ar nov mer sol zen bri hal ost fen tal cor vi rex pell mond ash kin lor sta".split()


class Names:
    """Learns from a set of examples which capitalised words are names, and swaps them.

    A word is a name where the corpus hardly ever writes it in lower case.
    """

    def __init__(self, examples: list[Example]):
        lower: Counter[str] = Counter()
        upper: Counter[str] = Counter()
        for e in examples:
            for w in re.findall(r"[A-Za-z][A-Za-z’-]+", e.text):
                (lower if w.islower() else upper)[w] += 1
        self.common = {w for w, n in lower.items() if n >= 3}
        self.pool = [
            w for w, n in upper.items()
            if n >= 2 and w[0].isupper() and w.lower() not in self.common and w not in KEEP
        ] or ["Kelmore"]

    def is_name(self, word: str) -> bool:
        bare = word.removesuffix("’s").removesuffix("'s")
        return bare not in KEEP and bare.lower() not in self.common and not bare.isdigit()

    def invent(self, rng: random.Random) -> str:
        if rng.random() < 0.5:
            return rng.choice(self.pool)
        return "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 2, 3)))).capitalize()

    def swap(self, rng: random.Random, *texts: str) -> tuple[str, ...]:
        """The texts with every name replaced, the same name by the same one throughout."""
        chosen: dict[str, str] = {}

        def replace(match: re.Match[str]) -> str:
            word = match.group()
            tail = next((t for t in ("’s", "'s") if word.endswith(t)), "")
            bare = word[: len(word) - len(tail)] if tail else word
            if not self.is_name(bare):
                return word
            if bare not in chosen:
                chosen[bare] = self.invent(rng)
            return chosen[bare] + tail

        return tuple(WORD.sub(replace, t) for t in texts)
