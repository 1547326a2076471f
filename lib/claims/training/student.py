"""The network that ships: the small pretrained encoder, or its first layers, over a pruned vocabulary."""

from __future__ import annotations

from collections import Counter

import torch
from corpus import Example
from encoder import Lengths, Reader, load_encoder, small_encoder
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

LENGTHS = Lengths(text=48, previous=14, title=10)
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]


def choose_vocabulary(examples: list[Example], size: int) -> list[str]:
    """The pieces that occur most, and every single character, so that any word can still be spelt."""
    whole = Tokenizer.from_file(str(small_encoder() / "tokenizer.json"))
    whole.no_padding()
    whole.no_truncation()
    counts: Counter[int] = Counter()
    for at in range(0, len(examples), 5000):
        texts = [e.text for e in examples[at : at + 5000]]
        for found in whole.encode_batch(texts, add_special_tokens=False):
            counts.update(found.ids)
    pieces = [whole.id_to_token(i) for i, _ in counts.most_common()]
    known = whole.get_vocab()
    plain = [chr(c) for c in range(33, 127)] + list("–—‘’“”…•€£°×²½")
    characters = [p for c in plain for p in (c, f"##{c}") if p in known]
    chosen = list(dict.fromkeys(SPECIAL + characters + [p for p in pieces if p not in SPECIAL]))
    return chosen[:size]


def tokenizer_of(vocabulary: list[str]) -> Tokenizer:
    ids = {piece: i for i, piece in enumerate(vocabulary)}
    tokenizer = Tokenizer(WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def build_student(vocabulary: list[str], layers: int) -> Reader:
    """Cut from the pretrained encoder."""
    model = load_encoder(small_encoder())
    known = Tokenizer.from_file(str(small_encoder() / "tokenizer.json")).get_vocab()
    old = model.base.embeddings.word_embeddings
    rows = torch.stack([old.weight.data[known[p]] for p in vocabulary])
    model.base.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(rows, freeze=True, padding_idx=0)
    model.base.encoder.layer = model.base.encoder.layer[:layers]
    model.base.config.num_hidden_layers = layers
    model.base.config.vocab_size = len(vocabulary)
    return model
