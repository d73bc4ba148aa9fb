//! No circle of modules: of two neighbours in a folder, at most one stands on the other.
//!
//! Files and folders of one folder are neighbours; a folder imports what any file in it imports. That a file imports
//! what its own folder's `mod.rs` holds counts for nothing: a `mod.rs` is what the files of a folder share.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
};

use crate::tidy::{Source, sources};

/// A module's path: the names from the crate's root down.
type Path<'a> = Vec<&'a str>;

/// Who imports whom: for each module, the modules its `use` lines name.
type Imports<'a> = BTreeMap<Path<'a>, BTreeSet<Path<'a>>>;

#[test]
fn no_modules_import_each_other_in_a_circle() -> Result<(), Box<dyn Error>> {
    let sources = sources(&["src"])?;
    let circles = circles(&imports(&sources));
    assert!(circles.is_empty(), "{circles:#?}");
    Ok(())
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let sources: Vec<_> = files
        .iter()
        .map(|(path, text)| Source { path: (*path).to_owned(), text: (*text).to_owned() })
        .collect();
    assert_eq!(circles(&imports(&sources)), expected);
}

#[test]
fn a_circle_is_found_wherever_its_files_lie() {
    check(&[("src/a.rs", "use crate::b::B;"), ("src/b.rs", "use crate::c::C;")], &[]);
    check(
        &[
            ("src/a.rs", "use crate::b::B;"),
            ("src/b.rs", "pub use crate::{\n    c::C,\n    d::{self, D},\n};"),
            ("src/c.rs", "use crate::a::A;"),
            ("src/d.rs", ""),
        ],
        &["a → b → c → a"],
    );
    check(
        &[
            ("src/a/mod.rs", "use crate::a::{x, y::Y};"),
            ("src/a/x.rs", "use crate::b::B;"),
            ("src/a/y.rs", "use crate::a::A;"),
            ("src/b.rs", "use crate::a::y::Y;"),
        ],
        &["a → b → a"],
    );
    check(
        &[
            ("src/a/mod.rs", ""),
            ("src/a/x.rs", "use crate::a::y::Y;"),
            ("src/a/y.rs", "// use crate::a::z::Z;\nuse crate::a::x::X as Other;"),
        ],
        &["a::x → a::y → a::x"],
    );
    let tests = "#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}";
    check(&[("src/a.rs", "use crate::b::B;"), ("src/b.rs", tests)], &[]);
}

/// The modules these files are, and what each imports of the others.
fn imports(sources: &[Source]) -> Imports<'_> {
    let modules: BTreeSet<Path> = sources.iter().map(module).collect();
    let mut imports = Imports::new();
    for source in sources {
        let own = module(source);
        let named = uses(&source.text).into_iter().filter_map(|path| {
            let known = (1..=path.len()).rev().find_map(|n| modules.get(&path[..n]));
            known.filter(|known| !own.starts_with(known)).cloned()
        });
        let named = named.collect();
        imports.insert(own, named);
    }
    imports
}

fn module(source: &Source) -> Path<'_> {
    let path = source.path.trim_start_matches("src/").trim_end_matches(".rs");
    path.trim_end_matches("/mod").split('/').collect()
}

/// What the `use` lines of a file name in this crate; its tests may name what they like.
fn uses(text: &str) -> Vec<Path<'_>> {
    let text = ["\n#[cfg(test)]\nmod tests {", "\n#[cfg(all(test"]
        .iter()
        .fold(text, |text, tests| text.split(tests).next().unwrap_or_default());
    let text = text.strip_prefix("#[cfg(test)]").map_or(text, |_| "");
    let mut paths = Vec::new();
    for (at, _) in text.match_indices("use crate::") {
        let line = text[..at].rsplit('\n').next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with("pub") {
            let tree = text[at + "use crate::".len()..].split(';').next().unwrap_or_default();
            flatten(tree, &[], &mut paths);
        }
    }
    paths
}

/// The paths of a tree such as `a::{b, c::{self, D}}`.
fn flatten<'a>(tree: &'a str, above: &[&'a str], paths: &mut Vec<Path<'a>>) {
    let (head, group) = match tree.split_once('{') {
        Some((head, group)) => (head, group.trim_end().strip_suffix('}')),
        None => (tree, None),
    };
    let mut path = above.to_vec();
    let words = head.split("::").map(|part| part.split_whitespace().next().unwrap_or_default());
    path.extend(words.filter(|word| !word.is_empty() && *word != "self"));
    let Some(group) = group else { return paths.push(path) };
    let (mut depth, mut from) = (0_usize, 0);
    for (at, letter) in group.char_indices().chain([(group.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !group[from..at].trim().is_empty() {
                    flatten(&group[from..at], &path, paths);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// One circle for each folder that has any, from its first member back to it.
fn circles(imports: &Imports) -> Vec<String> {
    let folders: BTreeSet<&[&str]> =
        imports.keys().flat_map(|path| (0..path.len()).map(|n| &path[..n])).collect();
    let circle = |folder: &[&str]| {
        let mut neighbours: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, named) in imports.iter().filter(|(m, _)| inside(m, folder)) {
            let named = named.iter().filter(|named| inside(named, folder));
            let named = named.map(|named| named[folder.len()]);
            let name = module[folder.len()];
            neighbours.entry(name).or_default().extend(named.filter(|other| *other != name));
        }
        let circle = neighbours.keys().find_map(|start| way_back(&neighbours, start))?;
        let names = circle.iter().map(|name| [folder, &[*name]].concat().join("::"));
        Some(names.collect::<Vec<_>>().join(" → "))
    };
    folders.into_iter().filter_map(circle).collect()
}

fn inside(module: &[&str], folder: &[&str]) -> bool {
    module.len() > folder.len() && module.starts_with(folder)
}

/// The shortest way from a neighbour over others back to itself.
fn way_back<'a>(
    neighbours: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    start: &'a str,
) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in way.last().and_then(|last| neighbours.get(last)).into_iter().flatten() {
                let way = [&way[..], &[*next]].concat();
                if *next == start {
                    return Some(way);
                }
                if seen.insert(*next) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}
