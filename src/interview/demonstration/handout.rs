//! What a room takes home: the questions, the strong answer beside a weak one with their marks, the anchors.

use crate::interview::{
    demonstration::{run::read_answers, told::ToldAnswer},
    scenario::{Scenario, TwinKind},
    scoring::{Refused, Scorer, Story, assessment::Level, numbers::Numbers},
    star::Role,
};

/// A handout.
#[derive(Clone, Debug, PartialEq)]
pub struct Handout {
    /// What it is of.
    pub title: String,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// The questions, in order.
    pub questions: Vec<HandoutQuestion>,
    /// What an answer of each level sounds like, the highest first.
    pub anchors: Vec<(Level, String)>,
}

/// A question with its answers side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutQuestion {
    /// Its number, from 1.
    pub number: usize,
    /// The title of who asks it.
    pub asked_by: String,
    /// Its words.
    pub text: String,
    /// The strong answer.
    pub strong: ToldAnswer,
    /// A weak one; nothing where the question offers none.
    pub twin: Option<ToldAnswer>,
}

impl Handout {
    /// The handout of a scenario, each question with the twin whose weakness has come up least before.
    ///
    /// # Errors
    /// As [`Scorer::assess`].
    pub fn of(scenario: &Scenario, scorer: &Scorer) -> Result<Self, Refused> {
        let mut shown: Vec<TwinKind> = Vec::new();
        let mut questions = Vec::new();
        for (index, question) in scenario.questions().iter().enumerate() {
            let twins = scenario.twins(index);
            let times = |kind: TwinKind| shown.iter().filter(|known| **known == kind).count();
            let twin = twins.iter().min_by_key(|twin| (times(twin.kind), twin.kind));
            shown.extend(twin.map(|twin| twin.kind));
            let answers = std::iter::once(ToldAnswer::model(question));
            let answers = answers.chain(twin.map(ToldAnswer::twin)).collect();
            let mut read = read_answers(scorer, index, answers)?.into_iter();
            let Some(strong) = read.next() else { continue };
            questions.push(HandoutQuestion {
                number: index + 1,
                asked_by: scenario.asker(index).title.clone(),
                text: question.text.clone(),
                strong,
                twin: read.next(),
            });
        }
        let anchors = &Numbers::shipped().rubric.of(Story::This);
        let levels = (1..=5).rev().map(Level::new);
        Ok(Self {
            title: scenario.title().to_owned(),
            language: scenario.language().to_owned(),
            questions,
            anchors: levels.map(|level| (level, anchors.anchor(level).to_owned())).collect(),
        })
    }
}

/// A stretch of a sentence that is shown in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedRun {
    /// Its words.
    pub text: String,
    /// Whether it says a key point.
    pub point: bool,
    /// Whether it is a figure.
    pub figure: bool,
}

impl ToldAnswer {
    /// A sentence cut where its marks change, behind its part.
    pub fn marked(&self, sentence: usize) -> Option<(Option<Role>, Vec<MarkedRun>)> {
        let told = self.sentences.get(sentence)?;
        let within = |at: usize| told.span.start < at && at < told.span.end;
        let points = self.points.iter().map(|point| point.span);
        let marks = points.chain(self.figures.iter().copied());
        let mut cuts: Vec<usize> = marks.flat_map(|span| [span.start, span.end]).collect();
        cuts.retain(|at| within(*at));
        cuts.extend([told.span.start, told.span.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let runs = cuts.windows(2).filter_map(|ends| {
            let covers =
                |span: &crate::interview::text::Span| span.start <= ends[0] && ends[1] <= span.end;
            Some(MarkedRun {
                text: self.text.get(ends[0]..ends[1])?.to_owned(),
                point: self.points.iter().any(|point| covers(&point.span)),
                figure: self.figures.iter().any(covers),
            })
        });
        Some((told.role, runs.collect()))
    }
}
