//! A question with its model answer on which the criteria try themselves in their tests.

#[cfg(feature = "meaning")]
use std::sync::LazyLock;

#[cfg(feature = "meaning")]
use crate::interview::scoring::engine::Engine;
use crate::interview::{
    scoring::{
        Scorer, Story,
        assessment::{Assessment, Finding},
        closeness::reference::Reference,
        criterion_id::CriterionId,
    },
    star::Role,
    text::Span,
};

pub(in crate::interview::scoring) const QUESTION: &str =
    "Tell me about a time you had to bring a project back on track.";

/// The model answer, sentence by sentence.
pub(in crate::interview::scoring) const MODEL: [(Role, &str); 8] = [
    (
        Role::Situation,
        "Two winters ago our library in Leith was moving 60,000 books to a new catalogue, and after five weeks only 4% were done.",
    ),
    (
        Role::Situation,
        "The volunteers typed every label twice and the barcode scanner crashed daily.",
    ),
    (Role::Task, "My task was to finish before the lending desk reopened in March."),
    (
        Role::Action,
        "I timed each step with a stopwatch for two days and found that retyping took 70% of the hours.",
    ),
    (
        Role::Action,
        "I wrote a small script that copied the labels from the old catalogue and borrowed three scanners from the museum.",
    ),
    (
        Role::Action,
        "I paired every new volunteer with an experienced librarian for the first morning.",
    ),
    (
        Role::Result,
        "As a result, we catalogued 2,100 books a day instead of 300 and reopened four days early.",
    ),
    (
        Role::Result,
        "The error rate fell from 6% to 1%, and two other libraries now use the script.",
    ),
];

/// Another question of the same scenario.
const OTHER_QUESTION: &str = "Tell me about a time you gave somebody hard feedback.";
/// Its model answer.
pub(in crate::interview::scoring) const OTHER_MODEL: [(Role, &str); 4] = [
    (
        Role::Situation,
        "Last autumn our reading-group host, Priya, interrupted quiet guests so often that five of them stopped coming.",
    ),
    (Role::Task, "I had to tell her without losing her."),
    (
        Role::Action,
        "I asked her for a coffee, described two evenings exactly and asked how she saw them.",
    ),
    (
        Role::Result,
        "She apologised, started a speaking token, and by December all five guests were back.",
    ),
];

pub(in crate::interview::scoring) fn model_text() -> String {
    MODEL.map(|(_, s)| s).join(" ")
}

pub(in crate::interview::scoring) fn scorer() -> Scorer {
    let reference = |question: &str, model: &[(Role, &str)]| {
        let text = model.iter().map(|(_, sentence)| *sentence).collect::<Vec<_>>().join(" ");
        let roles: Vec<_> = model.iter().map(|(role, _)| *role).collect();
        let mut from = 0;
        let points = model.iter().map(|(role, sentence)| {
            let start = from;
            from = start + sentence.len() + 1;
            (*role, Span { start, end: start + sentence.len() })
        });
        let points: Vec<_> = points.collect();
        Reference::new(question, &text, &roles, &points)
    };
    Scorer::new(vec![reference(QUESTION, &MODEL), reference(OTHER_QUESTION, &OTHER_MODEL)])
}

#[track_caller]
pub(in crate::interview::scoring) fn assess(answer: &str, story: Story) -> Assessment {
    scorer().assess(0, answer, story).expect("the answer is short enough")
}

/// An engine that reads by meaning, one for all tests: it takes its time to start.
#[cfg(feature = "meaning")]
pub(in crate::interview::scoring) fn engine() -> Engine {
    static ENGINE: LazyLock<Engine> =
        LazyLock::new(|| Engine::load().expect("the encoder that ships with the game loads"));
    ENGINE.clone()
}

/// What a criterion says of an answer to the question.
#[track_caller]
pub(super) fn finding(criterion: CriterionId, answer: &str, story: Story) -> Finding {
    assess(answer, story).finding(criterion).expect("the criterion is in the table").clone()
}

/// How far the answer to the question meets a criterion that it is asked for.
#[track_caller]
pub(super) fn score(criterion: CriterionId, answer: &str, story: Story) -> f32 {
    finding(criterion, answer, story).score.expect("the question asks for it")
}

/// Whether a gate fires, on the whole model answer with `extra` behind it, and on `answer` alone.
#[track_caller]
pub(super) fn fires(gate: CriterionId, answer: &str) -> bool {
    finding(gate, answer, Story::This).fired()
}
