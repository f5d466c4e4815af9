//! What does a check of a dispense answer? Every check, what the system would say, the decision.
//!
//! ```text
//! rejected       a check with a status failed
//! indeterminate  else, if one with a status is unknown
//! accepted       else
//! ```
//! DECISION: a qualification is accepted whatever the marks of its programs. Case: dispense_qualify/unknown-mark-2022

use serde::Serialize;

use crate::dispense::answer::Because;
use crate::dispense::check::{Each, Findings, Judged, Outcome, Says};
use crate::dispense::check_id::DispenseCheckId;
use crate::dispense::contract::ContractSelection;
use crate::dispense::discount::DispenseAmount;
use crate::dispense::fields::CONTRACTS;
use crate::dispense::flow;
use crate::dispense::known::Known;
use crate::dispense::missing::Places;
use crate::dispense::place::{self, Place};
use crate::dispense::question::Question;
use crate::dispense::reason::DispenseReason;
use crate::dispense::snapshot::{DispenseRuleset, Operation, Snapshot};
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;

/// The answer in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DispenseDecision {
    /// Every check that can reject passed, or was not asked.
    Accepted,
    /// Some check failed.
    Rejected,
    /// None failed, but some wait for what the snapshot lacks.
    Indeterminate,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckOutcome {
    /// It is so.
    Passed,
    /// The snapshot shows that it is not.
    Failed,
    /// It was not asked: switched off, without subject, or after a check that failed.
    Skipped,
    /// It waits for what the snapshot lacks.
    Unknown,
}

/// Whether a program may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ProgramStatus {
    /// It may.
    Valid,
    /// It may not.
    Invalid,
    /// The snapshot does not tell.
    Unknown,
}

/// One check, in the ruleset's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DispenseCheck {
    /// Its id, as in `docs/dispense.md`.
    pub id: DispenseCheckId,
    /// What came of it.
    pub outcome: CheckOutcome,
    /// The HTTP status of the system's answer to a failure; none where it only marks a program.
    pub status: Option<u16>,
    /// The system's own message; only of a failure.
    pub message: Option<String>,
    /// The value that decided; of a check per detail that did not fail, the detail.
    pub pointer: Option<String>,
    /// The JSONPath in the system's error body; only of a failure.
    pub entry: Option<String>,
    /// The program, of a check per program.
    pub program_id: Option<String>,
    /// Of an unknown check what is missing; of a skipped one the check or the setting that made it so.
    pub because: Vec<DispenseReason>,
}

/// What the system would answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FirstFailure {
    /// The check that fails first.
    pub id: DispenseCheckId,
    /// The HTTP status.
    pub status: u16,
    /// The message, verbatim.
    pub message: String,
    /// The JSONPath in the error body.
    pub entry: Option<String>,
    /// Whether no check before it is unknown.
    pub certain: bool,
}

/// The mark of one program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProgramMark {
    /// Its id.
    pub program_id: String,
    /// Whether it may be used.
    pub status: ProgramStatus,
    /// The message of the first check that says no.
    pub rejection_reason: Option<String>,
}

/// What came of a dispense or a qualification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DispenseReport {
    /// The answer in one word.
    pub decision: DispenseDecision,
    /// The ruleset that the snapshot names.
    pub ruleset: DispenseRuleset,
    /// What the system itself would answer.
    pub first_failure: Option<FirstFailure>,
    /// The programs of the request.
    pub programs: Vec<ProgramMark>,
    /// The contracts, on create with a program.
    pub contract: Option<ContractSelection>,
    /// The details that can be computed.
    pub amounts: Vec<DispenseAmount>,
    /// Every check, in the ruleset's order.
    pub checks: Vec<DispenseCheck>,
}

/// Would this dispense be accepted? Every check of the ruleset that the snapshot names, over its entities.
///
/// # Errors
/// A snapshot that cannot be read: shape problems, `unknown_ruleset`, `unknown_operation`, `invalid_date`, and those of
/// amounts. Sections and fields that are absent are no errors: what reads them is unknown.
///
/// # Examples
/// ```
/// use care_coverage::dispensing::DispenseDecision;
/// use care_coverage::{Json, check_dispense};
/// let snapshot: Json = serde_json::from_str(r#"{
///     "ruleset": "page-2022", "current_date": "2019-06-07", "token": { "client_id": "LE1" }, "legal_entities": [] }"#)?;
/// let report = check_dispense(&snapshot)?;
/// assert_eq!(report.decision, DispenseDecision::Rejected);
/// let failure = report.first_failure.expect("a failure");
/// assert_eq!((failure.status, failure.message.as_str()), (422, "Legal entity not found"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_dispense(snapshot: &Json) -> Result<DispenseReport, Error> {
    let places = Places::default();
    let question = Question::new(Snapshot::decode(snapshot, &places)?);
    let ruleset = question.snapshot.ruleset;
    let (judged, findings) = flow::judge(&question, ruleset.table());
    Ok(DispenseReport {
        decision: decision(&judged),
        ruleset,
        first_failure: first_failure(&judged),
        programs: programs(&question, &judged),
        contract: contracts(&question, &findings),
        checks: judged.iter().map(|judged| line(&question, judged)).listed(),
        amounts: findings.amounts.into_inner(),
    })
}

impl Because {
    fn reason(self) -> DispenseReason {
        match self {
            Because::Failed(id) => DispenseReason::Failed(id),
            Because::Place(place) => DispenseReason::Pointer(place.pointer()),
        }
    }
}

impl Judged<'_> {
    /// What the system answers; of a check that has not failed, its first answer.
    fn says(&self) -> Option<&'static Says> {
        let which = if let Outcome::Failed(failure) = &self.outcome { failure.which } else { 0 };
        self.check.says.get(which)
    }

    fn status(&self) -> Option<u16> {
        self.says().and_then(|says| says.status)
    }

    fn message(&self) -> Option<String> {
        let Outcome::Failed(failure) = &self.outcome else { return None };
        Some(self.says()?.message.filled(failure.with.as_deref()))
    }

    /// The entry of a failure.
    fn entry(&self) -> Option<String> {
        let Outcome::Failed(_) = &self.outcome else { return None };
        let position = self.position.map(|position| position.to_string());
        Some(self.says()?.entry.as_ref()?.filled(position.as_deref()))
    }
}

fn decision(judged: &[Judged<'_>]) -> DispenseDecision {
    let mut decision = DispenseDecision::Accepted;
    for judged in judged.iter().filter(|judged| judged.status().is_some()) {
        match judged.outcome {
            Outcome::Failed(_) => return DispenseDecision::Rejected,
            Outcome::Unknown(_) => decision = DispenseDecision::Indeterminate,
            Outcome::Passed | Outcome::Skipped(_) => {}
        }
    }
    decision
}

fn first_failure(judged: &[Judged<'_>]) -> Option<FirstFailure> {
    let fails = |judged: &Judged<'_>| matches!(judged.outcome, Outcome::Failed(_)) && judged.status().is_some();
    let position = judged.iter().position(fails)?;
    let (before, rest) = judged.split_at_checked(position)?;
    let first = rest.first()?;
    Some(FirstFailure {
        id: first.check.id,
        status: first.status()?,
        message: first.message()?,
        entry: first.entry(),
        certain: !before.iter().any(|judged| matches!(judged.outcome, Outcome::Unknown(_))),
    })
}

/// DECISION: a program that a qualification does not find is INVALID. Case: dispense_qualify/program-not-found-2022
///
/// The mark of each program of the request. One that some check could not be asked of, because another failed, is unknown.
fn programs(question: &Question<'_>, judged: &[Judged<'_>]) -> Vec<ProgramMark> {
    let mut marks = Vec::new();
    for (position, program) in question.programs.iter().flatten().enumerate() {
        let Known::Value(program_id) = program.id else { continue };
        let mut mark =
            ProgramMark { program_id: program_id.to_owned(), status: ProgramStatus::Valid, rejection_reason: None };
        let marking = |judged: &&Judged<'_>| judged.check.each == Each::Program && judged.position == Some(position);
        for judged in judged.iter().filter(marking) {
            match &judged.outcome {
                Outcome::Failed(_) if mark.status != ProgramStatus::Invalid => {
                    mark.status = ProgramStatus::Invalid;
                    mark.rejection_reason = judged.message();
                }
                Outcome::Unknown(_) if mark.status == ProgramStatus::Valid => mark.status = ProgramStatus::Unknown,
                Outcome::Skipped(Because::Failed(_)) if mark.status == ProgramStatus::Valid => {
                    mark.status = ProgramStatus::Unknown;
                }
                _ => {}
            }
        }
        marks.push(mark);
    }
    marks
}

/// The contracts, where a dispense names a program. A section that is null has no contracts to speak of.
fn contracts<'j>(question: &Question<'j>, findings: &Findings<'j>) -> Option<ContractSelection> {
    let is_create = question.snapshot.operation == Operation::CreateDispense;
    let is_given = matches!(findings.about_contracts.medical_program_id, Known::Value(_));
    let has_section = matches!(question.root().get(CONTRACTS), Known::Value(_));
    if !(is_create && is_given && has_section) {
        return None;
    }
    let candidates = findings.contracts(question).ok()?;
    Some(ContractSelection::of(candidates, &findings.about_contracts))
}

fn line(question: &Question<'_>, judged: &Judged<'_>) -> DispenseCheck {
    let detail = judged.position.filter(|_| judged.check.each == Each::Detail);
    let program = judged.position.filter(|_| judged.check.each == Each::Program);
    let program = program.and_then(|position| question.programs.as_ref().ok()?.get(position));
    let has_failed = matches!(judged.outcome, Outcome::Failed(_));
    let (outcome, pointer, because) = match &judged.outcome {
        Outcome::Passed => (CheckOutcome::Passed, None, Vec::new()),
        Outcome::Failed(failure) => (CheckOutcome::Failed, failure.place.map(Place::pointer), Vec::new()),
        Outcome::Skipped(because) => (CheckOutcome::Skipped, None, vec![because.reason()]),
        Outcome::Unknown(missing) => (CheckOutcome::Unknown, None, missing.reasons()),
    };
    DispenseCheck {
        id: judged.check.id,
        outcome,
        status: judged.status().filter(|_| has_failed),
        message: judged.message(),
        pointer: pointer.or_else(|| detail.map(|position| Place::of(&place::DETAILS).row(position).pointer())),
        entry: judged.entry(),
        program_id: program
            .and_then(|program| if let Known::Value(id) = program.id { Some(id.to_owned()) } else { None }),
        because,
    }
}
