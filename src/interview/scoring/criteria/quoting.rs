//! Short quotes inside sentences for the player.

/// The longest quote inside a sentence, in characters.
const LONGEST: usize = 90;

/// A passage in quotation marks, cut at a word where it is long, without its closing stop.
pub fn quote(passage: &str) -> String {
    let passage = passage.trim().trim_end_matches(['.', ',', ';', ':']);
    if passage.chars().count() <= LONGEST {
        return format!("“{passage}”");
    }
    let cut: String = passage.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(head, _)| head);
    format!("“{whole} …”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_passages_are_cut_at_a_word() {
        assert_eq!(quote("We moved out."), "“We moved out”");
        let long = quote(&"word ".repeat(40));
        assert!(long.ends_with("word …”") && long.chars().count() < 100);
    }
}
