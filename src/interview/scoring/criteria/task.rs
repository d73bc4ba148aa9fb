//! Task: what had to be reached, and what was in the way.

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
    id: "task",
    name: "Task",
    about: "Looks for what had to be reached and what stood in the way: without it the actions have no aim.",
    kind: Kind::Quality,
    assess,
};

fn assess(context: &Context) -> Finding {
    part::assess(
        context,
        Role::Task,
        CRITERION.id,
        &PartSentences {
            there: "What had to be reached is clear.",
            thin: "What had to be reached is only touched on.",
            missing: "What you had to reach is still missing.",
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        let score = trial::score("task", answer, Story::Own);
        assert_eq!(score >= 0.5, expected, "{score}");
    }

    #[test]
    fn the_part_is_found_where_it_is() {
        check("My task was to save the apple harvest with only two people and a tractor.", true);
        check("The orchard froze in Kent. The heaters were red.", false);
    }
}
