//! What one row of a text says of an act, read quickly: straight from bytes to codes.
//!
//! Only what is plainly good is read here, exactly as [`CareAct`](crate::coverage::facts::act) reads it. Anything else, a
//! contradiction too, is none of its business: the row is then read as a single act is, which knows what to say of it.

use crate::coverage::batch::codes::{ActCodes, LEFT_OUT, NO_AGE, NO_VALUE, Vocabulary, boolean_of, code_of, flag_code};
use crate::coverage::facts::act::{CARE_DATE, CARE_TYPE, ESTABLISHMENT, MEMBER_BIRTH_DATE, TEETH};
use crate::coverage::facts::amounts::{self, AmountKind, CHARGED, SIDES};
use crate::coverage::facts::derive::{self, DeriveOptions, Derived};
use crate::coverage::facts::mask::{AGE_BIT, FactMask};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::ActFact;
use crate::coverage::facts::tooth::Tooth;
use crate::ground::document::decode::MAX_AGE;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::eights::are_same;

/// A field of a care act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    CareType,
    CareDate,
    MemberBirthDate,
    MemberAge,
    Teeth,
    Establishment,
    Flag(ActFact),
    Text(ActFact),
    /// An amount, by its position: whether it can be read is all that is asked.
    Amount(u8),
    /// A note of the author, in a column of its own.
    Annotation,
}

/// The fields that are neither facts nor amounts.
pub(crate) const OTHERS: [Field; 6] =
    [Field::CareType, Field::CareDate, Field::MemberBirthDate, Field::MemberAge, Field::Teeth, Field::Establishment];

const _: () =
    assert!(ActFact::COUNT + OTHERS.len() + amounts::COUNT <= 32, "a set of fields has 32 bits: make it a u64");

/// A field and its name.
type Named = (Field, &'static str);

/// So many fields have names of one length.
const SAME_LENGTH: usize = 4;

/// Fields by the length of their names, which few share.
static BY_LENGTH: [[Option<Named>; SAME_LENGTH]; 64] = by_length();

#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the compiler evaluates it, and fails there"
)]
const fn by_length() -> [[Option<Named>; SAME_LENGTH]; 64] {
    let mut fields = [[None; SAME_LENGTH]; 64];
    let mut next = 0;
    while next < OTHERS.len() + ActFact::COUNT + amounts::COUNT {
        let named = named(next);
        let mut same = 0;
        while fields[named.1.len()][same].is_some() {
            same += 1;
        }
        fields[named.1.len()][same] = Some(named);
        next += 1;
    }
    fields
}

#[allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the compiler evaluates it, and fails there"
)]
const fn named(position: usize) -> Named {
    const FACTS: usize = OTHERS.len() + ActFact::COUNT;
    if position < OTHERS.len() {
        (OTHERS[position], OTHERS[position].name())
    } else if position < FACTS {
        let fact = ActFact::ALL[position - OTHERS.len()];
        (Field::of(fact), fact.name())
    } else {
        (Field::Amount((position - FACTS) as u8), amounts::FIELDS[position - FACTS].0)
    }
}

impl Field {
    /// The field of a name.
    #[inline(always)]
    pub(crate) fn by_name(name: &[u8]) -> Option<Self> {
        for named in BY_LENGTH.get(name.len())? {
            let (field, known) = (*named)?;
            if are_same(name, known.as_bytes()) {
                return Some(field);
            }
        }
        None
    }

    const fn of(fact: ActFact) -> Self {
        if fact.kind().is_boolean() { Field::Flag(fact) } else { Field::Text(fact) }
    }

    /// Its name; that of an amount is in the table of amounts.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Field::CareType => CARE_TYPE,
            Field::CareDate => CARE_DATE,
            Field::MemberBirthDate => MEMBER_BIRTH_DATE,
            Field::MemberAge => MEMBER_AGE,
            Field::Teeth => TEETH,
            Field::Establishment => ESTABLISHMENT,
            Field::Flag(fact) | Field::Text(fact) => fact.name(),
            Field::Amount(_) | Field::Annotation => "",
        }
    }

    /// A bit of its own.
    fn bit(self) -> u32 {
        let other = match self {
            Field::CareType => 0,
            Field::CareDate => 1,
            Field::MemberBirthDate => 2,
            Field::MemberAge => 3,
            Field::Teeth => 4,
            Field::Establishment => 5,
            Field::Amount(position) => u32::from(position).wrapping_add(6),
            Field::Annotation => return 0,
            Field::Flag(fact) | Field::Text(fact) => return FactMask::default().with(fact).bits(),
        };
        AGE_BIT.wrapping_shl(other)
    }
}

/// The act of one row.
pub(crate) struct Row<'v> {
    vocabulary: &'v Vocabulary,
    options: &'v DeriveOptions,
    codes: ActCodes,
    /// The fields that were given.
    given: u32,
    care_date: Option<CalendarDate>,
    birth_date: Option<CalendarDate>,
    /// What it says of the visible tooth.
    by_teeth: Option<Derived>,
    /// What it says of the convention.
    by_establishment: Option<Derived>,
}

impl<'v> Row<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary, options: &'v DeriveOptions) -> Self {
        Row {
            vocabulary,
            options,
            codes: ActCodes { age: NO_AGE, ..ActCodes::default() },
            given: 0,
            care_date: None,
            birth_date: None,
            by_teeth: None,
            by_establishment: None,
        }
    }

    /// Notes that a field is given; none when it was before.
    pub(crate) fn begin(&mut self, field: Field) -> Option<()> {
        let bit = field.bit();
        if self.given & bit != 0 {
            return None;
        }
        self.given |= bit;
        Some(())
    }

    pub(crate) fn null(&mut self, field: Field) -> Option<()> {
        match field {
            Field::CareType => return None,
            Field::Amount(position) => return amount(position).filter(|(name, _)| *name != CHARGED).map(drop),
            Field::CareDate | Field::MemberBirthDate | Field::MemberAge | Field::Annotation => {}
            Field::Teeth => self.by_teeth = Some(Derived::Silent),
            Field::Establishment => self.by_establishment = self.options.of_establishment(None),
            Field::Flag(fact) | Field::Text(fact) => self.set(fact, NO_VALUE),
        }
        Some(())
    }

    pub(crate) fn boolean(&mut self, field: Field, value: bool) -> Option<()> {
        let Field::Flag(fact) = field else { return None };
        self.set(fact, flag_code(value));
        Some(())
    }

    /// A text of printable ASCII characters, not escaped.
    pub(crate) fn text(&mut self, field: Field, text: &[u8]) -> Option<()> {
        let is_short = !text.is_empty() && text.len() <= 64;
        match field {
            Field::CareDate => self.care_date = Some(date(text)?),
            Field::MemberBirthDate => self.birth_date = Some(date(text)?),
            Field::CareType if is_short => self.codes.care_type = self.vocabulary.care_type(text),
            Field::Establishment if is_short => {
                self.by_establishment = self.options.of_establishment(Some(std::str::from_utf8(text).ok()?));
            }
            Field::Text(fact) if is_short => self.set(fact, self.vocabulary.text(fact, text)),
            Field::Annotation => {}
            Field::Amount(position) => {
                let is_plain = match amount(position)?.1 {
                    AmountKind::Money | AmountKind::Percent => is_plain_decimal(text),
                    AmountKind::Text => is_short,
                    AmountKind::Date => date(text).is_some(),
                    AmountKind::Side => SIDES.iter().any(|side| side.as_bytes() == text),
                    AmountKind::Tooth => false,
                };
                return is_plain.then_some(());
            }
            _ => return None,
        }
        Some(())
    }

    /// An amount that is a number, as it is written.
    pub(crate) fn number(&mut self, position: u8, number: &[u8]) -> Option<()> {
        let is_plain = match amount(position)?.1 {
            AmountKind::Money | AmountKind::Percent => is_plain_decimal(number),
            AmountKind::Tooth => small_number(number).and_then(|tooth| Tooth::from_number(f64::from(tooth))).is_some(),
            AmountKind::Text | AmountKind::Date | AmountKind::Side => false,
        };
        is_plain.then_some(())
    }

    pub(crate) fn age(&mut self, age: u32) -> Option<()> {
        self.codes.age = u8::try_from(age).ok().filter(|age| *age <= MAX_AGE)?;
        Some(())
    }

    /// The FDI numbers of the teeth.
    pub(crate) fn teeth(&mut self, teeth: impl Iterator<Item = Option<u32>>) -> Option<()> {
        let mut derived = Derived::NO_TEETH;
        for number in teeth {
            derived = self.options.with_tooth(derived, Tooth::from_number(f64::from(number?))?);
        }
        self.by_teeth = Some(derived);
        Some(())
    }

    /// The act; none where the fields contradict each other.
    pub(crate) fn finish(mut self) -> Option<ActCodes> {
        if self.codes.care_type == LEFT_OUT {
            return None;
        }
        if let (Some(care_date), Some(birth_date)) = (self.care_date, self.birth_date) {
            let stated = Some(self.codes.age).filter(|age| *age != NO_AGE);
            self.codes.age = derive::age(birth_date, care_date, stated).ok()?;
        }
        self.derive(ActFact::IsForAtLeastOneVisibleTooth, self.by_teeth)?;
        self.derive(ActFact::IsEtablissementConventionne, self.by_establishment)?;
        Some(self.codes)
    }

    fn derive(&mut self, fact: ActFact, derived: Option<Derived>) -> Option<()> {
        if let Some(derived) = derived {
            let stated = self.codes.facts.get(fact.position()).copied()?;
            self.set(fact, code_of(derived.and(boolean_of(stated)).ok()?));
        }
        Some(())
    }

    fn set(&mut self, fact: ActFact, code: u32) {
        self.codes.facts.get_mut(fact.position()).into_iter().for_each(|slot| *slot = code);
    }
}

/// An amount's name and kind.
pub(crate) fn amount(position: u8) -> Option<(&'static str, AmountKind)> {
    amounts::FIELDS.get(usize::from(position)).copied()
}

/// A decimal of so few digits that it is good as money and as a percentage.
fn is_plain_decimal(text: &[u8]) -> bool {
    let point = text.iter().position(|byte| *byte == b'.');
    let (whole, fraction) = text.split_at_checked(point.unwrap_or(text.len())).unwrap_or_default();
    let are_digits = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
    let is_whole = matches!(whole, [b'0'] | [b'1'..=b'9', ..]) && whole.len() <= 9 && are_digits(whole);
    let is_fraction = match fraction {
        [] => true,
        [_, digits @ ..] => matches!(digits.len(), 1..=4) && are_digits(digits),
    };
    is_whole && is_fraction
}

fn date(text: &[u8]) -> Option<CalendarDate> {
    CalendarDate::parse(std::str::from_utf8(text).ok()?)
}

/// A number of at most three digits, without a leading zero.
pub(crate) fn small_number(digits: &[u8]) -> Option<u32> {
    if digits.len() > 3 || digits.is_empty() || digits.len() > 1 && digits.first() == Some(&b'0') {
        return None;
    }
    digits.iter().try_fold(0_u32, |number, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in OTHERS.into_iter().chain(ActFact::ALL.map(Field::of)) {
            assert_eq!(Field::by_name(field.name().as_bytes()), Some(field));
            let mut other = field.name().to_uppercase();
            assert_eq!(Field::by_name(other.as_bytes()), None);
            other.push('x');
            assert_eq!(Field::by_name(other.as_bytes()), None);
        }
        for (position, (name, _)) in (0..).zip(amounts::FIELDS) {
            assert_eq!(Field::by_name(name.as_bytes()), Some(Field::Amount(position)));
        }
    }
}
