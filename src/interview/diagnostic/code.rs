//! What kinds of faults there are. A code keeps its name, so that whoever reads diagnostics by program can rely on it.

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    // Of any file.
    /// The file holds more than may be read.
    FileTooLarge,
    /// Nothing is in the file.
    EmptyFile,
    /// A text holds characters that nobody can see.
    ControlCharacters,
    /// There are more faults than are listed.
    MoreFaults,

    // Of a transcript's form.
    /// The file is a document of another kind.
    ForeignFormat,
    /// The file is no text.
    BinaryFile,
    /// Some bytes are not UTF-8.
    NotUtf8,
    /// The encoding is not UTF-8, and was guessed.
    EncodingGuessed,
    /// A document is damaged, and read as far as it goes.
    DocumentDamaged,
    /// The file is a scenario, which needs no reading.
    AlreadyAScenario,
    /// There are more lines than are read.
    TooManyLines,
    /// A line has more characters than a line may.
    LineTooLong,
    /// A question or a sentence of an answer has more characters than a scenario holds.
    PassageTooLong,
    /// The text has nothing of a transcript.
    NotATranscript,

    // Of a transcript's header.
    /// Text of the header is in no form that is read.
    HeaderTextUnused,
    /// A line of the header has a key that is not read.
    HeaderLineUnused,
    /// A key of the header has no value.
    HeaderValueMissing,
    /// A key of the header comes twice.
    HeaderLineTwice,
    /// What stands for a person is no name.
    NotAName,
    /// A name is longer than names are.
    NameTooLong,
    /// The candidate is not named.
    CandidateMissing,
    /// The candidate is not named; they were found in the turns.
    CandidateFromTurns,
    /// Several could be the candidate, or nobody.
    CandidateUnclear,
    /// Nobody is called as the candidate is said to be.
    CandidateUnknown,
    /// Somebody else than the candidate answers.
    CandidateUnderOtherName,
    /// The candidate is an interviewer too.
    CandidateOnPanel,
    /// Nobody is named who asks.
    InterviewersMissing,
    /// Nobody is named who asks; they were found in the turns.
    InterviewersFromTurns,
    /// An interviewer is named twice.
    InterviewerTwice,
    /// An interviewer never speaks.
    InterviewerSilent,
    /// There are more interviewers than seats.
    TooManyInterviewers,

    /// More interviewers speak than sit; one asks for another.
    SeatShared,
    /// Nobody is called as somebody is who is to be left out.
    EditWithoutPerson,

    // Of a transcript's labels.
    /// The file does not say who speaks.
    SpeakersMissing,
    /// The file does not say who speaks; questions and answers are read by turns.
    SpeakersAlternate,
    /// Some passages do not say who speaks.
    SpeakerMissing,
    /// A label could mean several people.
    SpeakerAmbiguous,
    /// A label resembles a person's and is read as text.
    SpeakerDoubtful,
    /// A label is a letter off a person's and is read as theirs.
    SpeakerMisspelt,
    /// A label may be a speaker's whom the header does not name.
    SpeakerPossible,
    /// A speaker asks whom the header does not name.
    SpeakerUnlisted,

    // Of a transcript's sections.
    /// A rule opens a section at the end of the file.
    RuleUnclosed,
    /// A rule opens no section.
    RuleWithoutSection,
    /// A title says nothing.
    TitleEmpty,
    /// A title has no rule below it.
    TitleUnclosed,
    /// A title has no rule above it.
    TitleUnopened,
    /// A rule has no title.
    TitleMissing,
    /// A title is longer than titles are.
    TitleTooLong,
    /// Two sections have the same title.
    TitleTwice,
    /// Turns stand in no section.
    TurnsOutsideSection,
    /// A section has no question.
    SectionWithoutQuestion,
    /// The file has no sections; they were drafted.
    SectionsDrafted,
    /// There are more sections than are read.
    TooManySections,

    // Of a transcript's turns.
    /// Nobody speaks.
    NothingSaid,
    /// Text stands before the first speaker.
    TextUnspoken,
    /// A turn has no words.
    TurnEmpty,
    /// A turn is read as a question although it asks nothing.
    QuestionDoubtful,
    /// A question follows another that is not answered yet.
    AskedBeforeAnswer,
    /// A question has no answer, and is asked for one's own story.
    AnswerMissing,
    /// A note of a list is not read.
    NoteLeftOut,
    /// More is said than a scenario holds.
    DraftTooLarge,
    /// It is not sure in which language the interview is.
    LanguageUnsure,
    /// An answer has no question.
    AnswerUnasked,
    /// A turn that asks nothing is left out.
    RemarkLeftOut,
    /// There are more questions than are read.
    TooManyQuestions,

    // Of the way a scenario is written.
    /// There is no such field.
    UnknownField,
    /// A field comes twice.
    FieldTwice,
    /// A field is left out that must be there.
    FieldMissing,
    /// A field has no value.
    ValueMissing,
    /// A value is of another kind than the field's.
    WrongValue,
    /// A word is none of those to choose among.
    UnknownChoice,
    /// A text has no straight quotes around it.
    TextUnquoted,
    /// A text has no closing quote.
    TextUnclosed,
    /// A quote inside a text ends it.
    QuoteInText,
    /// A backslash stands before something that it does not go with.
    UnknownEscape,
    /// A bracket is never closed.
    BracketUnclosed,
    /// A bracket closes nothing.
    BracketExtra,
    /// A bracket is of another kind than the value's.
    WrongBracket,
    /// There is no comma between two things.
    CommaMissing,
    /// A comma has nothing before it.
    CommaExtra,
    /// There is no colon between a field and its value.
    ColonMissing,
    /// A comment is never closed, or is written in another way.
    WrongComment,
    /// A blank is none that separates.
    WrongBlank,
    /// Something stands behind the end.
    TextBehindEnd,
    /// The text cannot be read on, for whatever reason.
    Unreadable,

    // Of what a scenario says.
    /// The form is of another version.
    UnknownVersion,
    /// A text is empty.
    TextEmpty,
    /// A text is longer than it may be.
    TextTooLong,
    /// A list has nothing in it.
    ListEmpty,
    /// A list has more in it than it may.
    ListTooLong,
    /// The language is no language tag.
    WrongLanguage,
    /// An id is written with more than small letters, digits and hyphens.
    WrongId,
    /// An id is taken twice.
    IdTwice,
    /// A panelist looks for a criterion that there is not.
    UnknownCriterion,
    /// A question is asked by nobody on the panel.
    UnknownAsker,
    /// A question that follows up opens its section.
    NothingToFollowUp,
    /// A key point is not said in the model answer.
    KeyPointNotSaid,
    /// There are too few cards, or too many.
    WrongCardCount,
    /// None or several of the cards are the strong one.
    WrongStrongCards,
    /// Two cards say the same.
    CardTwice,

    // Of what a program says.
    /// The program is for another scenario.
    OtherScenario,
    /// There is no such question.
    UnknownQuestion,
    /// A question has no twin of this kind.
    TwinNotOffered,
    /// Neither is an answer told nor does the room write one.
    NothingShown,

    // Of what examples say.
    /// A passage that a level rests on is not in the answer.
    PassageNotSaid,
}
