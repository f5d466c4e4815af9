//! Laws of validation on random payloads and random texts.

use super::law;
use super::properties::patches;

mod damage;
mod documents;
mod judge;
mod printer;

mod damages;
mod edits;
mod fixes;
mod limits;
mod parts;
mod places;
mod syntax;
mod values_and_texts;
