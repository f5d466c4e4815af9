//! Acts with amounts that are already arrays.

use crate::coverage::batch::columns::ActColumns;
use crate::coverage::facts::act::CARE_DATE;
use crate::coverage::facts::amounts::{AMOUNTS, BENEFICIARY, CHARGED, FIELDS, MEMBERSHIP_START, SIDE, STAY_ID, TOOTH};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::diagnostics::sentences as say;
use crate::ground::value::pointer::Path;

/// Acts in columns, and their amounts.
///
/// ```text
/// amount          euros in units of 1/10,000; a rate: per cent in units of 1/10,000; a quantity: in units of 1/10,000
/// left out        i64::MIN
/// date            days since 1970-01-01; i32::MIN left out
/// side            0 or 1 left out, 2 left, 3 right
/// tooth           its FDI number; 0 left out
/// unit            acts of one number are counted together, as `reimburse_many` does; 0: an act alone, as in `reimburse`
/// beneficiary     a number for each person of a unit; 0: whoever the unit is; left out where there is no unit, too
/// stay            a number for each stay; 0 left out
/// ```
/// A column may be empty: what it says is left out of every act. Care types and what was charged must be there.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::exhaustive_structs, reason = "what is asked is written out")]
pub struct PricedColumns<'c> {
    /// Care types and facts.
    pub acts: ActColumns<'c>,
    /// What the professional charged.
    pub charged: &'c [i64],
    /// The base of reimbursement of the Sécu.
    pub brss: &'c [i64],
    /// The Sécu part before the contributions.
    pub secu_reimbursement: &'c [i64],
    /// The Sécu part after them.
    pub secu_paid: &'c [i64],
    /// Taken off the Sécu part.
    pub flat_contribution: &'c [i64],
    /// The same, for medicine.
    pub franchise: &'c [i64],
    /// Sessions, days, boxes…
    pub quantity: &'c [i64],
    /// The regulated price of a device.
    pub plv: &'c [i64],
    /// The regulated price of dental work.
    pub hlf: &'c [i64],
    /// The monthly ceiling of the Sécu.
    pub pmss: &'c [i64],
    /// The base that the Sécu would have if it reimbursed the act.
    pub reconstituted_brss: &'c [i64],
    /// The part of the base that the Sécu reimburses.
    pub secu_rate_percent: &'c [i64],
    /// The same in the care pathway.
    pub pathway_rate_percent: &'c [i64],
    /// The days of the care.
    pub care_date: &'c [i32],
    /// The days on which memberships began.
    pub membership_start: &'c [i32],
    /// Of the eye or the ear.
    pub side: &'c [u8],
    /// The teeth.
    pub tooth: &'c [u8],
    /// Who is counted together.
    pub unit: &'c [u32],
    /// Who receives the care.
    pub beneficiary: &'c [u32],
    /// The stays.
    pub stay_id: &'c [u32],
}

impl<'c> PricedColumns<'c> {
    /// Columns of amounts alone, in this order: `charged`, `brss`, `secu_rate_percent`, `pathway_rate_percent`, `secu_reimbursement`,
    /// `secu_paid`, `flat_contribution`, `franchise`, `quantity`, `plv`, `hlf`, `pmss`, `reconstituted_brss`.
    #[must_use]
    pub fn of_amounts(amounts: [&'c [i64]; AMOUNTS]) -> Self {
        let [
            charged,
            brss,
            secu_rate_percent,
            pathway_rate_percent,
            secu_reimbursement,
            secu_paid,
            flat_contribution,
            franchise,
            quantity,
            plv,
            hlf,
            pmss,
            reconstituted_brss,
        ] = amounts;
        PricedColumns {
            charged,
            brss,
            secu_rate_percent,
            pathway_rate_percent,
            secu_reimbursement,
            secu_paid,
            flat_contribution,
            franchise,
            quantity,
            plv,
            hlf,
            pmss,
            reconstituted_brss,
            ..PricedColumns::default()
        }
    }

    /// The columns of amounts, in the order of the table of amounts, which is that of [`PricedColumns::of_amounts`].
    pub(crate) fn amounts(&self) -> [&'c [i64]; AMOUNTS] {
        [
            self.charged,
            self.brss,
            self.secu_rate_percent,
            self.pathway_rate_percent,
            self.secu_reimbursement,
            self.secu_paid,
            self.flat_contribution,
            self.franchise,
            self.quantity,
            self.plv,
            self.hlf,
            self.pmss,
            self.reconstituted_brss,
        ]
    }

    /// The same with their names.
    pub(crate) fn named_amounts(&self) -> impl Iterator<Item = (&'static str, &'c [i64])> {
        FIELDS.into_iter().zip(self.amounts()).map(|((name, _), column)| (name, column))
    }

    /// # Errors
    /// `wrong_type` for a column that is neither empty nor as long as that of the care types; `missing_field` without what was charged.
    pub(crate) fn check_lengths(&self) -> Result<(), Error> {
        let mut problems = Problems::default();
        self.acts.check_lengths(&mut problems);
        let amounts = self.named_amounts().map(|(name, column)| (name, column.len()));
        let others = [
            (CARE_DATE, self.care_date.len()),
            (MEMBERSHIP_START, self.membership_start.len()),
            (SIDE, self.side.len()),
            (TOOTH, self.tooth.len()),
            ("unit", self.unit.len()),
            (BENEFICIARY, self.beneficiary.len()),
            (STAY_ID, self.stay_id.len()),
        ];
        for (name, length) in amounts.chain(others) {
            self.acts.check_length(&mut problems, name, length);
        }
        if self.charged.is_empty() && !self.acts.care_type.is_empty() {
            problems.report(Code::MissingField, &Path::Root, say::missing_field(CHARGED));
        }
        problems.finish(Some(())).map(|((), _)| ())
    }
}
