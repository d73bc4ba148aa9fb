//! An answer that is told: its sentences with their parts, and the marks of what it holds and lacks.

use crate::interview::{
    scenario::{Question, Twin, TwinKind},
    scoring::{
        assessment::{Assessment, Coverage, KeyPointMatch, Level, RoleReading},
        criterion_id::CriterionId,
        presence::Presence,
        roles,
    },
    star::Role,
    text::{Span, Text, Unit},
};

/// One sentence as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldSentence {
    /// Where it stands in the answer.
    pub span: Span,
    /// What it does in the story; nothing where no story is told.
    pub role: Option<Role>,
    /// The paragraph it belongs to, from 0.
    pub paragraph: usize,
    /// How many words it has.
    pub words: usize,
}

/// Where an answer says a key point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointMark {
    /// The key point, by its index.
    pub key_point: usize,
    /// The words that say it.
    pub span: Span,
    /// Whether they say all of it.
    pub coverage: Coverage,
}

/// What an answer lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A part of the story.
    Part(Role),
    /// A story: what happened once.
    Story,
    /// An answer to what was asked.
    Answer,
    /// Every figure, or, where it has some, those that the strong answer has.
    Figures {
        /// Whether it has none.
        every: bool,
    },
    /// What the teller did.
    OwnPart,
    /// A key point: its part and the words of the model answer.
    KeyPoint(Role, String),
}

impl Missing {
    /// What is missing, in a few words.
    pub fn words(&self) -> String {
        match self {
            Self::Part(role) => format!("the {}", role.name()),
            Self::Story => "a story: what happened once".to_owned(),
            Self::Answer => "an answer to this question".to_owned(),
            Self::Figures { every: true } => "every figure".to_owned(),
            Self::Figures { every: false } => "figures that the strong answer has".to_owned(),
            Self::OwnPart => "“I”: who did it".to_owned(),
            Self::KeyPoint(_, text) => text.clone(),
        }
    }

    /// The part that it belongs to, if it belongs to one.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Part(role) | Self::KeyPoint(role, _) => Some(*role),
            Self::Story | Self::Answer | Self::Figures { .. } | Self::OwnPart => None,
        }
    }
}

/// What the engine made of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Its level; nothing where it is not judged.
    pub level: Option<Level>,
    /// What is said beside the level, if anything.
    pub note: Option<String>,
    /// What an answer of this level sounds like.
    pub anchor: String,
    /// The one change that would lift it, with its heading.
    pub change: Option<(String, String)>,
}

impl Verdict {
    fn of(assessment: &Assessment) -> Self {
        let change = |step: &crate::interview::scoring::assessment::NextStep| {
            (step.headed("One change"), step.sentence.clone())
        };
        Self {
            level: assessment.judged_level(),
            note: assessment.level_note(),
            anchor: match &assessment.unjudged {
                Some(unjudged) => unjudged.sentence.clone(),
                None => assessment.anchor.clone(),
            },
            change: assessment.next_step.as_ref().map(change),
        }
    }
}

/// An answer as it is told on stage.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldAnswer {
    /// What it lacks by its author; nothing for the strong answer and for the room's.
    pub kind: Option<TwinKind>,
    /// Its words.
    pub text: String,
    /// Its sentences, in order.
    pub sentences: Vec<ToldSentence>,
    /// Its figures, lengths of time among them.
    pub figures: Vec<Span>,
    /// Where it says the key points.
    pub points: Vec<PointMark>,
    /// What it lacks.
    pub missing: Vec<Missing>,
    /// Why it is weaker, by its author.
    pub because: Option<String>,
    /// What the engine made of it, once it has read it.
    pub verdict: Option<Verdict>,
}

impl ToldAnswer {
    /// The model answer of a question, with the parts and key points that its author gave it.
    pub fn model(question: &Question) -> Self {
        let model = &question.model;
        let text = model.text();
        let paragraphs = model.paragraphs.iter().enumerate();
        let paragraphs = paragraphs.flat_map(|(number, told)| told.iter().map(move |_| number));
        let sentences = model.places().zip(paragraphs).map(|((sentence, span), paragraph)| {
            let words = Text::count_words(&sentence.text);
            ToldSentence { span, role: Some(sentence.role), paragraph, words }
        });
        let points = model.key_points.iter().enumerate().map(|(key_point, point)| PointMark {
            key_point,
            span: point.span,
            coverage: Coverage::Hit,
        });
        Self {
            kind: None,
            sentences: sentences.collect(),
            figures: figures(&Text::read(&text)),
            points: points.collect(),
            missing: Vec::new(),
            because: None,
            verdict: None,
            text,
        }
    }

    /// A twin; what it says of the key points is known once the engine has read it.
    pub fn twin(twin: &Twin<'_>) -> Self {
        let mut told = Self::own(twin.text);
        let lacks = twin.kind.part();
        for (sentence, reading) in told.sentences.iter_mut().zip(readings(twin.text)) {
            let story = twin.kind != TwinKind::Opinion;
            sentence.role = story.then(|| likeliest(&reading, lacks));
        }
        told.missing.extend(lacks.map(Missing::Part));
        told.missing.extend(match twin.kind {
            TwinKind::NoFigures => Some(Missing::Figures { every: told.figures.is_empty() }),
            TwinKind::OnlyWe => Some(Missing::OwnPart),
            TwinKind::Opinion => Some(Missing::Story),
            TwinKind::AnotherQuestion => Some(Missing::Answer),
            _ => None,
        });
        Self { kind: Some(twin.kind), because: Some(twin.because.clone().into_owned()), ..told }
    }

    /// Anybody's answer, such as the room's.
    pub fn own(text: &str) -> Self {
        let read = Text::read(text);
        let mut paragraph = 0;
        let mut from = 0;
        let sentences =
            read.sentences().iter().zip(roles::read(&read)).map(|(sentence, reading)| {
                let gap = Span { start: from, end: sentence.span.start };
                if from > 0 && gap.of(text).matches('\n').count() > 1 {
                    paragraph += 1;
                }
                from = sentence.span.end;
                ToldSentence {
                    span: sentence.span,
                    role: reading.role(),
                    paragraph,
                    words: sentence.words.len(),
                }
            });
        Self {
            kind: None,
            text: text.to_owned(),
            sentences: sentences.collect(),
            figures: figures(&read),
            points: Vec::new(),
            missing: Vec::new(),
            because: None,
            verdict: None,
        }
    }

    /// The same with what the engine made of it. What its author says it lacks, it lacks.
    #[must_use]
    pub fn read_by(mut self, assessment: &Assessment) -> Self {
        // The engine may read the parts better than phrases do; what is no story has none.
        for sentence in self.sentences.iter_mut().filter(|_| self.kind.is_none()) {
            let read =
                assessment.sentences.iter().find(|read| read.span.start == sentence.span.start);
            sentence.role = read.and_then(RoleReading::lettered).filter(|_| assessment.has_parts());
        }
        let said = |point: &KeyPointMatch| {
            let span = point.evidence.filter(|_| point.coverage > Coverage::Missed)?;
            Some(PointMark { key_point: point.key_point, span, coverage: point.coverage })
        };
        // Words in common with the model answer are no point of it where another thing is told.
        let tells = !matches!(self.kind, Some(TwinKind::Opinion | TwinKind::AnotherQuestion));
        self.points = assessment.key_points.iter().filter(|_| tells).filter_map(said).collect();
        let told = |role: Role| self.sentences.iter().any(|sentence| sentence.role == Some(role));
        let parts =
            Role::ALL.into_iter().filter(|role| assessment.is_missing(*role) && !told(*role));
        let mut lacks: Vec<_> = parts.filter(|_| tells).map(Missing::Part).collect();
        if assessment.figures == 0 && self.figures.is_empty() {
            lacks.push(Missing::Figures { every: true });
        }
        if assessment
            .score(CriterionId::OWN_CONTRIBUTION)
            .is_some_and(|own| Presence::of(own) == Presence::Missing)
        {
            lacks.push(Missing::OwnPart);
        }
        let missed = |point: &&KeyPointMatch| tells && point.coverage == Coverage::Missed;
        let missed = assessment.key_points.iter().filter(missed);
        lacks.extend(missed.map(|point| Missing::KeyPoint(point.role, point.text.clone())));
        for lack in lacks {
            if !self.missing.contains(&lack) {
                self.missing.push(lack);
            }
        }
        self.verdict = Some(Verdict::of(assessment));
        self
    }

    /// The same by a model answer, which lacks nothing: level and anchor alone.
    #[must_use]
    pub fn judged(mut self, assessment: &Assessment) -> Self {
        self.verdict = Some(Verdict::of(assessment));
        self
    }

    /// The same with some of its sentences alone.
    #[must_use]
    pub fn only(&self, sentences: &[usize]) -> Self {
        let sentences = sentences.iter().filter_map(|number| self.sentences.get(*number)).cloned();
        Self { sentences: sentences.collect(), ..self.clone() }
    }

    /// What it is called: strong, or what it lacks.
    pub fn heading(&self) -> &'static str {
        self.kind.map_or("The strong answer", TwinKind::name)
    }

    /// How full each part is when the first so many sentences are told: 0 to 1, in the order of [`Role::ALL`].
    pub fn parts_told(&self, sentences: usize) -> [f32; 4] {
        Role::ALL.map(|role| {
            let of = |told: &&ToldSentence| told.role == Some(role);
            let all = self.sentences.iter().filter(of).count();
            let told = self.sentences.iter().take(sentences).filter(of).count();
            if all == 0 { 0.0 } else { told as f32 / all as f32 }
        })
    }

    /// The words of the first so many sentences.
    pub fn text_to(&self, sentences: usize) -> &str {
        let last = sentences.min(self.sentences.len()).checked_sub(1);
        last.map_or("", |last| &self.text[..self.sentences[last].span.end])
    }
}

fn readings(text: &str) -> Vec<RoleReading> {
    roles::read(&Text::read(text))
}

/// The likeliest part of a sentence but for one.
fn likeliest(reading: &RoleReading, but: Option<Role>) -> Role {
    let parts = Role::ALL.into_iter().zip(reading.probabilities);
    let parts = parts.filter(|(role, _)| Some(*role) != but);
    parts.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(Role::Action, |(role, _)| role)
}

fn figures(text: &Text) -> Vec<Span> {
    let shown = text.figures().iter().filter(|figure| figure.unit != Unit::Date);
    shown.map(|figure| figure.span).collect()
}
