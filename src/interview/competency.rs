//! The competencies that panels ask for: what each is called, what helps with a question for it, and which one is asked for.

use std::{collections::BTreeSet, sync::LazyLock};

use crate::interview::text::content::content_words;
use crate::interview::text::{Text, lexicon};

/// What a question is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Competency {
    /// What the word lists call it.
    pub id: &'static str,
    /// A title for questions of it.
    pub title: &'static str,
    /// One sentence that helps with a question for it and gives nothing away.
    pub hint: &'static str,
}

/// Every competency, by its id.
const ALL: [Competency; 20] = [
    Competency {
        id: "alignment",
        title: "Aligning People",
        hint: "Say who wanted what, how you brought them to one plan, and what came of it.",
    },
    Competency {
        id: "conflict",
        title: "Conflict",
        hint: "Say what you two disagreed about, what you did to settle it, and how you work together now.",
    },
    Competency {
        id: "customer",
        title: "Customers",
        hint: "Say what the customer needed, what you did beyond the usual, and how it ended for them.",
    },
    Competency {
        id: "data",
        title: "Working with Data",
        hint: "Say what you measured, what it told you, and what you decided because of it.",
    },
    Competency {
        id: "delivery",
        title: "Delivery",
        hint: "Say what was due and when, how you kept it on course, and what was delivered.",
    },
    Competency {
        id: "failure",
        title: "Failure and Learning",
        hint: "Say what went wrong and what your part in it was, then what you do differently since.",
    },
    Competency {
        id: "feedback",
        title: "Feedback",
        hint: "Say what you had seen, how you put it to them, and what changed afterwards.",
    },
    Competency {
        id: "growing-people",
        title: "Growing People",
        hint: "Name one person, say what you did to bring them on, and what they can do now.",
    },
    Competency {
        id: "improvement",
        title: "Improvement",
        hint: "Say how it was before, what you changed, and how much better it got.",
    },
    Competency {
        id: "incident",
        title: "Under Pressure",
        hint: "Say what happened, what you did first and why, and how it ended.",
    },
    Competency {
        id: "influence",
        title: "Influence",
        hint: "Say who had to be won over, what you showed them, and what they did then.",
    },
    Competency {
        id: "integrity",
        title: "Integrity",
        hint: "Say what was asked of you, what you stood by, and what it cost.",
    },
    Competency {
        id: "introduction",
        title: "Introducing Yourself",
        hint: "Say what you do now, one thing you did that shows it, and what you are looking for.",
    },
    Competency {
        id: "leadership",
        title: "Leadership",
        hint: "Say who was without a lead, what you did that they followed, and what they achieved.",
    },
    Competency {
        id: "motivation",
        title: "Motivation",
        hint: "Say what draws you, show it with something you did, and what you want to do next.",
    },
    Competency {
        id: "plan",
        title: "Plans",
        hint: "Say what you would find out first, what you would do then, and how you would know that it works.",
    },
    Competency {
        id: "strategy",
        title: "Strategy",
        hint: "Say what you saw that others did not, how you tested it, and what it was worth.",
    },
    Competency {
        id: "teamwork",
        title: "Teamwork",
        hint: "Say what the team was up against, which part was yours, and how it ended for all of you.",
    },
    Competency {
        id: "uncertainty",
        title: "Uncertainty",
        hint: "Say what was not known, how you decided all the same, and how it turned out.",
    },
    Competency {
        id: "weakness",
        title: "Weaknesses",
        hint: "Name one that is real, say when it showed, what you do about it, and how you know that it helps.",
    },
];

impl Competency {
    /// The competency that a question asks for, where its words tell: by their phrases, else by the usual question that it
    /// shares most words with.
    pub fn asked_in(question: &str) -> Option<&'static Self> {
        let read = Text::read(question);
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for found in lexicon::COMPETENCY_QUESTIONS.find(read.words()) {
            match counts.iter_mut().find(|(label, _)| *label == found.label) {
                Some((_, count)) => *count += found.end - found.first,
                None => counts.push((found.label, found.end - found.first)),
            }
        }
        let mut best: Option<(&str, usize)> = None;
        for (label, count) in counts {
            if best.is_none_or(|(_, most)| count > most) {
                best = Some((label, count));
            }
        }
        best.map(|(label, _)| label).or_else(|| nearest_usual(&read)).and_then(Self::named)
    }

    fn named(id: &str) -> Option<&'static Self> {
        ALL.iter().find(|competency| competency.id == id)
    }
}

/// The stems of each usual question's carrying words, with its competency.
static USUAL: LazyLock<Vec<(BTreeSet<String>, &'static str)>> = LazyLock::new(|| {
    let usual = lexicon::USUAL_QUESTIONS.iter();
    usual.map(|(question, label)| (stems(&Text::read(question)), *label)).collect()
});

/// The competency of the usual question that has at least half of this one's carrying words.
fn nearest_usual(question: &Text) -> Option<&'static str> {
    let asked = stems(question);
    let mut best: Option<(usize, &'static str)> = None;
    for (usual, label) in USUAL.iter() {
        let shared = usual.intersection(&asked).count();
        if shared >= 2 && shared * 2 >= asked.len() && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, label));
        }
    }
    best.map(|(_, label)| label)
}

fn stems(text: &Text) -> BTreeSet<String> {
    let carrying =
        content_words(text).filter(|word| !lexicon::COMMON_WORDS.contains(word.lower.as_str()));
    carrying.map(|word| word.stem.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, expected: Option<&str>) {
        let found = Competency::asked_in(question).map(|competency| competency.id);
        assert_eq!(found, expected, "{question}");
    }

    #[test]
    fn a_question_tells_what_it_is_asked_for() {
        check("Tell me about a conflict with a colleague.", Some("conflict"));
        check("How do you develop more junior PMs?", Some("growing-people"));
        check("Why do you want this job?", Some("motivation"));
        check("What colour is it?", None);
    }

    #[test]
    fn every_competency_of_the_lists_has_a_title() {
        for (_, label) in lexicon::USUAL_QUESTIONS.iter() {
            assert!(Competency::named(label).is_some(), "{label}");
        }
    }
}
