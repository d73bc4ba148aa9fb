//! Ranges, as in "between 20 and 25 percent" and "20–25%", are one figure: their middle, as far as they reach.

use crate::interview::text::{
    Span, Word,
    figures::{Figure, Unit},
};

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
    if !matches!(between, "-" | "–") {
        spoken()?;
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
    }

    #[test]
    fn from_one_to_another_is_no_range() {
        let read = Text::read("it fell from 28 to 17 percent, in 2019-2020");
        assert!(read.figures().len() >= 3, "{:?}", read.figures());
    }
}
