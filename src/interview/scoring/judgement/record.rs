//! A judgement as programs read it: one form for one answer, for a batch, and for an explanation.
//!
//! `docs/score.schema.json` is its schema, made from these types; a test holds it. Places are bytes of the answer as it was
//! given, in UTF-8, the end not included, and every place comes with its words.

use serde::Serialize;
use serde_json::Value;

use crate::interview::{
    scoring::{
        Story,
        assessment::{
            Assessment, Coverage, Evidence, Finding, KeyPointMatch, RoleReading, Share, round,
        },
        judged_by::Basis,
        level::Level,
        telling::kind::TellingKind,
        tone::FindingTone,
    },
    star::Role,
    text::Span,
};

/// The version of the form: it grows when a field changes its meaning or goes.
const VERSION: u8 = 3;

/// One answer, judged.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AnswerRecord {
    /// The version of this form.
    pub version: u8,
    /// What the line called itself, as it was written; only in a batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// Whose story was asked for.
    pub story: Story,
    /// Whether words alone were compared, or what sentences mean as well.
    pub basis: Basis,
    /// The engine: the program's version and the fingerprint of its numbers. Equal engines judge alike.
    pub engine: String,
    /// How much of the model answer is told, from 0 to 1; null in a story of one's own and where nothing was judged.
    pub closeness: Option<f64>,
    /// How well it is built, from 0 to 1; null where nothing was judged.
    pub star: Option<f64>,
    /// The level, 1 to 5; null where nothing was judged.
    pub level: Option<u8>,
    /// The level beside it that may be meant as well; null where the level is clear.
    pub perhaps: Option<u8>,
    /// What an answer of this level sounds like; null where nothing was judged.
    pub anchor: Option<String>,
    /// What kind of answer it is; null where its script is not read for that.
    pub kind: Option<TellingKind>,
    /// How many of its words are taken for names, amounts, moments, quoted speech and things of one story and no other; an
    /// estimate.
    pub specifics: usize,
    /// How many words it has.
    pub words: usize,
    /// How many figures measure something.
    pub figures: usize,
    /// How long it takes to say, in seconds, at 150 words a minute.
    pub spoken_seconds: u32,
    /// Whether most of it is the model answer's own wording.
    pub word_for_word: bool,
    /// What every criterion says, in the order of their ids.
    pub findings: Vec<FindingRecord>,
    /// The key points of the model answer; none in a story of one's own.
    pub key_points: Vec<KeyPointRecord>,
    /// What every criterion that is asked for has to do with the level, the weightiest first.
    pub shares: Vec<ShareRecord>,
    /// What each sentence does in the story; it says little where `kind` is none.
    pub sentences: Vec<SentenceRecord>,
    /// What is good about it, best first.
    pub strengths: Vec<StrengthRecord>,
    /// The one change that lifts it most; null where nothing holds it back.
    pub next_step: Option<StepRecord>,
    /// Why it was not judged; null where it was.
    pub unjudged: Option<UnjudgedRecord>,
}

/// Words of the answer.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Passage {
    /// Its first byte.
    pub start: usize,
    /// The byte behind its last.
    pub end: usize,
    /// Its words.
    pub text: String,
}

/// What one criterion says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FindingRecord {
    /// The criterion's id.
    pub criterion: &'static str,
    /// Whether the question asks for it.
    pub asked: bool,
    /// How well the answer does, from 0 to 1; null where it is not asked for.
    pub score: Option<f64>,
    /// The highest level that it leaves; null for all but a gate that fired.
    pub cap: Option<u8>,
    /// What it says to the player; empty where its points say enough.
    pub sentence: String,
    /// Whether that praises or finds fault.
    pub tone: FindingTone,
    /// The words that it rests on.
    pub evidence: Vec<Passage>,
    /// The key points that it rests on, as indices.
    pub key_points: Vec<usize>,
}

/// One key point.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KeyPointRecord {
    /// The part of the story it belongs to.
    pub role: Role,
    /// Its words in the model answer.
    pub text: String,
    /// Their place in the model answer's text; of several references, in the one the answer comes closest to.
    pub place: Span,
    /// Whether it is said.
    pub coverage: Coverage,
    /// How far it is said, from 0 to 1.
    pub score: f64,
    /// The answer's words that come closest; null where none do.
    pub evidence: Option<Passage>,
    /// What is off about it; null where nothing is.
    pub note: Option<String>,
}

/// What one criterion has to do with the level.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ShareRecord {
    /// The criterion's id.
    pub criterion: &'static str,
    /// Its part of all that is weighed; all of them sum to 1.
    pub weight: f64,
    /// What of it the answer has.
    pub gives: f64,
    /// What of it is still to be had.
    pub could_give: f64,
}

/// One sentence of the answer.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SentenceRecord {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its most probable part; null where it more likely tells none of the four.
    pub role: Option<Role>,
    /// How probable each part is: Situation, Task, Action, Result; what they lack to 1 is how likely it tells none of them.
    pub probabilities: [f64; 4],
}

/// Something the answer does well.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StrengthRecord {
    /// The criterion that says so.
    pub criterion: &'static str,
    /// What is good about it.
    pub sentence: String,
    /// The words that show it.
    pub evidence: Passage,
}

/// The one change.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepRecord {
    /// The criterion that it lifts.
    pub criterion: &'static str,
    /// What to do.
    pub sentence: String,
    /// The level now.
    pub from: u8,
    /// The level once it is done.
    pub to: u8,
}

/// Why an answer was not judged.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UnjudgedRecord {
    /// The language that it seems to be in, as a BCP 47 tag.
    pub language: String,
    /// What the player is told.
    pub sentence: String,
}

impl AnswerRecord {
    /// An answer as it was judged.
    pub fn of(assessment: &Assessment, answer: &str) -> Self {
        let judged = assessment.unjudged.is_none();
        let this = assessment.story == Story::This;
        let passage = |span: Span| Passage::of(span, answer);
        let step = assessment.next_step.as_ref().map(|step| StepRecord {
            criterion: step.criterion.as_str(),
            sentence: step.sentence.clone(),
            from: step.from.number(),
            to: step.to.number(),
        });
        let strengths = assessment.strengths.iter().map(|strength| StrengthRecord {
            criterion: strength.criterion.as_str(),
            sentence: strength.sentence.clone(),
            evidence: passage(strength.quote),
        });
        let key_points = assessment.key_points.iter().filter(|_| this);
        Self {
            version: VERSION,
            id: None,
            story: assessment.story,
            basis: assessment.judged_by.basis,
            engine: assessment.judged_by.version.clone(),
            closeness: (judged && this).then(|| round(assessment.closeness)),
            star: judged.then(|| round(assessment.star)),
            level: assessment.judged_level().map(Level::number),
            perhaps: assessment.perhaps.map(Level::number),
            anchor: judged.then(|| assessment.anchor.clone()),
            kind: assessment.kind,
            specifics: assessment.specifics,
            words: assessment.words,
            figures: assessment.figures,
            spoken_seconds: assessment.spoken_seconds,
            word_for_word: assessment.word_for_word,
            findings: assessment.findings.iter().map(|f| FindingRecord::of(f, answer)).collect(),
            key_points: key_points.map(|point| KeyPointRecord::of(point, answer)).collect(),
            shares: assessment.shares.iter().map(ShareRecord::of).collect(),
            sentences: assessment.sentences.iter().map(SentenceRecord::of).collect(),
            strengths: strengths.collect(),
            next_step: step,
            unjudged: assessment.unjudged.as_ref().map(|unjudged| UnjudgedRecord {
                language: unjudged.language.clone(),
                sentence: unjudged.sentence.clone(),
            }),
        }
    }
}

impl Passage {
    fn of(span: Span, answer: &str) -> Self {
        Self { start: span.start, end: span.end, text: span.of(answer).to_owned() }
    }
}

impl FindingRecord {
    fn of(finding: &Finding, answer: &str) -> Self {
        let points = finding.evidence.iter().filter_map(|evidence| match evidence {
            Evidence::KeyPoint(index) => Some(*index),
            Evidence::Answer(_) => None,
        });
        Self {
            criterion: finding.criterion.as_str(),
            asked: finding.is_asked(),
            score: finding.score.map(round),
            cap: finding.cap,
            sentence: finding.sentence.clone(),
            tone: finding.tone,
            evidence: finding.passages().map(|span| Passage::of(span, answer)).collect(),
            key_points: points.collect(),
        }
    }
}

impl KeyPointRecord {
    fn of(point: &KeyPointMatch, answer: &str) -> Self {
        Self {
            role: point.role,
            text: point.text.clone(),
            place: point.place,
            coverage: point.coverage,
            score: round(point.score),
            evidence: point.evidence.map(|span| Passage::of(span, answer)),
            note: point.note.clone(),
        }
    }
}

impl ShareRecord {
    fn of(share: &Share) -> Self {
        Self {
            criterion: share.criterion.as_str(),
            weight: round(share.weight),
            gives: round(share.gives),
            could_give: round(share.could_give),
        }
    }
}

impl SentenceRecord {
    fn of(reading: &RoleReading) -> Self {
        Self {
            span: reading.span,
            role: reading.role(),
            probabilities: reading.probabilities.map(round),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::criteria::trial;

    #[test]
    fn the_schema_in_the_documents_is_that_of_the_records() {
        let written = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/score.schema.json"));
        let mut schema = serde_json::to_value(schemars::schema_for!(AnswerRecord)).expect("JSON");
        schema["title"] = "An answer, judged by `hotseat score --format json` or `--batch`".into();
        let schema = serde_json::to_string_pretty(&schema).expect("JSON");
        assert_eq!(written.trim_end(), schema, "the schema is now:\n{schema}");
    }

    #[test]
    fn an_own_story_has_no_closeness_and_no_key_points() {
        for (story, has) in [(Story::This, true), (Story::Own, false)] {
            let answer = trial::model_text();
            let record = AnswerRecord::of(&trial::assess(&answer, story), &answer);
            assert_eq!((record.closeness.is_some(), !record.key_points.is_empty()), (has, has));
            assert!(record.level.is_some() && record.star.is_some());
        }
    }

    #[test]
    fn a_passage_comes_with_its_words() {
        let answer = "I timed each step with a stopwatch for two days.";
        let record = AnswerRecord::of(&trial::assess(answer, Story::This), answer);
        let passages = record.findings.iter().flat_map(|finding| &finding.evidence);
        let passages: Vec<&Passage> = passages.collect();
        assert!(!passages.is_empty());
        for passage in passages {
            assert_eq!(answer.get(passage.start..passage.end), Some(passage.text.as_str()));
        }
    }
}
