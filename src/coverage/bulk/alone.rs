//! What does a rule without limits pay for one act of usual amounts? The quick way of one act, without an object for it.
//!
//! ```text
//! a guarantee without limits      what it pays
//! none, for an act whose amounts can be read      zeros
//! anything else                   the general way
//! ```

use crate::coverage::bulk::columns::PricedColumns;
use crate::coverage::bulk::plan::quick;
use crate::coverage::bulk::quick::{NOTHING, Small};
use crate::coverage::bulk::row::NO_AMOUNT;
use crate::coverage::guarantee_rules::GuaranteeRule;
use crate::ground::exact::amount::Rounding;
use crate::ground::small::intern::Interner;

/// In place of an amount that is not given.
const NOT_GIVEN: u32 = u32::MAX;

/// `given`: what was charged, base, rate, the two contributions and the quantity, in 1/10,000. The answer: the Sécu part before and after
/// contributions, the ticket modérateur, what is paid, and what is left. None where the general way has to be gone.
pub(crate) fn paid_alone(rule: Option<&GuaranteeRule>, given: [u32; 6]) -> Option<[u32; 5]> {
    let [charged, brss, rate, flat, franchise, quantity] =
        given.map(|units| [if units == NOT_GIVEN { NO_AMOUNT } else { i64::from(units) }]);
    let columns = PricedColumns {
        charged: &charged,
        brss: &brss,
        secu_rate_percent: &rate,
        flat_contribution: &flat,
        franchise: &franchise,
        quantity: &quantity,
        ..PricedColumns::default()
    };
    let small = Small::of(&columns, 0)?;
    let rule = match rule {
        None => return Some([0; 5]),
        // Of no key a number is known, so that a rule with a limit is not quick.
        Some(GuaranteeRule::Ready(rule)) => quick(rule, &Interner::default())?,
        Some(GuaranteeRule::Opaque | GuaranteeRule::Broken) => return None,
    };
    let ((_, base), rss) = (small.base(), small.rss(Rounding::Down)?);
    let paid = small.paid(&rule, Rounding::Down, |_, _| None)?;
    let ticket_moderateur = (base - rss).max(NOTHING);
    let units = |amount: i64| u32::try_from(amount).ok();
    Some([
        units(rss.0)?,
        units(paid.secu_paid)?,
        units(ticket_moderateur.0)?,
        units(paid.complementary)?,
        units(paid.out_of_pocket)?,
    ])
}
