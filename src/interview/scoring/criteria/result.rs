//! Result: what came of it.

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
    id: "result",
    name: "Result",
    about: "Looks for what came of it: a story without its end proves nothing.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    part::assess(
        context,
        Role::Result,
        CRITERION.id,
        &PartSentences {
            there: "What came of it is told.",
            thin: "What came of it is only touched on.",
            missing: "What came of it is still missing.",
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        let score = trial::score("result", answer, Story::Own);
        assert_eq!(score >= 0.5, expected, "{score}");
    }

    #[test]
    fn the_part_is_found_where_it_is() {
        check("As a result, losses fell from 20% to 4% and the orchard saved £9,000.", true);
        check("I rented two heaters and I mapped the coldest rows of the orchard.", false);
    }
}
