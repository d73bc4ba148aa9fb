"""The networks: the sentence encoder's first layers, which stay as they ship, and the reader that is trained on top of them.

The reader has three stacks of three layers, and all begin as the encoder's last three. The tower reads an answer as a whole: every token
sees all others. The layers beside it, one stack for claims and one for questions, read a text and see the answer as each layer of the
tower left it. Heads weigh what came of it: whether a claim is told, told in part, turned round or absent, and on which sentence it rests;
whether a question is answered; and what each sentence does.
"""

import os
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.numpy import load_file, save_file

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ENCODER = os.path.join(ROOT, "assets", "encoder", "minilm-l6.safetensors")
WIDTH, HEADS, LAYERS, LONGEST = 384, 12, 6, 128
# So many of the encoder's layers read a sentence, a claim or a question before the reader's own.
FIRST = 3
# So many weights of a row have one scale.
GROUP = 32
CLAIM, QUESTION = range(2)
TOLD, PART, TURNED, ABSENT = range(4)
# Situation, task, action, result, lesson, view, plan, and none of these.
KINDS = "STARLVPO"


def encoder_weights():
    return load_file(ENCODER)


def vector(packed, name):
    return torch.tensor(packed[name].astype(np.float32))


def matrix(packed, name):
    """A matrix that is packed in 4 bits a weight."""
    q = packed[name + ".q"]
    pairs = np.stack([q & 15, q >> 4], -1).astype(np.float32) - 8
    scales = packed[name + ".s"].astype(np.float32)
    return torch.tensor((pairs.reshape(len(q), -1, GROUP) * scales[:, :, None]).reshape(len(q), -1))


def best_scales(w, steps=16):
    """The scale of each group by which its weights, in 4 bits, come nearest."""
    groups = w.reshape(-1, GROUP)
    greatest = groups.gather(1, groups.abs().argmax(1, keepdim=True))
    best, scales = torch.full_like(greatest, float("inf")), torch.zeros_like(greatest)
    for step in range(steps):
        for end in (-8.0, 7.0):
            by = (greatest / end * (1 - 0.02 * step)).half().float()
            off = ((groups - numbers(w, by) * by) ** 2).sum(1, keepdim=True)
            better = off < best
            best, scales = torch.where(better, off, best), torch.where(better, by, scales)
    return scales


def numbers(w, scales):
    """The whole numbers from -8 to 7 that stand for the weights, a row each group."""
    return (w.reshape(-1, GROUP) / scales.masked_fill(scales == 0, 1.0)).round().clamp(-8, 7)


class Rounded(torch.autograd.Function):
    """Weights as they will be packed; what is learnt goes to the weights behind them."""

    @staticmethod
    def forward(ctx, w, scales):
        return (numbers(w, scales) * scales).reshape(w.shape)

    @staticmethod
    def backward(ctx, grad):
        return grad, None


class Linear(nn.Linear):
    """Once it has scales, it computes with its weights as they will be packed."""

    scales = None

    def forward(self, x):
        w = self.weight if self.scales is None else Rounded.apply(self.weight, self.scales)
        return F.linear(x, w, self.bias)

    def rescale(self):
        self.scales = best_scales(self.weight.detach())


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.joined = (Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = Linear(WIDTH, 4 * WIDTH), Linear(4 * WIDTH, WIDTH)
        self.attended, self.done = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def linears(self):
        return {
            "attention.self.query": self.query,
            "attention.self.key": self.key,
            "attention.self.value": self.value,
            "attention.output.dense": self.joined,
            "intermediate.dense": self.up,
            "output.dense": self.down,
        }

    def norms(self):
        return {"attention.output.LayerNorm": self.attended, "output.LayerNorm": self.done}

    def forward(self, x, mask, beside=None, of=None):
        """x: B×L×W. beside: texts that are seen beside it, A×T×W; of: which of them each row of x sees. mask: B×L, or B×(L+T), true
        where there is a token."""
        key, value = self.key(x), self.value(x)
        if beside is not None:
            key, value = torch.cat([key, self.key(beside)[of]], 1), torch.cat([value, self.value(beside)[of]], 1)
        heads = lambda y: y.view(*y.shape[:-1], HEADS, WIDTH // HEADS).transpose(1, 2)
        seen = F.scaled_dot_product_attention(heads(self.query(x)), heads(key), heads(value), attn_mask=mask[:, None, None, :])
        x = self.attended(x + self.drop(self.joined(seen.transpose(1, 2).reshape(x.shape))))
        return self.done(x + self.drop(self.down(F.gelu(self.up(x)))))

    @torch.no_grad()
    def unpack(self, packed, prefix):
        for name, linear in self.linears().items():
            linear.weight.copy_(matrix(packed, f"{prefix}.{name}.weight"))
            linear.bias.copy_(vector(packed, f"{prefix}.{name}.bias"))
        for name, norm in self.norms().items():
            norm.weight.copy_(vector(packed, f"{prefix}.{name}.weight"))
            norm.bias.copy_(vector(packed, f"{prefix}.{name}.bias"))

    @torch.no_grad()
    def pack(self, prefix):
        packed = {}
        for name, linear in self.linears().items():
            rows = len(linear.weight)
            scales = best_scales(linear.weight)
            pairs = (numbers(linear.weight, scales) + 8).to(torch.uint8).reshape(rows, -1, 2).cpu().numpy()
            packed[f"{prefix}.{name}.weight.q"] = pairs[:, :, 0] | (pairs[:, :, 1] << 4)
            packed[f"{prefix}.{name}.weight.s"] = half(scales.reshape(rows, -1))
            packed[f"{prefix}.{name}.bias"] = half(linear.bias)
        for name, norm in self.norms().items():
            packed[f"{prefix}.{name}.weight"], packed[f"{prefix}.{name}.bias"] = half(norm.weight), half(norm.bias)
        return packed


def half(x):
    return x.detach().cpu().numpy().astype(np.float16)


class Encoder(nn.Module):
    """The sentence encoder up to where the reader goes on. Nothing of it is learnt."""

    def __init__(self, packed):
        super().__init__()
        self.register_buffer("words", matrix(packed, "embeddings.word_embeddings.weight"))
        kinds = vector(packed, "embeddings.token_type_embeddings.weight")
        self.register_buffer("places", vector(packed, "embeddings.position_embeddings.weight") + kinds[0])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.weight.data = vector(packed, "embeddings.LayerNorm.weight")
        self.norm.bias.data = vector(packed, "embeddings.LayerNorm.bias")
        self.layers = nn.ModuleList(Layer() for _ in range(FIRST))
        for i, layer in enumerate(self.layers):
            layer.unpack(packed, f"encoder.layer.{i}")
        self.eval()

    @torch.no_grad()
    def forward(self, ids, mask):
        x = self.norm(self.words[ids] + self.places[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Reader(nn.Module):
    def __init__(self, packed):
        """packed: the encoder's weights, with whose last layers it begins."""
        super().__init__()
        self.tower, self.claim, self.asked = (nn.ModuleList(Layer() for _ in range(FIRST, LAYERS)) for _ in range(3))
        for stack in (self.tower, self.claim, self.asked):
            for i, layer in enumerate(stack, FIRST):
                layer.unpack(packed, f"encoder.layer.{i}")
        # What is added to the tokens of an answer where a claim sees them, where a question does, and to those of a sentence by its place.
        self.claim_mark, self.asked_mark = (nn.Parameter(torch.zeros(WIDTH)) for _ in range(2))
        self.place = nn.Linear(4, WIDTH, bias=False)
        nn.init.zeros_(self.place.weight)
        self.claim_hidden, self.claim_out = nn.Linear(2 * WIDTH, 64), nn.Linear(64, 4)
        self.asked_hidden, self.asked_out = nn.Linear(2 * WIDTH, 64), nn.Linear(64, 2)
        self.part_hidden, self.part_out = nn.Linear(WIDTH, 64), nn.Linear(64, len(KINDS))
        self.point_q, self.point_k = nn.Linear(WIDTH, 64, bias=False), nn.Linear(WIDTH, 64, bias=False)
        self.drop = nn.Dropout(0.1)

    def layers(self):
        """All layers by the names under which they are packed."""
        stacks = (("claim", self.claim), ("asked", self.asked), ("tower", self.tower))
        return {f"{name}.layer.{i}": layer for name, stack in stacks for i, layer in enumerate(stack, FIRST)}

    def learning(self):
        """The layers that learn."""
        return {name: layer for name, layer in self.layers().items() if layer.done.weight.requires_grad}

    def others(self):
        """What there is besides the layers, by the names under which it is packed."""
        return {name: p for name, p in self.named_parameters() if not name.startswith(("tower.", "claim.", "asked."))}

    def only_questions(self):
        """From here on nothing is learnt but how questions are read."""
        for name, p in self.named_parameters():
            p.requires_grad_(name.startswith("asked"))

    def rescale(self):
        """From here on the layers that learn compute with their weights as they will be packed."""
        for layer in self.learning().values():
            for linear in layer.linears().values():
                linear.rescale()

    def beside(self, stack, mark, depths, b, rows):
        """What a stack makes of some of the texts: the first token of each, the mean of all of them, and the two as one."""
        x, mask, of = b["queries"][rows], b["query_mask"][rows], b["of"][rows]
        seen = torch.cat([mask, b["answer_mask"][of]], 1)
        for layer, depth in zip(stack, depths):
            x = layer(x, seen, F.dropout(depth, 0.1, self.training) + mark, of)
        first, tokens = x[:, 0], mask[:, :, None].float()
        return first, self.drop(torch.cat([first, (x * tokens).sum(1) / tokens.sum(1)], -1))

    def forward(self, b):
        """b: what `States.batch` makes of B answers of S sentences and N claims and questions. Of the claims the weights of the four
        labels, and of each of the S sentences as the one it rests on; of the questions the weight of being answered; and of what each
        sentence does, B×S×8."""
        x = b["answers"] + torch.einsum("bst,bsw->btw", b["in_sentence"], self.place(b["place"]))
        depths = []
        for layer in self.tower:
            x = layer(x, b["answer_mask"])
            depths.append(x)
        sentences = torch.einsum("bst,btw->bsw", b["in_sentence"] / b["in_sentence"].sum(-1, keepdim=True).clamp(min=1), x)
        is_claim = b["kind"] == CLAIM
        claims, questions = is_claim.nonzero()[:, 0], (~is_claim).nonzero()[:, 0]
        first, both = self.beside(self.claim, self.claim_mark, depths, b, claims)
        labels = self.claim_out(F.gelu(self.claim_hidden(both)))
        of = b["of"][claims]
        rests = (self.point_q(first)[:, None, :] * self.point_k(sentences)[of]).sum(-1) / 8.0
        rests = rests.masked_fill(~b["sentence_mask"][of], -1e4)
        _, both = self.beside(self.asked, self.asked_mark, depths, b, questions)
        no, yes = self.asked_out(F.gelu(self.asked_hidden(both))).unbind(-1)
        does = self.part_out(F.gelu(self.part_hidden(self.drop(sentences))))
        return labels, rests, yes - no, does

    def pack(self, path, begun=None):
        """Layers in 4 bits a weight, all else in half precision; of a reader that began with packed weights what did not learn stays as
        it was packed."""
        packed = load_file(begun) if begun else {}
        packed.update({name: half(p) for name, p in self.others().items() if p.requires_grad})
        for prefix, layer in self.learning().items():
            packed.update(layer.pack(prefix))
        save_file(packed, path)
        print("written", path, os.path.getsize(path), "bytes", flush=True)

    @torch.no_grad()
    def unpack(self, path):
        packed = load_file(path)
        for name, p in self.others().items():
            p.copy_(vector(packed, name))
        for prefix, layer in self.layers().items():
            layer.unpack(packed, prefix)
