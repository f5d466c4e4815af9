//! What would claims have cost under one coverage, and under another?
//!
//! ```text
//! piece of claims ([`piece`]) ─► codes of each coverage ([`codes`]) ─► what each decides ([`decide`])
//! row that is decided         ─► paid under both sides and summed ([`side`], [`pay`], [`sums`])
//! row whose limits count      ─► kept ([`kept`], [`store`]) ─► by unit and day ([`settle`], [`block`]) ─► paid and summed
//! row that is not decided     ─► counted by its reason ([`why`])
//! row of who changes most     ─► read again, with what is paid for it ([`again`])
//! ```
//! What a part knows of its pieces is packed by bucket of the unit, so that many parts can share the work ([`part`]).
//! Source: `docs/simulation.md`.

pub(crate) mod again;
pub(crate) mod block;
pub(crate) mod bytes;
pub(crate) mod codes;
pub(crate) mod decide;
pub(crate) mod groups;
pub(crate) mod kept;
pub(crate) mod options;
pub(crate) mod part;
pub(crate) mod pay;
pub(crate) mod piece;
pub(crate) mod settle;
pub(crate) mod setup;
pub(crate) mod side;
pub(crate) mod store;
pub(crate) mod sums;
pub(crate) mod who;
pub(crate) mod whose;
pub(crate) mod why;
