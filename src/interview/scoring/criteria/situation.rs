//! Situation: where and when it happened, and why it mattered.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{
            Criterion, Kind,
            part::{self, PartSentences},
        },
    },
    star::Role,
};

pub(super) const CRITERION: Criterion = Criterion {
    id: "situation",
    name: "Situation",
    about: "Looks for where and when it happened and why it mattered: a listener who knows it can follow the rest.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    part::assess(
        context,
        Role::Situation,
        CRITERION.id,
        &PartSentences {
            there: "The situation is clear.",
            thin: "The situation is only touched on.",
            missing: "Where and when this was, and why it mattered, is still missing.",
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        let score = trial::score("situation", answer, Story::Own);
        assert_eq!(score >= 0.5, expected, "{score}");
    }

    #[test]
    fn the_part_is_found_where_it_is() {
        check(
            "Three years ago our orchard in Kent was losing a fifth of its apples to frost.",
            true,
        );
        check("I bought two heaters and I placed them between the rows of apple trees.", false);
    }
    #[test]
    fn what_is_read_as_the_part_by_its_place_is_not_called_missing() {
        let story = "Our launch slipped because the payment provider changed its API four weeks before the date. I cut \
                     the scope to two flows and told the sales lead the new date the same day. We shipped nine days \
                     late instead of six weeks.";
        let finding = trial::finding("situation", story, Story::Own);
        assert_eq!(finding.sentence, "The situation is only touched on.", "{finding:?}");
    }
}
