//! Which sums are there? What all parts of one simulation have in common.

use crate::ground::small::fnv::fnv1a;
use crate::ground::small::packed::Packer;

/// The names of a side, a coverage or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SideNames {
    /// Of the guarantees, coverage after coverage.
    pub(crate) guarantees: Vec<String>,
    /// Of the limits, by coverage.
    pub(crate) keys: Vec<Vec<String>>,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    /// What rows are grouped by: the names of keys, as an answer has them.
    pub(crate) by: Vec<String>,
    pub(crate) current: SideNames,
    /// None where there is no draft.
    pub(crate) draft: Option<SideNames>,
    /// Whether what is paid for each row is kept.
    pub(crate) amounts: bool,
}

impl Shape {
    /// Another one for another shape.
    pub(crate) fn check_value(&self) -> u64 {
        let mut packer = Packer::default();
        pack(&mut packer, &self.by);
        packer.count(usize::from(self.amounts));
        for side in std::iter::once(&self.current).chain(&self.draft) {
            pack(&mut packer, &side.guarantees);
            packer.count(side.keys.len());
            side.keys.iter().for_each(|keys| pack(&mut packer, keys));
        }
        fnv1a(&packer.into_bytes())
    }
}

fn pack(packer: &mut Packer, names: &[String]) {
    packer.count(names.len());
    names.iter().for_each(|name| packer.text(name.as_bytes()));
}
