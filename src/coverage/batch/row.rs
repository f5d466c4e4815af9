//! What one row of a text says of an act, read quickly: straight from bytes to codes.
//!
//! Only what is plainly good is read here, exactly as [`CareAct`](crate::coverage::facts::act) reads it. Anything else, a
//! contradiction too, is none of its business: the row is then read as a single act is, which knows what to say of it.

use crate::coverage::batch::codes::{ActCodes, LEFT_OUT, NO_AGE, NO_VALUE, Vocabulary, flag_code};
use crate::coverage::catalog::options::CareTypeCatalogOptions;
use crate::coverage::facts::act::{CARE_DATE, CARE_TYPE, ESTABLISHMENT, MEMBER_BIRTH_DATE, TEETH};
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
}

impl Field {
    /// The field of a name. Their lengths are different, but for two.
    #[inline(always)]
    pub(crate) fn by_name(name: &[u8]) -> Option<Self> {
        let field = match name.len() {
            5 => Field::Teeth,
            9 if are_same(name, CARE_DATE.as_bytes()) => Field::CareDate,
            9 => Field::CareType,
            10 => Field::MemberAge,
            13 => Field::Establishment,
            17 => Field::MemberBirthDate,
            12 => Field::Text(ActFact::Practitioner),
            14 => Field::Text(ActFact::TreatmentMode),
            15 => Field::Text(ActFact::NatureDeSoins),
            18 => Field::Flag(ActFact::ReimbursedBySecu),
            21 => Field::Flag(ActFact::IsOptamOrSecteur1),
            23 => Field::Text(ActFact::GlassesLensComplexity),
            29 => Field::Flag(ActFact::IsEtablissementConventionne),
            33 => Field::Flag(ActFact::IsForAtLeastOneVisibleTooth),
            _ => return None,
        };
        are_same(name, field.name().as_bytes()).then_some(field)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Field::CareType => CARE_TYPE,
            Field::CareDate => CARE_DATE,
            Field::MemberBirthDate => MEMBER_BIRTH_DATE,
            Field::MemberAge => MEMBER_AGE,
            Field::Teeth => TEETH,
            Field::Establishment => ESTABLISHMENT,
            Field::Flag(fact) | Field::Text(fact) => fact.name(),
        }
    }

    /// A bit of its own.
    fn bit(self) -> u16 {
        let position = match self {
            Field::CareType => 8,
            Field::CareDate => 9,
            Field::MemberBirthDate => 10,
            Field::MemberAge => 11,
            Field::Teeth => 12,
            Field::Establishment => 13,
            Field::Flag(fact) | Field::Text(fact) => u32::try_from(fact.position()).unwrap_or_default(),
        };
        1_u16.wrapping_shl(position)
    }
}

/// What a field says of a boolean fact that can be derived from it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Derived {
    /// It is not there.
    Nothing,
    /// `null`: the fact does not apply, unless the boolean itself is there.
    Silent,
    Code(u32),
}

/// The act of one row.
pub(crate) struct Row<'v> {
    vocabulary: &'v Vocabulary,
    options: &'v CareTypeCatalogOptions,
    codes: ActCodes,
    /// The fields that were given.
    given: u16,
    care_date: Option<CalendarDate>,
    birth_date: Option<CalendarDate>,
    by_teeth: Derived,
    by_establishment: Derived,
}

impl<'v> Row<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary, options: &'v CareTypeCatalogOptions) -> Self {
        Row {
            vocabulary,
            options,
            codes: ActCodes { age: NO_AGE, ..ActCodes::default() },
            given: 0,
            care_date: None,
            birth_date: None,
            by_teeth: Derived::Nothing,
            by_establishment: Derived::Nothing,
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
            Field::CareDate | Field::MemberBirthDate | Field::MemberAge => {}
            Field::Teeth => self.by_teeth = Derived::Silent,
            Field::Establishment => self.by_establishment = Derived::Silent,
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
                let number = std::str::from_utf8(text).ok()?;
                let others = self.options.non_conventioned_establishments.as_ref();
                let listed = others.map(|others| others.binary_search_by(|other| other.as_str().cmp(number)).is_ok());
                self.by_establishment = listed.map_or(Derived::Nothing, |listed| Derived::Code(flag_code(!listed)));
            }
            Field::Text(fact) if is_short => self.set(fact, self.vocabulary.text(fact, text)),
            _ => return None,
        }
        Some(())
    }

    pub(crate) fn age(&mut self, age: u32) -> Option<()> {
        self.codes.age = u8::try_from(age).ok().filter(|age| *age <= MAX_AGE)?;
        Some(())
    }

    /// The FDI numbers of the teeth.
    pub(crate) fn teeth(&mut self, teeth: impl Iterator<Item = Option<u32>>) -> Option<()> {
        let mut derived = NO_VALUE;
        for number in teeth {
            let tooth = Tooth::from_number(f64::from(number?))?;
            let visible = self.options.visible_teeth.contains(tooth);
            derived = derived.max(flag_code(visible));
        }
        self.by_teeth = Derived::Code(derived);
        Some(())
    }

    /// The act; none where the fields contradict each other.
    pub(crate) fn finish(mut self) -> Option<ActCodes> {
        if self.codes.care_type == LEFT_OUT {
            return None;
        }
        if let (Some(care_date), Some(birth_date)) = (self.care_date, self.birth_date) {
            let years = birth_date.completed_years(care_date)?;
            let age = u8::try_from(years).ok().filter(|age| *age <= MAX_AGE)?;
            if self.codes.age != NO_AGE && self.codes.age != age {
                return None;
            }
            self.codes.age = age;
        }
        self.derive(ActFact::IsForAtLeastOneVisibleTooth, self.by_teeth)?;
        // Without a list of the others, an establishment says nothing of its convention.
        if self.options.non_conventioned_establishments.is_some() {
            self.derive(ActFact::IsEtablissementConventionne, self.by_establishment)?;
        }
        Some(self.codes)
    }

    fn derive(&mut self, fact: ActFact, derived: Derived) -> Option<()> {
        let stated = self.codes.facts.get(fact.position()).copied()?;
        match derived {
            Derived::Silent if stated == LEFT_OUT => self.set(fact, NO_VALUE),
            Derived::Code(code) if stated == LEFT_OUT => self.set(fact, code),
            Derived::Code(code) if stated != code => return None,
            Derived::Nothing | Derived::Silent | Derived::Code(_) => {}
        }
        Some(())
    }

    fn set(&mut self, fact: ActFact, code: u32) {
        self.codes.facts.get_mut(fact.position()).into_iter().for_each(|slot| *slot = code);
    }
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
    use crate::coverage::facts::table::ConditionKind;

    #[test]
    fn every_field_is_found_by_its_name() {
        let facts = ActFact::ALL.map(|fact| match fact.kind() {
            ConditionKind::Flag => Field::Flag(fact),
            ConditionKind::Text | ConditionKind::OneOf => Field::Text(fact),
        });
        let others = [
            Field::CareType,
            Field::CareDate,
            Field::MemberBirthDate,
            Field::MemberAge,
            Field::Teeth,
            Field::Establishment,
        ];
        for field in others.into_iter().chain(facts) {
            assert_eq!(Field::by_name(field.name().as_bytes()), Some(field));
            let mut other = field.name().to_uppercase();
            assert_eq!(Field::by_name(other.as_bytes()), None);
            other.push('x');
            assert_eq!(Field::by_name(other.as_bytes()), None);
        }
    }
}
