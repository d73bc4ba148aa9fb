//! The handout as one page for the browser, which prints as well: no script, no colour that a printer would miss.

use maud::{DOCTYPE, Markup, html};

use crate::{
    interview::demonstration::{
        handout::{Handout, HandoutQuestion},
        told::{Missing, ToldAnswer},
    },
    terminal::{
        handout::{ANCHORS, LEGEND, WRITE},
        sanitize::plain,
    },
};

/// The page's own look.
const STYLE: &str = "\
body{font:16px/1.45 Inter,system-ui,sans-serif;color:#1F2A44;background:#fff;margin:2rem auto;max-width:62rem;padding:0 1.5rem}\
h1{font-size:1.9rem;margin:0 0 .5rem}h2{font-size:1.25rem;margin:.2rem 0 1rem}h3{font-size:1rem;margin:0 0 .6rem}\
.by{font-weight:600;margin:0}.sides{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}\
section{border-top:2px solid #1F2A44;padding-top:.8rem;margin-top:1.8rem}\
.told{list-style:none;margin:0;padding:0}.told li{display:grid;grid-template-columns:1.7rem 1fr;margin:0 0 .45rem}\
.part{border:1.5px solid #1F2A44;border-radius:.8rem;width:1.3rem;height:1.3rem;line-height:1.2rem;text-align:center;font-weight:700;font-size:.78rem}\
.point{text-decoration:underline;text-decoration-thickness:1.5px;text-underline-offset:3px}\
.missing{border:1.5px dashed #1F2A44;border-radius:.5rem;padding:.25rem .6rem;margin:.4rem 0}\
.why{border-left:4px solid #1F2A44;padding-left:.8rem;margin:1rem 0}\
.lines div{border-bottom:1px solid #8a8f9c;height:1.9rem}\
dt{font-weight:700}dd{margin:0 0 .6rem 1.5rem}\
@media print{body{margin:0;max-width:none;font-size:11pt}section{break-before:page;border:0;margin:0}}\
@media(max-width:44rem){.sides{grid-template-columns:1fr}}";
/// How many lines there are to write on.
const LINES: usize = 9;

/// The page; every text of the scenario is escaped where it is put in.
pub(super) fn write(handout: &Handout) -> Result<Vec<u8>, String> {
    let page = html! {
        (DOCTYPE)
        html lang=(handout.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (plain(&handout.title)) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body {
                h1 { (plain(&handout.title)) }
                p { (LEGEND) }
                @for question in &handout.questions { (question_part(question)) }
                section {
                    h2 { (ANCHORS) }
                    dl {
                        @for (level, anchor) in &handout.anchors {
                            dt { (level.number()) }
                            dd { (anchor) }
                        }
                    }
                }
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

fn question_part(question: &HandoutQuestion) -> Markup {
    html! {
        section {
            p.by { (question.number) " · " (plain(&question.asked_by)) }
            h2 { (plain(&question.text)) }
            div.sides {
                (answer_part("Strong", &question.strong))
                @if let Some(twin) = &question.twin {
                    (answer_part(&format!("Weak: {}", twin.heading()), twin))
                }
            }
            @if let Some(because) = question.twin.as_ref().and_then(|twin| twin.because.as_ref()) {
                p.why { (plain(because)) }
            }
            h3 { (WRITE) }
            div.lines aria-hidden="true" { @for _ in 0..LINES { div {} } }
        }
    }
}

fn answer_part(heading: &str, told: &ToldAnswer) -> Markup {
    html! {
        div {
            h3 { (heading) }
            ul.told {
                @for (role, runs) in (0..told.sentences.len()).filter_map(|at| told.marked(at)) {
                    li {
                        @if let Some(role) = role { span.part title=(role.name()) { (role.letter()) } }
                        @else { span {} }
                        span {
                            @for run in &runs {
                                span.point[run.point] {
                                    @if run.figure { b { (plain(&run.text)) } }
                                    @else { (plain(&run.text)) }
                                }
                            }
                        }
                    }
                }
            }
            @for missing in &told.missing {
                p.missing { (missing_words(missing)) }
            }
        }
    }
}

/// What is missing, with the letter of its part.
pub(super) fn missing_words(missing: &Missing) -> String {
    let words = plain(&missing.words());
    match (missing, missing.role()) {
        (Missing::KeyPoint(..), Some(role)) => format!("Missing, {}: {words}", role.letter()),
        _ => format!("Missing: {words}"),
    }
}
