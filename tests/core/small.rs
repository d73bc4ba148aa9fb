//! A small scenario, to be played to its end and to be broken.

use std::sync::Arc;

use hotseat::interview::{
    scenario::Scenario,
    scoring::Scorer,
    session::{Command, Session, Settings},
};

/// Two sections, four questions, the second a follow-up to the first; one panelist.
pub const SCENE: &str = r#"(
  version: 1,
  title: "A small panel",
  candidate: "Robin",
  position: "Archivist",
  language: "en",
  panel: [
    (id: "head", title: "Head Archivist", looks_for: ["result"]),
  ],
  sections: [
    (title: "Care", questions: [
      (
        id: "flood",
        asked_by: "head",
        text: "Tell me about a time you had to protect the collection.",
        follow_up: false,
        hint: "Say what you carried, and how much was lost.",
        model_answer: [[
          (Situation, "In March a pipe burst above the map room at night."),
          (Action, "I carried 300 maps to the chapel and laid them out between blotters."),
          (Result, "We lost 2 maps of 300, and the insurer paid for a new pipe."),
        ]],
        key_points: ["I carried 300 maps to the chapel", "the insurer paid for a new pipe"],
        cards: [
          (text: "In March a pipe burst above our map room. I carried 300 maps to the chapel, and we lost only 2."),
          (text: "A pipe burst and we saved most of the maps.", weaker_because: "It has no figures."),
          (text: "I carried 300 maps to the chapel.", weaker_because: "It has no result."),
        ],
      ),
      (
        id: "dry",
        asked_by: "head",
        text: "How did you dry them?",
        follow_up: true,
        hint: "Name the method.",
        model_answer: [[(Action, "I changed the blotters every 4 hours and ran two fans in the nave for 9 days.")]],
        cards: [
          (text: "I changed the blotters every 4 hours and ran two fans for 9 days."),
          (text: "We dried them with care.", weaker_because: "It names no method."),
        ],
      ),
    ]),
    (title: "Readers", questions: [
      (
        id: "angry-reader",
        asked_by: "head",
        text: "Tell me about a time a reader was angry.",
        hint: "Say what they wanted.",
        model_answer: [[
          (Situation, "A reader had waited 5 weeks for a parish register."),
          (Action, "I fetched it myself from the depot and sat down with him."),
          (Result, "He found his grandmother that afternoon and now volunteers on Tuesdays."),
        ]],
        cards: [
          (text: "A reader had waited 5 weeks for a register. I fetched it from the depot, and now he volunteers."),
          (text: "I stayed calm and professional.", weaker_because: "It would fit any reader."),
        ],
      ),
      (
        id: "why-here",
        asked_by: "head",
        text: "Why do you want to work here?",
        hint: "Name something only this archive has.",
        model_answer: [[(Task, "You hold the letters of the glass workers, and I want to open them to the schools of the valley.")]],
        cards: [
          (text: "You hold the letters of the glass workers, and I want to open them to schools."),
          (text: "I like archives.", weaker_because: "It would fit any archive."),
        ],
      ),
    ]),
  ],
)
"#;

/// The small scenario, read.
pub fn scenario() -> Arc<Scenario> {
    match Scenario::from_ron(SCENE) {
        Ok(scenario) => Arc::new(scenario),
        Err(faults) => panic!("the small scene has faults: {faults:#?}"),
    }
}

/// A session of the small scenario.
pub fn session(settings: Settings) -> Session {
    let scenario = scenario();
    let scorer = Arc::new(Scorer::of(&scenario));
    Session::new(scenario, scorer, settings)
}

/// Giving an answer in these words.
pub fn say(text: &str) -> Command {
    Command::Answer(text.to_owned())
}

/// What a command gives: its events in order, or `no:` and the sentence that rejects it.
pub fn apply(session: &mut Session, command: Command) -> String {
    match session.apply(command) {
        Ok(events) => events.iter().map(|event| format!("{event:?}")).collect::<Vec<_>>().join(" "),
        Err(rejected) => format!("no: {rejected}"),
    }
}

/// Plays a script on the small scene and asserts what each command gives.
#[track_caller]
pub fn check(settings: Settings, script: &[(Command, &str)]) -> Session {
    let mut session = session(settings);
    for (place, (command, expected)) in script.iter().enumerate() {
        let found = apply(&mut session, command.clone());
        assert_eq!(found, *expected, "command {place}, {command:?}");
    }
    session
}
