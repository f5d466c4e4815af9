//! The amounts of a claim in columns.

/// The amount that every claim has.
pub(crate) const CHARGED: &str = "charged";

/// The names of all amounts, in the order of [`PricedColumns::of_amounts`](care_coverage::batch::PricedColumns::of_amounts).
pub(crate) const AMOUNTS: [&str; 13] = [
    CHARGED,
    "brss",
    "secu_rate_percent",
    "pathway_rate_percent",
    "secu_reimbursement",
    "secu_paid",
    "flat_contribution",
    "franchise",
    "quantity",
    "plv",
    "hlf",
    "pmss",
    "reconstituted_brss",
];
