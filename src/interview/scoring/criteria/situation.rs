//! Situation: where and when it happened, and why it mattered.

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{
            Criterion, Kind,
            part::{self, Sentences},
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
        &Sentences {
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
        let finding = trial::finding("situation", answer, Story::Own);
        assert_eq!(finding.score >= 0.5, expected, "{finding:?}");
    }

    #[test]
    fn the_part_is_found_where_it_is() {
        check(
            "Three years ago our orchard in Kent was losing a fifth of its apples to frost.",
            true,
        );
        check("I bought two heaters and I placed them between the rows of apple trees.", false);
    }
}
