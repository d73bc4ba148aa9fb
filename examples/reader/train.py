"""Trains the reader of claims: whether an answer tells a claim, tells it in part, turns it round, or does not tell it.

    python3 examples/reader/train.py --out assets/encoder/reader.safetensors

It takes PyTorch, tokenizers and safetensors, and one graphics card for some minutes (a processor for some hours). Nothing but what
is in this repository is read: the weights of the sentence encoder as they ship, which stay as they are, and the claims in
examples/reader/claims, each told and turned round by people who knew nothing of the network.

The network: the sentences of an answer are read by the sentence encoder. A claim is read by its first layers and then by
layers of its own, which begin as the encoder's last ones and see, beside the claim, what the encoder has of the answer in
the same layers. What the claim's first token has become is weighed into the four shares, and says which sentence it rests on.
"""

import argparse, glob, json, math, os, random, re, time
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
GROUP = 32
WIDTH, HEADS, LAYERS, LONGEST = 384, 12, 6, 128
TOLD, PART, TURNED, ABSENT = range(4)


def dequantised(tensors, name):
    q = tensors[name + ".q"].astype(np.int16)
    pair = np.stack([(q & 15) - 8, (q >> 4) - 8], -1).reshape(q.shape[0], -1).astype(np.float32)
    scales = tensors[name + ".s"].astype(np.float32)
    return (pair.reshape(q.shape[0], -1, GROUP) * scales[:, :, None]).reshape(q.shape[0], -1)


def quantise(w, steps=16):
    """The scale of each group of 32 by which its weights, in 4 bits, come nearest."""
    g = w.reshape(-1, GROUP)
    at = g.abs().argmax(1, keepdim=True)
    greatest = g.gather(1, at)
    best, scale = torch.full_like(greatest, float("inf")), torch.zeros_like(greatest)
    for step in range(steps):
        for end in (-8.0, 7.0):
            by = (greatest / end * (1 - 0.02 * step)).half().float()
            safe = torch.where(by == 0, torch.ones_like(by), by)
            n = (g / safe).round().clamp(-8, 7)
            off = ((g - n * safe) ** 2).sum(1, keepdim=True)
            off = torch.where(by == 0, torch.full_like(off, 1e30), off)
            better = off < best
            best, scale = torch.where(better, off, best), torch.where(better, by, scale)
    return scale


class Quantised(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w, scale):
        g = w.reshape(-1, GROUP)
        safe = torch.where(scale == 0, torch.ones_like(scale), scale)
        return ((g / safe).round().clamp(-8, 7) * scale).reshape(w.shape)

    @staticmethod
    def backward(ctx, grad):
        return grad, None


class Linear(nn.Module):
    def __init__(self, w, b):
        super().__init__()
        self.weight, self.bias = nn.Parameter(w), nn.Parameter(b)
        self.scale = None

    def forward(self, x):
        w = self.weight if self.scale is None else Quantised.apply(self.weight, self.scale)
        return F.linear(x, w, self.bias)


class Layer(nn.Module):
    def __init__(self, t, i):
        super().__init__()
        p = f"encoder.layer.{i}."
        lin = lambda n: Linear(torch.tensor(dequantised(t, p + n + ".weight")), torch.tensor(t[p + n + ".bias"].astype(np.float32)))
        self.q, self.k, self.v = (lin("attention.self." + n) for n in ("query", "key", "value"))
        self.o, self.up, self.down = lin("attention.output.dense"), lin("intermediate.dense"), lin("output.dense")
        self.n1, self.n2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        for norm, n in ((self.n1, "attention.output.LayerNorm"), (self.n2, "output.LayerNorm")):
            norm.weight.data = torch.tensor(t[p + n + ".weight"].astype(np.float32))
            norm.bias.data = torch.tensor(t[p + n + ".bias"].astype(np.float32))
        self.drop = nn.Dropout(0.1)

    def linears(self):
        return (("attention.self.query", self.q), ("attention.self.key", self.k), ("attention.self.value", self.v),
                ("attention.output.dense", self.o), ("intermediate.dense", self.up), ("output.dense", self.down))

    def forward(self, x, mask, others=None, places=None):
        """x: B×L×W, mask: B×L true where there is a token; others: what the answers have, a row each token, seen beside x by
        their places, B×T, -1 where there is none."""
        B, L, _ = x.shape
        heads = lambda y: y.view(B, -1, HEADS, WIDTH // HEADS).transpose(1, 2)
        k, v, seen = self.k(x), self.v(x), mask
        if others is not None:
            # The last row is nothing.
            at = places.where(places >= 0, torch.full_like(places, len(others) - 1))
            k, v = (torch.cat([own, F.embedding(at, part(others))], 1) for own, part in ((k, self.k), (v, self.v)))
            seen = torch.cat([mask, places >= 0], 1)
        att = F.scaled_dot_product_attention(heads(self.q(x)), heads(k), heads(v), attn_mask=seen[:, None, None, :])
        x = self.n1(x + self.drop(self.o(att.transpose(1, 2).reshape(B, L, WIDTH))))
        return self.n2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    def __init__(self, t, first):
        super().__init__()
        self.first = first
        words = torch.tensor(dequantised(t, "embeddings.word_embeddings.weight"))
        places = torch.tensor(t["embeddings.position_embeddings.weight"].astype(np.float32))
        kinds = torch.tensor(t["embeddings.token_type_embeddings.weight"].astype(np.float32))
        self.register_buffer("words", words)
        self.register_buffer("places", places + kinds[0])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.weight.data = torch.tensor(t["embeddings.LayerNorm.weight"].astype(np.float32))
        self.norm.bias.data = torch.tensor(t["embeddings.LayerNorm.bias"].astype(np.float32))
        self.frozen = nn.ModuleList(Layer(t, i) for i in range(LAYERS))
        for p in list(self.frozen.parameters()) + list(self.norm.parameters()):
            p.requires_grad = False
        self.tuned = nn.ModuleList(Layer(t, i) for i in range(first, LAYERS))
        self.answer_mark = nn.Parameter(torch.zeros(WIDTH))
        self.hidden = nn.Linear(2 * WIDTH, 64)
        self.out = nn.Linear(64, 4)
        self.point_q, self.point_k = nn.Linear(WIDTH, 64, bias=False), nn.Linear(WIDTH, 64, bias=False)
        self.drop = nn.Dropout(0.1)

    def begin(self, t):
        """Goes on with packed weights."""
        value = lambda name: torch.tensor(t[name].astype(np.float32))
        for i, l in enumerate(self.tuned):
            p = f"encoder.layer.{self.first + i}."
            for n, m in l.linears():
                m.weight.data, m.bias.data = torch.tensor(dequantised(t, p + n + ".weight")), value(p + n + ".bias")
            for n, m in (("attention.output.LayerNorm", l.n1), ("output.LayerNorm", l.n2)):
                m.weight.data, m.bias.data = value(p + n + ".weight"), value(p + n + ".bias")
        self.answer_mark.data = value("answer_mark")
        for n, m in (("hidden", self.hidden), ("out", self.out)):
            m.weight.data, m.bias.data = value(n + ".weight"), value(n + ".bias")
        self.point_q.weight.data, self.point_k.weight.data = value("point_q.weight"), value("point_k.weight")

    def embed(self, ids):
        return self.norm(self.words[ids] + self.places[: ids.shape[1]])

    @torch.no_grad()
    def states(self, ids, mask, upto=LAYERS):
        """The encoder's states before each of its layers, and behind the last."""
        x = self.embed(ids)
        all_ = [x]
        for layer in self.frozen[:upto]:
            layer.eval()
            x = layer(x, mask)
            all_.append(x)
        return all_

    def forward(self, claim, answers, places, means, rows):
        """claim: states and mask; answers: what the encoder has of all tokens of the batch's sentences before each layer that is tuned,
        a row each; places: B×T rows of each claim's answer; means: of each sentence, behind the last layer; rows: B×S sentences of each
        claim's answer; -1 where there is none."""
        x, cmask = claim
        for i, layer in enumerate(self.tuned):
            others = F.dropout(answers[i], 0.1, self.training) + self.answer_mark
            x = layer(x, cmask, others, places)
        cls = x[:, 0]
        m = cmask[:, :, None].float()
        mean = (x * m).sum(1) / m.sum(1)
        logits = self.out(F.gelu(self.hidden(self.drop(torch.cat([cls, mean], -1)))))
        point = (self.point_q(cls)[:, None, :] * self.point_k(means)[rows.clamp(min=0)]).sum(-1) / 8.0
        return logits, point.masked_fill(rows < 0, -1e4)


def tokenizer():
    vocab = {w.rstrip("\n"): i for i, w in enumerate(open(os.path.join(ROOT, "assets/encoder/vocab.txt"), encoding="utf-8"))}
    t = Tokenizer(models.WordPiece(vocab, unk_token="[UNK]", max_input_chars_per_word=100))
    t.normalizer = normalizers.BertNormalizer(clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True)
    t.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return t, vocab["[CLS]"], vocab["[SEP]"]


def cut(text):
    """The sentences of a text, roughly as the game cuts them."""
    return [s for s in re.split(r"(?<=[.!?…])[\"”’)]*\s+(?=[A-Z0-9\"“‘(£$€])", text.strip()) if s]


class States:
    """What the encoder makes of each text, read once: of every token the states before each layer that is tuned, and the means over
    the tokens behind the last."""

    def __init__(self, model, device):
        self.t, self.cls, self.sep = tokenizer()
        self.model, self.device, self.known = model, device, {}
        self.tokens, self.means, self.count = [], [], 0

    def ids(self, text):
        return [self.cls] + self.t.encode(text, add_special_tokens=False).ids[: LONGEST - 2] + [self.sep]

    def read(self, texts):
        new = sorted({t for t in texts if t not in self.known}, key=len)
        for i in range(0, len(new), 256):
            part = new[i : i + 256]
            rows = [self.ids(t) for t in part]
            n = max(len(r) for r in rows)
            ids = torch.tensor([r + [0] * (n - len(r)) for r in rows], device=self.device)
            mask = torch.tensor([[True] * len(r) + [False] * (n - len(r)) for r in rows], device=self.device)
            states = self.model.states(ids, mask)
            m = mask[:, :, None].float()
            self.means.append((states[-1] * m).sum(1) / m.sum(1))
            self.tokens.append(torch.stack(states[self.model.first : -1], 2)[mask].half())
            for t, r in zip(part, rows):
                # Its number, where its tokens begin, and how many it has.
                self.known[t] = (len(self.known), self.count, len(r))
                self.count += len(r)
        if new:
            self.tokens, self.means = [torch.cat(self.tokens)], [torch.cat(self.means)]

    def of(self, planned):
        claims, sentences, grid = planned[:3]
        put = lambda x: torch.as_tensor(x).to(self.device)
        spread = lambda begin, length, n: np.where(np.arange(n) < length[:, None], begin[:, None] + np.arange(n), -1)
        own = put(spread(claims[:, 1], claims[:, 2], claims[:, 2].max()))
        x = self.tokens[0][own.clamp(min=0), 0].float()
        # The tokens of all sentences in a row, and where in it those of each answer stand.
        begins = np.concatenate([[0], np.cumsum(sentences[:, 2])])
        flat = np.concatenate([np.arange(b, b + n) for _, b, n in sentences])
        rows = [np.concatenate([np.arange(begins[s], begins[s + 1]) for s in row if s >= 0]) if (row >= 0).any() else np.zeros(0, np.int64) for row in grid]
        T = max(1, max(len(r) for r in rows))
        places = np.full((len(rows), T), -1)
        for i, r in enumerate(rows):
            places[i, : len(r)] = r
        answers = self.tokens[0][put(flat)].float()
        answers = torch.cat([answers, torch.zeros_like(answers[:1])])
        return (x, own >= 0), answers.unbind(1), put(places), self.means[0][put(sentences[:, 0])], put(grid)


def plan(samples, known):
    """samples: (claim, [sentences], label, [targets]); what of `known` each needs, as arrays."""
    where, rows = {}, []
    for _, window, _, _ in samples:
        rows.append([where.setdefault(s, len(where)) for s in window])
    S = max(1, max(len(r) for r in rows))
    grid, target = np.full((len(rows), S), -1), np.zeros((len(rows), S), np.float32)
    for i, (r, (_, _, _, at)) in enumerate(zip(rows, samples)):
        grid[i, : len(r)] = r
        target[i, at] = 1.0 / max(1, len(at))
    of = lambda texts: np.array([known[t] for t in texts])
    return of([c for c, _, _, _ in samples]), of(list(where) or [""]), grid, np.array([l for _, _, l, _ in samples]), target


class Samples(torch.utils.data.IterableDataset):
    """Batches for ever, each worker with a seed of its own."""

    def __init__(self, stories, known, size, seed):
        self.stories, self.known, self.size, self.seed = stories, known, size, seed

    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        rng = random.Random(self.seed * 1000 + (info.id if info else 0))
        while True:
            yield plan([sample(rng, self.stories) for _ in range(self.size)], self.known)


def read(path):
    stories = []
    for line in open(path, encoding="utf-8"):
        if line.strip():
            story = json.loads(line)
            points = [p for p in story["points"] if p.get("said") and p.get("turned") and p.get("part") and p.get("beside")]
            if len(points) >= 3:
                stories.append({**story, "points": points})
    return stories


def sample(rng, stories):
    """One claim beside an answer that is put together of sentences whose bearing on it is known."""
    story = rng.choice(stories)
    points = story["points"]
    p = rng.randrange(len(points))
    point = points[p]
    label = rng.choices((TOLD, PART, TURNED, ABSENT), (0.34, 0.14, 0.27, 0.25))[0]
    form = rng.random()
    source = None
    if form < 0.62:
        claim = point["claim"]
    elif form < 0.80:
        claim = point["point"]
    elif form < 0.92:
        source = rng.randrange(len(point["said"]))
        claim = point["said"][source]
    else:
        # The opposite as the claim: what told it before now turns it round.
        claim = rng.choice(point["turned"])
        label = rng.choices((TURNED, ABSENT), (0.6, 0.4))[0]
    swapped = form >= 0.92
    own = None
    if label == TOLD:
        own = rng.choice([s for i, s in enumerate(point["said"]) if i != source] + ([point["claim"]] if rng.random() < 0.25 else []))
    elif label == PART:
        own = rng.choice(point["part"])
    elif label == TURNED:
        own = rng.choice(point["said"] + [point["claim"]]) if swapped else rng.choice(point["turned"])
    window = []
    most = rng.choice((0, 1, 2, 3, 5, 7, 9))
    for q, other in enumerate(points):
        if q == p:
            if own is not None:
                window.append((own, True))
            if rng.random() < (0.65 if label == ABSENT else 0.2):
                window.append((rng.choice(point["beside"]), False))
            continue
        if rng.random() < most / max(1, len(points)):
            kind = rng.choices(("said", "part", "turned", "beside", "claim"), (0.5, 0.15, 0.15, 0.1, 0.1))[0]
            window.append((other["claim"] if kind == "claim" else rng.choice(other[kind]), False))
    if label == ABSENT and not swapped and rng.random() < 0.2:
        # Another story altogether.
        stranger = rng.choice(stories)
        if stranger is not story:
            window = [(rng.choice(q["said"]), False) for q in stranger["points"] if rng.random() < 0.8]
    if rng.random() < 0.15 or not window:
        stranger = rng.choice(rng.choice(stories)["points"])
        if stranger is not point:
            window.insert(rng.randrange(len(window) + 1), (rng.choice(stranger["said"]), False))
    sentences, targets = [], []
    for text, is_own in window:
        for s in cut(text):
            if is_own:
                targets.append(len(sentences))
            sentences.append(s)
    return claim, sentences[:14], label, [t for t in targets if t < 14]


def checks(stories, seed=1):
    """Every sentence of every list, beside others of its story."""
    rng = random.Random(seed)
    out = []
    for story in stories:
        points = story["points"]
        for p, point in enumerate(points):
            for kind, label in (("said", TOLD), ("part", PART), ("turned", TURNED), ("beside", ABSENT)):
                for i, own in enumerate(point[kind]):
                    window, targets = [], []
                    for q, other in enumerate(points):
                        if q == p:
                            for s in cut(own):
                                targets.append(len(window))
                                window.append(s)
                        else:
                            window.extend(cut(rng.choice(other["said"])))
                    for form in ("claim", "point"):
                        out.append((f"{kind}{i}/{form}", (point[form], window[:14], label, [t for t in targets if t < 14])))
    return out


def auc(pos, neg):
    pos, neg = np.asarray(pos), np.asarray(neg)
    if not len(pos) or not len(neg):
        return float("nan")
    order = np.argsort(np.concatenate([neg, pos]), kind="stable")
    ranks = np.empty(len(order)); ranks[order] = np.arange(1, len(order) + 1)
    return (ranks[len(neg):].sum() - len(pos) * (len(pos) + 1) / 2) / (len(pos) * len(neg))


@torch.no_grad()
def shares(model, samples, ids, device, temperature=1.0):
    model.eval()
    ps, points = [], []
    for i in range(0, len(samples), 256):
        part = samples[i : i + 256]
        ids.read([t for c, w, _, _ in part for t in [c, *w]] + [""])
        logits, point = model(*ids.of(plan(part, ids.known)))
        ps.append(torch.softmax(logits.float() / temperature, -1).cpu().numpy())
        points.extend(point.float().argmax(-1).cpu().tolist())
    return np.concatenate(ps), points


def report(model, stories, ids, device):
    all_ = checks(stories)
    ps, points = shares(model, [s for _, s in all_], ids, device)
    labels = np.array([s[2] for _, s in all_])
    forms = np.array([name.split("/")[1] for name, _ in all_])
    names = np.array([name.split("/")[0] for name, _ in all_])
    for form in ("claim", "point"):
        f = forms == form
        guess = ps[f].argmax(1)
        table = [[int(((labels[f] == a) & (guess == b)).sum()) for b in range(4)] for a in range(4)]
        told, turned = ps[f, TOLD], ps[f, TURNED]
        honest = labels[f] != TURNED
        edge = np.sort(turned[honest])[int(0.99 * honest.sum())]
        print(f"{form}: accuracy {np.mean(guess == labels[f]):.3f} rows told/part/turned/absent {table}")
        print(f"  AUC told {auc(told[labels[f] == TOLD], told[labels[f] != TOLD]):.3f} turned {auc(turned[labels[f] == TURNED], turned[honest]):.3f}"
              f" told-vs-turned {auc(told[labels[f] == TOLD], told[labels[f] == TURNED]):.3f}"
              f" told-vs-absent {auc(told[labels[f] == TOLD], told[labels[f] == ABSENT]):.3f}; turned seen at 1 % false: {np.mean(turned[~honest] > edge):.3f} (from {edge:.3f})")
        print("  right by list", {n: round(float(np.mean(guess[names[f] == n] == labels[f][names[f] == n])), 3) for n in sorted(set(names[f]))})
    right = [p in s[3] for (_, s), p in zip(all_, points) if s[2] != ABSENT and s[3]]
    print(f"  sentence shown: {np.mean(right):.3f}")


def cases(model, ids, device, path):
    """Answers of tests/data beside their model answers, cut into sentences."""
    rows = {}
    samples, owner = [], []
    cases_ = []
    for line in open(path, encoding="utf-8"):
        c = json.loads(line)
        if c.get("story") != "this" or not c.get("references") or not c.get("answer", "").strip():
            continue
        claims = [s for s in cut(c["references"][0].replace("\n", " ")) if len(s.split()) > 3]
        window = cut(c["answer"].replace("\n", " "))
        near = window[:30]
        for claim in claims:
            samples.append((claim, near, 0, []))
            owner.append(len(cases_))
        cases_.append(c)
    if not samples:
        return
    ps, _ = shares(model, samples, ids, device)
    owner = np.array(owner)
    for i, c in enumerate(cases_):
        p = ps[owner == i]
        rows.setdefault(c["case"], []).append((p[:, TOLD].mean(), p[:, PART].mean(), p[:, TURNED].mean(), p[:, TURNED].max(), np.mean(c["level"])))
    print(os.path.basename(path))
    for case, r in sorted(rows.items()):
        r = np.array(r)
        print(f"  {case[:34]:34} n {len(r):2} level {r[:,4].mean():.1f}  told {r[:,0].mean():.2f} part {r[:,1].mean():.2f} turned {r[:,2].mean():.2f} (max per case: {' '.join(f'{x:.2f}' for x in sorted(r[:,3]))})")


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--out")
    a.add_argument("--train", nargs="*", default=list("abcdefghijklmnopqs"))
    a.add_argument("--apart", nargs="*", default=["t"])
    a.add_argument("--claims", default=os.path.join(HERE, "claims"))
    a.add_argument("--first", type=int, default=3, help="so many of the encoder's layers read a claim before its own ones")
    a.add_argument("--begin", help="weights to go on with")
    a.add_argument("--steps", type=int, default=9000)
    a.add_argument("--seconds", type=float, default=1e9, help="or so long, whichever is over first")
    a.add_argument("--batch", type=int, default=64)
    a.add_argument("--workers", type=int, default=0)
    a.add_argument("--rate", type=float, default=1.2e-4)
    a.add_argument("--seed", type=int, default=7)
    a.add_argument("--cases", nargs="*", default=[])
    a = a.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(a.seed)
    t = load_file(os.path.join(ROOT, "assets/encoder/minilm-l6.safetensors"))
    model = Reader(t, a.first).to(device)
    train = [s for n in a.train for s in read(os.path.join(a.claims, n + ".jsonl"))]
    apart = [s for n in a.apart for s in read(os.path.join(a.claims, n + ".jsonl"))]
    if a.begin:
        model.begin(load_file(a.begin))
    ids = States(model, device)
    print(len(train), "stories,", sum(len(s["points"]) for s in train), "claims; apart", len(apart), sum(len(s["points"]) for s in apart), "on", device)
    body = [p for l in model.tuned for p in l.parameters()]
    head = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("tuned")]
    opt = torch.optim.AdamW([{"params": body, "lr": a.rate}, {"params": head, "lr": 5e-4}], weight_decay=0.02, fused=device == "cuda")
    began = time.time()
    ids.read([t for s in train + apart for p in s["points"] for v in [[p["claim"], p["point"]], p["said"], p["part"], p["turned"], p["beside"]]
              for text in v for t in [text] + cut(text)] + [""])
    base = [g["lr"] for g in opt.param_groups]
    linears = [m for l in model.tuned for _, m in l.linears()]
    # What ships is the mean over the last steps.
    learnt = [p for p in model.parameters() if p.requires_grad]
    means = [p.detach().clone() for p in learnt]
    print(f"read in {time.time() - began:.0f} s", flush=True)
    loader = torch.utils.data.DataLoader(Samples(train, ids.known, a.batch, a.seed), batch_size=None, num_workers=a.workers, prefetch_factor=8 if a.workers else None)
    batches = iter(loader)
    began = time.time()
    running = 0.0
    step, said = -1, 0
    while True:
        step += 1
        share = max((time.time() - began) / a.seconds, step / a.steps)
        if share >= 1.0:
            break
        factor = min(1.0, share / 0.06) * (1 - share if share > 0.06 else 1)
        for g, lr in zip(opt.param_groups, base):
            g["lr"] = lr * factor
        if share >= 0.5 and step % 100 == 0:
            with torch.no_grad():
                for m in linears:
                    m.scale = quantise(m.weight.data)
        model.train()
        planned = [np.asarray(x) for x in next(batches)]
        labels, target = (torch.as_tensor(x).to(device) for x in planned[3:])
        with torch.autocast(device, dtype=torch.bfloat16):
            logits, point = model(*ids.of(planned))
        loss = F.cross_entropy(logits.float(), labels, label_smoothing=0.05)
        has = target.sum(1) > 0
        loss = loss + 0.3 * (-(target * F.log_softmax(point.float(), -1)).sum(1)[has]).mean()
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        with torch.no_grad():
            for mean, p in zip(means, learnt):
                mean.lerp_(p, 1 - min(0.998, (step + 1) / (step + 10)))
        running = 0.98 * running + 0.02 * loss.item() if step else loss.item()
        if share * 10 >= said:
            said += 1
            print(f"step {step + 1} loss {running:.3f} after {time.time() - began:.0f} s", flush=True)
    with torch.no_grad():
        for mean, p in zip(means, learnt):
            p.copy_(mean)
        for m in linears:
            m.scale = quantise(m.weight.data)
    if a.out:
        save(model, a, t)
    if apart:
        report(model, apart, ids, device)
    for path in a.cases:
        cases(model, ids, device, path)


def save(model, a, t):
    packed = {}
    half = lambda x: x.detach().float().cpu().numpy().astype(np.float16)

    def matrix(name, linear):
        w = linear.weight.detach().float()
        scale = quantise(w)
        safe = torch.where(scale == 0, torch.ones_like(scale), scale)
        n = ((w.reshape(-1, GROUP) / safe).round().clamp(-8, 7) + 8).to(torch.uint8).reshape(w.shape[0], -1, 2).cpu().numpy()
        packed[name + ".weight.q"] = (n[:, :, 0] | (n[:, :, 1] << 4)).astype(np.uint8)
        packed[name + ".weight.s"] = scale.reshape(w.shape[0], -1).cpu().numpy().astype(np.float16)
        packed[name + ".bias"] = half(linear.bias)

    for i, l in enumerate(model.tuned):
        p = f"encoder.layer.{model.first + i}."
        for n, m in l.linears():
            matrix(p + n, m)
        for n, m in (("attention.output.LayerNorm", l.n1), ("output.LayerNorm", l.n2)):
            packed[p + n + ".weight"], packed[p + n + ".bias"] = half(m.weight), half(m.bias)
    packed["answer_mark"] = half(model.answer_mark)
    for n, m in (("hidden", model.hidden), ("out", model.out)):
        packed[n + ".weight"], packed[n + ".bias"] = half(m.weight), half(m.bias)
    packed["point_q.weight"], packed["point_k.weight"] = half(model.point_q.weight), half(model.point_k.weight)
    save_file(packed, a.out)
    print("written", a.out, os.path.getsize(a.out), "bytes")


if __name__ == "__main__":
    main()
