//! What is already known of the gaps? A new version of a coverage mostly has the care types of the old one, matched by the
//! same mappings; their gaps are the same.
//!
//! Gaps are most of the work of an analysis. A memo belongs to the coverage that was analyzed, and is handed to the version
//! that is made of it ([`crate::Coverage::with_payload`]); nothing is kept elsewhere.

use std::sync::Arc;

use crate::coverage::analysis::classes::Class;
use crate::coverage::catalog::index::CareTypeIndex;
use crate::coverage::region::Region;
use crate::coverage::region::report::Labelled;

/// The gaps of the classes of care types of one version. Only what is finished is remembered.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    classes: Vec<Remembered>,
    /// By care type: its class.
    class_of: Vec<Option<usize>>,
}

/// The gaps of a class, each with the facts that leave it open.
pub(crate) type Gaps = Arc<[Labelled]>;

#[derive(Debug)]
struct Remembered {
    /// Where the mappings of the class match, in payload order.
    taken: Vec<Arc<Region>>,
    gaps: Gaps,
}

impl Memo {
    /// The gaps of a class, where the same mappings matched its first care type.
    ///
    /// INVARIANT: a memo is only handed on within one catalogue, so that a care type has the same facts.
    pub(crate) fn gaps(&self, class: &Class, taken: &[Arc<Region>]) -> Option<Gaps> {
        let CareTypeIndex(first) = class.first();
        let known = self.classes.get((*self.class_of.get(first)?)?)?;
        (known.taken == taken).then(|| Arc::clone(&known.gaps))
    }

    pub(crate) fn remember(&mut self, class: &Class, taken: Vec<Arc<Region>>, gaps: Gaps) {
        for CareTypeIndex(position) in &class.care_types {
            if *position >= self.class_of.len() {
                self.class_of.resize(position.saturating_add(1), None);
            }
            self.class_of.get_mut(*position).into_iter().for_each(|class| *class = Some(self.classes.len()));
        }
        self.classes.push(Remembered { taken, gaps });
    }
}
