//! How long judging takes: one answer, a keystroke, a batch, and texts from 50 to 2,000 words.
//!
//! The texts are drawn by a seed from the sentences of the scenario that ships with the game. Where the build has the
//! sentence encoder, everything is judged with it; `words_alone` is what is done at once until it has started.
//!
//! ```text
//! taskset -c 0 cargo bench --no-default-features --features meaning    # one core, on Linux
//! ```

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use hotseat::interview::{
    scenario::Scenario,
    scoring::{Scorer, Story, engine::Engine, judgement::batch::Batch},
};
use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

/// Counts what is held, so that a batch that keeps its rows is seen.
#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SCENE: &str = include_str!("../scenes/senior-pm-promotion.scenario.ron");
const SEED: u64 = 7;
/// The words of a usual answer.
const USUAL: usize = 150;
/// The words of an answer that is being typed.
const LONG: usize = 200;

fn main() {
    divan::main();
}

fn scenario() -> Scenario {
    Scenario::from_ron(SCENE).expect("the scenario that ships with the game is in order")
}

/// Sentences of the scenario's answers, drawn by the seed, until there are so many words.
fn text(words: usize, seed: u64) -> String {
    let scenario = scenario();
    let sentences: Vec<_> = scenario.questions().iter().flat_map(|q| q.model.sentences()).collect();
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut drawn: Vec<&str> = Vec::new();
    while drawn.len() < words {
        let sentence = sentences[chance.random_range(0..sentences.len())];
        drawn.extend(sentence.text.split_whitespace());
    }
    drawn.truncate(words);
    drawn.join(" ")
}

/// A scoring engine for the scenario, with the encoder where the build has it.
fn scorer(scenario: &Scenario) -> Scorer {
    Scorer::of(scenario).with(engine())
}

/// The best engine of the build.
fn engine() -> Engine {
    Engine::load().unwrap_or_default()
}

/// The first answer to a scenario: its references are read too.
#[divan::bench]
fn cold(bencher: Bencher) {
    let (scenario, answer) = (scenario(), text(USUAL, SEED));
    bencher.bench(|| scorer(&scenario).assess(0, black_box(&answer), Story::This));
}

/// A new answer to a question that was answered before.
#[divan::bench]
fn new_answer(bencher: Bencher) {
    let scorer = scorer(&scenario());
    let mut seed = SEED;
    bencher
        .with_inputs(|| {
            seed += 1;
            // No sentence is one that was read before.
            text(USUAL, seed).replace('.', &format!(" {seed}."))
        })
        .bench_local_values(|answer| scorer.assess(0, black_box(&answer), Story::This));
}

/// An answer that was judged before, judged again.
#[divan::bench]
fn warm(bencher: Bencher) {
    let (scorer, answer) = (scorer(&scenario()), text(USUAL, SEED));
    bencher.bench(|| scorer.assess(0, black_box(&answer), Story::This));
}

/// The judgement after one more letter of an answer that is being typed: it is made beside the thread that draws.
#[divan::bench]
fn keystroke(bencher: Bencher) {
    after_a_letter(bencher, &scorer(&scenario()));
}

/// The same by words alone, as it is made on the thread that draws until the encoder has started.
#[divan::bench]
fn keystroke_by_words(bencher: Bencher) {
    after_a_letter(bencher, &Scorer::of(&scenario()));
}

fn after_a_letter(bencher: Bencher, scorer: &Scorer) {
    let mut answer = text(LONG, SEED);
    let whole = answer.len();
    bencher.bench_local(|| {
        if answer.len() > whole + 40 {
            answer.truncate(whole);
        }
        answer.push('e');
        scorer.assess(0, black_box(&answer), Story::This)
    });
}

/// A thousand lines of JSON, each with a reference of its own; `max alloc` shows that none is kept.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn batch_of_1000(bencher: Bencher) {
    let scenario = scenario();
    let engine = engine();
    let lines: Vec<String> = (0..1000_u64)
        .map(|row| {
            let question = &scenario.questions()[row as usize % scenario.questions().len()];
            let line = serde_json::json!({
                "id": row,
                "question": question.text,
                "references": [question.model.text()],
                "answer": text(50, row),
            });
            line.to_string()
        })
        .collect();
    let batch = Batch { story: Story::This, engine, scene: None };
    bencher.counter(ItemsCount::new(lines.len())).bench(|| {
        for (line, number) in lines.iter().zip(1..) {
            black_box(batch.judge(line).to_json(number));
        }
    });
}

/// Time that grows as the answer does.
#[divan::bench(args = [50, 100, 200, 500, 1000, 2000])]
fn words(bencher: Bencher, words: usize) {
    let (scorer, answer) = (scorer(&scenario()), text(words, SEED));
    bencher
        .counter(ItemsCount::new(words))
        .bench(|| scorer.assess(0, black_box(&answer), Story::This));
}
