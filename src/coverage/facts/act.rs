//! What does a care act say? Its facts, decoded, derived ([`derive`]) and checked for contradictions.
//!
//! DECISION: for the dates and the age, `null` is the same as left out. Case: filter/age-null

use crate::coverage::facts::amounts;
use crate::coverage::facts::derive::{self, DeriveOptions, Derived, NoAge};
use crate::coverage::facts::missing::MEMBER_AGE;
use crate::coverage::facts::table::{ActFact, ConditionKind};
use crate::coverage::facts::tooth;
use crate::coverage::facts::value::{Fact, FactValue, Facts};
use crate::ground::diagnostics::code::Code;
use crate::ground::diagnostics::diagnostic::{Error, Related};
use crate::ground::diagnostics::problems::{Details, Problems};
use crate::ground::diagnostics::sentences as say;
use crate::ground::document::decode::{MAX_AGE, Object};
use crate::ground::document::whole::whole;
use crate::ground::exact::date::CalendarDate;
use crate::ground::small::listed::Listed;
use crate::ground::value::json::Json;
use crate::ground::value::pointer::Path;

pub(crate) const CARE_TYPE: &str = "care_type";
pub(crate) const CARE_DATE: &str = "care_date";
pub(crate) const MEMBER_BIRTH_DATE: &str = "member_birth_date";
pub(crate) const TEETH: &str = "teeth";
pub(crate) const ESTABLISHMENT: &str = "establishment";

/// A care act without contradictions.
#[derive(Clone, Debug, Default)]
pub(crate) struct CareAct<'j> {
    /// The short code; empty where none is asked for.
    pub(crate) care_type: &'j str,
    pub(crate) care_date: Option<CalendarDate>,
    /// As the act says, before the care type restricts them.
    pub(crate) facts: Facts<'j>,
    /// The fields from which a fact is derived in this act: setting the fact to another value contradicts them.
    pub(crate) derived_from: Vec<(ActFactOrAge, &'static str)>,
}

/// A fact of an act, age included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActFactOrAge {
    Age,
    Fact(ActFact),
}

impl<'j> CareAct<'j> {
    /// Decodes a whole `CareAct`.
    ///
    /// # Errors
    /// Shape problems, `invalid_string`, `invalid_date`, `born_after_care_date`, `age_out_of_range`, `invalid_tooth`,
    /// `inconsistent_fact`.
    pub(crate) fn decode(json: &'j Json, options: &DeriveOptions) -> Result<Self, Error> {
        Self::read(json, options, true)
    }

    /// Decodes an act without its care type; that field is unknown here.
    pub(crate) fn decode_facts(json: &'j Json, options: &DeriveOptions) -> Result<Self, Error> {
        Self::read(json, options, false)
    }

    fn read(json: &'j Json, options: &DeriveOptions, with_care_type: bool) -> Result<Self, Error> {
        let act = whole!(json, |problems, json| CareAct::read_alone(problems, json, options, with_care_type));
        act.map(|(act, _)| act)
    }

    /// Reads an act of whose amounts nothing is asked but whether they can be read.
    fn read_alone(
        problems: &mut Problems,
        json: &'j Json,
        options: &DeriveOptions,
        with_care_type: bool,
    ) -> Option<Self> {
        let at = &Path::Root;
        let (act, object) = CareAct::read_into(problems, json, at, options, with_care_type)?;
        amounts::judge(problems, &object, at);
        Some(act)
    }

    /// Reads an act that may have amounts; also the object with all of it.
    pub(crate) fn read_into(
        problems: &mut Problems,
        json: &'j Json,
        at: &Path<'_>,
        options: &DeriveOptions,
        with_care_type: bool,
    ) -> Option<(Self, Object<'j>)> {
        let facts = ActFact::ALL.map(ActFact::name);
        let others = [CARE_DATE, MEMBER_BIRTH_DATE, MEMBER_AGE, TEETH, ESTABLISHMENT];
        let amounts = amounts::FIELDS.map(|(name, _)| name);
        let care_type = with_care_type.then_some(CARE_TYPE);
        let known: Vec<_> = care_type.into_iter().chain(others).chain(facts).chain(amounts).listed();
        let object = problems.document(json, at, &known)?;
        let mut reader = Reader { problems, at, object, act: CareAct::default() };
        if with_care_type {
            reader.care_type();
        }
        reader.age();
        reader.plain_facts();
        reader.visible_tooth(options);
        reader.establishment(options);
        Some((reader.act, object))
    }
}

struct Reader<'r, 'j> {
    problems: &'r mut Problems,
    at: &'r Path<'r>,
    object: Object<'j>,
    act: CareAct<'j>,
}

impl<'j> Reader<'_, 'j> {
    fn care_type(&mut self) {
        let at = self.at.field(CARE_TYPE);
        let code = self.problems.required(&self.object, CARE_TYPE, self.at);
        let code = code.and_then(|json| self.problems.string(json, &at));
        self.act.care_type = code.and_then(|code| self.problems.short_text(code, &at)).unwrap_or_default();
    }

    fn age(&mut self) {
        let at = self.at.field(MEMBER_AGE);
        let stated = self.object.stated(MEMBER_AGE).and_then(|json| self.problems.age(json, &at));
        let (care_date, birth_date) = (self.date(CARE_DATE), self.date(MEMBER_BIRTH_DATE));
        self.act.facts.age = stated;
        self.act.care_date = care_date;
        let (Some(care_date), Some(birth_date)) = (care_date, birth_date) else { return };
        self.act.derived_from.push((ActFactOrAge::Age, MEMBER_BIRTH_DATE));
        match derive::age(birth_date, care_date, stated) {
            Ok(age) => self.act.facts.age = Some(age),
            Err(why) => self.no_age(why),
        }
    }

    fn no_age(&mut self, why: NoAge) {
        let (at, birth_at) = (self.at.field(MEMBER_AGE), self.at.field(MEMBER_BIRTH_DATE));
        let care = || Related::new(self.at.field(CARE_DATE).pointer(), say::the_care_date());
        let (code, at, says, related) = match why {
            NoAge::BornAfterCareDate => (Code::BornAfterCareDate, &birth_at, say::born_after_care_date(), vec![care()]),
            NoAge::TooOld(years) => {
                (Code::AgeOutOfRange, &birth_at, say::dates_out_of_range(years, MAX_AGE), vec![care()])
            }
            NoAge::Inconsistent { stated, derived } => {
                let birth = Related::new(birth_at.pointer(), say::the_birth_date());
                (Code::InconsistentFact, &at, say::inconsistent_age(stated, derived), vec![care(), birth])
            }
        };
        self.problems.report_with(code, at, says, Details { related, ..Details::default() });
    }

    fn date(&mut self, name: &str) -> Option<CalendarDate> {
        let json = self.object.stated(name)?;
        self.problems.date(json, &self.at.field(name))
    }

    /// The facts as given.
    fn plain_facts(&mut self) {
        for fact in ActFact::ALL {
            let at = self.at.field(fact.name());
            let value = match self.object.get(fact.name()) {
                None => Fact::Unknown,
                Some(Json::Null) => Fact::NotApplicable,
                Some(json) => match fact.kind() {
                    ConditionKind::Flag => self.problems.boolean(json, &at).map(FactValue::Flag),
                    ConditionKind::Text | ConditionKind::OneOf => self.problems.text(json, &at).map(FactValue::Text),
                }
                .map_or(Fact::Unknown, Fact::Given),
            };
            self.act.facts.set(fact, value);
        }
    }

    fn visible_tooth(&mut self, options: &DeriveOptions) {
        let derived = match self.object.get(TEETH) {
            None => return,
            Some(Json::Null) => Derived::Silent,
            Some(json) => match tooth::teeth(self.problems, json, &self.at.field(TEETH)) {
                None => return,
                // Of an array with an unreadable tooth, nothing can be said.
                Some(teeth) if matches!(json, Json::Array(items) if items.len() != teeth.len()) => return,
                Some(teeth) => {
                    teeth.into_iter().fold(Derived::NO_TEETH, |derived, tooth| options.with_tooth(derived, tooth))
                }
            },
        };
        self.derive(ActFact::IsForAtLeastOneVisibleTooth, TEETH, derived);
    }

    fn establishment(&mut self, options: &DeriveOptions) {
        let number = match self.object.get(ESTABLISHMENT) {
            None => return,
            Some(Json::Null) => None,
            Some(json) => match self.problems.text(json, &self.at.field(ESTABLISHMENT)) {
                None => return,
                number => number,
            },
        };
        if let Some(derived) = options.of_establishment(number) {
            self.derive(ActFact::IsEtablissementConventionne, ESTABLISHMENT, derived);
        }
    }

    /// Joins what a boolean fact says with what another field says of it.
    fn derive(&mut self, fact: ActFact, from: &'static str, derived: Derived) {
        if derived != Derived::Silent {
            self.act.derived_from.push((ActFactOrAge::Fact(fact), from));
        }
        // A boolean that could not be read is no second statement.
        let stated = self.act.facts.get(fact).flag();
        match derived.and(stated) {
            Ok(value) => self.act.facts.set(fact, value.into()),
            Err(value) => {
                let (name, pointer) = (fact.name(), self.at.field(from).pointer());
                let says = say::inconsistent_fact(name, in_json(stated), from, in_json(value));
                let other = Related::new(pointer, say::the_field(from));
                self.problems.report_with(Code::InconsistentFact, &self.at.field(name), says, Details::related(other));
            }
        }
    }
}

fn in_json(fact: Fact<bool>) -> &'static str {
    match fact {
        Fact::Given(true) => "true",
        Fact::Given(false) => "false",
        Fact::NotApplicable | Fact::Unknown => "null",
    }
}
