//! Which of a question's model answers an answer comes closest to, and what of the answer counts beside it.

use crate::interview::{
    scoring::{
        Story,
        closeness::{
            self, Comparison,
            reference::{Model, Reference},
            targets::Target,
        },
        numbers::Numbers,
        relevance::{
            echo,
            substance::{self, Substance},
        },
    },
    text::Text,
};

/// The alternative reference that the answer comes closest to, with what was read on the way.
pub(super) fn closest(
    answer: &Text,
    reference: &Reference,
    targets: &[Vec<Target>],
    means: Comparison,
    story: Story,
) -> (usize, Substance, closeness::Alignment) {
    let everything = vec![true; answer.sentences().len()];
    // What is told of a story of one's own is not compared.
    let claims = |model: &Model| means.meaning.is_some() && model.is_told() && story == Story::This;
    let read = |of: usize, counted: &[bool], reads_claims: bool| {
        let means = Comparison { reads_claims, ..means };
        closeness::read(answer, &reference.models()[of], &targets[of], counted, means)
    };
    // One of several model answers is picked at a first look, which does without claims.
    let of = reference.models().len();
    let looks = (0..of).filter(|_| of > 1).map(|of| (of, read(of, &everything, false).closeness));
    let best = looks.reduce(|best, look| if look.1 > best.1 { look } else { best });
    let best = best.map_or(0, |(of, _)| of);
    let model = &reference.models()[best];
    let looked = read(best, &everything, claims(model));
    let says_so = Numbers::shipped().relevance.substance.aligned;
    let says_a_point: Vec<bool> = (0..answer.sentences().len())
        .map(|s| {
            // Idle talk has nothing of its own on which a key point could rest.
            let rests = looked.is_rested_on(s) && substance::has_its_own(answer.words_of(s));
            looked.aligned[s] >= says_so || rests
        })
        .collect();
    // A model answer has words of its question too: what says a key point in them is no echo.
    let senses = means.meaning.map(|(_, senses)| senses);
    let mut echoes = echo::read(answer, reference.read_question(), senses);
    for (echoes, says_a_point) in echoes.iter_mut().zip(&says_a_point) {
        *echoes &= story == Story::Own || !says_a_point;
    }
    let substance = substance::read(answer, &says_a_point, &echoes);
    let points = &Numbers::shipped().comparing.points;
    // A short reference is said in short sentences, which carry too little to count elsewhere.
    let counted: Vec<bool> = if model.answer.words().len() < points.short_model {
        substance.repeats.iter().map(|repeated| !repeated).collect()
    } else {
        substance.counted.clone()
    };
    let reading = if counted == everything { looked } else { read(best, &counted, claims(model)) };
    (best, substance, reading)
}

#[cfg(all(test, feature = "meaning"))]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, assessment::Coverage, closeness::reference::Reference, criteria::trial,
    };

    #[test]
    fn a_key_point_told_in_everyday_words_is_heard() {
        let model = "One of my engineers was missing deadlines and his work was getting worse. I scheduled a 1:1 and opened by asking \
                     how he was doing. We agreed that he would take two weeks off. After a month he was back to full speed.";
        let answer = "There was a chap on my team who kept turning his work in late, and what he did turn in was getting worse. \
                      So I booked half an hour, just him and me, and the first thing I said was, how are you doing? He took a \
                      fortnight off, and a month later he was back at it.";
        let question = "Tell me about a time you had to give hard feedback.";
        let reference = Reference::from_texts(question, &[model.to_owned()]);
        let scorer = Scorer::new(vec![reference]).with(trial::engine());
        let found = scorer.assess(0, answer, Story::This).expect("it is short enough");
        let told: Vec<Coverage> = found.key_points.iter().map(|point| point.coverage).collect();
        assert!(told.iter().all(|coverage| *coverage == Coverage::Hit), "{told:?}");
    }
}
