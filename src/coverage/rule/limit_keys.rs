//! May a limit of a component have the key that another limit of the rule has? No: an act would be counted twice.

use crate::coverage::rule::component_payload::ReadComponent;
use crate::coverage::rule::model::Limit;
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::Related;
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::List;
use crate::ground::small::order;
use crate::ground::value::pointer::Path;

/// Reports the keys of components' limits that are those of an earlier component, or of the rule, too: an act is counted once.
pub(crate) fn repeated_keys(
    problems: &mut Problems,
    components: &List<ReadComponent>,
    limits: &List<Limit>,
    at: &Path<'_>,
) {
    let mut places: Vec<(&str, Option<usize>, usize)> = Vec::new();
    for (component, read) in components.readable() {
        places.extend(read.limits.readable().map(|(position, limit)| (limit.key.as_str(), Some(component), position)));
    }
    let of_components = places.len();
    if of_components == 0 {
        return;
    }
    places.extend(limits.readable().map(|(position, limit)| (limit.key.as_str(), None, position)));
    let key = |position: usize| places.get(position).map(|(key, ..)| *key);
    for (later, first) in order::repeated(places.len(), &|a, b| key(a).cmp(&key(b))) {
        // The limits of the rule itself may share a key.
        if first >= of_components {
            continue;
        }
        let pointer = |position: usize| {
            let (_, component, position) = places.get(position)?;
            let components_at = at.field("components");
            Some(match component {
                Some(component) => components_at.item(*component).field("limits").item(*position).pointer(),
                None => at.field("limits").item(*position).pointer(),
            })
        };
        if let (Some(later), Some(first)) = (pointer(later), pointer(first)) {
            let other = Details::related(Related::new(first, say::the_first()));
            problems.report_at(Code::RepeatedLimitKey, &later, say::repeated_limit_key(), other);
        }
    }
}
