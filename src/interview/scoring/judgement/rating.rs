//! Findings weighed into a level.

use crate::interview::scoring::{
    Story,
    assessment::{Finding, Level, Share},
    criterion_id::CriterionId,
    numbers::{LevelFit, LevelFits, Numbers, Rubric, StoryRubric},
};

/// The scores of an answer, to be weighed as they are or as they would be.
#[derive(Clone, Debug)]
pub struct Rating<'a> {
    fit: &'a LevelFit,
    rubric: &'static Rubric,
    story: &'static StoryRubric,
    /// What is asked for: criterion and score.
    scores: Vec<(CriterionId, f32)>,
    caps: Vec<Cap>,
}

/// A gate that fired.
#[derive(Clone, Copy, Debug)]
pub struct Cap {
    pub gate: CriterionId,
    /// The highest level that it allows.
    pub level: u8,
    /// What it leaves of the answer, from 0 to 1.
    left: f32,
}

impl Cap {
    fn of(finding: &Finding) -> Option<Self> {
        let level = finding.cap?;
        Some(Self { gate: finding.criterion, level, left: finding.score? })
    }
}

impl<'a> Rating<'a> {
    pub fn new(fits: &'a LevelFits, story: Story, findings: &[Finding]) -> Self {
        let rubric = &Numbers::shipped().rubric;
        Self {
            fit: fits.of(story),
            rubric,
            story: rubric.of(story),
            scores: findings.iter().filter_map(|f| Some((f.criterion, f.score?))).collect(),
            caps: findings.iter().filter_map(Cap::of).collect(),
        }
    }

    /// The same with another score for one criterion.
    pub fn with(mut self, criterion: CriterionId, score: f32) -> Self {
        for entry in self.scores.iter_mut().filter(|(id, _)| *id == criterion) {
            entry.1 = score;
        }
        self
    }

    /// The same without one gate.
    pub fn without_gate(mut self, gate: CriterionId) -> Self {
        self.caps.retain(|cap| cap.gate != gate);
        self
    }

    /// What a criterion weighs; nothing where it has no share in the level.
    pub fn weight(&self, criterion: CriterionId) -> f32 {
        self.fit.weight(criterion)
    }

    /// What a score of a criterion is worth, from 0 to 1.
    pub fn worth(&self, criterion: CriterionId, score: f32) -> f32 {
        self.fit.worth(criterion, score)
    }

    /// The score of a criterion; 0 where it is not asked for.
    pub fn score(&self, criterion: CriterionId) -> f32 {
        self.scores.iter().find(|(id, _)| *id == criterion).map_or(0.0, |(_, score)| *score)
    }

    /// What every criterion that is asked for and weighs something gives to the mean, the weightiest first.
    pub fn shares(&self) -> Vec<Share> {
        let weighed: Vec<_> = self
            .scores
            .iter()
            .map(|(id, score)| (*id, self.fit.worth(*id, *score), self.weight(*id)))
            .filter(|(_, _, weight)| *weight > 0.0)
            .collect();
        let all: f32 = weighed.iter().map(|(_, _, weight)| weight).sum();
        let mut shares: Vec<_> = weighed
            .into_iter()
            .map(|(criterion, worth, weight)| {
                let weight = weight / all;
                Share {
                    criterion,
                    weight,
                    gives: weight * worth,
                    could_give: weight * (1.0 - worth),
                }
            })
            .collect();
        shares.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.criterion.cmp(&b.criterion)));
        shares
    }

    /// The weighted mean of what is reached, from 0 to 1.
    pub fn mean(&self) -> f32 {
        self.mean_by(|id| self.weight(id), |id, score| self.fit.worth(id, score))
    }

    /// The place on the scale that the mean stands for, from 1 to 5, were some criteria to count double.
    pub fn leaning(&self, double: &[CriterionId]) -> f32 {
        let mean = self.mean_by(
            |id| self.weight(id) * if double.contains(&id) { 2.0 } else { 1.0 },
            |id, score| self.fit.worth(id, score),
        );
        self.bounded(self.fit.place(mean))
    }

    /// The level: that of the mean, or the lowest that a gate or how much is told allows. Only a gate that allows no more
    /// than a 1 says that there is no answer: without one it is a 2 at least.
    pub fn level(&self) -> Level {
        Level::nearest(self.bounded(self.fit.place(self.mean())))
    }

    /// The level that may be meant as well, where the mean lies near a border and no gate bounds it.
    pub fn perhaps(&self) -> Option<Level> {
        let level = self.level();
        let all_told = Numbers::shipped().judging.panel.all_told;
        if level == Level::HIGHEST && self.score(CriterionId::KEY_POINTS) >= all_told {
            return None;
        }
        let place = self.fit.place(self.mean());
        let from_middle = place - f32::from(level.number());
        let near_border = from_middle.abs() > 0.5 - self.fit.doubt && from_middle.abs() <= 0.5;
        let other = if from_middle > 0.0 { level.number() + 1 } else { level.number() - 1 };
        let open = self.caps.iter().all(|cap| cap.level > level.number());
        let told = self.highest();
        (near_border && open && (2..=told.number()).contains(&other)).then(|| Level::new(other))
    }

    /// The highest level whose anchor is true.
    fn highest(&self) -> Level {
        self.story.highest(|id| self.scores.iter().find(|(of, _)| *of == id).map(|(_, s)| *s)).0
    }

    fn bounded(&self, place: f32) -> f32 {
        let lowest = self.caps.iter().map(|cap| f32::from(cap.level)).fold(5.0, f32::min);
        let told = self.highest();
        let leans = Numbers::shipped().judging.panel.leans;
        place.max(lowest.min(2.0)).min(f32::from(told.number()) + leans).min(lowest)
    }

    /// How well the answer is built, from 0 to 1.
    pub fn star(&self) -> f32 {
        let weight = |id| self.rubric.star.get(&id).copied().unwrap_or(0.0);
        let star = self.mean_by(weight, |_, score| score);
        // What is no answer has no build: a gate leaves the share of the level it allows.
        let lowest = self.caps.iter().map(|cap| cap.level).min().unwrap_or(5);
        star.min(f32::from(lowest) / 5.0)
    }

    /// The closeness that the gates leave: as much as a gate leaves of the answer, or what the rubric leaves in any case.
    pub fn closeness(&self, closeness: f32) -> f32 {
        let bounds = self.caps.iter().filter_map(|cap| {
            let in_any_case = self.rubric.closeness_left.get(&cap.gate)?;
            Some(in_any_case.max(cap.left))
        });
        bounds.fold(closeness, f32::min)
    }

    /// Gates that fired.
    pub fn caps(&self) -> &[Cap] {
        &self.caps
    }

    fn mean_by(
        &self,
        weight: impl Fn(CriterionId) -> f32,
        worth: impl Fn(CriterionId, f32) -> f32,
    ) -> f32 {
        let mut sum = 0.0;
        let mut weights = 0.0;
        for (id, score) in &self.scores {
            let weight = weight(*id);
            sum += weight * worth(*id, *score);
            weights += weight;
        }
        if weights > 0.0 { sum / weights } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::criteria::trial;

    #[track_caller]
    fn check(answer: &str, story: Story) {
        let found = trial::assess(answer, story);
        let mean = Rating::new(&Numbers::shipped().levels, story, &found.findings).mean();
        let sum = |of: fn(&Share) -> f32| found.shares.iter().map(of).sum::<f32>();
        assert!((sum(|share| share.weight) - 1.0).abs() < 1e-4);
        assert!((sum(|share| share.gives) - mean).abs() < 1e-4);
        assert!((sum(|share| share.gives + share.could_give) - 1.0).abs() < 1e-4);
        assert!(found.shares.is_sorted_by(|a, b| a.weight >= b.weight));
    }

    #[test]
    fn what_the_shares_give_is_the_mean() {
        for story in [Story::This, Story::Own] {
            check(&trial::model_text(), story);
            check("I timed each step with a stopwatch and wrote a small script.", story);
            check("", story);
        }
    }
}
