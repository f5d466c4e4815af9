//! Which guarantees of two coverages have the same name?

use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// The guarantees of the same name in two coverages.
pub(super) struct SameNamed {
    /// By guarantee of the earlier coverage: its position in the later one.
    pub(super) later: Vec<Option<usize>>,
    /// By guarantee of the later coverage: its position in the earlier one.
    pub(super) earlier: Vec<Option<usize>>,
}

impl SameNamed {
    pub(super) fn new(before: &[String], after: &[String]) -> Self {
        let by_name = order::ascending(after.len(), &|a, b| after.get(a).cmp(&after.get(b)));
        let find = |name: &String| {
            let found = by_name.binary_search_by(|position| after.get(*position).cmp(&Some(name))).ok()?;
            by_name.get(found).copied()
        };
        let later: Vec<Option<usize>> = before.iter().map(find).listed();
        let mut earlier = vec![None; after.len()];
        for (position, same) in later.iter().enumerate() {
            if let Some(slot) = same.and_then(|same| earlier.get_mut(same)) {
                *slot = Some(position);
            }
        }
        SameNamed { later, earlier }
    }
}
