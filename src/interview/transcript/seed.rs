//! The transcript that comes with the game, fact by fact.

use crate::interview::transcript::samples::{SEED, check_diagnostics, transcript};
use crate::interview::transcript::{Interviewer, Speaker, Transcript, TranscriptQuestion};

fn seed() -> Transcript {
    transcript(SEED)
}

fn questions(transcript: &Transcript) -> Vec<&TranscriptQuestion> {
    transcript.sections.iter().flat_map(|section| &section.questions).collect()
}

#[test]
fn the_seed_has_six_sections_with_their_titles_as_written() {
    let seed = seed();
    let titles: Vec<&str> = seed.sections.iter().map(|section| section.title.as_str()).collect();
    let expected = [
        "STRATEGIC THINKING & VISION",
        "STAKEHOLDER MANAGEMENT & INFLUENCE",
        "EXECUTION & DELIVERY",
        "TEAM LEADERSHIP & COLLABORATION",
        "DATA-DRIVEN DECISION MAKING",
        "CLOSING QUESTIONS",
    ];
    assert_eq!(titles, expected);
    assert_eq!(seed.sections[0].line, 7);
}

#[test]
fn the_seed_names_its_people() {
    let seed = seed();
    assert_eq!(seed.candidate, "Sarah Chen");
    assert_eq!(seed.candidate_aliases, ["Sarah"]);
    assert_eq!(seed.position.as_deref(), Some("Senior PM Promotion Interview"));
    assert_eq!(seed.date.as_deref(), Some("December 2024"));
    let interviewer = |title: &str, aliases: &[&str]| Interviewer {
        title: title.to_owned(),
        aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
    };
    let director = interviewer("Director of Engineering", &["Director Eng"]);
    assert_eq!(seed.panel, [interviewer("VP Product", &[]), director]);
}

#[test]
fn the_seed_has_twenty_four_turns() {
    let turns = seed().turns;
    let count = |speaker| turns.iter().filter(|turn| turn.speaker == speaker).count();
    let counts = [Speaker::Candidate, Speaker::Interviewer(0), Speaker::Interviewer(1)].map(count);
    assert_eq!((turns.len(), counts), (24, [12, 8, 4]));
}

#[test]
fn the_seed_has_twelve_model_answers_word_for_word() {
    let seed = seed();
    let words = questions(&seed).into_iter().map(|question| {
        question.model_answer.iter().flat_map(|text| text.split_whitespace()).count()
    });
    let expected = [152, 94, 175, 83, 177, 76, 139, 177, 133, 127, 88, 91];
    assert_eq!(words.collect::<Vec<_>>(), expected);
}

#[test]
fn the_seed_says_who_asks_what_and_what_follows_up() {
    let seed = seed();
    let asked: Vec<_> = questions(&seed)
        .iter()
        .map(|question| {
            let by = question.asked_by.unwrap_or(usize::MAX);
            (by, question.follow_up, question.text.as_str())
        })
        .collect();
    let expected = [
        (
            0,
            false,
            "Tell me about a time you identified a strategic opportunity that wasn't on the roadmap.",
        ),
        (
            1,
            true,
            "How did you get Engineering to support this pivot when they were focused on the existing roadmap?",
        ),
        (
            0,
            false,
            "Tell me about a time you had to align stakeholders who had competing priorities.",
        ),
        (0, true, "What happened when that plan inevitably slipped?"),
        (1, false, "Walk me through your most complex product initiative."),
        (
            1,
            true,
            "How did you handle the ambiguity early on when you didn't know if microservices was the right call?",
        ),
        (0, false, "How do you develop more junior PMs?"),
        (0, false, "Tell me about a time you had to deliver hard feedback to someone."),
        (0, false, "How do you use data to make product decisions?"),
        (1, true, "What do you do when the data is inconclusive?"),
        (0, false, "Why do you want to be promoted to Senior PM?"),
        (0, false, "What would you do differently in your first 90 days as a Senior PM?"),
    ];
    assert_eq!(asked, expected);
}

#[test]
fn the_seed_is_read_without_a_doubt() {
    check_diagnostics(SEED, &[]);
}

#[test]
fn the_seed_reads_alike_with_other_line_ends_and_blanks() {
    let seed = seed();
    assert_eq!(transcript(&format!("\u{feff}{}", SEED.replace('\n', "\r\n"))), seed);
    assert_eq!(transcript(&SEED.replace('\n', " \t\n")), seed);
    assert_eq!(transcript(&SEED.replace('\n', "\r")), seed);
    assert_eq!(transcript(SEED.trim_end()), seed);
}
