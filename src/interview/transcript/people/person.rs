//! When a label means a person of the header: the rule that tells a speaker from a sentence.
//!
//! A label fits a person when it is, in this order of preference,
//!
//! 1. the whole name or title (`VP of Product` is `VP Product`: small words may be left out or put in);
//! 2. some of its words, in order: `Sarah` or `Ms. Chen` for `Sarah Chen`, `Director Eng…` for a director;
//! 3. those words abbreviated: cut short (`Eng`), without vowels (`Mgr`), or by initials (`VPP`, `S. Chen`);
//! 4. for a name, one word cut short to three letters or more: `Alex` for `Alexandra Diaz`;
//! 5. the person's name or title written out: `Head of Engineering` where the header has `Head of Eng`.
//!
//! A title's shortening must keep a word for the one who holds it, so that `Director:` speaks and `Engineering:`
//! in an answer is a department. Such a word is cut to four letters at most: `Design:` is not the `Designer`.
//! A label that fits nobody may still be a letter off one that would: see `misspelt`.
//! A single letter is nobody: `S:`, `T:`, `A:` and `R:` are parts of an answer.

use crate::interview::transcript::people::name::{Name, NameWord, names_an_office};

/// How well a label fits a person, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFit {
    /// The whole name or title.
    Whole,
    /// Some of its words.
    WordList,
    /// Some of its words, some of them abbreviated.
    Abbreviated,
    /// One word of a name, cut short.
    Nickname,
    /// The name or title written out longer than the header has it.
    WrittenOut,
}

/// Somebody the header names.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name or title as the header has it.
    pub written: String,
    /// What else the header calls them: `Dana Ruiz` and `CFO` for `Dana Ruiz (CFO)`.
    pub parts: Vec<String>,
    names: Vec<Name>,
}

impl Person {
    /// Reads a name, a title, or both: `Dana Ruiz (CFO)`, `Dana Ruiz – CFO`, `Dana Ruiz, CFO`.
    pub fn new(written: &str) -> Self {
        let dashed = written.replace(" - ", ",").replace(" – ", ",").replace(" — ", ",");
        let mut parts: Vec<String> = dashed
            .split(['(', ')', '（', '）', '[', ']', ','])
            .map(str::trim)
            .filter(|part| part.chars().any(char::is_alphanumeric) && !part.contains('/'))
            .map(str::to_owned)
            .collect();
        let mut names: Vec<Name> = parts.iter().map(|part| Name::new(part)).collect();
        if parts.len() < 2 {
            parts.clear();
        }
        names.push(Name::new(written));
        Self { written: written.to_owned(), parts, names }
    }

    /// The name or title, its parts and, of a name, each word.
    pub fn ways_to_call(&self) -> impl Iterator<Item = &str> {
        let whole = std::iter::once(&self.written).chain(&self.parts).map(String::as_str);
        let names = whole.clone().filter(|way| !names_an_office(way));
        whole.chain(names.flat_map(str::split_whitespace))
    }

    /// Lets the person go by one more name.
    pub fn also_known_as(&mut self, label: &str) {
        self.names.push(Name::new(label));
    }

    /// Whether two entries of the header are the same one.
    pub fn is_same_as(&self, other: &Person) -> bool {
        Name::new(&self.written).is_same_as(&Name::new(&other.written))
    }

    /// How well a label fits this person, if at all; what it has in parentheses may fit as well.
    pub fn fit(&self, label: &Person) -> Option<NameFit> {
        let fits = label
            .names
            .iter()
            .flat_map(|label| self.names.iter().filter_map(move |name| fit(label, name)));
        fits.min()
    }

    /// Whether a label would fit this person but for a slip in one of its words.
    pub fn is_misspelt_by(&self, label: &Person) -> bool {
        let slip = |short: &Name, long: &Name| {
            let title = long.is_title();
            let words: Vec<&NameWord> = short.large().collect();
            let found = align(&words, &long.words, words.len() == 1, 1);
            found.is_some_and(|found| found.slips == 1 && (!title || found.holder))
        };
        let labels =
            label.names.iter().flat_map(|label| self.names.iter().map(move |name| (label, name)));
        labels
            .into_iter()
            .any(|(label, name)| slip(label, name) || (label.named && slip(name, label)))
    }
}

fn fit(label: &Name, name: &Name) -> Option<NameFit> {
    if label.large().next().is_none() || name.large().next().is_none() {
        return None;
    }
    if label.is_same_as(name) {
        return Some(NameFit::Whole);
    }
    if label.large().map(|word| word.folded.chars().count()).sum::<usize>() < 2 {
        return None;
    }
    shortening(label, name).or_else(|| {
        let (label_words, name_words) = (label.large().count(), name.large().count());
        let alike = label.is_title() == name.is_title();
        // `Staff Engineer` for `Staff Eng`, which alone says no office.
        let word_for_word = label.is_title() && label_words == name_words && name_words > 1;
        let found =
            if label.named && (alike || word_for_word) { shortening(name, label) } else { None };
        match found {
            Some(_) if label.is_title() => Some(NameFit::WrittenOut),
            Some(NameFit::WordList) if !label.words.iter().any(|word| word.small) => {
                Some(NameFit::WrittenOut)
            }
            _ => None,
        }
    })
}

/// How the words of `short` stand, in order, for words of `long`.
fn shortening(short: &Name, long: &Name) -> Option<NameFit> {
    let words: Vec<&NameWord> = short.large().collect();
    let alone = words.len() == 1;
    let found = align(&words, &long.words, alone, 0)?;
    if long.is_title() {
        return found.holder.then_some(found.fit);
    }
    match found.fit {
        NameFit::Abbreviated if alone && found.initials == 0 => Some(NameFit::Nickname),
        NameFit::Abbreviated if alone && found.initials < long.large().count() => None,
        NameFit::Abbreviated if !alone && found.whole == 0 => None,
        fit => Some(fit),
    }
}

/// How far an alignment got.
#[derive(Clone, Copy)]
struct Aligned {
    fit: NameFit,
    holder: bool,
    whole: usize,
    initials: usize,
    /// How many words are there but for a slip.
    slips: usize,
}

impl Aligned {
    fn rank(&self) -> (usize, bool, NameFit) {
        (self.slips, !self.holder, self.fit)
    }
}

/// The best way to lay the words of the short form, in order, over those of the long one, with so many slips at most.
fn align(short: &[&NameWord], long: &[NameWord], alone: bool, slips: usize) -> Option<Aligned> {
    let Some((word, rest)) = short.split_first() else {
        return Some(Aligned {
            fit: NameFit::WordList,
            holder: false,
            whole: 0,
            initials: 0,
            slips: 0,
        });
    };
    let mut best: Option<Aligned> = None;
    for start in 0..long.len() {
        let spread = word.initials_of(&long[start..]);
        let steps = [
            (word.folded == long[start].folded).then_some((1, NameFit::WordList, 0)),
            word.abbreviates(&long[start], alone).then_some((1, NameFit::Abbreviated, 0)),
            spread.map(|taken| (taken, NameFit::Abbreviated, 0)),
            (slips > 0 && word.is_slip_of(&long[start])).then_some((1, NameFit::WordList, 1)),
        ];
        for (taken, fit, slip) in steps.into_iter().flatten() {
            let over = &long[start..start + taken];
            let tail = align(rest, &long[start + taken..], alone, slips - slip);
            let Some(tail) = tail else { continue };
            let found = Aligned {
                fit: fit.max(tail.fit),
                holder: tail.holder || over.iter().any(|word| word.holder),
                whole: tail.whole + usize::from(fit == NameFit::WordList),
                initials: tail.initials
                    + if taken > 1 { over.iter().filter(|w| !w.small).count() } else { 0 },
                slips: tail.slips + slip,
            };
            if best.is_none_or(|best| found.rank() < best.rank()) {
                best = Some(found);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, person: &str, expected: Option<NameFit>) {
        assert_eq!(
            Person::new(person).fit(&Person::new(label)),
            expected,
            "`{label}` for `{person}`"
        );
    }

    #[test]
    fn a_whole_name_fits_in_any_case_and_with_small_words() {
        for (label, person) in [
            ("Sarah Chen", "Sarah Chen"),
            ("SARAH CHEN", "Sarah Chen"),
            ("VP of Product", "VP Product"),
            ("V.P. Product", "VP Product"),
            ("Zoe Müller", "Zoë Muller"),
            ("Dana Ruiz", "Dana Ruiz (CFO)"),
            ("CFO", "Dana Ruiz (CFO)"),
            ("Dana Ruiz (CFO)", "Dana Ruiz (CFO)"),
            ("Dana Ruiz", "CFO – Dana Ruiz"),
            ("Sarah (continued)", "Sarah"),
            ("田中", "田中"),
        ] {
            check(label, person, Some(NameFit::Whole));
        }
    }

    #[test]
    fn some_words_of_a_name_or_title_fit() {
        check("Sarah", "Sarah Chen", Some(NameFit::WordList));
        check("Ms. Chen", "Sarah Chen", Some(NameFit::WordList));
        check("Director", "Director of Engineering", Some(NameFit::WordList));
        check("VP", "VP Product", Some(NameFit::WordList));
        check("Manager", "Engineering Manager", Some(NameFit::WordList));
        check("Dana", "Dana Ruiz (CFO)", Some(NameFit::WordList));
    }

    #[test]
    fn abbreviated_words_fit_in_order() {
        for (label, title) in [
            ("Director Eng", "Director of Engineering"),
            ("Dir. Eng", "Director of Engineering"),
            ("Dir", "Director of Engineering"),
            ("DE", "Director of Engineering"),
            ("DoE", "Director of Engineering"),
            ("Head of Eng", "Head of Engineering"),
            ("VPP", "VP Product"),
            ("VP Eng", "Vice President of Engineering"),
            ("CTO", "Chief Technology Officer"),
            ("Eng Mgr", "Engineering Manager"),
            ("S. Chen", "Sarah Chen"),
            ("Sarah C.", "Sarah Chen"),
            ("SC", "Sarah Chen"),
        ] {
            check(label, title, Some(NameFit::Abbreviated));
        }
        check("Eng Director", "Director of Engineering", None);
    }

    #[test]
    fn a_name_cut_short_and_a_title_written_out_fit() {
        check("Alex", "Alexandra Diaz", Some(NameFit::Nickname));
        check("Head of Engineering", "Head of Eng", Some(NameFit::WrittenOut));
        check("Staff Engineer", "Staff Eng", Some(NameFit::WrittenOut));
        check("Chief Technology Officer", "CTO", Some(NameFit::WrittenOut));
        check("Vice President of Product", "VP Product", Some(NameFit::WrittenOut));
        check("Sarah Chen", "Sarah", Some(NameFit::WrittenOut));
        check("Christmas", "Chris", None);
        check("Sarah and Tom", "Sarah", None);
        check("Sarah said", "Sarah", None);
    }

    #[test]
    fn a_department_is_not_the_one_who_heads_it() {
        check("Engineering", "Director of Engineering", None);
        check("Eng", "Director of Engineering", None);
        check("Product", "VP Product", None);
        check("Engineering", "Engineering Manager", None);
        check("HR", "HR Business Partner", None);
        check("Design", "Product Designer", None);
        check("Research", "Researcher", None);
    }

    #[test]
    fn a_letter_or_a_short_word_is_nobody() {
        check("S", "Sarah Chen", None);
        check("A", "Anna Adams", None);
        check("He", "Head of Engineering", None);
        check("To", "Tom Lee", None);
        check("VP Product asked me", "VP Product", None);
    }
}
