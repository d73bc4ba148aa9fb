//! From the file as written to the scenario that holds: every fault named, with its place.

mod cards;

use std::collections::BTreeSet;

use crate::interview::{
    diagnostic::{Code, Diagnostic},
    scenario::{
        KeyPoint, MAX_BYTES, MAX_PANEL, MAX_QUESTIONS, MAX_SECTIONS, MAX_TEXT, ModelAnswer,
        ModelSentence, Panelist, PanelistFile, Question, QuestionFile, Scenario, ScenarioFile,
        Section,
        authored::{Authored, Faults},
        file::VERSION,
        form,
        id::{self, MAX_ID},
        language,
        look::Look,
    },
    scoring::criteria::Criteria,
    star::Role,
};

const SCENARIO: Authored = Authored {
    what: "a scenario",
    form: &form::FILE,
    most_bytes: MAX_BYTES,
    help: "split it into several scenarios",
};

/// Reads and checks a whole file.
pub(super) fn read(text: &str) -> Result<Scenario, Vec<Diagnostic>> {
    SCENARIO.read(text, |file, faults| Check { faults }.scenario(file))
}

struct Check<'a, 'text> {
    faults: &'a mut Faults<'text>,
}

impl Check<'_, '_> {
    fn fault(
        &mut self,
        code: Code,
        path: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.faults.add(code, path, message, help);
    }

    /// A text that must be there, bounded and free of control characters.
    fn text(&mut self, path: &str, what: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(
                Code::TextEmpty,
                path,
                format!("{what} is empty"),
                "write it, or take out what it belongs to",
            );
        }
        self.optional_text(path, what, text);
    }

    fn optional_text(&mut self, path: &str, what: &str, text: &str) {
        let length = text.chars().count();
        if length > MAX_TEXT {
            self.fault(
                Code::TextTooLong,
                path,
                format!("{what} has {length} characters, more than the {MAX_TEXT} it may have"),
                "shorten it",
            );
        }
        if let Some(control) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            self.fault(
                Code::ControlCharacters,
                path,
                format!("{what} holds the control character U+{:04X}", u32::from(control)),
                "take it out",
            );
        }
    }

    fn count(&mut self, path: &str, what: &str, count: usize, at_most: usize) {
        if count == 0 {
            self.fault(
                Code::ListEmpty,
                path,
                format!("there is no {what}"),
                format!("add at least one {what}"),
            );
        } else if count > at_most {
            self.fault(
                Code::ListTooLong,
                path,
                format!("there are {count} of `{what}`, more than the {at_most} there may be"),
                "take some out or make a second scenario of them",
            );
        }
    }

    fn scenario(&mut self, file: ScenarioFile) -> Scenario {
        if file.version != VERSION {
            self.fault(
                Code::UnknownVersion,
                "version",
                format!(
                    "the version is {}, and this program reads version {VERSION}",
                    file.version
                ),
                format!("write `version: {VERSION}` if the file is of that form"),
            );
        }
        if !file.id.is_empty() && !id::is_id(&file.id) {
            self.wrong_id("id", "scenario", &file.id);
        }
        self.text("title", "the title", &file.title);
        for (path, text) in
            [("candidate", &file.candidate), ("position", &file.position), ("date", &file.date)]
        {
            self.optional_text(path, path, text);
        }
        let language = if file.language.is_empty() { "en".to_owned() } else { file.language };
        if !language::is_tag(&language) {
            let help = match language::meant_by(&language) {
                Some(tag) => format!("write its BCP 47 tag: \"{tag}\""),
                None => "write a BCP 47 tag, such as \"en\" or \"de-AT\"".to_owned(),
            };
            let message = format!("`{language}` is not a language tag");
            self.fault(Code::WrongLanguage, "language", message, help);
        }
        let panel = self.panel(file.panel);
        self.count("sections", "section", file.sections.len(), MAX_SECTIONS);
        let total = file.sections.iter().map(|section| section.questions.len()).sum::<usize>();
        if total > MAX_QUESTIONS {
            self.count("sections", "question", total, MAX_QUESTIONS);
        }
        let mut sections = Vec::new();
        let mut questions = Vec::new();
        let mut ids = BTreeSet::new();
        for (index, section) in file.sections.into_iter().enumerate() {
            let path = format!("sections[{index}]");
            self.text(&format!("{path}.title"), "the section's title", &section.title);
            if section.questions.is_empty() {
                self.count(&format!("{path}.questions"), "question", 0, MAX_QUESTIONS);
            }
            let first = questions.len();
            for (number, question) in section.questions.into_iter().enumerate() {
                let path = format!("{path}.questions[{number}]");
                if number == 0 && question.follow_up {
                    self.fault(
                        Code::NothingToFollowUp,
                        &format!("{path}.follow_up"),
                        format!("`{}` follows up nothing: it opens its section", question.id),
                        "write `follow_up: false`, or move it behind the question it follows up",
                    );
                }
                self.id(&path, "question", &question.id, &mut ids);
                questions.push(self.question(&path, question, index, &panel));
            }
            sections.push(Section { title: section.title, questions: first..questions.len() });
        }
        Scenario {
            id: if file.id.is_empty() { id::of_title(&file.title) } else { file.id },
            title: file.title,
            candidate: file.candidate,
            position: file.position,
            language,
            panel,
            sections,
            questions,
        }
    }

    fn wrong_id(&mut self, path: &str, what: &str, id: &str) {
        self.fault(
            Code::WrongId,
            path,
            format!("`{id}` cannot be the id of a {what}"),
            format!("use 1 to {MAX_ID} small letters, digits and hyphens"),
        );
    }

    fn id(&mut self, path: &str, what: &str, id: &str, seen: &mut BTreeSet<String>) {
        let path = format!("{path}.id");
        if !id::is_id(id) {
            self.wrong_id(&path, what, id);
        } else if !seen.insert(id.to_owned()) {
            self.fault(
                Code::IdTwice,
                &path,
                format!("the id `{id}` is taken twice"),
                "give each its own id",
            );
        }
    }

    fn panel(&mut self, files: Vec<PanelistFile>) -> Vec<Panelist> {
        self.count("panel", "panelist", files.len(), MAX_PANEL);
        let mut ids = BTreeSet::new();
        let mut looks: Vec<Look> = files.iter().filter_map(|file| file.look.clone()).collect();
        let mut panel = Vec::new();
        for (index, file) in files.into_iter().enumerate() {
            let path = format!("panel[{index}]");
            self.id(&path, "panelist", &file.id, &mut ids);
            self.text(&format!("{path}.title"), "the panelist's title", &file.title);
            self.optional_text(&format!("{path}.cares_about"), "cares_about", &file.cares_about);
            for (number, alias) in file.aliases.iter().enumerate() {
                self.text(&format!("{path}.aliases[{number}]"), "the alias", alias);
            }
            let mut looks_for = Vec::new();
            for (number, id) in file.looks_for.iter().enumerate() {
                if let Some(criterion) = Criteria::SHIPPED.named(id) {
                    looks_for.push(criterion.id);
                } else {
                    let known = Criteria::SHIPPED.all().iter().map(|c| c.id.as_str());
                    let known: Vec<_> = known.collect();
                    self.fault(
                        Code::UnknownCriterion,
                        &format!("{path}.looks_for[{number}]"),
                        format!("there is no criterion `{id}`"),
                        format!("take one of {}", known.join(", ")),
                    );
                }
            }
            let look = file.look.unwrap_or_else(|| {
                let look = Look::beside(&file.title, &looks);
                looks.push(look.clone());
                look
            });
            panel.push(Panelist {
                id: file.id,
                title: file.title,
                aliases: file.aliases,
                manner: file.manner,
                cares_about: file.cares_about,
                looks_for,
                look,
            });
        }
        panel
    }

    fn question(
        &mut self,
        path: &str,
        file: QuestionFile,
        section: usize,
        panel: &[Panelist],
    ) -> Question {
        self.text(&format!("{path}.text"), "the question", &file.text);
        self.optional_text(&format!("{path}.hint"), "the hint", &file.hint);
        let asked_by = panel.iter().position(|panelist| panelist.id == file.asked_by);
        if asked_by.is_none() {
            let known: Vec<_> = panel.iter().map(|panelist| panelist.id.as_str()).collect();
            self.fault(
                Code::UnknownAsker,
                &format!("{path}.asked_by"),
                format!(
                    "question `{}` is asked by `{}`, who is not on the panel",
                    file.id, file.asked_by
                ),
                format!("name one of {}", known.join(", ")),
            );
        }
        let model = self.model(path, file.model_answer, &file.key_points);
        let cards = self.cards(path, file.cards);
        Question {
            id: file.id,
            section,
            asked_by: asked_by.unwrap_or_default(),
            text: file.text,
            follow_up: file.follow_up,
            stands_alone: file.stands_alone,
            hint: file.hint,
            model,
            is_kept: false,
            cards,
        }
    }

    fn model(
        &mut self,
        path: &str,
        paragraphs: Vec<Vec<(Role, String)>>,
        key_points: &[String],
    ) -> ModelAnswer {
        let answer_path = format!("{path}.model_answer");
        for (number, paragraph) in paragraphs.iter().enumerate() {
            for (index, (_, sentence)) in paragraph.iter().enumerate() {
                let path = format!("{answer_path}[{number}][{index}]");
                self.text(&path, "the sentence", sentence);
            }
        }
        let mut model = ModelAnswer {
            paragraphs: paragraphs
                .into_iter()
                .map(|paragraph| {
                    paragraph.into_iter().map(|(role, text)| ModelSentence { role, text }).collect()
                })
                .collect(),
            key_points: Vec::new(),
        };
        for (number, text) in key_points.iter().enumerate() {
            let path = format!("{path}.key_points[{number}]");
            self.text(&path, "the key point", text);
            match model.place_of(text) {
                Some((role, span)) => {
                    model.key_points.push(KeyPoint { role, text: text.clone(), span });
                }
                None => self.fault(
                    Code::KeyPointNotSaid,
                    &path,
                    format!("the model answer does not say `{}`", beginning(text)),
                    "quote a passage of one paragraph of the model answer to the letter",
                ),
            }
        }
        if key_points.is_empty() {
            model.key_points = model.every_sentence();
        }
        model
    }
}

/// The first words of a text, for a message.
fn beginning(text: &str) -> String {
    let mut words: Vec<_> = text.split_whitespace().take(9).collect();
    if words.len() == 9 {
        words[8] = "…";
    }
    words.join(" ")
}
