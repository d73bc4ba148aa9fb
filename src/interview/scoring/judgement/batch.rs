//! Answers judged line by line, without a scenario: JSON in, JSON out.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::interview::{
    scoring::{
        Scorer, Story,
        assessment::{Finding, Level, RoleReading, Unjudged, round},
        closeness::reference::Reference,
        engine::Engine,
    },
    text::Span,
};

#[derive(Deserialize)]
struct BatchLine {
    #[serde(default)]
    id: Value,
    question: String,
    references: Vec<String>,
    answer: String,
}

#[derive(Serialize)]
struct Judged<'a> {
    id: Value,
    closeness: f64,
    star: f64,
    /// Nothing where the answer could not be judged.
    level: Option<u8>,
    findings: Vec<Value>,
    /// What each sentence does.
    sentences: &'a [RoleReading],
    #[serde(skip_serializing_if = "Option::is_none")]
    next_step: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unjudged: Option<&'a Unjudged>,
}

/// Judges the answer of one line `{"id","question","references":[…],"answer"}`; `number` is the line's, from 1.
///
/// Gives the line to write, without its line break, and whether the answer was judged: the level, the findings, and for
/// every sentence its place in bytes, its part in a story, and how likely each part is, in the order Situation, Task,
/// Action, Result. A line that cannot be judged gives
/// `{"id"?,"line","error"}`.
pub fn judge_line(line: &str, number: usize, story: Story, engine: &Engine) -> (String, bool) {
    let value: Value = match serde_json::from_str(line) {
        Ok(value) => value,
        Err(error) => return (fault(None, number, &format!("no JSON: {error}")), false),
    };
    let id = value.get("id").cloned();
    let read: BatchLine = match serde_json::from_value(value) {
        Ok(read) => read,
        Err(error) => return (fault(id, number, &error.to_string()), false),
    };
    let scorer = Scorer::new(vec![Reference::from_texts(&read.question, &read.references)])
        .with(engine.clone());
    match scorer.assess(0, &read.answer, story) {
        Ok(assessment) => {
            let judged = Judged {
                id: read.id,
                closeness: round(assessment.closeness),
                star: round(assessment.star),
                level: assessment.judged_level().map(Level::number),
                findings: assessment.findings.iter().map(|f| finding(f, &read.answer)).collect(),
                sentences: &assessment.sentences,
                next_step: assessment.next_step.as_ref().map(|step| step.sentence.as_str()),
                unjudged: assessment.unjudged.as_ref(),
            };
            match serde_json::to_string(&judged) {
                Ok(line) => (line, true),
                Err(error) => (fault(id, number, &error.to_string()), false),
            }
        }
        Err(refused) => (fault(id, number, &refused.to_string()), false),
    }
}

fn finding(finding: &Finding, answer: &str) -> Value {
    let quote = |span: Span| json!({"start": span.start, "end": span.end, "text": span.of(answer)});
    let evidence: Vec<Value> = finding.passages().map(quote).collect();
    json!({
        "criterion": finding.criterion,
        "score": finding.score.map(round),
        "asked": finding.is_asked(),
        "cap": finding.cap,
        "sentence": finding.sentence,
        "evidence": evidence,
    })
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

    #[test]
    fn a_good_line_is_judged_under_its_id() {
        let line = r#"{"id":{"n":7},"question":"Why did the pump stop?","references":["The filter was blocked by sand."],"answer":"Sand blocked the filter."}"#;
        let (out, ok) = judge_line(line, 1, Story::This, &Engine::by_words());
        let out: Value = serde_json::from_str(&out).unwrap();
        assert!(ok);
        assert_eq!(out["id"], json!({"n": 7}));
        assert!(out["closeness"].as_f64().unwrap() > 0.7, "{out}");
        assert!(out["level"].is_u64());
    }

    #[test]
    fn every_sentence_has_its_part() {
        let line = r#"{"id":1,"question":"","references":[],"answer":"Last year the pump kept failing. My job was to find out why. I took it apart and cleaned the filter. As a result, failures fell by 80%."}"#;
        let (out, _) = judge_line(line, 1, Story::Own, &Engine::by_words());
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
        let (out, ok) = judge_line("{", 3, Story::This, &Engine::by_words());
        assert!(!ok && out.contains("\"line\":3"), "{out}");
        let (out, ok) =
            judge_line(r#"{"id":"a","question":"q"}"#, 4, Story::Own, &Engine::by_words());
        assert!(!ok && out.contains("\"id\":\"a\"") && out.contains("references"), "{out}");
    }

    #[test]
    fn another_language_has_no_level() {
        let line = r#"{"id":1,"question":"Why did the pump stop?","references":["The filter was blocked by sand."],"answer":"Der Filter war mit Sand verstopft, und wir haben ihn dann nach einer Stunde gereinigt."}"#;
        let (out, ok) = judge_line(line, 1, Story::This, &Engine::by_words());
        let out: Value = serde_json::from_str(&out).unwrap();
        assert!(ok && out["level"].is_null() && out["unjudged"]["language"] == "de", "{out}");
    }

    #[test]
    fn half_a_character_is_no_json() {
        let line = r#"{"id":1,"question":"","references":[],"answer":"a \ud83d b"}"#;
        let (out, ok) = judge_line(line, 5, Story::This, &Engine::by_words());
        assert!(!ok && out.contains("\"line\":5") && out.contains("no JSON"), "{out}");
    }

    #[test]
    fn references_may_be_none() {
        let (_, ok) = judge_line(
            r#"{"id":1,"question":"","references":[],"answer":""}"#,
            1,
            Story::This,
            &Engine::by_words(),
        );
        assert!(ok);
    }
}
