//! The rules of practice in an app that draws nothing.

use bevy::{prelude::*, state::state::State};
use hotseat::{
    game::{
        notice::Notice,
        practice::{PracticeDesk, errands::Errand, pages::PracticePage},
        screen::Screen,
        session::{ActiveSession, Intent, Rounds},
    },
    interview::{
        scoring::{Story, assessment::Level},
        session::{Command, Probes, Settings},
    },
    play::Today,
    storage::{clock::Clock, history::History},
};

use super::{EVENINGS, STRONG, Tested, WEAK, ids, play, three_evenings};
use crate::rules::{game_at, wish};

/// Lets the game run until the history has said all that it was asked.
fn until_read(app: &mut App) {
    app.update();
    while !app.world().resource::<PracticeDesk>().is_idle() {
        app.update();
    }
    app.update();
}

fn desk(app: &App) -> &PracticeDesk {
    app.world().resource::<PracticeDesk>()
}

fn send(app: &mut App, errand: Errand) {
    app.world_mut().resource_mut::<PracticeDesk>().send(errand);
    until_read(app);
}

fn settings() -> Settings {
    Settings { probes: Probes::Off, ..Settings::default() }
}

#[test]
fn a_day_ends_at_four_in_the_morning_in_the_window() -> Tested {
    for (now, day) in [
        ("2026-11-17T03:59+01:00", "2026-11-16"),
        ("2026-11-17T04:00+01:00", "2026-11-17"),
        ("2026-11-17T23:59+01:00", "2026-11-17"),
    ] {
        let folder = tempfile::tempdir()?;
        let mut app = game_at(Some(folder.path()), false, Clock::at(now)?);
        send(&mut app, Errand::Today(Story::This));
        let today = desk(&app).today.as_ref().ok_or("it was planned")?;
        assert_eq!(today.day.to_string(), day, "at {now}");
        // What is answered then belongs to that day.
        wish(&mut app, Intent::Begin(settings()));
        wish(&mut app, Intent::Do(Command::Answer(WEAK.to_owned())));
        let (history, _) = History::open(folder.path())?;
        let (_, past) = history.newest(1)?.pop().ok_or("it was noted")?;
        assert_eq!(past.day.to_string(), day, "at {now}");
    }
    Ok(())
}

#[test]
fn today_is_practised_over_several_scenarios_one_panel_after_the_other() -> Tested {
    let folder = tempfile::tempdir()?;
    let first = ids();
    play(folder.path(), EVENINGS[0], None, &[(&first[0], WEAK, 2)])?;
    play(folder.path(), EVENINGS[0], Some("ward-manager"), &[])?;
    let mut app = game_at(Some(folder.path()), false, Clock::at(EVENINGS[1])?);
    send(&mut app, Errand::SetMinutes { minutes: 120, story: Story::This });
    let of_today = desk(&app).today.as_ref().map(Today::rounds).ok_or("it was planned")?;
    assert_eq!(of_today.len(), 2, "both panels have something to ask");
    let wanted: Vec<_> = of_today.iter().map(|round| round.questions.len()).collect();
    app.world_mut().resource_mut::<Rounds>().0 = of_today.into();
    for asked in wanted {
        wish(&mut app, Intent::Practise(settings()));
        let session = app.world().resource::<ActiveSession>().get();
        assert_eq!(session.plan().len(), asked);
        wish(&mut app, Intent::Do(Command::Finish));
        assert_eq!(*app.world().resource::<State<Screen>>().get(), Screen::Debrief);
    }
    assert!(app.world().resource::<Rounds>().0.is_empty());
    wish(&mut app, Intent::Practise(settings()));
    assert_eq!(*app.world().resource::<State<Screen>>().get(), Screen::Debrief, "nothing is left");
    Ok(())
}

#[test]
fn what_is_weak_comes_back_and_what_was_answered_today_does_not() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let mut app = game_at(Some(folder.path()), false, Clock::at(EVENINGS[2])?);
    send(&mut app, Errand::Today(Story::This));
    let today = desk(&app).today.as_ref().ok_or("it was planned")?;
    let ids = ids();
    let picked: Vec<_> =
        today.plan.picks.iter().map(|pick| today.question(pick).id.as_str()).collect();
    assert!(!picked.contains(&ids[0].as_str()), "it was answered this evening: {picked:?}");
    assert!(picked.contains(&ids[1].as_str()), "it was weak: {picked:?}");
    Ok(())
}

#[test]
fn an_answer_is_kept_from_its_feedback_and_no_longer() -> Tested {
    let folder = tempfile::tempdir()?;
    let mut app = game_at(Some(folder.path()), false, Clock::at(EVENINGS[0])?);
    until_read(&mut app);
    wish(&mut app, Intent::Begin(settings()));
    wish(&mut app, Intent::Do(Command::Answer(STRONG.to_owned())));
    wish(&mut app, Intent::Do(Command::Rate(Some(Level::new(4)))));
    until_read(&mut app);
    assert_eq!(desk(&app).kept, Some(false));
    for kept in [true, false] {
        wish(&mut app, Intent::Keep(kept));
        until_read(&mut app);
        assert_eq!(desk(&app).kept, Some(kept));
        let (history, _) = History::open(folder.path())?;
        let texts: Vec<_> = history.kept()?.into_iter().map(|kept| kept.attempt.text).collect();
        assert_eq!(texts, [STRONG].into_iter().filter(|_| kept).collect::<Vec<_>>());
    }
    Ok(())
}

#[test]
fn behind_the_debrief_stands_how_it_went_against_last_time_and_what_comes_next() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let mut app = game_at(Some(folder.path()), false, Clock::at("2026-11-26T19:00+01:00")?);
    wish(&mut app, Intent::BeginOnly(settings(), vec![ids()[0].clone()]));
    wish(&mut app, Intent::Do(Command::Answer(WEAK.to_owned())));
    wish(&mut app, Intent::Do(Command::Rate(None)));
    wish(&mut app, Intent::Do(Command::Continue));
    until_read(&mut app);
    let afterwards = desk(&app).afterwards.as_ref().ok_or("it was asked")?;
    let against: Vec<_> =
        afterwards.against.iter().map(|against| against.in_words(afterwards.today)).collect();
    assert_eq!(against.len(), 1, "{afterwards:?}");
    assert!(against[0].contains(" yesterday, "), "{against:?}");
    let next = afterwards.next.as_ref().ok_or("much was never asked")?;
    assert!(next.in_words(afterwards.today).starts_with("Practise next tomorrow: "), "{next:?}");
    Ok(())
}

#[test]
fn a_history_that_cannot_be_opened_is_said_and_nothing_waits_for_it() -> Tested {
    let folder = tempfile::tempdir()?;
    let taken = folder.path().join("taken");
    std::fs::write(&taken, "a file")?;
    let mut app = game_at(Some(&taken), false, Clock::at(EVENINGS[0])?);
    send(&mut app, Errand::Page(PracticePage::Progress));
    assert!(desk(&app).page.is_none());
    let said = app.world().resource::<Notice>().0.clone().unwrap_or_default();
    assert!(said.starts_with("Your history cannot be used: "), "{said}");
    Ok(())
}

#[test]
fn finished_interviews_of_before_are_read_into_the_history_at_the_start() -> Tested {
    let folder = tempfile::tempdir()?;
    let shelf = folder.path().join("sessions");
    std::fs::create_dir_all(&shelf)?;
    let journal = include_str!("../../core/journals/version-4.jsonl");
    std::fs::write(shelf.join("1770000000000.jsonl"), journal)?;
    let mut app = game_at(Some(folder.path()), false, Clock::at(EVENINGS[0])?);
    until_read(&mut app);
    let said = app.world().resource::<Notice>().0.clone();
    assert_eq!(said.as_deref(), Some("An earlier interview was read into your history."));
    let (history, _) = History::open(folder.path())?;
    assert!(!history.newest(9)?.is_empty());
    Ok(())
}
