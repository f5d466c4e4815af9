//! What does a check of a dispense answer? Every check, what the system would say, the decision.
//!
//! ```text
//! rejected       a check with a status failed
//! indeterminate  else, if one with a status is unknown
//! accepted       else
//! ```
//! DECISION: a qualification is accepted whatever the marks of its programs. Case: dispense_qualify/unknown-mark-2022

use serde::Serialize;

use crate::dispense::checks::medication::{self, DISCOUNT_AMOUNT};
use crate::dispense::contract::{self, ContractSelection};
use crate::dispense::discount::Limits;
use crate::dispense::flow::{self, Judged, Outcome};
use crate::dispense::known::Known;
use crate::dispense::missing::Places;
use crate::dispense::question::{Question, place};
use crate::dispense::ruleset::{Each, Operation, Says};
use crate::dispense::snapshot::Snapshot;
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
pub struct DispenseCheck {
    /// Its id, as in `docs/dispense.md`.
    pub id: &'static str,
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
    pub because: Vec<String>,
}

/// What the system would answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FirstFailure {
    /// The check that fails first.
    pub id: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The message, verbatim.
    pub message: String,
    /// The JSONPath in the error body.
    pub entry: Option<String>,
    /// Whether no unknown check stands before it.
    pub certain: bool,
}

/// The mark of one program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgramMark {
    /// Its id.
    pub program_id: String,
    /// Whether it may be used.
    pub status: ProgramStatus,
    /// The message of the first check that says no.
    pub rejection_reason: Option<String>,
}

/// The discount of one detail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DispenseAmount {
    /// The detail's `discount_amount`.
    pub pointer: String,
    /// Reimbursement × quantity ÷ package, rounded half-even to 6 decimals: for display only.
    pub allowed_amount: String,
    /// As given, without trailing zeros.
    pub discount_amount: String,
    /// Whether it is allowed, within what the ruleset tolerates.
    pub allowed: bool,
}

/// The check that a detail's medication is one of the program.
const PARTICIPANT: &str = "medication_participant";

/// What came of a dispense or a qualification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DispenseReport {
    /// The answer in one word.
    pub decision: DispenseDecision,
    /// The ruleset's name.
    pub ruleset: &'static str,
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
    let judged = flow::judge(&question);
    Ok(DispenseReport {
        decision: decision(&judged),
        ruleset: question.snapshot.ruleset.name,
        first_failure: first_failure(&judged),
        programs: programs(&question, &judged),
        contract: contracts(&question),
        amounts: amounts(&question, &judged),
        checks: judged.iter().map(|judged| line(&question, judged)).listed(),
    })
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
        let message = self.says()?.message;
        let filled = failure.with.as_deref().zip(message.split_once('<')).and_then(|(with, (before, rest))| {
            let (_, after) = rest.split_once('>')?;
            Some(format!("{before}{with}{after}"))
        });
        Some(filled.unwrap_or_else(|| message.to_owned()))
    }

    fn entry(&self) -> Option<String> {
        let entry = self.says().map(|says| says.entry).filter(|entry| !entry.is_empty())?;
        let filled = self
            .position
            .zip(entry.split_once('['))
            .map(|(position, (before, rest))| format!("{before}[{position}{}", rest.strip_prefix('i').unwrap_or(rest)));
        Some(filled.unwrap_or_else(|| entry.to_owned()))
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
                Outcome::Skipped(because) if mark.status == ProgramStatus::Valid && !because.starts_with('/') => {
                    mark.status = ProgramStatus::Unknown;
                }
                _ => {}
            }
        }
        marks.push(mark);
    }
    marks
}

fn contracts(question: &Question<'_>) -> Option<ContractSelection> {
    let [program] = question.programs.as_deref().ok()? else { return None };
    let is_create = question.snapshot.operation == Operation::CreateDispense;
    let is_given = matches!(program.id, Known::Value(_));
    // A section that is null has no contracts to speak of.
    let has_section = matches!(question.root().get(place::CONTRACTS.name()), Known::Value(_));
    let rows = question.root().rows(&place::CONTRACTS).ok().filter(|_| is_create && is_given && has_section)?;
    Some(contract::select(rows, &question.about_contracts(program)))
}

/// DECISION: what is not compared is not computed. Case: dispense_2022/published-medication-inactive
///
/// Those of the details that are judged: their medication is one of the program.
fn amounts(question: &Question<'_>, judged: &[Judged<'_>]) -> Vec<DispenseAmount> {
    let (Ok(details), Ok([program]), Ok(limits)) =
        (&question.details, question.programs.as_deref(), Limits::of(question))
    else {
        return Vec::new();
    };
    let amount = |detail| {
        let figures = medication::figures(question, detail, program).ok()?;
        Some(DispenseAmount {
            pointer: detail.place(DISCOUNT_AMOUNT),
            allowed_amount: figures.allowed_amount(),
            discount_amount: figures.discount.to_string(),
            allowed: figures.are_within(limits),
        })
    };
    let is_participant = |position: usize| {
        judged.iter().any(|judged| {
            judged.check.id == PARTICIPANT
                && judged.position == Some(position)
                && matches!(judged.outcome, Outcome::Passed)
        })
    };
    let participants = details.iter().enumerate().filter(|(position, _)| is_participant(*position));
    participants.filter_map(|(_, detail)| amount(detail)).listed()
}

fn line(question: &Question<'_>, judged: &Judged<'_>) -> DispenseCheck {
    let detail = judged.position.filter(|_| judged.check.each == Each::Detail);
    let program = judged.position.filter(|_| judged.check.each == Each::Program);
    let program = program.and_then(|position| question.programs.as_ref().ok()?.get(position));
    let has_failed = matches!(judged.outcome, Outcome::Failed(_));
    let (outcome, pointer, because) = match &judged.outcome {
        Outcome::Passed => (CheckOutcome::Passed, None, Vec::new()),
        Outcome::Failed(failure) => {
            (CheckOutcome::Failed, Some(failure.pointer.clone()).filter(|pointer| !pointer.is_empty()), Vec::new())
        }
        Outcome::Skipped(because) => (CheckOutcome::Skipped, None, vec![because.clone()]),
        Outcome::Unknown(missing) => (CheckOutcome::Unknown, None, missing.pointers()),
    };
    DispenseCheck {
        id: judged.check.id,
        outcome,
        status: judged.status().filter(|_| has_failed),
        message: judged.message(),
        pointer: pointer.or_else(|| detail.map(|position| place::DETAILS.item(position).pointer())),
        entry: judged.entry().filter(|_| has_failed),
        program_id: program
            .and_then(|program| if let Known::Value(id) = program.id { Some(id.to_owned()) } else { None }),
        because,
    }
}
