//! What one says until another does, from utterances: what listeners murmur cuts nothing.

use crate::interview::transcript::Tally;
use crate::interview::transcript::asking::asks;
use crate::interview::transcript::forms::Utterance;
use crate::interview::transcript::forms::noise::is_back_channel;

/// The most bytes of a turn that are looked at for a question; a longer one tells something.
const ASKED_WITHIN: usize = 700;

/// A turn whose speaker is one of the people.
pub struct HeardTurn {
    /// Who speaks, as an index into the people.
    pub who: usize,
    /// Whether they ask.
    pub asks: bool,
    /// How many titles stand above it.
    pub section: usize,
    /// What they say.
    pub utterance: Utterance,
    /// How many paragraphs at its head were murmured, before the rest was said.
    pub murmured: usize,
}

/// One who speaks, until another does; what a listener murmurs cuts nothing.
pub fn turns(
    utterances: Vec<Utterance>,
    speaks: &[Option<usize>],
    sections: &[usize],
    tally: &mut Tally,
) -> Vec<HeardTurn> {
    let heard: Vec<(usize, usize, Utterance)> = utterances
        .into_iter()
        .zip(speaks)
        .zip(sections)
        .filter_map(|((utterance, who), section)| Some(((*who)?, *section, utterance)))
        .collect();
    let murmurs: Vec<bool> = (0..heard.len())
        .map(|at| {
            let (who, _, utterance) = &heard[at];
            let neighbour = |at: Option<usize>| {
                at.and_then(|at| heard.get(at)).filter(|(other, _, _)| other != who)
            };
            let before = neighbour(at.checked_sub(1));
            let asked = before.is_some_and(|(_, _, said)| {
                said.paragraphs.last().is_some_and(|text| text.trim_end().ends_with(['?', '？']))
            });
            let same = before
                .zip(neighbour(Some(at + 1)))
                .is_some_and(|(before, after)| before.0 == after.0);
            same && !asked && is_back_channel(&utterance.paragraphs.join(" "))
        })
        .collect();
    let mut turns: Vec<HeardTurn> = Vec::new();
    for ((who, section, utterance), murmur) in heard.into_iter().zip(murmurs) {
        if murmur {
            tally.back_channels += 1;
            continue;
        }
        match turns.last_mut().filter(|turn| turn.who == who && turn.section == section) {
            Some(turn)
                if turn.murmured == 0 && is_back_channel(&turn.utterance.paragraphs.join(" ")) =>
            {
                turn.murmured = turn.utterance.paragraphs.len();
                turn.utterance.paragraphs.extend(utterance.paragraphs);
            }
            Some(turn) => go_on(&mut turn.utterance.paragraphs, utterance),
            None => turns.push(HeardTurn { who, asks: false, section, utterance, murmured: 0 }),
        }
    }
    for turn in &mut turns {
        let text = turn.utterance.paragraphs.join(" ");
        turn.asks = if text.len() <= ASKED_WITHIN {
            asks(&text)
        } else {
            text[text.floor_char_boundary(text.len() - 200)..].trim_end().ends_with(['?', '？'])
        };
    }
    turns
}

/// Adds what somebody says to what they said: to its last sentence, where that is not at its end.
fn go_on(paragraphs: &mut Vec<String>, utterance: Utterance) {
    let mut more = utterance.paragraphs.into_iter();
    if let Some(last) = paragraphs.last_mut()
        && last.len() < 4_000
        && let Some(first) = more.next()
    {
        last.push(' ');
        last.push_str(&first);
    }
    paragraphs.extend(more);
}
