//! What is a coverage rule that cannot be wrong? Types in which every value has a meaning.

use crate::ground::exact::amount::Amount;
use crate::ground::small::names::names;

/// How much is reimbursed and what the limits are.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Summed; at least one.
    pub(crate) components: Vec<Component>,
    pub(crate) secu_share: SecuShare,
    pub(crate) price_cap: Option<PriceCap>,
    /// All apply.
    pub(crate) limits: Vec<Limit>,
    /// What is paid at least where a limit takes something away; it has no limits.
    pub(crate) beyond_limits: Option<Box<Rule>>,
}

/// A part of the sum.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Component {
    /// A percentage of something that the act says.
    Percent(Of, Amount),
    /// An amount for each unit.
    Flat { amount: Amount, per: Unit },
    /// A percentage of the PMSS, the monthly ceiling of the Sécu, for each unit.
    Pmss { percent: Amount, per: Unit },
}

/// What a percentage is taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// The base of reimbursement of the Sécu.
    Brss,
    /// What the Sécu leaves of the base.
    TicketModerateur,
    /// What the professional charged, within the price cap.
    ActualCosts,
    /// What the Sécu reimburses.
    Rss,
    /// The base that the Sécu would have if it reimbursed the act.
    ReconstitutedBrss,
}

names! {
    /// The kind of a component.
    pub(crate) enum ComponentKind {
        /// Of the base of reimbursement.
        BrssPercent = "brss_percent",
        /// Of what the Sécu leaves of the base.
        TicketModerateur = "ticket_moderateur",
        /// Of what was charged.
        ActualCosts = "actual_costs",
        /// An amount for each unit.
        FlatAmount = "flat_amount",
        /// Of the monthly ceiling, for each unit.
        PmssPercent = "pmss_percent",
        /// Of what the Sécu reimburses.
        RssPercent = "rss_percent",
        /// Of the base that the Sécu would have.
        ReconstitutedBrssPercent = "reconstituted_brss_percent",
    }
}

impl ComponentKind {
    /// Whether it is paid for each unit of the quantity.
    pub(crate) const fn is_for_each_unit(self) -> bool {
        match self {
            Self::FlatAmount | Self::PmssPercent => true,
            Self::BrssPercent
            | Self::TicketModerateur
            | Self::ActualCosts
            | Self::RssPercent
            | Self::ReconstitutedBrssPercent => false,
        }
    }
}

/// What the quantity of an act counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Unit {
    #[default]
    Act,
    Session,
    Day,
    Semester,
    Tooth,
    Eye,
    Ear,
    Lens,
    Box,
    Year,
}

/// Whether the sum is a total with the Sécu part, or comes on top of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum SecuShare {
    #[default]
    Included,
    Excluded,
}

/// The price that is looked at, at most.
#[derive(Clone, Copy, Debug)]
pub(crate) enum PriceCap {
    /// Prix limite de vente: the regulated price of a device.
    Plv,
    /// Honoraire limite de facturation: the regulated price of dental work.
    Hlf,
    Amount(Amount),
}

/// How much of something is paid in a period.
#[derive(Debug)]
pub(crate) struct Limit {
    pub(crate) key: String,
    pub(crate) period: Period,
    pub(crate) maximum: Maximum,
    pub(crate) counts: Counts,
    pub(crate) scope: Scope,
    /// Whether an earlier limit of the rule has the same key.
    ///
    /// DECISION: an act is counted once for a key, as the first limit says. Case: reimburse_readings/one-act-counts-once
    pub(crate) repeated: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Maximum {
    Amount(Amount),
    Count(Amount),
    Days(Amount),
}

impl Maximum {
    /// Its kind, and its value in units that do not depend on how it is written.
    pub(crate) fn parts(self) -> (u8, i128) {
        match self {
            Maximum::Amount(value) => (0, value.mantissa(6)),
            Maximum::Count(value) => (1, value.mantissa(6)),
            Maximum::Days(value) => (2, value.mantissa(6)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Act,
    Stay,
    CivilYear,
    MembershipYear,
    RollingMonths(u32),
    Lifetime,
}

/// Which amounts a limit counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Counts {
    #[default]
    Complementary,
    /// Sécu and complementary together.
    Total,
}

/// For whom, or for what, a limit is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scope {
    #[default]
    Beneficiary,
    Family,
    Eye,
    Ear,
    Tooth,
}

impl Component {
    pub(crate) fn unit(&self) -> Option<Unit> {
        match self {
            Component::Percent(..) => None,
            Component::Flat { per, .. } | Component::Pmss { per, .. } => Some(*per),
        }
    }
}

impl Rule {
    /// DECISION: a rule is per session when one of its own components is. Case: reimburse_maxima/session-part
    pub(crate) fn is_per_session(&self) -> bool {
        self.components.iter().any(|component| component.unit() == Some(Unit::Session))
    }
}

impl Unit {
    pub(crate) const NAMES: [&str; 10] =
        ["act", "session", "day", "semester", "tooth", "eye", "ear", "lens", "box", "year"];

    pub(crate) fn at(position: usize) -> Option<Self> {
        use Unit::{Act, Box, Day, Ear, Eye, Lens, Semester, Session, Tooth, Year};
        [Act, Session, Day, Semester, Tooth, Eye, Ear, Lens, Box, Year].get(position).copied()
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Unit::Act => "act",
            Unit::Session => "session",
            Unit::Day => "day",
            Unit::Semester => "semester",
            Unit::Tooth => "tooth",
            Unit::Eye => "eye",
            Unit::Ear => "ear",
            Unit::Lens => "lens",
            Unit::Box => "box",
            Unit::Year => "year",
        }
    }
}

impl Scope {
    pub(crate) const NAMES: [&str; 5] = ["beneficiary", "family", "eye", "ear", "tooth"];

    pub(crate) fn at(position: usize) -> Option<Self> {
        [Scope::Beneficiary, Scope::Family, Scope::Eye, Scope::Ear, Scope::Tooth].get(position).copied()
    }
}
