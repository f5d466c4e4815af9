//! Claims in columns, with texts as they were written, row by row.

use crate::api::coverage::Coverage;
use crate::coverage::claim_rows::decided::{DecidedClaims, evaluate_claims};
use crate::coverage::claim_rows::in_order::{RefusedPiece, UnitsInOrder, reimburse_in_order};
use crate::coverage::claim_rows::paid::{PaidClaims, reimburse_claims};
use crate::coverage::claims::columns::{ClaimColumns, Names};
use crate::coverage::reimburse::options;
use crate::ground::diagnostics::diagnostic::Error;
use crate::ground::value::json::Json;

impl Coverage {
    /// Which guarantee covers each of many claims: the same as [`Coverage::guarantees_for`]. A row of `unreadable`, and one that contradicts
    /// itself, is `invalid_act`. Amounts are not looked at.
    ///
    /// # Errors
    /// `wrong_type` for columns of different lengths, `out_of_range` for a text that has no name.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{ActColumns, PricedColumns};
    /// use care_coverage::simulation::{ClaimColumns, Names};
    #[doc = include_str!("example.txt")]
    /// let acts = ActColumns { member_age: &[40, 12], ..ActColumns::default() };
    /// let claims = ClaimColumns {
    ///     acts: PricedColumns { acts, ..PricedColumns::default() },
    ///     care_type: Names { codes: &[2, 2], names: &["CROWN"] },
    ///     ..ClaimColumns::default()
    /// };
    /// assert_eq!(coverage.evaluate_claims(&claims)?.guarantees, [0, -1]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn evaluate_claims(&self, claims: &ClaimColumns<'_>) -> Result<DecidedClaims, Error> {
        evaluate_claims(&self.coded(), claims)
    }

    /// What the covering guarantee pays for each of many claims: the same as [`Coverage::reimburse`]; rows of one text of `unit`, in any
    /// order, are counted together, as [`Coverage::reimburse_many`] does, and a beneficiary that is left out is then the person. A row without
    /// a text of `unit` is alone. Weights are not looked at.
    ///
    /// `options` is `{ secuRounding?: "down" | "half_up" }`.
    ///
    /// # Errors
    /// `wrong_type` for columns of different lengths, `missing_field` without what was charged, `out_of_range` for a text that has no name;
    /// those of the options; the errors of a rule that should pay for a row, with pointers into the payload.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::{ActColumns, PricedColumns};
    /// use care_coverage::simulation::{ClaimColumns, Names};
    #[doc = include_str!("example.txt")]
    /// let acts = ActColumns { member_age: &[40, 12], ..ActColumns::default() };
    /// let (charged, brss, secu_rate_percent) = (&[5_390_000; 2], &[1_200_000; 2], &[600_000; 2]);
    /// let claims = ClaimColumns {
    ///     acts: PricedColumns { acts, charged, brss, secu_rate_percent, ..PricedColumns::default() },
    ///     care_type: Names { codes: &[2, 2], names: &["CROWN"] },
    ///     person: Names { codes: &[2, 3], names: &["P1", "P2"] },
    ///     ..ClaimColumns::default()
    /// };
    /// let paid = coverage.reimburse_claims(&claims, Some(&claims.person), None)?;
    /// assert_eq!(paid.columns.complementary, [2_280_000, 0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reimburse_claims(
        &self,
        claims: &ClaimColumns<'_>,
        unit: Option<&Names<'_>>,
        options: Option<&Json>,
    ) -> Result<PaidClaims, Error> {
        reimburse_claims(&self.coded(), claims, unit, options::of_columns(options)?.rounding)
    }

    /// The same for claims that come piece after piece and in order: unit after unit, by care date, rows without a date last. `known` is
    /// what is known of the pieces before, at first [`UnitsInOrder::default`]; it is of one coverage.
    ///
    /// # Errors
    /// [`RefusedPiece::NotInOrder`] for a unit that comes again after it ended, and for an earlier day; else those of
    /// [`Coverage::reimburse_claims`]. `known` is of no use then.
    ///
    /// # Examples
    /// ```
    /// use care_coverage::batch::PricedColumns;
    /// use care_coverage::simulation::{ClaimColumns, Names, RefusedPiece, UnitsInOrder};
    #[doc = include_str!("example.txt")]
    /// let acts = PricedColumns { charged: &[5_390_000], ..PricedColumns::default() };
    /// let piece = |person| ClaimColumns {
    ///     acts,
    ///     care_type: Names { codes: &[2], names: &["CROWN"] },
    ///     person: Names { codes: &[2], names: person },
    ///     ..ClaimColumns::default()
    /// };
    /// let mut known = UnitsInOrder::default();
    /// for person in [&["P1"], &["P1"], &["P2"]] {
    ///     let claims = piece(person);
    ///     coverage.reimburse_claims_in_order(&claims, &claims.person, None, &mut known).map_err(|_| "in order")?;
    /// }
    /// let claims = piece(&["P1"]);
    /// let refused = coverage.reimburse_claims_in_order(&claims, &claims.person, None, &mut known);
    /// assert!(matches!(refused, Err(RefusedPiece::NotInOrder(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reimburse_claims_in_order(
        &self,
        claims: &ClaimColumns<'_>,
        unit: &Names<'_>,
        options: Option<&Json>,
        known: &mut UnitsInOrder,
    ) -> Result<PaidClaims, RefusedPiece> {
        reimburse_in_order(&self.coded(), claims, unit, options::of_columns(options)?.rounding, known)
    }
}
