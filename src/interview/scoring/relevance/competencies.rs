//! What panels usually ask, in any trade, and what is told in answer: the background against which relevance is judged.
//!
//! Every published judge of relevance compares an answer with its question, and stories that share no word with it look
//! foreign to it. Here a question is read as a mixture of competencies, by its phrases and by the usual questions it is
//! nearest to; a story is read by how near its sentences come to what is usually told about each competency. It answers
//! the question when it stands out for what was asked beside everything else one may be asked.

use std::{collections::BTreeSet, sync::Arc};

use crate::interview::{
    scoring::{
        closeness::encoder::{Embedding, Encoder},
        numbers::Numbers,
    },
    text::lexicon,
};

/// The usual questions and stories, as directions.
pub struct CompetencyIndex {
    competencies: Vec<&'static str>,
    /// Each with the index of its competency.
    questions: Vec<(usize, Arc<Embedding>)>,
    stories: Vec<(usize, Arc<Embedding>)>,
}

/// How a story stands to what was asked.
#[derive(Clone, Copy, Debug)]
pub struct CompetencyFit {
    /// How far it stands out for what was asked, in standard deviations over all competencies.
    pub asked: f32,
    /// The competency it stands out for most, and how far.
    pub most: (&'static str, f32),
    /// Whether it is at all like what is told in interviews.
    pub usual: bool,
}

impl CompetencyIndex {
    /// The lists as an encoder reads them.
    pub(in crate::interview::scoring) fn of(meaning: &Encoder) -> Self {
        let competencies: BTreeSet<&str> =
            lexicon::USUAL_STORIES.iter().map(|(_, label)| *label).collect();
        let competencies: Vec<_> = competencies.into_iter().collect();
        let directions = |list: &[(&str, &str)], encoded: &[Arc<Embedding>]| {
            let known = list.iter().zip(encoded).filter_map(|((_, label), direction)| {
                Some((competencies.binary_search(label).ok()?, direction.clone()))
            });
            known.collect()
        };
        let encoded = meaning.encoded();
        Self {
            questions: directions(&lexicon::USUAL_QUESTIONS, &encoded.questions),
            stories: directions(&lexicon::USUAL_STORIES, &encoded.stories),
            competencies,
        }
    }

    /// How far the sentences of an answer stand out for what a question asks, whose phrases ask for these competencies;
    /// nothing without sentences.
    pub fn standing<'a>(
        &self,
        question: &Embedding,
        by_phrases: &BTreeSet<&'static str>,
        sentences: impl Iterator<Item = &'a Embedding>,
    ) -> Option<CompetencyFit> {
        let (told, near) = self.told(sentences)?;
        let asked = self.asked(question, by_phrases);
        Some(CompetencyFit {
            asked: asked.iter().zip(&told).map(|(a, t)| a * t).sum(),
            usual: near >= Numbers::shipped().relevance.by_meaning.usual,
            most: self.competencies.iter().copied().zip(told).max_by(|a, b| a.1.total_cmp(&b.1))?,
        })
    }

    /// What a question asks for, as shares of the competencies.
    fn asked(&self, question: &Embedding, by_phrases: &BTreeSet<&'static str>) -> Vec<f32> {
        let gate = &Numbers::shipped().relevance.by_meaning;
        let mut nearest = vec![-1.0_f32; self.competencies.len()];
        for (competency, usual) in &self.questions {
            nearest[*competency] = nearest[*competency].max(usual.cosine(question));
        }
        let most = nearest.iter().copied().fold(-1.0, f32::max);
        let shares: Vec<f32> =
            nearest.iter().map(|near| ((near - most) * gate.sharpness).exp()).collect();
        let all: f32 = shares.iter().sum();
        let known = by_phrases.iter().filter(|label| self.competencies.contains(label)).count();
        let settled = if known > 0 { gate.by_phrases } else { 0.0 };
        let by_phrase = |competency: &str| {
            if by_phrases.contains(competency) { settled / known as f32 } else { 0.0 }
        };
        let both = shares.iter().zip(&self.competencies);
        both.map(|(share, competency)| by_phrase(competency) + (1.0 - settled) * share / all)
            .collect()
    }

    /// How far a story stands out for each competency, in standard deviations, and how near it comes to any on average.
    fn told<'a>(&self, sentences: impl Iterator<Item = &'a Embedding>) -> Option<(Vec<f32>, f32)> {
        let mut near: Vec<Vec<f32>> = vec![Vec::new(); self.competencies.len()];
        for sentence in sentences {
            let mut best = vec![-1.0_f32; self.competencies.len()];
            for (competency, usual) in &self.stories {
                best[*competency] = best[*competency].max(usual.cosine(sentence));
            }
            for (all, best) in near.iter_mut().zip(best) {
                all.push(best);
            }
        }
        if near.first().is_none_or(Vec::is_empty) {
            return None;
        }
        let strongest = near.into_iter().map(|mut all| {
            all.sort_by(|a, b| b.total_cmp(a));
            all.truncate(Numbers::shipped().relevance.by_meaning.telling);
            all.iter().sum::<f32>() / all.len() as f32
        });
        let strongest: Vec<f32> = strongest.collect();
        let n = strongest.len() as f32;
        let mean = strongest.iter().sum::<f32>() / n;
        let spread = (strongest.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / n).sqrt();
        Some((strongest.iter().map(|x| (x - mean) / spread.max(1e-3)).collect(), mean))
    }
}

#[cfg(all(test, feature = "meaning"))]
mod tests {
    use std::{collections::BTreeSet, sync::LazyLock};

    use crate::interview::{
        scoring::{closeness::encoder::Encoder, relevance::competencies::CompetencyIndex},
        text::Text,
    };

    /// One for all tests: it takes its time to start.
    static READ: LazyLock<(Encoder, CompetencyIndex)> = LazyLock::new(|| {
        let meaning = Encoder::load().expect("the encoder that ships with the game loads");
        let index = CompetencyIndex::of(&meaning);
        (meaning, index)
    });

    #[track_caller]
    fn check(question: &str, story: &str, expected: &str) {
        let (meaning, index) = &*READ;
        let (question, story) = (Text::read(question), Text::read(story));
        let sentences: Vec<_> =
            meaning.sentences(&story).iter().map(|read| read.whole.clone()).collect();
        let standing = index
            .standing(
                &meaning.of(&question),
                &BTreeSet::new(),
                sentences.iter().map(|vector| &**vector),
            )
            .expect("there are sentences");
        assert_eq!(standing.most.0, expected, "{standing:?}");
    }

    #[test]
    fn a_story_is_known_by_what_it_tells_in_any_trade() {
        check(
            "Tell me about a mistake.",
            "I sent the wrong plan to the printer. It was my fault alone. I rang the printer and paid for it.",
            "failure",
        );
        check(
            "Tell me about a mistake.",
            "The new baker was afraid of the oven. She watched me for a week, then I watched her. Now she teaches others.",
            "growing-people",
        );
    }

    #[test]
    fn the_competency_asked_for_stands_out() {
        let (meaning, index) = &*READ;
        let asked = |question: &str| {
            let shares = index.asked(&meaning.of(&Text::read(question)), &BTreeSet::new());
            let most = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b]));
            most.map(|i| index.competencies[i])
        };
        assert_eq!(asked("Have you ever quarrelled with a workmate?"), Some("conflict"));
        assert_eq!(asked("How do you train beginners?"), Some("growing-people"));
    }

    #[test]
    fn a_textbook_is_like_nothing_that_is_told() {
        let (meaning, index) = &*READ;
        let usual = |text: &str| {
            let (question, text) = (Text::read("Why?"), Text::read(text));
            let read: Vec<_> =
                meaning.sentences(&text).iter().map(|read| read.whole.clone()).collect();
            let sentences = read.iter().map(|vector| &**vector);
            let standing = index.standing(&meaning.of(&question), &BTreeSet::new(), sentences);
            standing.map(|standing| standing.usual)
        };
        assert_eq!(
            usual("Otters hold paws. They dive for urchins and crack them on stones."),
            Some(false)
        );
        assert_eq!(
            usual("I asked the gardener to wait. He agreed, and we planted in May."),
            Some(true)
        );
    }

    #[test]
    fn nothing_told_stands_out_for_nothing() {
        let (meaning, index) = &*READ;
        let question = meaning.of(&Text::read("Why?"));
        let standing = index.standing(&question, &BTreeSet::new(), std::iter::empty());
        assert!(standing.is_none());
    }
}
