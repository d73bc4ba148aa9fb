//! Texts of every kind: odd scripts, odd characters and odd lengths are judged or refused.

use hotseat::interview::{
    scoring::{
        Refused, Story,
        assessment::{Assessment, Evidence},
    },
    text::{MAX_ANSWER, Span, Text},
};

use crate::seed;

/// Texts that break what counts bytes, columns or letters.
const ODD: [&str; 14] = [
    "",
    " \n\t \r\n",
    "\0\0 I did\0 it \u{1}\u{2}\u{1b}[31m red \u{9b}2J",
    "👩‍👩‍👧‍👦👩🏽‍🚀🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿 I led 5 👩‍🚀, and 3️⃣ of them 🎉.",
    "e\u{301}\u{301}\u{301}\u{301} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘ 50%.",
    "שלום, I said 40% ו־3 אנשים. مرحبا ١٢٣ بالمئة.",
    "\u{202e}reversed\u{202c} \u{2066}isolated\u{2069} \u{200f}\u{200e}\u{feff}",
    "ﬁve ﬂoors ½ ² ⅷ ٣٤٪ １２３％ 𝟙𝟚𝟛% Ⅻ",
    "İstanbul ẞ ǅ ŉ ΐ ﬃ ὈΔΥΣΣΕΎΣ 12%",
    "“““„„„«««\"\"\"\"",
    "......!!!!????…………",
    "$€£¥ $ 1,,,,2....3%%%% 99999999999999999999999999999999999999999999999999 1e999 NaN inf",
    "क्षत्रिय ক্ষ ก็ที่นั่น မြန်မာ ខ្មែរ བོད་",
    "a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f",
];

fn assess(text: &str, story: Story) -> Assessment {
    seed::scorer().assess(0, text, story).expect("the answer is within the bound")
}

#[track_caller]
fn check_spans(text: &str) {
    for story in [Story::This, Story::Own] {
        check_spans_of(&assess(text, story), text);
    }
}

#[track_caller]
fn check_spans_of(found: &Assessment, text: &str) {
    let evidence = found.findings.iter().flat_map(|finding| &finding.evidence);
    let mut spans: Vec<Span> = evidence
        .filter_map(|evidence| match evidence {
            Evidence::Answer(span) => Some(*span),
            Evidence::KeyPoint(_) => None,
        })
        .collect();
    spans.extend(found.sentences.iter().map(|reading| reading.span));
    spans.extend(found.key_points.iter().filter_map(|point| point.evidence));
    let read = Text::read(text);
    spans.extend(read.figures().iter().map(|figure| figure.span));
    spans.extend(read.quotes());
    for span in spans {
        assert!(text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
    }
}

#[test]
fn odd_texts_are_judged_and_their_spans_lie_on_character_borders() {
    for text in ODD {
        check_spans(text);
        check_spans(&format!("I led 3 people. {text} We won 40% more."));
        check_spans(&text.repeat(20));
    }
}

#[test]
fn beyond_the_bound_it_is_refused_with_both_numbers() {
    let refused = seed::scorer().assess(0, &"word ".repeat(200_000), Story::This);
    let expected = Refused::TooLong { characters: 1_000_000, at_most: MAX_ANSWER };
    assert_eq!(refused.as_ref().err(), Some(&expected));
    assert_eq!(
        expected.to_string(),
        "the answer has 1000000 characters; at most 40000 can be judged"
    );
    assert!(seed::scorer().assess(0, &"é".repeat(MAX_ANSWER), Story::This).is_ok());
    assert!(seed::scorer().assess(0, &"é".repeat(MAX_ANSWER + 1), Story::This).is_err());
}

/// Texts of one thing over and over, which what looks at pairs of things would never be done with.
const ENDLESS: [&str; 12] = [
    "x",
    ",",
    "7 ",
    "$9,9% ",
    "Go. ",
    "We sold 7. ",
    "\"a\" ",
    "“",
    "a\n",
    "e\u{301}\u{301}\u{301}",
    "as a result of that ",
    "In March I moved 40 boxes to the depot, and as a result we saved 12% of the rent. ",
];

#[test]
fn the_longest_texts_of_one_thing_are_judged() {
    for unit in ENDLESS {
        let text = unit.repeat(MAX_ANSWER / unit.chars().count());
        check_spans_of(&assess(&text, Story::This), &text);
    }
}
