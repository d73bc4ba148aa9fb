//! How a judgement is written out: what is made of the rest is written as well, for whoever reads it elsewhere.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::interview::scoring::assessment::{Finding, RoleReading, round};

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut finding = serializer.serialize_struct("Finding", 7)?;
        finding.serialize_field("criterion", &self.criterion)?;
        finding.serialize_field("score", &self.score.map(round))?;
        finding.serialize_field("sentence", &self.sentence)?;
        finding.serialize_field("tone", &self.tone)?;
        finding.serialize_field("evidence", &self.evidence)?;
        finding.serialize_field("cap", &self.cap)?;
        finding.serialize_field("asked", &self.is_asked())?;
        finding.end()
    }
}

impl Serialize for RoleReading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut reading = serializer.serialize_struct("RoleReading", 3)?;
        reading.serialize_field("span", &self.span)?;
        reading.serialize_field("role", &self.role())?;
        reading.serialize_field("probabilities", &self.probabilities.map(round))?;
        reading.end()
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{Story, assessment::Assessment, criteria::trial};

    #[track_caller]
    fn check_comes_back(answer: &str, story: Story) {
        let assessment = trial::scorer().assess(0, answer, story).expect("it is short enough");
        let written = serde_json::to_string(&assessment).expect("it can be written");
        let read: Assessment = serde_json::from_str(&written).expect("it can be read");
        assert_eq!(serde_json::to_string(&read).ok(), Some(written));
        // Numbers are written to four decimals; nothing else is lost.
        let near = |a: f32, b: f32| (a - b).abs() < 1e-4;
        assert!(near(read.closeness, assessment.closeness) && near(read.star, assessment.star));
        let rounded = Assessment { closeness: read.closeness, star: read.star, ..assessment };
        assert_eq!(rounded.level, read.level);
        assert_eq!(rounded.judged_by, read.judged_by);
        assert_eq!(rounded.next_step, read.next_step);
        assert_eq!(rounded.strengths, read.strengths);
        assert_eq!(rounded.unjudged, read.unjudged);
        let evidence = |of: &Assessment| -> Vec<_> {
            of.findings.iter().map(|f| (f.criterion, f.cap, f.evidence.clone())).collect()
        };
        assert_eq!(evidence(&rounded), evidence(&read));
    }

    #[test]
    fn a_judgement_that_was_written_can_be_read_back() {
        let told = trial::MODEL.map(|(_, sentence)| sentence).join(" ");
        for story in [Story::This, Story::Own] {
            check_comes_back(&told, story);
            check_comes_back("", story);
            check_comes_back("I think we did it. We did it well, basically.", story);
            check_comes_back("Wir haben das dann mit der ganzen Abteilung so gemacht.", story);
        }
    }

    #[test]
    fn what_names_no_criterion_is_no_judgement() {
        let assessment = trial::scorer().assess(0, "I did it.", Story::This).expect("short enough");
        let written = serde_json::to_string(&assessment).expect("it can be written");
        let charmed = written.replacen("\"criterion\":\"action\"", "\"criterion\":\"charm\"", 1);
        assert_ne!(charmed, written);
        let refused = serde_json::from_str::<Assessment>(&charmed).expect_err("no criterion");
        assert!(refused.to_string().contains("there is no criterion `charm`"), "{refused}");
    }
}
