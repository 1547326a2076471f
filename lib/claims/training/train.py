"""Makes the next network: a large teacher and the network so far label what nobody labelled, and the network learns on from both.

1. The large pretrained encoder learns from every label (the teacher).
2. Teacher and network so far say what they think of the unlabelled and the labelled sentences (soft labels).
3. The network learns on from these and the labels; its weights become the mean of before and after.
4. It learns half an epoch more with its weights in the levels that the file holds, and is written.

The network so far is public/reader.bin; with --afresh the small pretrained encoder, after two epochs on the labels. Every step leaves its
result in the work folder and is not done twice; stopped anywhere, the next run goes on. With other labels or arguments it begins anew.

    python train.py --corpus ../shared/corpus --claims ../shared/claims [--work DIR] [--corrections FILE] [--extra FILE.jsonl]
                    [--hold FOLD] [--soft 58000] [--afresh] [--dry]
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from corpus import FOLDS, KINDS, CorpusError, Example, read_corrections, read_training, read_unlabelled
from encoder import Pieces, Reader, large_encoder, load_encoder, predict
from export import ModelFileError, embeddings_in_levels, quantised_in_place, read_model, shorten_heads_in_place, write_model
from fit import KIND_INDEX, Plan, fit, is_plain_negative
from metrics import recall_at_precision, report
from student import LENGTHS, build_student, choose_vocabulary, tokenizer_of
from tokenizers import Tokenizer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]

LAYERS = 6
VOCABULARY = 9_500
# int8 on the machine, but few enough levels that the packed file is small: what deflate cannot save, fewer levels do.
LEVELS = 8
EMBEDDING_LEVELS = 8
# Fresh heads learn fifteen times as fast as the encoder under them: at its own slow pace they know 33 kinds at 0.36 instead of 0.61.
LARGE = Plan(epochs=2, rate=4e-5, head_rate=6e-4, negatives=0.06)
LARGE_FROZEN = 3
FIRST = Plan(epochs=2, rate=6e-5, head_rate=6e-4, negatives=0.2)
"""From the pretrained encoder, on the labels alone."""
LARGE_SHARE = 0.5
"""How much of a say the large teacher has; the network so far has the rest. Together they rank better than either."""
NEXT = Plan(epochs=3, rate=8e-5, negatives=0.06, soft=0.8)
BEFORE_SHARE = 0.3
"""Weight of the network so far in the mean of weights."""
IN_LEVELS = Plan(epochs=0.5, rate=2e-5, negatives=0.06, soft=0.75, levels=LEVELS)


def say(*words) -> None:
    print(time.strftime("%H:%M:%S"), *words, flush=True)


def freeze(model: Reader, layers: int) -> None:
    """Leaves the lowest layers of the large encoder as they were pretrained: nothing is lost, and a quarter of the time gained."""
    for layer in model.base.encoder.layer[:layers]:
        for weights in layer.parameters():
            weights.requires_grad = False
    for weights in model.base.encoder.relative_attention_bias.parameters():
        weights.requires_grad = False


def soft_labels(teacher: dict[str, np.ndarray], examples: list[Example]) -> dict[str, dict]:
    return {e.id: {name: value[i] for name, value in teacher.items()} for i, e in enumerate(examples)}


def average_in_place(model: Reader, other: Reader, share: float) -> None:
    """Gives the model the mean of its weights and the other's, of which the other's are `share`."""
    with torch.no_grad():
        for own, theirs in zip(model.parameters(), other.parameters(), strict=True):
            own.mul_(1 - share).add_(theirs, alpha=share)


def begin_anew_unless_same(work: Path, hold: int, examples: list[Example], *plans) -> None:
    """Removes what an earlier run left of a fold where that was made from other sentences, labels or plans."""
    digest = hashlib.sha256(repr(plans).encode())
    for e in examples:
        digest.update(repr(e).encode("utf-8", "surrogatepass"))
    stamp = work / f"made-from-{hold}"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    old = [p for name in ("soft-*", "large", "first", "next", "levels") for p in work.glob(f"{name}-{hold}.*")]
    for path in old:
        path.unlink()
    if old:
        say("labels or arguments are not those of the last run: beginning anew")
    stamp.write_text(digest.hexdigest())


def choose_pool(pool: list[Example], count: int) -> list[Example]:
    """Sentences of documents that mention AI, the same ones each time."""
    import re

    names_ai = re.compile(r"\b(?:AI|A\.I\.|LLMs?|GPT|chatbots?|artificial intelligence|machine learning|generative|agentic)\b", re.I)
    by_doc: dict[str, list[Example]] = {}
    for e in pool:
        by_doc.setdefault(e.id.rpartition(".")[0], []).append(e)
    rng = random.Random("pool")
    own = [e for es in by_doc.values() if sum(bool(names_ai.search(e.text)) for e in es) >= 3 for e in es]
    rest = [e for es in by_doc.values() if sum(bool(names_ai.search(e.text)) for e in es) < 3 for e in es]
    own = [e for e in own if 15 < len(e.text) < 600]
    rng.shuffle(own)
    rng.shuffle(rest)
    return own[: int(count * 0.92)] + rest[: int(count * 0.08)]


def graded_documents(examples: list[Example], fold: int) -> tuple[list[Example], np.ndarray, list[set[int]]]:
    """What is measured on while choosing: everything with a grade of a fold, and the rest of its documents with a likely one."""
    own = [e for e in examples if e.fold == fold and not e.id.startswith(("catalogue", "made"))]
    own = [e for e in own if e.grade is not None or e.announcement is not None]
    grade = np.array([e.grade if e.grade is not None else 2 * int(bool(e.claim or e.announcement)) for e in own])
    gold = [{KIND_INDEX[k] for k in (e.kind, e.second) if k} if g else set() for e, g in zip(own, grade)]
    return own, grade, gold


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared/corpus")
    parser.add_argument("--claims", type=Path, default=ROOT.parent / "shared/claims")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache/training")
    parser.add_argument("--corrections", type=Path, help="sentences that readers said are no claim, as the options export them")
    parser.add_argument("--extra", type=Path, help="more unlabelled documents, in the form of unlabelled.jsonl.gz")
    parser.add_argument("--hold", type=int, default=0, help=f"the fold of publishers to measure on, 0 to {FOLDS - 1}")
    parser.add_argument("--soft", type=int, default=58_000, help="how many unlabelled sentences the teachers label")
    parser.add_argument("--afresh", action="store_true", help="begins at the pretrained encoder instead of public/reader.bin")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--dry", action="store_true", help="measures, and writes nothing that ships")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.manual_seed(1)
    start = ROOT / "public/reader.bin"
    try:
        pool = read_unlabelled(args.corpus / "unlabelled.jsonl.gz")
        examples = read_training(args.corpus, args.claims, HERE / "grades.tsv", pool)
        if args.corrections:
            examples += read_corrections(args.corrections)
        if args.extra:
            pool += read_unlabelled(args.extra, mark=f"{args.extra.name}:")
        before, vocabulary = (None, []) if args.afresh else read_model(start)
    except (CorpusError, FileNotFoundError, ModelFileError) as error:
        print(f"train: {error}")
        return 2
    train = [e for e in examples if e.fold != args.hold]
    held, grade, gold = graded_documents(examples, args.hold)
    say(f"{len(train)} sentences to learn from, {sum(e.grade is not None for e in train)} of them graded; {len(held)} held out")
    args.work.mkdir(parents=True, exist_ok=True)

    def measure(name: str, model: Reader, pieces: Pieces) -> dict[str, np.ndarray]:
        found = predict(model, pieces, held)
        say(name, json.dumps(report(found["grade"], grade, found["kind"], gold)))
        return found

    taught = choose_pool([e for e in pool if e.fold != args.hold], args.soft)
    if before and args.hold:
        say("the network so far has learnt from every publisher but those of fold 0: these figures will be too good (--afresh)")
    made_from = "afresh" if args.afresh else hashlib.sha256(start.read_bytes()).hexdigest()
    begin_anew_unless_same(args.work, args.hold, train + taught, LARGE, LARGE_FROZEN, FIRST, LARGE_SHARE, NEXT, BEFORE_SHARE, IN_LEVELS,
                           LENGTHS, LAYERS, VOCABULARY, made_from)
    student, vocabulary = next_network(before, vocabulary, train, taught, args, measure)
    pieces = Pieces(tokenizer_of(vocabulary), LENGTHS)
    quantised_in_place(student, LEVELS, EMBEDDING_LEVELS)
    shorten_heads_in_place(student)
    found = measure("in levels", student, pieces)
    merit = 0.5 * (found["grade"][:, 1] + found["grade"][:, 2]) + 0.5 * found["grade"][:, 2]
    for wanted in (0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        recall, threshold = recall_at_precision(merit, grade >= 1, grade == 2, wanted)
        say(f"precision {wanted}: prime recall {recall:.3f} at merit {threshold:.3f}")
    if args.dry:
        return 0
    size = write_model(student, vocabulary, LENGTHS, start, LEVELS, EMBEDDING_LEVELS)
    write_outputs(student, pieces, ROOT / "test/claims/fixtures")
    say(f"{start}: {size:,} bytes. Set the thresholds in lib/claims/calibration.ts, and the figures in MODEL_CARD.md.")
    return 0


def next_network(
    before: Reader | None, vocabulary: list[str], train: list[Example], taught: list[Example], args: argparse.Namespace, measure,
) -> tuple[Reader, list[str]]:
    """Steps 1 to 4. `before` is the network so far, None to begin at the pretrained encoder."""
    # Plain negatives have no soft label: nobody doubts them.
    labelled = taught + [e for e in train if not is_plain_negative(e)]

    def label(name: str, model: Reader, pieces: Pieces) -> dict[str, np.ndarray]:
        measure(name, model, pieces)
        found = predict(model, pieces, labelled, say=lambda n, of: say(f"{name}: soft labels {n}/{of}"))
        np.savez(args.work / f"soft-{name}-{args.hold}.npz", **found)
        return found

    def labels_of(name: str) -> dict[str, np.ndarray] | None:
        stored = args.work / f"soft-{name}-{args.hold}.npz"
        return dict(np.load(stored)) if stored.exists() else None

    by_large = labels_of("large")
    if by_large is None:
        folder = large_encoder(args.work)
        own_pieces = Pieces(Tokenizer.from_file(str(folder / "tokenizer.json")), LENGTHS)
        large = load_encoder(folder, mean=True)
        freeze(large, LARGE_FROZEN)
        fit(large, own_pieces, train, LARGE, args.work / f"large-{args.hold}.pt", say, seed=1)
        by_large = label("large", large, own_pieces)
        del large

    if before is None:
        vocabulary = choose_vocabulary(train + taught, VOCABULARY)
        before = build_student(vocabulary, LAYERS)
        fit(before, Pieces(tokenizer_of(vocabulary), LENGTHS), train, FIRST, args.work / f"first-{args.hold}.pt", say, seed=1)
    pieces = Pieces(tokenizer_of(vocabulary), LENGTHS)
    by_before = labels_of("before") or label("before", before, pieces)
    soft = soft_labels({key: LARGE_SHARE * by_large[key] + (1 - LARGE_SHARE) * by_before[key] for key in by_large}, labelled)

    student = copy.deepcopy(before)
    fit(student, pieces, train + taught, NEXT, args.work / f"next-{args.hold}.pt", say, soft=soft, seed=1,
        after_epoch=lambda n: measure(f"next, after {n + 1}", student, pieces))
    average_in_place(student, before, BEFORE_SHARE)
    measure("mean of before and after", student, pieces)
    embeddings_in_levels(student, EMBEDDING_LEVELS)
    fit(student, pieces, train + taught, IN_LEVELS, args.work / f"levels-{args.hold}.pt", say, soft=soft, seed=2)
    return student, vocabulary


@torch.inference_mode()
def write_outputs(model: Reader, pieces: Pieces, folder: Path) -> None:
    """What this model gives for sentences of our own, for the test that holds the TypeScript network to it."""
    model.eval()
    out = []
    for row in json.loads((folder / "unseen-names.json").read_text(encoding="utf-8")):
        ids, types = pieces.row(row["text"], row["previous"], row["title"])
        found = model(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long), torch.tensor([types]))
        out.append({
            "ids": ids, "grade": rounded(torch.softmax(found["grade"][0], -1)),
            "claim": rounded(torch.sigmoid(found["claim"][0]))[0],
            "announcement": rounded(torch.sigmoid(found["announcement"][0]))[0],
            "kind": rounded(torch.softmax(found["kind"][0], -1)),
        })
    assert len(out[0]["kind"]) == len(KINDS)
    (folder / "network-outputs.json").write_text(json.dumps(out, separators=(",", ":")) + "\n", encoding="utf-8")


def rounded(values: torch.Tensor) -> list[float]:
    return [round(v, 5) for v in values.tolist()]


if __name__ == "__main__":
    raise SystemExit(main())
