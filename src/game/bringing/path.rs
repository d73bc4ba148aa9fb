//! A path as somebody types or pastes it: with quotes, with a tilde, or as the address of a file.

use std::path::PathBuf;

/// The path that is meant; nothing where nothing is written.
pub fn meant_by(text: &str) -> Option<PathBuf> {
    let text = text.trim();
    let unquoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(text);
    if unquoted.is_empty() {
        return None;
    }
    if let Some(address) = unquoted.strip_prefix("file://") {
        let path = address.find('/').map_or(address, |at| &address[at..]);
        let path = decoded(path);
        // `file:///C:/talk.txt` is `C:/talk.txt`.
        let drive = path.as_bytes().get(2) == Some(&b':') && cfg!(windows);
        return Some(PathBuf::from(if drive { &path[1..] } else { &path }));
    }
    if let (Some(rest), Some(home)) = (unquoted.strip_prefix("~/"), std::env::home_dir()) {
        return Some(home.join(rest));
    }
    Some(PathBuf::from(unquoted))
}

/// The path that a pasted text is, where it is one and a file lies there.
pub fn pasted(text: &str) -> Option<PathBuf> {
    let line = text.trim();
    if line.contains('\n') || line.len() > 4096 {
        return None;
    }
    meant_by(line).filter(|path| line.starts_with("file://") || path.is_file())
}

/// A text with its percent signs resolved, as far as they stand for text.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte =
            digits.filter(|_| first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, path: Option<&str>) {
        assert_eq!(meant_by(text), path.map(PathBuf::from), "{text}");
    }

    #[test]
    fn a_path_is_found_in_what_file_managers_copy() {
        check(" /home/me/my talk.vtt\n", Some("/home/me/my talk.vtt"));
        check("\"/home/me/my talk.vtt\"", Some("/home/me/my talk.vtt"));
        check("'talk.txt'", Some("talk.txt"));
        check("file:///home/me/my%20talk%2Evtt", Some("/home/me/my talk.vtt"));
        check("file://localhost/tmp/100%.txt", Some("/tmp/100%.txt"));
        check("file:///tmp/%C3%A4.txt", Some("/tmp/ä.txt"));
        check("  ", None);
        check("\"\"", None);
    }

    #[test]
    fn a_text_is_no_path_unless_a_file_lies_there() {
        assert_eq!(pasted("What did you change?"), None);
        assert_eq!(pasted("Cargo.toml\nWhat?"), None);
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        assert_eq!(pasted(here), Some(PathBuf::from(here)));
    }
}
