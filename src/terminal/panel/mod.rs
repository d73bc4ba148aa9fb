//! `hotseat panel`: a mock panel in the terminal.

mod entering;
mod showing;
mod sitting;

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

use crate::{
    interview::{ratings::PanelSetup, scenario::Scenario},
    play::{
        Keeping,
        documents::{DocumentForm, briefing, comparing},
        mock_panel::PanelPlay,
    },
    storage::{
        files, journal,
        panel_journal::{self, KeptPanel, PanelDraft},
        scenarios::{self, Loaded},
        seed::Seeds,
    },
    terminal::{
        NowArgument, engine, fail, finish,
        line_reader::LineReader,
        panel::sitting::Sitting,
        practice::OpenHistory,
        sanitize::{one_line, plain},
    },
};

/// The seed of a script that names none.
const SCRIPT_SEED: u64 = 1;

/// Who sits down, who rates, what is asked.
#[derive(Debug, clap::Args)]
pub(super) struct PanelArguments {
    /// A scenario's name or file; left out, the one that comes with the game.
    scene: Option<String>,
    /// A candidate; name each.
    #[arg(long = "candidate", value_name = "NAME")]
    candidates: Vec<String>,
    /// A rater, one to five; name each.
    #[arg(long = "rater", value_name = "NAME")]
    raters: Vec<String>,
    /// Ask only the questions with these ids.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    only: Vec<String>,
    /// Ask only the questions of the sections with these numbers, from 1.
    #[arg(long, value_name = "N", value_delimiter = ',', conflicts_with = "only")]
    section: Vec<usize>,
    /// The minutes for each candidate.
    #[arg(long, value_name = "N", default_value_t)]
    minutes: u32,
    /// Call the candidates by letters in tables and on scorecards.
    #[arg(long)]
    hide_names: bool,
    /// What the seals are drawn from.
    #[arg(long)]
    seed: Option<u64>,
    /// Write the briefing to print, with questions, anchors and room for notes: a file that ends in .md, .html or .pdf.
    #[arg(long, value_name = "FILE")]
    briefing: Option<PathBuf>,
    /// Write over a briefing that is there.
    #[arg(long, requires = "briefing")]
    force: bool,
    /// Take up a panel that was interrupted: the newest, or the N-th newest.
    #[arg(
        long = "continue",
        value_name = "N",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "1",
        conflicts_with_all = ["scene", "candidates", "raters", "only", "section", "briefing"]
    )]
    take_up: Option<usize>,
    /// List the panels of earlier days and those that were interrupted.
    #[arg(long, conflicts_with_all = ["scene", "candidates", "raters", "take_up", "show"])]
    list: bool,
    /// Show the comparison of the panel with this number again.
    #[arg(long, value_name = "N", conflicts_with_all = ["scene", "candidates", "raters", "take_up"])]
    show: Option<i64>,
    #[command(flatten)]
    now: NowArgument,
}

/// Holds a panel, or shows those that were held.
pub(super) fn run(arguments: &PanelArguments) -> ExitCode {
    let done = if arguments.list {
        list(arguments)
    } else if let Some(number) = arguments.show {
        show(arguments, number)
    } else if let Some(place) = arguments.take_up {
        take_up(arguments, place).and_then(|(play, draft)| sit(play, draft))
    } else {
        prepare(arguments).and_then(|(loaded, setup)| match &arguments.briefing {
            Some(path) => print_briefing(&loaded.scenario, &setup, path, arguments.force),
            None => {
                open(arguments, loaded, setup).and_then(|play| sit(play, PanelDraft::default()))
            }
        })
    };
    done.unwrap_or_else(|code| code)
}

fn prepare(arguments: &PanelArguments) -> Result<(Loaded, PanelSetup), ExitCode> {
    let loaded = scenarios::load(arguments.scene.as_deref()).map_err(|error| {
        eprintln!("{}", plain(&error.report()));
        ExitCode::FAILURE
    })?;
    let mut questions = arguments.only.clone();
    for number in &arguments.section {
        let sections = loaded.scenario.sections();
        let section =
            number.checked_sub(1).and_then(|place| sections.get(place)).ok_or_else(|| {
                fail(&format!("there is no section {number}: there are {}", sections.len()))
            })?;
        let asked = &loaded.scenario.questions()[section.questions.clone()];
        questions.extend(asked.iter().map(|question| question.id.clone()));
    }
    let drawn = if io::stdin().is_terminal() { Seeds::by_the_clock().draw() } else { SCRIPT_SEED };
    let setup = PanelSetup {
        candidates: arguments.candidates.clone(),
        raters: arguments.raters.clone(),
        questions,
        minutes: arguments.minutes,
        hides_names: arguments.hide_names,
        seed: arguments.seed.unwrap_or(drawn),
    };
    setup.check(&loaded.scenario).map_err(|fault| fail(&fault))?;
    Ok((loaded, setup))
}

fn print_briefing(
    scenario: &Scenario,
    setup: &PanelSetup,
    path: &std::path::Path,
    force: bool,
) -> Result<ExitCode, ExitCode> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let form = DocumentForm::by_ending(ending).ok_or_else(|| {
        fail(&format!("`{}` ends in none of .md, .html and .pdf", path.display()))
    })?;
    if path.exists() && !force {
        let error = format!("`{}` is there already: add --force to write over it", path.display());
        return Err(fail(&error));
    }
    let document = briefing::document(scenario, setup).map_err(|fault| fail(&fault))?;
    let bytes = document.write(form).map_err(|error| fail(&error))?;
    files::write_whole(path, &bytes).map_err(|error| fail(&error))?;
    Ok(ExitCode::SUCCESS)
}

/// Where a panel is kept: at a prompt, and in a script that says what time it is.
fn keeping(now: &NowArgument) -> Result<Option<Keeping>, ExitCode> {
    let clock = now.clock().map_err(|error| fail(&error))?;
    let is_kept = io::stdin().is_terminal() || now.now.is_some();
    Ok(journal::data_folder().filter(|_| is_kept).map(|folder| Keeping { folder, clock }))
}

fn open(
    arguments: &PanelArguments,
    loaded: Loaded,
    setup: PanelSetup,
) -> Result<PanelPlay, ExitCode> {
    let keeping = keeping(&arguments.now)?;
    PanelPlay::open(loaded, setup, &engine(), keeping).map_err(|fault| fail(&fault))
}

fn take_up(arguments: &PanelArguments, place: usize) -> Result<(PanelPlay, PanelDraft), ExitCode> {
    let clock = arguments.now.clock().map_err(|error| fail(&error))?;
    let none = || fail(&"there is no mock panel to go on with: `hotseat panel --list` names them");
    let folder = journal::data_folder().ok_or_else(none)?;
    let kept = panel_journal::kept(&folder);
    let kept = place.checked_sub(1).and_then(|place| kept.get(place)).ok_or_else(none)?;
    let keeping = Keeping { folder, clock };
    PanelPlay::take_up(keeping, kept, &engine()).map_err(|error| fail(&error))
}

fn sit(play: PanelPlay, draft: PanelDraft) -> Result<ExitCode, ExitCode> {
    let at_prompt = io::stdin().is_terminal();
    let clears = at_prompt && io::stdout().is_terminal();
    let mut sitting = Sitting::new(play, LineReader::of(io::stdin().lock()), at_prompt, clears);
    let mut out = io::stdout().lock();
    let held = sitting.hold(&mut out, draft);
    Ok(finish(held, ExitCode::SUCCESS))
}

fn list(arguments: &PanelArguments) -> Result<ExitCode, ExitCode> {
    let OpenHistory { history, folder, .. } = OpenHistory::of(&arguments.now)?;
    let past = history.mock_panels().map_err(|error| fail(&error))?;
    let kept = panel_journal::kept(&folder);
    let mut out = io::stdout().lock();
    let mut write = || -> io::Result<()> {
        if past.is_empty() && kept.is_empty() {
            return writeln!(out, "No mock panel was held yet.");
        }
        for (place, kept) in kept.iter().enumerate() {
            let names = kept.header.setup.candidates.join(", ");
            writeln!(
                out,
                "--continue={}: {} with {}, interrupted",
                place + 1,
                one_line(&kept.header.scenario),
                one_line(&names)
            )?;
        }
        for panel in &past {
            writeln!(out, "{}: {}, {}", panel.number, one_line(&panel.title), panel.day)?;
        }
        Ok(())
    };
    Ok(finish(write(), ExitCode::SUCCESS))
}

fn show(arguments: &PanelArguments, number: i64) -> Result<ExitCode, ExitCode> {
    let OpenHistory { history, .. } = OpenHistory::of(&arguments.now)?;
    let past = history.mock_panel(Some(number)).map_err(|error| fail(&error))?;
    let kept = KeptPanel::of_text(&past.journal);
    let kept = kept.ok_or_else(|| fail(&"its journal can no longer be read"))?;
    let panel = kept.replay(&engine()).map_err(|error| fail(&error))?;
    let mut out = io::stdout().lock();
    let hidden = arguments.hide_names || panel.setup().hides_names;
    Ok(finish(showing::document(&mut out, &comparing::document(&panel, hidden)), ExitCode::SUCCESS))
}
