//! How far an answer says the key points of a model answer.
//!
//! A key point is a bag of weighted words and figures. It is looked for in every sentence of the answer and every pair
//! of neighbours, because people split and join sentences when they retell; the best place counts.

pub mod encoder;
pub mod fitted;
pub mod match_features;
pub mod reference;

mod changed;
pub(super) mod claims;
pub(super) mod denials;
mod directions;
pub(super) mod endings;
mod place;
mod said;
mod search;
mod turned;

pub(super) mod polarity;
pub(super) mod targets;
pub(super) mod word_similarity;

use std::{ops::RangeInclusive, sync::Arc};

use crate::interview::{
    scoring::{
        assessment::Coverage,
        closeness::{
            encoder::{ClaimReading, Embedding, Encoder, Passage, WholeAnswer},
            match_features::{MatchFeatures, Meanings, Pairs, Sketch, SketchComparison},
            polarity::Reversal,
            reference::Model,
            search::Search,
            targets::Target,
            turned::Turned,
            word_similarity::WordKey,
        },
        numbers::{Gates, MatchFit, Numbers, Points},
    },
    text::{Span, Text},
};

/// So many sentences in a row are read together.
const LONGEST_STRETCH: usize = 3;

fn points() -> &'static Points {
    &Numbers::shipped().comparing.points
}

fn gates() -> &'static Gates {
    &Numbers::shipped().gates
}

/// What was found for one key point.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) score: f32,
    pub(super) coverage: Coverage,
    /// What was compared, as the fitted numbers weigh it.
    pub(super) traits: MatchFeatures,
    /// The sentence where it is said best.
    pub(super) sentence: Option<usize>,
    /// Whether that sentence is so much nearer to it than any other that it can be shown for it.
    pub(super) is_there: bool,
    /// Figures of the key point that the place lacks, as indices.
    pub(super) missing: Vec<Span>,
    /// Figures that the place has instead: of the key point, of the answer.
    pub(super) changed: Vec<(Span, Span)>,
    /// What the answer says of it as a claim; nothing where claims are not read.
    pub(super) claim: ClaimReading,
    /// The words that turn the key point round.
    pub(super) reversed: Option<Reversal>,
    /// Words of its place that deny one of its own, where the answer denies more than a way of speaking does.
    pub(super) denied: Option<Span>,
    /// Whether its place says another key point better, and it not surely.
    pub(super) outdone: bool,
    /// Whether it tells the end, which the answer leaves out.
    pub(super) is_open_end: bool,
}

impl Found {
    /// How far it is said, as it is shown: without its figure, with a word of it denied, or where its place is rather about
    /// another point, it is not wholly said.
    pub(super) fn told(&self) -> Coverage {
        let is_another = self.outdone && !self.claim.may_be_told();
        let is_open = !self.missing.is_empty() || self.denied.is_some() || is_another;
        match self.coverage {
            Coverage::Hit if is_open => Coverage::Partly,
            coverage => coverage,
        }
    }

    /// Whether nothing like it is said, so that it is surely not told in other words.
    pub(super) fn is_surely_unsaid(&self) -> bool {
        self.coverage == Coverage::Missed && (self.score < points().unsaid || self.is_open_end)
    }

    /// Whether it was not heard and may have been said in words that are not understood here.
    pub(super) fn is_perhaps_said(&self) -> bool {
        self.coverage == Coverage::Missed && !self.is_surely_unsaid()
    }
}

/// What the answer says of a model answer.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    pub(super) found: Vec<Found>,
    /// For each sentence of the answer, how far it says any key point, from 0 to 1.
    pub(super) aligned: Vec<f32>,
    /// The mean of the key points by weight, from 0 to 1.
    pub(super) closeness: f32,
    /// Where the answer may deny the model answer; read for *this story* alone.
    pub(super) denials: Vec<Span>,
    /// Where it turns a sentence of the model answer round; read for *this story* alone.
    pub(super) turned: Vec<Turned>,
    /// How likely the key points are turned round, on average; nothing where claims are not read.
    pub(super) turned_share: Option<f32>,
    /// Whether nearly all is told but what came of it.
    pub(super) is_unended: bool,
}

impl Alignment {
    /// Whether a key point that is told, wholly or in part, rests on a sentence.
    pub(super) fn is_rested_on(&self, sentence: usize) -> bool {
        let claimed = Numbers::shipped().relevance.substance.claimed;
        let mut claims = self.found.iter().map(|found| &found.claim);
        claims.any(|claim| claim.sentence == Some(sentence) && claim.heard() >= claimed)
    }
}

/// The directions of an answer's sentences and of what it is compared with.
pub(super) struct AnswerEmbeddings {
    passages: Vec<Arc<Passage>>,
    sentences: Vec<Arc<Embedding>>,
    question: Arc<Embedding>,
}

impl AnswerEmbeddings {
    /// Reads the directions of an answer and of the question it is an answer to.
    pub(super) fn read(meaning: &Encoder, answer: &Text, question: &Text) -> Self {
        let passages = meaning.sentences(answer);
        let sentences = passages.iter().map(|passage| passage.whole.clone()).collect();
        Self { passages, sentences, question: meaning.of(question) }
    }

    /// The direction of some sentences together.
    fn whole(&self, answer: &Text, sentences: impl Iterator<Item = usize>) -> Embedding {
        Embedding::mean(sentences.map(|s| (&*self.sentences[s], answer.words_of(s).len() as f32)))
    }

    /// How near to the question the sentences that count are, together.
    pub(super) fn to_question(&self, answer: &Text, counted: &[bool]) -> f32 {
        let told = (0..counted.len()).filter(|s| counted[*s]);
        self.whole(answer, told).cosine(&self.question)
    }

    /// The direction of each sentence.
    pub(super) fn sentences(&self) -> &[Arc<Embedding>] {
        &self.sentences
    }

    /// What the sentences that count mean, piece by piece, and how many pieces each of all sentences has of it.
    fn told(&self, counted: &[bool]) -> (Passage, Vec<usize>) {
        let told = self.passages.iter().zip(counted).filter(|(_, counted)| **counted);
        let lengths = self.passages.iter().zip(counted);
        let lengths = lengths.map(|(passage, counted)| if *counted { passage.len() } else { 0 });
        (Passage::joined(told.map(|(passage, _)| &**passage)), lengths.collect())
    }

    /// The sentences that count, read as an answer that has no others.
    pub(super) fn read_as_whole(
        &self,
        encoder: &Encoder,
        answer: &Text,
        counted: &[bool],
    ) -> Arc<WholeAnswer> {
        encoder.whole(answer, &self.passages, counted)
    }

    /// The direction of the question.
    pub(super) fn question(&self) -> &Embedding {
        &self.question
    }
}

/// What key points are looked for with.
#[derive(Clone, Copy)]
pub(super) struct Comparison<'a> {
    pub(super) meaning: Option<(&'a Encoder, &'a AnswerEmbeddings)>,
    pub(super) question: &'a Sketch,
    /// How many model answers the question has.
    pub(super) alternatives: usize,
    /// Whether each key point is read as a claim as well; a first look goes without.
    pub(super) reads_claims: bool,
}

impl Comparison<'_> {
    fn fit(&self, model: &Model) -> &'static MatchFit {
        let fitted = &Numbers::shipped().closeness;
        let fits = if self.meaning.is_some() { &fitted.meaning } else { &fitted.words };
        fits.of(model.is_told(), self.alternatives)
    }
}

/// Compares an answer with key points; only sentences that `counts` marks are looked at.
pub(super) fn read(
    answer: &Text,
    model: &Model,
    targets: &[Target],
    counted: &[bool],
    means: Comparison,
) -> Alignment {
    let kin: Vec<WordKey> = answer.words().iter().map(WordKey::of).collect();
    let sentences = answer.sentences().len();
    let stretches = Stretch::all(answer, counted, means);
    let pairs = Pairs::of((0..sentences).filter(|s| counted[*s]).map(|s| answer.words_of(s)));
    let mut aligned = vec![0.0_f32; sentences];
    let mut found = Vec::with_capacity(targets.len());
    let told = means.meaning.map(|(_, senses)| senses.told(counted));
    let claims = claims::read(answer, model, counted, means);
    for ((point, target), (encoded, claim)) in model.key_points.iter().zip(targets).zip(&claims) {
        let total: f32 = target.terms.iter().map(|t| t.weight).sum();
        let direction = means.meaning.map(|(meaning, _)| meaning.of(&point.read));
        let near: Vec<f32> = match (means.meaning, &direction) {
            (Some((_, senses)), Some(direction)) => senses
                .sentences
                .iter()
                .enumerate()
                .map(|(s, v)| if counted[s] { v.cosine(direction) } else { 0.0 })
                .collect(),
            _ => vec![0.0; sentences],
        };
        let strengths = strengths(answer, &kin, target, counted, &near);
        let (beyond, pieces) = match (&told, encoded) {
            (Some(told), Some(encoded)) => said::beyond(encoded, told),
            _ => (0.0, Vec::new()),
        };
        let (mut place, mut most) = (0.0_f32, 0.0_f32);
        let mut search = Search::for_claim(claim);
        for s in 0..sentences {
            let alone = target.cover(&strengths[s], None) / total;
            aligned[s] = aligned[s].max(alone);
            most = most.max(alone);
            let next = strengths.get(s + 1);
            let both = alone.max(target.cover(&strengths[s], next) / total);
            place = place.max(both);
            search.look_at(s, alone, near[s], pieces.get(s).copied().unwrap_or_default());
        }
        let anywhere = (0..target.terms.len())
            .map(|t| {
                let best = strengths.iter().map(|row| row[t]).fold(0.0, f32::max);
                best * target.terms[t].weight
            })
            .sum::<f32>()
            / total;
        let mut traits = MatchFeatures::default();
        traits.0[0] = place;
        traits.0[1] = anywhere;
        traits.0[2] = pairs.share(point.read.words());
        traits.0[9] = beyond.max(0.0);
        traits.0[10] = claim.heard_in(most);
        let point_means = direction.as_deref();
        let beside: Vec<MatchFeatures> =
            stretches.iter().map(|s| s.beside(target, point_means, means)).collect();
        let places = (0..sentences).map(|sentence| {
            Stretch::around(sentence, sentences).fold(traits, |all, s| all.max(&beside[s]))
        });
        let fit = means.fit(model);
        let best_score =
            |a: &MatchFeatures, b: &MatchFeatures| fit.score(a).total_cmp(&fit.score(b));
        traits = places.max_by(best_score).unwrap_or(traits);
        let score = fit.score(&traits);
        let known = model.answer.figures();
        let judged = place::judge(answer, point, traits, score, search.place(), counted, known);
        // Where the claim is surely told, a "not" in its place speaks of something else.
        let by_words = judged.reversed.filter(|_| !claim.is_surely_told());
        let reversed = by_words.or_else(|| claims::reversal(claim, answer));
        let coverage = claim.at_least(judged.coverage, score);
        found.push(Found {
            is_there: search.is_sure(),
            coverage,
            claim: *claim,
            reversed,
            ..judged
        });
    }
    place::settle_reversals(&mut found);
    endings::settle(&mut found, targets);
    let scores: Vec<f32> = found.iter().map(|f| f.score).collect();
    let closeness = mean(&scores, targets);
    let turned_share = means.reads_claims.then(|| claims::turned_share(&found));
    let (denials, turned, is_unended) = (Vec::new(), Vec::new(), false);
    Alignment { found, aligned, closeness, denials, turned, turned_share, is_unended }
}

/// The mean of key points' scores by their weight, from 0 to 1.
pub(super) fn mean(scores: &[f32], targets: &[Target]) -> f32 {
    let weights: f32 = targets.iter().map(|t| t.weight).sum();
    let said: f32 = scores.iter().zip(targets).map(|(score, t)| score * t.weight).sum();
    if weights > 0.0 { said / weights } else { 0.0 }
}

/// For each sentence, how far it has each term. A figure that stands there without a word of the key point, in a sentence that
/// means something else, is hardly the key point's.
fn strengths(
    answer: &Text,
    kin: &[WordKey],
    target: &Target,
    counted: &[bool],
    near: &[f32],
) -> Vec<Vec<f32>> {
    let mut rows = vec![vec![0.0_f32; target.terms.len()]; answer.sentences().len()];
    for (t, term) in target.terms.iter().enumerate() {
        if let Some(wanted) = &term.figure {
            for figure in answer.figures() {
                let s = answer.words()[figure.word].sentence;
                if counted[s] && figure.agrees(wanted) {
                    rows[s][t] = 1.0;
                }
            }
            continue;
        }
        for (word, kin) in answer.words().iter().zip(kin) {
            let cell = &mut rows[word.sentence][t];
            if *cell < 1.0 && counted[word.sentence] {
                *cell = cell.max(kin.with(&term.kin));
            }
        }
    }
    let is_figure = |t: usize| target.terms[t].figure.is_some();
    if (0..target.terms.len()).all(is_figure) {
        return rows;
    }
    for (row, near) in rows.iter_mut().zip(near) {
        let words = (0..row.len()).filter(|t| !is_figure(*t)).map(|t| row[t]);
        let beside = words.fold(near / points().figure_near, f32::max).max(points().lone_figure);
        for t in (0..row.len()).filter(|t| is_figure(*t)) {
            row[t] *= beside.min(1.0);
        }
    }
    rows
}

/// One sentence of an answer, or two or three in a row.
struct Stretch {
    sketch: Sketch,
    direction: Option<Embedding>,
}

impl Stretch {
    fn all(answer: &Text, counted: &[bool], means: Comparison) -> Vec<Self> {
        let within = |sentences: RangeInclusive<usize>| {
            let told = || sentences.clone().filter(|s| counted[*s]);
            Self {
                sketch: Sketch::of(told().flat_map(|s| answer.words_of(s))),
                direction: means.meaning.map(|(_, senses)| senses.whole(answer, told())),
            }
        };
        (0..LONGEST_STRETCH)
            .flat_map(|more| (more..counted.len()).map(move |end| end - more..=end))
            .map(within)
            .collect()
    }

    /// Where the stretches stand that hold a sentence alone, with the one before it, the one behind it, and both.
    fn around(sentence: usize, sentences: usize) -> impl Iterator<Item = usize> {
        let pairs = sentences;
        let threes = pairs + sentences.saturating_sub(1);
        let before = sentence.checked_sub(1);
        let behind = sentence + 1 < sentences;
        [
            Some(sentence),
            before.map(|first| pairs + first),
            behind.then_some(pairs + sentence),
            before.filter(|_| behind).map(|first| threes + first),
        ]
        .into_iter()
        .flatten()
    }

    /// What it has of a key point.
    fn beside(
        &self,
        target: &Target,
        point: Option<&Embedding>,
        means: Comparison,
    ) -> MatchFeatures {
        let mut traits = MatchFeatures::default();
        SketchComparison { point: &target.sketch, place: &self.sketch, question: means.question }
            .compare(&mut traits);
        if let (Some((_, senses)), Some(point), Some(place)) =
            (means.meaning, point, &self.direction)
        {
            Meanings { point, place, question: &senses.question }.compare(&mut traits);
        }
        traits
    }
}
