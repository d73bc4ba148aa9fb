//! A name or a title as words, and how one word stands for others.

use crate::interview::transcript::lines::label::is_written_like_a_name;
use crate::interview::transcript::words::{fold, is_one_of, is_small, name_words};

/// Words for one who holds an office; a title has one and a name has none.
const HOLDERS: &str = "\
    administrator advisor analyst architect assistant associate avp chair chairman chairperson \
    chairwoman chief coach cofounder colleague consultant controller coordinator counsel dean \
    designer developer dir director editor engineer evp executive expert facilitator founder \
    generalist head host interviewer investor lead leader manager marketer member mentor mgr \
    moderator nurse observer officer owner panelist panellist partner peer physician planner \
    president principal producer professor programmer raiser recruiter representative researcher \
    scientist secretary specialist stakeholder strategist superintendent supervisor svp teacher \
    technician tester trainer treasurer vp writer";

/// Forms of address, left out of a name that has more.
const HONORIFICS: &str = "dr madam miss mr mrs ms mx prof professor sir";

/// Longer names are cut here before they are compared, which bounds the comparison.
const MOST_WORDS: usize = 12;

/// One way to call a person.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its words, small ones among them.
    pub words: Vec<NameWord>,
    /// Whether it has a form of address before it, which is not among the words.
    pub addressed: bool,
    /// Whether it is written as names are.
    pub named: bool,
}

/// A word of a name.
#[derive(Clone, Debug)]
pub struct NameWord {
    /// In lower case, without accents and dots.
    pub folded: String,
    /// Whether it may be left out.
    pub small: bool,
    /// Whether it says that somebody holds an office.
    pub holder: bool,
    /// Whether it is an acronym in a name that is not all in capitals.
    capitals: bool,
    /// Whether it may be initials: its first letter and its last are capitals.
    initials: bool,
}

impl Name {
    /// Reads a name or a title.
    pub fn new(text: &str) -> Self {
        let mut written = name_words(text);
        written.truncate(MOST_WORDS);
        let addressed = written.len() > 1 && is_one_of(&fold(&written[0]), HONORIFICS);
        if addressed {
            written.remove(0);
        }
        // An acronym stands out only where not everything is in capitals.
        let acronyms = written.len() == 1 || text.chars().any(char::is_lowercase);
        let mut words: Vec<NameWord> =
            written.iter().map(|word| NameWord::new(word, acronyms)).collect();
        if !words.iter().any(|word| word.holder) {
            for word in &mut words {
                word.holder = word.capitals;
            }
        }
        Self { words, addressed, named: is_written_like_a_name(text) }
    }

    /// Whether it says an office: `VP Product`, not `Dana Ruiz`.
    pub fn is_title(&self) -> bool {
        self.words.iter().any(|word| word.holder)
    }

    /// Whether two names are the same but for small words.
    pub fn is_same_as(&self, other: &Name) -> bool {
        self.large().map(|word| &word.folded).eq(other.large().map(|word| &word.folded))
    }

    /// The words that may not be left out.
    pub fn large(&self) -> impl Iterator<Item = &NameWord> {
        self.words.iter().filter(|word| !word.small)
    }
}

impl NameWord {
    fn new(written: &str, acronyms: bool) -> Self {
        let folded = fold(written);
        let letters = written.chars().count();
        let capitals =
            acronyms && (2..=4).contains(&letters) && written.chars().all(char::is_uppercase);
        let holder = is_one_of(&folded, HOLDERS);
        let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
        let initials =
            letters > 1 && capital(written.chars().next()) && capital(written.chars().next_back());
        Self { small: is_small(&folded), holder, capitals, initials, folded }
    }

    /// Whether it is an acronym: `CFO`.
    pub fn is_acronym(&self) -> bool {
        self.capitals
    }

    /// Whether this word is another one cut short or without its vowels.
    pub fn abbreviates(&self, long: &NameWord, alone: bool) -> bool {
        let letters = self.folded.chars().count();
        let least = if alone { 3 } else { 1 };
        let most = if long.holder { 4 } else { usize::MAX };
        if !(least..=most).contains(&letters) || letters >= long.folded.chars().count() {
            return false;
        }
        if self.folded.chars().any(|c| c.is_ascii_digit()) {
            return false;
        }
        long.folded.starts_with(&self.folded) || self.contracts(long)
    }

    /// `mgr` for `manager`: first and last letter kept, no vowel after the first, letters in order.
    fn contracts(&self, long: &NameWord) -> bool {
        let vowel = |c: char| "aeiou".contains(c);
        let mut rest = long.folded.chars();
        self.folded.chars().count() >= 2
            && self.folded.chars().next() == long.folded.chars().next()
            && self.folded.chars().last() == long.folded.chars().last()
            && !self.folded.chars().skip(1).any(vowel)
            && self.folded.chars().all(|letter| rest.any(|other| other == letter))
    }
    /// How many of the words this one is initials of, two or more; a word in capitals gives all its letters (`VP`).
    pub fn initials_of(&self, words: &[NameWord]) -> Option<usize> {
        if self.initials { consume(&self.folded, words, 0) } else { None }
    }
}

/// How many words give the letters, `large` of them having been passed that may not be left out.
fn consume(letters: &str, words: &[NameWord], large: usize) -> Option<usize> {
    if letters.is_empty() {
        return (large >= 2).then_some(0);
    }
    let (word, rest) = words.split_first()?;
    let taken = |count: usize| count + 1;
    let all = word.capitals.then(|| letters.strip_prefix(word.folded.as_str())).flatten();
    let first = word.folded.chars().next().and_then(|first| letters.strip_prefix(first));
    let next = large + usize::from(!word.small);
    all.and_then(|left| consume(left, rest, next))
        .or_else(|| first.and_then(|left| consume(left, rest, next)))
        .or_else(|| if word.small { consume(letters, rest, large) } else { None })
        .map(taken)
}

/// Whether the words say an office or a form of address: `HR Partner`, `Ms. Lee`, `CFO`.
pub fn names_an_office(label: &str) -> bool {
    let name = Name::new(label);
    name.addressed || name.is_title()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, office: bool) {
        assert_eq!(names_an_office(label), office, "{label}");
    }

    #[test]
    fn an_office_is_told_from_a_name() {
        for label in ["HR Partner", "Head of Sales", "CFO", "Ms. Lee", "Dir. Eng", "Bar Raiser"] {
            check(label, true);
        }
        for label in ["Dana Ruiz", "DANA RUIZ", "Engineering", "Result", "The key"] {
            check(label, false);
        }
    }

    #[test]
    fn initials_are_written_in_capitals() {
        let title = Name::new("Head of Engineering").words;
        for (label, words) in [("HE", Some(3)), ("HoE", Some(3)), ("He", None), ("HX", None)] {
            assert_eq!(Name::new(label).words[0].initials_of(&title), words, "{label}");
        }
    }
}
