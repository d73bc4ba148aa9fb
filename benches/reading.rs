//! How long reading takes: an hour's talk in every form, in bytes a second.
//!
//! ```text
//! taskset -c 0 cargo bench --no-default-features --bench reading
//! ```

use divan::{Bencher, counter::BytesCount};
use hotseat::interview::{
    importing,
    transcript::{self, edits::Edits},
};

#[path = "../tests/core/forms/interview.rs"]
mod interview;
#[path = "../tests/core/forms/written.rs"]
mod written;

use interview::{Asked, INTERVIEWS, Interview};

/// The words of an hour's talk, in bytes.
const AN_HOUR: usize = 60_000;

fn main() {
    divan::main();
}

/// The forms by their names, and what writes each.
fn forms() -> Vec<(&'static str, fn(&Interview) -> Vec<u8>)> {
    let banks = written::BANKS.iter().map(|(name, _, write)| (*name, *write));
    let nameless = written::NAMELESS.iter().copied();
    written::TALKS.iter().copied().chain(banks).chain(nameless).collect()
}

fn names() -> impl Iterator<Item = &'static str> {
    forms().into_iter().map(|(name, _)| name)
}

/// An hour's talk in one of the forms: the interview again and again.
fn an_hour(form: &str) -> Vec<u8> {
    let once = &INTERVIEWS[0];
    let words: usize = once.asked.iter().map(|one| one.question.len() + one.answer.len()).sum();
    let count = once.asked.len() * AN_HOUR.div_ceil(words);
    let asked: Vec<Asked> =
        once.asked.iter().cycle().take(count).map(|one| Asked { ..*one }).collect();
    let long = Interview { asked: asked.leak(), ..*once };
    let writer = forms().into_iter().find(|(name, _)| *name == form);
    writer.map(|(_, write)| write(&long)).unwrap_or_default()
}

/// A file becomes a transcript.
#[divan::bench(args = names())]
fn reading(bencher: Bencher, form: &str) {
    let bytes = an_hour(form);
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| transcript::read(&bytes));
}

/// A file becomes a transcript and the draft of a scenario.
#[divan::bench(args = ["Otter", "Zoom's WebVTT"])]
fn importing_whole(bencher: Bencher, form: &str) {
    let bytes = an_hour(form);
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| importing::import(&bytes, &Edits::default()));
}
