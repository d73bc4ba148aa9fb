//! One name, one meaning: no two types of the crate share a name, be they private or in different modules.

use std::{collections::BTreeMap, error::Error};

use crate::tidy::{Source, sources};

#[test]
fn no_two_types_share_a_name() -> Result<(), Box<dyn Error>> {
    let shared = shared(&sources(&["src"])?);
    assert!(shared.is_empty(), "{shared:#?}");
    Ok(())
}

#[test]
fn a_shared_name_is_found_whoever_may_see_it() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let one = source("src/a.rs", "pub struct Cue<'a> {}\nimpl T for X {\n    type Output = u8;\n}");
    let other = source("src/b.rs", "// struct Cue\nfn f() {\n    enum Cue {}\n}\ntype Cues = u8;");
    let third = source("src/c.rs", "impl T for Y {\n    type Output = u8;\n}\nstruct Output;");
    assert_eq!(shared(&[one, other, third]), ["`Cue` is in src/a.rs, src/b.rs"]);
}

/// The names that more than one type has, with where each stands.
fn shared(sources: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in sources {
        for name in source.code().filter_map(|(_, line)| type_named(line)) {
            places.entry(name).or_default().push(&source.path);
        }
    }
    let shared = places.into_iter().filter(|(_, places)| places.len() > 1);
    shared.map(|(name, places)| format!("`{name}` is in {}", places.join(", "))).collect()
}

/// The name of the type that a line declares; what a trait's `impl` says of its own `type` is no new name.
fn type_named(line: &str) -> Option<&str> {
    let inside = line.starts_with(' ');
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) => rest.trim_start_matches(|c: char| c != ' ').trim_start(),
        None => line,
    };
    let (keyword, rest) = line.split_once(' ')?;
    let declares = ["struct", "enum", "union", "trait"].contains(&keyword);
    if !declares && (keyword != "type" || inside) {
        return None;
    }
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    Some(&rest[..end]).filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
}
