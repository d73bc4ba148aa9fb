//! How well each of the four parts is told: Situation, Task, Action and Result.
//!
//! Nothing is there without words that show it: what is praised names the sentences it rests on.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{
            Criterion, Heard, Kind,
            gap::{self, Gap, Opening},
            outcome, quoted,
            quoting::ended,
            steps::{asks_of_the_past, tells_steps},
        },
        criterion_id::CriterionId,
        presence::Presence,
        tone::FindingTone,
    },
    star::Role,
    text::{Span, lexicon},
};

impl CriterionId {
    /// Where and when it was, and why it mattered.
    pub const SITUATION: Self = Self::new("situation");
    /// What had to be reached.
    pub const TASK: Self = Self::new("task");
    /// What was done.
    pub const ACTION: Self = Self::new("action");
    /// What came of it.
    pub const RESULT: Self = Self::new("result");
}

impl From<Role> for CriterionId {
    fn from(role: Role) -> Self {
        PARTS[role as usize].id
    }
}

/// What is particular to the criterion of one part.
struct Part {
    id: CriterionId,
    name: &'static str,
    about: &'static str,
    /// What is said of it where it is surely told, and what would help where it may not be.
    there: &'static str,
    thin: &'static str,
    missing: &'static str,
    step: fn(&Context, &Finding) -> String,
    openings: &'static [Opening],
}

/// The parts, in the order of [`Role::ALL`].
const PARTS: [Part; 4] = [
    Part {
        id: CriterionId::SITUATION,
        name: "Situation",
        about: "Looks for where and when it happened and why it mattered: a listener who knows it can follow the rest.",
        there: "It sets the scene.",
        thin: "A sentence on where and when it was would help the panel.",
        missing: "A sentence on where and when it was, and why it mattered, would help the panel.",
        step: |_, finding| {
            where_open(
                finding,
                "Open with where and when it was and why it mattered, in one sentence.",
            )
        },
        openings: &[Opening {
            gap: Gap::Situation,
            is_open: |assessment| gap::is_part_open(assessment, Role::Situation),
        }],
    },
    Part {
        id: CriterionId::TASK,
        name: "Task",
        about: "Looks for what had to be reached and what stood in the way: without it the actions have no aim.",
        there: "It says what had to be reached.",
        thin: "A sentence on what you had to reach would help the panel.",
        missing: "A sentence on what you had to reach would help the panel.",
        step: |_, finding| {
            where_open(
                finding,
                "Add a sentence on what you had to reach, and what stood in the way.",
            )
        },
        openings: &[Opening {
            gap: Gap::Task,
            is_open: |assessment| gap::is_part_open(assessment, Role::Task),
        }],
    },
    Part {
        id: CriterionId::ACTION,
        name: "Action",
        about: "Looks for what was done, step by step: it is the part a panel judges you by.",
        there: "It says what was done.",
        thin: "More on what was done, step by step, would help the panel.",
        missing: "More on what you did, step by step, would help the panel.",
        step: |context, finding| match quoted(context, Role::Result) {
            _ if finding.tone != FindingTone::Fault => String::new(),
            _ if context.reference.asks() == Asks::Plan => {
                "Say what you would do, step by step.".to_owned()
            }
            Some(result) => ended(format!("Say what you did, step by step, to get to {result}")),
            None => "Say what you did, step by step.".to_owned(),
        },
        openings: &[
            Opening {
                gap: Gap::Action,
                is_open: |assessment| gap::is_part_open(assessment, Role::Action),
            },
            Opening {
                gap: Gap::Steps,
                is_open: |assessment| gap::is_more_open(assessment, Role::Action),
            },
        ],
    },
    Part {
        id: CriterionId::RESULT,
        name: "Result",
        about: "Looks for what came of it: a story without its end proves nothing.",
        there: "What came of it is told.",
        thin: ENDED,
        missing: "What came of it was not heard.",
        step: |context, finding| match quoted(context, Role::Action) {
            _ if finding.tone != FindingTone::Fault => String::new(),
            _ if context.reference.asks() == Asks::Plan => {
                "Say what should come of it, and how you would know.".to_owned()
            }
            _ if finding.sentence == ENDED => "Say plainly how it ended.".to_owned(),
            _ if finding.sentence == KEPT.1 => "Say plainly what comes of it.".to_owned(),
            Some(action) => format!("Say what came of {action}, with its number."),
            None => "Say what came of it, with its number.".to_owned(),
        },
        openings: &[
            Opening {
                gap: Gap::Result,
                is_open: |assessment| gap::is_part_open(assessment, Role::Result),
            },
            Opening {
                gap: Gap::Outcome,
                is_open: |assessment| gap::is_more_open(assessment, Role::Result),
            },
        ],
    },
];

/// What is asked of an end that may be told.
const ENDED: &str = "How did it end? A plain sentence on it would help the panel.";

/// What is said of the actions where one is asked what one would do.
const PLANNED: (&str, &str, &str) = (
    "It says what you would do.",
    "More on what you would do, step by step, would help the panel.",
    "More on what you would do, step by step, would help the panel.",
);
/// The same of what it would come to.
const HOPED: (&str, &str, &str) = (
    "What should come of it is told.",
    "A plain sentence on what should come of it would help the panel.",
    "What should come of it was not heard.",
);

/// The same where one is asked what one does.
const KEPT: (&str, &str, &str) = (
    "What came of it is told.",
    "What comes of it? A plain sentence on it would help the panel.",
    "What comes of it was not heard.",
);

pub(super) const SITUATION: Criterion = criterion::<0>();
pub(super) const TASK: Criterion = criterion::<1>();
pub(super) const ACTION: Criterion = criterion::<2>();
pub(super) const RESULT: Criterion = criterion::<3>();

/// The criterion of the part that stands here in [`PARTS`].
const fn criterion<const PART: usize>() -> Criterion {
    let part = &PARTS[PART];
    Criterion {
        id: part.id,
        name: part.name,
        about: part.about,
        kind: Kind::Quality,
        assess: assess::<PART>,
        step: Some(part.step),
        praised: true,
        heard: Heard::Quality,
        openings: part.openings,
        mendable: false,
    }
}

/// By the part's phrases, and in *this story* also by its key points.
fn assess<const PART: usize>(context: &Context) -> Finding {
    let (part, role) = (&PARTS[PART], Role::ALL[PART]);
    if !context.asks_for(role) {
        return Finding::not_asked(part.id, "This question can be answered without it.");
    }
    let ends = context.parts.likeliest_end(&context.substance.counted);
    let is_without_end = ends.is_some_and(|likely| likely < context.numbers.qualities.parts.ends);
    let by_phrases =
        if role == Role::Result && is_without_end { 0.0 } else { context.presence[PART] };
    let said = context.part_said(role).filter(|_| context.story == Story::This);
    let mut score = by_phrases.max(said.unwrap_or(0.0));
    let mut shown: Vec<Span> = Vec::new();
    let by_words = context.best_sentence(role).filter(|_| by_phrases > 0.0);
    shown.extend(by_words.map(|(s, _)| context.sentence(s)));
    if by_phrases < score {
        shown.extend(context.said_of(role).map(|s| context.sentence(s)));
    }
    // What is read as the end by its place may be one.
    let by_place = !context.parts.by_meaning && context.story == Story::Own;
    if role == Role::Result && by_place && score <= 0.0 {
        shown.extend(context.read_as_end().into_iter().map(|s| context.sentence(s)));
        score = context.numbers.qualities.parts.by_place;
    }
    let may_end = if role == Role::Result { outcome::doubtful(context) } else { Vec::new() };
    let says_end = may_end.iter().find(|s| outcome::surely_says_end(context, **s));
    if let Some(s) = says_end.filter(|_| context.story == Story::Own && score <= 0.0) {
        shown.push(context.sentence(*s));
        score = context.numbers.qualities.parts.by_place;
    }
    shown.dedup();
    let told = if role == Role::Result { outcome::sentences(context) } else { Vec::new() };
    let (is_told, least) = (role != Role::Result || !told.is_empty(), outcome::full(context));
    // What surely tells what came of it keeps no story from a level.
    let score = if shown.is_empty() {
        0.0
    } else if !told.is_empty() {
        score.max(least)
    } else {
        score
    };
    if let Some(last) = told.last().filter(|_| score > 0.0) {
        shown = vec![context.sentence(*last)];
    }
    let (there, thin, missing) = match (context.reference.asks(), role) {
        (Asks::Plan, Role::Action) => PLANNED,
        (Asks::Plan, Role::Result) => HOPED,
        (Asks::Habit, Role::Result) if !asks_of_the_past(context) => KEPT,
        _ => (part.there, part.thin, part.missing),
    };
    let is_unended =
        role == Role::Result && context.story == Story::This && context.reading.is_unended;
    if is_unended {
        let is_plan = context.reference.asks() == Asks::Plan;
        let ends = if is_plan { missing } else { "How the model answer ends was not heard." };
        return Finding::new(part.id, 0.0, ends).fault();
    }
    let finding = |sentence: &str| Finding::new(part.id, score, sentence);
    let finding = match Presence::of(score) {
        // Where the level hangs on it, it is asked for.
        _ if !may_end.is_empty() && !is_told && score < least => finding(ENDED).fault(),
        Presence::There if is_told && surely(context, role, &shown) => finding(there).praise(),
        Presence::There => finding(""),
        // Who hears a day and a street at once needs no sentence on them, nor on an aim who hears of a target.
        _ if role == Role::Situation && context.opens_surely() => finding(""),
        _ if role == Role::Task && aims(context).next().is_some() => finding(""),
        // What may be the end is not missed.
        _ if role == Role::Result && !(told.is_empty() && says_end.is_none()) => finding(""),
        // Nor on the steps who is told several.
        _ if role == Role::Action && tells_steps(context) => finding(""),
        Presence::Missing if is_missing(context, role) && may_end.is_empty() => {
            finding(missing).fault()
        }
        Presence::Partly if !may_end.is_empty() => finding(""),
        _ => finding(thin).fault(),
    };
    // What may be no outcome at all is not shown as one.
    let is_doubtful = role == Role::Result && told.is_empty() && finding.tone == FindingTone::Fault;
    if is_doubtful { finding } else { finding.shown(shown) }
}

/// Whether a part can be said not to be there.
fn is_missing(context: &Context, role: Role) -> bool {
    let chosen = &context.numbers.qualities.parts;
    if context.parts.by_meaning {
        context.best_sentence(role).is_none_or(|(_, likely)| likely < chosen.unheard)
    } else {
        !context.is_read(role)
    }
}

/// Whether it is plain to anybody that these passages tell a part, so that it can be praised.
fn surely(context: &Context, role: Role, shown: &[Span]) -> bool {
    let chosen = &context.numbers.qualities.parts;
    let within = |inner: &Span| shown.iter().any(|s| s.holds(*inner));
    match role {
        Role::Situation => context.telling.specifics.sure.iter().any(within),
        Role::Task => aims(context).any(|aim| within(&aim)),
        Role::Action => {
            context.deeds(true).len() >= chosen.surely
                && context.telling.specifics.sure.len() >= chosen.surely
        }
        Role::Result => true,
    }
}

/// Where it is said that something had to be reached.
fn aims(context: &Context) -> impl Iterator<Item = Span> {
    let found = lexicon::AIMS.find(context.answer.words());
    found.map(|aim| context.words(aim.first, aim.end))
}

/// A change, where the finding does not leave open whether it is needed.
fn where_open(finding: &Finding, change: &str) -> String {
    if finding.tone == FindingTone::Fault { change.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(role: Role, answer: &str, expected: bool) {
        let score = trial::score(role.into(), answer, Story::Own);
        assert_eq!(score >= 0.5, expected, "{score}");
    }

    #[test]
    fn the_situation_is_found_where_it_is() {
        let story =
            "Three years ago our orchard in Kent was losing a fifth of its apples to frost.";
        check(Role::Situation, story, true);
        let story = "I bought two heaters and I placed them between the rows of apple trees.";
        check(Role::Situation, story, false);
    }

    #[test]
    fn the_task_is_found_where_it_is() {
        let story = "My task was to save the apple harvest with only two people and a tractor.";
        check(Role::Task, story, true);
        check(Role::Task, "The orchard froze in Kent. The heaters were red.", false);
    }

    #[test]
    fn the_action_is_found_where_it_is() {
        let story = "I rented two heaters, I mapped the coldest rows and I trained the pickers to light them.";
        check(Role::Action, story, true);
        check(Role::Action, "Three years ago our orchard in Kent had frost.", false);
    }

    #[test]
    fn the_result_is_found_where_it_is() {
        let story = "As a result, losses fell from 20% to 4% and the orchard saved £9,000.";
        check(Role::Result, story, true);
        let story = "I rented two heaters and I mapped the coldest rows of the orchard.";
        check(Role::Result, story, false);
    }

    #[track_caller]
    fn check_result(story: &str, expected: Option<&str>) {
        let finding = trial::finding(CriterionId::RESULT, story, Story::Own);
        let praised = finding.sentence == "What came of it is told.";
        let shown = finding.passages().next().map(|span| span.of(story));
        assert_eq!(shown.filter(|_| praised), expected, "{finding:?}");
    }

    #[test]
    fn a_boast_and_a_lesson_are_no_outcome() {
        let story = "The customer in Kent was dissatisfied with the valve. I replaced it with a brass one on Monday.";
        check_result(
            &format!("{story} As a result, complaints fell from 20 to 4."),
            Some("As a result, complaints fell from 20 to 4."),
        );
        for end in [
            "This demonstrates my excellent communication skills and the success of my commitment in Kent.",
            "The experience taught me the value of openness and it improved the results in Kent.",
        ] {
            check_result(&format!("{story} {end}"), None);
        }
    }

    #[test]
    fn who_opens_with_a_place_and_a_time_is_not_asked_for_them() {
        let story = "I've a little shop in Kendal. The January before last a man called Mr Hodgson came in shouting. I opened \
                     the watch in front of him. I cleaned it with a brush. I gave him £85 back.";
        for story_of in [Story::Own, Story::This] {
            let found = trial::assess(story, story_of);
            let step = found.next_step.map(|step| step.sentence).unwrap_or_default();
            assert!(!step.contains("where and when"), "{step}");
        }
    }

    #[test]
    fn what_is_read_as_the_part_by_its_place_is_not_called_missing() {
        let story = "Our launch slipped because the payment provider changed its API four weeks before the date. I cut \
                     the scope to two flows and told the sales lead the new date the same day. We shipped nine days \
                     late instead of six weeks.";
        let finding = trial::finding(CriterionId::SITUATION, story, Story::Own);
        assert!(!finding.sentence.contains("why it mattered"), "{finding:?}");
    }
}
