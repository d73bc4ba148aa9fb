//! How a panel listens: what lands, wanders or runs over in an answer under way becomes a face and a gesture.
//!
//! Pure and seeded: time comes in as seconds, chance from the session's seed, so the same answer typed at the same
//! times is listened to the same way. What lands counts once; what comes and goes has one threshold to enter and a
//! lower one to leave; a face stays for [`listener::STAY`] at least, and a gesture is done to its end. Manner and care
//! change how much is shown, never the score.

pub mod answer_so_far;
pub mod listener;

use crate::interview::{
    chance::Chance,
    listening::{
        answer_so_far::{AnswerSoFar, NewsTracker},
        listener::{Gesture, Listener, Mood, Showing},
    },
    scenario::Panelist,
};

/// The time between two glances at the watch, in seconds, give or take.
const WATCH_EVERY: f32 = 16.0;

/// The panel, listening to an answer.
pub struct Audience {
    listeners: Vec<Listener>,
    asker: usize,
    chance: Chance,
    hearing: NewsTracker,
}

impl Audience {
    /// The panel of an interview with this seed.
    pub fn new(panel: &[Panelist], seed: u64) -> Self {
        Self {
            listeners: panel.iter().map(Listener::new).collect(),
            asker: 0,
            chance: Chance::new(seed, u64::from_be_bytes(*b"audience")),
            hearing: NewsTracker::default(),
        }
    }

    /// Forgets what was said: the panelist at this seat asks something new.
    pub fn attend(&mut self, asker: usize) {
        self.asker = asker;
        self.hearing = NewsTracker::default();
        for listener in &mut self.listeners {
            listener.forget();
        }
    }

    /// Goes on listening to the same answer, now that the panelist at this seat asked for more of it.
    pub fn hear_more_for(&mut self, asker: usize) {
        self.asker = asker;
    }

    /// Hears the answer as it stands at a moment.
    pub fn hear(&mut self, heard: &AnswerSoFar, now: f32) {
        for news in self.hearing.follow(heard, now) {
            for (seat, listener) in self.listeners.iter_mut().enumerate() {
                let asks = seat == self.asker;
                let lots = [(); 3].map(|()| self.chance.unit());
                listener.learn(news, asks, lots, now);
            }
        }
    }

    /// Lets time pass up to a moment.
    pub fn wait(&mut self, now: f32) {
        for seat in 0..self.listeners.len() {
            let asks = seat == self.asker;
            let listener = &mut self.listeners[seat];
            let mood = listener.mood_for(&self.hearing, now);
            if listener.turns_to(mood, asks, now) {
                if mood == Mood::Impatient {
                    listener.watch_from = now;
                }
                // Whoever is at a loss looks for a colleague who is too.
                let at_a_loss = matches!(mood, Mood::Puzzled | Mood::Sceptical);
                if at_a_loss && asks && self.chance.unit() < 0.7 {
                    let colleague = colleague(&mut self.chance, seat, self.listeners.len());
                    let look = colleague.map(|colleague| (Gesture::Look(colleague), now + 0.5));
                    self.listeners[seat].means(look);
                }
            }
            let listener = &mut self.listeners[seat];
            if listener.mood() == Mood::Impatient && now >= listener.watch_from {
                let (lot, pause) = (self.chance.unit(), self.chance.unit());
                listener.watch_from = now + WATCH_EVERY * (0.8 + 0.5 * pause);
                let wait = if asks { 0.3 } else { 1.0 + 3.0 * pause };
                let watch = (asks || lot < 0.4).then_some((Gesture::Watch, now + wait));
                listener.means(watch);
            }
            if let Some(Gesture::Look(other)) = listener.begins(asks, now) {
                self.listeners[other].looks_back(seat, now);
            }
        }
    }

    /// What the panelist at a seat shows.
    pub fn showing(&self, seat: usize) -> Showing {
        self.listeners[seat].showing()
    }
}

/// Somebody else at the table.
fn colleague(chance: &mut Chance, seat: usize, seats: usize) -> Option<usize> {
    let others = seats.checked_sub(1).filter(|others| *others > 0)?;
    let drawn = chance.below(others);
    Some(if drawn < seat { drawn } else { drawn + 1 })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::interview::{
        scenario::{Manner, look::Look},
        scoring::criterion_id::CriterionId,
    };

    fn panelist(manner: Manner, looks_for: &[CriterionId]) -> Panelist {
        Panelist {
            id: String::new(),
            title: String::new(),
            aliases: Vec::new(),
            manner,
            cares_about: String::new(),
            looks_for: looks_for.to_vec(),
            look: Look::from_name("Ada"),
        }
    }

    /// What everybody shows in each tenth of a second of an answer that stands so from the start of each pair on.
    fn play(panel: &[Panelist], seed: u64, heard: &[(f32, AnswerSoFar)]) -> Vec<Vec<Showing>> {
        let mut audience = Audience::new(panel, seed);
        audience.attend(0);
        let mut heard = heard.iter().peekable();
        (0..300)
            .map(|tenth| {
                let now = tenth as f32 / 10.0;
                if let Some((_, as_it_stands)) = heard.next_if(|(at, _)| *at <= now) {
                    audience.hear(as_it_stands, now);
                }
                audience.wait(now);
                (0..panel.len()).map(|seat| audience.showing(seat)).collect()
            })
            .collect()
    }

    fn shows(play: &[Vec<Showing>], seat: usize, mood: Mood) -> bool {
        play.iter().any(|all| all[seat].mood == mood)
    }

    fn does(play: &[Vec<Showing>], seat: usize, gesture: Gesture) -> bool {
        play.iter().any(|all| all[seat].gesture.is_some_and(|g| g.gesture == gesture))
    }

    #[track_caller]
    fn check(heard: AnswerSoFar, mood: Mood) {
        let panel = [panelist(Manner::Neutral, &[])];
        let play = play(&panel, 3, &[(1.0, heard)]);
        assert_eq!(play[5][0].mood, Mood::Attentive);
        assert!(shows(&play, 0, mood), "{mood:?}");
    }

    #[test]
    fn what_lands_interests_and_is_nodded_at_or_noted() {
        let heard =
            AnswerSoFar { points: BTreeSet::from([2]), words: 20, ..AnswerSoFar::default() };
        check(heard.clone(), Mood::Interested);
        let panel = [panelist(Manner::Warm, &[])];
        let play = play(&panel, 3, &[(1.0, heard)]);
        assert!(does(&play, 0, Gesture::Nod) || does(&play, 0, Gesture::Note));
        assert_eq!(play.last().map(|all| all[0].mood), Some(Mood::Attentive), "it is over");
    }

    #[test]
    fn an_own_part_that_comes_clear_interests() {
        check(AnswerSoFar { own: 0.9, words: 40, ..AnswerSoFar::default() }, Mood::Interested);
    }

    #[test]
    fn many_words_without_news_puzzle() {
        check(AnswerSoFar { words: 90, ..AnswerSoFar::default() }, Mood::Puzzled);
        check(AnswerSoFar { words: 30, padded: true, ..AnswerSoFar::default() }, Mood::Puzzled);
    }

    #[test]
    fn a_gate_brings_doubt_once_it_has_stood_for_a_while() {
        check(AnswerSoFar { doubtful: true, words: 40, ..AnswerSoFar::default() }, Mood::Sceptical);
        let panel = [panelist(Manner::Tough, &[])];
        let doubtful = AnswerSoFar { doubtful: true, words: 40, ..AnswerSoFar::default() };
        let mended = AnswerSoFar { doubtful: false, ..doubtful.clone() };
        let play = play(&panel, 3, &[(1.0, doubtful), (1.6, mended)]);
        assert!(!shows(&play, 0, Mood::Sceptical));
    }

    #[test]
    fn past_the_target_length_the_asker_looks_at_the_watch() {
        let long = AnswerSoFar { length: 1.2, words: 30, ..AnswerSoFar::default() };
        check(long.clone(), Mood::Impatient);
        let play = play(&[panelist(Manner::Neutral, &[])], 3, &[(1.0, long)]);
        assert!(does(&play, 0, Gesture::Watch));
    }

    #[test]
    fn who_looks_for_it_is_impressed_and_manner_says_how_much() {
        let panel = [
            panelist(Manner::Warm, &[CriterionId::RESULT]),
            panelist(Manner::Tough, &[CriterionId::RESULT]),
            panelist(Manner::Warm, &[CriterionId::TASK]),
        ];
        let heard = AnswerSoFar {
            qualities: BTreeSet::from([CriterionId::RESULT]),
            words: 20,
            ..AnswerSoFar::default()
        };
        let play = play(&panel, 3, &[(1.0, heard)]);
        assert!(shows(&play, 0, Mood::Impressed) && shows(&play, 1, Mood::Impressed));
        assert!(!shows(&play, 2, Mood::Impressed));
        let most = |seat: usize| {
            let impressed = play.iter().filter(|all| all[seat].mood == Mood::Impressed);
            impressed.map(|all| all[seat].strength).fold(0.0, f32::max)
        };
        assert!(most(0) > 1.5 * most(1), "{} {}", most(0), most(1));
    }

    #[test]
    fn what_landed_once_does_not_land_again() {
        let panel = [panelist(Manner::Warm, &[])];
        let said = AnswerSoFar { points: BTreeSet::from([0]), words: 20, ..AnswerSoFar::default() };
        let unsaid = AnswerSoFar { words: 20, ..AnswerSoFar::default() };
        let heard: Vec<_> = (0..10)
            .map(|i| (1.0 + i as f32, if i % 2 == 0 { said.clone() } else { unsaid.clone() }))
            .collect();
        let play = play(&panel, 3, &heard);
        let begun: BTreeSet<_> =
            play.iter().filter_map(|all| all[0].gesture).map(|g| g.began.to_bits()).collect();
        assert_eq!(begun.len(), 1, "one key point, one gesture");
    }

    #[test]
    fn who_asked_for_more_reacts_to_it_and_what_was_said_before_is_not_new() {
        let panel = [panelist(Manner::Neutral, &[]), panelist(Manner::Neutral, &[])];
        let mut audience = Audience::new(&panel, 3);
        audience.attend(0);
        let said = AnswerSoFar { points: BTreeSet::from([0]), words: 20, ..AnswerSoFar::default() };
        audience.hear(&said, 0.0);
        audience.hear_more_for(1);
        for tenth in 100..140 {
            audience.hear(&said, tenth as f32 / 10.0);
            audience.wait(tenth as f32 / 10.0);
            assert_eq!(audience.showing(1).mood, Mood::Attentive);
        }
        audience.hear(&AnswerSoFar { figures: 1, ..said }, 14.0);
        audience.wait(15.0);
        assert_eq!(audience.showing(1).mood, Mood::Interested);
    }

    #[test]
    fn a_look_is_returned() {
        let panel = [panelist(Manner::Neutral, &[]), panelist(Manner::Neutral, &[])];
        let wandering = AnswerSoFar { words: 90, ..AnswerSoFar::default() };
        let looks: Vec<_> =
            (0..20).map(|seed| play(&panel, seed, &[(1.0, wandering.clone())])).collect();
        let both = looks
            .iter()
            .filter(|play| does(play, 0, Gesture::Look(1)) && does(play, 1, Gesture::Look(0)));
        assert!(both.count() > 5);
    }

    #[test]
    fn the_same_seed_listens_the_same_way_and_another_does_not() {
        let panel = [
            panelist(Manner::Warm, &[CriterionId::RESULT]),
            panelist(Manner::Tough, &[]),
            panelist(Manner::Neutral, &[CriterionId::TASK]),
        ];
        let heard = [
            (1.0, AnswerSoFar { points: BTreeSet::from([0]), words: 20, ..AnswerSoFar::default() }),
            (6.0, AnswerSoFar { figures: 2, words: 40, length: 1.3, ..AnswerSoFar::default() }),
        ];
        assert_eq!(play(&panel, 1, &heard), play(&panel, 1, &heard));
        assert_ne!(play(&panel, 1, &heard), play(&panel, 2, &heard));
    }
}
