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

use crate::dispense::answer::{Answer, Because};
use crate::dispense::check::{Ask, Check, Each, Findings, Judged, Need, Outcome, Ruleset};
use crate::dispense::check_id::DispenseCheckId;
use crate::dispense::fields::{DIVISION_ID, MEDICAL_PROGRAM_SETTINGS};
use crate::dispense::known::{Known, Truth};
use crate::dispense::lookup::Found;
use crate::dispense::missing::Missing;
use crate::dispense::place::{self, Place};
use crate::dispense::question::{Program, Question};
use crate::ground::kleene::Waits;

/// Asks every check of a ruleset for this operation, in its order; and what they found out.
pub(crate) fn judge<'j>(question: &Question<'j>, ruleset: &'static Ruleset) -> (Vec<Judged<'j>>, Findings<'j>) {
    let none = Program::none();
    let programs = question.programs.as_deref().unwrap_or_default();
    let details = question.details.as_deref().unwrap_or_default();
    // On create, every check may ask for the one program.
    let only = if let [only] = programs { only } else { &none };
    let findings = Findings::new(question, ruleset, only);
    let checks = ruleset.checks(question.snapshot.operation);
    let mut judged: Vec<Judged<'j>> = Vec::with_capacity(checks.len());
    for check in checks {
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
                findings: &findings,
                program: if check.each == Each::Program { programs.get(index).unwrap_or(&none) } else { only },
                detail: if check.each == Each::Detail { details.get(index) } else { None },
                judged: &judged,
            };
            let outcome = ask.outcome(check, position);
            judged.push(Judged { check, position, outcome });
        }
    }
    (judged, findings)
}

/// Whether what a check needs is so.
enum Gate<'j> {
    Open,
    Closed(Because),
    Unknown(Missing<'j>),
}

impl<'j> Gate<'j> {
    /// Open where something holds; else closed because of something.
    #[inline(never)]
    fn of(truth: Truth<'j>, because: Place) -> Self {
        match truth {
            Truth::Yes => Gate::Open,
            Truth::No => Gate::Closed(Because::Place(because)),
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
                    missing = missing.both(more);
                    // Behind a switch that may be off, what is switched counts, too; behind what may not be there, nothing.
                    waits = !matches!(need, Need::On(_) | Need::Unless(_));
                }
            }
        }
        if waits {
            return Outcome::Unknown(missing);
        }
        match (check.test)(self) {
            Answer::Unknown(more) => Outcome::Unknown(missing.both(more)),
            Answer::Skipped(because) => Outcome::Skipped(because),
            _ if !missing.is_none() => Outcome::Unknown(missing),
            Answer::Holds => Outcome::Passed,
            Answer::Fails(failure) => Outcome::Failed(failure),
        }
    }

    fn gate(&self, need: &Need, position: Option<usize>) -> Gate<'j> {
        let question = self.question;
        match need {
            Need::Program => Gate::of(!self.program.id.is_null(), self.program.at),
            Need::Division => Gate::of(!question.reference(DIVISION_ID).is_null(), question.reference_at(DIVISION_ID)),
            Need::On(name) => {
                let is_on = match question.root().object(&place::CONFIG) {
                    Known::Value(config) => config.flag(name).is(|on| on),
                    Known::Null => Truth::No,
                    Known::Absent(missing) => Truth::Unknown(missing),
                };
                Gate::of(is_on, Place::of(&place::CONFIG).field(name))
            }
            Need::Unless(name) => match (self.settings_gate(), &self.program.found) {
                (Gate::Open, Found::Yes(program)) => {
                    Gate::of(!self.setting(name), program.at.part(MEDICAL_PROGRAM_SETTINGS).field(name))
                }
                (gate, _) => gate,
            },
            Need::Settings => self.settings_gate(),
            Need::PassedForProgram(_) if matches!(self.program.id, Known::Null) => Gate::Open,
            Need::Passed(id) | Need::PassedForProgram(id) => self.passed(*id, position),
            Need::DivisionFound(id) => match &question.division {
                Found::No => Gate::Closed(Because::Failed(*id)),
                Found::Unknown(missing) => Gate::Unknown(*missing),
                Found::Yes(_) | Found::NotGiven => Gate::Open,
            },
        }
    }

    /// Whether the program whose settings are read was found; without program no setting is on.
    fn settings_gate(&self) -> Gate<'j> {
        match &self.program.found {
            Found::No => Gate::Closed(Because::Failed(DispenseCheckId::ProgramExists)),
            Found::Unknown(missing) => Gate::Unknown(*missing),
            Found::Yes(_) | Found::NotGiven => Gate::Open,
        }
    }

    /// Whether a check before this one passed: for the same detail or program, or once for all.
    fn passed(&self, id: DispenseCheckId, position: Option<usize>) -> Gate<'j> {
        let of_same = |judged: &&Judged<'j>| {
            judged.check.id == id && (judged.position == position || judged.check.each == Each::Once)
        };
        match self.judged.iter().rev().find(of_same).map(|judged| &judged.outcome) {
            // INVARIANT: every need names a check that comes before (a test).
            None | Some(Outcome::Passed) => Gate::Open,
            Some(Outcome::Failed(_)) => Gate::Closed(Because::Failed(id)),
            Some(Outcome::Skipped(because)) => Gate::Closed(*because),
            Some(Outcome::Unknown(missing)) => Gate::Unknown(*missing),
        }
    }
}
