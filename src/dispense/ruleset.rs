//! What is a ruleset? Data: the checks of each operation in the system's order, with what the system answers.
//!
//! A third ruleset is one more table in `rulesets/` and one more entry of [`ALL`]; nothing of the flow knows any of them.

use crate::dispense::answer::Answer;
use crate::dispense::flow::Ask;
use crate::dispense::rulesets::{code_2019, page_2022};

/// Every ruleset.
pub(crate) static ALL: [&Ruleset; 2] = [&page_2022::RULESET, &code_2019::RULESET];

/// One generation of the system's rules.
pub(crate) struct Ruleset {
    pub(crate) name: &'static str,
    /// `D·P <= R·Q + tolerance·P`
    pub(crate) tolerance: Parameter,
    /// `D·P >= (1 − deviation)·R·Q`
    pub(crate) deviation: Parameter,
    pub(crate) create_dispense: &'static [Check],
    pub(crate) qualify: &'static [Check],
}

/// A number of the amount rule, in millionths.
#[derive(Clone, Copy)]
pub(crate) enum Parameter {
    Fixed(i128),
    /// Of this name in `config`, or where it is absent this one.
    Config(&'static str, i128),
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    CreateDispense,
    Qualify,
}

impl Operation {
    pub(crate) const ALL: [Operation; 2] = [Operation::CreateDispense, Operation::Qualify];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Operation::CreateDispense => "create_dispense",
            Operation::Qualify => "qualify",
        }
    }
}

impl Ruleset {
    pub(crate) fn checks(&self, operation: Operation) -> &'static [Check] {
        match operation {
            Operation::CreateDispense => self.create_dispense,
            Operation::Qualify => self.qualify,
        }
    }
}

/// A row of a ruleset's table.
pub(crate) struct Check {
    pub(crate) id: &'static str,
    pub(crate) each: Each,
    /// What must be so for the check to be asked at all, the first that counts first.
    pub(crate) needs: &'static [Need],
    pub(crate) test: for<'j> fn(&Ask<'_, 'j>) -> Answer<'j>,
    /// What the system answers when it fails; which one, the predicate says.
    pub(crate) says: &'static [Says],
}

/// How often a check is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Each {
    Once,
    Detail,
    Program,
}

/// What a check needs.
pub(crate) enum Need {
    /// A medical program is given.
    Program,
    /// A division is given.
    Division,
    /// This name in `config` is `true`.
    On(&'static str),
    /// This setting of the program is not `true`. The program whose settings are read was found.
    Unless(&'static str),
    /// The program, where one is given, was found: the predicate reads its settings.
    Settings,
    /// This check passed: for the same detail, or the same program.
    Passed(&'static str),
    /// The same, where a program is given.
    PassedForProgram(&'static str),
    /// The division was found; this check says if not.
    DivisionFound(&'static str),
}

/// What the system answers.
pub(crate) struct Says {
    /// None: it only marks a program INVALID.
    pub(crate) status: Option<u16>,
    /// `<…>` stands for what the predicate says.
    pub(crate) message: &'static str,
    /// The JSONPath of the error body, or empty; `[i]` stands for the position.
    pub(crate) entry: &'static str,
}

pub(crate) const fn once(
    id: &'static str,
    test: for<'j> fn(&Ask<'_, 'j>) -> Answer<'j>,
    needs: &'static [Need],
    says: &'static [Says],
) -> Check {
    Check { id, each: Each::Once, needs, test, says }
}

pub(crate) const fn per_detail(
    id: &'static str,
    test: for<'j> fn(&Ask<'_, 'j>) -> Answer<'j>,
    needs: &'static [Need],
    says: &'static [Says],
) -> Check {
    Check { id, each: Each::Detail, needs, test, says }
}

pub(crate) const fn per_program(
    id: &'static str,
    test: for<'j> fn(&Ask<'_, 'j>) -> Answer<'j>,
    needs: &'static [Need],
    says: &'static [Says],
) -> Check {
    Check { id, each: Each::Program, needs, test, says }
}

/// An answer with an entry in its body.
pub(crate) const fn at(status: u16, message: &'static str, entry: &'static str) -> Says {
    Says { status: Some(status), message, entry }
}

/// An answer without.
pub(crate) const fn answer(status: u16, message: &'static str) -> Says {
    Says { status: Some(status), message, entry: "" }
}

/// The mark INVALID of a program, and its reason.
pub(crate) const fn invalid(message: &'static str) -> Says {
    Says { status: None, message, entry: "" }
}
