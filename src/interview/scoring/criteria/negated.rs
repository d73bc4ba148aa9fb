//! Negated: what the model answer says, turned round.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Coverage, Evidence, Finding},
        context::Context,
        criteria::{Criterion, Heard, Kind, as_found},
        criterion_id::CriterionId,
    },
    text::Span,
};

impl CriterionId {
    /// The criterion of this file.
    pub const NEGATED: Self = Self::new("negated");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::NEGATED,
    name: "Facts reversed",
    about: "Recognises key points that are said the other way round.",
    kind: Kind::Gate,
    assess,
    step: Some(as_found),
    praised: false,
    heard: Heard::Doubt,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.negated;
    if context.story == Story::Own {
        return Finding::not_asked(CRITERION.id, "Its facts are its own.");
    }
    let found = &context.reading.found;
    let mut reversed: Vec<(Option<usize>, Span)> =
        found.iter().enumerate().filter_map(|(i, f)| Some((Some(i), f.reversed?.span))).collect();
    // The same place is not counted twice.
    let sentence_of =
        |span: Span| context.answer.sentences().iter().position(|s| s.span.holds(span));
    let turned = &context.reading.turned;
    for sentence in turned {
        if reversed.iter().all(|(_, span)| sentence_of(*span) != sentence_of(sentence.by)) {
            let within = |of: Span| of.start < sentence.meant.end && sentence.meant.start < of.end;
            let point = context.model.key_points.iter().position(|point| within(point.span));
            reversed.push((point, sentence.by));
        }
    }
    if is_turned_as_a_whole(context) {
        let sentence = "Much of it may say the reverse of the model answer: compare the two.";
        let rather = found.iter().enumerate().filter(|(_, point)| point.claim.is_rather_turned());
        let mut finding = Finding::new(CRITERION.id, 0.0, sentence);
        for (point, place) in rather.filter_map(|(i, f)| Some((i, f.claim.sentence?))) {
            finding.evidence.push(Evidence::Answer(context.sentence(place)));
            finding.evidence.push(Evidence::KeyPoint(point));
        }
        return finding.capped(gate.caps.1);
    }
    if reversed.is_empty() {
        return Finding::new(CRITERION.id, 1.0, "Nothing was seen to be said the other way round.");
    }
    let reached = found.iter().filter(|f| f.coverage > Coverage::Missed).count() + reversed.len();
    let share = reversed.len() as f32 / reached as f32;
    let sentence = match reversed.len() {
        1 => "One key point may be said the other way round.".to_owned(),
        n => format!("{n} key points may be said the other way round."),
    };
    let mut finding = Finding::new(CRITERION.id, 1.0 - share, sentence);
    for (point, span) in &reversed {
        finding.evidence.push(Evidence::Answer(*span));
        finding.evidence.extend(point.map(Evidence::KeyPoint));
    }
    let (several, another_story) = gate.caps;
    match reversed.len() {
        1 if turned.is_empty() => finding,
        n if n > 1 && share >= gate.another_story => finding.capped(another_story),
        _ => finding.capped(several),
    }
}

/// Whether all of its claims together say the reverse, or places that deny the model answer bear that out, or these are many.
fn is_turned_as_a_whole(context: &Context) -> bool {
    let story = &context.numbers.gates.negated.story;
    let denials = context.reading.denials.len();
    let deny = denials > context.numbers.qualities.consistency.allowed
        && context.reading.turned_share >= Some(story.doubted);
    context.turned_share() >= story.turned || deny || denials >= story.many
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criteria::trial;
    use crate::interview::scoring::criterion_id::CriterionId;

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::NEGATED, answer), expected);
    }

    #[test]
    fn denied_key_points_are_recognised() {
        check(
            "I did not write a small script that copied the labels from the old catalogue. I never paired every new \
             volunteer with an experienced librarian for the first morning. As a result, we never catalogued 2,100 \
             books a day instead of 300.",
            true,
        );
    }

    #[test]
    fn one_not_in_the_model_answers_own_words_is_recognised() {
        check(&trial::model_text().replace("I wrote", "I never wrote"), true);
    }

    #[test]
    fn the_same_facts_are_not() {
        check(&trial::model_text(), false);
        check(
            "I wrote a script that copied labels from the old catalogue, not a new system.",
            false,
        );
    }
}
