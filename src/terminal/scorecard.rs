//! `hotseat scorecard`: what came of a mock panel, or of an interview of an earlier day, to be handed over.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ValueEnum;

use crate::{
    interview::scorecard::Scorecard,
    play::{
        cards,
        documents::{DocumentForm, comparing, file_name::file_name, write_card},
    },
    storage::{files, panel_journal::KeptPanel},
    terminal::{NowArgument, engine, fail, finish, practice::OpenHistory},
};

/// Which cards, and where they go.
#[derive(Debug, clap::Args)]
pub(super) struct ScorecardArguments {
    /// The mock panel with this number; left out, the newest. `hotseat panel --list` names them.
    #[arg(long, value_name = "N")]
    panel: Option<i64>,
    /// The interview with this number in place of a mock panel; `hotseat history` names them.
    #[arg(long, value_name = "N", conflicts_with = "panel")]
    session: Option<i64>,
    /// Of a mock panel the candidate with this name alone; of an interview what the candidate is called.
    #[arg(long, value_name = "NAME")]
    candidate: Option<String>,
    /// Call the candidates by letters.
    #[arg(long)]
    hide_names: bool,
    /// Where to write one card: a file that ends in .md, .html, .pdf, .csv or .json.
    #[arg(short, long, conflicts_with_all = ["into", "format"])]
    output: Option<PathBuf>,
    /// A folder for all cards in all forms, with the comparison of the candidates.
    #[arg(long, value_name = "FOLDER", conflicts_with = "format")]
    into: Option<PathBuf>,
    /// How to print, where nothing is written.
    #[arg(long, value_enum, default_value_t)]
    format: CardFormat,
    /// Write over files that are there.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    now: NowArgument,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum CardFormat {
    /// Text with marks.
    #[default]
    Markdown,
    /// A page.
    Html,
    /// A table.
    Csv,
    /// For programs.
    Json,
}

impl CardFormat {
    fn form(self) -> DocumentForm {
        match self {
            Self::Markdown => DocumentForm::Markdown,
            Self::Html => DocumentForm::Html,
            Self::Csv => DocumentForm::Csv,
            Self::Json => DocumentForm::Json,
        }
    }
}

/// Writes or prints scorecards.
pub(super) fn run(arguments: &ScorecardArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    match gather(arguments, &open).and_then(|(cards, beside)| hand_over(arguments, &cards, &beside))
    {
        Ok(printed) => finish(io::stdout().lock().write_all(&printed), ExitCode::SUCCESS),
        Err(error) => fail(&error),
    }
}

/// The cards that are asked for, and files that go into a folder beside them.
type Gathered = (Vec<Scorecard>, Vec<(String, Vec<u8>)>);

fn gather(arguments: &ScorecardArguments, open: &OpenHistory) -> Result<Gathered, String> {
    let engine = engine();
    if let Some(number) = arguments.session {
        let past = open.history.session(number).map_err(|error| error.to_string())?;
        let candidate = arguments.candidate.as_deref().unwrap_or("Candidate");
        return Ok((vec![cards::of_past_session(&past, candidate, &engine)?], Vec::new()));
    }
    let past = open.history.mock_panel(arguments.panel).map_err(|error| error.to_string())?;
    let kept = KeptPanel::of_text(&past.journal).ok_or("its journal can no longer be read")?;
    let panel = kept.replay(&engine)?;
    let hidden = arguments.hide_names || panel.setup().hides_names;
    let names = &panel.setup().candidates;
    let wanted = |name: &String| arguments.candidate.as_ref().is_none_or(|only| only == name);
    let chosen: Vec<_> = (0..names.len()).filter(|place| wanted(&names[*place])).collect();
    if chosen.is_empty() {
        return Err(format!("no candidate is called so: there are {}", names.join(", ")));
    }
    let card = |place| cards::of_candidate(&panel, &kept.header, place, Some(past.day), hidden);
    let cards = chosen.into_iter().map(card).collect();
    let comparison = comparing::document(&panel, hidden);
    let mut beside = Vec::new();
    for form in [DocumentForm::Markdown, DocumentForm::Html, DocumentForm::Pdf] {
        if let Some(bytes) = or_note(form, comparison.write(form)) {
            let day = past.day.to_string();
            beside
                .push((file_name("comparison", panel.scenario().id(), &day, form.ending()), bytes));
        }
    }
    Ok((cards, beside))
}

/// What could be written; where a typeface lacks letters, that is said and the other forms are written.
fn or_note(form: DocumentForm, written: Result<Vec<u8>, String>) -> Option<Vec<u8>> {
    written.map_err(|error| eprintln!("note: no .{}: {error}", form.ending())).ok()
}

/// Writes the cards where they are to go; gives what is to be printed.
fn hand_over(
    arguments: &ScorecardArguments,
    cards: &[Scorecard],
    beside: &[(String, Vec<u8>)],
) -> Result<Vec<u8>, String> {
    if let Some(folder) = &arguments.into {
        let mut files: Vec<(String, Vec<u8>)> = beside.to_vec();
        for card in cards {
            for form in DocumentForm::ALL {
                let name = file_name("scorecard", &card.candidate, &card.date, form.ending());
                files.extend(or_note(form, write_card(card, form)).map(|bytes| (name, bytes)));
            }
        }
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for (name, bytes) in &files {
            write(&folder.join(name), bytes, arguments.force)?;
        }
        let names: Vec<_> = files.iter().map(|(name, _)| format!("{name}\n")).collect();
        return Ok(names.concat().into_bytes());
    }
    if let Some(path) = &arguments.output {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let form = DocumentForm::by_ending(ending).ok_or_else(|| {
            format!("`{}` ends in none of .md, .html, .pdf, .csv and .json", path.display())
        })?;
        let [card] = cards else {
            return Err(
                "there are several candidates: name one, or write all of them --into a folder"
                    .to_owned(),
            );
        };
        write(path, &write_card(card, form)?, arguments.force)?;
        return Ok(Vec::new());
    }
    let written: Result<Vec<_>, _> =
        cards.iter().map(|card| write_card(card, arguments.format.form())).collect();
    written.map(|written| written.join(&b'\n'))
}

fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), String> {
    if path.exists() && !force {
        return Err(format!("`{}` is there already: add --force to write over it", path.display()));
    }
    files::write_whole(path, bytes).map_err(|error| error.to_string())
}
