//! The command line, and the interview in a terminal.

mod answering;
mod calibrate;
mod check;
mod demo;
mod explain;
mod handout;
mod import;
mod judgements;
mod line_reader;
mod panel;
mod play;
mod practice;
mod report;
mod sanitize;
mod score;
mod scorecard;
mod styled;
mod table;
mod verify;

use std::{io, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};

pub use practice::NowArgument;

use crate::interview::{
    scoring::{Story, engine::Engine},
    session::{AnswerKind, Order, Pace, Probes, Settings},
};

/// Practise panel interviews: a panel asks, you answer, and every judgement shows the words it rests on.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub struct CommandLine {
    #[command(subcommand)]
    command: Option<Verb>,
}

impl CommandLine {
    /// What is to be done: without a word, what `play` does without one.
    fn verb(self) -> Verb {
        self.command.unwrap_or_else(|| Verb::Play(PlayArguments::default()))
    }
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Play an interview; without a display, or with --terminal, in the terminal.
    Play(PlayArguments),
    /// Read an interview in any form and draft a scenario from it.
    Import(import::ImportArguments),
    /// Name every fault of scenarios, programs and examples.
    Check(CheckArguments),
    /// Judge one answer, or many as JSON lines.
    Score(ScoreArguments),
    /// Say what the next minutes are best spent on, and why.
    Today(practice::TodayArguments),
    /// Say when the panel is and how many minutes a day there are.
    Plan(practice::PlanArguments),
    /// List what was answered.
    History(practice::HistoryArguments),
    /// Show an answer of an earlier day with its feedback.
    Show(practice::ShowArguments),
    /// Lay two answers to a question side by side: what came, what went, why the level changed.
    Compare(practice::CompareArguments),
    /// Show how the answers grew, by question, section and competency.
    Progress(practice::ProgressArguments),
    /// Keep an answer as your own model answer to its question.
    Keep(practice::KeepArguments),
    /// Print every answer that you kept: your own story book.
    Answers(practice::AnswersArguments),
    /// Open the debrief of an earlier interview again.
    Debrief(practice::DebriefArguments),
    /// Write out everything you practised.
    Export(practice::ExportArguments),
    /// Delete everything you practised.
    Delete(practice::DeleteArguments),
    /// Tell a model answer step by step, with a weaker twin beside it.
    Demo(demo::DemoArguments),
    /// Write a handout for a room: strong and weak side by side, with marks and room to write.
    Handout(handout::HandoutArguments),
    /// Say how well the engine's levels agree with those of answers of known level, or yours: --rate.
    Calibrate(calibrate::CalibrateArguments),
    /// Hold a mock panel: candidates, raters whose ratings stay sealed until all are in, one comparison.
    Panel(panel::PanelArguments),
    /// Write the scorecard of a mock panel or of an interview of an earlier day.
    Scorecard(scorecard::ScorecardArguments),
    /// Score a scorecard again: is it still what was written, and worth what it says?
    Verify(verify::VerifyArguments),
}

/// How to play.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PlayArguments {
    /// A scenario's name or file; left out, the one that comes with the game.
    pub scene: Option<String>,
    /// Play in the terminal.
    #[arg(long)]
    pub terminal: bool,
    /// What chance is drawn from; the same seed plays the same again.
    #[arg(long)]
    pub seed: Option<u64>,
    /// How to answer; left out, as chosen last in the window, in the terminal by typing.
    #[arg(long, value_enum)]
    pub answer: Option<AnswerWord>,
    /// When to hear how it went; left out, as chosen last in the window, in the terminal after each answer.
    #[arg(long, value_enum)]
    pub pace: Option<PaceWord>,
    /// Whose story to tell; left out, as chosen last in the window, which asks the first time, and in the terminal that
    /// of the transcript.
    #[arg(long, value_enum)]
    pub story: Option<StoryWord>,
    /// How often a panelist may ask back about a gap in an answer, 0 to 2; left out, as chosen last in the window, in
    /// the terminal once.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=2))]
    pub probes: Option<u8>,
    /// Ask in an order drawn by the seed.
    #[arg(long)]
    pub shuffle: bool,
    /// How to print the debrief.
    #[arg(long, value_enum, default_value_t)]
    pub format: PlayFormat,
    /// Take up an interview that was left unfinished: the newest, or the N-th newest.
    #[arg(
        long = "continue",
        value_name = "N",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "1",
        conflicts_with_all = ["scene", "seed", "shuffle"]
    )]
    pub take_up: Option<usize>,
    /// Practise what today is best spent on, in the terminal; `hotseat today` says what that is.
    #[arg(long, conflicts_with_all = ["scene", "take_up", "only", "weak"])]
    pub today: bool,
    /// Ask only the questions with these ids, in the terminal.
    #[arg(long, value_name = "ID", value_delimiter = ',', conflicts_with_all = ["take_up", "weak"])]
    pub only: Vec<String>,
    /// Ask only what was not yet answered so that it holds, in the terminal.
    #[arg(long, conflicts_with = "take_up")]
    pub weak: bool,
    /// The time it is taken to be, so that a script plays the same every time and is kept in the history; in the terminal.
    #[command(flatten)]
    pub now: NowArgument,
}

impl PlayArguments {
    /// Whether it is for the terminal, whatever the display.
    fn is_for_the_terminal(&self) -> bool {
        self.terminal
            || self.format == PlayFormat::Json
            || self.today
            || self.weak
            || !self.only.is_empty()
            || self.now.now.is_some()
    }

    /// The settings, with this seed where none was given.
    pub fn settings(&self, seed: u64) -> Settings {
        self.settings_over(Settings { seed, ..Settings::default() })
    }

    /// These settings, changed where the command line says so.
    pub fn settings_over(&self, settings: Settings) -> Settings {
        Settings {
            seed: self.seed.unwrap_or(settings.seed),
            order: if self.shuffle { Order::Shuffled } else { settings.order },
            answers: match self.answer {
                Some(AnswerWord::Type) => AnswerKind::Typed,
                Some(AnswerWord::Pick) => AnswerKind::Picked,
                None => settings.answers,
            },
            pace: match self.pace {
                Some(PaceWord::Coach) => Pace::Coach,
                Some(PaceWord::Live) => Pace::Live,
                None => settings.pace,
            },
            story: self.story.map_or(settings.story, Story::from),
            probes: self.probes.map_or(settings.probes, Probes::at_most),
        }
    }

    /// The story that was asked for; none where it is still to be chosen.
    pub fn chosen_story(&self) -> Option<Story> {
        self.story.map(Story::from)
    }
}

#[derive(Debug, clap::Args)]
struct CheckArguments {
    /// Scenario files (*.scenario.ron), programs of demonstrations (*.program.ron) and answers of known level
    /// (*.examples.ron).
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct ScoreArguments {
    /// A scenario's name or file; left out, the one that comes with the game.
    #[arg(long)]
    scene: Option<String>,
    /// The question's id.
    #[arg(long, required_unless_present = "batch")]
    question: Option<String>,
    /// Whose story the answer tells.
    #[arg(long, value_enum, default_value_t)]
    story: StoryWord,
    /// How to print what was found.
    #[arg(long, value_enum)]
    format: Option<ScoreFormat>,
    /// Show what every part of the level rests on, in colour where the terminal has it.
    #[arg(long, conflicts_with = "batch")]
    explain: bool,
    /// Judge JSON lines from standard input, one {"id","question","references":[…],"answer"} a line; beside --scene a
    /// line without references answers the scenario's question with these words or this id.
    #[arg(long, conflicts_with_all = ["question", "file"])]
    batch: bool,
    /// The answer's file, or - for standard input.
    #[arg(required_unless_present = "batch")]
    file: Option<PathBuf>,
}

/// How to answer, on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum AnswerWord {
    /// In your own words.
    #[default]
    Type,
    /// By picking a card.
    Pick,
}

/// When to hear how it went, on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PaceWord {
    /// After each answer.
    #[default]
    Coach,
    /// At the end.
    Live,
}

/// Whose story to tell, on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum StoryWord {
    /// The story of the transcript.
    #[default]
    This,
    /// The player's own.
    Own,
}

impl From<StoryWord> for Story {
    fn from(word: StoryWord) -> Self {
        match word {
            StoryWord::This => Self::This,
            StoryWord::Own => Self::Own,
        }
    }
}

/// How to print the debrief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PlayFormat {
    /// For reading.
    #[default]
    Text,
    /// The debrief alone, as JSON.
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ScoreFormat {
    /// For people.
    #[default]
    Text,
    /// For programs: docs/score.schema.json.
    Json,
    /// A table with a head.
    Csv,
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Wanted {
    /// The window.
    Window(PlayArguments),
    /// Something that was done; this is how it ended.
    Done(ExitCode),
}

/// Reads the command line and does what it asks for, unless that is the window.
pub fn run() -> Wanted {
    let done = match CommandLine::parse().verb() {
        Verb::Play(arguments) if arguments.is_for_the_terminal() => play(&arguments),
        Verb::Play(arguments) => return Wanted::Window(arguments),
        Verb::Import(arguments) => import::run(&arguments),
        Verb::Check(arguments) => check::run(&arguments.files),
        Verb::Score(arguments) => score::run(&arguments),
        Verb::Today(arguments) => practice::today(&arguments),
        Verb::Plan(arguments) => practice::plan(&arguments),
        Verb::History(arguments) => practice::history(&arguments),
        Verb::Show(arguments) => practice::show(&arguments),
        Verb::Compare(arguments) => practice::compare(&arguments),
        Verb::Progress(arguments) => practice::progress(&arguments),
        Verb::Keep(arguments) => practice::keep(&arguments),
        Verb::Answers(arguments) => practice::answers(&arguments),
        Verb::Debrief(arguments) => practice::debrief(&arguments),
        Verb::Export(arguments) => practice::export(&arguments),
        Verb::Delete(arguments) => practice::delete(&arguments),
        Verb::Demo(arguments) => demo::run(&arguments),
        Verb::Handout(arguments) => handout::run(&arguments),
        Verb::Calibrate(arguments) => calibrate::run(&arguments),
        Verb::Panel(arguments) => panel::run(&arguments),
        Verb::Scorecard(arguments) => scorecard::run(&arguments),
        Verb::Verify(arguments) => verify::run(&arguments),
    };
    Wanted::Done(done)
}

/// Plays in the terminal.
pub fn play(arguments: &PlayArguments) -> ExitCode {
    play::run(arguments)
}

/// Makes an interview that was left the one under way: the newest, or the N-th newest.
///
/// # Errors
/// How the program ends where there is none; that was said.
pub fn take_out(place: usize) -> Result<(), ExitCode> {
    play::take_out(place)
}

/// A pipe that was closed by who read it is no fault; anything else is said.
fn finish(written: io::Result<()>, code: ExitCode) -> ExitCode {
    match written {
        Ok(()) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
        Err(error) => fail(&error),
    }
}

/// The best engine there is; where it compares words alone, that is said once.
fn engine() -> Engine {
    Engine::load().unwrap_or_else(|missing| {
        eprintln!("note: {missing}");
        Engine::by_words()
    })
}

/// Says what went wrong.
fn fail(error: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("hotseat: {}", sanitize::plain(&error.to_string()));
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings that a command line asks for.
    fn settings(line: &[&str]) -> Settings {
        match CommandLine::try_parse_from(line).expect("a right call").verb() {
            Verb::Play(arguments) => arguments.settings(7),
            verb => panic!("{verb:?} plays nothing"),
        }
    }

    #[test]
    fn whoever_says_nothing_gets_what_the_game_does_by_itself() {
        let unsaid = Settings { seed: 7, ..Settings::default() };
        assert_eq!(unsaid.probes, Probes::One);
        assert_eq!(settings(&["hotseat"]), unsaid);
        assert_eq!(settings(&["hotseat", "play"]), unsaid);
        assert_eq!(settings(&["hotseat", "play", "--probes", "0"]).probes, Probes::Off);
    }
}
