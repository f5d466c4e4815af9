//! Which known name was probably meant by an unknown one?

use crate::ground::diagnostics::message::shown;
use crate::ground::small::plain::{is_plain, plain};

/// Only so many unknown names of one document get a suggestion, so that a hostile document costs nothing.
const MAX_LOOK_UPS: usize = 100;
/// Names longer than this get none.
const MAX_CHARACTERS: usize = 64;
/// Fewer letters in words of three or more could mean anything.
const MIN_LETTERS: usize = 4;

/// Calls its argument for everything that is known: how it may be written, and the name that is meant then. No iterator, of which each
/// caller's kind would be in the module.
pub(crate) type Known<'i, 'k> = &'i mut dyn FnMut(&mut dyn FnMut(&'k str, &'k str));

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

    /// The known name nearest to `unknown`, each known as it may be written with what it means then: one that differs only in
    /// case, accents, blanks and punctuation, else the one with the smallest optimal string alignment distance, at most
    /// max(1, characters / 4); among equals the smallest in code-point order. None where it would mean several.
    ///
    /// DECISION: the source says nothing of near names. Case: selector_errors/case-only-before-distance
    ///
    /// DECISION: of two that are written alike, neither is meant. Case: guesses/label-of-two-care-types
    pub(crate) fn of<'k>(&mut self, unknown: &str, known: Known<'_, 'k>) -> Option<&'k str> {
        let length = unknown.chars().count();
        self.left = self.left.checked_sub(1)?;
        if length == 0 || length > MAX_CHARACTERS {
            return None;
        }
        let limit = length.checked_div(4).unwrap_or(0).max(1);
        // A character has at most four bytes.
        let most_bytes = length.saturating_add(limit).saturating_mul(4);
        let plain_unknown = plain(unknown);
        let mut best: Option<(usize, &str)> = None;
        let mut meant = None;
        known(&mut |written, name| {
            let is_alike = !plain_unknown.is_empty() && is_plain(written, &plain_unknown);
            // The distance is at least the difference of the lengths; most names end here.
            let is_far = || written.len() > most_bytes || written.chars().count().abs_diff(length) > limit;
            if !is_alike && is_far() {
                return;
            }
            let found = (if is_alike { 0 } else { strsim::osa_distance(unknown, written) }, written);
            if found.0 <= limit && best.is_none_or(|best| found <= best) {
                meant = (best != Some(found) || meant == Some(name)).then_some(name);
                best = Some(found);
            }
        });
        meant
    }

    /// The known field that `unknown` means: the nearest one, else the only one that has all its words, or the only shortest.
    ///
    /// DECISION: words in another order, and some of the words, are natural guesses. Case: guesses/some-words-of-a-field
    pub(crate) fn field(&mut self, unknown: &str, known: &[&'static str]) -> Option<&'static str> {
        let is_allowed = self.left > 0 && unknown.len() <= MAX_CHARACTERS;
        let near = self.of(unknown, &mut |each| known.iter().for_each(|name| each(name, name)));
        if near.is_some() || !is_allowed {
            return near;
        }
        let unknown = snake_case(unknown);
        let letters = unknown.split('_').map(str::len).filter(|length| *length > 2).fold(0, usize::saturating_add);
        let mut best: Option<(usize, Option<&'static str>)> = None;
        for name in known.iter().filter(|_| letters >= MIN_LETTERS) {
            if !unknown.split('_').all(|word| name.split('_').any(|other| is_same_word(word, other))) {
                continue;
            }
            let count = name.split('_').count();
            match best {
                Some((least, _)) if least < count => {}
                Some((least, _)) if least == count => best = Some((count, None)),
                _ => best = Some((count, Some(name))),
            }
        }
        best.and_then(|(_, name)| name)
    }
}

/// `minAge` as `min_age`.
fn snake_case(field: &str) -> String {
    let (mut words, mut before) = (String::new(), '_');
    for character in field.chars() {
        let is_in_word = !words.is_empty() && !words.ends_with('_');
        let is_letter = character.is_ascii_alphanumeric();
        if is_in_word && (!is_letter || character.is_ascii_uppercase() && before.is_ascii_lowercase()) {
            words.push('_');
        }
        if is_letter {
            words.push(character.to_ascii_lowercase());
        }
        before = character;
    }
    words.truncate(words.trim_end_matches('_').len());
    words
}

/// The same word, in singular or plural, whole or cut short (`minimum`, `min`).
fn is_same_word(one: &str, other: &str) -> bool {
    let (one, other) = (stem(one), stem(other));
    one == other || one.len().min(other.len()) > 2 && (one.starts_with(other) || other.starts_with(one))
}

fn stem(word: &str) -> &str {
    word.strip_suffix("ies").or(word.strip_suffix('y')).unwrap_or(word)
}

/// `text` in backticks, cut where it is too long to read.
pub(crate) fn quote(text: &str) -> String {
    format!("`{}`", shown(text))
}
