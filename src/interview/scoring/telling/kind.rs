//! What kind of answer a text is: a story, what is usually done, what would be done, a view, or none.
//!
//! Most answers to behavioural questions are not stories (23 % were in 62 real interviews, Bangerter, Corvalan and
//! Cavin 2014), and what kind an answer is says more than its parts. Every sentence is read by its verbs: the first that
//! tells of the past makes it an event, the first that is conditional a plan.

use serde::{Deserialize, Serialize};

use crate::interview::{
    scoring::numbers::Numbers,
    text::{Span, Text, Word, lexicon},
};

/// What kind of answer a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum TellingKind {
    /// One thing that happened, told.
    Story,
    /// What is usually done.
    Practice,
    /// What would be done.
    Plan,
    /// What the speaker thinks, or thinks of themselves.
    View,
    /// No answer: the speaker has none, or there are no words.
    Nothing,
}

impl TellingKind {
    /// How it was read, as a sentence.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Story => "It reads as a story, told as it happened.",
            Self::Practice => "It reads as how things usually are.",
            Self::Plan => "It reads as what would be done.",
            Self::View => "It reads as what you think.",
            Self::Nothing => "No answer was heard yet.",
        }
    }
}

/// What a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It tells what happened.
    Event,
    /// It says what is usually done or so.
    Practice,
    /// It says what would be done.
    Plan,
    /// It gives a view.
    View,
}

/// How the kind was read.
#[derive(Clone, Debug, PartialEq)]
pub struct KindReading {
    /// The kind of the whole.
    pub kind: TellingKind,
    /// What each sentence does that was looked at; nothing of the others.
    pub sentences: Vec<Option<Told>>,
}

impl KindReading {
    /// The share of the sentences that do this, from 0 to 1.
    pub fn share(&self, of: Told) -> f32 {
        let looked_at = self.sentences.iter().flatten();
        let (all, those) = looked_at.fold((0_usize, 0_usize), |(all, those), told| {
            (all + 1, those + usize::from(*told == of))
        });
        those as f32 / all.max(1) as f32
    }

    /// How many sentences' worth of this is told: a long sentence is told for several.
    pub fn amount(&self, text: &Text, of: Told) -> f32 {
        let long = Numbers::shipped().telling.kind.long_sentence;
        let sentences = text.sentences().iter().zip(&self.sentences);
        let those = sentences.filter(|(_, told)| **told == Some(of));
        those.map(|(sentence, _)| sentence.words.len().div_ceil(long)).sum::<usize>() as f32
    }

    /// The sentences that do this.
    pub fn spans(&self, text: &Text, of: Told) -> Vec<Span> {
        let sentences = text.sentences().iter().zip(&self.sentences);
        sentences
            .filter(|(_, told)| **told == Some(of))
            .map(|(sentence, _)| sentence.span)
            .collect()
    }
}

/// Reads what kind of answer a text with so many specifics is, by its sentences that count and by what somebody says of
/// themselves; where none counts, by all but those that only say the question again.
pub fn read(
    text: &Text,
    counted: &[bool],
    deeds: &[bool],
    echoes: &[bool],
    specifics: usize,
) -> KindReading {
    // The verbs of quoted speech tell nothing of how the answer is told, unless most of it stands in quotes.
    let spoken = |s: usize| {
        let first = text.sentences()[s].span.start;
        text.quotes().iter().any(|quote| {
            let within = quote.start <= first && first < quote.end;
            within && 2 * (quote.end - quote.start) <= text.text().len()
        })
    };
    let any = counted.contains(&true);
    // What somebody thinks or would do needs no names and figures to be said.
    let own_view = |s: usize, told: &Told| *told != Told::Event && is_of_oneself(text.words_of(s));
    let sentences: Vec<Option<Told>> = (0..text.sentences().len())
        .map(|s| {
            let words = text.words_of(s);
            let told = told(words);
            let is_deed = told == Told::Event && deeds[s];
            let looked_at = counted[s] || !echoes[s] && (!any || is_deed || own_view(s, &told));
            // "Two weeks late, no bugs" has no verb to tell by.
            let is_fragment = told == Told::Practice && is_fragment(words);
            (looked_at && !is_fragment && !spoken(s)).then_some(told)
        })
        .collect();
    let mut reading = KindReading { kind: TellingKind::Nothing, sentences };
    let borders = &Numbers::shipped().telling.kind;
    let events = reading.sentences.iter().filter(|told| **told == Some(Told::Event)).count();
    let short =
        text.words().len() <= borders.no_answer_words && specifics <= borders.no_answer_specifics;
    if text.words().is_empty()
        || short && events < borders.events_at_least && declining(text).is_some()
    {
        return reading;
    }
    let (event, plan) = (reading.share(Told::Event), reading.share(Told::Plan));
    let (practice, view) = (reading.share(Told::Practice), reading.share(Told::View));
    // Lessons and background make no other kind of a story.
    let is_told = reading.amount(text, Told::Event) >= borders.events_plenty;
    let is_story = is_told
        || event >= borders.events && (events >= borders.events_at_least || event >= borders.most);
    reading.kind = if plan >= borders.most || plan > event && plan > practice + view {
        TellingKind::Plan
    } else if is_story {
        TellingKind::Story
    } else if view > practice {
        TellingKind::View
    } else {
        TellingKind::Practice
    };
    reading
}

/// Where somebody says that they have no answer: a sentence that says so and tells nothing that happened. "I couldn't think of
/// anything better, so I waited" tells.
pub fn declining(text: &Text) -> Option<Span> {
    let opens = |s: &usize| {
        let words = text.words_of(*s);
        let found = lexicon::NOT_KNOWING.find(words).next();
        found.is_some_and(|found| {
            let before = &words[..found.first];
            let behind = &words[found.end..];
            let goes_on =
                |word: &Word| matches!(word.lower.as_str(), "because" | "but" | "so" | "until");
            told(before) != Told::Event
                && told(behind) != Told::Event
                && !behind.iter().any(goes_on)
        })
    };
    let sentence = (0..text.sentences().len()).find(opens)?;
    Some(text.sentences()[sentence].span)
}

/// What a sentence does, by the first of its verbs that tells.
pub fn told(words: &[Word]) -> Told {
    let conditional = (0..words.len()).find(|at| is_conditional(words, *at));
    let past = (0..words.len()).find(|at| is_past(words, *at));
    match (conditional, past) {
        (Some(would), Some(did)) if would < did => Told::Plan,
        (_, Some(_)) if is_of_others(words) => Told::View,
        (_, Some(_)) => Told::Event,
        (Some(_), None) => Told::Plan,
        (None, None) if lexicon::VIEWS.find(words).next().is_some() => Told::View,
        (None, None) => Told::Practice,
    }
}

/// Whether a sentence says what people or things in general are like, whatever it tells of the past: "most people who are late
/// planned it poorly". "Usually it is quiet, but that night it was not" tells what happened.
fn is_of_others(words: &[Word]) -> bool {
    let has = |of: fn(&str) -> bool| words.iter().any(|word| of(word.lower.as_str()));
    lexicon::GENERALITIES.find(words).next().is_some()
        && has(|lower| matches!(lower, "are" | "aren't" | "has" | "have" | "is" | "isn't"))
        && !has(|lower| matches!(lower, "but" | "me" | "my" | "our" | "us" | "we"))
        && !is_of_oneself(words)
        && lexicon::MOMENTS.find(words).next().is_none()
}

/// Whether a few words have neither a pronoun for a subject nor a form of "be" or "have".
fn is_fragment(words: &[Word]) -> bool {
    let says = |word: &Word| {
        let lower = word.lower.as_str();
        let verbs = ["am", "are", "be", "do", "does", "has", "have", "is"];
        is_subject(lower) || verbs.contains(&lower) || lower.contains('\'')
    };
    words.len() <= Numbers::shipped().telling.kind.fragment && !words.iter().any(says)
}

/// Whether a sentence speaks of oneself.
fn is_of_oneself(words: &[Word]) -> bool {
    let own = |word: &Word| matches!(word.lower.as_str(), "i" | "i'd" | "i'll" | "i'm" | "i've");
    words.iter().any(own)
}

/// Whether a word opens what would be: "if", "imagine", "I would", "we'll".
fn is_conditional(words: &[Word], at: usize) -> bool {
    let lower = words[at].lower.as_str();
    let follows = |of: usize| words.get(at + of).map_or("", |word| word.lower.as_str());
    match lower {
        "imagine" | "suppose" | "supposing" => at <= 1,
        "if" => at == 0 || is_subject(follows(1)),
        "i'll" | "we'll" => true,
        // "I'd asked" had been; "I'd ask" would be.
        "i'd" | "we'd" => !is_participle(follows(1)) && !is_participle(follows(2)),
        "would" | "will" => at > 0 && matches!(words[at - 1].lower.as_str(), "i" | "we"),
        _ => false,
    }
}

fn is_subject(lower: &str) -> bool {
    lexicon::CLOSED_CLASS.get(lower) == Some(&b'S')
        || matches!(lower, "someone" | "somebody" | "one" | "it")
}

fn is_participle(lower: &str) -> bool {
    lexicon::PAST_FORMS.contains(lower)
        || lower.ends_with("ed") && lower.len() > 3
        || matches!(
            lower,
            "been"
                | "become"
                | "begun"
                | "better"
                | "broken"
                | "chosen"
                | "come"
                | "done"
                | "drawn"
                | "driven"
                | "eaten"
                | "fallen"
                | "flown"
                | "forgotten"
                | "given"
                | "gone"
                | "grown"
                | "known"
                | "put"
                | "run"
                | "seen"
                | "set"
                | "shown"
                | "spoken"
                | "taken"
                | "thrown"
                | "worn"
                | "written"
        )
}

/// Whether a word tells of something that happened.
fn is_past(words: &[Word], at: usize) -> bool {
    let lower = words[at].lower.as_str();
    let before = at.checked_sub(1).map_or("", |before| words[before].lower.as_str());
    // "I've got a dog" is so today.
    if lower == "got" && (before.ends_with("'ve") || matches!(before, "has" | "have")) {
        return false;
    }
    if lexicon::PAST_FORMS.contains(lower) {
        return true;
    }
    // "A tired team" tells of nothing that happened, nor does "is needed".
    let class = lexicon::CLOSED_CLASS.get(before);
    lower.ends_with("ed")
        && lower.len() > 4
        && !matches!(class, Some(b'D' | b'P'))
        && !matches!(before, "am" | "are" | "be" | "is" | "get" | "gets" | "very")
        && !matches!(lower, "indeed" | "speed" | "exceed" | "proceed" | "succeed" | "hundred")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: TellingKind) {
        let text = Text::read(text);
        let sentences = text.sentences().len();
        let none = vec![false; sentences];
        let reading = read(&text, &vec![true; sentences], &none, &none, 10);
        assert_eq!(reading.kind, expected, "{:?}", reading.sentences);
    }

    #[test]
    fn what_happened_is_a_story() {
        check(
            "Last spring our boiler failed. I rang four engineers. One came. Now I'd do it sooner.",
            TellingKind::Story,
        );
        check(
            "I've got two dogs. I'm a vet. A horse fell in Leith. I rang its owner. We lifted it with straps. It walked. \
             I'm proud of it. Now I carry straps. You need to be ready. I'm careful. I believe in straps. I'm often out.",
            TellingKind::Story,
        );
        check(
            "I told them I'd sit there until the cap was back. It took a while.",
            TellingKind::Story,
        );
    }

    #[test]
    fn quoted_speech_makes_no_plan_of_a_story() {
        check(
            "I took him aside in the linen room on a night in May, before the day team came. I said, \"It is false. I'd \
             rather we wrote it. I'd sign it.\"",
            TellingKind::Story,
        );
        check(
            "\"If I saw a chance, I'd count how many ask. I would go to the manager.\"",
            TellingKind::Plan,
        );
    }

    #[test]
    fn what_would_be_done_is_a_plan() {
        check(
            "If I saw a chance like that, I'd count how many ask. Then I'd go to the manager. If it filled up, I would \
             ask for a second.",
            TellingKind::Plan,
        );
    }

    #[test]
    fn what_is_thought_is_a_view() {
        check(
            "I'm very diplomatic. I believe in respect. In my view people are good. You have to listen.",
            TellingKind::View,
        );
    }

    #[test]
    fn what_others_in_general_did_is_a_view() {
        check(
            "Complexity is overrated, if you ask me. Nine times out of ten a thing is complicated because somebody made \
             it so. My belief is in keeping it simple. The folk who boast about how difficult their work was have \
             generally planned it poorly.",
            TellingKind::View,
        );
        check(
            "Usually the ward is quiet, but that night three people who are frail fell. We put a nurse at the door.",
            TellingKind::Story,
        );
    }

    #[test]
    fn what_is_usually_done_is_a_practice() {
        check(
            "I take the time to know them. I set them small tasks. I'm always there for questions.",
            TellingKind::Practice,
        );
    }

    #[test]
    fn what_has_no_verb_is_no_practice() {
        check(
            "My toughest one: leading our move to Hull. I planned it in twelve steps. Two weeks late, no complaints.",
            TellingKind::Story,
        );
    }

    #[test]
    fn who_knows_no_answer_gives_none() {
        let text = Text::read(
            "Hmm. Honestly, I can't think of one right now, sorry. I've always got on with my managers. Can we come back \
             to that one?",
        );
        assert_eq!(
            read(&text, &[false; 4], &[false; 4], &[false; 4], 0).kind,
            TellingKind::Nothing
        );
        let text = Text::read("I don't know who broke it, but I borrowed a scanner. It worked.");
        assert_ne!(read(&text, &[true; 2], &[false; 2], &[false; 2], 2).kind, TellingKind::Nothing);
        let text = Text::read("Sorry, I can't think of one. I have no idea.");
        assert_eq!(read(&text, &[true; 2], &[false; 2], &[false; 2], 0).kind, TellingKind::Nothing);
        assert_eq!(read(&Text::read(""), &[], &[], &[], 0).kind, TellingKind::Nothing);
    }
}
