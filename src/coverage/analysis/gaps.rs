//! Which acts match nothing? Of every care type that some mapping selects.

use crate::coverage::analysis::Subject;
use crate::coverage::analysis::classes::Class;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, MAX_REGIONS, Steps};
use crate::coverage::region::report::{ActRegion, Regions};
use crate::order;

/// Work for all classes together.
const MAX_STEPS: usize = 20_000_000;

/// The gaps, by their first care type, then by the act that shows them.
pub(super) fn gaps<'a>(subject: &Subject<'a>) -> (Vec<ActRegion<'a>>, Unfinished<'a>) {
    let mut steps = Steps::new(MAX_STEPS);
    let mut found = Regions::new();
    let mut unfinished = Unfinished::default();
    // The simple ones first, so that one that shatters leaves only itself unfinished.
    for class in
        order::sort(subject.classes.iter().collect(), &|a: &&Class, b: &&Class| a.live.len().cmp(&b.live.len()))
    {
        let taken = class.live.iter().filter_map(|mapping| subject.region(*mapping));
        let left = cover::without(&mut steps, vec![Region::all()], taken);
        match left.and_then(|left| cover::listed(&mut steps, left)) {
            Ok(regions) => {
                regions.into_iter().for_each(|region| found.add((), region, subject.codes(&class.care_types)));
            }
            Err(_) => {
                let reason = format!("gaps: more than {MAX_REGIONS} regions of one care type, or too much work");
                unfinished = unfinished.and(Unfinished::new(subject.codes(&class.care_types), reason));
            }
        }
    }
    let gaps = found.together(|region, care_type| subject.witness(region, care_type));
    (gaps.into_iter().map(|((), region)| region).collect(), unfinished)
}
