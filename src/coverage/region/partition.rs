//! Which acts are alike? Acts differ by the boxes that hold them, and acts that are alike are said in few regions,
//! which depend on the acts and not on the boxes: equal sets of acts are equal lists of regions.
//!
//! ```text
//! partition(acts)          = cut(acts, ages first, then the facts in their order), then merged for each label
//! cut(acts, side …)        = for each value of the side: cut(the acts that have it, the sides after it);
//!                            values with equal answers stand together, ages only where they touch
//! ```
//! What the answers for two values are, and so whether they are equal, depends on the acts alone; how many boxes there are and
//! where they cut does not matter. What the boxes settle is not cut further.

use crate::coverage::region::cover::{self, Bound, Steps};
use crate::coverage::region::values::Values;
use crate::coverage::region::{Region, Side};
use crate::ground::small::listed::Listed;

/// What is known of acts from the boxes that hold all of them, and from those that hold some.
pub(crate) enum Known {
    /// They are not asked for.
    Out,
    /// They are asked for, all under one label.
    In(usize),
    /// It depends on which of the boxes hold them. Never said where no box holds only some.
    Open,
}

/// Says what is known of acts: the positions of the boxes that hold all, and of those that may hold some, in no order.
pub(crate) type Judge<'j> = &'j mut dyn FnMut(&[usize], &[usize]) -> Known;

/// The acts that are asked for, by label: disjoint regions, no two of one label could be one.
///
/// DECISION: ages are cut first, then the facts in their order, whatever the boxes are, even where another order of the facts
/// would give fewer regions. Case: analyze_gaps/equal-gaps-of-two-orders
///
/// # Errors
/// The bound that was reached.
pub(crate) fn partition(steps: &mut Steps, boxes: &[&Region], judge: Judge<'_>) -> Result<Vec<Vec<Region>>, Bound> {
    let mut axes = Vec::new();
    let mut ends = vec![0; boxes.len()];
    for side in Side::all() {
        let is_cut = |taken: &Region| !taken.is_free(side);
        if boxes.iter().any(|taken| is_cut(taken)) {
            axes.push(axis(steps, side, boxes)?);
            let cut = ends.iter_mut().zip(boxes).filter(|(_, taken)| is_cut(taken));
            cut.for_each(|(end, _)| *end = axes.len());
        }
    }
    let tree = Cut { steps, axes: &axes, ends, judge }.of(0, &[], &(0..boxes.len()).listed())?;
    let mut by_label = Vec::new();
    tree.write(&axes, &Region::all(), &mut by_label);
    for regions in &mut by_label {
        *regions = cover::merged(steps, std::mem::take(regions))?;
    }
    Ok(by_label)
}

/// Some values of a side, of which each box holds all or none.
struct Atom {
    values: Values,
    /// By box.
    holds: Vec<bool>,
}

/// All values of a side; ages ascending.
fn axis(steps: &mut Steps, side: Side, boxes: &[&Region]) -> Result<Vec<Atom>, Bound> {
    let mut atoms = vec![Values::all(side)];
    for taken in boxes.iter().filter(|taken| !taken.is_free(side)) {
        let mut finer = Vec::with_capacity(atoms.len().saturating_add(2));
        for values in atoms {
            steps.take(values.size().saturating_add(taken.size_along(side)))?;
            values.split(taken, &mut finer);
        }
        atoms = finer;
    }
    steps.take(atoms.len().saturating_mul(boxes.len()))?;
    let mut axis = Vec::with_capacity(atoms.len());
    for values in atoms {
        let mut holds = Vec::with_capacity(boxes.len());
        boxes.iter().for_each(|taken| holds.push(values.are_in(taken)));
        axis.push(Atom { values, holds });
    }
    Ok(axis)
}

/// Acts, axis by axis. Equal sets of acts are equal trees.
#[derive(PartialEq)]
enum Tree {
    /// All acts, under a label.
    All(usize),
    /// The acts with some values of an axis; never one part with all values.
    Parts { axis: usize, parts: Vec<Part>, regions: usize },
}

/// Atoms of an axis, ascending, and the acts with their values. Atoms with equal acts stand together, ages as far as they touch.
#[derive(PartialEq)]
struct Part {
    atoms: Vec<usize>,
    /// The boxes that hold some acts with the values of the last atom, while others are looked for.
    open: Vec<usize>,
    acts: Tree,
}

impl Tree {
    const NONE: Tree = Tree::Parts { axis: 0, parts: Vec::new(), regions: 0 };

    fn regions(&self) -> usize {
        match self {
            Tree::All(_) => 1,
            Tree::Parts { regions, .. } => *regions,
        }
    }

    fn write(&self, axes: &[Vec<Atom>], region: &Region, by_label: &mut Vec<Vec<Region>>) {
        match self {
            Tree::All(label) => {
                if by_label.len() <= *label {
                    by_label.resize(label.saturating_add(1), Vec::new());
                }
                by_label.get_mut(*label).into_iter().for_each(|regions| regions.push(region.clone()));
            }
            Tree::Parts { axis, parts, .. } => {
                for Part { atoms, acts, .. } in parts {
                    let atom = |atom: &usize| Some(&axes.get(*axis)?.get(*atom)?.values);
                    let union = |a: Option<Values>, b: &Values| Some(a.map_or_else(|| b.clone(), |a| a.union(b)));
                    if let Some(values) = atoms.iter().filter_map(atom).fold(None, union) {
                        acts.write(axes, &region.clone().with(values), by_label);
                    }
                }
            }
        }
    }
}

struct Cut<'c> {
    steps: &'c mut Steps,
    axes: &'c [Vec<Atom>],
    /// By box: from which axis on it holds all values.
    ends: Vec<usize>,
    judge: Judge<'c>,
}

impl Cut<'_> {
    /// The acts of the product of the axes from one on that are asked for. Boxes `inside` hold all of them.
    fn of(&mut self, axis: usize, inside: &[usize], open: &[usize]) -> Result<Tree, Bound> {
        let mut inside = inside.to_vec();
        let mut cut = Vec::with_capacity(open.len());
        for position in open {
            let is_free = self.ends.get(*position).is_none_or(|end| *end <= axis);
            if is_free { &mut inside } else { &mut cut }.push(*position);
        }
        match (self.judge)(&inside, &cut) {
            Known::Out => return Ok(Tree::NONE),
            Known::In(label) => return Ok(Tree::All(label)),
            Known::Open => {}
        }
        let axes = self.axes;
        let Some(atoms) = axes.get(axis) else { return Ok(Tree::NONE) };
        self.steps.take(atoms.len().saturating_mul(cut.len().saturating_add(1)))?;
        let mut parts: Vec<Part> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (number, atom) in atoms.iter().enumerate() {
            let holds = |position: &&usize| atom.holds.get(**position).copied().unwrap_or_default();
            open.clear();
            open.reserve(cut.len());
            cut.iter().filter(holds).for_each(|position| open.push(*position));
            let touches = |part: &Part| {
                !matches!(atom.values, Values::Ages(_)) || part.atoms.last().copied() == number.checked_sub(1)
            };
            let mut known = parts.iter().position(|part| part.open == open && touches(part));
            if known.is_none() {
                let acts = self.of(axis.saturating_add(1), &inside, &open)?;
                self.steps.take(acts.regions())?;
                known = parts.iter().position(|part| part.acts == acts && touches(part));
                if known.is_none() {
                    known = Some(parts.len());
                    parts.push(Part { atoms: Vec::new(), open: Vec::new(), acts });
                }
            }
            if let Some(part) = known.and_then(|known| parts.get_mut(known)) {
                part.atoms.push(number);
                std::mem::swap(&mut part.open, &mut open);
            }
        }
        if parts.len() == 1 {
            return Ok(parts.pop().map_or(Tree::NONE, |part| part.acts));
        }
        parts.retain(|part| part.acts.regions() > 0);
        let mut regions = 0_usize;
        for part in &mut parts {
            part.open = Vec::new();
            regions = regions.saturating_add(part.acts.regions());
        }
        cover::bounded(regions)?;
        Ok(Tree::Parts { axis, parts, regions })
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::coverage::facts::table::ActFact;
    use crate::coverage::region::tests::{Act, acts, contains, is_empty, regions};
    use crate::coverage::region::text_set::TextSet;
    use crate::coverage::region::{Ages, FactSet};

    /// Lists of boxes of all shapes, a few of each length.
    fn lists() -> Vec<Vec<Region>> {
        let regions = regions();
        let list = |seed: usize| {
            let picked =
                (1..=seed % 7).map(|place| (seed * 31 + place * place * 17 + place * seed * 7) % regions.len());
            picked.filter_map(|position| regions.get(position).cloned()).collect()
        };
        (0..300).map(list).collect()
    }

    fn count(regions: &[Region], act: Act) -> usize {
        regions.iter().filter(|region| contains(region, act)).count()
    }

    /// The acts in exactly so many boxes that the number is odd, or in no box: by label.
    fn by_parity<'r>(steps: &mut Steps, boxes: impl Iterator<Item = &'r Region>) -> Result<Vec<Vec<Region>>, Bound> {
        let boxes: Vec<&Region> = boxes.collect();
        let mut by_parity = partition(steps, &boxes, &mut |inside, open| match (inside.len(), open) {
            (count, []) if count == 0 || count % 2 == 1 => Known::In(count % 2),
            (_, []) => Known::Out,
            _ => Known::Open,
        })?;
        by_parity.resize(2, Vec::new());
        Ok(by_parity)
    }

    fn of_none<'r>(steps: &mut Steps, boxes: impl Iterator<Item = &'r Region>) -> Result<Vec<Region>, Bound> {
        let boxes: Vec<&Region> = boxes.collect();
        let regions = partition(steps, &boxes, &mut |inside, open| match (inside, open) {
            ([], []) => Known::In(0),
            ([], _) => Known::Open,
            _ => Known::Out,
        })?;
        Ok(regions.concat())
    }

    #[test]
    fn regions_are_disjoint_and_exact_and_no_two_could_be_one() {
        for boxes in lists() {
            let by_parity = by_parity(&mut Steps::new(usize::MAX), boxes.iter()).expect("few regions");
            for (label, regions) in by_parity.iter().enumerate() {
                assert!(!regions.iter().any(is_empty), "{boxes:?}");
                for act in acts() {
                    let held = count(&boxes, act);
                    let asked = if label == 0 { held == 0 } else { held % 2 == 1 };
                    assert_eq!(count(regions, act), usize::from(asked), "{act:?} {boxes:?}");
                }
                for (position, region) in regions.iter().enumerate() {
                    let mut others = regions.iter().take(position);
                    let is_one = |other: &Region| Side::all().any(|side| other.merged_along(side, region).is_some());
                    assert!(!others.any(is_one), "{regions:?}");
                }
            }
        }
    }

    /// What no box holds is what the regions of what no box holds do not leave: from there, the boxes are other ones.
    #[test]
    fn equal_sets_of_acts_are_equal_regions() {
        for boxes in lists() {
            let steps = &mut Steps::new(usize::MAX);
            let left = of_none(steps, boxes.iter()).expect("few regions");
            let held = of_none(steps, left.iter()).expect("few regions");
            assert_eq!(of_none(steps, held.iter()), Ok(left.clone()), "{boxes:?}");
            assert_eq!(of_none(steps, boxes.iter().rev().chain(&held)), Ok(left), "{boxes:?}");
        }
    }

    /// Each with a text and ages of its own, so that no two could be one.
    #[test]
    fn too_many_pieces_end_the_work() {
        let pieces = (0..=130_u8).flat_map(|age| {
            (0..8).map(move |number| {
                let text = TextSet::of(std::iter::once(format!("{age} {number}").as_str()));
                let mut piece = Region { ages: Ages { min: age, max: age }, ..Region::all() };
                piece.set(ActFact::Practitioner, FactSet::Texts(text));
                piece.set(ActFact::ReimbursedBySecu, FactSet::Flags { no: number % 2 == 0, yes: number % 2 == 1 });
                piece
            })
        });
        let pieces: Vec<Region> = pieces.collect();
        let held = |count: usize| {
            let boxes: Vec<&Region> = pieces.iter().take(count).collect();
            let held = partition(&mut Steps::new(usize::MAX), &boxes, &mut |inside, open| match (inside, open) {
                ([_, ..], _) => Known::In(inside[0]),
                ([], []) => Known::Out,
                _ => Known::Open,
            });
            held.map(|held| held.concat().len())
        };
        assert_eq!((held(1_000), held(1_001)), (Ok(1_000), Err(Bound::Regions)));
    }

    #[test]
    fn steps_end_the_work() {
        let boxes = regions();
        assert_eq!(of_none(&mut Steps::new(10), boxes.iter().skip(1)).err(), Some(Bound::Steps));
    }
}
