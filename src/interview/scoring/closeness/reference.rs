//! What an answer is compared with: the question, the model answer and its key points.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        Story,
        closeness::{denials::Claims, match_features::Sketch},
        numbers::Numbers,
        roles,
        telling::Telling,
    },
    star::Role,
    text::{Span, Text, content::content_words},
};

/// A question with what a good answer says.
#[derive(Clone, Debug)]
pub struct Reference {
    question: Text,
    sketch: Sketch,
    asks: Asks,
    models: Vec<Model>,
}

/// What kind of answer a question calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Something that happened: "tell me about a time".
    Story,
    /// What one does or knows: "how do you".
    Habit,
    /// What one would do: "what would you".
    Plan,
    /// Who one is and what one wants: "tell me about yourself", "why do you".
    Oneself,
}

/// One model answer.
#[derive(Clone, Debug)]
pub(in crate::interview::scoring) struct Model {
    pub(in crate::interview::scoring) answer: Text,
    pub(in crate::interview::scoring) key_points: Vec<ReadKeyPoint>,
    /// How strongly each of its sentences does each part by its own words.
    pub(in crate::interview::scoring) strengths: Vec<[f32; 4]>,
    /// How present each part is, from 0 to 1, in the order of `Role::ALL`.
    pub(in crate::interview::scoring) presence: [f32; 4],
    /// How it is told.
    pub(in crate::interview::scoring) telling: Telling,
    /// The stems that carry content.
    pub(in crate::interview::scoring) stems: BTreeSet<String>,
    /// What it says and what it denies.
    pub(in crate::interview::scoring) claims: Claims,
    told: bool,
}

/// One thing the model answer says.
#[derive(Clone, Debug)]
pub(in crate::interview::scoring) struct ReadKeyPoint {
    pub(in crate::interview::scoring) role: Role,
    pub(in crate::interview::scoring) text: String,
    pub(in crate::interview::scoring) read: Text,
    /// Where it stands in the model answer.
    pub(in crate::interview::scoring) span: Span,
}

impl Reference {
    /// A question with one model answer, the parts of its sentences, and the passages of it that a full answer says.
    ///
    /// Without key points, every sentence is one.
    pub fn new(question: &str, model: &str, roles: &[Role], key_points: &[(Role, Span)]) -> Self {
        let mut read = Model::read(model);
        for (role, role_presence) in Role::ALL.iter().zip(&mut read.presence) {
            *role_presence = if roles.contains(role) { 1.0 } else { 0.0 };
        }
        if !key_points.is_empty() {
            let point = |(role, span): &(Role, Span)| {
                let text = span.of(model).to_owned();
                ReadKeyPoint { role: *role, read: Text::read(&text), text, span: *span }
            };
            read.key_points = key_points.iter().map(point).collect();
        }
        Self::of(question, vec![read])
    }

    /// A question with alternative references in plain text: the one an answer comes closest to counts.
    pub fn from_texts(question: &str, references: &[String]) -> Self {
        Self::of(question, references.iter().map(|text| Model::read(text)).collect())
    }

    fn of(question: &str, mut models: Vec<Model>) -> Self {
        if models.is_empty() {
            models.push(Model::read(""));
        }
        let question = Text::read(question);
        Self { asks: Asks::of(&question), sketch: Sketch::of(question.words()), question, models }
    }

    /// The question's words.
    pub fn question(&self) -> &str {
        self.question.text()
    }

    /// What kind of answer it calls for.
    pub fn asks(&self) -> Asks {
        self.asks
    }

    /// Whether somebody tells the model answer of themselves; else it explains something, as a textbook does.
    pub fn is_told(&self) -> bool {
        self.models[0].is_told()
    }

    /// The model answer's text; the places of its key points lie in it.
    pub fn model_text(&self) -> &str {
        self.models[0].answer.text()
    }

    /// Whether an answer like this model answer is asked for a part: in *this story* where a key point is of that part;
    /// else a story needs all four, what one says of oneself none, and other answers need those that the model answer has.
    pub(in crate::interview::scoring) fn asks_for(
        &self,
        model: &Model,
        role: Role,
        story: Story,
    ) -> bool {
        match story {
            Story::This => model.key_points.iter().any(|point| point.role == role),
            Story::Own => match self.asks {
                Asks::Story => true,
                Asks::Oneself => false,
                Asks::Habit | Asks::Plan => {
                    model.presence[role as usize] >= Numbers::shipped().qualities.parts.in_model
                }
            },
        }
    }

    pub(in crate::interview::scoring) fn read_question(&self) -> &Text {
        &self.question
    }

    pub(in crate::interview::scoring) fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    pub(in crate::interview::scoring) fn models(&self) -> &[Model] {
        &self.models
    }
}

impl Asks {
    fn of(question: &Text) -> Self {
        let words: Vec<_> = question.words().iter().map(|w| w.lower.as_str()).collect();
        let has = |phrase: &[&str]| words.windows(phrase.len()).any(|window| window == phrase);
        let of_oneself = [
            &["yourself"][..],
            &["strength"],
            &["strengths"],
            &["weakness"],
            &["weaknesses"],
            &["attracts", "you"],
            &["draws", "you"],
            &["drew", "you"],
            &["motivates", "you"],
            &["why", "are", "you"],
            &["why", "did", "you"],
            &["why", "do", "you"],
            &["why", "should", "we"],
            &["why", "would", "you"],
            &["what", "made", "you"],
        ];
        if of_oneself.iter().any(|phrase| has(phrase)) && !has(&["a", "time"]) {
            Self::Oneself
        } else if has(&["would", "you"]) || has(&["will", "you"]) {
            Self::Plan
        } else if [
            &["a", "time"][..],
            &["walk", "me"],
            &["tell", "me", "about"],
            &["describe", "a"],
            &["an", "example"],
            &["what", "happened"],
            &["did", "you"],
            &["have", "you", "ever"],
            &["a", "situation"],
        ]
        .iter()
        .any(|phrase| has(phrase))
        {
            Self::Story
        } else {
            Self::Habit
        }
    }
}

impl Model {
    /// Whether somebody tells it of themselves; else it explains something, as a textbook does.
    pub(in crate::interview::scoring) fn is_told(&self) -> bool {
        self.told
    }

    fn read(text: &str) -> Self {
        let answer = Text::read(text);
        let readings = roles::read(&answer);
        let mut key_points = Vec::new();
        for (sentence, reading) in answer.sentences().iter().zip(&readings) {
            for span in clauses(&answer, sentence.span, sentence.words.len()) {
                let text = span.of(answer.text()).to_owned();
                let read = Text::read(&text);
                if !read.words().is_empty() {
                    key_points.push(ReadKeyPoint {
                        role: reading.nearest_role(),
                        read,
                        text,
                        span,
                    });
                }
            }
        }
        let strengths = roles::strengths(&answer);
        let (every, none) = (vec![true; strengths.len()], vec![false; strengths.len()]);
        let presence = roles::presence(&strengths, &every);
        let telling = Telling::read(&answer, &every, &none, &none);
        let stems = content_words(&answer).map(|word| word.stem.clone()).collect();
        let claims = Claims::of(&answer);
        let told = answer.words().iter().any(|word| {
            let head = word.lower.split(['\'', '’']).next().unwrap_or_default();
            matches!(head, "i" | "we" | "my" | "our" | "me" | "us")
        });
        Self { answer, key_points, strengths, presence, telling, stems, claims, told }
    }
}

/// A sentence, or its parts where it is long and has semicolons or dashes.
fn clauses(answer: &Text, sentence: Span, words: usize) -> Vec<Span> {
    if words <= Numbers::shipped().comparing.points.long_sentence {
        return vec![sentence];
    }
    let text = sentence.of(answer.text());
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, mark) in text.match_indices([';', '–', '—']) {
        parts.push(Span { start: sentence.start + from, end: sentence.start + at });
        from = at + mark.len();
    }
    parts.push(Span { start: sentence.start + from, end: sentence.end });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, asks: Asks) {
        assert_eq!(Reference::from_texts(question, &[]).asks(), asks);
    }

    #[test]
    fn a_question_asks_for_a_story_a_habit_a_plan_or_oneself() {
        check("Tell me about a time you lost a customer.", Asks::Story);
        check("How do you plan a shift?", Asks::Habit);
        check("What would you change in the first week?", Asks::Plan);
        check("Tell me about yourself.", Asks::Oneself);
        check("Why do you want to lead this ward?", Asks::Oneself);
        check("Why did you choose nursing?", Asks::Oneself);
        check("Tell me about a time a customer made you angry.", Asks::Story);
        check("Tell me about a time you surprised yourself.", Asks::Story);
    }

    #[test]
    fn key_points_know_their_place_in_the_model_answer() {
        let model = "I called the depot.\n\nThey sent two vans.";
        let roles = [Role::Action, Role::Result];
        let points = [(Role::Result, Span { start: 31, end: 39 })];
        let reference = Reference::new("What happened?", model, &roles, &points);
        let point = &reference.models()[0].key_points[0];
        assert_eq!(point.span.of(reference.model_text()), "two vans");
    }
}
