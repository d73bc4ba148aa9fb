//! The scoring holds no numbers of its own: what was fitted or chosen lies in `assets/*.ron`.

use std::error::Error;

use crate::tidy::sources;

/// The decimals that only reckon: nothing, all, a half, both, the ends of the scale and hundreds.
const RECKON: [&str; 8] = ["0.0", "0.5", "1.0", "2.0", "4.0", "5.0", "10.0", "100.0"];
/// Rounding to a tenth of a hundredth.
const ROUNDS: &str = "1000.0";

/// The decimals of some code, comments, texts and tests left out.
fn decimals(text: &str) -> Vec<String> {
    let code = ["\n#[cfg(test)]", "\n#[cfg(all(test"]
        .iter()
        .fold(text, |text, tests| text.split(tests).next().unwrap_or_default());
    let mut found = Vec::new();
    for line in code.lines() {
        let line = line.split("//").next().unwrap_or_default();
        let unquoted: String = line.split('"').step_by(2).collect::<Vec<_>>().join(" ");
        let tokens =
            unquoted.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_')));
        for token in tokens.map(|token| token.trim_end_matches(['.']).replace('_', "")) {
            let token = token.trim_end_matches("f32").trim_end_matches("f64");
            let is_decimal = token.split_once('.').is_some_and(|(whole, part)| {
                let digits = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
                digits(whole) && digits(part)
            });
            if is_decimal {
                found.push(token.to_owned());
            }
        }
    }
    found
}

#[test]
fn the_scoring_holds_no_numbers_of_its_own() -> Result<(), Box<dyn Error>> {
    let mut own = Vec::new();
    let sources = sources(&["src/interview/scoring"])?;
    let tests = |path: &str| path.contains("/tests/") || path.ends_with("/trial.rs");
    for source in sources.iter().filter(|source| !tests(&source.path)) {
        let decimals = decimals(&source.text).into_iter();
        let odd = decimals.filter(|d| !RECKON.contains(&d.as_str()) && d != ROUNDS);
        own.extend(odd.map(|decimal| format!("{}: {decimal}", source.path)));
    }
    assert!(own.is_empty(), "put them into assets/*.ron, with a reason: {own:#?}");
    Ok(())
}

#[test]
fn a_decimal_is_found_in_code_alone() {
    let text = "let a = 0.25_f32 + 1.0; // 0.7\nlet b = \"0.3\";\nx.0.y(1..4);\n#[cfg(test)]\nlet c = 0.9;";
    assert_eq!(decimals(text), ["0.25", "1.0"]);
}
