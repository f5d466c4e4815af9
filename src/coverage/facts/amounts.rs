//! What does an act say of money, and of what its limits are counted for? The fields, and what each may hold.
//!
//! An act may have them whatever it is asked. What they say together is asked by a reimbursement alone (`reimburse/amounts.rs`).
//!
//! DECISION: where nothing is reimbursed, each is read by itself, so that one act serves every question, and a slip is seen at the
//! first of them. Case: act_amounts/wrong-amount

use crate::coverage::facts::tooth;
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Object;
use crate::ground::exact::amount::{MONEY, PERCENT};
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const CHARGED: &str = "charged";
pub(crate) const BRSS: &str = "brss";
pub(crate) const RATE: &str = "secu_rate_percent";
pub(crate) const PATHWAY_RATE: &str = "pathway_rate_percent";
pub(crate) const REIMBURSEMENT: &str = "secu_reimbursement";
pub(crate) const PAID: &str = "secu_paid";
pub(crate) const FLAT: &str = "flat_contribution";
pub(crate) const FRANCHISE: &str = "franchise";
pub(crate) const QUANTITY: &str = "quantity";
pub(crate) const PLV: &str = "plv";
pub(crate) const HLF: &str = "hlf";
pub(crate) const PMSS: &str = "pmss";
pub(crate) const RECONSTITUTED: &str = "reconstituted_brss";
pub(crate) const BENEFICIARY: &str = "beneficiary";
pub(crate) const STAY_ID: &str = "stay_id";
pub(crate) const MEMBERSHIP_START: &str = "membership_start";
pub(crate) const SIDE: &str = "side";
pub(crate) const TOOTH: &str = "tooth";

/// What a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountKind {
    Money,
    Percent,
    Text,
    Date,
    Side,
    Tooth,
}

/// How many there are.
pub(crate) const COUNT: usize = 18;

/// How many of them are amounts: of money, in per cent, and the quantity. They come first.
pub(crate) const AMOUNTS: usize = 13;

/// All of them.
pub(crate) const FIELDS: [(&str, AmountKind); COUNT] = [
    (CHARGED, AmountKind::Money),
    (BRSS, AmountKind::Money),
    (RATE, AmountKind::Percent),
    (PATHWAY_RATE, AmountKind::Percent),
    (REIMBURSEMENT, AmountKind::Money),
    (PAID, AmountKind::Money),
    (FLAT, AmountKind::Money),
    (FRANCHISE, AmountKind::Money),
    (QUANTITY, AmountKind::Money),
    (PLV, AmountKind::Money),
    (HLF, AmountKind::Money),
    (PMSS, AmountKind::Money),
    (RECONSTITUTED, AmountKind::Money),
    (BENEFICIARY, AmountKind::Text),
    (STAY_ID, AmountKind::Text),
    (MEMBERSHIP_START, AmountKind::Date),
    (SIDE, AmountKind::Side),
    (TOOTH, AmountKind::Tooth),
];

const _: () = {
    let (mut left, _) = FIELDS.split_at(AMOUNTS);
    while let [(_, kind), rest @ ..] = left {
        assert!(matches!(kind, AmountKind::Money | AmountKind::Percent), "the amounts come first");
        left = rest;
    }
};

/// Of the eye or the ear.
pub(crate) const SIDES: [&str; 2] = ["left", "right"];

/// Reports every field that cannot be read.
pub(crate) fn judge(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) {
    for (name, kind) in FIELDS {
        // `null` is the same as left out, but for what is charged.
        let Some(json) = object.get(name).filter(|json| name == CHARGED || !matches!(json, Json::Null)) else {
            continue;
        };
        let at = &at.field(name);
        match kind {
            AmountKind::Money => drop(problems.amount(json, at, MONEY)),
            AmountKind::Percent => drop(problems.amount(json, at, PERCENT)),
            AmountKind::Text => drop(problems.text(json, at)),
            AmountKind::Date => drop(problems.date(json, at)),
            AmountKind::Side => drop(problems.one_of(json, at, &SIDES)),
            AmountKind::Tooth => drop(tooth::tooth(problems, json, at)),
        }
    }
}
