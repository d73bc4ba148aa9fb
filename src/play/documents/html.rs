//! A document as one page for the browser, which prints as well; no script, and every text escaped where it is put in.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::play::documents::{DocumentPart, PrintedDocument, plain::plain};

/// The page's own look.
const STYLE: &str = "\
body{font:16px/1.5 Inter,system-ui,sans-serif;color:#1F2A44;background:#fff;margin:2rem auto;max-width:48rem;padding:0 1.5rem}\
h1{font-size:1.8rem;line-height:1.2;margin:0 0 1rem}h2{font-size:1.25rem;margin:2rem 0 .6rem;border-top:2px solid #1F2A44;padding-top:.8rem}\
h3{font-size:1rem;margin:1.2rem 0 .4rem}p{margin:.35rem 0;white-space:pre-line}b{margin-right:.4rem}\
table{border-collapse:collapse;width:100%;margin:.6rem 0}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8a8f9c}\
th{border-bottom:2px solid #1F2A44}ul{margin:.3rem 0;padding-left:1.3rem}\
.line{border-bottom:1px solid #8a8f9c;height:1.7rem}\
@media print{body{margin:0;max-width:none;font-size:10.5pt}h2,h3{break-after:avoid}tr,li{break-inside:avoid}}";

/// The page.
pub(super) fn write(document: &PrintedDocument) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (plain(&document.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body { @for part in &document.parts { (part_of(part)) } }
        }
    };
    page.into_string()
}

fn part_of(part: &DocumentPart) -> Markup {
    html! {
        @match part {
            DocumentPart::Titled(1, text) => h1 { (plain(text)) },
            DocumentPart::Titled(2, text) => h2 { (plain(text)) },
            DocumentPart::Titled(_, text) => h3 { (plain(text)) },
            DocumentPart::Said(text) => p { (plain(text)) },
            DocumentPart::Named(name, text) => p { b { (plain(name)) } (plain(text)) },
            DocumentPart::Listed(items) => ul { @for item in items { li { (plain(item)) } } },
            DocumentPart::Grid(head, rows) => table {
                thead { tr { @for cell in head { th scope="col" { (plain(cell)) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (plain(cell)) } }
                                @else { td { (plain(cell)) } }
                            }
                        }
                    }
                }
            },
            DocumentPart::ToWriteOn(lines) => div aria-hidden="true" {
                @for _ in 0..*lines { div.line {} }
            },
        }
    }
}
