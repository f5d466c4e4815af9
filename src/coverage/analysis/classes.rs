//! Which care types are judged alike? Those that the same mappings can match, and that have the same facts.
//!
//! A mapping can match acts of a care type when its filter is not empty and asks only for facts that such acts have:
//! a condition on any other fails. What is true of one care type of a class is true of all.

use std::sync::Arc;

use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::catalog::tables::Tables;
use crate::coverage::facts::mask::FactMask;
use crate::coverage::filter::Filter;
use crate::coverage::model::Mapping;
use crate::coverage::region::Region;
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// What a mapping claims of the acts of a care type that it selects.
pub(crate) struct Claim {
    /// Where its filter holds; none where it never does.
    pub(crate) region: Option<Arc<Region>>,
    /// The facts that its filter asks for.
    pub(crate) asks: FactMask,
}

impl Claim {
    pub(crate) fn of(mapping: &Mapping) -> Self {
        Claim::of_filter(&mapping.filter)
    }

    pub(crate) fn of_filter(filter: &Filter) -> Self {
        let conditions = filter.conditions.iter();
        Claim {
            region: Region::of(filter).map(Arc::new),
            asks: conditions.fold(FactMask::default(), |mask, condition| mask.with(condition.fact)),
        }
    }

    /// Whether it can match an act that has these facts.
    pub(crate) fn can_match(&self, applicable: FactMask) -> bool {
        self.region.is_some() && self.asks.is_within(applicable)
    }
}

/// Care types that are judged alike.
pub(crate) struct Class {
    /// Ascending, at least one; each is selected by some mapping.
    pub(crate) care_types: Vec<CareTypeIndex>,
    /// The facts that their acts have.
    pub(crate) applicable: FactMask,
    /// The mappings that can match their acts, in payload order.
    pub(crate) live: Vec<usize>,
}

impl Class {
    /// The first of its care types.
    pub(crate) fn first(&self) -> CareTypeIndex {
        self.care_types.first().copied().unwrap_or(CareTypeIndex(0))
    }
}

/// The facts that acts of a care type have.
pub(crate) fn applicable(tables: &Tables, care_type: CareTypeIndex) -> FactMask {
    FactMask::of(tables.care_type(care_type).and_then(|care_type| care_type.applicable_facts.as_deref()))
}

/// The classes of all selected care types, by their first care type. `candidates`: by care type, the mappings that select it;
/// `can_match`: whether a mapping can match an act that has these facts.
pub(crate) fn classes(
    tables: &Tables,
    candidates: &[Vec<usize>],
    can_match: &dyn Fn(usize, FactMask) -> bool,
) -> Vec<Class> {
    let mut single = Vec::new();
    for (position, candidates) in candidates.iter().enumerate().filter(|(_, candidates)| !candidates.is_empty()) {
        let care_type = CareTypeIndex(position);
        let applicable = applicable(tables, care_type);
        let live = candidates.iter().copied().filter(|mapping| can_match(*mapping, applicable)).listed();
        single.push(Class { care_types: vec![care_type], applicable, live });
    }
    let alike = |a: &Class, b: &Class| a.applicable.cmp(&b.applicable).then_with(|| a.live.cmp(&b.live));
    let mut classes: Vec<Class> = Vec::new();
    for class in order::sort(single, &alike) {
        match classes.last_mut().filter(|last| alike(last, &class).is_eq()) {
            Some(last) => last.care_types.extend(class.care_types),
            None => classes.push(class),
        }
    }
    order::sort(classes, &|a, b| a.first().cmp(&b.first()))
}
