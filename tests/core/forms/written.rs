//! The forms: each a function that writes an interview down. A new form is one function and one line of a table.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::interview::Interview;

/// Writes an interview down.
type Writer = fn(&Interview) -> Vec<u8>;

/// Forms in which it is seen who speaks.
pub const TALKS: &[(&str, Writer)] = &[
    ("plain turns", |one| lines(one, |who, _, said| format!("{who}: {said}\n\n"))),
    ("plain turns, capitals", |one| {
        lines(one, |who, _, said| format!("{}: {said}\n\n", who.to_uppercase()))
    }),
    ("plain turns, full-width colons", |one| lines(one, |who, _, said| format!("{who}：{said}\n"))),
    ("plain turns, wrapped", |one| {
        lines(one, |who, _, said| format!("{}\n\n", wrapped(&format!("{who}: {said}"), 40)))
    }),
    ("names in brackets", |one| lines(one, |who, _, said| format!("[{who}]: {said}\n"))),
    ("names on lines of their own", |one| lines(one, |who, _, said| format!("{who}:\n{said}\n\n"))),
    ("names alone", |one| lines(one, |who, _, said| format!("{who}\n{said}\n\n"))),
    ("a header", |one| {
        let head = format!(
            "CANDIDATE: {}\nINTERVIEWERS: {}\n\n====\nALL\n====\n",
            one.candidate,
            one.panel.join(", ")
        );
        (head + &text(one, |who, _, said| format!("{who}: {said}\n\n"))).into_bytes()
    }),
    ("UTF-16", |one| {
        text(one, |who, _, said| format!("{who}: {said}\r\n\r\n"))
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect()
    }),
    ("Latin-1", |one| {
        let plain = text(one, |who, _, said| format!("{who}: {said}\n"));
        plain.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
    }),
    ("Otter", |one| lines(one, |who, at, said| format!("{who}  {}  \n{said}\n\n", short(at)))),
    ("Otter, with its last line", |one| {
        (text(one, |who, at, said| format!("{who}  {}  \n{said}\n\n", short(at)))
            + "Transcribed by https://otter.ai\n")
            .into_bytes()
    }),
    ("Rev", |one| lines(one, |who, at, said| format!("{who} ({}):\n{said}\n\n", long(at)))),
    ("Rev, on one line", |one| {
        lines(one, |who, at, said| format!("{who} [{}]: {said}\n", long(at)))
    }),
    ("Trint", |one| lines(one, |who, at, said| format!("[{}] {who}: {said}\n\n", long(at)))),
    ("a range of time", |one| {
        lines(one, |who, at, said| format!("[{} - {}] {who}: {said}\n", long(at), long(at + 5)))
    }),
    ("a time, then a name", |one| {
        lines(one, |who, at, said| format!("{} {who}\n{said}\n\n", long(at)))
    }),
    ("a time above the name", |one| {
        lines(one, |who, at, said| format!("{}\n{who}\n{said}\n\n", short(at)))
    }),
    ("a time below the name", |one| {
        lines(one, |who, at, said| format!("{who}\n{}\n{said}\n\n", short(at)))
    }),
    ("tabs", |one| lines(one, |who, at, said| format!("{}\t{who}:\t{said}\n", long(at)))),
    ("Zoom's text", |one| lines(one, |who, at, said| format!("[{who}] {}\n{said}\n\n", long(at)))),
    ("Teams' pane", |one| {
        let head = "Panel\nDecember 5, 2024, 10:00AM\n".to_owned();
        let said = text(one, |who, at, said| {
            format!(
                "{who}\n0 minutes {at} seconds0:{at:02}\n{who} 0 minutes {at} seconds\n{said}\n"
            )
        });
        (head
            + one.panel[0]
            + " started transcription\n"
            + &said
            + one.panel[0]
            + " stopped transcription\n")
            .into_bytes()
    }),
    ("Google Meet", |one| {
        let people: Vec<&str> =
            std::iter::once(one.candidate).chain(one.panel.iter().copied()).collect();
        let head = format!(
            "Panel for a post\nDec 5, 2024\n\nAttendees\n{}\n\nTranscript\n\n00:00:00\n\n",
            people.join(", ")
        );
        let said = text(one, |who, _, said| format!("{who}: {said}\n\n"));
        (head + &said + "Meeting ended after 00:21:40\n\nThis editable transcript was computer generated and might contain errors.\n").into_bytes()
    }),
    ("Zoom's WebVTT", |one| {
        vtt(
            one,
            |who, said, first| {
                if first || said.len() > 1 { format!("{who}: {said}") } else { said.to_owned() }
            },
        )
    }),
    ("Teams' WebVTT", |one| {
        vtt(one, |who, said, _| format!("<v {who}>{}</v>", said.replace('&', "&amp;")))
    }),
    ("Teams' WebVTT with guests", |one| {
        vtt(one, |who, said, _| format!("<v {who} (Guest)>{said}</v>"))
    }),
    ("WebVTT, a name where it changes", |one| {
        vtt(one, |who, said, first| if first { format!("{who}: {said}") } else { said.to_owned() })
    }),
    ("SubRip, a name where it changes", |one| {
        srt(one, |who, said, first| if first { format!("{who}: {said}") } else { said.to_owned() })
    }),
    ("SubRip, a name on its own line", |one| {
        srt(one, |who, said, first| if first { format!("{who}:\n{said}") } else { said.to_owned() })
    }),
    ("SubRip, a name in brackets", |one| srt(one, |who, said, _| format!("[{who}] {said}"))),
    ("SubRip, a name in parentheses above", |one| {
        srt(
            one,
            |who, said, first| if first { format!("({who})\n{said}") } else { said.to_owned() },
        )
    }),
    ("subtitles of YouTube", |one| {
        let cues = cues(one);
        let cue = |(at, (who, said, first)): (usize, &(&str, String, bool))| {
            let said = if *first { format!("{who}: {said}") } else { said.clone() };
            format!("0:00:{at:02}.000,0:00:{at:02}.900\n{said}\n\n")
        };
        cues.iter().enumerate().map(cue).collect::<String>().into_bytes()
    }),
    ("Markdown, names in bold", |one| {
        let said =
            text(one, |who, _, said| format!("**{who}:** {}\n\n", said.replace('\n', "\n\n")));
        format!("# Panel\n\n{said}").into_bytes()
    }),
    ("Markdown, the colon outside", |one| {
        lines(one, |who, _, said| format!("**{who}**: {said}\n\n"))
    }),
    ("Markdown, a name and a time", |one| {
        lines(one, |who, at, said| format!("**{who}** ({})\n\n{said}\n\n", short(at)))
    }),
    ("Word, as Teams writes it", |one| {
        word(turns(one).iter().map(|(who, at, said)| {
            format!("<w:p><w:r><w:t xml:space=\"preserve\">{who}   </w:t></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>{}</w:t></w:r></w:p>", short(*at), xml(&said.replace('\n', " ")))
        }))
    }),
    ("Word, names in bold", |one| {
        word(turns(one).iter().map(|(who, _, said)| {
            format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{who}:</w:t></w:r><w:r><w:t xml:space=\"preserve\"> {}</w:t></w:r></w:p>", xml(&said.replace('\n', " ")))
        }))
    }),
    ("Word, a table", |one| {
        let rows = turns(one).into_iter().map(|(who, _, said)| {
            let cell =
                |text: &str| format!("<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>", xml(text));
            format!("<w:tr>{}{}</w:tr>", cell(who), cell(&said.replace('\n', " ")))
        });
        word(std::iter::once(format!("<w:tbl>{}</w:tbl>", rows.collect::<String>())))
    }),
    ("a table of turns", |one| {
        let rows = text(one, |who, at, said| {
            format!("{},{who},\"{}\"\n", long(at), said.replace('"', "\"\""))
        });
        format!("Time,Speaker,Transcript\n{rows}").into_bytes()
    }),
    ("AssemblyAI", |one| {
        json(
            one,
            |who, at, said| serde_json::json!({"speaker": who, "start": at * 1000, "text": said}),
            "utterances",
        )
    }),
    ("WhisperX", |one| {
        json(
            one,
            |who, at, said| serde_json::json!({"start": at, "end": at + 1, "text": format!(" {said}"), "speaker": who}),
            "segments",
        )
    }),
    ("Fireflies", |one| {
        json(
            one,
            |who, at, said| serde_json::json!({"sentence": said, "speaker_name": who, "start_time": at}),
            "sentences",
        )
    }),
    ("Teams' JSON", |one| {
        json(
            one,
            |who, at, said| serde_json::json!({"text": said, "speakerDisplayName": who, "startOffset": at}),
            "entries",
        )
    }),
    ("words one by one", |one| {
        json(
            one,
            |who, _, said| {
                let words: Vec<_> =
                    said.split_whitespace().map(|word| serde_json::json!({"text": word})).collect();
                serde_json::json!({"participant": {"name": who, "id": 1}, "words": words})
            },
            "transcript",
        )
    }),
    ("Deepgram", |one| {
        let said: Vec<_> = turns(one).into_iter().map(|(who, at, said)| serde_json::json!({"speaker": who, "start": at, "transcript": said})).collect();
        serde_json::json!({"metadata": {"models": [{"name": "a"}]}, "results": {"channels": [], "utterances": said}}).to_string().into_bytes()
    }),
    ("JSON lines", |one| {
        turns(one)
            .into_iter()
            .map(|(who, _, said)| {
                serde_json::json!({"speaker": who, "text": said}).to_string() + "\n"
            })
            .collect::<String>()
            .into_bytes()
    }),
    ("listeners and recorders", |one| {
        let listener = one.panel[0];
        let said = text(one, |who, at, said| {
            let (head, tail) = said.split_once('\n').unwrap_or((said, ""));
            let murmur = if tail.is_empty() {
                String::new()
            } else {
                format!("{listener}: Mm-hm.\n\n{who}: {tail}\n\n")
            };
            format!(
                "[laughter]\n\n{who}: {head}\n\n{murmur}{}",
                if at == 0 { "Recording started\n\n" } else { "" }
            )
        });
        let hello =
            format!("{listener}: Good morning, and welcome.\n\n{}: Hello!\n\n", one.candidate);
        (hello + &said + listener + ": Thank you very much.\n").into_bytes()
    }),
];

/// Forms of questions and answers, and whether they say who asks.
pub const BANKS: &[(&str, bool, Writer)] = &[
    ("CSV", true, |one| table(one, ',', true)),
    ("semicolons", true, |one| table(one, ';', true)),
    ("tabs, no askers", false, |one| table(one, '\t', false)),
    ("Q and A lines", false, |one| {
        pairs(one, |_, asked, answer| format!("Q: {asked}\n\nA: {answer}\n\n"))
    }),
    ("numbered questions", false, |one| {
        pairs(one, |at, asked, answer| {
            format!("Question {}: {asked}\nAnswer: {answer}\n\n", at + 1)
        })
    }),
    ("titles", false, |one| {
        let said = pairs(one, |_, asked, answer| {
            format!("## {asked}\n\n{}\n\n", answer.replace('\n', "\n\n"))
        });
        [b"# Panel\n\n".to_vec(), said].concat()
    }),
    ("bold lines and quotes", false, |one| {
        pairs(one, |at, asked, answer| {
            format!(
                "**Q{}: \"{asked}\"**\n\n> {}\n\n- [ ] practise\n\n",
                at + 1,
                answer.replace('\n', "\n> ")
            )
        })
    }),
    ("Word, titles", false, |one| {
        word(one.asked.iter().map(|asked| {
            let answer: String = asked.answer.lines().map(|line| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", xml(line))).collect();
            format!("<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>{answer}", xml(asked.question))
        }))
    }),
    ("Anki", false, |one| {
        let notes = pairs(one, |at, asked, answer| {
            format!(
                "g{at}\tPanel::All\t{asked}\t\"<p>{}</p>\"\n",
                answer.replace('\n', "</p>\n<p>")
            )
        });
        [b"#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n".to_vec(), notes].concat()
    }),
    ("JSON", false, |one| {
        let list: Vec<_> = one
            .asked
            .iter()
            .map(|asked| serde_json::json!({"question": asked.question, "answer": asked.answer}))
            .collect();
        serde_json::Value::Array(list).to_string().into_bytes()
    }),
];

/// Forms that name nobody; the last shows its turns all the same.
pub const NAMELESS: &[(&str, Writer)] =
    &[("subtitles", nameless_srt), ("WebVTT", nameless_vtt), ("paragraphs", nameless_paragraphs)];

/// Everybody's turns with their seconds.
fn turns(one: &Interview) -> Vec<(&'static str, usize, &'static str)> {
    let pairs = one.asked.iter().enumerate();
    pairs
        .flat_map(|(at, asked)| {
            [(asked.by, at * 6, asked.question), (one.candidate, at * 6 + 3, asked.answer)]
        })
        .collect()
}

fn text(one: &Interview, turn: impl Fn(&str, usize, &str) -> String) -> String {
    turns(one).iter().map(|(who, at, said)| turn(who, *at, said)).collect()
}

fn lines(one: &Interview, turn: impl Fn(&str, usize, &str) -> String) -> Vec<u8> {
    text(one, turn).into_bytes()
}

fn pairs(one: &Interview, pair: impl Fn(usize, &str, &str) -> String) -> Vec<u8> {
    one.asked
        .iter()
        .enumerate()
        .map(|(at, asked)| pair(at, asked.question, asked.answer))
        .collect::<String>()
        .into_bytes()
}

fn short(at: usize) -> String {
    format!("{}:{:02}", at / 60, at % 60)
}

fn long(at: usize) -> String {
    format!("00:{:02}:{:02}", at / 60, at % 60)
}

fn wrapped(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if lines.last().is_some_and(|line| line.len() + word.len() > width) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    lines.join("\n")
}

/// The turns in pieces of some words, each with who says it and whether it is their first.
fn cues(one: &Interview) -> Vec<(&'static str, String, bool)> {
    let mut cues = Vec::new();
    for (who, _, said) in turns(one) {
        let words: Vec<&str> = said.split_whitespace().collect();
        let pieces = words.chunks(9).enumerate();
        cues.extend(pieces.map(|(at, piece)| (who, piece.join(" "), at == 0)));
    }
    cues
}

fn vtt(one: &Interview, cue: impl Fn(&str, &str, bool) -> String) -> Vec<u8> {
    let cues = cues(one);
    let each = cues.iter().enumerate().map(|(at, (who, said, first))| {
        let (minute, second) = (at / 60, at % 60);
        format!(
            "{at}\n00:{minute:02}:{second:02}.000 --> 00:{minute:02}:{second:02}.900\n{}\n\n",
            cue(who, said, *first)
        )
    });
    format!("\u{feff}WEBVTT\n\nNOTE made for a test\n\n{}", each.collect::<String>())
        .replace('\n', "\r\n")
        .into_bytes()
}

fn srt(one: &Interview, cue: impl Fn(&str, &str, bool) -> String) -> Vec<u8> {
    let cues = cues(one);
    let each = cues.iter().enumerate().map(|(at, (who, said, first))| {
        let (minute, second) = (at / 60, at % 60);
        format!(
            "{}\n00:{minute:02}:{second:02},000 --> 00:{minute:02}:{second:02},900\n{}\n\n",
            at + 1,
            cue(who, said, *first)
        )
    });
    each.collect::<String>().into_bytes()
}

/// Subtitles that name nobody.
fn nameless_srt(one: &Interview) -> Vec<u8> {
    srt(one, |_, said, _| said.to_owned())
}

/// The same as WebVTT.
fn nameless_vtt(one: &Interview) -> Vec<u8> {
    vtt(one, |_, said, _| said.to_owned())
}

/// Turns as paragraphs, without a name.
fn nameless_paragraphs(one: &Interview) -> Vec<u8> {
    lines(one, |_, _, said| format!("{}\n\n", said.replace('\n', " ")))
}

fn json(
    one: &Interview,
    turn: impl Fn(&str, usize, &str) -> serde_json::Value,
    list: &str,
) -> Vec<u8> {
    let said: Vec<_> = turns(one).iter().map(|(who, at, said)| turn(who, *at, said)).collect();
    let mut file = serde_json::Map::new();
    file.insert("text".to_owned(), "all of it".into());
    file.insert(list.to_owned(), said.into());
    format!("{:#}", serde_json::Value::Object(file)).into_bytes()
}

fn table(one: &Interview, between: char, askers: bool) -> Vec<u8> {
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |cells: &[&str]| {
        cells.iter().map(|text| cell(text)).collect::<Vec<_>>().join(&between.to_string()) + "\n"
    };
    let head = if askers {
        row(&["Model answer", "Asked by", "Question"])
    } else {
        row(&["Question", "Answer"])
    };
    let rows = one.asked.iter().map(|asked| {
        if askers {
            row(&[asked.answer, asked.by, asked.question])
        } else {
            row(&[asked.question, asked.answer])
        }
    });
    (head + &rows.collect::<String>()).into_bytes()
}

fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn word(paragraphs: impl Iterator<Item = String>) -> Vec<u8> {
    let body: String = paragraphs.collect();
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    zipped(document.as_bytes())
}

/// A Word document with these bytes as its text.
pub fn zipped(document: &[u8]) -> Vec<u8> {
    archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document)])
}

/// An archive of these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a file can be begun");
        archive.write_all(bytes).expect("a file can be written");
    }
    archive.finish().expect("an archive can be ended").into_inner()
}
