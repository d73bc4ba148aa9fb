//! A scenario as it is written: every field may be missing here, and nothing is true yet.

use ron::{Options, extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize};

use crate::interview::{
    scenario::{Manner, TwinKind, look::Look},
    star::Role,
};

/// The version of the file form that this program reads and writes.
pub const VERSION: u32 = 1;

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScenarioFile {
    /// The version of the form, [`VERSION`].
    pub version: u32,
    /// What tells it from other scenarios; left out, it is made of the title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What the scenario is called.
    pub title: String,
    /// Who is interviewed.
    pub candidate: String,
    /// What the interview is for.
    pub position: String,
    /// When the interview took place, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The panel, from left to right.
    pub panel: Vec<PanelistFile>,
    /// The sections, in order.
    pub sections: Vec<SectionFile>,
}

/// A panelist as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PanelistFile {
    /// What questions call them in `asked_by`.
    pub id: String,
    /// Their title.
    pub title: String,
    /// Other names for them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// How much they show.
    pub manner: Manner,
    /// What they care about, in a few words.
    pub cares_about: String,
    /// Ids of criteria that count double for them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub looks_for: Vec<String>,
    /// How they look; left out, the look is made from the title, unlike anybody else's at the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<Look>,
}

/// A section as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionFile {
    /// Its heading.
    pub title: String,
    /// Its questions, in order.
    pub questions: Vec<QuestionFile>,
}

/// A question as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionFile {
    /// What it is called.
    pub id: String,
    /// The id of the panelist who asks it.
    pub asked_by: String,
    /// Its words.
    pub text: String,
    /// Whether it follows up the question before it.
    pub follow_up: bool,
    /// Whether a follow-up can be asked of whoever tells another story than the transcript's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stands_alone: bool,
    /// One sentence that helps.
    pub hint: String,
    /// Paragraphs of sentences, each with its part.
    pub model_answer: Vec<Vec<(Role, String)>>,
    /// Passages of the model answer that a full answer says too.
    pub key_points: Vec<String>,
    /// Answers to pick; exactly one has no `weaker_because`.
    pub cards: Vec<CardFile>,
}

/// A card as written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CardFile {
    /// What is said.
    pub text: String,
    /// Why it is weaker; left out for the strong card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weaker_because: Option<String>,
    /// What it lacks; left out where its weakness is of another kind.
    #[serde(skip_serializing_if = "TwinKind::is_other")]
    pub twin: TwinKind,
}

impl ScenarioFile {
    /// The RON dialect of scenario files: an optional field is written without `Some(…)`.
    pub fn dialect() -> Options {
        Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
    }

    /// The file as RON text for an author to go on with.
    ///
    /// # Errors
    /// Whatever RON cannot write; a scenario holds nothing of the kind.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        let pretty =
            PrettyConfig::new().indentor("  ".to_owned()).depth_limit(6).escape_strings(false);
        let mut text = Self::dialect().to_string_pretty(self, pretty)?;
        text.push('\n');
        Ok(text)
    }
}
