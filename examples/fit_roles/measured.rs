//! How well stories are labelled, and how well a part that is missing is noticed.

use hotseat::interview::{
    scoring::{
        numbers::{Parts, RoleFit},
        roles::role_fit::mean_of_two,
    },
    star::Role,
    text::Text,
};

use crate::{Story, joined};

/// How the texts of a story are read.
#[derive(Clone, Copy)]
enum Way {
    Lines,
    Spaces,
    Alone,
}

/// What was told and what was found, for every text.
type Pairs = Vec<(usize, usize)>;
/// For every part the means of two of the stories that have it, and of the same stories without it.
pub type Cuts = [(Vec<f64>, Vec<f64>); 4];

/// Says how well stories were labelled, each by a fit; gives what was found of presence.
pub fn report(name: &str, stories: &[(&RoleFit, &Story)], said: &mut Vec<String>) -> Cuts {
    println!("\n== {name}");
    for (way, how) in [
        (Way::Lines, "in the story, on lines"),
        (Way::Spaces, "in the story, joined by spaces"),
        (Way::Alone, "each text alone"),
    ] {
        let pairs: Pairs =
            stories.iter().flat_map(|(fit, story)| labelled(fit, story, way)).collect();
        let line = format!("{how}: {}", agreement(&pairs));
        println!("{line}");
        println!("{}", confusion(&pairs));
        said.push(format!("{name}, {line}"));
    }
    let by_words = cuts(stories, |fit, answer| {
        mean_of_two((0..answer.sentences().len()).map(|s| fit.strength(answer, s)))
    });
    let by_all = cuts(stories, |fit, answer| mean_of_two(fit.read(answer).into_iter()));
    for (cuts, how) in [(&by_words, "own words"), (&by_all, "all that is read")] {
        let line = format!("a missing part noticed (AUC) by {how}: {}", noticed(cuts));
        println!("{line}");
        said.push(format!("{name}, {line}"));
    }
    by_words
}

/// The label and the likeliest part of each text of a story.
fn labelled(fit: &RoleFit, story: &Story, way: Way) -> Pairs {
    let texts = || story.texts.iter().map(|(_, text)| text);
    let (answer, ends) = match way {
        Way::Lines => joined(texts(), "\n"),
        Way::Spaces => joined(texts(), " "),
        Way::Alone => {
            let alone = |(label, text): &(usize, String)| {
                let answer = Text::read(text);
                (*label, likeliest(&answer, &fit.read(&answer), 0, text.len()))
            };
            return story.texts.iter().map(alone).collect();
        }
    };
    let parts = fit.read(&answer);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let spans = starts.zip(&ends);
    let found = spans.map(|(start, end)| likeliest(&answer, &parts, start, *end));
    story.texts.iter().map(|(label, _)| *label).zip(found).collect()
}

/// The likeliest part of a passage, its sentences counting by how many bytes of it they hold.
fn likeliest(answer: &Text, parts: &[Parts], start: usize, end: usize) -> usize {
    let mut sum = [0.0; 4];
    for (sentence, parts) in answer.sentences().iter().zip(parts) {
        let shared = sentence.span.end.min(end).saturating_sub(sentence.span.start.max(start));
        for (all, part) in sum.iter_mut().zip(parts) {
            *all += shared as f64 * part;
        }
    }
    (1..4).fold(0, |best, r| if sum[r] > sum[best] { r } else { best })
}

fn agreement(pairs: &Pairs) -> String {
    let right = pairs.iter().filter(|(told, found)| told == found).count();
    let f1: Parts = std::array::from_fn(|r| {
        let both = pairs.iter().filter(|(told, found)| *told == r && *found == r).count();
        let either = pairs.iter().filter(|(told, _)| *told == r).count()
            + pairs.iter().filter(|(_, found)| *found == r).count();
        2.0 * both as f64 / either.max(1) as f64
    });
    format!(
        "accuracy {:.3}, macro-F1 {:.3} (S {:.2}, T {:.2}, A {:.2}, R {:.2}), {} texts",
        right as f64 / pairs.len().max(1) as f64,
        f1.iter().sum::<f64>() / 4.0,
        f1[0],
        f1[1],
        f1[2],
        f1[3],
        pairs.len()
    )
}

/// A row for each label, a column for each part that was found.
fn confusion(pairs: &Pairs) -> String {
    let row = |told: usize| {
        let count = |found: usize| pairs.iter().filter(|pair| **pair == (told, found)).count();
        let cells: Vec<String> = (0..4).map(|found| format!("{:4}", count(found))).collect();
        format!("    {} {}", Role::ALL[told].letter(), cells.join(""))
    };
    (0..4).map(row).collect::<Vec<_>>().join("\n")
}

/// Each part's presence in the stories that have it, and in the same stories with all of it taken out.
fn cuts(stories: &[(&RoleFit, &Story)], presence: impl Fn(&RoleFit, &Text) -> Parts) -> Cuts {
    let mut cuts = Cuts::default();
    for (fit, story) in stories {
        let whole = presence(fit, &joined(story.texts.iter().map(|(_, text)| text), "\n").0);
        for r in 0..4 {
            let rest: Vec<&String> =
                story.texts.iter().filter(|(label, _)| *label != r).map(|(_, text)| text).collect();
            if rest.len() > 1 && rest.len() < story.texts.len() {
                cuts[r].0.push(whole[r]);
                cuts[r].1.push(presence(fit, &joined(rest.into_iter(), "\n").0)[r]);
            }
        }
    }
    cuts
}

fn noticed(cuts: &Cuts) -> String {
    let auc = |(with, without): &(Vec<f64>, Vec<f64>)| {
        let mut above = 0.0;
        for (a, b) in with.iter().flat_map(|a| without.iter().map(move |b| (a, b))) {
            above += if a > b { 1.0 } else { 0.5 * f64::from(u8::from(a == b)) };
        }
        above / (with.len() * without.len()).max(1) as f64
    };
    let [s, t, a, r] = cuts.each_ref().map(auc);
    format!("S {s:.3}, T {t:.3}, A {a:.3}, R {r:.3}")
}

/// The value below which this share of them lies.
pub fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = ((values.len() - 1) as f64 * share).round() as usize;
    values.get(at).copied().unwrap_or(0.0)
}
