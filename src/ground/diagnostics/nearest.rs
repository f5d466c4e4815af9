//! Which known name was probably meant by an unknown one?

use crate::ground::diagnostics::message::shown;

/// Only so many unknown names of one document get a suggestion, so that a hostile document costs nothing.
const MAX_LOOK_UPS: usize = 100;
/// Names longer than this get none.
const MAX_CHARACTERS: usize = 64;

/// Finds nearest names for one document.
pub(crate) struct Nearest {
    left: usize,
}

impl Default for Nearest {
    fn default() -> Self {
        Nearest { left: MAX_LOOK_UPS }
    }
}

impl Nearest {
    /// Finds none.
    pub(crate) fn none() -> Self {
        Nearest { left: 0 }
    }

    /// The known name nearest to `unknown`: one that differs only in case, else the one with the smallest optimal string
    /// alignment distance, at most max(1, characters / 4); among equals the smallest in code-point order.
    ///
    /// DECISION: the source says nothing of near names. Case: selector_errors/case-only-before-distance
    pub(crate) fn of<'k>(&mut self, unknown: &str, known: &mut dyn Iterator<Item = &'k str>) -> Option<&'k str> {
        let length = unknown.chars().count();
        self.left = self.left.checked_sub(1)?;
        if length == 0 || length > MAX_CHARACTERS {
            return None;
        }
        let limit = length.checked_div(4).unwrap_or(0).max(1);
        known
            // The distance is at least the difference of the lengths; most names end here.
            .filter(|name| name.chars().count().abs_diff(length) <= limit)
            .filter_map(|name| {
                let only_case = name.eq_ignore_ascii_case(unknown);
                let distance = if only_case { 0 } else { strsim::osa_distance(unknown, name) };
                (distance <= limit).then_some((distance, name))
            })
            .min()
            .map(|(_, name)| name)
    }
}

/// `text` in backticks, cut where it is too long to read.
pub(crate) fn quote(text: &str) -> String {
    format!("`{}`", shown(text))
}
