//! Action: what the speaker did.

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
    id: "action",
    name: "Action",
    about: "Looks for what was done, step by step: it is the part a panel judges you by.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    part::assess(
        context,
        Role::Action,
        CRITERION.id,
        &PartSentences {
            there: "What was done is clear, step by step.",
            thin: "What was done is only touched on.",
            missing: "What you did is still missing.",
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        let score = trial::score("action", answer, Story::Own);
        assert_eq!(score >= 0.5, expected, "{score}");
    }

    #[test]
    fn the_part_is_found_where_it_is() {
        check(
            "I rented two heaters, I mapped the coldest rows and I trained the pickers to light them.",
            true,
        );
        check("Three years ago our orchard in Kent had frost.", false);
    }
}
