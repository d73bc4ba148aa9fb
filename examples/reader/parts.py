"""Trains the reader of parts: what each sentence of an answer does in it.

    python3 examples/reader/parts.py --out assets/encoder/parts.safetensors

Eight kinds: Situation, Task, Action, Result, a lesson, a view, a plan, and none of these. Two small networks weigh what the last layers of
the sentence encoder made of a sentence, one of the sentence alone, one with its neighbours and its place. It takes PyTorch and a
processor for some minutes. Each set of stories is first read by networks that were trained on all others; those figures are printed.
"""

import argparse, json, os
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.numpy import load_file, save_file

import train as reader

KINDS = "STARLVPO"
LAYERS = (3, 4, 5, 6)


def read(path):
    stories = {}
    for line in open(path, encoding="utf-8"):
        if line.strip():
            o = json.loads(line)
            stories.setdefault(o["story"], []).append((o["text"], o["label"].split("+")))
    return list(stories.values())


@torch.no_grad()
def values(model, ids, story):
    rows = [ids.ids(text) for text, _ in story]
    n = max(map(len, rows))
    at = torch.tensor([r + [0] * (n - len(r)) for r in rows])
    mask = torch.tensor([[True] * len(r) + [False] * (n - len(r)) for r in rows])
    states = model.states(at, mask)
    m = mask[:, :, None].float()
    own = torch.cat([(states[k] * m).sum(1) / m.sum(1) for k in LAYERS], -1)
    labels = torch.zeros(len(story), len(KINDS))
    for s, (_, kinds) in enumerate(story):
        for kind in kinds:
            labels[s, KINDS.index(kind)] = 1 / len(kinds)
    return own, labels


def placed(own):
    n = len(own)
    nothing = torch.zeros(1, own.shape[1])
    place = torch.tensor([[s / max(1, n - 1), float(s == 0), float(s == n - 1), (s / max(1, n - 1)) ** 2] for s in range(n)])
    return torch.cat([own, torch.cat([nothing, own[:-1]]), torch.cat([own[1:], nothing]), place], -1)


def cuts(rng, own, labels):
    """A story as it is, and without some of its sentences, so that no place tells a part by itself."""
    if len(own) > 3 and rng.random() < 0.6:
        keep = rng.random(len(own)) > rng.choice([0.15, 0.3, 0.5])
        if rng.random() < 0.4:
            part = rng.integers(0, 4)
            keep &= (labels[:, part] == 0).numpy()
        if keep.sum() >= 2:
            return own[keep], labels[keep]
    return own, labels


class Weighing(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.hidden, self.out = nn.Linear(width, 64), nn.Linear(64, len(KINDS))
        self.first, self.second = nn.Dropout(0.5), nn.Dropout(0.3)

    def forward(self, x):
        return self.out(self.second(F.gelu(self.hidden(self.first(x)))))


def train(stories, around, epochs, seed=0):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    shape = placed if around else (lambda own: own)
    everything = torch.cat([shape(own) for own, _ in stories])
    mean, spread = everything.mean(0), everything.std(0) + 1e-2
    net = Weighing(everything.shape[1])
    opt = torch.optim.AdamW(net.parameters(), 1e-3, weight_decay=0.1)
    for epoch in range(epochs):
        for group in opt.param_groups:
            group["lr"] = 1e-3 * (1 - epoch / epochs) + 1e-5
        seen = [cuts(rng, own, labels) for own, labels in stories]
        x, y = torch.cat([(shape(own) - mean) / spread for own, _ in seen]), torch.cat([labels for _, labels in seen])
        net.train()
        order = torch.randperm(len(x))
        for i in range(0, len(x), 64):
            at = order[i : i + 64]
            loss = -(y[at] * F.log_softmax(net(x[at]), -1)).sum(1).mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
    net.eval()
    # The scaling goes into the first layer.
    with torch.no_grad():
        net.hidden.bias -= (net.hidden.weight * (mean / spread)).sum(1)
        net.hidden.weight /= spread
    return lambda own: torch.softmax(net(shape(own)), -1), net


def two_best(p):
    best = np.sort(p)[::-1][:2]
    return best.sum() / 2


@torch.no_grad()
def report(name, stories, alone, around):
    for how, net in (("alone", alone), ("placed", around)):
        guess = torch.cat([net(own) for own, _ in stories])
        truth = torch.cat([labels for _, labels in stories])
        one = truth.max(1).values > 0.9
        g, t = guess.argmax(1), truth.argmax(1)
        four = one & (t < 4)
        areas = [reader.auc(guess[truth[:, k] > 0, k].numpy(), guess[truth[:, k] == 0, k].numpy()) for k in range(6)]
        print(f"{name} {how}: {int(one.sum())} sentences, right of eight {(g[one] == t[one]).float().mean():.3f}, of four"
              f" {(guess[four][:, :4].argmax(1) == t[four]).float().mean():.3f}; AUC S T A R L V {' '.join(f'{a:.3f}' for a in areas)}")


@torch.no_grad()
def presence(stories, net):
    """For each part the mean of its two best sentences, in stories that have it and in the same without it."""
    out = [([], []) for _ in range(4)]
    for own, labels in stories:
        for part in range(4):
            has = labels[:, part] > 0
            if has.any() and (~has).sum() >= 2:
                out[part][0].append(two_best(net(own)[:, part].numpy()))
                out[part][1].append(two_best(net(own[~has])[:, part].numpy()))
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--out")
    a.add_argument("--sets", nargs="*", default=None)
    a.add_argument("--epochs", type=int, default=60)
    a = a.parse_args()
    torch.set_num_threads(2)
    weights = load_file(os.path.join(reader.ROOT, "assets/encoder/minilm-l6.safetensors"))
    model = reader.Reader(weights, reader.LAYERS - 1)
    ids = reader.States(model, "cpu")
    folder = os.path.join(reader.HERE, "stories")
    paths = a.sets or sorted(os.path.join(folder, n) for n in os.listdir(folder)) + [os.path.join(reader.HERE, "..", "labelled_stories.jsonl")]
    sets = {os.path.basename(path): [values(model, ids, story) for story in read(path)] for path in paths}
    held = [([], []) for _ in range(4)]
    alone_held = [([], []) for _ in range(4)]
    for name, stories in sets.items():
        others = [s for other, of in sets.items() if other != name for s in of]
        alone, around = train(others, False, a.epochs)[0], train(others, True, a.epochs)[0]
        report(name, stories, alone, around)
        for to, net in ((alone_held, alone), (held, around)):
            for part, (has, lacks) in enumerate(presence(stories, net)):
                to[part][0].extend(has)
                to[part][1].extend(lacks)
    for name, of in (("alone", alone_held), ("placed", held)):
        for part, (has, lacks) in enumerate(of):
            print(f"{name} {KINDS[part]}: AUC of a part that is there {reader.auc(has, lacks):.3f}; without it median {np.median(lacks):.3f}, with it lower quartile {np.quantile(has, 0.25):.3f}")
    if a.out:
        every = [s for of in sets.values() for s in of]
        packed = {}
        for name, around in (("alone", False), ("placed", True)):
            net = train(every, around, a.epochs)[1]
            for part in ("hidden", "out"):
                for kind in ("weight", "bias"):
                    packed[f"{name}.{part}.{kind}"] = getattr(getattr(net, part), kind).detach().numpy().astype(np.float16)
        save_file(packed, a.out)
        print("written", a.out, os.path.getsize(a.out), "bytes")


if __name__ == "__main__":
    main()
