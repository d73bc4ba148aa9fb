//! From a transcript to the draft of a scenario: what an author would begin with, made by rule.
//!
//! Ids come from titles and questions, sentences from the answer's text, their parts from the file or from how they read
//! ([`roles`]), key points from the clauses that carry the story ([`key_points`]), hints from what a question asks for, cards
//! from the answer's own sentences and weakened twins of it, judged by the engine ([`cards`]).

mod as_we;
mod cards;
mod gist;
mod key_points;
mod language;

use std::collections::BTreeSet;

use crate::interview::{
    competency::Competency,
    drafting::gist::DraftSentence,
    scenario::{
        Manner, PanelistFile, QuestionFile, Scenario, ScenarioFile, SectionFile, VERSION,
        id as scenario_id,
    },
    scoring::{Scorer, roles},
    star::Role,
    text::Text,
    transcript::{Interviewer, Transcript, TranscriptQuestion},
};

/// What helps with any question.
const HINT: &str = "Say where it was, what you did yourself, and what came of it with its number.";
/// The most doubtful parts that a draft names.
const MOST_DOUBTFUL: usize = 40;

/// The draft of a scenario.
#[derive(Clone, Debug)]
pub struct DraftedScenario {
    /// What is drafted.
    pub file: ScenarioFile,
    /// The sentences whose part is in doubt.
    pub doubtful: Vec<DoubtfulPart>,
    /// Whether the language was told by what is said; where it was not, the draft says English.
    pub language_is_told: bool,
}

/// A sentence that may play either of two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtfulPart {
    /// The id of its question.
    pub question: String,
    /// The part it was given.
    pub role: Role,
    /// The part it may play as well.
    pub perhaps: Role,
    /// Its words.
    pub sentence: String,
}

impl DraftedScenario {
    /// The draft as RON, with a comment that names what is in doubt.
    ///
    /// # Errors
    /// Whatever RON cannot write; a draft holds nothing of the kind.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        let mut text = String::new();
        if !self.doubtful.is_empty() {
            text.push_str(
                "// Look at the parts of these sentences, which read like either of two:\n",
            );
        }
        for doubt in self.doubtful.iter().take(MOST_DOUBTFUL) {
            let DoubtfulPart { question, role, perhaps, sentence } = doubt;
            let words: Vec<&str> = sentence.split_whitespace().take(9).collect();
            let (role, perhaps) = (role.name(), perhaps.name());
            text.push_str(&format!("// {question}: {role}, or {perhaps}? {}…\n", words.join(" ")));
        }
        Ok(text + &self.file.to_ron()?)
    }
}

/// Drafts a scenario.
pub fn draft(transcript: &Transcript) -> DraftedScenario {
    let mut taken = BTreeSet::new();
    // Questions that nobody is named for are asked by somebody all the same.
    let nobody = [Interviewer { title: "Interviewer".to_owned(), aliases: Vec::new() }];
    let panel = if transcript.panel.is_empty() { &nobody } else { transcript.panel.as_slice() };
    let panelist = |interviewer: &Interviewer| PanelistFile {
        id: id(&interviewer.title, "panelist", &mut taken),
        title: interviewer.title.clone(),
        aliases: interviewer.aliases.clone(),
        manner: Manner::Neutral,
        ..PanelistFile::default()
    };
    let panel: Vec<PanelistFile> = panel.iter().map(panelist).collect();
    let (mut taken, mut doubtful) = (BTreeSet::new(), Vec::new());
    let mut sections = Vec::new();
    for section in &transcript.sections {
        let questions = section.questions.iter().map(|question| {
            let asker = panel.get(question.asked_by.unwrap_or(0)).map_or("", |one| &one.id);
            draft_question(question, asker, &mut taken, &mut doubtful)
        });
        let questions = questions.collect();
        sections.push(SectionFile { title: section_title(&section.title), questions });
    }
    let position = transcript.position.clone().unwrap_or_default();
    let language = language::told(transcript);
    let language_is_told = language.is_some();
    let title = if position.is_empty() { "Panel interview".to_owned() } else { position.clone() };
    let mut file = ScenarioFile {
        version: VERSION,
        // Many are interviewed for the same position.
        id: scenario_id::of_title(format!("{} {title}", transcript.candidate).trim()),
        title,
        candidate: transcript.candidate.clone(),
        position,
        date: transcript.date.clone().unwrap_or_default(),
        language: language.unwrap_or_else(|| "en".to_owned()),
        panel,
        sections,
    };
    deal_cards(&mut file);
    DraftedScenario { file, doubtful, language_is_told }
}

fn draft_question(
    question: &TranscriptQuestion,
    asker: &str,
    taken: &mut BTreeSet<String>,
    doubtful: &mut Vec<DoubtfulPart>,
) -> QuestionFile {
    let id = id(&question.text, "question", taken);
    let mut model_answer: Vec<Vec<(Role, String)>> = Vec::new();
    for (at, paragraph) in question.model_answer.iter().enumerate() {
        let said = question.parts.get(at).copied().flatten();
        let sentences = sentences(paragraph).into_iter().map(|read| {
            if let (None, Some(perhaps)) = (said, read.perhaps) {
                let (role, sentence) = (read.role, read.text.clone());
                doubtful.push(DoubtfulPart { question: id.clone(), role, perhaps, sentence });
            }
            (said.unwrap_or(read.role), read.text)
        });
        model_answer.push(sentences.collect());
    }
    let told: Vec<DraftSentence> = told(&model_answer);
    let hint = Competency::asked_in(&question.text).map_or(HINT, |competency| competency.hint);
    QuestionFile {
        id,
        asked_by: asker.to_owned(),
        text: question.text.clone(),
        follow_up: question.follow_up,
        // Only an author can tell what fits any story; where there is none, every question does.
        stands_alone: question.follow_up && question.model_answer.is_empty(),
        hint: hint.to_owned(),
        key_points: key_points::key_points(&told),
        model_answer,
        cards: Vec::new(),
    }
}

fn told(model_answer: &[Vec<(Role, String)>]) -> Vec<DraftSentence> {
    model_answer.iter().flatten().map(|(role, text)| DraftSentence::new(*role, text)).collect()
}

/// Gives every question its cards, which the engine judges against the draft itself.
fn deal_cards(file: &mut ScenarioFile) {
    let scenario = file.to_ron().ok().and_then(|text| Scenario::from_ron(&text).ok());
    let Some(scorer) = scenario.map(|scenario| Scorer::of(&scenario)) else { return };
    let questions =
        file.sections.iter().enumerate().flat_map(|(section, one)| {
            one.questions.iter().map(move |question| (section, question))
        });
    let read: Vec<(usize, Option<&Competency>, Vec<DraftSentence>)> = questions
        .map(|(section, question)| {
            (section, Competency::asked_in(&question.text), told(&question.model_answer))
        })
        .collect();
    let cards = (0..read.len()).map(|at| {
        let (section, competency, told) = &read[at];
        // Another section and another competency are foreign; each question has others first.
        let foreign = |other: &usize| read[*other].0 != *section && read[*other].1 != *competency;
        let mut others: Vec<usize> = (0..read.len()).filter(foreign).collect();
        let turn = at.checked_rem(others.len()).unwrap_or(0);
        others.rotate_left(turn);
        let others: Vec<&[DraftSentence]> =
            others.into_iter().take(4).map(|other| read[other].2.as_slice()).collect();
        cards::cards(&scorer, at, told, &others)
    });
    let cards: Vec<_> = cards.collect();
    let questions = file.sections.iter_mut().flat_map(|section| &mut section.questions);
    for (question, cards) in questions.zip(cards) {
        question.cards = cards;
    }
}

/// A sentence with the part that it reads like, and another that it may play.
struct ReadSentence {
    role: Role,
    perhaps: Option<Role>,
    text: String,
}

/// The sentences of a paragraph.
fn sentences(paragraph: &str) -> Vec<ReadSentence> {
    let answer = Text::read(paragraph);
    let readings = roles::read(&answer);
    let mut parts: Vec<ReadSentence> = Vec::new();
    let mut at = 0;
    for (index, reading) in readings.iter().enumerate() {
        // Whatever stands between two sentences goes with the first, so that no letter is lost.
        let end = readings.get(index + 1).map_or(paragraph.len(), |next| next.span.start);
        let text = paragraph[at..end].trim();
        if !text.is_empty() {
            let role = reading.nearest_role();
            parts.push(ReadSentence {
                role,
                perhaps: perhaps(role, &reading.probabilities),
                text: text.to_owned(),
            });
        }
        at = end;
    }
    if parts.is_empty() {
        let text = paragraph.trim().to_owned();
        parts.push(ReadSentence { role: Role::Situation, perhaps: None, text });
    }
    parts
}

/// The part that is nearly as likely as the one that was taken.
fn perhaps(role: Role, probabilities: &[f32; 4]) -> Option<Role> {
    let taken = probabilities[role as usize];
    let others = Role::ALL.into_iter().filter(|other| *other != role);
    let next =
        others.max_by(|a, b| probabilities[*a as usize].total_cmp(&probabilities[*b as usize]))?;
    // Less than a fifth less likely.
    (probabilities[next as usize] * 5.0 > taken * 4.0).then_some(next)
}

/// A title in capitals as a heading: first letters large, small words small.
fn section_title(title: &str) -> String {
    if title.chars().any(char::is_lowercase) {
        return title.to_owned();
    }
    let small = ["and", "of", "the", "in", "on", "for", "to", "a", "with"];
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    title
        .to_lowercase()
        .split(' ')
        .enumerate()
        .map(|(index, word)| {
            if index > 0 && small.contains(&word) {
                return word.to_owned();
            }
            word.split('-').map(capitalised).collect::<Vec<_>>().join("-")
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A short name of small letters, digits and hyphens that nobody else has.
fn id(text: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let base = scenario_id::from_words(text).unwrap_or_else(|| otherwise.to_owned());
    let mut id = base.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_capitals_becomes_a_heading() {
        assert_eq!(section_title("DATA-DRIVEN DECISION MAKING"), "Data-Driven Decision Making");
        assert_eq!(section_title("STATE OF THE ART"), "State of the Art");
        assert_eq!(section_title("Already fine"), "Already fine");
    }

    #[test]
    fn ids_are_plain_and_taken_once() {
        let mut taken = BTreeSet::new();
        assert_eq!(id("VP Product", "panelist", &mut taken), "vp-product");
        assert_eq!(id("VP Product!", "panelist", &mut taken), "vp-product-2");
        assert_eq!(id("…", "panelist", &mut taken), "panelist");
    }

    #[test]
    fn no_letter_of_an_answer_is_lost() {
        for paragraph in ["One. Two: three?  Four!", "no end", "“He said: go. Now.” And I went."]
        {
            let joined: String =
                sentences(paragraph).iter().map(|one| one.text.replace(' ', "")).collect();
            assert_eq!(joined, paragraph.replace(' ', ""));
        }
    }
}
