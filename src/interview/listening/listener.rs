//! One panelist listening: a mood that stays for a while, and one gesture at a time.

use crate::interview::{
    listening::answer_so_far::{News, NewsTracker},
    scenario::{Manner, Panelist},
    scoring::criterion_id::CriterionId,
};

/// The shortest time a face stays as it is, in seconds.
pub const STAY: f32 = 2.4;
/// How long what landed is seen on a face, in seconds.
const GLOW: f32 = 3.6;
/// How long a gate must have fired before anybody doubts, in seconds: a sentence half typed often reads badly.
const PATIENCE: f32 = 1.2;
/// The rest between two gestures of one person, in seconds.
const REST: f32 = 1.6;
/// How late a gesture may begin, in seconds: later it would answer to something else.
const LATE: f32 = 2.0;

/// What a face shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mood {
    /// Listening.
    #[default]
    Attentive,
    /// Something landed.
    Interested,
    /// Something landed that they care about.
    Impressed,
    /// The answer wanders.
    Puzzled,
    /// Something does not hold.
    Sceptical,
    /// The answer runs over its time.
    Impatient,
}

/// What a body does once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gesture {
    /// Nods.
    Nod,
    /// Notes it down.
    Note,
    /// Glances at the watch.
    Watch,
    /// Exchanges a look with the panelist at this seat.
    Look(usize),
}

impl Gesture {
    /// How long it takes, in seconds.
    pub fn seconds(self) -> f32 {
        match self {
            Self::Nod => 1.1,
            Self::Note => 3.4,
            Self::Watch => 2.4,
            Self::Look(_) => 1.7,
        }
    }
}

/// A gesture under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Performed {
    /// What is done.
    pub gesture: Gesture,
    /// When it began, in seconds.
    pub began: f32,
    /// How clearly it is done, 0 to 1.
    pub strength: f32,
}

/// What one panelist shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Showing {
    /// On the face.
    pub mood: Mood,
    /// How much of it, 0 to 1.
    pub strength: f32,
    /// With the body.
    pub gesture: Option<Performed>,
}

/// One panelist listening.
pub(super) struct Listener {
    manner: Manner,
    looks_for: Vec<CriterionId>,
    showing: Showing,
    since: f32,
    free_from: f32,
    /// When the last piece of news reached them, and whether it is what they look for.
    pleased: Option<(f32, bool)>,
    /// What they will do, and when.
    meant: Option<(Gesture, f32)>,
    /// When they would look at the watch again.
    pub(super) watch_from: f32,
}

impl Listener {
    pub(super) fn new(panelist: &Panelist) -> Self {
        Self {
            manner: panelist.manner,
            looks_for: panelist.looks_for.clone(),
            showing: Showing::default(),
            since: f32::NEG_INFINITY,
            free_from: f32::NEG_INFINITY,
            pleased: None,
            meant: None,
            watch_from: 0.0,
        }
    }

    pub(super) fn forget(&mut self) {
        (self.pleased, self.meant) = (None, None);
    }

    pub(super) fn showing(&self) -> Showing {
        self.showing
    }

    pub(super) fn mood(&self) -> Mood {
        self.showing.mood
    }

    /// A piece of news reaches them after a moment of their own; three lots from 0 to 1 decide what they make of it.
    pub(super) fn learn(&mut self, news: News, asks: bool, lots: [f32; 3], now: f32) {
        let wanted = match news {
            News::Quality(id) => Some(id),
            News::Figure => Some(CriterionId::MEASURED_RESULT),
            News::Point => None,
        };
        let cares = wanted.is_some_and(|wanted| self.looks_for.contains(&wanted));
        let at = now + if asks { 0.15 } else { 0.45 } + 0.5 * lots[0];
        if asks || cares {
            let cared = self.pleased.is_some_and(|(before, cared)| cared && now - before < 0.5);
            self.pleased = Some((at, cares || cared));
        }
        let likely = match (asks, cares) {
            (true, _) => 1.0,
            (false, true) => 0.8,
            (false, false) => 0.3,
        };
        if lots[1] < likely && self.meant.is_none() {
            let notes = if news == News::Figure || cares { 0.6 } else { 0.25 };
            let gesture = if lots[2] < notes { Gesture::Note } else { Gesture::Nod };
            self.meant = Some((gesture, at));
        }
    }

    /// Means to do something from a moment on.
    pub(super) fn means(&mut self, gesture: Option<(Gesture, f32)>) {
        self.meant = gesture.or(self.meant);
    }

    /// What the answer so far makes of them.
    pub(super) fn mood_for(&self, hearing: &NewsTracker, now: f32) -> Mood {
        let pleased = self.pleased.filter(|(at, _)| (0.0..GLOW).contains(&(now - at)));
        match pleased {
            _ if hearing.doubtful().is_some_and(|since| now - since >= PATIENCE) => Mood::Sceptical,
            _ if hearing.over().is_some() => Mood::Impatient,
            Some((_, true)) => Mood::Impressed,
            Some((_, false)) => Mood::Interested,
            None if hearing.wandering().is_some() => Mood::Puzzled,
            None => Mood::Attentive,
        }
    }

    /// Changes the face, if the last change is long enough ago; says whether it did.
    pub(super) fn turns_to(&mut self, mood: Mood, asks: bool, now: f32) -> bool {
        let turns = mood != self.showing.mood && now - self.since >= STAY;
        if turns {
            self.since = now;
            self.showing.mood = mood;
            self.showing.strength = self.shows(mood, asks);
        }
        turns
    }

    /// Ends the gesture that is over and begins the one that is due; gives what began.
    pub(super) fn begins(&mut self, asks: bool, now: f32) -> Option<Gesture> {
        let over = |done: &Performed| now >= done.began + done.gesture.seconds();
        if self.showing.gesture.as_ref().is_some_and(over) {
            self.showing.gesture = None;
            self.free_from = now + REST;
        }
        let (gesture, at) = self.meant.filter(|(_, at)| *at <= now)?;
        if now - at > LATE {
            self.meant = None;
            return None;
        }
        if self.showing.gesture.is_some() || now < self.free_from {
            return None;
        }
        self.meant = None;
        let strength = self.shows(self.showing.mood, asks).max(0.45);
        self.showing.gesture = Some(Performed { gesture, began: now, strength });
        Some(gesture)
    }

    /// Looks back at who looks here, unless they are busy.
    pub(super) fn looks_back(&mut self, at: usize, now: f32) {
        let look = Performed { gesture: Gesture::Look(at), began: now, strength: 0.8 };
        self.showing.gesture.get_or_insert(look);
    }

    /// How much of a mood they show.
    fn shows(&self, mood: Mood, asks: bool) -> f32 {
        let approves = matches!(mood, Mood::Interested | Mood::Impressed);
        let manner = match (self.manner, approves) {
            _ if mood == Mood::Attentive => 1.0,
            (Manner::Warm, true) | (Manner::Tough, false) => 1.0,
            (Manner::Neutral, _) => 0.7,
            (Manner::Warm, false) => 0.55,
            (Manner::Tough, true) => 0.45,
        };
        if asks { manner } else { manner * 0.75 }
    }
}
