//! Answers judged line by line: JSON in, JSON out.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::interview::scoring::{
    Scorer, Story, closeness::reference::Reference, engine::Engine, judgement::record::AnswerRecord,
};

#[derive(Deserialize)]
struct BatchLine {
    question: String,
    references: Option<Vec<String>>,
    answer: String,
}

/// Against what the lines of a batch are judged.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Whose story is asked for.
    pub story: Story,
    /// The engine that judges.
    pub engine: Engine,
    /// A scenario whose questions a line may name.
    pub scene: Option<BatchScene>,
}

/// The questions of a scenario, with what judges their answers.
#[derive(Clone, Debug)]
pub struct BatchScene {
    /// Their ids, in order.
    pub ids: Vec<String>,
    /// What judges their answers.
    pub scorer: Scorer,
}

/// What came of a line.
pub struct JudgedLine {
    /// What the line called itself.
    pub id: Option<Value>,
    /// The judgement, or why there is none.
    pub record: Result<AnswerRecord, String>,
}

impl Batch {
    /// Judges the answer of one line `{"id", "question", "references": […], "answer"}`.
    ///
    /// Beside a scenario, a line without references is an answer to the question with these words or this id.
    pub fn judge(&self, line: &str) -> JudgedLine {
        let value: Value = match serde_json::from_str(line) {
            Ok(value) => value,
            Err(error) => return JudgedLine { id: None, record: Err(format!("no JSON: {error}")) },
        };
        let id = value.get("id").cloned();
        let record = serde_json::from_value(value)
            .map_err(|error| error.to_string())
            .and_then(|line: BatchLine| self.assess(&line));
        JudgedLine { record: record.map(|record| AnswerRecord { id: id.clone(), ..record }), id }
    }

    fn assess(&self, line: &BatchLine) -> Result<AnswerRecord, String> {
        // Beside a scenario an empty list is none.
        let given = line.references.as_deref().filter(|r| !r.is_empty() || self.scene.is_none());
        let judged = match (given, &self.scene) {
            (Some(references), _) => {
                let reference = Reference::from_texts(&line.question, references);
                let scorer = Scorer::new(vec![reference]).with(self.engine.clone());
                scorer.assess(0, &line.answer, self.story)
            }
            (None, None) => return Err("missing field `references`".to_owned()),
            (None, Some(BatchScene { ids, scorer })) => {
                let asked = (0..ids.len()).find(|index| {
                    let text = scorer.reference(*index).map(Reference::question);
                    ids[*index] == line.question || text == Some(&line.question)
                });
                let Some(index) = asked else {
                    return Err(format!("the scenario asks no question “{}”", line.question));
                };
                scorer.assess(index, &line.answer, self.story)
            }
        };
        let assessment = judged.map_err(|refused| refused.to_string())?;
        Ok(AnswerRecord::of(&assessment, &line.answer))
    }
}

impl JudgedLine {
    /// As a line of JSON, without its line break: the record, or `{"id"?, "line", "error"}`; `number` is the line's, from 1.
    pub fn to_json(&self, number: usize) -> String {
        match &self.record {
            Ok(record) => match serde_json::to_string(record) {
                Ok(line) => line,
                Err(error) => fault(self.id.clone(), number, &error.to_string()),
            },
            Err(error) => fault(self.id.clone(), number, error),
        }
    }
}

fn fault(id: Option<Value>, line: usize, error: &str) -> String {
    match id {
        Some(id) => json!({"id": id, "line": line, "error": error}).to_string(),
        None => json!({"line": line, "error": error}).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge_line(line: &str, number: usize, story: Story) -> (String, bool) {
        let batch = Batch { story, engine: Engine::by_words(), scene: None };
        let judged = batch.judge(line);
        (judged.to_json(number), judged.record.is_ok())
    }

    #[test]
    fn a_good_line_is_judged_under_its_id() {
        let line = r#"{"id":{"n":7},"question":"Why did the pump stop?","references":["The filter was blocked by sand."],"answer":"Sand blocked the filter."}"#;
        let (out, ok) = judge_line(line, 1, Story::This);
        let out: Value = serde_json::from_str(&out).unwrap();
        assert!(ok);
        assert_eq!(out["id"], json!({"n": 7}));
        assert!(out["closeness"].as_f64().unwrap() > 0.7, "{out}");
        assert!(out["level"].is_u64());
    }

    #[test]
    fn every_sentence_has_its_part() {
        let line = r#"{"id":1,"question":"","references":[],"answer":"Last year the pump kept failing. My job was to find out why. I took it apart and cleaned the filter. As a result, failures fell by 80%."}"#;
        let (out, _) = judge_line(line, 1, Story::Own);
        let out: Value = serde_json::from_str(&out).unwrap();
        let sentences = out["sentences"].as_array().unwrap();
        let roles: Vec<_> = sentences.iter().map(|s| s["role"].as_str().unwrap()).collect();
        assert_eq!(roles, ["Situation", "Task", "Action", "Result"]);
        assert_eq!(sentences[1]["span"], json!({"start": 33, "end": 60}));
        let sum: f64 = sentences[1]["probabilities"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_f64)
            .sum();
        assert!((sum - 1.0).abs() < 1e-3, "{sum}");
    }

    #[test]
    fn a_bad_line_says_where_and_why() {
        let (out, ok) = judge_line("{", 3, Story::This);
        assert!(!ok && out.contains("\"line\":3"), "{out}");
        let (out, ok) = judge_line(r#"{"id":"a","question":"q","answer":"I."}"#, 4, Story::Own);
        assert!(!ok && out.contains("\"id\":\"a\"") && out.contains("references"), "{out}");
    }

    #[test]
    fn another_language_has_no_level() {
        let line = r#"{"id":1,"question":"Why did the pump stop?","references":["The filter was blocked by sand."],"answer":"Der Filter war mit Sand verstopft, und wir haben ihn dann nach einer Stunde gereinigt."}"#;
        let (out, ok) = judge_line(line, 1, Story::This);
        let out: Value = serde_json::from_str(&out).unwrap();
        assert!(ok && out["level"].is_null() && out["unjudged"]["language"] == "de", "{out}");
    }

    #[test]
    fn half_a_character_is_no_json() {
        let line = r#"{"id":1,"question":"","references":[],"answer":"a \ud83d b"}"#;
        let (out, ok) = judge_line(line, 5, Story::This);
        assert!(!ok && out.contains("\"line\":5") && out.contains("no JSON"), "{out}");
    }

    #[test]
    fn references_may_be_none() {
        let (_, ok) =
            judge_line(r#"{"id":1,"question":"","references":[],"answer":""}"#, 1, Story::This);
        assert!(ok);
    }
}
