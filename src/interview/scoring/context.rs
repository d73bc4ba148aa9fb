//! What was read of an answer, as every criterion sees it.

use crate::interview::{
    scoring::{
        Story,
        answer_parts::AnswerParts,
        closeness::{
            Alignment, Found, claims,
            reference::{Asks, Model, Reference},
        },
        numbers::Numbers,
        relevance::substance::Substance,
        roles::deeds::{self, Tense},
        telling::{
            Telling,
            kind::{KindReading, TellingKind, Told},
        },
    },
    star::Role,
    text::{Span, Text, grammar::Grammar},
};

/// An answer, what it is compared with, and what was found on the way.
pub struct Context<'a> {
    pub(super) numbers: &'static Numbers,
    pub(super) answer: &'a Text,
    pub(super) reference: &'a Reference,
    pub(super) model: &'a Model,
    /// How many words of the model answer tell something.
    pub(super) model_carries: usize,
    pub(super) story: Story,
    pub(super) reading: &'a Alignment,
    pub(super) substance: &'a Substance,
    /// What each sentence does.
    pub(super) parts: &'a AnswerParts,
    /// How present each part is by its phrases, in the order of `Role::ALL`.
    pub(super) presence: [f32; 4],
    /// How it is told, read by the sentences that count.
    pub(super) telling: Telling,
    /// How likely what was asked is told, from 0 to 1, where that can be said.
    pub(super) answers: Option<f32>,
    pub(super) grammar: Grammar,
    pub(super) rival: Option<Rival>,
    /// How near the answer comes to the question by meaning, where there is an encoder.
    pub(super) nearness: Option<f32>,
}

/// Another question of the scenario that the answer may belong to.
#[derive(Clone, Debug)]
pub(super) struct Rival {
    /// The other question.
    pub(super) question: String,
    /// The share of the answer's content words that its model answer has.
    pub(super) held: f32,
    /// The share that this question's model answer has.
    pub(super) own: f32,
}

/// Whether a sentence may tell what came of something: a result came of a deed, so that no view is one, and where no story is
/// told only what happened is; of a plan, what is to come of it.
pub(super) fn may_end(told: &KindReading, asks: Asks, sentence: usize) -> bool {
    let does = told.sentences[sentence];
    match (told.kind, asks) {
        (TellingKind::Story | TellingKind::Nothing, _) => does != Some(Told::View),
        (TellingKind::Plan, Asks::Plan) => does == Some(Told::Plan),
        (_, Asks::Habit) => does != Some(Told::View),
        _ => does == Some(Told::Event),
    }
}

impl Context<'_> {
    /// Whether a sentence may tell what came of something. Who reads the parts by meaning needs no verbs for it.
    pub(super) fn may_end(&self, sentence: usize) -> bool {
        let is_story = self.telling.kind.kind == TellingKind::Story;
        self.parts.by_meaning && is_story
            || may_end(&self.telling.kind, self.reference.asks(), sentence)
    }

    /// The sentences that count, as indices.
    pub(super) fn counting(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.answer.sentences().len()).filter(|s| self.substance.counted[*s])
    }

    /// Whether so much is told that what is turned round can be told from what is told in short.
    fn is_told_at_length(&self) -> bool {
        claims::told_in_short(self.substance.words) == 0.0
    }

    /// How likely a story told at length turns the model answer's key points round, on average.
    pub(super) fn turned_share(&self) -> f32 {
        self.reading.turned_share.filter(|_| self.is_told_at_length()).unwrap_or(0.0)
    }

    /// The key point of the end that is most likely turned round in a sentence that tells an end of a story told at length, with how
    /// likely that is.
    pub(super) fn turned_end(&self) -> Option<(usize, f32)> {
        let story = &self.numbers.gates.negated.story;
        if !self.is_told_at_length() {
            return None;
        }
        let tells_end = |found: &Found| {
            let tells = |s: usize| self.parts.strengths[s][Role::Result as usize];
            found.claim.sentence.is_some_and(|s| tells(s) >= story.tells_end)
        };
        let points = self.reading.found.iter().zip(&self.model.key_points).enumerate();
        let ends = points.filter(|(_, (_, point))| point.role == Role::Result);
        let turned = ends.filter(|(_, (found, _))| tells_end(found));
        turned
            .map(|(point, (found, _))| (point, found.claim.turned))
            .max_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    /// Whether the first two sentences have names, moments or amounts.
    pub(super) fn opens_surely(&self) -> bool {
        let first = self.answer.sentences().iter().take(2).map(|s| s.span.end).max();
        let within = |span: &&Span| first.is_some_and(|end| span.end <= end);
        let sure = self.telling.specifics.sure.iter().filter(within).count();
        sure >= self.numbers.qualities.parts.surely
    }

    /// The sentence's place in the answer.
    pub(super) fn sentence(&self, sentence: usize) -> Span {
        self.answer.sentences()[sentence].span
    }

    /// The place of the words from `first` up to but not including `end`.
    pub(super) fn words(&self, first: usize, end: usize) -> Span {
        let words = self.answer.words();
        Span { start: words[first].span.start, end: words[end - 1].span.end }
    }

    /// The sentences that count and may tell this part.
    fn may_tell(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.counting().filter(move |s| role != Role::Result || self.may_end(*s))
    }

    /// The sentence that does a part best by its own words, with how well.
    pub(super) fn best_sentence(&self, role: Role) -> Option<(usize, f32)> {
        let mut best: Option<(usize, f32)> = None;
        for s in self.may_tell(role) {
            let strength = self.parts.strengths[s][role as usize];
            if best.is_none_or(|(_, b)| strength > b) {
                best = Some((s, strength));
            }
        }
        best
    }

    /// The sentences that surely tell what "I" did, or "we" where that counts as well, in the tense that was asked for: fewer
    /// than are counted for points, since these are shown as deeds.
    pub(super) fn deeds(&self, of_us: bool) -> Vec<Span> {
        self.sentences_of_deeds(of_us).into_iter().map(|s| self.sentence(s)).collect()
    }

    /// The same as indices.
    pub(super) fn sentences_of_deeds(&self, of_us: bool) -> Vec<usize> {
        let tense = match self.reference.asks() {
            Asks::Story | Asks::Oneself => Tense::Past,
            Asks::Habit => Tense::Present,
            Asks::Plan => Tense::Conditional,
        };
        let kinds = &self.telling.kind.sentences;
        let told = self.counting().filter(|s| !matches!(kinds[*s], None | Some(Told::View)));
        told.filter(|s| deeds::surely(self.answer, *s, tense, of_us)).collect()
    }

    /// Whether a sentence that counts is read as this part, were it only by its place.
    pub(super) fn is_read(&self, role: Role) -> bool {
        self.may_tell(role).any(|s| self.parts.readings[s].role() == Some(role))
    }

    /// The sentences that count and would be read as the end, were they only by their place, if there were no others.
    pub(super) fn read_as_end(&self) -> Vec<usize> {
        let ends = self.counting().filter(|s| self.parts.counting_as(*s) == Some(Role::Result));
        ends.filter(|s| self.may_end(*s)).collect()
    }

    /// Whether a part is asked for.
    pub(super) fn asks_for(&self, role: Role) -> bool {
        self.reference.asks_for(self.model, role, self.story)
    }

    /// The sentences in which key points of a part are said best.
    pub(super) fn said_of(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        let points = self.model.key_points.iter().zip(&self.reading.found);
        points.filter(move |(p, f)| p.role == role && f.score > 0.0).filter_map(|(_, f)| f.sentence)
    }

    /// How far the key points of a part are said, from 0 to 1; nothing where there are none.
    pub(super) fn part_said(&self, role: Role) -> Option<f32> {
        let points = self.model.key_points.iter().zip(&self.reading.found);
        let scores: Vec<f32> =
            points.filter(|(p, _)| p.role == role).map(|(_, f)| f.score).collect();
        let sum: f32 = scores.iter().sum();
        (!scores.is_empty()).then(|| sum / scores.len() as f32)
    }
}
