"""The material: reads the stories, their claims and their questions, and puts samples together of them.

A sample is an answer in sentences; the claims and the questions to be read beside it, each with its label and, of a claim, the sentences
it rests on; and what each sentence does, where that is known.
"""

import glob, json, os, random, re
from collections import Counter
import numpy as np
import torch

from network import ABSENT, CLAIM, KINDS, PART, QUESTION, TOLD, TURNED
from states import plan

HERE = os.path.dirname(os.path.abspath(__file__))
# Files on which nothing is trained.
APART = ["t", "r10", "r4", "said3", "said6"]
# In these the entries of a place make one teller's retelling.
ONE_TELLER = "nopqst"
# An answer is cut behind so many sentences.
MOST = 16
SITUATION, TASK, ACTION, RESULT = range(4)
# So many batches are drawn together, so that each has answers of about a length.
AT_ONCE = 4


def cut(text):
    """The sentences of a text, roughly as the game cuts them."""
    return [s for s in re.split(r"(?<=[.!?…])[\"”’)]*\s+(?=[A-Z0-9\"“‘(£$€])", text.strip()) if s]


def lines(path):
    """The place and the content of each line."""
    with open(path, encoding="utf-8") as file:
        return [(i, json.loads(line)) for i, line in enumerate(file) if line.strip()]


def name_of(path):
    return os.path.basename(path).removesuffix(".jsonl")


def read_claims(path):
    stories = []
    for i, story in lines(path):
        points = [p for p in story["points"] if all(p.get(how) for how in ("said", "part", "turned", "beside"))]
        if len(points) >= 3:
            name, is_all = name_of(path), len(points) == len(story["points"])
            stories.append({"id": f"{name}{i}", "file": name, "points": points, "is_all": is_all, "wholes": [], "grades": []})
    return stories


def read_stories(path, name):
    rows = {}
    for _, row in lines(path):
        rows.setdefault(row["story"], []).append(row)
    stories = []
    for number, of in rows.items():
        does = np.zeros((len(of), len(KINDS)), np.float32)
        for s, row in enumerate(of):
            kinds = row["label"].split("+")
            does[s, [KINDS.index(kind) for kind in kinds]] = 1 / len(kinds)
        sentences, kind = [row["text"] for row in of], of[0].get("kind", "")
        stories.append({"id": f"{name}_{number}", "file": name, "sentences": sentences, "does": does, "kind": kind, "grades": []})
    return stories


def read_said(path):
    """Answers of which is known nothing but which questions they answer."""
    name = name_of(path)
    return [
        {"id": f"{name}_{i}", "file": name, "sentences": cut(row["answer"]), "grades": list(row["grades"].items())}
        for i, row in lines(path)
    ]


def load():
    """The stories with claims, those of which is known what each sentence does, and answers that are only graded."""
    claims = [s for path in sorted(glob.glob(os.path.join(HERE, "claims", "*.jsonl"))) for s in read_claims(path)]
    paths = {name_of(path): path for path in glob.glob(os.path.join(HERE, "stories", "*.jsonl"))}
    paths["labelled"] = os.path.join(HERE, "..", "labelled_stories.jsonl")
    stories = [s for name, path in sorted(paths.items()) for s in read_stories(path, name)]
    known = {s["id"]: s for s in claims}
    for _, whole in lines(os.path.join(HERE, "wholes.jsonl")):
        story = known.get(whole["story"])
        if story and story["is_all"] and len(whole["labels"]) == len(story["points"]):
            labels = [{"T": TOLD, "P": PART, "X": TURNED, "N": ABSENT}[letter] for letter in whole["labels"]]
            story["wholes"].append((cut(whole["text"])[:MOST], labels, whole["kind"]))
    known.update({s["id"]: s for s in stories})
    for _, asked in lines(os.path.join(HERE, "asked.jsonl")):
        if asked["story"] in known:
            known[asked["story"]]["grades"] += asked["grades"].items()
    said = [s for path in sorted(glob.glob(os.path.join(HERE, "said", "*.jsonl"))) for s in read_said(path)]
    return claims, stories, said


def texts(stories):
    """Everything of these stories that may stand in a sample."""
    for story in stories:
        for p in story.get("points", ()):
            for text in (p["claim"], p["point"], *p["said"], *p["part"], *p["turned"], *p["beside"]):
                yield text
                yield from cut(text)
        for sentences, _, _ in story.get("wholes", ()):
            yield from sentences
        yield from story.get("sentences", ())
        yield from (question for question, _ in story["grades"])


def questions(grades):
    return [(question, QUESTION, grade / 2, []) for question, grade in grades]


def composed_labels(rng, n):
    """How each of a story's claims is to be told."""
    style = rng.random()
    if style < 0.36:
        # Mostly told,
        chances = (0.76, 0.08, 0.06, 0.10)
    elif style < 0.54:
        # mostly turned round,
        chances = (0.14, 0.06, 0.65, 0.15)
    else:
        # or of all kinds.
        chances = (0.34, 0.14, 0.27, 0.25)
    labels = rng.choices((TOLD, PART, TURNED, ABSENT), chances, k=n)
    if 0.54 <= style < 0.70:
        # True but for what came of it.
        labels = [TOLD if rng.random() < 0.85 else ABSENT for _ in range(n - 1)] + [TURNED]
        if rng.random() < 0.4:
            labels[-2] = TURNED
    if rng.random() < 0.3:
        keep = rng.random()
        labels = [label if rng.random() < keep else ABSENT for label in labels]
    return labels


def compose(rng, story, strangers):
    """An answer that is put together of sentences whose bearing on each claim is known. Its sentences; and of each claim the label, the
    sentences it rests on, and which of its tellings was taken."""
    points = story["points"]
    labels = composed_labels(rng, len(points))
    teller = rng.randrange(3) if story["file"] in ONE_TELLER or rng.random() < 0.5 else None
    told, taken = [], []
    for p, (point, label) in enumerate(zip(points, labels)):
        k = rng.randrange(3) if teller is None else teller
        source = None
        if label == TOLD and rng.random() < 0.1:
            text = point["claim"]
        elif label == ABSENT:
            text = rng.choice(point["beside"]) if rng.random() < 0.4 else ""
        else:
            ways = point[{TOLD: "said", PART: "part", TURNED: "turned"}[label]]
            text = ways[k % len(ways)]
            source = k % len(ways) if label == TOLD else None
        told.append((text, p if label != ABSENT else None))
        taken.append((label, source))
    if rng.random() < 0.15:
        stranger = rng.choice(rng.choice(strangers)["points"])
        told.insert(rng.randrange(len(told) + 1), (rng.choice(stranger["said"]), None))
    if rng.random() < 0.1:
        rng.shuffle(told)
    sentences, on = [], [[] for _ in points]
    for text, p in told:
        for sentence in cut(text):
            if p is not None and len(sentences) < MOST:
                on[p].append(len(sentences))
            sentences.append(sentence)
    # What falls behind the cut is not there.
    marks = [(label, at, source) if at else (ABSENT, [], None) for (label, source), at in zip(taken, on)]
    return sentences[:MOST], marks


def told_somehow(rng, story, strangers):
    """As `compose`; now and then an answer that somebody told as a whole, of which the sentences behind the labels are not known."""
    if story["wholes"] and rng.random() < 0.45:
        sentences, labels, _ = rng.choice(story["wholes"])
        return sentences, [(label, [], None) for label in labels]
    sentences = []
    while not sentences:
        sentences, marks = compose(rng, story, strangers)
    return sentences, marks


def sample_claims(rng, stories):
    """All claims of a story beside an answer, each in one of its forms, and two of other stories."""
    story = rng.choice(stories)
    sentences, marks = told_somehow(rng, story, stories)
    queries = []
    for point, (label, on, source) in zip(story["points"], marks):
        form = rng.random()
        if form < 0.64:
            claim = point["claim"]
        elif form < 0.82:
            claim = point["point"]
        elif form < 0.92:
            claim = rng.choice([way for k, way in enumerate(point["said"]) if k != source])
        elif label in (TOLD, ABSENT):
            # The opposite as the claim: what told it before now turns it round.
            claim = rng.choice(point["turned"])
            label = TURNED if label == TOLD else ABSENT
        else:
            claim = point["claim"]
        queries.append((claim, CLAIM, label, on))
    for _ in range(2):
        stranger = rng.choice(stories)
        if stranger is not story:
            point = rng.choice(stranger["points"])
            queries.append((rng.choice((point["claim"], point["claim"], point["point"])), CLAIM, ABSENT, []))
    return sentences, queries, None


def telling(rng, story):
    """A story as somebody tells it who knows it."""
    if "sentences" in story:
        return story["sentences"][:MOST]
    teller = rng.randrange(-1, 3)
    wholes = [sentences for sentences, _, kind in story["wholes"] if kind in ("words", "gist", "one", "end")]
    if wholes and rng.random() < 0.3:
        return rng.choice(wholes)
    sentences = []
    for point in story["points"]:
        k = rng.randrange(-1, 3) if rng.random() < 0.2 else teller
        sentences += cut(point["claim"] if k < 0 else point["said"][k % len(point["said"])])
    return sentences[:MOST]


def drawn(rng, story, most):
    """So many of a story's questions. One that is asked of many stories is drawn more seldom of each."""
    keys = sorted(((rng.random() ** (1 / weight), grade) for weight, grade in zip(story["weights"], story["grades"])), reverse=True)
    return questions([grade for _, grade in keys[:most]])


def sample_asked(rng, stories):
    """Six questions beside a story, now and then with some sentences missing."""
    story = rng.choices(stories, [sum(s["weights"]) for s in stories])[0]
    sentences = telling(rng, story)
    if len(sentences) > 4 and rng.random() < 0.3:
        sentences = [s for s in sentences if rng.random() > 0.12] or sentences
    return sentences, drawn(rng, story, 6), None


def sample_does(rng, stories):
    """A story of which is known what each sentence does. Some are missing or moved, so that no place tells a part by itself."""
    story = rng.choice(stories)
    does = story["does"]
    at = every = list(range(len(does)))
    if len(every) > 3 and rng.random() < 0.6:
        by = rng.choice([0.15, 0.3, 0.5])
        at = [s for s in every if rng.random() > by]
        if rng.random() < 0.4:
            part = rng.choice((SITUATION, TASK, ACTION, RESULT))
            at = [s for s in at if does[s, part] == 0]
        if len(at) < 2:
            at = every
    if len(at) > 3 and rng.random() < 0.25:
        # What came of it told first, or in the middle.
        ends, rest = [s for s in at if does[s, RESULT] > 0], [s for s in at if does[s, RESULT] == 0]
        if ends and rest:
            to = rng.choice((0, len(rest) // 2))
            at = rest[:to] + ends + rest[to:]
    is_all = len(at) == len(every) <= MOST
    at = at[:MOST]
    return [story["sentences"][s] for s in at], drawn(rng, story, 2) if is_all else [], does[at]


class Samples(torch.utils.data.IterableDataset):
    """Batches for ever, each worker with a seed of its own. sizes: so many answers beside claims, beside questions, and of which is known
    what each sentence does."""

    def __init__(self, claims, stories, said, known, sizes, seed):
        asked = [s for s in claims + stories + said if s["grades"]]
        count = Counter(question for s in asked for question, _ in s["grades"])
        for s in claims + stories + said:
            s["weights"] = [count[question] ** -0.5 for question, _ in s["grades"]]
        self.sources = list(zip((sample_claims, sample_asked, sample_does), (claims, asked, stories), sizes))
        self.known, self.seed = known, seed

    def __iter__(self):
        worker = torch.utils.data.get_worker_info()
        rng = random.Random(self.seed * 1000 + (worker.id if worker else 0))
        while True:
            pools = [[sample(rng, of) for _ in range(size * AT_ONCE)] for sample, of, size in self.sources]
            for pool in pools:
                pool.sort(key=lambda sample: sum(self.known[sentence][1] for sentence in sample[0]))
            batches = [[s for pool in pools for s in pool[len(pool) // AT_ONCE * b :][: len(pool) // AT_ONCE]] for b in range(AT_ONCE)]
            rng.shuffle(batches)
            for samples in batches:
                yield {name: torch.as_tensor(x) for name, x in plan(samples, self.known).items()}
