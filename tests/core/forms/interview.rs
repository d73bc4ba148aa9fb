//! The interviews that are written in every form: names and words that are easily taken for something else.

/// A question and its answer.
pub struct Asked {
    /// Who asks.
    pub by: &'static str,
    /// What is asked.
    pub question: &'static str,
    /// What is answered; paragraphs are lines.
    pub answer: &'static str,
}

/// An interview.
pub struct Interview {
    /// Who answers.
    pub candidate: &'static str,
    /// Who asks, in the order in which they speak.
    pub panel: &'static [&'static str],
    /// What is asked and answered.
    pub asked: &'static [Asked],
}

/// The interviews.
pub const INTERVIEWS: &[Interview] = &[
    Interview {
        candidate: "Mairéad Quinn",
        panel: &["Ines van der Berg", "Kofi Mensah", "O'Neill-Díaz"],
        asked: &[
            Asked {
                by: "Ines van der Berg",
                question: "Tell me about a time you changed your mind about a plan that was yours.",
                answer: "Last spring I was sure that the archive needed a second reading room. I had the drawings made and a price for it.\nThen I sat at the desk for three days: half of the seats stayed empty. Result: I dropped the plan, and we saved 80,000 euros.",
            },
            Asked {
                by: "Kofi Mensah",
                question: "What did the director say to that?",
                answer: "Director: no comment at first, as she put it herself. A week later she signed - and asked me to do the same for the map room.",
            },
            Asked {
                by: "O'Neill-Díaz",
                question: "Describe a conflict with a colleague, please.",
                answer: "Our binder and I disagreed about glue. Should we wait for the lab? I thought so, and he did not.\nI asked him to show me on a spare volume. It took 2 hours; he was right about the paste, and I was right about the wait at 10:30.",
            },
            Asked {
                by: "Ines van der Berg",
                question: "How do you plan a week in which everything is late?",
                answer: "I write down what waits for somebody else first. Monday: the loans. Tuesday: whatever the loans have moved. In a year nothing was late for more than 2 days.",
            },
        ],
    },
    Interview {
        candidate: "Tomas Berg",
        panel: &["Marta Lindqvist", "Dev Sharma"],
        asked: &[
            Asked {
                by: "Marta Lindqvist",
                question: "Walk me through the largest project you were responsible for.",
                answer: "In 2023 I moved a parcel hub of 22 people to another hall in one weekend. I drew up the plan with the three drivers' firms and tried it on a dry night.\nWe lost no parcel, and the lines ran at 6 on Monday.",
            },
            Asked {
                by: "Dev Sharma",
                question: "And what would you do differently?",
                answer: "I would tell the night team a month earlier. They found out from a poster, and I had to apologise to each of them.",
            },
            Asked {
                by: "Marta Lindqvist",
                question: "Why do you want this job?",
                answer: "Because I like halls in which things move, and because you have three of them. I want to make the second one as quick as the first.",
            },
        ],
    },
];
