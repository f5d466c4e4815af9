//! What is a check? Data: a row of a ruleset's table, with what it needs and what the system answers, and a predicate.

use std::cell::{OnceCell, RefCell};

use crate::dispense::answer::{Answer, Because, Failure};
use crate::dispense::check_id::DispenseCheckId;
use crate::dispense::contract::{self, Candidate, ContractQuestion};
use crate::dispense::discount::{DispenseAmount, Limits, Parameter};
use crate::dispense::fields::{CLIENT_ID, DIVISION_ID, MEDICAL_PROGRAM_SETTINGS};
use crate::dispense::known::{Known, Truth};
use crate::dispense::lookup::Found;
use crate::dispense::missing::Missing;
use crate::dispense::place;
use crate::dispense::question::{Detail, Possible, Program, Question};
use crate::dispense::snapshot::Operation;

/// One generation of the system's rules.
pub(crate) struct Ruleset {
    /// `D·P <= R·Q + tolerance·P`
    pub(crate) tolerance: Parameter,
    /// `D·P >= (1 − deviation)·R·Q`
    pub(crate) deviation: Parameter,
    pub(crate) create_dispense: &'static [Check],
    pub(crate) qualify: &'static [Check],
}

impl Ruleset {
    /// The checks of an operation, in the system's order.
    pub(crate) fn checks(&self, operation: Operation) -> &'static [Check] {
        match operation {
            Operation::CreateDispense => self.create_dispense,
            Operation::Qualify => self.qualify,
        }
    }
}

/// A row of a ruleset's table.
pub(crate) struct Check {
    pub(crate) id: DispenseCheckId,
    pub(crate) each: Each,
    /// What must be so for the check to be asked at all, the first that counts first.
    pub(crate) needs: &'static [Need],
    pub(crate) test: Predicate,
    /// What the system answers when it fails; which one, the predicate says.
    pub(crate) says: &'static [Says],
}

/// What the snapshot shows.
pub(crate) type Predicate = for<'j> fn(&Ask<'_, 'j>) -> Answer<'j>;

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
    Passed(DispenseCheckId),
    /// The same, where a program is given.
    PassedForProgram(DispenseCheckId),
    /// The division was found; this check says if not.
    DivisionFound(DispenseCheckId),
}

/// What the system answers.
pub(crate) struct Says {
    /// None: it only marks a program INVALID.
    pub(crate) status: Option<u16>,
    pub(crate) message: Template,
    /// The JSONPath of the error body, filled with the position of what is asked about.
    pub(crate) entry: Option<Template>,
}

/// A text, or one with a gap.
pub(crate) struct Template {
    before: &'static str,
    /// The name of the gap, and what comes after it.
    gap: Option<(&'static str, &'static str)>,
}

impl Template {
    /// The text with the gap filled; the name of the gap, where there is nothing to fill it.
    pub(crate) fn filled(&self, with: Option<&str>) -> String {
        let mut text = self.before.to_owned();
        if let Some((name, after)) = self.gap {
            text.push_str(with.unwrap_or(name));
            text.push_str(after);
        }
        text
    }
}

/// A text as it is.
const fn plain(text: &'static str) -> Template {
    Template { before: text, gap: None }
}

pub(crate) const fn once(id: DispenseCheckId, test: Predicate, needs: &'static [Need], says: &'static [Says]) -> Check {
    Check { id, each: Each::Once, needs, test, says }
}

pub(crate) const fn per_detail(
    id: DispenseCheckId,
    test: Predicate,
    needs: &'static [Need],
    says: &'static [Says],
) -> Check {
    Check { id, each: Each::Detail, needs, test, says }
}

pub(crate) const fn per_program(
    id: DispenseCheckId,
    test: Predicate,
    needs: &'static [Need],
    says: &'static [Says],
) -> Check {
    Check { id, each: Each::Program, needs, test, says }
}

/// An answer with an entry in its body.
pub(crate) const fn at(status: u16, message: &'static str, entry: &'static str) -> Says {
    Says { status: Some(status), message: plain(message), entry: Some(plain(entry)) }
}

/// An answer with the entry of a detail or of a program: what comes before its position, and what comes after it.
pub(crate) const fn at_each(status: u16, message: &'static str, before: &'static str, after: &'static str) -> Says {
    let entry = Template { before, gap: Some(("i", after)) };
    Says { status: Some(status), message: plain(message), entry: Some(entry) }
}

/// An answer with an entry in its body, and with a gap at the end of its message.
pub(crate) const fn at_with(status: u16, before: &'static str, gap: &'static str, entry: &'static str) -> Says {
    let message = Template { before, gap: Some((gap, "")) };
    Says { status: Some(status), message, entry: Some(plain(entry)) }
}

/// An answer without an entry.
pub(crate) const fn answer(status: u16, message: &'static str) -> Says {
    Says { status: Some(status), message: plain(message), entry: None }
}

/// The mark INVALID of a program, and its reason.
pub(crate) const fn invalid(message: &'static str) -> Says {
    Says { status: None, message: plain(message), entry: None }
}

/// The mark INVALID of a program, and its reason with a gap.
pub(crate) const fn invalid_with(before: &'static str, gap: &'static str, after: &'static str) -> Says {
    Says { status: None, message: Template { before, gap: Some((gap, after)) }, entry: None }
}

/// What a predicate is asked about.
pub(crate) struct Ask<'q, 'j> {
    pub(crate) question: &'q Question<'j>,
    pub(crate) findings: &'q Findings<'j>,
    pub(crate) program: &'q Program<'j>,
    pub(crate) detail: Option<&'q Detail<'j>>,
    /// The checks before this one.
    pub(crate) judged: &'q [Judged<'j>],
}

impl<'j> Ask<'_, 'j> {
    /// Whether a setting of the program is on; one that is absent or null in its settings is off.
    pub(crate) fn setting(&self, name: &'static str) -> Truth<'j> {
        let Found::Yes(program) = &self.program.found else { return Truth::No };
        match program.part(MEDICAL_PROGRAM_SETTINGS) {
            Known::Absent(missing) => Truth::Unknown(missing),
            Known::Null => Truth::No,
            Known::Value(settings) => settings.flag(name).or_none().is(|on| on),
        }
    }
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
    Skipped(Because),
    Unknown(Missing<'j>),
}

/// What the checks of one question find out, each once: for other checks, and for the report.
pub(crate) struct Findings<'j> {
    pub(crate) limits: Result<Limits, Missing<'j>>,
    pub(crate) about_contracts: ContractQuestion<'j>,
    contracts: OnceCell<Result<Vec<Candidate<'j>>, Missing<'j>>>,
    /// The dispenses of the prescription.
    pub(crate) dispenses: OnceCell<Result<Vec<Possible<'j>>, Missing<'j>>>,
    /// The position of the prescribed ingredient among those that are dispensed for the same time.
    pub(crate) overlapping: OnceCell<Option<usize>>,
    /// The discounts that were compared, in the order of the details.
    pub(crate) amounts: RefCell<Vec<DispenseAmount>>,
}

impl<'j> Findings<'j> {
    /// Nothing yet of a question about this program.
    pub(crate) fn new(question: &Question<'j>, ruleset: &Ruleset, program: &Program<'j>) -> Self {
        Findings {
            limits: Limits::of(question, ruleset.tolerance, ruleset.deviation),
            about_contracts: ContractQuestion {
                today: question.snapshot.today,
                client_id: question.of_token(CLIENT_ID),
                division_id: question.reference(DIVISION_ID),
                medical_program_id: program.id,
            },
            contracts: OnceCell::new(),
            dispenses: OnceCell::new(),
            overlapping: OnceCell::new(),
            amounts: RefCell::default(),
        }
    }

    /// Every contract, with its conditions.
    pub(crate) fn contracts(&self, question: &Question<'j>) -> Result<&[Candidate<'j>], Missing<'j>> {
        let found = self.contracts.get_or_init(|| {
            let rows = question.root().rows(&place::CONTRACTS);
            rows.map(|rows| contract::candidates(rows, &self.about_contracts))
        });
        found.as_deref().map_err(|missing| *missing)
    }
}
