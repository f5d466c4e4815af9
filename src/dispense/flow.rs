//! In which order are the checks asked, and what comes of each?
//!
//! ```text
//! skipped  something it needs is certainly not so      unknown  whether it is needed, or what it reads, is not known
//! failed   the snapshot shows it                       passed   otherwise
//! ```
//! DECISION: of several reasons to skip a check, the first of its needs is named.
//! Case: dispense_2022_settings/provision-verify-off-no-division
//! DECISION: a list that is absent has one line of each of its checks. Case: dispense_unknown_fields/no-details-2022
//!
//! Every check is judged, whatever came of those before it. Nothing here knows any ruleset.

use crate::dispense::answer::{Answer, Failure};
use crate::dispense::entity::Entity;
use crate::dispense::known::{Known, Truth};
use crate::dispense::missing::Missing;
use crate::dispense::question::{DIVISION_ID, Found, MEDICAL_PROGRAM_ID, Program, Question, place};
use crate::dispense::ruleset::{Check, Each, Need};
use crate::ground::value::pointer::Path;

const SETTINGS: &str = "medical_program_settings";

/// What a predicate is asked about.
pub(crate) struct Ask<'q, 'j> {
    pub(crate) question: &'q Question<'j>,
    pub(crate) program: &'q Program<'j>,
    pub(crate) detail: Option<Entity<'static, 'j>>,
    /// The checks before this one.
    pub(crate) judged: &'q [Judged<'j>],
}

/// A check that was asked.
pub(crate) struct Judged<'j> {
    pub(crate) check: &'static Check,
    /// The position of the detail or the program, where it is asked of each.
    pub(crate) position: Option<usize>,
    pub(crate) outcome: Outcome<'j>,
}

/// What came of a check.
pub(crate) enum Outcome<'j> {
    Passed,
    Failed(Failure),
    /// The id of a check that failed, or a pointer.
    Skipped(String),
    Unknown(Missing<'j>),
}

/// Asks every check of the ruleset for this operation, in its order.
pub(crate) fn judge<'j>(question: &Question<'j>) -> Vec<Judged<'j>> {
    let mut judged: Vec<Judged<'j>> = Vec::new();
    let none = Program { id: Known::Null, holder: place::DISPENSE, field: MEDICAL_PROGRAM_ID, found: Found::NotGiven };
    let programs = question.programs.as_deref().unwrap_or_default();
    let details = question.details.as_deref().unwrap_or_default();
    // On create, every check may ask for the one program.
    let only = if let [only] = programs { only } else { &none };
    for check in question.snapshot.ruleset.checks(question.snapshot.operation) {
        let list = match check.each {
            Each::Once => Ok(None),
            Each::Detail => question.details.as_ref().map(|details| Some(details.len())),
            Each::Program => question.programs.as_ref().map(|programs| Some(programs.len())),
        };
        let count = match list {
            Ok(count) => count,
            Err(missing) => {
                judged.push(Judged { check, position: None, outcome: Outcome::Unknown(*missing) });
                continue;
            }
        };
        for index in 0..count.unwrap_or(1) {
            let position = count.map(|_| index);
            let ask = Ask {
                question,
                program: if check.each == Each::Program { programs.get(index).unwrap_or(&none) } else { only },
                detail: if check.each == Each::Detail { details.get(index).copied() } else { None },
                judged: &judged,
            };
            let outcome = ask.outcome(check, position);
            judged.push(Judged { check, position, outcome });
        }
    }
    judged
}

/// Whether what a check needs is so.
enum Gate<'j> {
    Open,
    Closed(String),
    Unknown(Missing<'j>),
}

impl<'j> Gate<'j> {
    /// Open where something holds; else closed because of something.
    #[inline(never)]
    fn of(truth: Truth<'j>, because: &Path<'_>) -> Self {
        match truth {
            Truth::Yes => Gate::Open,
            Truth::No => Gate::Closed(because.pointer()),
            Truth::Unknown(missing) => Gate::Unknown(missing),
        }
    }
}

impl<'j> Ask<'_, 'j> {
    fn outcome(&self, check: &Check, position: Option<usize>) -> Outcome<'j> {
        let mut missing = self.question.none();
        let mut waits = false;
        for need in check.needs {
            match self.gate(need, position) {
                Gate::Open => {}
                Gate::Closed(because) => return Outcome::Skipped(because),
                Gate::Unknown(_) if waits => {}
                Gate::Unknown(more) => {
                    missing = missing.and(more);
                    // Behind a switch that may be off, what is switched counts, too; behind what may not be there, nothing.
                    waits = !matches!(need, Need::On(_) | Need::Unless(_));
                }
            }
        }
        if waits {
            return Outcome::Unknown(missing);
        }
        match (check.test)(self) {
            Answer::Unknown(more) => Outcome::Unknown(missing.and(more)),
            Answer::Skipped(because) => Outcome::Skipped(because),
            _ if !missing.is_none() => Outcome::Unknown(missing),
            Answer::Holds => Outcome::Passed,
            Answer::Fails(failure) => Outcome::Failed(failure),
        }
    }

    fn gate(&self, need: &Need, position: Option<usize>) -> Gate<'j> {
        let question = self.question;
        match need {
            Need::Program => Gate::of(is_given(self.program.id), &self.program.at()),
            Need::Division => {
                let id = question.reference(DIVISION_ID);
                Gate::of(is_given(id), &question.reference_at(DIVISION_ID))
            }
            Need::On(name) => {
                let is_on = match question.root().object(place::CONFIG) {
                    Known::Value(config) => config.flag(name).is(|on| on),
                    Known::Null => Truth::No,
                    Known::Absent(missing) => Truth::Unknown(missing),
                };
                Gate::of(is_on, &place::CONFIG.field(name))
            }
            Need::Unless(name) => match self.settings_gate() {
                Gate::Open => match self.program.found {
                    Found::Yes(program) => {
                        let settings = program.at.field(SETTINGS);
                        Gate::of(!self.setting(name), &settings.field(name))
                    }
                    _ => Gate::Open,
                },
                gate => gate,
            },
            Need::Settings => self.settings_gate(),
            Need::PassedForProgram(_) if matches!(self.program.id, Known::Null) => Gate::Open,
            Need::Passed(id) | Need::PassedForProgram(id) => self.passed(id, position),
            Need::DivisionFound(id) => match &question.division {
                Found::No => Gate::Closed((*id).to_owned()),
                Found::Unknown(missing) => Gate::Unknown(*missing),
                Found::Yes(_) | Found::NotGiven => Gate::Open,
            },
        }
    }

    /// Whether the program whose settings are read was found; without program no setting is on.
    fn settings_gate(&self) -> Gate<'j> {
        match &self.program.found {
            Found::No => Gate::Closed("program_exists".to_owned()),
            Found::Unknown(missing) => Gate::Unknown(*missing),
            Found::Yes(_) | Found::NotGiven => Gate::Open,
        }
    }

    /// Whether a setting of the program is on; one that is absent or null in its settings is off.
    pub(crate) fn setting(&self, name: &str) -> Truth<'j> {
        let Found::Yes(program) = &self.program.found else { return Truth::No };
        match program.object(program.at.field(SETTINGS)) {
            Known::Absent(missing) => Truth::Unknown(missing),
            Known::Null => Truth::No,
            Known::Value(settings) => settings.flag(name).or_none().is(|on| on),
        }
    }

    /// Whether a check before this one passed: for the same detail or program, or once for all.
    fn passed(&self, id: &'static str, position: Option<usize>) -> Gate<'j> {
        let of_same = |judged: &&Judged| {
            judged.check.id == id && (judged.position == position || judged.check.each == Each::Once)
        };
        match self.judged.iter().rev().find(of_same).map(|judged| &judged.outcome) {
            // INVARIANT: every need names a check that stands before (a test).
            None | Some(Outcome::Passed) => Gate::Open,
            Some(Outcome::Failed(_)) => Gate::Closed(id.to_owned()),
            Some(Outcome::Skipped(because)) => Gate::Closed(because.clone()),
            Some(Outcome::Unknown(missing)) => Gate::Unknown(*missing),
        }
    }
}

fn is_given<'j>(reference: Known<'j, &str>) -> Truth<'j> {
    !reference.is_null()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::panic)]
mod tests {
    use crate::dispense::ruleset::{self, Each, Need, Operation};

    /// Every need names a check that stands before it and is asked of the same things.
    #[test]
    fn needs_stand_before() {
        for ruleset in ruleset::ALL {
            for operation in Operation::ALL {
                let checks = ruleset.checks(operation);
                for (index, check) in checks.iter().enumerate() {
                    for need in check.needs {
                        let (Need::Passed(id) | Need::PassedForProgram(id) | Need::DivisionFound(id)) = need else {
                            continue;
                        };
                        let earlier = checks[..index].iter().find(|earlier| earlier.id == *id);
                        let earlier = earlier.unwrap_or_else(|| panic!("{}: {} needs {id}", ruleset.name, check.id));
                        assert!(earlier.each == Each::Once || earlier.each == check.each, "{}", check.id);
                    }
                }
            }
        }
    }

    /// The source's messages have a letter or two of another alphabet; ours are typed by hand.
    #[test]
    fn messages_are_ascii() {
        for ruleset in ruleset::ALL {
            for says in
                Operation::ALL.iter().flat_map(|operation| ruleset.checks(*operation)).flat_map(|check| check.says)
            {
                assert!(says.message.is_ascii() && says.entry.is_ascii(), "{}", says.message);
            }
        }
    }
}
