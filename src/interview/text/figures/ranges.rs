//! Ranges, as in "between 20 and 25 percent", "20–25%" and "two to three weeks", are one figure: their middle, as far as they reach.

use crate::interview::text::{
    Span, Word,
    figures::{Figure, Unit},
};

/// So many times its lower end is the upper end of what "to" joins.
const WIDEST: f64 = 2.0;

/// The same figures with every range as one.
pub(super) fn joined(text: &str, words: &[Word], figures: Vec<Figure>) -> Vec<Figure> {
    let mut all: Vec<Figure> = Vec::with_capacity(figures.len());
    for figure in figures {
        match all.last().and_then(|low| range(text, words, low, &figure)) {
            Some(range) => {
                all.pop();
                all.push(range);
            }
            None => all.push(figure),
        }
    }
    all
}

/// Two figures as a range, the lower first.
fn range(text: &str, words: &[Word], low: &Figure, high: &Figure) -> Option<Figure> {
    let between = text.get(low.span.end..high.span.start)?;
    let spoken = || {
        let before = words.get(low.word.checked_sub(1)?)?;
        (before.lower == "between" && between.trim() == "and").then_some(())
    };
    // "Two to three weeks" has its unit once; "went from 2 to 3 weeks" and "6% to 9%" tell of a change.
    let to = || {
        let before = low.word.checked_sub(1).and_then(|at| words.get(at));
        let is_change = before.is_some_and(|word| word.lower == "from");
        let once = low.unit == Unit::Count && high.unit != Unit::Count;
        let near = high.number <= low.number * WIDEST;
        (between.trim() == "to" && once && near && !is_change).then_some(())
    };
    if !matches!(between, "-" | "–") {
        spoken().or_else(to)?;
    }
    let alike = low.unit == high.unit || low.unit == Unit::Count;
    if !alike || high.unit == Unit::Date || low.number >= high.number {
        return None;
    }
    // The lower end has the unit of the upper: "2 to 3 weeks".
    let unit = high.value / high.number;
    let low_value = if low.unit == high.unit { low.value } else { low.number * unit };
    let reach = (high.value - low_value) / 2.0 / high.value;
    Some(Figure {
        span: Span { start: low.span.start, end: high.span.end },
        value: f64::midpoint(low_value, high.value),
        number: f64::midpoint(low.number, high.number),
        within: high.within + reach,
        ..high.clone()
    })
}

#[cfg(test)]
mod tests {
    use crate::interview::text::Text;

    #[track_caller]
    fn check(said: &str, figure: &str, expected: bool) {
        let (said, figure) = (Text::read(said), Text::read(figure));
        let [range] = said.figures() else { panic!("{:?}", said.figures()) };
        assert_eq!(range.agrees(&figure.figures()[0]), expected, "{range:?}");
    }

    #[test]
    fn what_lies_in_a_range_is_said_by_it() {
        check("between 20 and 25 percent", "22%", true);
        check("20–25%", "25%", true);
        check("between two and three weeks", "18 days", true);
        check("20-25%", "40%", false);
        check("two to three weeks", "18 days", true);
        check("two to three weeks", "six weeks", false);
    }

    #[test]
    fn from_one_to_another_is_no_range() {
        let read = Text::read("it fell from 28 to 17 percent, in 2019-2020");
        assert!(read.figures().len() >= 3, "{:?}", read.figures());
        let read = Text::read("it went from 2 to 3 weeks");
        assert_eq!(read.figures().len(), 2, "{:?}", read.figures());
    }
}
