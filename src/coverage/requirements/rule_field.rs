//! Which value must no rule of a class have?

use crate::coverage::rule::model::{PathwaySurcharge, Rule, SecuShare};
use crate::ground::diagnostics::problems::Problems;
use crate::ground::document::decode::Object;
use crate::ground::value::pointer::Path;

pub(crate) const FIELD: &str = "field";
pub(crate) const FORBIDDEN: &str = "forbidden";

/// A value of a field of rules that is forbidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleField {
    SecuShare(SecuShare),
    Pathway(PathwaySurcharge),
}

impl RuleField {
    pub(crate) fn read(problems: &mut Problems, object: &Object<'_>, at: &Path<'_>) -> Option<Self> {
        let field = problems.required(object, FIELD, at);
        let field =
            field.and_then(|json| problems.one_of(json, &at.field(FIELD), &["secu_share", "pathway_surcharge"]));
        let forbidden = problems.required(object, FORBIDDEN, at)?;
        let at = &at.field(FORBIDDEN);
        match field? {
            0 => {
                let share = problems.one_of(forbidden, at, &["included", "excluded"])?;
                let share = if share == 0 { SecuShare::Included } else { SecuShare::Excluded };
                Some(RuleField::SecuShare(share))
            }
            _ => {
                let pathway = problems.one_of(forbidden, at, &["left_to_member", "covered"])?;
                let pathway = if pathway == 0 { PathwaySurcharge::LeftToMember } else { PathwaySurcharge::Covered };
                Some(RuleField::Pathway(pathway))
            }
        }
    }

    /// Whether a rule has the value; that of the Sécu share, or what it pays beyond its limits.
    pub(crate) fn is_in(self, rule: &Rule) -> bool {
        match self {
            // It is said of the outer rule alone.
            RuleField::Pathway(pathway) => rule.pathway_surcharge == pathway,
            RuleField::SecuShare(share) => {
                rule.secu_share == share || rule.beyond_limits.as_deref().is_some_and(|beyond| self.is_in(beyond))
            }
        }
    }
}
