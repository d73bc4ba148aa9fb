//! Players who never sat down: what planning, massing and even spacing leave of the same practice on the day.
//!
//! A simulated player has so many questions, evenings and minutes. Whether an answer comes back is drawn with the
//! probability that the memory model gives it; its level, by how good the player is at that question, how often they told
//! it, and luck. The same answer of the same player has the same luck however practice was spaced.

use crate::interview::{
    chance::Chance,
    fingerprint::Fingerprint,
    practice::{
        day::Day,
        grade::Outing,
        plan::plan,
        question::{PanelDay, PracticeQuestion, QuestionKey, Sighting},
    },
    scoring::level::Level,
};

/// Whose answers to a question are this good, in tenths of a level, sees it well nearly whenever it comes back.
const ABLE: i32 = 36;
/// How often each player practises, with other luck.
const LUCKS: u64 = 8;

/// How an evening's questions are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spacing {
    /// As [`plan`] says.
    Planned,
    /// One after the other in rotation, the same number every evening.
    Even,
    /// All answers to a question in a row, on the last evenings.
    Massed,
}

/// What one player would remember on the day, in thousandths, on the mean of all questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Simulated {
    /// How many questions there were.
    pub questions: usize,
    /// How many evenings.
    pub evenings: usize,
    /// How many answers were given, the same in all three.
    pub answers: usize,
    /// After planned practice.
    pub planned: u32,
    /// After the same number of answers, evenly spaced.
    pub even: u32,
    /// After the same number of answers, massed.
    pub massed: u32,
    /// The most minutes that an evening of the plan took beyond those asked for; never any.
    pub over: u32,
    /// How many questions that the player is good at were seen well less than twice, beyond those that were said to be out
    /// of reach.
    pub missed: usize,
}

/// A player who does not exist.
#[derive(Debug)]
struct Player {
    chance: u64,
    /// For each question, how good an answer is that comes back, in tenths of a level.
    skills: Vec<i32>,
    evenings: i32,
    minutes: u32,
    seconds: u32,
}

impl Player {
    /// The player of a seed, who has the same questions, evenings and skills with any luck.
    fn new(seed: u64, luck: u64) -> Self {
        let mut chance = Chance::new(seed, 1);
        let mut draw = |from: i32, below: i32| {
            let range = usize::try_from(below - from).unwrap_or(1);
            from + i32::try_from(chance.below(range)).unwrap_or(0)
        };
        let questions = draw(4, 25);
        Self {
            chance: seed.wrapping_mul(LUCKS).wrapping_add(luck),
            evenings: draw(3, 46),
            minutes: u32::try_from(draw(8, 46)).unwrap_or(8),
            seconds: u32::try_from(draw(150, 361)).unwrap_or(240),
            skills: (0..questions).map(|_| draw(15, 50)).collect(),
        }
    }

    /// How the answer to a question goes, given what is remembered of it.
    fn answer(&self, question: usize, nth: usize, recall: u32) -> Level {
        let purpose = u64::try_from(question * 1_000 + nth).unwrap_or(0) + 2;
        let mut chance = Chance::new(self.chance, purpose);
        let comes_back = nth == 0 || chance.below(1000) < recall as usize;
        let luck = i32::try_from(chance.below(15)).unwrap_or(0) - 7;
        let told = i32::try_from(nth.min(6)).unwrap_or(0) * 2;
        let tenths = self.skills[question] + told + luck;
        let level = if comes_back { (tenths + 5) / 10 } else { (tenths - 15) / 10 };
        Level::new(u8::try_from(level.max(1).min(5)).unwrap_or(1))
    }

    fn questions(&self) -> Vec<PracticeQuestion> {
        let panel = Some(PanelDay { day: Day::new(self.evenings), since: Day::new(0) });
        (0..self.skills.len())
            .map(|number| {
                let id = format!("q{number}");
                let fingerprint = Fingerprint::of_words(&id);
                let key = QuestionKey { scenario: "simulated".to_owned(), fingerprint };
                // What a question takes is known from the beginning, so that all spacings cost the same.
                PracticeQuestion::new(key, &id, &id, panel, &[]).taking(self.seconds)
            })
            .collect()
    }

    /// Practises to the day; gives the questions, how many answers each evening had, and how many were said to be out of
    /// reach on the first.
    fn practise(&self, spacing: Spacing, answers: usize) -> Practised {
        let mut questions = self.questions();
        let mut given = vec![0; questions.len()];
        let mut evenings = Vec::new();
        let mut out_of_reach = 0;
        for evening in 0..self.evenings {
            let today = Day::new(evening);
            let chosen: Vec<usize> = match spacing {
                Spacing::Planned => {
                    let planned = plan(&questions, today, self.minutes);
                    out_of_reach = out_of_reach.max(planned.out_of_reach);
                    planned.picks.iter().map(|pick| pick.question).collect()
                }
                Spacing::Even => {
                    let until = |evening: i32| {
                        answers * usize::try_from(evening).unwrap_or(0) / self.evenings as usize
                    };
                    let turns = until(evening)..until(evening + 1);
                    turns.map(|turn| turn % questions.len()).collect()
                }
                Spacing::Massed => self.massed(answers, evening),
            };
            evenings.push(chosen.len());
            for question in chosen {
                let recall = questions[question].memory().recall(today);
                let level = self.answer(question, given[question], recall);
                given[question] += 1;
                let outing = Outing { level: Some(level), own: None, helped: false };
                questions[question].see(&Sighting { day: today, outing, seconds: None });
            }
        }
        Practised { questions, evenings, out_of_reach }
    }

    /// The answers of an evening that ends a row as long as the minutes make it.
    fn massed(&self, answers: usize, evening: i32) -> Vec<usize> {
        let an_evening = (self.minutes * 60 / self.seconds) as usize;
        let behind = usize::try_from(self.evenings - 1 - evening).unwrap_or(0) * an_evening;
        let end = answers.saturating_sub(behind);
        let turns = end.saturating_sub(an_evening)..end;
        let count = self.skills.len();
        turns.map(|turn| turn * count / answers.max(1)).collect()
    }
}

/// What came of practice.
struct Practised {
    questions: Vec<PracticeQuestion>,
    evenings: Vec<usize>,
    out_of_reach: usize,
}

impl Practised {
    fn recall(&self, day: Day) -> u32 {
        let all: u32 = self.questions.iter().map(|question| question.memory().recall(day)).sum();
        all / u32::try_from(self.questions.len()).unwrap_or(1).max(1)
    }

    fn answers(&self) -> usize {
        self.evenings.iter().sum()
    }
}

/// Lets a player practise in three ways, each time with so much luck that none of them had more of it.
pub fn simulate(seed: u64) -> Simulated {
    let all: Vec<_> = (0..LUCKS).map(|luck| with_luck(&Player::new(seed, luck))).collect();
    let mean = |of: fn(&Simulated) -> u32| {
        let sum: u32 = all.iter().map(of).sum();
        (f64::from(sum) / f64::from(u32::try_from(all.len()).unwrap_or(1))).round() as u32
    };
    Simulated {
        planned: mean(|one| one.planned),
        even: mean(|one| one.even),
        massed: mean(|one| one.massed),
        answers: mean(|one| u32::try_from(one.answers).unwrap_or(0)) as usize,
        over: all.iter().map(|one| one.over).max().unwrap_or(0),
        missed: all.iter().map(|one| one.missed).max().unwrap_or(0),
        ..all[0]
    }
}

fn with_luck(player: &Player) -> Simulated {
    let day = Day::new(player.evenings);
    let planned = player.practise(Spacing::Planned, 0);
    let answers = planned.answers();
    let longest = planned.evenings.iter().max().copied().unwrap_or(0);
    let longest = u32::try_from(longest).unwrap_or(u32::MAX).saturating_mul(player.seconds);
    let [even, massed] = [Spacing::Even, Spacing::Massed].map(|spacing| {
        let practised = player.practise(spacing, answers);
        debug_assert_eq!(practised.answers(), answers);
        practised.recall(day)
    });
    let able = planned.questions.iter().zip(&player.skills).filter(|(_, skill)| **skill >= ABLE);
    let lacking = able.filter(|(question, _)| question.wanted() > 0).count();
    Simulated {
        questions: player.skills.len(),
        evenings: planned.evenings.len(),
        answers,
        planned: planned.recall(day),
        even,
        massed,
        over: longest.saturating_sub(player.minutes * 60).div_ceil(60),
        missed: lacking.saturating_sub(planned.out_of_reach),
    }
}
