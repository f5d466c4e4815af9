//! Why can a question about amounts not be decided, and how much work may it be?

use crate::ground::exact::fraction::TooPrecise;

/// Why it is not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Undecided {
    TooManyCases,
    TooPrecise,
    MissingPmss,
    /// There are points, but no reimbursement near them shows it to the cent.
    LessThanRounding,
}

impl From<TooPrecise> for Undecided {
    fn from(_: TooPrecise) -> Self {
        Undecided::TooPrecise
    }
}

/// So many systems are decided for one question.
const MAX_OF_QUESTION: usize = 4_096;
/// So many are decided for one answer.
const MAX_OF_ANSWER: usize = 1_000_000;

/// How many systems may still be decided.
#[derive(Debug)]
pub(crate) struct Budget {
    of_answer: usize,
    of_question: usize,
}

impl Budget {
    /// That of an answer.
    pub(crate) fn new() -> Self {
        Budget { of_answer: MAX_OF_ANSWER, of_question: MAX_OF_QUESTION }
    }

    /// Begins another question: a box, a state, a quantity.
    pub(crate) fn next_question(&mut self) {
        self.of_question = MAX_OF_QUESTION;
    }

    /// # Errors
    /// Where no system is left.
    pub(crate) fn take(&mut self) -> Result<(), Undecided> {
        self.of_answer = self.of_answer.checked_sub(1).ok_or(Undecided::TooManyCases)?;
        self.of_question = self.of_question.checked_sub(1).ok_or(Undecided::TooManyCases)?;
        Ok(())
    }
}
