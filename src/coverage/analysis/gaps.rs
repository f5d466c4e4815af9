//! Which acts match nothing? Of every care type that some mapping selects.

use std::sync::Arc;

use crate::coverage::analysis::classes::Class;
use crate::coverage::analysis::memo::{Gaps, Memo};
use crate::coverage::analysis::subject::Subject;
use crate::coverage::analysis::truncation::Unfinished;
use crate::coverage::region::Region;
use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::open_facts::OpenFacts;
use crate::coverage::region::partition::{Known, partition};
use crate::coverage::region::report::{ActRegion, Labelled, Regions};
use crate::ground::small::listed::Listed;
use crate::ground::small::order;

/// Work for all classes together.
const MAX_STEPS: usize = 20_000_000;

/// Acts that match nothing.
pub(crate) struct Gap<'a> {
    pub(crate) region: ActRegion<'a>,
    pub(crate) open_facts: OpenFacts,
}

/// The gaps, by their first care type, then by the act that shows them; and what the next version may reuse of them.
pub(crate) fn gaps<'a>(subject: &Subject<'a>, before: &Memo) -> (Vec<Gap<'a>>, Unfinished<'a>, Memo) {
    let mut steps = Steps::new(MAX_STEPS);
    let mut found = Regions::new();
    let mut unfinished = Unfinished::default();
    let mut memo = Memo::default();
    // The simple ones first, so that one that shatters leaves only itself unfinished.
    for class in order::sort(subject.classes.iter().listed(), &|a: &&Class, b: &&Class| a.live.len().cmp(&b.live.len()))
    {
        let taken: Vec<Arc<Region>> =
            class.live.iter().filter_map(|mapping| subject.region(*mapping).cloned()).listed();
        let known = before.gaps(class, &taken);
        let codes = subject.codes(&class.care_types);
        let regions = known.map_or_else(|| of_class(&mut steps, &taken), Ok);
        let added = regions.and_then(|regions| {
            found.add(&codes, &regions)?;
            memo.remember(class, taken, regions);
            Ok(())
        });
        if let Err(bound) = added {
            unfinished = unfinished.and(Unfinished::new(codes, cover::reason("gaps", bound)));
        }
    }
    let found = found.together(&|region, care_type| subject.witness(region, care_type));
    (found.into_iter().map(|(_, open_facts, region)| Gap { region, open_facts }).listed(), unfinished, memo)
}

/// All acts that none of the mappings takes.
fn of_class(steps: &mut Steps, taken: &[Arc<Region>]) -> Result<Gaps, Bound> {
    let boxes: Vec<&Region> = taken.iter().map(Arc::as_ref).listed();
    let gaps = partition(steps, &boxes, &mut |inside, open| match (inside, open) {
        ([], []) => Known::In(0),
        ([], _) => Known::Open,
        _ => Known::Out,
    })?;
    let gaps = gaps.into_iter().flatten().listed();
    cover::few(gaps.len())?;
    let mut with_facts = Vec::with_capacity(gaps.len());
    for gap in gaps {
        let open_facts = OpenFacts::of(steps, &gap, taken)?;
        with_facts.push(Labelled { label: Vec::new(), open_facts, region: gap });
    }
    Ok(with_facts.into())
}
