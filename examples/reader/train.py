"""Trains the reader: whether an answer tells a claim, whether it answers a question, and what each of its sentences does.

    python3 examples/reader/train.py --out assets/encoder/reader.safetensors --seconds 385 --workers 6

It takes PyTorch, tokenizers and safetensors, and one graphics card for some minutes (a processor for many hours). Nothing but what is in
this repository is read: the weights of the sentence encoder as they ship, and the material beside this file. In the second half of the
training the layers compute with their weights in 4 bits, as they are packed. What is packed is the mean over the last steps; at the end it
is read on what was kept apart.
"""

import argparse, time
import torch
import torch.nn.functional as F

from material import APART, Samples, load, texts
from network import CLAIM, Encoder, Reader, encoder_weights
from report import report
from states import States

# The layers learn at the rate that is asked for, the heads at this one.
HEADS_RATE = 5e-4
# What the losses weigh: of the labels, of where a claim rests, of the questions, and of what the sentences do.
WEIGHTS = (1.0, 0.3, 1.0, 0.5)
# In this share of the time the rates rise, in the rest they fall.
RISE = 0.06


def arguments():
    a = argparse.ArgumentParser()
    a.add_argument("--out", help="where the packed weights go")
    a.add_argument("--steps", type=int, default=100000)
    a.add_argument("--seconds", type=float, default=1e9, help="or so long, whichever is over first")
    sizes = "so many answers a step beside claims, beside questions, and of which is known what each sentence does"
    a.add_argument("--sizes", nargs=3, type=int, default=[40, 18, 12], help=sizes)
    a.add_argument("--rate", type=float, default=2.5e-4)
    a.add_argument("--decay", type=float, default=0.05)
    a.add_argument("--seed", type=int, default=8)
    a.add_argument("--workers", type=int, default=0)
    a.add_argument("--apart", nargs="*", default=APART, help="files on which nothing is trained")
    a.add_argument("--begin", help="packed weights to begin with, in place of the encoder's last layers")
    a.add_argument("--only-questions", action="store_true", help="learn nothing but how questions are read")
    a.add_argument("--few", type=int, help="only so many stories of each kind, to see that it runs")
    return a.parse_args()


def losses(made, labels, device):
    """Each of the four, zero where the batch has nothing of it."""
    labelled, rests, answered, does = (x.float() for x in made)
    kind, label, on, doing = (labels[name].to(device, non_blocking=True) for name in ("kind", "label", "rests", "does"))
    claim, known = kind == CLAIM, doing.sum(-1) > 0
    on = on[claim]
    rested = on.sum(1) > 0
    mean = lambda x: x.mean() if len(x) else x.sum()
    across = lambda truth, weights: -(truth * F.log_softmax(weights, -1)).sum(-1)
    # No label is quite sure.
    return (
        mean(F.cross_entropy(labelled, label[claim].long(), label_smoothing=0.05, reduction="none")),
        mean(across(on[rested], rests[rested])),
        mean(F.binary_cross_entropy_with_logits(answered, label[~claim] * 0.94 + 0.03, reduction="none")),
        mean(across(doing[known], does[known])),
    )


def train(reader, states, samples, a):
    device = states.device
    stacked = [p for layer in reader.learning().values() for p in layer.parameters()]
    others = [p for p in reader.others().values() if p.requires_grad]
    learnt = stacked + others
    groups = [{"params": stacked, "lr": a.rate}, {"params": others, "lr": HEADS_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=a.decay, fused=device == "cuda")
    rates = [group["lr"] for group in optimiser.param_groups]
    means = [p.detach().clone() for p in learnt]
    ahead = 8 if a.workers else None
    batches = iter(torch.utils.data.DataLoader(samples, batch_size=None, num_workers=a.workers, prefetch_factor=ahead))
    reader.train()
    # What does not learn reads as it will.
    for layer in reader.layers().values():
        layer.train(layer.done.weight.requires_grad)
    began, said, step = time.time(), 0, 0
    while (share := max((time.time() - began) / a.seconds, step / a.steps)) < 1.0:
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * (share / RISE if share < RISE else 1 - share)
        if share >= 0.5 and step % 100 == 0:
            reader.rescale()
        planned = next(batches)
        # In half precision: what a processor needs then is half the time too.
        with torch.autocast(device, dtype=torch.bfloat16):
            made = reader(states.batch(planned))
        each = losses(made, planned, device)
        optimiser.zero_grad(set_to_none=True)
        sum(weight * loss for weight, loss in zip(WEIGHTS, each) if loss.requires_grad).backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimiser.step()
        step += 1
        with torch.no_grad():
            torch._foreach_lerp_(means, learnt, 1 - min(0.998, step / (step + 9)))
        if step % 10 == 1:
            now = torch.stack(each).detach()
            running = now if step == 1 else 0.9 * running + 0.1 * now
        if share * 10 >= said:
            said += 1
            print(f"step {step} losses {' '.join(f'{x:.3f}' for x in running.tolist())} after {time.time() - began:.0f} s", flush=True)
    with torch.no_grad():
        for p, mean in zip(learnt, means):
            p.copy_(mean)
    reader.rescale()
    print(step, "steps", flush=True)


def main():
    a = arguments()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(a.seed)
    parted = [([s for s in of if s["file"] not in a.apart], [s for s in of if s["file"] in a.apart]) for of in load()]
    of, apart = ([part[is_apart][: a.few] for part in parted] for is_apart in (0, 1))
    wholes, grades = sum(len(s["wholes"]) for s in of[0]), sum(len(s["grades"]) for part in of for s in part)
    print(f"{len(of[0])} stories with claims, {wholes} told as a whole, {len(of[1])} with what each sentence does, {len(of[2])} more answers,"
          f" {grades} grades; apart {[len(part) for part in apart]}; on {device}", flush=True)
    weights = encoder_weights()
    states = States(Encoder(weights).to(device), device)
    reader = Reader(weights).to(device)
    if a.begin:
        reader.unpack(a.begin)
    if a.only_questions:
        reader.only_questions()
    began = time.time()
    states.read(texts([s for part in of + apart for s in part]))
    print(f"read {len(states.known)} texts, {states.count} tokens in {time.time() - began:.0f} s", flush=True)
    train(reader, states, Samples(*of, states.known, a.sizes, a.seed), a)
    if a.out:
        reader.pack(a.out, a.begin)
    report(reader, states, *apart)


if __name__ == "__main__":
    main()
