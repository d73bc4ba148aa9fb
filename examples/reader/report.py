"""How well a reader reads what was kept apart. `train.py` prints it at the end; of packed weights it is printed by

    python3 examples/reader/report.py assets/encoder/reader.safetensors

AUC: how likely the one is put above the other, of two that are drawn by chance.
"""

import argparse, random
import numpy as np
import torch

from material import APART, MOST, RESULT, compose, load, questions, telling
from network import ABSENT, CLAIM, KINDS, QUESTION, TOLD, TURNED, Encoder, Reader, encoder_weights
from states import States, autocast, plan


def auc(above, below):
    above, below = np.asarray(above), np.asarray(below)
    if not len(above) or not len(below):
        return float("nan")
    order = np.argsort(np.concatenate([below, above]), kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    return (ranks[len(below) :].sum() - len(above) * (len(above) + 1) / 2) / (len(above) * len(below))


def listed(figures, form=".3f"):
    return ", ".join(f"{name} {figure:{form}}" for name, figure in figures.items())


@torch.no_grad()
def read(reader, states, samples):
    """Of each sample the shares of the four labels and the sentence shown, of each claim; how far each question is answered; and the
    shares of what each sentence does."""
    reader.eval()
    states.read(text for sentences, queries, _ in samples for text in (*sentences, *(query[0] for query in queries)))
    out = [None] * len(samples)
    order = sorted(range(len(samples)), key=lambda i: len(samples[i][0]))
    for begin in range(0, len(order), 64):
        at = order[begin : begin + 64]
        planned = plan([samples[i] for i in at], states.known)
        with autocast(states.device):
            labels, rests, answered, does = (x.float() for x in reader(states.batch(planned)))
        labels, does = (torch.softmax(x, -1).cpu().numpy() for x in (labels, does))
        shown, answered = rests.argmax(-1).cpu().numpy(), answered.cpu().numpy()
        for k, i in enumerate(at):
            claims, questions = (planned["of"][planned["kind"] == kind] == k for kind in (CLAIM, QUESTION))
            out[i] = (labels[claims], shown[claims], answered[questions], does[k, : len(samples[i][0])])
    return out


def labelled(samples):
    return np.array([label for _, queries, _ in samples for _, _, label, _ in queries])


def told_and_turned(name, shares, truth):
    told, turned = shares[:, TOLD], shares[:, TURNED]
    over = lambda share, label, others: auc(share[truth == label], share[others])
    print(f"{name}: {len(truth)} claims, right of four {np.mean(shares.argmax(1) == truth):.3f}; AUC of told:", listed({
        "over absent": over(told, TOLD, truth == ABSENT), "over turned": over(told, TOLD, truth == TURNED),
    }), end="; ")
    print("of turned:", listed({
        "over told": over(turned, TURNED, truth == TOLD), "over all others": over(turned, TURNED, truth != TURNED),
    }))


def composed(reader, states, claims):
    """Four answers of each story, put together of sentences whose bearing is known."""
    samples = []
    for i, story in enumerate(claims):
        rng = random.Random(i)
        for sentences, marks in (compose(rng, story, [story]) for _ in range(4)):
            if sentences:
                queries = [(p["claim"], CLAIM, label, on) for p, (label, on, _) in zip(story["points"], marks)]
                samples.append((sentences, queries, None))
    got = read(reader, states, samples)
    shown = [s in query[3] for g, (_, queries, _) in zip(got, samples) for s, query in zip(g[1], queries) if query[3]]
    told_and_turned("put together", np.concatenate([g[0] for g in got]), labelled(samples))
    print(f"  sentence shown {np.mean(shown):.3f}")


def wholes(reader, states, claims):
    """Answers that were told as a whole."""
    samples, kinds = [], []
    for story in claims:
        for sentences, labels, kind in story["wholes"]:
            samples.append((sentences, [(p["claim"], CLAIM, label, []) for p, label in zip(story["points"], labels)], None))
            kinds.append(kind)
    if not samples:
        return
    got = read(reader, states, samples)
    shares, truth = np.concatenate([g[0] for g in got]), labelled(samples)
    told_and_turned("told as a whole", shares, truth)
    told, turned = shares[:, TOLD], shares[:, TURNED]
    kind = np.repeat(kinds, [len(g[0]) for g in got])
    end, words = kind == "end", (kind == "words") & (truth == TOLD)
    print(f"  words: mean told {np.mean(told[words]):.2f}, under .2 {np.mean(told[words] < 0.2):.3f}", end="; ")
    print(f"end: AUC of turned, over told {auc(turned[end & (truth == TURNED)], turned[end & (truth == TOLD)]):.3f}")
    edge = np.quantile(turned[truth != TURNED], 0.99)
    print(f"  turned seen, at 1 % of the others: {np.mean(turned[truth == TURNED] > edge):.3f} (from {edge:.2f})")
    means = {kind: [g[0][:, TURNED].mean() for g, of in zip(got, kinds) if of == kind] for kind in dict.fromkeys(kinds)}
    print("  an answer's mean of turned:", listed({kind: np.mean(of) for kind, of in means.items()}, ".2f"), end="; ")
    by_turned, by_words, by_vague = (means.get(kind, []) for kind in ("turned", "words", "vague"))
    over = {"over words": auc(by_turned, by_words), "over words and vague": auc(by_turned, by_words + by_vague)}
    print("AUC of kind turned:", listed(over))


def asked(name, reader, states, all_):
    """Questions beside stories, of those with claims beside three tellings."""
    samples = []
    for story in all_:
        if story["grades"]:
            tellings = [telling(random.Random(k), story) for k in range(3 if "points" in story else 1)]
            samples += [(sentences, questions(story["grades"]), None) for sentences in tellings]
    got = read(reader, states, samples)
    answered, grade = np.concatenate([g[2] for g in got]), 2 * labelled(samples)
    no, half, yes = (answered[grade == g] for g in range(3))
    print(f"asked{name}: {len(grade)} grades; AUC", listed({"2 over 0": auc(yes, no), "1 over 0": auc(half, no), "2 over 1": auc(yes, half)}))
    print("  0 seen, at so many of the 2:", listed({f"{q} %": np.mean(no < np.quantile(yes, q / 100)) for q in (1, 3, 5)}))


def does(reader, states, stories):
    """What each sentence does. It takes no question, so any will do."""
    got = read(reader, states, [(s["sentences"][:MOST], [("What happened?", QUESTION, 0, [])], None) for s in stories])
    shares, truth = np.concatenate([g[3] for g in got]), np.concatenate([s["does"][:MOST] for s in stories])
    one, best = truth.max(1) > 0.9, truth.argmax(1)
    four = one & (best <= RESULT)
    right, right_of_four = shares.argmax(1) == best, shares[:, : RESULT + 1].argmax(1) == best
    print(f"does: {len(truth)} sentences, right of eight {np.mean(right[one]):.3f}, of S, T, A, R {np.mean(right_of_four[four]):.3f}; AUC",
          listed({kind: auc(shares[truth[:, k] > 0, k], shares[truth[:, k] == 0, k]) for k, kind in enumerate(KINDS[:6])}))
    full, cut = ([g[3][:, RESULT].max() for g, s in zip(got, stories) if kind in s["kind"]] for kind in ("full", "cut"))
    print(f"  the likeliest R of each story: AUC of full over cut {auc(full, cut):.3f}", flush=True)


def report(reader, states, claims, stories, said):
    if claims:
        composed(reader, states, claims)
        wholes(reader, states, claims)
    for name, of in (("", claims + stories), (" of more answers", said)):
        if any(s["grades"] for s in of):
            asked(name, reader, states, of)
    if stories:
        does(reader, states, stories)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("weights")
    a.add_argument("--apart", nargs="*", default=APART, help="the files to read")
    a = a.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    apart = [[s for s in of if s["file"] in a.apart] for of in load()]
    weights = encoder_weights()
    states, reader = States(Encoder(weights).to(device), device), Reader(weights).to(device)
    reader.unpack(a.weights)
    report(reader, states, *apart)


if __name__ == "__main__":
    main()
