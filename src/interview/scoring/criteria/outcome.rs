//! Where an answer surely tells what came of it: what is shown as an outcome has to be one.

use std::collections::BTreeSet;

use crate::interview::{
    scoring::{
        Story, assessment::Coverage, closeness::reference::Asks, context::Context, roles::deeds,
        telling::kind::Told,
    },
    star::Role,
    text::{Word, lexicon},
};

/// What is in sentences that draw a lesson or a boast from what happened; they are no outcome.
const NO_OUTCOME: [&str; 14] = [
    "demonstrate",
    "demonstrated",
    "demonstrates",
    "highlights",
    "learn",
    "learned",
    "learnt",
    "lesson",
    "proves",
    "realised",
    "realized",
    "showcases",
    "taught",
    "teaches",
];

/// The kinds of phrases that speak of an outcome wherever they stand.
const OUTCOMES: [&str; 2] = ["change", "outcome"];

/// The sentences that surely tell what came of it, in order: read as the end, behind the first deed, and no deed, lesson or boast
/// themselves. What stands behind the last deed of one's own comes first; before it only what says so in a phrase.
pub(super) fn sentences(context: &Context) -> Vec<usize> {
    let surely = context.numbers.qualities.parts.surely_ends;
    let is_plan = context.reference.asks() == Asks::Plan;
    let first = context.counting().find(|s| is_deed(context, *s)).unwrap_or(usize::MAX);
    let mine = context.sentences_of_deeds(false);
    let says_so = |s: &usize| says_so(context, *s);
    let ends: Vec<usize> = context
        .counting()
        .filter(|s| *s > first || is_plan)
        .filter(|s| {
            let likely = context.parts.counting[*s][Role::Result as usize] >= surely;
            likely || says_so(s) && context.parts.counting_as(*s) == Some(Role::Result)
        })
        .filter(|s| context.may_end(*s) && !is_no_outcome(context, *s))
        .filter(|s| is_plan || !mine.contains(s) || says_so(s))
        .collect();
    let last = mine.last().copied().unwrap_or(first);
    let behind: Vec<usize> = ends.iter().copied().filter(|s| *s > last).collect();
    let told = if behind.is_empty() { ends.into_iter().filter(says_so).collect() } else { behind };
    // What says the model answer's result is surer than what reads like one.
    let said: BTreeSet<usize> = said(context).collect();
    let has_results = context.story == Story::This
        && context.model.key_points.iter().any(|point| point.role == Role::Result);
    if has_results { said.into_iter().collect() } else { told }
}

/// The sentences that may tell what came of it, were it not sure: what says so in a phrase, and what is not unlikely read as the
/// end behind the first deed.
pub(super) fn doubtful(context: &Context) -> Vec<usize> {
    let unheard = context.numbers.qualities.parts.unheard;
    let sentences = 0..context.answer.sentences().len();
    let first = sentences.clone().find(|s| is_deed(context, *s)).unwrap_or(usize::MAX);
    let may_be = |s: &usize| {
        let read_so = *s > first
            && context.parts.by_meaning
            && context.parts.strengths[*s][Role::Result as usize] >= unheard;
        (read_so || says_end(context, *s)) && !is_no_outcome(context, *s)
    };
    sentences.filter(|s| *s >= first).filter(may_be).collect()
}

/// How plainly a story of one's own tells its end that may be a full answer; 0 for others.
pub(super) fn full(context: &Context) -> f32 {
    let [.., full] = context.numbers.rubric.own.end;
    let hangs_on_it = context.story == Story::Own && context.reference.asks() == Asks::Story;
    if hangs_on_it { full } else { 0.0 }
}

/// Whether a sentence that tells something says in a phrase what came of it.
pub(super) fn surely_says_end(context: &Context, s: usize) -> bool {
    context.substance.tells[s] && says_end(context, s)
}

/// Whether a phrase of a sentence speaks of what came of it.
pub(super) fn says_end(context: &Context, s: usize) -> bool {
    lexicon::ENDS.find(context.answer.words_of(s)).next().is_some()
}

/// Whether it does, or a phrase speaks of a change.
pub(super) fn says_so(context: &Context, s: usize) -> bool {
    says_so_from(context, s).is_some()
}

/// Where the first such phrase of a sentence stands.
pub(super) fn says_so_from(context: &Context, s: usize) -> Option<usize> {
    let words = context.answer.words_of(s);
    let changes = lexicon::CUES.find(words).filter(|cue| OUTCOMES.contains(&cue.label));
    let ends = lexicon::ENDS.find(words).map(|found| found.first);
    let first = changes.map(|cue| cue.first).chain(ends).min()?;
    Some(words[first].span.start)
}

fn is_deed(context: &Context, s: usize) -> bool {
    let (own, shared) = deeds::count(context.answer.words_of(s));
    own + shared > 0
}

/// The sentences that say a key point of the result, and read like one, where the transcript's story is told.
fn said<'a>(context: &'a Context<'_>) -> impl Iterator<Item = usize> + 'a {
    let points = context.model.key_points.iter().zip(&context.reading.found);
    points
        .filter(|_| context.story == Story::This)
        .filter(|(point, found)| point.role == Role::Result && found.told() > Coverage::Missed)
        .filter_map(|(_, found)| found.sentence)
        .filter(|s| context.parts.counting_as(*s) == Some(Role::Result) || says_so(context, *s))
}

/// Whether a sentence tells what somebody said, or draws a lesson or a boast.
fn is_no_outcome(context: &Context, s: usize) -> bool {
    let words = context.answer.words_of(s);
    let is_none = |word: &Word| NO_OUTCOME.contains(&word.lower.as_str());
    context.parts.lessons[s] >= context.numbers.qualities.reflection.told
        || context.telling.kind.sentences[s] == Some(Told::View)
        || words.iter().any(is_none)
        || words.get(1).is_some_and(|word| matches!(word.lower.as_str(), "goes" | "said" | "says"))
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial, criterion_id::CriterionId};

    #[track_caller]
    fn check(end: &str, expected: bool) {
        let story = "The orchard in Kent froze in May. I rented two heaters on Monday.";
        let finding = trial::finding(CriterionId::RESULT, &format!("{story} {end}"), Story::Own);
        assert_eq!(finding.sentence == "What came of it is told.", expected, "{finding:?}");
    }

    #[test]
    fn an_outcome_is_no_deed_and_nothing_that_was_said() {
        check("As a result, losses fell from 20% to 4% and the orchard saved £9,000.", true);
        check("He said it was a success and losses fell to 4% in the orchard.", false);
        check("I labelled 300 trees in the orchard.", false);
    }

    #[test]
    fn an_end_that_says_so_is_not_called_missing() {
        let story = "It was Mother's Day in Kent and two cooks were ill. I took the fish off and gave the starters to Tom.";
        for end in [
            "That way we never had more than 25 orders at a time, and all 140 guests were served.",
            "Everybody got their food, and at four we sat down and ate together.",
            "It went well.",
        ] {
            let told = format!("{story} {end}");
            let finding = trial::finding(CriterionId::RESULT, &told, Story::Own);
            assert!(!finding.sentence.contains("not heard"), "{end} {finding:?}");
        }
        let finding = trial::finding(CriterionId::RESULT, story, Story::Own);
        assert!(finding.sentence.contains("not heard"), "{finding:?}");
    }
}
