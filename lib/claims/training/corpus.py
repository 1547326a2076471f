"""Reads the labelled and unlabelled sentences of the corpus into examples of one form."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

CLAIM_KINDS = [
    "strategy-reversal", "workforce-reduction", "labour-equivalence", "benchmark-performance", "human-parity",
    "accuracy-reliability", "productivity-gain", "pricing-access", "business-impact", "adoption-scale",
    "societal-benefit", "ai-washed-product", "privacy-assurance", "human-oversight", "agentic-autonomy",
    "augmentation-reassurance", "safety-responsibility", "funding-partnership", "future-promise",
    "sweeping-transformation", "capability-superlative",
]
ANNOUNCEMENT_KINDS = [
    "launch", "money-in", "money-out", "deal", "people", "cuts", "mandate", "terms", "setback", "rules", "forecast",
    "figure",
]
KINDS = CLAIM_KINDS + ANNOUNCEMENT_KINDS
"""Order of the kind output of the network; lib/model/kinds.ts has the same list, and a test holds the shipped file to it."""

FOLDS = 7


@dataclass
class Example:
    """A sentence with what stands before it and the title of its page. A target of None was not labelled."""

    id: str
    host: str
    title: str
    previous: str
    text: str
    grade: int | None = None
    grade_soft: tuple[float, float, float] | None = None
    claim: int | None = None
    announcement: int | None = None
    kind: str = ""
    second: str = ""
    weight: float = 1.0

    @property
    def fold(self) -> int:
        """Publishers are split whole: every sentence of a host is in one fold."""
        return fold_of(self.host)


def fold_of(host: str) -> int:
    name = host.removeprefix("www.")
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


class CorpusError(Exception):
    """A labelled file that cannot be read; the message names file and line."""


def read_jsonl(path: Path) -> list[dict]:
    opener = gzip.open if path.suffix == ".gz" else open
    rows = []
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if not line.strip():
                    continue
                try:
                    rows.append(json.loads(line))
                except json.JSONDecodeError as error:
                    raise CorpusError(f"{path}:{number}: not JSON ({error.msg})") from error
    except (IsADirectoryError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: no text file") from error
    return rows


def utf16_slice(text: str, start: int, end: int) -> str:
    """Offsets of the corpus are UTF-16 code units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start : 2 * end].decode("utf-16-le", "replace")


def checked_kind(name: str, where: str) -> str:
    if name and name not in KINDS:
        raise CorpusError(f"{where}: unknown kind {name!r}")
    return name


def read_documents(path: Path) -> list[Example]:
    """Labelled documents (claims, and announcements where `moves` is true). Refuses sealed ones."""
    out: list[Example] = []
    for number, doc in enumerate(read_jsonl(path), 1):
        where = f"{path}:{number}"
        if not isinstance(doc, dict) or not all(isinstance(doc.get(key), list) for key in ("paragraphs", "sentences")):
            raise CorpusError(f"{where}: no paragraphs or sentences")
        if doc.get("sealed"):
            raise CorpusError(f"{where}: a sealed document is only to be scored, never to be trained on")
        previous = ""
        for index, s in enumerate(doc["sentences"]):
            if not isinstance(s, dict) or not all(isinstance(s.get(key), int) for key in ("p", "start", "end")):
                raise CorpusError(f"{where}: sentence {index} does not say where it stands")
            paragraph = doc["paragraphs"][s["p"]] if 0 <= s["p"] < len(doc["paragraphs"]) else ""
            units = len(str(paragraph).encode("utf-16-le", "surrogatepass")) // 2
            if not 0 <= s["start"] < s["end"] <= units:
                raise CorpusError(f"{where}: sentence {index} lies outside its paragraph")
            text = utf16_slice(str(paragraph), s["start"], s["end"])
            claim = int(bool(s.get("claim")))
            has_moves = bool(doc.get("moves"))
            move = s.get("move") or ""
            kind, second = (s.get("kind") or "", s.get("second") or "") if claim else (move, s.get("moveSecond") or "")
            if claim and not second:
                second = move
            out.append(Example(
                id=f"{doc.get('id', number)}.{index}", host=doc.get("host", ""), title=doc.get("title", ""), previous=previous,
                text=text, claim=claim, announcement=int(bool(move)) if has_moves else None,
                kind=checked_kind(kind, where), second=second if second in KINDS else "",
            ))
            previous = text
    return out


def read_grades(path: Path) -> list[Example]:
    out = []
    for number, row in enumerate(read_jsonl(path), 1):
        where = f"{path}:{number}"
        if row.get("grade") not in (0, 1, 2):
            raise CorpusError(f"{where}: grade must be 0, 1 or 2")
        out.append(Example(
            id=row["id"], host=row.get("host", ""), title=row.get("title", ""), previous=row.get("prev", ""),
            text=row["text"], grade=row["grade"], kind=checked_kind(row.get("kind", ""), where),
            second=row["second"] if row.get("second") in KINDS else "",
        ))
    return out


def read_catalogue(path: Path) -> list[Example]:
    """Claims and near misses of our own: one sentence a row, no neighbours, no page."""
    out = []
    with open(path, encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            claim = row["label"] == "claim"
            kind = row["type"] if claim else ""
            out.append(Example(
                id=f"catalogue.{number}", host=f"catalogue-{number % 50}", title="", previous="", text=row["sentence"],
                claim=int(claim), grade_soft=(0.02, 0.18, 0.8) if claim else (0.9, 0.08, 0.02),
                kind=checked_kind(kind, f"{path}:{number}"), weight=0.7,
            ))
    return out


def sentence_hash(text: str) -> str:
    """Names a sentence of the corpus without quoting it."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def read_unlabelled(path: Path, mark: str = "") -> list[Example]:
    """Documents without labels. `mark` tells the ids of one file from those of another: both count from 0."""
    out = []
    for index, doc in enumerate(read_jsonl(path)):
        for j, (text, previous) in enumerate(doc["s"]):
            out.append(Example(id=f"P{mark}{index}.{j}", host=doc["host"], title=doc["title"], previous=previous, text=text))
    return out


def read_own_grades(path: Path, pool: list[Example]) -> list[Example]:
    """Grades given by us to sentences of the pool, by hash: `hash grade kind second`, tab-separated."""
    if not path.exists():
        return []
    by_hash = {sentence_hash(e.text): e for e in pool}
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        digest, grade, kind, second = (line.split("\t") + ["", ""])[:4]
        e = by_hash.get(digest)
        if e is None:
            continue
        out.append(Example(
            id=f"own.{digest}", host=e.host, title=e.title, previous=e.previous, text=e.text, grade=int(grade),
            kind=checked_kind(kind, f"{path}:{number}"), second=second if second in KINDS else "",
        ))
    return out


# What the numbers of soft-grades.tsv are worth: the share of 5,903 sentences graded by the corpus that got such a number and are fair, or
# prime (publishers held out excepted); straight between the points. Its readers were too careful: half of what they gave 38 is fair.
GIVEN = (0, 10, 20, 30, 40, 50, 60, 70, 80, 100)
IS_FAIR = (0.003, 0.03, 0.15, 0.34, 0.54, 0.72, 0.86, 0.95, 0.985, 0.995)
IS_PRIME = (0.002, 0.03, 0.14, 0.25, 0.42, 0.62, 0.78, 0.9, 0.96, 0.995)


def read_soft_grades(path: Path, documents: list[Example], pool: list[Example]) -> list[Example]:
    """
    What readers thought of sentences without a grade: `hash fair prime kind second`, tab-separated, fair and prime from 0 to 100. Sentences of
    the labelled documents get it in place; those of the pool are returned.

    @raise CorpusError where a row has no such numbers or an unknown kind
    """
    if not path.exists():
        return []
    own: dict[str, list[Example]] = {}
    for e in documents:
        if e.grade is None:
            own.setdefault(sentence_hash(e.text), []).append(e)
    others = {sentence_hash(e.text): e for e in pool}
    out = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        where = f"{path}:{number}"
        digest, *rest = line.split("\t")
        given = [float(n) for n in rest[:2] if n.isdecimal() and int(n) <= 100]
        if len(given) < 2:
            raise CorpusError(f"{where}: two numbers from 0 to 100 must follow the hash")
        fair = float(np.interp(given[0], GIVEN, IS_FAIR))
        prime = min(fair, float(np.interp(given[1], GIVEN, IS_PRIME)))
        kind, second = (checked_kind(k, where) for k in (rest[2:] + ["", ""])[:2])
        if fair < 0.3:
            # A kind of what is most likely left alone teaches nothing.
            kind = second = ""
        soft = (1 - fair, fair - prime, prime)
        for e in own.get(digest, []):
            # Where a hand labelled it strictly, that counts too.
            strict = (0.05, 0.3, 0.65) if e.claim or e.announcement else soft
            e.grade_soft = tuple(0.7 * s + 0.3 * h for s, h in zip(soft, strict))
            e.weight = 1.0
            if not e.kind:
                e.kind, e.second = kind, second
        if digest not in own and (e := others.get(digest)):
            out.append(Example(
                id=f"soft.{digest}", host=e.host, title=e.title, previous=e.previous, text=e.text, grade_soft=soft, kind=kind, second=second,
            ))
    return out


def read_training(corpus: Path, claims: Path, own: Path | None = None, pool: list[Example] | None = None) -> list[Example]:
    """Everything labelled that may be trained on, a sentence once: its grade is added to its strict label."""
    documents: list[Example] = []
    for name in ("train.jsonl", "gold-dev.jsonl", "silver-dev.jsonl"):
        documents += read_documents(corpus / name)
    by_text = {(" ".join(e.text.split()), e.title[:30]): e for e in documents}
    loose = []
    for g in read_grades(corpus / "grades.jsonl"):
        d = by_text.get((" ".join(g.text.split()), g.title[:30]))
        if d is None:
            loose.append(g)
            continue
        d.grade = g.grade
        if g.kind:
            d.kind, d.second = g.kind, g.second
    for d in documents:
        if d.grade is not None:
            continue
        if d.claim or d.announcement:
            d.grade_soft, d.weight = (0.05, 0.3, 0.65), 0.6
        elif d.announcement == 0:
            # What no judge thought near the border is almost always left alone.
            d.grade_soft, d.weight = (0.96, 0.03, 0.01), 0.5
    own_rows = read_own_grades(own, pool or []) if own else []
    known = {e.text for e in loose}
    graded = [e for e in own_rows if e.text not in known]
    known |= {e.text for e in graded}
    soft = read_soft_grades(own.parent / "soft-grades.tsv", documents, pool or []) if own else []
    graded += [e for e in soft if e.text not in known]
    made = read_own_sentences(Path(__file__).parent / "own-sentences.tsv")
    return documents + loose + graded + made + read_catalogue(claims / "examples.tsv")


def read_corrections(path: Path) -> list[Example]:
    """Sentences that a reader said are no claim: labelled documents as the options export them."""
    out = []
    for e in read_documents(path):
        if e.claim == 0:
            e.grade, e.announcement, e.weight = 0, 0, 1.0
            out.append(e)
    return out


def read_own_sentences(path: Path) -> list[Example]:
    """Sentences of our own making, with grade and kind: a table with a header row."""
    if not path.exists():
        return []
    out = []
    with open(path, encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            if row["grade"] not in ("0", "1", "2"):
                raise CorpusError(f"{path}:{number}: grade must be 0, 1 or 2")
            kind = checked_kind(row["kind"], f"{path}:{number}")
            grade = int(row["grade"])
            out.append(Example(
                id=f"made.{number}", host=f"made-{number % 70}", title=row["title"], previous=row["previous"],
                text=row["text"], grade=grade, kind=kind, second=row["second"] if row["second"] in KINDS else "",
                claim=int(kind in CLAIM_KINDS), announcement=int(kind in ANNOUNCEMENT_KINDS), weight=0.7,
            ))
    return out
