//! Key points: how much of the model answer's content is said.

use crate::interview::scoring::{
    Story,
    assessment::{Coverage, Evidence, Finding},
    context::Context,
    criteria::{Criterion, Heard, Kind},
    criterion_id::CriterionId,
};

impl CriterionId {
    /// The criterion of this file.
    pub const KEY_POINTS: Self = Self::new("key-points");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::KEY_POINTS,
    name: "Key points",
    about: "Compares the answer with the key points of the model answer: what was heard, heard in part and not heard.",
    kind: Kind::Closeness,
    assess,
    step: None,
    praised: true,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.story == Story::Own {
        return Finding::not_asked(CRITERION.id, "Its facts are its own.");
    }
    let found = &context.reading.found;
    let with = |coverage| found.iter().filter(|f| f.told() == coverage).count();
    let (hit, partly) = (with(Coverage::Hit), with(Coverage::Partly));
    let all = found.len();
    let perhaps = found
        .iter()
        .filter(|f| f.is_perhaps_said() && f.reversed.is_none() && f.denied.is_none())
        .count();
    let mut sentence = match (hit, partly) {
        _ if all == 0 => "There are no key points to compare it with.".to_owned(),
        (0, 0) if all == 1 => "The one key point was not heard.".to_owned(),
        (1, _) if all == 1 => "The one key point was heard.".to_owned(),
        (0, 0) => format!("None of the {all} key points was heard."),
        (hit, _) if hit == all => format!("All {all} key points were heard."),
        (0, partly) => format!("None of the {all} key points was heard in full, {partly} in part."),
        (1, 0) => format!("1 of {all} key points was heard."),
        (1, partly) => format!("1 of {all} key points was heard, {partly} more in part."),
        (hit, 0) => format!("{hit} of {all} key points were heard."),
        (hit, partly) => format!("{hit} of {all} key points were heard, {partly} more in part."),
    };
    if perhaps > 0 {
        sentence.truncate(sentence.len() - ".".len());
        sentence += &format!(", {perhaps} perhaps in other words.");
    }
    let mut finding = Finding::new(CRITERION.id, context.reading.closeness, sentence);
    for (i, point) in found.iter().enumerate() {
        if let Some(s) =
            point.sentence.filter(|_| point.coverage > Coverage::Missed && point.is_there)
        {
            finding.evidence.push(Evidence::Answer(context.sentence(s)));
        }
        finding.evidence.push(Evidence::KeyPoint(i));
    }
    finding
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::KEY_POINTS, answer, Story::This);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn an_own_story_is_not_asked_for_them() {
        let found = trial::finding(CriterionId::KEY_POINTS, &trial::model_text(), Story::Own);
        assert!(!found.is_asked() && found.evidence.is_empty(), "{found:?}");
    }

    #[test]
    fn the_model_answer_says_them_all() {
        check(&trial::model_text(), 0.98..=1.0);
    }

    #[test]
    fn a_retelling_says_most_of_them() {
        check(
            "A couple of winters back the Leith library had 60,000 volumes to bring over to another catalogue, but \
             five weeks in we had done just 4%. Volunteers entered each label two times, and the scanner kept \
             crashing. I needed to be done before lending began again in March. With a stopwatch I measured the \
             steps and saw that 70% of the time went into retyping. So I made a script to copy labels over, got \
             three scanners from the museum and put newcomers beside a librarian on their first morning. That \
             brought us from 300 to 2,100 books daily, we were open again four days ahead, and errors went from \
             6% down to 1%.",
            0.6..=1.0,
        );
    }

    #[test]
    fn half_of_the_answer_says_about_half() {
        let half: Vec<_> = trial::MODEL[..4].iter().map(|(_, s)| *s).collect();
        check(&half.join(" "), 0.4..=0.65);
    }

    #[test]
    fn another_story_says_none() {
        check("I planted forty rose bushes along the canal and watered them by hand.", 0.0..=0.1);
    }
}
