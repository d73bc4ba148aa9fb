//! The debrief as running text: what the terminal prints and what is copied out of the window.

use crate::interview::{
    debrief::{
        Debrief,
        questions::{Outcome, QuestionResult},
    },
    scoring::Story,
    session::DealtCard,
};

/// A passage of a report; it may hold line breaks of the player's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// How far in it stands, in steps.
    pub depth: usize,
    /// Its words; none for an empty line.
    pub text: String,
}

fn line(depth: usize, text: impl Into<String>) -> ReportLine {
    ReportLine { depth, text: text.into() }
}

/// Lines as one text, two blanks for each step.
fn joined(lines: &[ReportLine]) -> String {
    let mut text = String::new();
    for line in lines {
        if line.text.is_empty() {
            text.push('\n');
        }
        for passage in line.text.lines() {
            let indent = if passage.is_empty() { 0 } else { 2 * line.depth };
            text.push_str(&" ".repeat(indent));
            text.push_str(passage.trim_end());
            text.push('\n');
        }
    }
    text
}

impl Debrief {
    /// The questions that were asked, in the order in which they were.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionResult> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The whole debrief as plain text.
    pub fn text(&self) -> String {
        let mut lines = self.summary();
        lines.push(line(0, ""));
        lines.extend(self.question_by_question());
        joined(&lines)
    }

    /// One question of [`questions`](Self::questions) as plain text; nothing where there is none in this place.
    pub fn question_text(&self, place: usize) -> Option<String> {
        let question = self.questions().nth(place)?;
        Some(joined(&self.question_lines(place + 1, question)))
    }

    /// Every question with its answer, its level and the model answer.
    pub fn question_by_question(&self) -> Vec<ReportLine> {
        let mut lines = vec![line(0, "Question by question")];
        if self.asked == 0 {
            lines.push(line(1, "Nothing was asked to the end."));
        }
        for (place, question) in self.questions().enumerate() {
            lines.push(line(0, ""));
            lines.extend(self.question_lines(place + 1, question));
        }
        lines
    }

    fn question_lines(&self, number: usize, question: &QuestionResult) -> Vec<ReportLine> {
        let mut lines =
            vec![line(0, format!("{number}. {}: {}", question.asked_by, question.text))];
        lines.push(line(1, outcome(question)));
        if let Some(unjudged) = &question.unjudged {
            lines.push(line(1, unjudged.sentence.clone()));
        }
        if let Some(answer) = &question.answer {
            let picked = !question.cards.is_empty();
            lines.push(line(1, if picked { "The answer you picked:" } else { "Your answer:" }));
            lines.push(line(2, answer.clone()));
        }
        for probe in &question.probes {
            lines.push(line(1, format!("{} asked back: {}", probe.asked_by, probe.text)));
            let added = probe.addition.as_deref().unwrap_or("You left it open.");
            lines.push(line(2, added));
        }
        lines.extend(card_lines(&question.cards).into_iter().map(|mut line| {
            line.depth += 1;
            line
        }));
        if let Some(step) = &question.next_step {
            lines.push(line(1, format!("{}:", step.headed("One change"))));
            lines.push(line(2, step.sentence.clone()));
        }
        let heading = match self.settings.story {
            _ if question.is_kept => "Your own answer that you kept:",
            Story::This => "The model answer:",
            Story::Own => "One way to tell it, in the model's own story:",
        };
        if !question.model_answer.is_empty() {
            lines.push(line(1, heading));
            lines.push(line(2, question.model_answer.clone()));
        }
        lines
    }

    /// What the whole interview showed: levels, the next step, what went well, and the votes.
    pub fn summary(&self) -> Vec<ReportLine> {
        let mut lines = vec![line(0, format!("Debrief: {}", self.scenario))];
        let answered = self.answered_in_words();
        lines.push(line(0, format!("{answered}. Seed {}.", self.settings.seed)));
        let mut verdict = format!("{}.", self.headline());
        if let (Some(rests_on), Some(rating)) = (self.rests_on(), self.rating) {
            verdict.push_str(&format!(" It {rests_on}; their mean rating is {rating:.1} of 5."));
        }
        lines.push(line(0, verdict));
        lines.extend([line(0, ""), line(0, "Level by section:")]);
        for section in &self.sections {
            lines.push(line(1, format!("{}: {}", section.title, section.in_words())));
            for question in &section.questions {
                let own = question
                    .own_rating
                    .map_or(String::new(), |own| format!(", you said {}", own.number()));
                let went = format!("{}{own}: {}", question.in_words(), question.text);
                lines.push(line(2, went));
            }
        }
        if let Some(next) = &self.next {
            lines
                .extend([line(0, ""), line(0, format!("{}:", next.step.headed("Your next step")))]);
            lines.push(line(1, next.step.sentence.clone()));
            lines.push(line(1, format!("on: {}", next.text)));
        }
        if !self.strengths.is_empty() {
            lines.extend([line(0, ""), line(0, "What went well:")]);
        }
        for strength in &self.strengths {
            lines.push(line(1, format!("“{}”", strength.quote)));
            lines.push(line(2, strength.sentence.clone()));
        }
        for panelist in &self.panel {
            let (vote, mean) = (panelist.vote.name(), panelist.mean);
            lines.push(line(0, ""));
            lines.push(line(0, format!("{}: {vote} ({mean:.1} of 5)", panelist.title)));
            if let Some((_, quote)) = &panelist.quote {
                lines.push(line(1, format!("“{quote}”")));
            }
            lines.push(line(1, panelist.sentence.clone()));
        }
        if let (Some(own), Some(gap)) = (self.own_ratings, self.own_rating_gap) {
            let said = format!("Your own ratings: {}; {gap:+.1} on average.", own.in_words());
            lines.extend([line(0, ""), line(0, said)]);
        }
        lines
    }
}

/// What came of a question, as a sentence.
fn outcome(question: &QuestionResult) -> String {
    let note = question.level_note().map_or(String::new(), |note| format!(", {note}"));
    let went = match question.level {
        Some(level) => format!("Level {} of 5{note}", level.number()),
        None if question.outcome == Outcome::Skipped => "Skipped".to_owned(),
        None if question.outcome == Outcome::Open => "Not answered".to_owned(),
        None => "Not judged".to_owned(),
    };
    match question.own_rating {
        Some(own) => format!("{went}; you said {}.", own.number()),
        None => format!("{went}."),
    }
}

/// Which card was the strongest, and why each of the others is weaker; nothing where no card was picked.
pub fn card_lines(cards: &[DealtCard]) -> Vec<ReportLine> {
    let mut lines: Vec<_> =
        DealtCard::verdict(cards).map(|verdict| line(0, verdict)).into_iter().collect();
    for card in cards {
        let said = match &card.weaker_because {
            Some(because) => format!("Card {}, {}: {because}", card.number, card.place()),
            None => format!("Card {}, {}.", card.number, card.place()),
        };
        lines.push(line(1, said));
    }
    lines
}
