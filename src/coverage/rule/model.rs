//! What is a coverage rule that cannot be wrong? Types in which every value has a meaning.

use crate::ground::exact::amount::Amount;
use crate::ground::small::names::names;

/// How much is reimbursed and what the limits are.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// Summed; at least one.
    pub(crate) components: Vec<Component>,
    pub(crate) secu_share: SecuShare,
    pub(crate) price_cap: Option<PriceCap>,
    pub(crate) pathway_surcharge: PathwaySurcharge,
    /// All apply.
    pub(crate) limits: Vec<Limit>,
    /// What is paid at least where a limit takes something away; it has no limits.
    pub(crate) beyond_limits: Option<Box<Rule>>,
}

/// A part of the sum, and how much of it is paid in a period.
#[derive(Clone, Debug)]
pub(crate) struct Component {
    pub(crate) term: Term,
    /// All apply, to this part alone.
    pub(crate) limits: Vec<Limit>,
}

/// What a part of the sum is.
#[derive(Clone, Debug)]
pub(crate) enum Term {
    Plain(Plain),
    /// The sum of one option: of the first that is the greatest, or the least.
    Chosen {
        pick: Pick,
        /// Two to eight, none of them empty.
        options: Vec<Vec<Plain>>,
    },
}

/// Which of the options counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    Greatest,
    Least,
}

/// An amount that depends on the act alone.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Plain {
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
    /// What was charged above the base, within the price cap.
    ExcessOverBrss,
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
        /// Of what was charged above the base.
        ExcessOverBrss = "excess_over_brss",
        /// The greatest of several sums.
        GreatestOf = "greatest_of",
        /// The least of several sums.
        LeastOf = "least_of",
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
            | Self::ReconstitutedBrssPercent
            | Self::ExcessOverBrss
            | Self::GreatestOf
            | Self::LeastOf => false,
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

/// Who pays what the Sécu reimburses less out of the care pathway (parcours de soins).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PathwaySurcharge {
    #[default]
    LeftToMember,
    Covered,
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
#[derive(Clone, Debug)]
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
    /// A percentage of the PMSS.
    PmssPercent(Amount),
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
            Maximum::PmssPercent(value) => (3, value.mantissa(6)),
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

impl Plain {
    pub(crate) fn unit(&self) -> Option<Unit> {
        match self {
            Plain::Percent(..) => None,
            Plain::Flat { per, .. } | Plain::Pmss { per, .. } => Some(*per),
        }
    }
}

impl Term {
    /// The plain components in it, in the order written.
    pub(crate) fn plain(&self) -> impl Iterator<Item = &Plain> {
        let (alone, options): (&[Plain], &[Vec<Plain>]) = match self {
            Term::Plain(plain) => (std::slice::from_ref(plain), &[]),
            Term::Chosen { options, .. } => (&[], options),
        };
        alone.iter().chain(options.iter().flatten())
    }

    /// DECISION: a component is per session when one in an option is. Case: reimburse_additions/session-in-an-option
    pub(crate) fn is_per_session(&self) -> bool {
        self.plain().any(|plain| plain.unit() == Some(Unit::Session))
    }
}

impl Rule {
    /// DECISION: a rule is per session when one of its own components is. Case: reimburse_maxima/session-part
    pub(crate) fn is_per_session(&self) -> bool {
        self.components.iter().any(|component| component.term.is_per_session())
    }

    /// Its limits, then those of its components.
    pub(crate) fn all_limits(&self) -> impl Iterator<Item = &Limit> {
        self.limits.iter().chain(self.components.iter().flat_map(|component| &component.limits))
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
