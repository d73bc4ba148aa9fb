//! Length: whether the answer can be said in the time a panel listens.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Heard, Kind, as_found, count},
        criterion_id::CriterionId,
        tone::FindingTone,
    },
    text::Text,
};

impl CriterionId {
    /// The criterion of this file.
    pub const LENGTH: Self = Self::new("length");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::LENGTH,
    name: "Length",
    about: "Estimates the spoken time at 150 words a minute: one to two and a half minutes hold a whole story.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let chosen = &context.numbers.qualities.length;
    let words = context.answer.words().len();
    let model = context.model.answer.words().len();
    let full = full(context);
    let longest = chosen.longest.max(model * 3 / 2);
    // Words that tell nothing do not make an answer long enough, but they do make it too long.
    let enough = (context.substance.spoken as f32 / full as f32).min(1.0);
    let over = words.saturating_sub(longest) as f32 / longest as f32;
    let score = enough * (1.0 - over).max(0.0);
    let finding = |sentence: String| Finding::new(CRITERION.id, score, sentence);
    let spoken = format!("It takes {} to say", time(Text::seconds(words)));
    let whole = time(Text::seconds(full));
    let finding = if over > 0.0 {
        let longest = time(Text::seconds(longest));
        finding(format!("{spoken}, which is too long: a panel listens for {longest}.")).fault()
    } else if let Some(more) = room(context) {
        let short = match context.story {
            Story::This => format!("a whole one takes {whole}"),
            Story::Own => format!("there is time for {more} more"),
        };
        finding(format!("{spoken}, which is short: {short}.")).fault()
    } else if enough >= chosen.nearly {
        finding(format!("{spoken}, which is a good length.")).praise()
    } else if words < full {
        finding(format!("{spoken}, which is a little short: a whole one takes {whole}."))
    } else {
        finding(format!("{spoken}; what it tells in that time counts."))
    };
    let all = context.answer.sentences();
    let shown = match (all.first(), all.last()) {
        (Some(_), Some(last)) if over > 0.0 => Some(last.span),
        _ => None,
    };
    finding.shown(shown)
}

/// How much more there is time for, where an answer is clearly shorter than a full one; its words are counted as they are
/// spoken, whatever they carry.
fn room(context: &Context) -> Option<String> {
    let (words, full) = (context.answer.words().len(), full(context));
    let is_short = (words as f32) < full as f32 * context.numbers.qualities.length.short;
    is_short.then(|| time(Text::seconds(full - words)))
}

/// Too long, or clearly short; what is neither needs no other length.
fn step(context: &Context, finding: &Finding) -> String {
    if finding.tone == FindingTone::Fault { as_found(context, finding) } else { String::new() }
}

/// Whether what an answer tells is less than a full answer does.
pub fn is_short(context: &Context) -> bool {
    context.substance.spoken < full(context)
}

/// How many words a full answer tells.
fn full(context: &Context) -> usize {
    let chosen = &context.numbers.qualities.length;
    match context.story {
        Story::This => context.model_carries.min(chosen.full).max(1),
        Story::Own => chosen.full,
    }
}

fn time(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => count(s as usize, "second"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::LENGTH, answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn the_model_answer_has_a_good_length() {
        for (story, expected) in [(Story::This, 1.0), (Story::Own, 0.8)] {
            let score = trial::score(CriterionId::LENGTH, &trial::model_text(), story);
            assert!(score >= expected, "{story:?} {score}");
        }
    }

    #[test]
    fn a_sentence_is_too_short_and_talk_makes_it_no_longer() {
        check("I rewired the greenhouse in Kent.", 0.0..=0.2);
        check(
            &format!(
                "I rewired the greenhouse in Kent. {}",
                "And so it went on and on. ".repeat(9)
            ),
            0.0..=0.2,
        );
    }

    #[test]
    fn what_is_nearly_full_is_not_said_to_have_room() {
        let said = |times: usize| {
            let answer = "I rewired the greenhouse in Kent on Monday. ".repeat(times);
            trial::finding(CriterionId::LENGTH, &answer, Story::Own).sentence
        };
        assert!(said(3).contains("there is time for"), "{}", said(3));
        assert!(!said(16).contains("there is time for"), "{}", said(16));
    }

    #[test]
    fn everyday_words_take_as_long_as_rare_ones() {
        let plain = "I asked him to walk with me and told him what I had heard. ".to_owned();
        let score = |sentence: &str| {
            let each =
                ["Monday", "Tuesday", "Friday"].map(|day| format!("{sentence} {day} was hard. "));
            trial::score(CriterionId::LENGTH, &each.concat(), Story::Own)
        };
        assert!(score(&plain) > 0.1, "{}", score(&plain));
    }

    #[test]
    fn a_short_one_and_a_long_one_are_called_so() {
        let said = |times: usize| {
            let days =
                (0..times).map(|day| format!("I rewired greenhouse {day} in Kent on Monday. "));
            trial::finding(CriterionId::LENGTH, &days.collect::<String>(), Story::Own).sentence
        };
        assert!(said(2).contains("which is short"), "{}", said(2));
        assert!(said(15).contains("a little short"), "{}", said(15));
        assert!(said(25).contains("a good length"), "{}", said(25));
        assert!(said(99).contains("too long"), "{}", said(99));
    }

    #[test]
    fn six_minutes_are_too_long() {
        check(&trial::model_text().repeat(7), 0.0..=0.5);
    }
}
