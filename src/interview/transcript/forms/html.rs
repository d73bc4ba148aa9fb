//! What is left of HTML when its tags are taken out: words, and the breaks between its blocks.

/// Tags that begin a line of their own.
const BLOCKS: [&str; 20] = [
    "address",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "td",
    "tr",
    "ul",
];

/// Whether a text is a page.
pub fn is_page(text: &str) -> bool {
    let beginning = &text.trim_start()[..text.trim_start().floor_char_boundary(15)];
    let beginning = beginning.to_lowercase();
    beginning.starts_with("<!doctype html") || beginning.starts_with("<html")
}

/// The text with its tags out and its entities read, blocks on lines of their own.
pub fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        let inside = &rest[open + 1..];
        let tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        if !tag {
            text.push('<');
            rest = inside;
            continue;
        }
        let Some(close) = inside.find('>') else {
            rest = &rest[open..];
            break;
        };
        let name: String = inside[..close]
            .trim_start_matches('/')
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric())
            .map(|c| c.to_ascii_lowercase())
            .collect();
        if BLOCKS.contains(&name.as_str()) {
            text.push('\n');
        }
        rest = &inside[close + 1..];
        // What these hold is no text.
        if matches!(name.as_str(), "script" | "style" | "title") && !inside.starts_with('/') {
            let end = format!("</{name}");
            rest = rest.find(end.as_str()).map_or("", |end| &rest[end..]);
        }
    }
    text.push_str(rest);
    let text = without_entities(&text);
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The text with its entities read: `&amp;`, `&nbsp;`, `&#8217;`.
pub fn without_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        read.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let end = behind.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&behind[..end])?, end))) {
            Some((c, end)) => {
                read.push_str(c.as_str());
                rest = &behind[end + 1..];
            }
            None => {
                read.push('&');
                rest = behind;
            }
        }
    }
    read.push_str(rest);
    read
}

fn entity(name: &str) -> Option<String> {
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" | "ldquo" | "rdquo" => "\"",
        "apos" | "lsquo" | "rsquo" => "'",
        "nbsp" => " ",
        "lrm" | "rlm" | "shy" | "zwj" | "zwnj" => "",
        "hellip" => "…",
        "ndash" => "–",
        "mdash" => "—",
        "euro" => "€",
        "pound" => "£",
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            let c = char::from_u32(code)?;
            return Some(if c == '\u{a0}' { " ".to_owned() } else { c.to_string() })
                .filter(|_| !c.is_control());
        }
    };
    Some(known.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_part_and_entities_are_read() {
        for (html, text) in [
            ("<p>One&nbsp;two</p><ul><li>three</li><li>four</li></ul>", "One two\nthree\nfour"),
            ("a &lt; b &#8217;s &amp;c &foo; d", "a < b ’s &c &foo; d"),
            ("1 < 2 and <b>bold</b>", "1 < 2 and bold"),
            ("<style>p {}</style><p>One</p>", "One"),
        ] {
            assert_eq!(words(html), text);
        }
    }
}
