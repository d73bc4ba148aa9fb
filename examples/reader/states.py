"""What the encoder makes of texts, each read once, and the batches that are put together of it."""

import os
import numpy as np
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from network import KINDS, LONGEST, ROOT

VOCABULARY = os.path.join(ROOT, "assets", "encoder", "vocab.txt")


def tokenizer():
    vocab = {w.rstrip("\n"): i for i, w in enumerate(open(VOCABULARY, encoding="utf-8"))}
    t = Tokenizer(models.WordPiece(vocab, unk_token="[UNK]", max_input_chars_per_word=100))
    t.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return t, vocab["[CLS]"], vocab["[SEP]"]


def autocast(device):
    """Half precision, on a graphics card."""
    return torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda")


class States:
    """The encoder's state of every token of every text that was read, a row each."""

    def __init__(self, encoder, device):
        self.encoder, self.device = encoder, device
        self.tokenizer, self.begin, self.end = tokenizer()
        self.rows = None
        # Of each text where its rows begin, and how many it has.
        self.known, self.count = {}, 0

    def read(self, texts):
        new = sorted({t for t in texts if t not in self.known}, key=len)
        read = [] if self.rows is None else [self.rows]
        for i in range(0, len(new), 256):
            part = new[i : i + 256]
            tokens = [e.ids[: LONGEST - 2] for e in self.tokenizer.encode_batch(part, add_special_tokens=False)]
            tokens = [[self.begin, *t, self.end] for t in tokens]
            longest = max(len(t) for t in tokens)
            ids = torch.tensor([t + [0] * (longest - len(t)) for t in tokens], device=self.device)
            mask = torch.tensor([[True] * len(t) + [False] * (longest - len(t)) for t in tokens], device=self.device)
            with autocast(self.device):
                read.append(self.encoder(ids, mask)[mask].half())
            for text, t in zip(part, tokens):
                self.known[text] = (self.count, len(t))
                self.count += len(t)
        if new:
            self.rows = torch.cat(read)

    def batch(self, planned):
        """What `plan` made, on the device, with the states for which its numbers stand."""
        on = {name: torch.as_tensor(x).to(self.device, non_blocking=True) for name, x in planned.items()}
        answers, queries = on.pop("answers"), on.pop("queries")
        sentences = torch.arange(on["sentence_mask"].shape[1], device=self.device)
        return {
            **on,
            "answers": self.rows[answers.clamp(min=0)].float() * (answers >= 0)[:, :, None],
            "answer_mask": answers >= 0,
            "queries": self.rows[queries.clamp(min=0)].float(),
            "query_mask": queries >= 0,
            "in_sentence": (on["sentence"][:, None, :] == sentences[None, :, None]).float(),
        }


def plan(samples, known):
    """samples: (sentences, queries, what each sentence does or None); queries: (text, CLAIM or QUESTION, label, sentences it rests on).
    The same as arrays, for B answers of S sentences and T tokens at most, and N queries of L tokens at most; -1 where there is none:

    answers B×T and queries N×L, the rows of their tokens; sentence B×T, the number of each token's sentence; sentence_mask B×S; place
    B×S×4, of each sentence; does B×S×8; and of each query `of`, the number of its answer, kind, label, and rests N×S.
    """
    read = [[known[s] for s in sentences] for sentences, _, _ in samples]
    B, S, T = len(read), max(len(r) for r in read), max(sum(n for _, n in r) for r in read)
    answers, sentence = np.full((B, T), -1), np.full((B, T), -1)
    mask, place, does = np.zeros((B, S), bool), np.zeros((B, S, 4), np.float32), np.zeros((B, S, len(KINDS)), np.float32)
    for i, row in enumerate(read):
        at = 0
        for s, (begin, n) in enumerate(row):
            answers[i, at : at + n] = np.arange(begin, begin + n)
            sentence[i, at : at + n] = s
            at += n
            x = s / max(1, len(row) - 1)
            place[i, s] = (x, s == 0, s == len(row) - 1, x * x)
        mask[i, : len(row)] = True
        if samples[i][2] is not None:
            does[i, : len(row)] = samples[i][2]
    asked = [(i, *query) for i, (_, queries, _) in enumerate(samples) for query in queries]
    N, L = len(asked), max(known[text][1] for _, text, _, _, _ in asked)
    queries, of, kind = np.full((N, L), -1), np.zeros(N, np.int64), np.zeros(N, np.int64)
    label, rests = np.zeros(N, np.float32), np.zeros((N, S), np.float32)
    for q, (i, text, of_kind, labelled, on) in enumerate(asked):
        begin, n = known[text]
        queries[q, :n] = np.arange(begin, begin + n)
        of[q], kind[q], label[q] = i, of_kind, labelled
        on = [s for s in on if s < len(read[i])]
        if on:
            rests[q, on] = 1 / len(on)
    return {
        "answers": answers, "sentence": sentence, "sentence_mask": mask, "place": place, "does": does,
        "queries": queries, "of": of, "kind": kind, "label": label, "rests": rests,
    }
