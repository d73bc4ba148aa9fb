//! Laws of documents: whatever somebody is called and whatever they wrote, it is text and nothing else.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{
    interview::{
        fingerprint::Fingerprint,
        scorecard::{
            CardAttribute, CardChange, CardNote, CardQuestion, CardRating, HowAnswered,
            KeyTakeaways, Rescoring, Scorecard, VERSION, rescoring::NoCard,
        },
        scoring::level::Level,
        star::Role,
    },
    play::documents::{DocumentForm, csv_cell, write_card},
};

/// A card in which a stranger wrote everything that can be written.
fn card(text: &str) -> Scorecard {
    let text = || text.to_owned();
    Scorecard {
        version: VERSION,
        candidate: text(),
        position: text(),
        interview: text(),
        date: text(),
        language: "en".to_owned(),
        interviewers: vec![text()],
        overall: Some(3.5),
        recommendation: Some("Yes".to_owned()),
        attributes: vec![CardAttribute { name: text(), mean: None }],
        key_takeaways: KeyTakeaways { strengths: vec![text()], next_step: Some(text()) },
        who_rated_how: vec![text()],
        questions: vec![CardQuestion {
            id: text(),
            section: text(),
            text: text(),
            answered: HowAnswered::Typed,
            answer: Some(text()),
            seconds: Some(61),
            ratings: vec![CardRating {
                rater: text(),
                level: Level::new(4),
                anchor: text(),
                evidence: text(),
                notes: vec![CardNote { part: Some(Role::Task), text: text() }],
                key_points: vec![text()],
                flags: vec![text()],
                changes: vec![CardChange {
                    level: Level::new(3),
                    evidence: text(),
                    reason: text(),
                }],
            }],
            mean: Some(4.0),
            range: Some((Level::new(4), Level::new(4))),
            own_level: Some(Level::new(5)),
            game: None,
        }],
        rescoring: Rescoring {
            scenario: text(),
            fingerprint: Fingerprint::of([]),
            seed: 7,
            engine: None,
        },
        checksum: String::new(),
    }
}

fn written(card: &Scorecard, form: DocumentForm) -> String {
    String::from_utf8(write_card(card, form).expect("it can be written")).expect("it is text")
}

/// What strangers write who mean harm, and anything at all.
fn stranger() -> impl Strategy<Value = String> {
    let harm = prop::sample::select(vec![
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1:A9)",
        "\t=1",
        "\r\n=1",
        "＝1+1",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[here](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "# not a heading",
        "1. not a list",
        "- neither\n- nor",
        "a | b | c",
        "```\ncode\n```",
        "<https://example.org>",
        "&lt;b&gt;",
        "\u{202e}gpj.exe",
        "\u{1b}[2J",
        "*a* _b_ ~~c~~ `d`",
        "a\n\n    b\n===\n---",
        "\"quoted\", with, commas\n=1",
    ]);
    prop_oneof![
        harm.prop_map(str::to_owned),
        "\\PC{0,40}",
        "[-=+@<>&*_`\\[\\](){}#|~!.\\\\:\"' a\n]{0,60}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_cell_of_a_card_is_a_formula(text in stranger()) {
        let table = written(&card(&text), DocumentForm::Csv);
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        for row in rows.records() {
            for cell in &row.expect("every row has as many cells") {
                prop_assert_eq!(csv_cell::harmless(cell), cell);
            }
        }
    }

    #[test]
    fn no_text_of_a_card_is_a_tag(text in stranger()) {
        let tags = |page: &str| {
            let tags = page.split('<').skip(1).filter_map(|tag| tag.split('>').next());
            tags.map(str::to_owned).collect::<Vec<_>>()
        };
        let lang = |text| written(&card(text), DocumentForm::Html);
        prop_assert_eq!(tags(&lang(&text)), tags(&lang("a")));
    }

    #[test]
    fn no_text_of_a_card_is_a_mark(text in stranger()) {
        let page = written(&card(&text), DocumentForm::Markdown);
        let events = Parser::new_ext(&page, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
        let mut headings = 0;
        for event in events {
            match event {
                Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule => {
                    prop_assert!(false, "{event:?} in {page}");
                }
                Event::Start(tag) => match tag {
                    Tag::Heading { .. } => headings += 1,
                    Tag::Paragraph | Tag::Strong | Tag::List(None) | Tag::Item | Tag::Table(_)
                    | Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
                    tag => prop_assert!(false, "{tag:?} in {page}"),
                },
                _ => {}
            }
        }
        prop_assert_eq!(headings, 8);
    }

    #[test]
    fn a_card_comes_back_from_its_file_and_one_flipped_bit_is_noticed(
        text in stranger(),
        at in any::<prop::sample::Index>(),
        bit in 0..8_u8,
    ) {
        let file = written(&card(&text), DocumentForm::Json);
        let read = Scorecard::from_json(&file).expect("it is whole");
        prop_assert_eq!(Scorecard { checksum: String::new(), ..read }, card(&text));
        let mut bytes = file.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(changed) = String::from_utf8(bytes) {
            prop_assert!(Scorecard::from_json(&changed).is_err());
        }
    }
}

#[test]
fn what_is_no_card_is_called_so_and_what_was_changed_is_called_that() {
    assert!(matches!(Scorecard::from_json("{}"), Err(NoCard::Unreadable(_))));
    let file = written(&card("a"), DocumentForm::Json).replace("\"level\": 4", "\"level\": 5");
    assert_eq!(Scorecard::from_json(&file), Err(NoCard::Changed));
}

#[test]
fn a_card_is_written_as_a_tagged_pdf_with_its_fonts() {
    let bytes = write_card(&card("Grüße — “seven of ten”"), DocumentForm::Pdf).expect("a PDF");
    let text = String::from_utf8_lossy(&bytes);
    assert!(
        bytes.starts_with(b"%PDF-") && text.contains("/FontFile3") && text.contains("/MarkInfo")
    );
    let refused = write_card(&card("面接"), DocumentForm::Pdf).expect_err("no such letters");
    assert!(refused.contains('面'), "{refused}");
}
