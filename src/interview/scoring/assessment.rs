//! What the engine says about one answer: findings, key points, levels, and the one thing to do next.

use serde::{Deserialize, Serialize, Serializer};

pub use crate::interview::scoring::level::Level;

use crate::interview::{
    scoring::{
        Story, criterion_id::CriterionId, judged_by::JudgedBy, numbers::Numbers,
        presence::Presence, telling::kind::TellingKind, tone::FindingTone,
    },
    star::Role,
    text::Span,
};

/// A passage or a point that a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Words of the answer.
    Answer(Span),
    /// A key point, by its index in `Assessment::key_points`.
    KeyPoint(usize),
}

/// What one criterion says. It is written out with whether the question asks for it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Finding {
    /// The criterion's id.
    pub criterion: CriterionId,
    /// How well the answer does, from 0 to 1; a gate gives 1 when it did not fire. Nothing where the question does not
    /// ask for it: that has no share in the level, and no bar shows it.
    pub score: Option<f32>,
    /// One sentence for the player; empty where its points say enough.
    pub sentence: String,
    /// Whether that praises or finds fault.
    #[serde(default)]
    pub tone: FindingTone,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// The highest level that a gate which fired allows.
    pub cap: Option<u8>,
}

impl Finding {
    /// A finding without evidence; the score is brought into 0 to 1.
    pub(super) fn new(criterion: CriterionId, score: f32, sentence: impl Into<String>) -> Self {
        Self {
            criterion,
            score: Some(score.clamp(0.0, 1.0)),
            sentence: sentence.into(),
            tone: FindingTone::Plain,
            evidence: Vec::new(),
            cap: None,
        }
    }

    /// The same as praise, which is left unsaid where little was earned.
    pub(super) fn praise(self) -> Self {
        Self { tone: FindingTone::Praise, ..self }
    }

    /// The same as what would help, which is left unsaid where little can be gained.
    pub(super) fn fault(self) -> Self {
        Self { tone: FindingTone::Fault, ..self }
    }

    /// The same with nothing said.
    pub(super) fn unsaid(self) -> Self {
        Self { sentence: String::new(), tone: FindingTone::Plain, ..self }
    }

    /// What the question does not ask for.
    pub(super) fn not_asked(criterion: CriterionId, sentence: &str) -> Self {
        Self { score: None, ..Self::new(criterion, 0.0, sentence) }
    }

    /// Whether the question asks for this.
    pub fn is_asked(&self) -> bool {
        self.score.is_some()
    }

    /// Whether the question asks for this and the answer stays below a score.
    pub fn is_below(&self, score: f32) -> bool {
        self.score.is_some_and(|reached| reached < score)
    }

    /// The words of the answer that it rests on.
    pub(super) fn shown(mut self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.evidence.extend(spans.into_iter().map(Evidence::Answer));
        self
    }

    /// The highest level that it allows.
    pub(super) fn capped(mut self, level: u8) -> Self {
        self.cap = Some(level);
        self
    }

    /// The passages of the answer that it rests on.
    pub fn passages(&self) -> impl Iterator<Item = Span> + '_ {
        self.evidence.iter().filter_map(|evidence| match evidence {
            Evidence::Answer(span) => Some(*span),
            Evidence::KeyPoint(_) => None,
        })
    }

    /// Whether it is a gate that fired.
    pub fn fired(&self) -> bool {
        self.cap.is_some()
    }
}

/// How far an answer says a key point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Coverage {
    /// It is not there.
    Missed,
    /// Some of it is.
    Partly,
    /// It is said.
    Hit,
}

/// A key point of the model answer beside what the answer says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyPointMatch {
    /// Its index among the key points.
    pub key_point: usize,
    /// The part of the answer it belongs to.
    pub role: Role,
    /// The words of the model answer.
    pub text: String,
    /// Their place in the model answer's text; of several references, in the one the answer comes closest to.
    pub place: Span,
    /// Whether it is said.
    pub coverage: Coverage,
    /// How far it is said, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub score: f32,
    /// The answer's words that come closest, if any do.
    pub evidence: Option<Span>,
    /// What is off, in a few words: "without the number 40 %".
    pub note: Option<String>,
}

/// What a sentence of the answer does, as probabilities. It is written out with its most probable part.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RoleReading {
    /// The sentence.
    pub span: Span,
    /// Situation, Task, Action, Result; what they lack to 1 is how likely it does none of these.
    pub probabilities: [f32; 4],
}

impl RoleReading {
    /// The most probable part; none where it more likely does none of them.
    pub fn role(&self) -> Option<Role> {
        Role::likeliest(&self.probabilities)
    }

    /// The part whose letter is shown: the most probable one, where that is sure.
    pub fn lettered(&self) -> Option<Role> {
        let border = Numbers::shipped().qualities.parts.lettered;
        self.role().filter(|role| self.probabilities[*role as usize] >= border)
    }

    /// The most probable part, were it little.
    pub fn nearest_role(&self) -> Role {
        Role::nearest(&self.probabilities)
    }
}

/// The one change that lifts the answer most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NextStep {
    /// What to do, for the player.
    pub sentence: String,
    /// The criterion it would lift.
    pub criterion: CriterionId,
    /// The level now.
    pub from: Level,
    /// The level once it is done.
    pub to: Level,
}

impl NextStep {
    /// Whether this change alone reaches another level; otherwise it is the first of several.
    pub fn lifts(&self) -> bool {
        self.to > self.from
    }

    /// A heading with the levels between which the change leads, where it leads to another.
    pub fn headed(&self, heading: &str) -> String {
        if self.lifts() {
            format!("{heading}: {} → {}", self.from.number(), self.to.number())
        } else {
            heading.to_owned()
        }
    }
}

/// Something the answer does well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// The criterion that says so.
    pub criterion: CriterionId,
    /// What is good about it, for the player.
    pub sentence: String,
    /// The answer's words that show it.
    pub quote: Span,
}

/// What one criterion has to do with the level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The criterion's id.
    pub criterion: CriterionId,
    /// Its part of everything that is weighed, from 0 to 1; all shares sum to 1.
    #[serde(serialize_with = "rounded")]
    pub weight: f32,
    /// What of it the answer has: the weight times the score.
    #[serde(serialize_with = "rounded")]
    pub gives: f32,
    /// What of it is still to be had.
    #[serde(serialize_with = "rounded")]
    pub could_give: f32,
}

/// A share in points of a hundred, to a tenth: what is shown as a number and as a bar comes from these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Points {
    /// What the answer has.
    pub gives: f32,
    /// What can be had.
    pub of: f32,
}

impl Share {
    /// The share in points of a hundred.
    pub fn points(&self) -> Points {
        let tenths = |part: f32| (part * 1000.0).round() / 10.0;
        Points { gives: tenths(self.gives), of: tenths(self.weight) }
    }
}

impl Points {
    /// What is still to be had.
    pub fn more(self) -> f32 {
        ((self.of - self.gives) * 10.0).round().max(0.0) / 10.0
    }

    /// How full a bar of it is, from 0 to 1.
    pub fn fullness(self) -> f32 {
        if self.of > 0.0 { (self.gives / self.of).min(1.0) } else { 0.0 }
    }
}

/// Why an answer is not judged, though it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unjudged {
    /// The language that it seems to be in, as a BCP 47 tag.
    pub language: String,
    /// What to tell the player.
    pub sentence: String,
}

/// The judgement of one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// Whose story was asked for.
    pub story: Story,
    /// By what it was judged.
    pub judged_by: JudgedBy,
    /// How much of the model answer's content the answer holds, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub closeness: f32,
    /// How well the answer is built, from 0 to 1.
    #[serde(serialize_with = "rounded")]
    pub star: f32,
    /// The level on the anchored scale.
    pub level: Level,
    /// The level beside it that may be meant as well; nothing where the level is clear.
    #[serde(default)]
    pub perhaps: Option<Level>,
    /// What an answer of this level sounds like.
    pub anchor: String,
    /// What kind of answer it is; nothing where its language is not read for that.
    #[serde(default)]
    pub kind: Option<TellingKind>,
    /// How many of its words are taken for names, amounts, moments, quoted speech and things of one story and no other; an
    /// estimate.
    #[serde(default)]
    pub specifics: usize,
    /// What every criterion says, in the order of the table.
    pub findings: Vec<Finding>,
    /// Every key point of the model answer.
    pub key_points: Vec<KeyPointMatch>,
    /// Every sentence of the answer.
    pub sentences: Vec<RoleReading>,
    /// How many words it has.
    pub words: usize,
    /// How many figures it has that measure something.
    pub figures: usize,
    /// How long it takes to say, in seconds.
    pub spoken_seconds: u32,
    /// What to do next; nothing when nothing holds the answer back.
    pub next_step: Option<NextStep>,
    /// What is good, best first, three at most.
    pub strengths: Vec<Strength>,
    /// Whether most of it is the model answer's own wording.
    pub word_for_word: bool,
    /// What every criterion that is asked for has to do with the level, the weightiest first.
    pub shares: Vec<Share>,
    /// Why the level is not to be shown: it would be no judgement of this answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unjudged: Option<Unjudged>,
}

impl Assessment {
    /// The level, where the answer could be judged.
    pub fn judged_level(&self) -> Option<Level> {
        self.unjudged.is_none().then_some(self.level)
    }

    /// What is said beside the level: which other may be meant, and by what it was judged; nothing where both are plain.
    pub fn level_note(&self) -> Option<String> {
        let perhaps = self.perhaps.map(|other| format!("perhaps {}", other.number()));
        let notes: Vec<String> =
            perhaps.into_iter().chain(self.judged_by.note().map(str::to_owned)).collect();
        (!notes.is_empty()).then(|| notes.join(", "))
    }

    /// What a criterion says.
    pub fn finding(&self, criterion: CriterionId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.criterion == criterion)
    }

    /// How far a criterion is met, from 0 to 1; nothing where the question does not ask for it.
    pub fn score(&self, criterion: CriterionId) -> Option<f32> {
        self.finding(criterion)?.score
    }

    /// How far a part of the answer is there, from 0 to 1; nothing where the question does not ask for it.
    pub fn part(&self, role: Role) -> Option<f32> {
        self.score(role.into())
    }

    /// Whether a part that the question asks for is missing: its finding says so.
    pub fn is_missing(&self, role: Role) -> bool {
        let told = |sentence: &RoleReading| sentence.role() == Some(role);
        self.part(role).is_some_and(|part| Presence::of(part) == Presence::Missing)
            && !self.sentences.iter().any(told)
    }

    /// What is said where there is no next step.
    pub fn without_step(&self) -> &'static str {
        if self.level == Level::HIGHEST {
            "Nothing holds this answer back."
        } else {
            "No single change stands out."
        }
    }

    /// Whether its sentences are shown with the letters of their parts: where a story is told, and the question, or the model
    /// answer to it, asks for one.
    pub fn has_parts(&self) -> bool {
        let asked = |role: &Role| self.part(*role).is_some();
        match (self.kind, self.story) {
            (None, _) => true,
            (Some(TellingKind::Story), Story::Own) => Role::ALL.iter().all(asked),
            (Some(TellingKind::Story), Story::This) => {
                [Role::Action, Role::Result].iter().all(asked)
            }
            (Some(_), _) => false,
        }
    }

    /// Whether a finding keeps the level down: a gate that fired, or a quality with a share in the level that is not
    /// reached and of which something would help.
    pub fn holds_back(&self, finding: &Finding) -> bool {
        let has_share = || self.shares.iter().any(|share| share.criterion == finding.criterion);
        let is_below = || finding.is_below(Numbers::shipped().judging.next_step.held_back);
        finding.fired() || finding.tone == FindingTone::Fault && is_below() && has_share()
    }
}

/// Rounds to four decimals, so that what is written out is short and the same everywhere.
pub(super) fn round(value: f32) -> f64 {
    (f64::from(value) * 1e4).round() / 1e4
}

fn rounded<S: Serializer>(value: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(round(*value))
}
