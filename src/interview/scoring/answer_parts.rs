//! What every sentence of an answer does, as the criteria see it: by what the encoder makes of it where there is one, else
//! by its phrases.

use crate::interview::{
    scoring::{
        assessment::RoleReading,
        closeness::{
            AnswerEmbeddings,
            encoder::{Encoder, LESSON, PARTS},
        },
        numbers::Numbers,
        relevance::substance::Substance,
        roles::{self, role_fit::mean_of_two},
    },
    star::Role,
    text::Text,
};

/// The parts of an answer.
#[derive(Clone, Debug)]
pub struct AnswerParts {
    /// What each sentence does, with its place and its neighbours; by meaning nothing of those that do not count.
    pub readings: Vec<RoleReading>,
    /// The same of those that count, read as if the answer had no others; nothing of the others.
    pub counting: Vec<[f32; 4]>,
    /// How strongly each sentence tells each part.
    pub strengths: Vec<[f32; 4]>,
    /// The same by their phrases alone.
    by_phrases: Vec<[f32; 4]>,
    /// How likely each sentence that counts tells a lesson; 0 where phrases alone are read.
    pub lessons: Vec<f32>,
    /// How likely each sentence tells no part of a story and no lesson; 0 where phrases alone are read.
    pub asides: Vec<f32>,
    /// Whether any sentence, counted or not, may tell what was done or what came of it; a longer answer may, and so may one that phrases
    /// alone read.
    pub may_tell_a_deed: bool,
    /// Whether the encoder read them.
    pub by_meaning: bool,
}

/// Parts as often right as they are likely: the network is surer than it should be.
fn tempered(parts: &[f32; PARTS]) -> [f32; PARTS] {
    let temperature = Numbers::shipped().qualities.parts.temperature;
    let cooled = parts.map(|part| part.powf(temperature.recip()));
    let all: f32 = cooled.iter().sum();
    cooled.map(|part| part / all.max(f32::MIN_POSITIVE))
}

impl AnswerParts {
    /// Reads an answer by what its sentences carry.
    pub(in crate::interview::scoring) fn read(
        answer: &Text,
        substance: &Substance,
        means: Option<(&Encoder, &AnswerEmbeddings)>,
    ) -> Self {
        let Substance { counted, strengths, .. } = substance;
        let counting: Vec<usize> = (0..counted.len()).filter(|s| counted[*s]).collect();
        let nothing = vec![[0.0; 4]; counted.len()];
        let Some((encoder, senses)) = means else {
            let alone = roles::read_alone(answer, &counting);
            let mut parts = nothing;
            for (s, reading) in counting.iter().zip(alone) {
                parts[*s] = reading.probabilities;
            }
            return Self {
                readings: roles::read(answer),
                counting: parts,
                strengths: strengths.to_vec(),
                by_phrases: strengths.to_vec(),
                lessons: vec![0.0; counted.len()],
                asides: vec![0.0; counted.len()],
                may_tell_a_deed: true,
                by_meaning: false,
            };
        };
        let four = |all: &[f32]| std::array::from_fn(|part| all[part]);
        let (mut parts, mut lessons) = (nothing, vec![0.0; counted.len()]);
        let (mut letters, mut asides) = (parts.clone(), lessons.clone());
        let read = &senses.read_as_whole(encoder, answer, counted).parts;
        for (s, read) in counting.into_iter().zip(read) {
            letters[s] = four(&tempered(read));
            parts[s] = four(read);
            lessons[s] = read[LESSON];
            asides[s] = read[LESSON + 1..].iter().sum();
        }
        let short = &Numbers::shipped().gates.too_short;
        let is_likely = |parts: &[f32]| {
            parts[Role::Action as usize] >= short.untold
                || parts[Role::Result as usize] >= short.untold
        };
        let every = vec![true; counted.len()];
        let may_tell_a_deed = substance.spoken > short.enough_for_a_view
            || parts.iter().any(|parts| is_likely(parts))
            || senses.read_as_whole(encoder, answer, &every).parts.iter().any(|s| is_likely(s));
        let readings = answer.sentences().iter().zip(letters);
        Self {
            readings: readings
                .map(|(sentence, probabilities)| RoleReading { span: sentence.span, probabilities })
                .collect(),
            counting: parts.clone(),
            strengths: parts,
            by_phrases: strengths.to_vec(),
            lessons,
            asides,
            may_tell_a_deed,
            by_meaning: true,
        }
    }

    /// How present each part is, from 0 to 1: by the mean of its two strongest sentences among these. Phrases and meaning err in
    /// different ways, so that the mean of both is surer than either.
    pub fn presence(&self, among: &[bool]) -> [f32; 4] {
        let by_phrases = roles::presence(&self.by_phrases, among);
        if !self.by_meaning {
            return by_phrases;
        }
        let told = self.strengths.iter().zip(among).filter(|(_, among)| **among);
        let means = mean_of_two(told.map(|(strength, _)| strength.map(f64::from)));
        let scales = &Numbers::shipped().qualities.parts.by_meaning;
        std::array::from_fn(|part| {
            (by_phrases[part] + scales[part].presence(means[part]) as f32) / 2.0
        })
    }

    /// How likely the likeliest of these sentences tells what came of it; by meaning alone.
    pub fn likeliest_end(&self, among: &[bool]) -> Option<f32> {
        let ends = self.strengths.iter().zip(among).filter(|(_, among)| **among);
        let likeliest = ends.map(|(parts, _)| parts[Role::Result as usize]).fold(0.0, f32::max);
        self.by_meaning.then_some(likeliest)
    }

    /// The part that a sentence that counts does, read as if the answer had no others that do not.
    pub fn counting_as(&self, sentence: usize) -> Option<Role> {
        Role::likeliest(&self.counting[sentence])
    }
}
